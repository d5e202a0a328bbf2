"""The import contracts hold, and each one is able to fail."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.house import HOUSE, SOURCE


# For each contract: the file that is broken, and the line that breaks it.
BREAKS = {
    "floors": ("units/spans.py", "import declic.engines.reading.text"),
    "records-order": ("records/journal/reads.py", "import declic.records.pact.reads"),
    "inside-a-record": ("records/pact/choices.py", "import declic.records.pact.models"),
    "engines-pure": ("engines/voting/law.py", "import django"),
    "engines-apart": ("engines/voting/law.py", "import declic.engines.reading.text"),
    "audiences-apart": ("web/residents/pages/__init__.py", "import declic.web.pilots.pages"),
    "guarded-memory": ("web/residents/pages/__init__.py", "import declic.records.pact.models"),
    "no-circles": ("engines/reading/text.py", "import declic.engines.reading.reader"),
}


def contracts() -> list[str]:
    settings = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
    return [contract["id"] for contract in settings["tool"]["importlinter"]["contracts"]]


def lint(folder: Path, contract: str) -> subprocess.CompletedProcess[str]:
    command = "import sys; sys.path.insert(0, 'src'); from importlinter.cli import lint_imports_command as run; run()"
    return subprocess.run(
        [sys.executable, "-c", command, "--no-cache", "--contract", contract],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_contract_has_a_break_that_proves_it():
    assert sorted(BREAKS) == sorted(contracts())


def test_no_contract_has_an_exception():
    assert "ignore_imports" not in (HOUSE / "pyproject.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("contract", contracts())
def test_a_contract_holds_and_fails_when_it_is_broken(contract, tmp_path):
    shutil.copytree(
        SOURCE, tmp_path / "src" / "declic", ignore=shutil.ignore_patterns("__pycache__", "static")
    )
    shutil.copy(HOUSE / "pyproject.toml", tmp_path)
    held = lint(tmp_path, contract)

    broken_file, line = BREAKS[contract]
    broken = tmp_path / "src" / "declic" / broken_file
    broken.write_text(broken.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    refused = lint(tmp_path, contract)

    assert held.returncode == 0, held.stdout + held.stderr
    assert refused.returncode == 1, refused.stdout + refused.stderr
    assert "BROKEN" in refused.stdout
