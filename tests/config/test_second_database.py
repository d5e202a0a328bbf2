"""The PostgreSQL of the tests is a guest: it has no power over us, and leaves nothing, whatever becomes of its host."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests import postgres
from tests.house.house import HOUSE


HOST = """
import sys
from tests import postgres
print(postgres.started().folder, flush=True)
sys.stdin.read()
"""
LONG_ENOUGH_SECONDS = 60


@pytest.fixture
def host() -> Iterator[subprocess.Popen[str]]:
    """Somebody who invites a server, and may be killed."""
    try:
        postgres.newest_programs()
    except postgres.NoPostgresError as error:
        pytest.skip(str(error))
    with subprocess.Popen(
        [sys.executable, "-c", HOST], cwd=HOUSE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process
        process.kill()


def is_gone(folder: Path) -> bool:
    """Wait for the folder to disappear; the server is stopped before it."""
    for _ in range(LONG_ENOUGH_SECONDS * 10):
        if not folder.exists():
            return True
        time.sleep(0.1)
    return False


def is_running(process: int, *, folder: Path) -> bool:
    """Say whether the process still serves from there; one that nobody buried has no command line any more."""
    try:
        return str(folder) in Path(f"/proc/{process}/cmdline").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_the_site_is_no_superuser_there_and_a_killed_host_leaves_nothing(host):
    assert host.stdout is not None
    folder = Path(host.stdout.readline().strip())
    server = int((folder / "data" / "postmaster.pid").read_text(encoding="ascii").splitlines()[0])
    assert is_running(server, folder=folder)

    with psycopg.connect(f"postgres://{postgres.ROLE}@/{postgres.DATABASE}?host={folder}") as connection:
        powers = connection.execute(
            "SELECT rolsuper, rolbypassrls, rolcreatedb FROM pg_roles WHERE rolname = current_user"
        ).fetchone()
        words = connection.execute("SELECT w FROM unnest(ARRAY['z', 'É', 'a', 'f', 'E']) w ORDER BY w")
        order = [word for (word,) in words]
    host.kill()

    assert powers == (False, False, True)
    assert order == ["a", "E", "É", "f", "z"]
    assert is_gone(folder)
    assert not is_running(server, folder=folder)


def test_where_there_is_no_postgres_the_tests_say_so_in_one_sentence(monkeypatch):
    monkeypatch.setattr(postgres, "PROGRAMS", HOUSE / "docs")

    with pytest.raises(postgres.NoPostgresError, match=r"sudo apt-get install postgresql"):
        postgres.started()
