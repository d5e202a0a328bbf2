"""How a line is added: at once, or with the others of an act that is made of several."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection
from django.utils import timezone

from declic.records.journal.models import Line
from declic.records.journal.seals import FIRST, seal
from declic.records.journal.turns import take_turn


ADD = (
    'INSERT INTO "journal_line" ("at", "who", "verb", "about", "previous_hash", "hash") '
    "VALUES (%s, %s, %s, %s, %s, %s)"
)

_waiting: ContextVar[list[tuple[str, str, str]] | None] = ContextVar("lines that wait", default=None)


@contextmanager
def notes_last() -> Iterator[None]:
    """
    Keep the lines of the acts made within, in their order, and write them at the end; none where it fails.

    It stands inside the transaction of the act that is made of several. Within another, it changes nothing.
    """
    if _waiting.get() is not None:
        yield
        return
    lines: list[tuple[str, str, str]] = []
    token = _waiting.set(lines)
    try:
        yield
    finally:
        _waiting.reset(token)
    for who, verb, about in lines:
        add_line(who=who, verb=verb, about=about)


def add_line(*, who: str, verb: str, about: str) -> None:
    """Add a line to the chain, or to those that wait for the end of the act; called in a transaction."""
    waiting = _waiting.get()
    if waiting is not None:
        waiting.append((who, verb, about))
        return
    take_turn("journal")
    previous, at = _head() or FIRST, timezone.now()
    sealed = seal(previous=previous, at=at, who=who, verb=verb, about=about)
    with (
        connection.cursor() as cursor
    ):  # without asking for the line back, as the ORM would: who adds may not see it
        cursor.execute(
            ADD, [connection.ops.adapt_datetimefield_value(at), who, verb, about, previous, sealed]
        )


def _head() -> str | None:
    """Give the seal of the last line, which PostgreSQL shows to nobody else than who adds the next one."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT journal_head()")
            head: str | None = cursor.fetchone()[0]
        return head
    return Line.objects.order_by("-id").values_list("hash", flat=True).first()
