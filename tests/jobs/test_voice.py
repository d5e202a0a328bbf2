"""The command line speaks French unless asked otherwise, and has French for everything it says."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from declic.jobs import french, spoken, verification
from declic.jobs.french import FRENCH
from declic.jobs.voice import Voice, asked_language, chosen_language


JOBS = Path(french.__file__).parent
CONFIG = JOBS.parent / "config"
SPEAKERS = {"_refused", "say", "WrongEnvironmentError", "UnsafeSqliteError", "__init__"}
VARIABLE = re.compile(r"\{\w*\}")
WORDS_OF_THE_FORMAT = {
    *("deliberation", "minutes", "notice", "pact", "plan", "mixed", "unknown"),
    *("present", "absent", "excused", "represented", "ok", "contradiction", "not checkable"),
    *("info", "warning", "error", "pilot", "clerk", "member", "manager", "coordinator", "administrator"),
    *("parties", "articles", "axes", "measures", "ongoing actions"),
    *("figures", "amounts", "bodies", "dates", "events"),
    *("deliberation", "question", "title", "for", "against", "abstention"),
}


def said() -> Iterator[str]:
    """Every sentence written in the code: what `say` is given, help texts, names of values."""
    for path in sorted([*JOBS.glob("*.py"), *CONFIG.glob("*.py")]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            if isinstance(node.func, ast.Attribute | ast.Name) and _name(node.func) in SPEAKERS:
                yield from (arg.value for arg in node.args if _is_text(arg))  # type: ignore[attr-defined]
            for keyword in node.keywords:
                if keyword.arg in {"help", "metavar"} and _is_text(keyword.value):
                    yield keyword.value.value  # type: ignore[attr-defined]
    yield from (
        *spoken.MISTAKES.values(),
        *verification.HARMS.values(),
        *spoken.STARTS.values(),
        *WORDS_OF_THE_FORMAT,
    )


def _name(node: ast.Attribute | ast.Name) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_every_sentence_has_its_french():
    sentences = set(said())

    assert len(sentences) > 80
    assert sentences - set(FRENCH) == set()


def test_no_french_is_left_over():
    assert set(FRENCH) - set(said()) == set()


@pytest.mark.parametrize("sentence", sorted(FRENCH))
def test_a_french_sentence_keeps_its_variables(sentence):
    assert sorted(VARIABLE.findall(FRENCH[sentence])) == sorted(VARIABLE.findall(sentence))


@pytest.mark.parametrize(
    ("arguments", "variables", "language"),
    [
        ([], {}, "fr"),
        ([], {"LANG": "C.UTF-8"}, "fr"),
        ([], {"LANG": "fr_FR.UTF-8"}, "fr"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LANG": "en_GB.UTF-8", "DECLIC_LANG": "fr"}, "fr"),
        ([], {"LANG": "fr_FR.UTF-8", "LC_ALL": "en"}, "en"),
        (["read", "--lang", "en"], {"DECLIC_LANG": "fr"}, "en"),
        (["--lang=fr"], {"LANG": "en"}, "fr"),
        (["read", "--", "--lang", "en"], {}, "fr"),
    ],
)
def test_the_language_is_found_before_anything_is_said(arguments, variables, language):
    assert chosen_language(arguments, variables) == language


@pytest.mark.parametrize(
    ("arguments", "asked"),
    [(["--lang"], ""), (["--lang", "de"], "de"), (["read", "--lang=en"], "en"), (["read"], None)],
)
def test_a_language_is_asked_for_anywhere(arguments, asked):
    assert asked_language(arguments) == asked


def test_a_voice_puts_values_in_their_place():
    assert Voice("fr").say("Missing: {name}.", name="FICHIER") == "Il manque FICHIER."
    assert Voice("en").say("Missing: {name}.", name="FILE") == "Missing: FILE."
