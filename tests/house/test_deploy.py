"""The files to deploy with name what is there: settings, commands, files to copy."""

import re

import pytest

from tests.house.house import HOUSE, SOURCE, called


FILES = sorted(path for path in (HOUSE / "deploy").iterdir() if path.is_file())
PAGES = [HOUSE / "docs" / "deploy.md", HOUSE / "docs" / "fr" / "installer.md"]
SETTING = re.compile(r"\b(DECLIC_[A-Z_]+|DATABASE_URL)\b")
COMMAND = re.compile(r"(?:bin/declic|as_declic) ([a-z]+)\b")
COPIED = re.compile(r"^COPY (?!--from)(.+) \S+$", re.MULTILINE)


@pytest.mark.parametrize("path", [*FILES, *PAGES], ids=called)
def test_every_setting_that_is_named_exists(path):
    known = set(SETTING.findall((SOURCE / "config" / "environment.py").read_text(encoding="utf-8")))

    assert set(SETTING.findall(path.read_text(encoding="utf-8"))) - known == set()


@pytest.mark.parametrize("path", [*FILES, *PAGES], ids=called)
def test_every_command_that_is_run_exists(path):
    from declic.jobs.command_line import app  # noqa: PLC0415 — the command line is not needed by the other tests

    known = {
        command.name or command.callback.__name__ for command in app.registered_commands if command.callback
    }

    assert set(COMMAND.findall(path.read_text(encoding="utf-8"))) - known == set()


def test_what_the_container_copies_is_here():
    copied = COPIED.findall((HOUSE / "deploy" / "Containerfile").read_text(encoding="utf-8"))

    assert len(copied) >= 4
    assert [name for line in copied for name in line.split() if not (HOUSE / name).exists()] == []


def test_each_timer_has_its_service():
    timers = [path for path in FILES if path.suffix == ".timer"]

    assert len(timers) == 2
    assert [path.name for path in timers if not path.with_suffix(".service").exists()] == []
