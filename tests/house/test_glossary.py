"""The glossary and the code say the same words."""

import re

import pytest

from tests.house.house import HOUSE, SOURCE, python_files


ROW = re.compile(r"^\| ([^|]+) \| ✔ \| ([^|]+) \|", re.MULTILINE)


def promised_words() -> list[str]:
    text = (HOUSE / "docs" / "glossary.md").read_text(encoding="utf-8")
    return [word.strip() for words, _ in ROW.findall(text) for word in words.split(";")]


@pytest.fixture(scope="module")
def code() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in python_files())


@pytest.mark.parametrize("word", promised_words())
def test_a_word_of_the_glossary_is_a_name_in_the_code(word, code):
    camel = "".join(part.capitalize() for part in word.split())
    snake = word.replace(" ", "_")

    assert re.search(rf"\b\w*{camel}\w*\b|\b\w*{snake}\w*\b", code), (
        f"{word} is promised but nothing is called so"
    )


def test_a_french_name_given_by_a_docstring_is_in_the_glossary():
    glossary = (HOUSE / "docs" / "glossary.md").read_text(encoding="utf-8").lower()
    given = {
        french.strip().lower()
        for path in python_files(SOURCE)
        for said in re.findall(r"\(fr: ([^)]+)\)", path.read_text(encoding="utf-8"))
        for french in said.split(",")
    }

    assert given
    assert {french for french in given if french not in glossary} == set()
