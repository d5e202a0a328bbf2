"""The text of a PDF, page after page, in reading order, each line with its box."""

from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2

from declic.engines.reading.files.columns import in_reading_order
from declic.engines.reading.files.page_lines import PageLine, lines_of, with_whole_words, without_furniture
from declic.engines.reading.files.pages import Box, LineBox, OpenedFile, Page, Turn
from declic.engines.reading.files.pdf_lines import read_pieces
from declic.engines.reading.files.turns import turn_of
from declic.engines.reading.text import UnreadableFileError
from declic.units.spans import Span


MOST_PAGES = 1_000
PASSWORD_ERRORS = {4, 5}


def open_pdf(data: bytes) -> OpenedFile:
    """
    Give the text of a PDF and where its pages and lines stand.

    Raises UnreadableFileError, in one sentence, for one that is encrypted, broken, too long or without text.
    """
    document = opened_pdf(data)
    try:
        count = len(document)
        if count > MOST_PAGES:
            raise UnreadableFileError(
                f"Le PDF a {count} pages : {MOST_PAGES} au plus, coupez-le en plusieurs fichiers."
            )
        read = [_page(document, index=index) for index in range(count)]
    finally:
        document.close()
    opened = _opened(read)
    if not any(letter.isalnum() for letter in opened.text):
        raise UnreadableFileError(
            "Le PDF ne contient pas de texte : c'est une image numérisée, passez-la d'abord à la reconnaissance de "
            "caractères (OCR)."
        )
    return opened


def opened_pdf(data: bytes) -> pypdfium2.PdfDocument:
    """Open a PDF. Raises UnreadableFileError, in one sentence, for one that is encrypted or broken."""
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in PASSWORD_ERRORS:
            raise UnreadableFileError(
                "Le PDF est protégé par un mot de passe : donnez-en une copie sans protection."
            ) from error
        raise UnreadableFileError("Le PDF est abîmé ou incomplet : il ne peut pas être ouvert.") from error


@dataclass(frozen=True, slots=True)
class _ReadPage:
    """The lines of a page, its size, and how it is shown; a page that is broken is an empty one."""

    lines: list[PageLine]
    width: float = 0.0
    height: float = 0.0
    turn: Turn | None = None


def _page(document: pypdfium2.PdfDocument, *, index: int) -> _ReadPage:
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return _ReadPage([])
    width, height = page.get_size()
    pieces = read_pieces(page, height=height)
    turn = turn_of(page, width=width, height=height)
    page.close()
    return _ReadPage(lines_of(in_reading_order(pieces, width=width)), width, height, turn)


def _opened(read: Sequence[_ReadPage]) -> OpenedFile:
    kept, furniture = without_furniture([page.lines for page in read], heights=[page.height for page in read])
    texts: list[str] = []
    mapped: list[Page] = []
    at = 0
    for page, lines, left_out in zip(read, with_whole_words(kept), furniture, strict=True):
        start, boxes = at, []
        for line in lines:
            boxes.append(_line_box(line, at=at))
            texts.append(f"{line.words}\n")
            at += len(line.words) + 1
        mapped.append(
            Page(
                len(mapped) + 1,
                Span(start, at),
                page.width,
                page.height,
                tuple(boxes),
                tuple(left_out),
                page.turn,
            )
        )
    return OpenedFile("".join(texts), "pdf", tuple(mapped))


def _line_box(line: PageLine, *, at: int) -> LineBox:
    are_told_apart = len(line.words_at) == line.words.count(" ") + 1
    return LineBox(
        Span(at, at + len(line.words)),
        *_short((line.left, line.top, line.right, line.bottom)),
        words=tuple((round(left, 1), round(right, 1)) for left, right in line.words_at)
        if are_told_apart
        else (),
        tails=tuple(_short(tail) for tail in line.tails),
    )


def _short(box: Box) -> Box:
    left, top, right, bottom = box
    return (round(left, 1), round(top, 1), round(right, 1), round(bottom, 1))
