"""
Sight: what PostgreSQL itself lets a connection see, as a second line behind the rules of rights.

Rows of documents under review, and the journal, are hidden by policies of the database (the migrations named
`hidden_rows`). A connection says what it may see in the setting `declic.sight`; one that says nothing sees what is
published. Each request says it for who looks (`sight_of`); the command line and migrations see everything. On SQLite
there is nothing to say.

It guards against a read that forgets its rule. It does not guard against somebody who can make the site run any
statement of theirs: they could change the setting too.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from typing import Any

from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from declic.records.accounts.rights import may_review_documents, may_verify_records
from declic.records.accounts.viewers import Viewer


class Sight(StrEnum):
    """What a connection sees beside what is published: nothing, documents under review, everything."""

    PUBLISHED = ""
    REVIEW = "review"
    ALL = "all"


_usual = Sight.PUBLISHED
_now: ContextVar[Sight | None] = ContextVar("sight of this request", default=None)


def sight_for(viewer: Viewer) -> Sight:
    """Give what the rules of rights let a viewer see."""
    if may_verify_records(viewer):
        return Sight.ALL
    return Sight.REVIEW if may_review_documents(viewer) else Sight.PUBLISHED


def see_usually(sight: Sight) -> None:
    """Set what this process sees where no request says otherwise: the command line is the operator's, and sees all."""
    global _usual  # noqa: PLW0603 — it is a fact of the process
    _usual = sight
    _tell_open_connection()


@contextmanager
def sight_of(viewer: Viewer) -> Iterator[None]:
    """See what the viewer may, then again what was seen before; a connection that cannot be told is closed."""
    token = _now.set(sight_for(viewer))
    try:
        _tell_open_connection()
        yield
    finally:
        _now.reset(token)
        _tell_open_connection()


def tell_new_connection(connection: BaseDatabaseWrapper, **_signal: Any) -> None:
    """Say to a connection that was just opened what it may see; called by Django's signal."""
    if connection.vendor == "postgresql":
        connection.__dict__[TOLD] = Sight.PUBLISHED
        _tell(connection)


TOLD = "_declic_sight"
"""Where a connection keeps what it was told."""


def _tell_open_connection() -> None:
    connection = connections[DEFAULT_DB_ALIAS]  # this thread's own, not the face that all threads share
    if connection.vendor != "postgresql" or connection.connection is None:
        return  # it will be told when it is opened
    try:
        _tell(connection)
    except DatabaseError:
        connection.close()


def _tell(connection: BaseDatabaseWrapper) -> None:
    sight = _usual if (here := _now.get()) is None else here
    if connection.__dict__.get(TOLD) == sight:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('declic.sight', %s, false)", [sight.value])
        if here is None and sight is Sight.ALL:  # who types commands waits as long as it takes
            cursor.execute("SELECT set_config('statement_timeout', '0', false)")
    connection.__dict__[TOLD] = sight
