"""A data folder that is being served: known by a lock that the server holds as long as it lives, and no longer."""

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection

from declic.jobs.refusals import RefusedError
from declic.jobs.voice import Voice


LOCK = "serving.lock"


@contextmanager
def occupied(data: Path) -> Iterator[None]:
    """Hold the folder as one of those who serve it; the system lets it go when the process dies, however it dies."""
    with (data / LOCK).open("a", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_SH)
        os.set_inheritable(lock.fileno(), False)
        yield


@contextmanager
def emptied(data: Path, *, voice: Voice) -> Iterator[None]:
    """Hold the folder alone. Raises RefusedError where the site is served from it."""
    with (data / LOCK).open("a", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise RefusedError(
                voice.say("The site is being served from {path}: stop it first.", path=data)
            ) from error
        yield


@contextmanager
def held_open() -> Iterator[None]:
    """
    Keep SQLite's index of the write-ahead log for as long as the site is served.

    Whoever opens the database last would else remove it, and whoever opens it next make it again: on a full disk,
    reading would stop too.
    """
    if connection.vendor != "sqlite":
        yield
        return
    with closing(sqlite3.connect(connection.settings_dict["NAME"])) as kept:
        kept.execute("SELECT count(*) FROM sqlite_master").fetchone()
        yield
