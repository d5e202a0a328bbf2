"""The text of a PDF, page after page."""

import pypdfium2

from declic.engines.reading.files.pages import OpenedFile, Page
from declic.engines.reading.text import UnreadableFileError
from declic.units.spans import Span


MOST_PAGES = 1_000
PASSWORD_ERRORS = {4, 5}


def open_pdf(data: bytes) -> OpenedFile:
    """
    Give the text of a PDF and where its pages begin and end.

    Raises UnreadableFileError, in one sentence, for one that is encrypted, broken, too long or without text.
    """
    document = _document(data)
    try:
        count = len(document)
        if count > MOST_PAGES:
            raise UnreadableFileError(
                f"Le PDF a {count} pages : {MOST_PAGES} au plus, coupez-le en plusieurs fichiers."
            )
        return _opened(document, count=count)
    finally:
        document.close()


def _document(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in PASSWORD_ERRORS:
            raise UnreadableFileError(
                "Le PDF est protégé par un mot de passe : donnez-en une copie sans protection."
            ) from error
        raise UnreadableFileError("Le PDF est abîmé ou incomplet : il ne peut pas être ouvert.") from error


def _opened(document: pypdfium2.PdfDocument, *, count: int) -> OpenedFile:
    pages: list[Page] = []
    texts: list[str] = []
    at = 0
    for index in range(count):
        text, width, height = _page(document, index=index)
        texts.append(text)
        pages.append(Page(index + 1, Span(at, at + len(text)), width, height))
        at += len(text)
    whole = "".join(texts)
    if not any(letter.isalnum() for letter in whole):
        raise UnreadableFileError(
            "Le PDF ne contient pas de texte : c'est une image numérisée, passez-la d'abord à la reconnaissance de "
            "caractères (OCR)."
        )
    return OpenedFile(whole, "pdf", tuple(pages))


def _page(document: pypdfium2.PdfDocument, *, index: int) -> tuple[str, float, float]:
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return "\n", 0.0, 0.0
    words = page.get_textpage().get_text_range()
    width, height = page.get_size()
    page.close()
    return words.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "") + "\n", width, height
