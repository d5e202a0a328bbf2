"""PostgreSQL's own tools: the database to a file and back, as they stand beside the server's client."""

import os
import shutil
import subprocess
from pathlib import Path

from django.db import connection, transaction

from declic.jobs.refusals import RefusedError
from declic.jobs.voice import Voice


LONGEST_SECONDS = 6 * 3600
AS_VARIABLES = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "dbname": "PGDATABASE",
    "passfile": "PGPASSFILE",
    "service": "PGSERVICE",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
}
"""How libpq names a part of the connection, and the variable of its tools."""

SEEING_ALL = {"PGOPTIONS": "-c declic.sight=all"}
"""Rows are hidden from who does not say what they may see (`records/accounts/sight.py`): a backup holds them all."""


def dump(copy: Path, *, voice: Voice) -> tuple[int, str]:
    """
    Write the database to a file, as it stood at one instant, and give the length and the head of its journal.

    Raises RefusedError where PostgreSQL's client is not here, or says no.
    """
    tool = _tool("pg_dump", voice=voice)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT pg_export_snapshot()")
        snapshot = cursor.fetchone()[0]
        cursor.execute(
            "SELECT count(*), coalesce((SELECT hash FROM journal_line ORDER BY id DESC LIMIT 1), '') FROM journal_line"
        )
        count, head = cursor.fetchone()
        _run(
            [
                tool,
                "--format=custom",
                "--no-owner",
                "--no-privileges",
                "--enable-row-security",
                f"--snapshot={snapshot}",
                f"--file={copy}",
            ],
            voice=voice,
        )
    return int(count), str(head)


def demand_list(dumped: Path, *, voice: Voice) -> None:
    """Raise RefusedError where a dump cannot be read by PostgreSQL's own tool."""
    _run([_tool("pg_restore", voice=voice), "--list", str(dumped)], voice=voice)


def load(dumped: Path, *, voice: Voice) -> None:
    """Put a dump in the place of the tables that are there, whole or not at all. Raises RefusedError."""
    _run(
        [
            _tool("pg_restore", voice=voice),
            "--clean",
            "--if-exists",
            "--no-owner",
            "--no-privileges",
            "--single-transaction",
            "--exit-on-error",
            f"--dbname={connection.settings_dict['NAME']}",
            str(dumped),
        ],
        voice=voice,
    )


def _tool(name: str, *, voice: Voice) -> str:
    found = shutil.which(name)
    if found is None:
        raise RefusedError(
            voice.say(
                "PostgreSQL's client is not on this machine: install it ({name} is missing).", name=name
            )
        )
    return found


def _run(command: list[str], *, voice: Voice) -> None:
    done = subprocess.run(  # noqa: S603 — the tool, its options and paths of ours
        command,
        env={"PATH": os.defpath, **SEEING_ALL, **_surroundings()},
        capture_output=True,
        text=True,
        timeout=LONGEST_SECONDS,
        check=False,
    )
    if done.returncode:
        said = (done.stderr.strip().splitlines() or ["?"])[0]
        raise RefusedError(voice.say("PostgreSQL refused: {reason}.", reason=said.rstrip(".")))


def _surroundings() -> dict[str, str]:
    """Give the connection as PostgreSQL's tools read it; a password on a command line would be seen by all."""
    chosen = connection.get_connection_params()
    return {
        variable: str(chosen[name])
        for name, variable in AS_VARIABLES.items()
        if chosen.get(name) not in {None, ""}
    }
