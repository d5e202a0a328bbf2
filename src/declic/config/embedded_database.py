"""The embedded database: the SQLite that the package brings, and the refusal of one that can lose data."""

import sys
from importlib import import_module
from types import ModuleType

from declic.config.environment import WrongEnvironmentError


SAFE_SQLITE = (3, 51, 3)
"""The first version without the WAL-reset fault, which can corrupt a database with two connections."""


class UnsafeSqliteError(WrongEnvironmentError):
    """The SQLite at hand is older than the first safe one."""


def use_packaged_sqlite() -> ModuleType:
    """
    Make `sqlite3` mean the packaged build, before Django imports it.

    Raises UnsafeSqliteError where the build at hand can corrupt a database in WAL mode.
    """
    try:
        sqlite = import_module("pysqlite3")  # it must come before Django's own import of sqlite3
    except ImportError:
        sqlite = import_module("sqlite3")
    if sqlite.sqlite_version_info < SAFE_SQLITE:
        raise UnsafeSqliteError(
            "SQLite {version} can corrupt a database in WAL mode: {safe} or later is needed (package pysqlite3), "
            "or PostgreSQL (DATABASE_URL).",
            version=sqlite.sqlite_version,
            safe=".".join(map(str, SAFE_SQLITE)),
        )
    sys.modules["sqlite3"] = sqlite
    sys.modules["sqlite3.dbapi2"] = sqlite.dbapi2
    return sqlite
