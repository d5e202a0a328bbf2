"""`declic verify`: that what is kept still says what it said, from the disk to the last citation."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

from declic.jobs.heads import note_head, noted_heads
from declic.jobs.voice import Voice
from declic.records.accounts.viewers import OPERATOR
from declic.records.journal.reads import knows_head, verify_chain
from declic.records.journal.values import Harm
from declic.records.sources.reads import verify_sources


@dataclass(frozen=True, slots=True)
class Proof:
    """One thing that was verified: how many were looked at, and what does not hold."""

    name: str
    count: int
    faults: tuple[str, ...]


HARMS = {
    Harm.ALTERED: "line {number} was altered",
    Harm.MISSING: "line {number} is missing",
    Harm.OUT_OF_TURN: "line {number} does not follow the one before",
    Harm.CUT: "the end is cut, from line {number} or before",
    Harm.REWRITTEN: "line {number} is not the one whose head was noted",
}


def verify(
    *, tick: Callable[[], None], voice: Voice, data: Path, head: str | None = None
) -> tuple[Proof, ...]:
    """
    Verify everything, in order; `tick` is called for each document and after each other step.

    `data` holds the heads noted earlier, to which the journal's own is added where everything holds; `head` is one
    that was noted elsewhere.
    """
    database = _database(voice=voice)
    tick()
    sources = verify_sources(viewer=OPERATOR, tick=tick)
    chain = verify_chain(noted=noted_heads(data))
    broken = tuple(voice.say(HARMS[fault.harm], number=fault.number) for fault in chain.faults)
    if head is not None and not knows_head(head):
        broken += (voice.say("no line has the head {head}", head=f"{head[:12]}…"),)
    if not broken:
        note_head(data, report=chain)
    return (
        *database,
        Proof(voice.say("documents: same bytes, same text"), sources.version_count, sources.changed_versions),
        Proof(voice.say("citations: same words"), sources.citation_count, sources.changed_citations),
        Proof(voice.say("journal: unbroken chain"), chain.line_count, broken),
    )


def _database(*, voice: Voice) -> tuple[Proof, ...]:
    if connection.vendor != "sqlite":
        return ()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        said = tuple(str(row[0]) for row in cursor.fetchall() if row[0] != "ok")
        cursor.execute("PRAGMA foreign_key_check")
        orphans = tuple(f"{row[0]} {row[1]}" for row in cursor.fetchall())
        cursor.execute("SELECT count(*) FROM sqlite_master WHERE type = 'table'")
        tables = cursor.fetchone()[0]
    return (
        Proof(voice.say("database: whole"), tables, said),
        Proof(voice.say("database: every link has its row"), tables, orphans),
    )
