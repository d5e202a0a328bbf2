"""
The archive of a backup, written and read with care: what it holds is listed in its manifest, each with its hash.

`declic-backup/2` is a zip: `manifest.json`, then the database (`declic.sqlite3`, or `database.dump` of pg_dump) and
whatever stood beside it. An archive that somebody hands us can be anything: nothing is unpacked that was not named,
counted and measured first, and every byte is compared with its hash before it is used.
"""

import hashlib
import json
import os
import re
import shutil
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from declic.jobs.refusals import RefusedError
from declic.jobs.voice import Voice


FORMAT, FIRST_FORMAT = "declic-backup/2", "declic-backup/1"
MANIFEST = "manifest.json"
DATABASE, DUMP, SECRET, FILES = "declic.sqlite3", "database.dump", "secret_key", "files"
BESIDE = ("secret_key", "journal-heads.txt", "theme.toml")
LOGO = re.compile(r"[A-Za-z0-9_-]{1,80}\.(?:svg|png)", re.ASCII)
PIECE = 1 << 20
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip can tell: a machine whose clock fell back to 1970 makes backups too."""
LARGEST_MANIFEST = 50_000_000
MOST_MEMBERS = 200_000
SMALL, LARGEST_RATIO = 200_000_000, 100
"""A backup shrinks about ten times; one that shrank a hundred times and is large was made to fill a disk."""
ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an archive says of itself: its engine, the head of its journal, the hash of each of its files."""

    engine: str
    line_count: int
    head: str
    hashes: Mapping[str, str]

    @property
    def database(self) -> str:
        """Give the name of the file that holds the database."""
        return DATABASE if self.engine == "sqlite" else DUMP


def hash_of(path: Path) -> str:
    """Give the SHA-256 of a file, whatever its size."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def pack(archive: Path, *, manifest: dict[str, Any], members: Mapping[str, Path]) -> None:
    """Write an archive that only its owner can read, and have the disk keep it."""
    archive.touch(mode=0o600)
    whole = {"format": FORMAT, **manifest, "files": {name: hash_of(path) for name, path in members.items()}}
    with archive.open("wb") as file:
        with ZipFile(file, "w", compression=ZIP_DEFLATED, strict_timestamps=False) as packed:
            packed.writestr(ZipInfo(MANIFEST, date_time=FIRST_DAY), json.dumps(whole, indent=2) + "\n")
            for name, path in members.items():
                packed.write(path, name)
        file.flush()
        os.fsync(file.fileno())


def unpack(path: Path, folder: Path, *, voice: Voice) -> Manifest:
    """
    Unpack an archive into an empty folder, whole and as it was written, and give its manifest.

    Raises RefusedError, in one sentence, for what is not such an archive: nothing was used of it then.
    """
    try:
        with ZipFile(path) as packed:
            return _unpack_all(packed, folder=folder, path=path, voice=voice)
    except RefusedError:
        raise
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise _refused("{path}: cannot be read ({reason}).", path=path, reason=reason, voice=voice) from error
    except Exception as error:  # zlib and zipfile raise errors of many kinds on bytes that were made to harm
        raise _refused("{path}: this is not a whole backup of Déclic.", path=path, voice=voice) from error


def _unpack_all(packed: ZipFile, *, folder: Path, path: Path, voice: Voice) -> Manifest:
    members = _members(packed, folder=folder, path=path, voice=voice)
    manifest = _manifest(packed, path=path, voice=voice)
    if members.keys() != manifest.hashes.keys() or manifest.database not in members:
        raise _refused("{path}: this backup does not hold what it says it holds.", path=path, voice=voice)
    for name, member in members.items():
        if _unpacked(packed, member, folder / name) != manifest.hashes[name]:
            raise _refused("{path}: this backup was altered ({name}).", path=path, name=name, voice=voice)
    return manifest


def _members(packed: ZipFile, *, folder: Path, path: Path, voice: Voice) -> dict[str, ZipInfo]:
    """Give what may be unpacked, by name; anything else in the archive refuses it whole."""
    found = packed.infolist()
    names = [one.filename for one in found]
    if len(found) > MOST_MEMBERS or len(set(names)) != len(names) or MANIFEST not in names:
        raise _refused("{path}: this is not a whole backup of Déclic.", path=path, voice=voice)
    for one in found:
        if not (is_known(one.filename) or one.filename == MANIFEST) or _is_strange(one):
            raise _refused(
                "{path}: this backup holds something that no backup holds.", path=path, voice=voice
            )
    size, packed_size = sum(one.file_size for one in found), sum(one.compress_size for one in found)
    swells = size > SMALL and size > LARGEST_RATIO * packed_size
    if swells or size > shutil.disk_usage(folder).free // 2:
        raise _refused("{path}: once unpacked, this backup would fill the disk.", path=path, voice=voice)
    return {one.filename: one for one in found if one.filename != MANIFEST}


def is_known(name: str) -> bool:
    """Say whether a backup may hold a file of this name: ours alone, and no way out of the folder."""
    if name in {DATABASE, DUMP, *BESIDE} or LOGO.fullmatch(name):
        return True
    parts = name.split("/")
    return (
        parts[0] == FILES
        and len(parts) > 1
        and all(part not in {"", ".", ".."} for part in parts)
        and not set(name) & {"\\", ":", "\0"}
    )


def _is_strange(one: ZipInfo) -> bool:
    kind = stat.S_IFMT(one.external_attr >> 16)
    return bool(one.flag_bits & ENCRYPTED) or one.is_dir() or kind not in {0, stat.S_IFREG}


def _manifest(packed: ZipFile, *, path: Path, voice: Voice) -> Manifest:
    with packed.open(MANIFEST) as file:
        words = file.read(LARGEST_MANIFEST)
    try:
        said = json.loads(words)
        if said["format"] == FIRST_FORMAT:
            # the first format gave the hash of the database alone; the zip's own sums stand for the rest
            said |= {"engine": "sqlite", "files": _hashes(packed, database=said["database_sha256"])}
        elif said["format"] != FORMAT:
            raise _refused(
                "{path}: this backup was made by another version of Déclic.", path=path, voice=voice
            )
        files = {str(name): str(value) for name, value in said["files"].items()}
        journal = said["journal"]
        engine = {"sqlite": "sqlite", "postgresql": "postgresql"}[said["engine"]]
        return Manifest(engine, int(journal["lines"]), str(journal["head"]), files)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _refused("{path}: this is not a whole backup of Déclic.", path=path, voice=voice) from error


def _hashes(packed: ZipFile, *, database: str) -> dict[str, str]:
    names = [name for name in packed.namelist() if name not in {MANIFEST, DATABASE}]
    found = {DATABASE: database}
    for name in names:
        with packed.open(name) as file:
            found[name] = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type] # it reads as a file
    return found


def _unpacked(packed: ZipFile, member: ZipInfo, target: Path) -> str:
    """Unpack one file, never more than it said, and give its hash."""
    target.parent.mkdir(parents=True, exist_ok=True)
    counted = hashlib.sha256()
    with packed.open(member) as source, target.open("xb") as file:
        while piece := source.read(PIECE):
            counted.update(piece)
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    target.chmod(0o600)
    return counted.hexdigest()


def _refused(sentence: str, *, voice: Voice, **values: object) -> RefusedError:
    return RefusedError(voice.say(sentence, **values))
