"""Templates: used, without inline script or style, every visible word translatable."""

import re

import pytest

from tests.house.house import SOURCE, called, python_files, templates


INLINE = re.compile(r"""\son\w+\s*=|\sstyle\s*=|<style|<script(?![^>]*\ssrc=)|javascript:""", re.IGNORECASE)
FOREIGN = re.compile(r"""(?:src|href|action)\s*=\s*["'](?:https?:)?//""", re.IGNORECASE)
TAGS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
TRANSLATED = re.compile(r"\{%\s*blocktranslate.*?\{%\s*endblocktranslate\s*%\}", re.DOTALL)
COMMENT = re.compile(r"\{%\s*comment.*?\{%\s*endcomment\s*%\}|<!--.*?-->", re.DOTALL)
MARKUP = re.compile(r"<(?:style|script).*?</(?:style|script)>|<[^>]*>", re.DOTALL)
WORD = re.compile(r"[^\W\d_]{3,}")
NAMES = {"Déclic", "XLSX", "CSV", "JSON", "PDF", "axe", "RGAA", "WCAG"}


def visible_words(text: str) -> list[str]:
    for pattern in (COMMENT, TRANSLATED, TAGS, MARKUP):
        text = pattern.sub(" ", text)
    text = re.sub(r"&\w+;", " ", text)
    return [word for word in WORD.findall(text) if word not in NAMES]


@pytest.mark.parametrize("path", list(templates()), ids=called)
def test_a_template_has_nothing_inline_and_calls_nobody(path):
    text = path.read_text(encoding="utf-8")

    assert INLINE.findall(text) == []
    assert FOREIGN.findall(text) == []


@pytest.mark.parametrize("path", list(templates()), ids=called)
def test_a_template_has_no_word_that_cannot_be_translated(path):
    assert visible_words(path.read_text(encoding="utf-8")) == []


def test_every_template_is_used():
    texts = [path.read_text(encoding="utf-8") for path in (*python_files(), *templates())]
    names = [
        str(path.relative_to(next(p for p in path.parents if p.name == "templates"))) for path in templates()
    ]
    unused = [name for name in names if not any(name in text for text in texts)]

    assert names
    assert [name for name in unused if not any(name.startswith(kept) for kept in GENERIC)] == []


GENERIC = ("404", "500")


def test_the_words_found_in_a_template_are_really_found():
    assert visible_words("<p>Bonjour {{ page.name }}</p>{% translate 'Hello' %}") == ["Bonjour"]


def test_static_files_call_nobody():
    styles = [path for path in SOURCE.rglob("static/**/*") if path.suffix in {".css", ".js"}]

    assert styles
    assert [
        called(path) for path in styles if re.search(r"https?://(?!www\.w3\.org)", path.read_text("utf-8"))
    ] == []
