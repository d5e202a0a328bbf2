"""The text of a PDF, page after page, in reading order, each line with its box."""

from collections.abc import Sequence

import pypdfium2

from declic.engines.reading.files.columns import in_reading_order
from declic.engines.reading.files.page_lines import PageLine, lines_of, with_whole_words, without_furniture
from declic.engines.reading.files.pages import LineBox, OpenedFile, Page
from declic.engines.reading.files.pdf_lines import read_pieces
from declic.engines.reading.text import UnreadableFileError
from declic.units.spans import Span


MOST_PAGES = 1_000
PASSWORD_ERRORS = {4, 5}


def open_pdf(data: bytes) -> OpenedFile:
    """
    Give the text of a PDF and where its pages and lines stand.

    Raises UnreadableFileError, in one sentence, for one that is encrypted, broken, too long or without text.
    """
    document = _document(data)
    try:
        count = len(document)
        if count > MOST_PAGES:
            raise UnreadableFileError(
                f"Le PDF a {count} pages : {MOST_PAGES} au plus, coupez-le en plusieurs fichiers."
            )
        read = [_page(document, index=index) for index in range(count)]
    finally:
        document.close()
    opened = _opened([lines for lines, _ in read], sizes=[size for _, size in read])
    if not any(letter.isalnum() for letter in opened.text):
        raise UnreadableFileError(
            "Le PDF ne contient pas de texte : c'est une image numérisée, passez-la d'abord à la reconnaissance de "
            "caractères (OCR)."
        )
    return opened


def _document(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in PASSWORD_ERRORS:
            raise UnreadableFileError(
                "Le PDF est protégé par un mot de passe : donnez-en une copie sans protection."
            ) from error
        raise UnreadableFileError("Le PDF est abîmé ou incomplet : il ne peut pas être ouvert.") from error


def _page(document: pypdfium2.PdfDocument, *, index: int) -> tuple[list[PageLine], tuple[float, float]]:
    """Give the lines of a page and its size; a page that is broken is an empty one."""
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return [], (0.0, 0.0)
    width, height = page.get_size()
    pieces = read_pieces(page, height=height)
    page.close()
    return lines_of(in_reading_order(pieces, width=width)), (width, height)


def _opened(pages: Sequence[list[PageLine]], *, sizes: Sequence[tuple[float, float]]) -> OpenedFile:
    kept, furniture = without_furniture(pages, heights=[height for _, height in sizes])
    texts: list[str] = []
    mapped: list[Page] = []
    at = 0
    for number, lines in enumerate(with_whole_words(kept), start=1):
        start, boxes = at, []
        for line in lines:
            boxes.append(
                LineBox(
                    Span(at, at + len(line.words)),
                    *map(_short, (line.left, line.top, line.right, line.bottom)),
                )
            )
            texts.append(f"{line.words}\n")
            at += len(line.words) + 1
        width, height = sizes[number - 1]
        mapped.append(
            Page(number, Span(start, at), width, height, tuple(boxes), tuple(furniture[number - 1]))
        )
    return OpenedFile("".join(texts), "pdf", tuple(mapped))


def _short(points: float) -> float:
    return round(points, 1)
