"""What kind of file some bytes are: the content decides, never the name."""

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
)
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
    if data[:64].lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(PDF_MARK):
        return FileKind.PDF
    if data.startswith(ARCHIVE_MARK):
        return FileKind.ARCHIVE
    for signature, kind in REFUSED_SIGNATURES:
        if data.startswith(signature):
            raise UnreadableFileError(f"Le fichier est {kind} : {WHAT_IS_READ}.")
    return FileKind.TEXT
