"""The one door by which a file becomes text."""

from declic.engines.reading.files.kinds import FileKind, recognise_file
from declic.engines.reading.files.pages import OpenedFile
from declic.engines.reading.files.pdf import open_pdf
from declic.engines.reading.text import decode


def open_file(data: bytes) -> OpenedFile:
    """Give the text of a file, whatever its kind. Raises UnreadableFileError, in one sentence."""
    if recognise_file(data) is FileKind.PDF:
        return open_pdf(data)
    text = decode(data)
    return OpenedFile(text, "utf-8" if text.encode("utf-8") == data else "windows-1252")
