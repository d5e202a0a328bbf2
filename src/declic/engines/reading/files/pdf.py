"""The text of a PDF, page after page, in reading order, each line with its box."""

from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2

from declic.engines.reading.files.columns import in_reading_order
from declic.engines.reading.files.frames import Frame, turn_of
from declic.engines.reading.files.page_lines import PageLine, lines_of, with_whole_words, without_furniture
from declic.engines.reading.files.pages import Box, LineBox, OpenedFile, Page, Turn
from declic.engines.reading.files.pdf_lines import Piece, pieces_of, with_neighbours
from declic.engines.reading.files.pdf_refusals import refused_text
from declic.engines.reading.files.pdf_words import Word, words_of
from declic.engines.reading.files.places import are_lost, in_places_order
from declic.engines.reading.files.stamps import stamps_apart
from declic.engines.reading.text import UnreadableFileError
from declic.units.spans import Span


MOST_PAGES = 1_000
MOSTLY = 0.5
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
        inside = document.count_attachments()
        read = [_page(document, index=index) for index in range(count)]
    finally:
        document.close()
    opened = _opened(read)
    refusal = refused_text(opened.text, files_inside=inside)
    if refusal:
        raise UnreadableFileError(refusal)
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
    """
    The lines of a page, its size as it is shown, and how; a page that is broken is an empty one.

    `high` is its height once it is held for its words to be upright.
    """

    lines: list[PageLine]
    width: float = 0.0
    height: float = 0.0
    high: float = 0.0
    turn: Turn | None = None


def _page(document: pypdfium2.PdfDocument, *, index: int) -> _ReadPage:
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return _ReadPage([])
    width, height = page.get_size()
    words, frame = words_of(page)
    turn = turn_of(page, frame=frame)
    page.close()
    pieces = _in_order(
        _on_page(words, frame=frame), width=frame.width, is_sideways=bool(turn and turn[0] < MOSTLY)
    )
    return _ReadPage(lines_of(pieces), width, height, frame.height, turn)


def _on_page(words: Sequence[Word], *, frame: Frame) -> list[Word]:
    """Leave out what is written outside of the page that is shown; all is kept where nearly nothing would be."""
    kept = [
        word
        for word in words
        if word.right > 0 and word.left < frame.width and word.bottom > 0 and word.top < frame.height
    ]
    return kept if len(kept) >= MOSTLY * len(words) else list(words)


def _in_order(words: Sequence[Word], *, width: float, is_sideways: bool) -> list[Piece]:
    """
    Give the pieces of a page as they are read; what is written across the page comes after what stands on it.

    The library orders the words of a page as it is shown: where that is sideways, their places alone say their order.
    """
    upright = [word for word in words if not word.is_aslant]
    aslant = [word for word in words if word.is_aslant]
    if upright and (is_sideways or are_lost(upright)):
        upright = in_places_order(upright)
    pieces = in_reading_order(with_neighbours(pieces_of(upright)), width=width)
    return [*stamps_apart(pieces), *pieces_of(aslant)]


def _opened(read: Sequence[_ReadPage]) -> OpenedFile:
    kept, furniture = without_furniture([page.lines for page in read], heights=[page.high for page in read])
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
