"""A backup in one file: the database as it stood at one instant, the kept files, the secret key."""

import datetime
import json
import os
import sqlite3
import tempfile
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from django.conf import settings
from django.db import connection
from django.utils import timezone

from declic.jobs.refusals import RefusedError
from declic.jobs.voice import Voice
from declic.records.sources.files import fingerprint


DATABASE, SECRET, FILES, MANIFEST = "declic.sqlite3", "secret_key", "files", "manifest.json"


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
    if connection.vendor != "sqlite":
        raise RefusedError(voice.say("This site stands on PostgreSQL: back it up with pg_dump."))
    path = _free_path(target, now=timezone.localtime(), voice=voice)
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".declic-") as folder:
            copy = Path(folder) / DATABASE
            line_count, head = _copy_database(copy)
            archive = Path(folder) / "backup.zip"
            _pack(archive, database=copy, line_count=line_count, head=head)
            os.link(archive, path)
    except FileExistsError as error:
        raise RefusedError(voice.say("{path}: this file exists already.", path=path)) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise RefusedError(
            voice.say("{path}: cannot be written ({reason}).", path=path, reason=reason)
        ) from error
    return Backup(path=path, byte_count=path.stat().st_size, line_count=line_count, head=head)


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


def _pack(archive: Path, *, database: Path, line_count: int, head: str) -> None:
    archive.touch(mode=0o600)
    data = Path(str(settings.DATABASES["default"]["NAME"])).parent
    manifest = {
        "format": "declic-backup/1",
        "made_at": timezone.now().isoformat(timespec="seconds"),
        "database_sha256": fingerprint(database.read_bytes()),
        "journal": {"lines": line_count, "head": head},
    }
    with ZipFile(archive, "w", compression=ZIP_DEFLATED) as pack:
        pack.writestr(MANIFEST, json.dumps(manifest, indent=2) + "\n")
        pack.write(database, DATABASE)
        if (data / SECRET).is_file():
            pack.write(data / SECRET, SECRET)
        for path in sorted((data / FILES).rglob("*")):
            pack.write(path, str(path.relative_to(data)))
