"""A crowd: twenty people in two offices, on a database of their own that really is shared."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest

from tests.empty_site import ready
from tests.house.house import HOUSE


OFFICES, CLERKS = 2, 10
ROOM = "declic_crowd"


@dataclass(frozen=True, slots=True)
class Crowd:
    """Two offices that do what they are told at the same instant."""

    offices: tuple[subprocess.Popen[str], ...]

    def all(self, act: str, **given: Any) -> list[dict[str, Any]]:
        """Let all twenty do one thing at once; give what each got, in order."""
        at = time.time() + 0.2
        people = [str(number) for number in range(len(self.offices) * CLERKS)]
        for number, office in enumerate(self.offices):
            self._tell(office, act=act, given=given, people=people[number :: len(self.offices)], at=at)
        return [answer for office in self.offices for answer in self._answers(office)]

    def one(self, act: str, **given: Any) -> Any:
        """Let one person do a thing alone; give what they got."""
        self._tell(self.offices[0], act=act, given=given, people=["0"], at=0.0)
        (answer,) = self._answers(self.offices[0])
        assert "error" not in answer, answer
        return answer["answer"]

    @staticmethod
    def _tell(office: subprocess.Popen[str], **order: Any) -> None:
        assert office.stdin is not None
        office.stdin.write(json.dumps(order) + "\n")
        office.stdin.flush()

    @staticmethod
    def _answers(office: subprocess.Popen[str]) -> list[dict[str, Any]]:
        assert office.stdout is not None
        answers: list[dict[str, Any]] = json.loads(office.stdout.readline())
        return answers


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crowd]:
    """Twenty people at work; the database is a file, or one of its own on the server of the tests."""
    folder = tmp_path_factory.mktemp("crowd")
    variables = {
        "PATH": os.environ["PATH"],
        "DECLIC_DATABASE_LOCK_SECONDS": "120",  # races are looked for, not how long a busy machine takes
        "PYTHONPATH": f"{HOUSE / 'src'}{os.pathsep}{HOUSE}",
        "PYTHONWARNINGS": "error",
        "DJANGO_SETTINGS_MODULE": "declic.config.settings",
        "DECLIC_DATA": str(folder),
        "DECLIC_LOG": "faults",
    }
    server = os.environ.get("DATABASE_URL", "")
    if server:
        variables["DATABASE_URL"] = _new_room(server)
    else:
        ready(folder)
    command = [sys.executable, "-m", "tests.crowds.office"]
    offices = tuple(_opened(command, variables=variables, folder=folder) for _ in range(OFFICES))
    try:
        crowd = Crowd(offices)
        crowd.one("prepare")
        yield crowd
    finally:
        for office in offices:
            office.communicate(timeout=60)
        if server:
            _told(server, f"DROP DATABASE {ROOM} WITH (FORCE)")


def _opened(command: list[str], *, variables: dict[str, str], folder: Path) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    return subprocess.Popen(command, env=variables, cwd=folder, stdin=pipe, stdout=pipe, text=True)


def _new_room(server: str) -> str:
    _told(server, f"CREATE DATABASE {ROOM}")
    return urlsplit(server)._replace(path=f"/{ROOM}").geturl()


def _told(server: str, statement: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(statement)
