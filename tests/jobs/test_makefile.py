"""`make` says what it can do, and in one sentence what it cannot."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.house import HOUSE


needs_make = pytest.mark.skipif(
    shutil.which("make") is None, reason="make is not installed: apt-get install make"
)
PINNED = sorted((HOUSE / "requirements").glob("*.txt"))


def make(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    shutil.copy(HOUSE / "Makefile", folder)
    return subprocess.run(
        ["make", "--no-print-directory", *arguments],  # noqa: S607 — the make of who runs the tests
        cwd=folder,
        env={
            name: value for name, value in os.environ.items() if not name.startswith("MAKE")
        },  # we may be in a make
        capture_output=True,
        text=True,
        check=False,
    )


@needs_make
def test_help_gives_one_line_to_each_command(tmp_path):
    done = make("help", folder=tmp_path)

    text = (HOUSE / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", text, re.MULTILINE)
    assert phony is not None
    named = [line.split()[1] for line in done.stdout.splitlines()]
    assert named == phony[1].split()
    assert make(folder=tmp_path).stdout == done.stdout


@needs_make
@pytest.mark.parametrize(
    ("script", "words"),
    [
        ('case "$*" in *--version*) echo "Python 3.9.2";; *) exit 1;; esac', "this is Python 3.9.2"),
        ('case "$*" in *venv*) exit 1;; *) exit 0;; esac', "python3-venv"),
    ],
    ids=["a Python that is too old", "a Python without venv"],
)
def test_what_is_missing_is_said_in_one_sentence(script, words, tmp_path):
    python = tmp_path / "python"
    python.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    python.chmod(0o755)

    done = make(".venv/bin/python", f"PYTHON={python}", "UV=", folder=tmp_path)

    said = [line for line in done.stderr.splitlines() if not line.startswith("make: ***")]
    assert done.returncode == 2
    assert len(said) == 1
    assert words in said[0]
    assert not (tmp_path / ".venv").exists()


@pytest.mark.parametrize("path", PINNED, ids=lambda path: path.name)
def test_every_dependency_is_pinned_with_its_hashes_and_names_no_host(path):
    text = path.read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())

    wrong = [entry for entry in entries if not entry.startswith("#") and "--hash=sha256:" not in entry]
    assert len(entries) > 1
    assert wrong == []
    assert [entry for entry in entries[1:] if "==" not in entry] == []
    assert "://" not in text
    assert "index" not in text


def test_each_list_of_dependencies_agrees_with_the_smaller_one():
    pins = {
        path.stem: dict(re.findall(r"^([a-z0-9-]+)==(\S+)", path.read_text(), re.MULTILINE))
        for path in PINNED
    }

    assert set(pins) == {"base", "build", "postgres", "test", "check", "audit", "scan", "fuzz"}
    assert pins["base"].items() <= pins["postgres"].items() <= pins["test"].items()
    assert pins["base"].items() <= pins["test"].items() <= pins["check"].items()
