"""The lines of a page of PDF, each with its box, from the places of its characters."""

import ctypes
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from declic.engines.reading.files.glyphs import legible


WIDE_GAP = 1.2
"""Two words that stand further apart than this many heights of a character are in two cells or two columns."""
ENDS = (10, 13)
CUTS = (0x02, 0xFFFE)
"""How the library tells a hyphen at the end of a line."""


@dataclass(frozen=True, slots=True)
class Piece:
    """
    Words that stand side by side, and their box in points from the top left corner of the page.

    `words_at` are the left and the right of each word, none where they are not told apart.
    """

    words: str
    left: float
    top: float
    right: float
    bottom: float
    begins_line: bool = True
    words_at: tuple[tuple[float, float], ...] = ()

    @property
    def height(self) -> float:
        """Give how high it is."""
        return self.bottom - self.top


@dataclass(slots=True)
class _Run:
    """A piece that grows character after character."""

    letters: list[str]
    left: float
    low: float
    right: float
    high: float
    begins_line: bool
    words_at: list[list[float]]

    def holds(self, box: pdfium.FS_RECTF) -> bool:
        """Say whether a character goes on with it."""
        gap = WIDE_GAP * max(self.high - self.low, 1.0)
        return bool(self.right - 2 * gap <= box.left <= self.right + gap)

    def add(self, letter: str, box: pdfium.FS_RECTF) -> None:
        """Take one more character, which begins a word where a blank stands before it."""
        self.letters.append(letter)
        if not self.words_at or letter[0] == " ":
            self.words_at.append([box.left, box.right])
        else:
            word = self.words_at[-1]
            word[0], word[1] = min(word[0], box.left), max(word[1], box.right)
        self.left, self.right = min(self.left, box.left), max(self.right, box.right)
        self.low, self.high = min(self.low, box.bottom), max(self.high, box.top)


def read_pieces(page: pypdfium2.PdfPage, *, height: float) -> list[Piece]:
    """Give the pieces of a page in the order in which the file holds them."""
    words = page.get_textpage()
    runs = _runs(words)
    words.close()
    pieces: list[Piece] = []
    begins = True
    for run in runs:
        begins = begins or run.begins_line
        kept = legible("".join(run.letters))
        if kept:
            pieces.append(_piece(run, words=kept, height=height, begins_line=begins))
            begins = False
    return pieces


def _piece(run: _Run, *, words: str, height: float, begins_line: bool) -> Piece:
    are_told_apart = len(run.words_at) == words.count(" ") + 1
    return Piece(
        words,
        run.left,
        height - run.high,
        run.right,
        height - run.low,
        begins_line,
        tuple((left, right) for left, right in run.words_at) if are_told_apart else (),
    )


def _runs(words: pypdfium2.PdfTextPage) -> list[_Run]:
    handle, box = words.raw, pdfium.FS_RECTF()
    place = ctypes.byref(box)
    unicode_of, box_of, is_made = (
        pdfium.FPDFText_GetUnicode,
        pdfium.FPDFText_GetLooseCharBox,
        pdfium.FPDFText_IsGenerated,
    )
    runs: list[_Run] = []
    run: _Run | None = None
    begins, blank = True, ""
    for index in range(pdfium.FPDFText_CountChars(handle)):
        code = unicode_of(handle, index)
        if code in ENDS:
            run, begins, blank = None, True, ""
        elif code == ord(" ") or is_made(handle, index) == 1:
            blank = blank or chr(code)
        else:
            box_of(handle, index, place)
            if run is None or not run.holds(box):
                run = _Run([], box.left, box.bottom, box.right, box.top, begins, [])
                runs.append(run)
                begins, blank = False, ""
            run.add(blank + ("-" if code in CUTS else chr(code)), box)
            blank = ""
            if code in CUTS:
                run, begins = None, True
    return runs
