"""What kind of file some bytes are: the content decides, never the name."""

import re
from enum import StrEnum

from declic.engines.reading.text import LARGEST_FILE_BYTES, UnreadableFileError


class FileKind(StrEnum):
    """The kinds of file that are read."""

    TEXT = "text"
    PDF = "pdf"
    ARCHIVE = "archive"


WHAT_IS_READ = "donnez un PDF avec son texte, un document .docx ou .odt, ou un fichier texte (.txt, .md)"
REFUSED_SIGNATURES = (
    (b"\xd0\xcf\x11\xe0", "un ancien document Word ou Excel, ou un document protégé par un mot de passe"),
    (b"\x89PNG", "une image"),
    (b"\xff\xd8\xff", "une image"),
    (b"{\\rtf", "un document RTF"),
    (b"MIME-Version:", "une page web ou un message enregistré"),
)
REFUSED_PAGES = (
    (b"<!doctype html", "une page web (HTML)"),
    (b"<html", "une page web (HTML)"),
    (b"<office:document", "un document OpenDocument en un seul fichier XML (.fodt)"),
    (b"<w:worddocument", "un document Word en un seul fichier XML"),
    (b"<pkg:package", "un document Word en un seul fichier XML"),
)
HEAD_BYTES = 1_024
PROLOGUE = re.compile(rb"^(?:<\?[^>]*>\s*)+")
PDF_MARK = b"%PDF-"
ARCHIVE_MARK = b"PK\x03\x04"


def recognise_file(data: bytes) -> FileKind:
    """
    Say what kind of file the bytes are, without reading it.

    Raises UnreadableFileError, in one sentence, for an empty file, one that is too large and one of a kind that is
    not read.
    """
    if not data.strip():
        raise UnreadableFileError("Le fichier est vide.")
    if len(data) > LARGEST_FILE_BYTES:
        limit = LARGEST_FILE_BYTES // 1_000_000
        raise UnreadableFileError(f"Le fichier est trop grand : {limit} Mo au plus.")
    if _is_pdf(data):
        return FileKind.PDF
    if data.startswith(ARCHIVE_MARK):
        return FileKind.ARCHIVE
    kind = _refused_kind(data)
    if kind:
        raise UnreadableFileError(f"Le fichier est {kind} : {WHAT_IS_READ}.")
    return FileKind.TEXT


def _is_pdf(data: bytes) -> bool:
    """Say whether it is a PDF: what a server or a printer wrote before its mark is passed over, as viewers do."""
    head = data[:HEAD_BYTES]
    if head[:64].lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(PDF_MARK):
        return True
    return b"\n" + PDF_MARK in head and b"endobj" in data


def _refused_kind(data: bytes) -> str:
    """Name the kind of a file that is not read; empty for one that may be a text."""
    head = data[:HEAD_BYTES].lstrip(b"\xef\xbb\xbf\r\n\t ").lower()
    begins = PROLOGUE.sub(b"", head)
    by_mark = [kind for signature, kind in REFUSED_SIGNATURES if data.startswith(signature)]
    by_name = [kind for name, kind in REFUSED_PAGES if begins.startswith(name)]
    return next(iter(by_mark + by_name), "")
