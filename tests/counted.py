"""What a page asks the database, but for what its connection is told of who looks (PostgreSQL)."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.test.utils import CaptureQueriesContext


TOLD = (
    "SELECT set_config('declic.sight'",
    "SELECT set_config('statement_timeout'",
    "SAVEPOINT",
    "RELEASE SAVEPOINT",
)


@contextmanager
def asked_of_the_database() -> Iterator[list[str]]:
    """Gather the statements that are asked meanwhile."""
    statements: list[str] = []
    with CaptureQueriesContext(connection) as queries:
        yield statements
    statements += [one["sql"] for one in queries if not one["sql"].startswith(TOLD)]
