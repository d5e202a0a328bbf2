"""Answers of the journal."""

import datetime
from collections.abc import Iterator, Mapping

from django.db import connection

from declic.records.journal.chains import chain_report
from declic.records.journal.models import Line
from declic.records.journal.values import ChainReport, JournalLine, SealedLine


PUBLIC = {
    "last_line_at": "it tells when something was last written here, and nothing of what or by whom",
    "verify_chain": "it tells whether the chain holds, and nothing that a line says",
    "knows_head": "it tells whether a seal is one of the journal's, and nothing that a line says",
    "lines_about": "read by other records, behind their own rights: a line holds ids and verbs, no name",
}


def verify_chain(*, noted: Mapping[int, str] | None = None) -> ChainReport:
    """Recompute every seal, from the first line to the last; `chains.py` says what is found and what is not."""
    return chain_report(_sealed(), last_given=_last_given(), noted=noted)


def knows_head(head: str) -> bool:
    """Say whether a line bears this seal: a head that was noted elsewhere is still in the chain."""
    return Line.objects.filter(hash=head).exists()


def lines_about(about: str) -> tuple[JournalLine, ...]:
    """List what was done to one thing (« draft 12 »), oldest first."""
    lines = Line.objects.filter(about=about).order_by("id")
    return tuple(JournalLine(line.pk, line.at, line.who, line.verb, line.about) for line in lines)


def last_line_at() -> datetime.datetime | None:
    """Give the instant of the last line; None while the journal is empty."""
    return Line.objects.order_by("-id").values_list("at", flat=True).first()


def _sealed() -> Iterator[SealedLine]:
    for line in Line.objects.order_by("id").iterator(chunk_size=2000):
        yield SealedLine(line.pk, line.at, line.who, line.verb, line.about, line.previous_hash, line.hash)


def _last_given() -> int | None:
    """Give the last number that SQLite gave a line; PostgreSQL's numbers have gaps where a write was undone."""
    if connection.vendor != "sqlite":
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = 'journal_line'")
        found = cursor.fetchone()
    return int(found[0]) if found else 0
