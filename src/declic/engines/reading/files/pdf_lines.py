"""The pieces of a page of PDF: words that stand side by side, each piece with its box."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from declic.engines.reading.files.glyphs import legible
from declic.engines.reading.files.pdf_words import BLANK_SHARE, Word


WIDE_GAP = 1.2
"""Two words that stand further apart than this many heights of a character are in two cells or two columns."""
NEAR_GAP = 0.5
LOWER = 0.25
OVERLAP = 0.5
NEIGHBOURS = 4
"""How many pieces back the rest of a line is looked for."""
FEWEST_SPACED = 4
WORD_GAP = 1.5
"""Between the words of a spaced title, beside what stands between its letters."""


@dataclass(frozen=True, slots=True)
class Piece:
    """
    Words that stand side by side, and their box in points from the top left corner of the page.

    `words_at` are the left and the right of each word, none where they are not told apart; `is_aslant` where they are
    written in another direction than the page.
    """

    words: str
    left: float
    top: float
    right: float
    bottom: float
    begins_line: bool = True
    words_at: tuple[tuple[float, float], ...] = ()
    is_aslant: bool = False

    @property
    def height(self) -> float:
        """Give how high it is."""
        return self.bottom - self.top


@dataclass(slots=True)
class _Run:
    """A piece that grows word after word."""

    words: list[str]
    left: float
    top: float
    right: float
    bottom: float
    begins_line: bool
    words_at: list[tuple[float, float]]
    is_aslant: bool

    def holds(self, word: Word) -> bool:
        """Say whether a word goes on with it."""
        if word.is_aslant or self.is_aslant:
            return word.is_aslant and self.is_aslant and not word.begins_line
        gap = WIDE_GAP * max(self.bottom - self.top, 1.0)
        return not word.begins_line and self.right - 2 * gap <= word.left <= self.right + gap

    def add(self, word: Word) -> None:
        """Take one more word."""
        if word.is_glued and self.words:
            self.words.append(word.words)
            left, right = self.words_at[-1]
            self.words_at[-1] = (min(left, word.left), max(right, word.right))
        else:
            self.words.append(f" {word.words}" if self.words else word.words)
            self.words_at.append((word.left, word.right))
        self.left, self.right = min(self.left, word.left), max(self.right, word.right)
        self.top, self.bottom = min(self.top, word.top), max(self.bottom, word.bottom)


def pieces_of(words: Iterable[Word]) -> list[Piece]:
    """Give the pieces that words make, in their order."""
    runs: list[_Run] = []
    last: Word | None = None
    for word in words:
        if not runs or not runs[-1].holds(word):
            begins = (
                word.begins_line or last is None or word.is_aslant or last.is_aslant or _returns(last, word)
            )
            runs.append(_Run([], word.left, word.top, word.right, word.bottom, begins, [], word.is_aslant))
        runs[-1].add(word)
        last = word
    pieces: list[Piece] = []
    begins = True
    for run in runs:
        begins = begins or run.begins_line
        kept = legible("".join(run.words))
        if kept:
            pieces.append(_closed_up(_piece(run, words=kept, begins_line=begins)))
            begins = False
    return pieces


def _returns(last: Word, word: Word) -> bool:
    """Say whether a word is back on the left and lower: it begins a line, though the file goes on with one askew."""
    return word.right < last.left and word.bottom > last.bottom + LOWER * last.height


def with_neighbours(pieces: Sequence[Piece]) -> list[Piece]:
    """
    Join the pieces of one line that the file holds apart: a raised letter (« n° », « 1er ») begins a line of its own there.

    They stand at the same height, and no wider apart than two words.
    """
    joined: list[Piece] = []
    for piece in pieces:
        for back in range(1, min(NEIGHBOURS, len(joined)) + 1):
            other = joined[-back]
            first, second = (other, piece) if other.left <= piece.left else (piece, other)
            if (piece.begins_line or back > 1) and _touch(first, second):
                joined[-back] = _side_by_side(first, second, begins_line=other.begins_line)
                break
        else:
            joined.append(piece)
    return joined


def _touch(first: Piece, second: Piece) -> bool:
    """Say whether the second goes on with the line of the first."""
    if first.is_aslant or second.is_aslant:
        return False
    height = max(first.height, second.height, 1.0)
    shared = min(first.bottom, second.bottom) - max(first.top, second.top)
    gap = second.left - first.right
    return -NEAR_GAP / 2 * height <= gap <= NEAR_GAP * height and shared >= OVERLAP * min(
        first.height, second.height
    )


def _side_by_side(first: Piece, second: Piece, *, begins_line: bool) -> Piece:
    is_glued = second.left - first.right < BLANK_SHARE * max(first.height, second.height)
    words_at = first.words_at + second.words_at if first.words_at and second.words_at else ()
    if is_glued and words_at:
        seam = len(first.words_at)
        both = (words_at[seam - 1][0], max(words_at[seam - 1][1], words_at[seam][1]))
        words_at = (*words_at[: seam - 1], both, *words_at[seam + 1 :])
    return Piece(
        f"{first.words}{'' if is_glued else ' '}{second.words}",
        min(first.left, second.left),
        min(first.top, second.top),
        max(first.right, second.right),
        max(first.bottom, second.bottom),
        begins_line,
        words_at,
    )


def _piece(run: _Run, *, words: str, begins_line: bool) -> Piece:
    are_told_apart = len(run.words_at) == words.count(" ") + 1
    return Piece(
        words,
        run.left,
        run.top,
        run.right,
        run.bottom,
        begins_line,
        tuple(run.words_at) if are_told_apart else (),
        run.is_aslant,
    )


def _closed_up(piece: Piece) -> Piece:
    """Give a spaced title (« S É A N C E ») with its letters together: a wider blank parts its words."""
    letters, at = piece.words.split(" "), piece.words_at
    if len(at) < FEWEST_SPACED or any(len(letter) > 1 or letter.isdigit() for letter in letters):
        return piece
    gaps = [after[0] - before[1] for before, after in pairwise(at)]
    usual = max(median(gaps), 1.0)
    words, places = letters[0], [at[0]]
    for letter, place, gap in zip(letters[1:], at[1:], gaps, strict=True):
        if gap > WORD_GAP * usual:
            words, places = f"{words} {letter}", [*places, place]
        else:
            words += letter
            places[-1] = (places[-1][0], place[1])
    return replace(piece, words=words, words_at=tuple(places))
