"""What must be found after a kill: everything that was acknowledged, nothing half written, an unbroken journal."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from tests.safety.writing_people import GivenText, Thing


@dataclass(slots=True)
class Found:
    """What one look found: faults are sentences, one for each thing that is not as it must be."""

    lost: list[str] = field(default_factory=list)
    half_written: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    kept_unanswered: int = 0
    lost_unanswered: int = 0
    line_count: int = 0

    @property
    def faults(self) -> list[str]:
        """Give every fault."""
        return [*self.lost, *self.half_written, *self.broken]


def look(database: Path, *, things: Iterable[Thing], texts: Iterable[GivenText]) -> Found:
    """Look at a database as it stands, and learn which of the unanswered writes were kept."""
    found = Found()
    with closing(sqlite3.connect(database)) as rows:
        _look_at_the_file(rows, found=found)
        lines = Counter(about for (about,) in rows.execute("SELECT about FROM journal_line"))
        for thing in things:
            look_at_thing(rows, thing=thing, line_count=lines[thing.about], found=found)
        look_at_texts(rows, texts=texts, found=found)
    _look_at_the_journal(found)
    return found


def _look_at_the_file(rows: sqlite3.Connection, *, found: Found) -> None:
    said = [str(row[0]) for row in rows.execute("PRAGMA integrity_check")]
    if said != ["ok"]:
        found.broken.append(f"the database is damaged: {said[:3]}")
    orphans = rows.execute("PRAGMA foreign_key_check").fetchall()
    if orphans:
        found.broken.append(f"links lead nowhere: {orphans[:3]}")


def look_at_thing(rows: sqlite3.Connection, *, thing: Thing, line_count: int, found: Found) -> None:
    """Compare one thing with what its writer noted."""
    kept = rows.execute(
        f"SELECT {thing.column} FROM {thing.table} WHERE id = ?",  # noqa: S608 — names written in the tests
        [thing.number],
    ).fetchone()[0]
    further = line_count - thing.line_count - thing.acknowledged
    if thing.pending is not None and (further, kept) == (1, thing.pending):
        found.kept_unanswered += 1
        thing.value = thing.pending
    elif (further, kept) == (0, thing.value):
        found.lost_unanswered += thing.pending is not None
    elif further < 0 or kept not in {thing.pending, thing.value}:
        found.lost.append(f"{thing.about}: « {kept} » and {further} lines more, not « {thing.value} »")
    else:
        found.half_written.append(f"{thing.about}: « {kept} » with {further} lines more")
    thing.line_count, thing.acknowledged, thing.pending = line_count, 0, None


def look_at_texts(rows: sqlite3.Connection, *, texts: Iterable[GivenText], found: Found) -> None:
    """Compare the documents with what their givers noted."""
    kept = dict(rows.execute("SELECT sha256, id FROM sources_version"))
    for text in texts:
        number = kept.get(text.sha256)
        drafts = rows.execute("SELECT id FROM sources_draft WHERE version_id = ?", [number]).fetchall()
        if text.is_acknowledged and len(drafts) != 1:
            found.lost.append(f"text {text.sha256[:8]}: version {number}, {len(drafts)} drafts")
        if not text.is_acknowledged:
            found.kept_unanswered += bool(number)
            found.lost_unanswered += not number
    _look_for_halves(rows, found=found)


def _look_for_halves(rows: sqlite3.Connection, *, found: Found) -> None:
    """Every version has its line; every draft its line and the segments of its whole text."""
    told = {
        about for (about,) in rows.execute("SELECT about FROM journal_line WHERE verb IN ('kept', 'read')")
    }
    for (number,) in rows.execute("SELECT id FROM sources_version"):
        if f"version {number}" not in told:
            found.half_written.append(f"version {number} without its line")
    for number, answer, segments in rows.execute(
        "SELECT id, answer, (SELECT count(*) FROM sources_segment WHERE draft_id = sources_draft.id) "
        "FROM sources_draft"
    ):
        sentences = json.loads(answer)["coverage"]["sentences"]
        if f"draft {number}" not in told or segments != sentences:
            found.half_written.append(f"draft {number}: {segments} segments of {sentences}")


def _look_at_the_journal(found: Found) -> None:
    from django.db import connection  # noqa: PLC0415 — the settings had to be known

    from declic.records.journal.reads import verify_chain  # noqa: PLC0415

    report = verify_chain()
    connection.close()
    found.line_count = report.line_count
    if not report.is_whole:
        found.broken.append(f"the journal breaks at line {report.broken_at}")
