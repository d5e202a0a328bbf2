"""The words of a page of PDF, each with its box, from the places of their first and last characters."""

import ctypes
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from declic.engines.reading.files.frames import Frame, frame_of


CUTS = "\x02\ufffe"
"""How the library tells a hyphen at the end of a line."""
TOKEN = re.compile(rf"[^ \t\r\n{CUTS}]*[{CUTS}]|[^ \t\r\n{CUTS}]+")
HALVES = re.compile(r"[\ud800-\udfff\U00010000-\U0010ffff]")
"""What takes two places where the library gives the text at once."""
BLANK_SHARE = 0.15
"""A blank between two letters is this wide, at least, beside their height."""
SLANT = 0.5
WIDEST_LETTER = 2.5


@dataclass(slots=True)
class Word:
    """
    A word and its box on the upright page.

    `begins_line` where the file begins a line, `is_glued` where no blank stands before it, `is_aslant` where its letters
    do not stand side by side.
    """

    words: str
    left: float
    top: float
    right: float
    bottom: float
    begins_line: bool
    is_glued: bool = False
    is_aslant: bool = False

    @property
    def height(self) -> float:
        """Give how high it is."""
        return self.bottom - self.top


def words_of(page: pypdfium2.PdfPage) -> tuple[list[Word], Frame]:
    """Give the words of a page in the order of the file, and how the page is held for them to be upright."""
    read = page.get_textpage()
    try:
        text = _text(read)
        letters = [token.start() for token in TOKEN.finditer(text)]
        frame = frame_of(page, words=read, letters=letters)
        words = _with_short_ones(_Taken(read, frame, text, pdfium.FS_RECTF()).words())
        return (_closed_up(words) if frame.across < 0 else words), frame
    finally:
        read.close()


def _with_short_ones(words: list[Word]) -> list[Word]:
    """Let a letter alone, which has no direction, have that of the words beside it where it stands in their file."""
    if not any(word.is_aslant for word in words):
        return words
    for one, other in (*pairwise(words), *pairwise(reversed(words))):
        if (
            one.is_aslant
            and len(other.words) == 1
            and min(one.right, other.right) > max(one.left, other.left)
        ):
            other.is_aslant = True
    return words


def _closed_up(words: list[Word]) -> list[Word]:
    """Glue what no blank parts: the library sees blanks everywhere in what is written upside down."""
    for before, word in pairwise(words):
        gap = word.left - before.right
        word.is_glued = word.is_glued or (not word.begins_line and gap < BLANK_SHARE * max(word.height, 1.0))
    return words


def _text(read: pypdfium2.PdfTextPage) -> str:
    """Give one character for each that the library counts."""
    count = pdfium.FPDFText_CountChars(read.raw)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    told = pdfium.FPDFText_GetText(read.raw, 0, count, buffer)
    if told == count + 1 and not HALVES.search(
        said := bytes(buffer)[:-2].decode("utf-16-le", "surrogatepass")
    ):
        return said
    codes = (pdfium.FPDFText_GetUnicode(read.raw, rank) for rank in range(count))
    return "".join(chr(code) if code <= sys.maxunicode else "\ufffd" for code in codes)


@dataclass(frozen=True, slots=True)
class _Taken:
    """The characters of a page as they are taken."""

    read: pypdfium2.PdfTextPage
    frame: Frame
    text: str
    held: pdfium.FS_RECTF

    def words(self) -> list[Word]:
        """Give the words."""
        text, end, is_cut = self.text, 0, True
        words: list[Word] = []
        for token in TOKEN.finditer(text):
            start, until = token.span()
            between = text[end:start]
            begins = is_cut or "\n" in between or "\r" in between
            end, is_cut = until, text[until - 1] in CUTS
            rank = len(words)
            self._take(words, start, end, begins=begins)
            words[rank].is_glued = not between
        return words

    def _take(self, words: list[Word], start: int, end: int, *, begins: bool) -> None:
        said = self._said(start, end)
        left, top, right, bottom = self._box(start)
        if end - start == 1:
            words.append(Word(said, left, top, right, bottom, begins))
            return
        other_left, other_top, other_right, other_bottom = self._box(end - 1)
        across, down, high = abs(other_left - left), abs(other_bottom - bottom), bottom - top
        is_aslant = down > SLANT * across and (down > high or (across < 1 and down > SLANT * high))
        widest = WIDEST_LETTER * (end - start) * max(high, 1.0)
        if not is_aslant and not (left <= other_left + 1 and other_right - left < widest):
            words += self._letter_by_letter(start, end, begins=begins)
            return
        left, right = min(left, other_left), max(right, other_right)
        top, bottom = min(top, other_top), max(bottom, other_bottom)
        words.append(Word(said, left, top, right, bottom, begins, is_aslant=is_aslant))

    def _letter_by_letter(self, start: int, end: int, *, begins: bool) -> Iterator[Word]:
        """Give letters that do not follow each other to the right: each is a word, glued to the one before."""
        for rank in range(start, end):
            is_first = rank == start
            yield Word(
                self._said(rank, rank + 1), *self._box(rank), begins and is_first, is_glued=not is_first
            )

    def _said(self, start: int, end: int) -> str:
        said = self.text[start:end]
        return f"{said[:-1]}-" if said[-1] in CUTS else said

    def _box(self, rank: int) -> tuple[float, float, float, float]:
        pdfium.FPDFText_GetLooseCharBox(self.read.raw, rank, self.held)
        return self.frame.box(self.held)
