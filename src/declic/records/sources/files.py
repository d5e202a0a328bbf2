"""A file as it came: its bytes' fingerprint, its text and how the text was written."""

import hashlib
from dataclasses import dataclass

from declic.engines.reading.text import decode


READER = "text/1"
"""The reader and its version: kept with each reading, raised when what it reads changes."""


@dataclass(frozen=True, slots=True)
class DecodedFile:
    """The text that offsets count in, with what proves it is that of the file."""

    text: str
    encoding: str
    sha256: str


def decode_file(data: bytes) -> DecodedFile:
    """Decode the bytes of a text file. Raises UnreadableFileError, in one sentence."""
    text = decode(data)
    encoding = "utf-8" if text.encode("utf-8") == data else "windows-1252"
    return DecodedFile(text=text, encoding=encoding, sha256=fingerprint(data))


def fingerprint(data: bytes) -> str:
    """Give the SHA-256 of the bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
