"""The repository speaks in its own words, of the product alone."""

import lzma
import re
import subprocess

import pytest

from tests.documents import PLANOISE, needs_planoise
from tests.house.house import HOUSE


RUN_OF_A_SENTENCE = 12
WORD = re.compile(r"[^\W_]+")


def tracked_texts() -> dict[str, str]:
    names = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607 — the git of the developer
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    texts = {}
    for name in names:
        path = HOUSE / name
        if path.is_file() and path.suffix not in {".png", ".mo", ".gz", ".ico", ".woff2"}:
            data = path.read_bytes()
            texts[name] = (lzma.decompress(data) if path.suffix == ".xz" else data).decode()
    return texts


def words(text: str) -> list[str]:
    return [word.lower() for word in WORD.findall(text)]


def runs(text: list[str], length: int) -> set[tuple[str, ...]]:
    return {tuple(text[at : at + length]) for at in range(len(text) - length + 1)}


@needs_planoise
def test_no_sentence_of_the_real_document_is_in_the_repository():
    """The roll of the council and the names of the parties are facts, and may be the same."""
    text = PLANOISE.read_text(encoding="utf-8")
    roll = text[: text.index("Secrétaire de séance")]
    proxies = text[text.index("Procurations de vote") : text.index("Délibération n°")]
    parties = text[text.index("\nEntre\n") : text.index("Préambule")]
    facts = (
        runs(words(roll), RUN_OF_A_SENTENCE)
        | runs(words(proxies), RUN_OF_A_SENTENCE)
        | runs(words(parties), RUN_OF_A_SENTENCE)
    )
    theirs = runs(words(text), RUN_OF_A_SENTENCE) - facts

    copied = {
        name: [" ".join(run) for run in sorted(runs(words(ours), RUN_OF_A_SENTENCE) & theirs)[:3]]
        for name, ours in tracked_texts().items()
    }

    assert theirs
    assert {name: found for name, found in copied.items() if found} == {}


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("a registry's host", r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|deb\.debian\.org|/opt/pypi"),
        ("a machine's path", r"(?<![\w.])/(?:root|work|home/\w+|Users/\w+|tmp/w)/"),
    ],
)
def test_the_repository_names_no(what, pattern):
    """Neither where packages come from, nor whose machine it was written on."""
    here = "tests/house/test_own_words.py"
    found = [name for name, text in tracked_texts().items() if name != here and re.search(pattern, text)]

    assert found == [], what
