"""
`declic restore`: a backup comes back whole, or nothing changes; what was there before is kept beside.

Everything is unpacked and proved in a folder of its own — names, sizes, hashes, the database, its links, its journal —
before the first file takes its place.
"""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone

from declic.jobs import postgresql
from declic.jobs.archives import DUMP, SECRET, Manifest, unpack
from declic.jobs.occupied import LOCK, emptied
from declic.jobs.refusals import RefusedError
from declic.jobs.site import data_folder
from declic.jobs.voice import Voice
from declic.records.journal.chains import chain_report
from declic.records.journal.reads import verify_chain
from declic.records.journal.values import SealedLine


MADE_AGAIN = {LOCK, "static", SECRET}
"""What a data folder holds before anything was kept in it."""

UNPACKED, REPLACED = ".restoring-", "replaced-"


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back, and where what was there before is kept, if anything was."""

    line_count: int
    head: str
    before: Path | None


def restore(path: Path, *, replace: bool, voice: Voice) -> Restored:
    """
    Put a backup in the place of what is kept here; `replace` allows it where something is.

    Raises RefusedError, in one sentence, where it cannot be: nothing has changed then.
    """
    if not path.is_file():
        raise RefusedError(voice.say("{path}: no such file.", path=path))
    data = data_folder()
    with emptied(data, voice=voice):
        if not replace and _is_in_use(data):
            raise RefusedError(
                voice.say(
                    "{path} holds a site already: say --replace to put the backup in its place.", path=data
                )
            )
        _forget_unfinished(data)
        with tempfile.TemporaryDirectory(dir=data, prefix=UNPACKED) as folder:
            unpacked = Path(folder)
            manifest = unpack(path.absolute(), unpacked, voice=voice)
            _demand_same_engine(manifest, path=path, voice=voice)
            if manifest.engine == "sqlite":
                demand_whole(unpacked / manifest.database, manifest=manifest, path=path, voice=voice)
                connection.close()
                before = _swap(data, unpacked=unpacked)
            else:
                before = _load(data, unpacked=unpacked, manifest=manifest, path=path, voice=voice)
    return Restored(manifest.line_count, manifest.head, before)


def demand_whole(database: Path, *, manifest: Manifest, path: Path, voice: Voice) -> None:
    """Raise RefusedError where an unpacked database is damaged, of another program, or newer than this one."""
    try:
        with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as rows:
            rows.execute("PRAGMA trusted_schema=OFF")
            is_whole = _holds(rows, manifest=manifest)
            newer = _newer(rows)
    except (sqlite3.Error, ValueError, TypeError, AttributeError) as error:
        raise RefusedError(voice.say("{path}: the database of this backup is damaged.", path=path)) from error
    if newer:
        raise RefusedError(voice.say("{path}: this backup was made by a newer version of Déclic.", path=path))
    if not is_whole:
        raise RefusedError(voice.say("{path}: the database of this backup is damaged.", path=path))


def _holds(rows: sqlite3.Connection, *, manifest: Manifest) -> bool:
    if [row[0] for row in rows.execute("PRAGMA integrity_check")] != ["ok"]:
        return False
    if rows.execute("PRAGMA foreign_key_check").fetchone() is not None:
        return False
    last = rows.execute("SELECT seq FROM sqlite_sequence WHERE name = 'journal_line'").fetchone()
    report = chain_report(_lines(rows), last_given=last[0] if last else 0)
    empty_head = report.head if report.line_count else ""
    return report.is_whole and (report.line_count, empty_head) == (manifest.line_count, manifest.head)


def _lines(rows: sqlite3.Connection) -> Iterator[SealedLine]:
    for number, at, *words in rows.execute(
        "SELECT id, at, who, verb, about, previous_hash, hash FROM journal_line ORDER BY id"
    ):
        yield SealedLine(number, datetime.fromisoformat(at).replace(tzinfo=UTC), *words)


def _newer(rows: sqlite3.Connection) -> bool:
    loader = MigrationLoader(None)
    applied = {(app, name) for app, name in rows.execute("SELECT app, name FROM django_migrations")}
    return any(
        app in loader.migrated_apps and (app, name) not in loader.disk_migrations for app, name in applied
    )


def _is_in_use(data: Path) -> bool:
    if connection.vendor == "postgresql" and "journal_line" in connection.introspection.table_names():
        return True
    return any(name not in MADE_AGAIN for name in _names(data))


def _names(data: Path) -> list[str]:
    """Name what stands in a data folder, but what earlier restorations left there."""
    return sorted(one.name for one in data.iterdir() if not one.name.startswith((UNPACKED, REPLACED)))


def _forget_unfinished(data: Path) -> None:
    for left in data.glob(f"{UNPACKED}*"):
        shutil.rmtree(left, ignore_errors=True)


def _demand_same_engine(manifest: Manifest, *, path: Path, voice: Voice) -> None:
    if manifest.engine == connection.vendor:
        return
    names = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
    raise RefusedError(
        voice.say(
            "{path}: this backup is one of {other}, and this site stands on {own}.",
            path=path,
            other=names[manifest.engine],
            own=names[connection.vendor],
        )
    )


def _swap(data: Path, *, unpacked: Path) -> Path | None:
    """
    Put the unpacked files in their places, and give the folder where those of before are kept.

    A disk that refuses half-way has everything put back as it was.
    """
    leaving = [name for name in _names(data) if name not in {LOCK, "static"}]
    if leaving == [SECRET]:  # made a moment ago by this very command, and good for nothing yet
        leaving = []
    now = timezone.localtime()
    before = Path(tempfile.mkdtemp(dir=data, prefix=f"{REPLACED}{now:%Y-%m-%d-%H%M%S}-")) if leaving else None
    moves: list[tuple[Path, Path]] = []
    done: list[tuple[Path, Path]] = []
    try:
        if before:
            moves = [(data / name, before / name) for name in leaving]
        moves += [(one, data / one.name) for one in sorted(unpacked.iterdir()) if one.name != DUMP]
        for source, target in moves:
            source.rename(target)
            done.append((source, target))
    except OSError:
        for source, target in reversed(done):
            target.rename(source)
        raise
    return before


def _load(data: Path, *, unpacked: Path, manifest: Manifest, path: Path, voice: Voice) -> Path | None:
    """Load a dump of PostgreSQL in one transaction; what was there before is dumped first, and comes back if need be."""
    postgresql.demand_list(unpacked / DUMP, voice=voice)
    before = None
    if "journal_line" in connection.introspection.table_names():
        before = unpacked / "before.dump"
        postgresql.dump(before, voice=voice)
    connection.close()
    postgresql.load(unpacked / DUMP, voice=voice)
    report = verify_chain()
    if not report.is_whole or report.line_count != manifest.line_count:
        connection.close()
        if before:
            postgresql.load(before, voice=voice)
        raise RefusedError(voice.say("{path}: the database of this backup is damaged.", path=path))
    kept = before.rename(data / DUMP) if before else None
    place = _swap(data, unpacked=unpacked)
    return place if kept else None
