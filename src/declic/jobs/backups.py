"""A backup in one file: the database as it stood at one instant, the kept files, the secret key, the theme."""

import datetime
import errno
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.db import connection
from django.utils import timezone

from declic.jobs import postgresql
from declic.jobs.archives import BESIDE, DATABASE, DUMP, FILES, is_known, pack
from declic.jobs.heads import note_head
from declic.jobs.refusals import RefusedError
from declic.jobs.site import data_folder
from declic.jobs.voice import Voice
from declic.records.journal.reads import verify_chain


WITHOUT_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
"""What a disk answers that cannot give one file two names (a key, a network folder)."""


@dataclass(frozen=True, slots=True)
class Backup:
    """What was kept, and the head of its journal: noted elsewhere, it shows a later cut of the last lines."""

    path: Path
    byte_count: int
    line_count: int
    head: str


def back_up(target: Path | None, *, voice: Voice) -> Backup:
    """
    Write a backup while people go on writing; the file appears whole or not at all, readable by its owner only.

    `target` is a new file or a folder (the current one unless told). Raises RefusedError, in one sentence.
    """
    path = _free_path(target, now=timezone.localtime(), voice=voice)
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".declic-") as folder:
            line_count, head = _write(Path(folder), voice=voice)
            _appear(Path(folder) / "backup.zip", path=path)
    except FileExistsError as error:
        raise RefusedError(voice.say("{path}: this file exists already.", path=path)) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise RefusedError(
            voice.say("{path}: cannot be written ({reason}).", path=path, reason=reason)
        ) from error
    report = verify_chain()
    if report.is_whole:
        note_head(data_folder(), report=report)
    return Backup(path=path, byte_count=path.stat().st_size, line_count=line_count, head=head)


def members_beside(data: Path) -> Iterator[tuple[str, Path]]:
    """Give what stands beside the database and goes with it, by its name in the archive."""
    for path in sorted(data.iterdir()):
        if path.name in BESIDE or (path.name not in {DATABASE, DUMP} and is_known(path.name)):
            yield path.name, path
    for path in sorted((data / FILES).rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path.relative_to(data).as_posix(), path


def _write(folder: Path, *, voice: Voice) -> tuple[int, str]:
    """Write the archive in a folder of its own, and give the length and the head of its journal."""
    is_sqlite = connection.vendor == "sqlite"
    copy = folder / (DATABASE if is_sqlite else DUMP)
    line_count, head = _copy_database(copy) if is_sqlite else postgresql.dump(copy, voice=voice)
    manifest = {
        "engine": connection.vendor,
        "made_at": timezone.now().isoformat(timespec="seconds"),
        "journal": {"lines": line_count, "head": head},
    }
    pack(
        folder / "backup.zip",
        manifest=manifest,
        members={copy.name: copy, **dict(members_beside(data_folder()))},
    )
    return line_count, head


def _appear(archive: Path, *, path: Path) -> None:
    """Give the whole archive its name, which nobody may have taken; the folder keeps it through a power cut."""
    try:
        os.link(archive, path)
    except OSError as error:
        if error.errno not in WITHOUT_LINKS:
            raise
        path.touch(mode=0o600, exist_ok=False)
        archive.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _free_path(target: Path | None, *, now: datetime.datetime, voice: Voice) -> Path:
    path = target or Path.cwd()
    if path.is_dir():
        path /= f"declic-{now:%Y-%m-%d-%H%M%S}.zip"
    if path.exists():
        raise RefusedError(voice.say("{path}: this file exists already.", path=path))
    return path.absolute()


def _copy_database(copy: Path) -> tuple[int, str]:
    connection.ensure_connection()
    kept = sqlite3.connect(copy)
    try:
        connection.connection.backup(kept)
        kept.execute("PRAGMA journal_mode=DELETE")
        count, head = kept.execute(
            "SELECT count(*), (SELECT hash FROM journal_line ORDER BY id DESC LIMIT 1) FROM journal_line"
        ).fetchone()
    finally:
        kept.close()
    return count, head or ""
