"""Answers of the journal."""

import datetime

from declic.records.journal.models import Line
from declic.records.journal.seals import FIRST, seal
from declic.records.journal.values import ChainReport, JournalLine


PUBLIC = {
    "last_line_at": "it tells when something was last written here, and nothing of what or by whom",
    "verify_chain": "it tells whether the chain holds, and nothing that a line says",
    "lines_about": "read by other records, behind their own rights: a line holds ids and verbs, no name",
}


def verify_chain() -> ChainReport:
    """
    Recompute every seal, from the first line to the last.

    A change, an insertion or a removal before the last line is found. A cut of the last lines is not, unless
    `head` is compared with one noted elsewhere (each backup prints it).
    """
    previous, count = FIRST, 0
    for line in Line.objects.order_by("id").iterator(chunk_size=2000):
        expected = seal(previous=previous, at=line.at, who=line.who, verb=line.verb, about=line.about)
        if line.previous_hash != previous or line.hash != expected:
            return ChainReport(line_count=count, broken_at=line.pk, head=previous)
        previous, count = line.hash, count + 1
    return ChainReport(line_count=count, broken_at=None, head=previous)


def lines_about(about: str) -> tuple[JournalLine, ...]:
    """List what was done to one thing (« draft 12 »), oldest first."""
    lines = Line.objects.filter(about=about).order_by("id")
    return tuple(JournalLine(line.pk, line.at, line.who, line.verb, line.about) for line in lines)


def last_line_at() -> datetime.datetime | None:
    """Give the instant of the last line; None while the journal is empty."""
    return Line.objects.order_by("-id").values_list("at", flat=True).first()
