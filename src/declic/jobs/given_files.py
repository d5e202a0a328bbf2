"""The file named on the command line, read with care: a path can be anything."""

from pathlib import Path
from tempfile import NamedTemporaryFile

from declic.engines.reading.text import LARGEST_FILE_BYTES, UnreadableFileError
from declic.jobs.refusals import RefusedError
from declic.jobs.voice import Voice
from declic.records.sources.files import demand_readable


def load(path: Path, *, voice: Voice) -> bytes:
    """Give the bytes of a file that may be read. Raises RefusedError, in one sentence that names the file."""
    try:
        _demand_a_file(path, voice=voice)
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise RefusedError(
            voice.say("{path}: cannot be read ({reason}).", path=path, reason=reason)
        ) from error


def load_document(path: Path, *, voice: Voice) -> bytes:
    """Give the bytes of a document that can be read. Raises RefusedError, in one sentence that names the file."""
    data = load(path, voice=voice)
    try:
        demand_readable(data)
    except UnreadableFileError as error:
        raise RefusedError(voice.say("{path}: {reason}", path=path, reason=str(error))) from error
    return data


def keep_out(path: Path, *, words: str, source: Path | None, voice: Voice) -> None:
    """Write the words to a file, whole or not at all. Raises RefusedError where it cannot, or is the source."""
    keep_bytes(path, data=words.encode("utf-8"), source=source, voice=voice)


def keep_bytes(path: Path, *, data: bytes, source: Path | None, voice: Voice) -> None:
    """Write bytes to a file, whole or not at all. Raises RefusedError where it cannot, or is the source."""
    try:
        if source and path.exists() and path.samefile(source):
            raise RefusedError(
                voice.say("{path}: this is the document itself; choose another file.", path=path)
            )
        with NamedTemporaryFile(dir=path.absolute().parent, prefix=".declic-", delete=False) as draft:
            draft.write(data)
        Path(draft.name).chmod(0o644)
        Path(draft.name).replace(path)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise RefusedError(
            voice.say("{path}: cannot be written ({reason}).", path=path, reason=reason)
        ) from error


def _demand_a_file(path: Path, *, voice: Voice) -> None:
    if path.is_dir():
        raise RefusedError(voice.say("{path}: this is a folder; name a file.", path=path))
    if not path.exists():
        raise RefusedError(voice.say("{path}: no such file.", path=path))
    if not path.is_file():
        raise RefusedError(voice.say("{path}: this is not an ordinary file.", path=path))
    if path.stat().st_size > LARGEST_FILE_BYTES:
        limit = LARGEST_FILE_BYTES // 1_000_000
        raise RefusedError(voice.say("{path}: too large, {limit} MB at most.", path=path, limit=limit))
