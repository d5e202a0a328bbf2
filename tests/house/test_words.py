"""French is complete: no empty, fuzzy, missing or stale message."""

import ast
import re
from pathlib import Path

import polib
import pytest

from tests.house.house import SOURCE, called, python_files, templates, tree_of


CATALOGUE = SOURCE / "locale" / "fr" / "LC_MESSAGES" / "django.po"
COMPILED = CATALOGUE.with_suffix(".mo")
TRANSLATE = re.compile(r"""\{%\s*translate\s+(?:"([^"]*)"|'([^']*)')""")
BLOCK = re.compile(r"\{%\s*blocktranslate([^%]*)%\}(.*?)\{%\s*endblocktranslate\s*%\}", re.DOTALL)
PLURAL = re.compile(r"\{%\s*plural\s*%\}")
VARIABLE = re.compile(r"\{\{\s*(\w+)\s*\}\}")
WORDS_OF_CODE = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy"}


def catalogue() -> polib.POFile:
    return polib.pofile(str(CATALOGUE))


def messages_of_template(path: Path) -> set[str]:
    text = path.read_text(encoding="utf-8")
    found = {double or single for double, single in TRANSLATE.findall(text)}
    for options, body in BLOCK.findall(text):
        singular = VARIABLE.sub(r"%(\1)s", PLURAL.split(body)[0])
        trimmed = (
            " ".join(line.strip() for line in singular.strip().splitlines())
            if "trimmed" in options
            else singular
        )
        found.add(trimmed)
    return found


def messages_of_code(path: Path) -> set[str]:
    return {
        node.args[0].value
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in WORDS_OF_CODE
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }


def test_no_french_message_is_empty_or_doubtful():
    entries = [entry for entry in catalogue() if not entry.obsolete]

    assert entries
    assert [entry.msgid for entry in entries if not entry.translated() or entry.fuzzy] == []


@pytest.mark.parametrize("path", [*templates(), *python_files()], ids=called)
def test_every_message_of_a_file_has_its_french(path):
    known = {entry.msgid for entry in catalogue() if not entry.obsolete} | DJANGO
    used = messages_of_code(path) if path.suffix == ".py" else messages_of_template(path)

    assert used - known == set()


DJANGO: set[str] = set()


def test_a_french_message_keeps_the_variables_of_its_english():
    wrong = [
        entry.msgid
        for entry in catalogue()
        if not entry.obsolete
        and not entry.msgid_plural
        and set(re.findall(r"%\(\w+\)s|\{\w*\}", entry.msgid))
        != set(re.findall(r"%\(\w+\)s|\{\w*\}", entry.msgstr))
    ]

    assert wrong == []


def test_the_compiled_catalogue_says_what_the_catalogue_says():
    compiled = {
        (entry.msgid, entry.msgstr or str(entry.msgstr_plural)) for entry in polib.mofile(str(COMPILED))
    }
    written = {
        (entry.msgid, entry.msgstr or str(entry.msgstr_plural)) for entry in catalogue() if not entry.obsolete
    }

    assert compiled == written
