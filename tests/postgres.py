"""
The second database of the tests: `python -m pytest -p tests.postgres` runs on a PostgreSQL that lives as long as it.

Debian's server is started in a temporary folder, behind a socket that its owner alone can open, and is stopped and
removed whatever becomes of the tests, even when they are killed. It sorts text as a French installation does, and the
site enters it as a role that owns its tables and may create databases, but is no superuser: what the database refuses,
it refuses to us. Tests that touch no database, and those that drive a browser, are left to the first run.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest


ROLE, DATABASE = "declic", "declic"
PROGRAMS = Path("/usr/lib/postgresql")
SHORT_FOLDER = "/tmp"  # noqa: S108 — the address of a socket holds 107 bytes: a longer folder would not do
ABSENT = "PostgreSQL is not here: its tests are not run. To have it: sudo apt-get install postgresql"
NO_OWNER = "PostgreSQL refuses to run as root, and there is no user « postgres » here: its tests are not run."
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60")
TOUCHING = {"db", "transactional_db", "live_server", "django_db_setup", "crowd"}
"""Fixtures that open the database: pytest-django's, and that of `tests/crowds`."""

# It holds the other end of a pipe: whatever way the tests end, it reads the end of it, and cleans up.
CLEANER = 'cat >/dev/null; "$1/pg_ctl" -D "$2/data" -m immediate -s stop; rm -rf "$2"'


class NoPostgresError(Exception):
    """There is no PostgreSQL to run the tests on; the message says how to have it."""


@dataclass(slots=True)
class Server:
    """A PostgreSQL server of our own: its programs, its folder, who runs it, and what will remove it."""

    programs: Path
    folder: Path
    owner: dict[str, Any] = field(default_factory=dict)
    cleaner: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Say how the site reaches it."""
        return f"postgres://{ROLE}@/{DATABASE}?host={self.folder}"

    def run(self, program: str, *arguments: str) -> None:
        """Run one of its programs as its owner, to the end."""
        subprocess.run([self.programs / program, *arguments], check=True, **self.surroundings)

    @property
    def surroundings(self) -> dict[str, Any]:
        """Give what each of its programs is started with: nothing of the developer's."""
        variables = {"PATH": f"{self.programs}:/usr/bin:/bin", "HOME": str(self.folder), "LC_ALL": "C.UTF-8"}
        return {"cwd": self.folder, "env": variables, "stdout": subprocess.DEVNULL, **self.owner}


def started() -> Server:
    """Start a server in a new temporary folder. Raises NoPostgresError."""
    server = _new_server()
    server.cleaner = subprocess.Popen(
        ["/bin/sh", "-c", CLEANER, "sh", server.programs, server.folder],
        stdin=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl+C is for the tests
        **server.surroundings,
    )
    try:
        _start(server)
    except BaseException:
        stop(server)
        raise
    return server


def stop(server: Server) -> None:
    """Stop the server and remove its folder."""
    if server.cleaner is not None and server.cleaner.stdin is not None:
        server.cleaner.stdin.close()
        server.cleaner.wait(timeout=60)


def newest_programs() -> Path:
    """Find the programs of the newest server installed. Raises NoPostgresError."""
    found = sorted(PROGRAMS.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    if not found:
        raise NoPostgresError(ABSENT)
    return found[-1].parent


def _new_server() -> Server:
    programs, owner = newest_programs(), _owner()
    folder = Path(tempfile.mkdtemp(prefix="declic-postgres-", dir=SHORT_FOLDER))
    if owner:
        shutil.chown(folder, owner["user"], owner["group"])
    return Server(programs, folder, owner)


def _owner() -> dict[str, Any]:
    if os.getuid() != 0:
        return {}
    try:
        postgres = pwd.getpwnam("postgres")
    except KeyError as error:
        raise NoPostgresError(NO_OWNER) from error
    return {"user": postgres.pw_uid, "group": postgres.pw_gid, "extra_groups": []}


def _start(server: Server) -> None:
    data, log = str(server.folder / "data"), str(server.folder / "log")
    french = ("--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=fr")
    server.run("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync", *french)
    options = " ".join(f"-c {option}" for option in (*QUICK, "listen_addresses=''"))
    server.run("pg_ctl", "-D", data, "-w", "-s", "-l", log, "-o", f"{options} -k {server.folder}", "start")
    as_superuser = ("-h", str(server.folder), "-U", "postgres")
    server.run("createuser", *as_superuser, "--createdb", "--no-superuser", ROLE)
    server.run("createdb", *as_superuser, "--owner", ROLE, DATABASE)


# --- what pytest asks ---------------------------------------------------------------------------------------


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None, object, object]:
    """Start the server and name it to the settings, before pytest-django reads them."""
    try:
        server = started()
    except NoPostgresError as error:
        early_config.stash[REFUSAL] = str(error)
    else:
        early_config.add_cleanup(lambda: stop(server))
        os.environ["DATABASE_URL"] = server.address
    return (yield)


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> int | None:
    """Say in one sentence why nothing is run, where there is no PostgreSQL."""
    refusal = config.stash.get(REFUSAL, None)
    if refusal is None:
        return None
    print(refusal)  # noqa: T201 — it is for who runs the tests
    return pytest.ExitCode.OK


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what touches no database, which the first run has told, and what drives a browser."""
    kept = [item for item in items if _touches_database(item) and item.get_closest_marker("browser") is None]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
    items[:] = kept


def pytest_report_header(config: pytest.Config) -> str | None:
    """Say which database the tests run on."""
    return None if REFUSAL in config.stash else f"database: {os.environ['DATABASE_URL']}"


REFUSAL = pytest.StashKey[str]()


def _touches_database(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or bool(fixtures & TOUCHING)
