"""The one door by which a file becomes text."""

from declic.engines.reading.files.archives import TRAP, Archive
from declic.engines.reading.files.docx import open_docx
from declic.engines.reading.files.docx_parts import main_part
from declic.engines.reading.files.kinds import WHAT_IS_READ, FileKind, recognise_file
from declic.engines.reading.files.odt import open_odt
from declic.engines.reading.files.pages import OpenedFile
from declic.engines.reading.files.pdf import open_pdf
from declic.engines.reading.text import UnreadableFileError, decode, encoding_of


OPENDOCUMENT_TEXT = b"application/vnd.oasis.opendocument.text"


def open_file(data: bytes) -> OpenedFile:
    """Give the text of a file, whatever its kind. Raises UnreadableFileError, in one sentence."""
    kind = recognise_file(data)
    if kind is FileKind.PDF:
        return open_pdf(data)
    if kind is FileKind.ARCHIVE:
        return _with_words(_open_archive(Archive(data)))
    return OpenedFile(decode(data), encoding_of(data))


def _open_archive(archive: Archive) -> OpenedFile:
    try:
        return _open_document(archive)
    except RecursionError as error:
        raise UnreadableFileError(TRAP) from error


def _open_document(archive: Archive) -> OpenedFile:
    if main_part(archive) is not None:
        return open_docx(archive)
    if "mimetype" in archive.names and archive.bytes_of("mimetype").startswith(OPENDOCUMENT_TEXT):
        return open_odt(archive)
    raise UnreadableFileError(
        f"Le fichier est une archive ou un document d'une autre sorte : {WHAT_IS_READ}."
    )


def _with_words(opened: OpenedFile) -> OpenedFile:
    if not any(letter.isalnum() for letter in opened.text):
        raise UnreadableFileError("Le document ne contient pas de texte.")
    return opened
