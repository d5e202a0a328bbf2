"""A file as it came: its bytes' fingerprint, its text and how the text was written."""

import hashlib
from dataclasses import dataclass

from declic.engines.reading.files.kinds import FileKind, recognise_file
from declic.engines.reading.files.opening import open_file
from declic.engines.reading.files.pages import Page
from declic.engines.reading.text import decode


READER = "text/3"
"""The reader and its version: kept with each reading, raised when what it reads changes."""


@dataclass(frozen=True, slots=True)
class DecodedFile:
    """The text that offsets count in, with what proves it is that of the file, and its pages where it has some."""

    text: str
    encoding: str
    sha256: str
    pages: tuple[Page, ...] = ()


def decode_file(data: bytes) -> DecodedFile:
    """
    Give the text of a file. Raises UnreadableFileError, in one sentence.

    A file that is no plain text is taken apart here: do it in the jail (`file_in_jail`) for one that came from
    outside.
    """
    opened = open_file(data)
    return DecodedFile(opened.text, opened.encoding, fingerprint(data), opened.pages)


def demand_readable(data: bytes) -> FileKind:
    """
    Say what kind of file it is, once it is known not to be refused at first sight: empty, too large, no such kind.

    A plain text is decoded; any other kind is only opened later, in the jail. Raises UnreadableFileError.
    """
    kind = recognise_file(data)
    if kind is FileKind.TEXT:
        decode(data)
    return kind


def fingerprint(data: bytes) -> str:
    """Give the SHA-256 of the bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def title_from(name: str) -> str:
    """Give a title to a document that has none, from the name of its file."""
    stem = kept_name(name).rsplit(".", 1)[0]
    return stem.replace("_", " ").replace("-", " ").strip()[:300] or "Document"


def kept_name(name: str) -> str:
    """Give the name of a file without the folders that somebody's machine put before it."""
    return name.replace("\\", "/").rsplit("/", 1)[-1].strip()[:255] or "document.txt"
