"""The order in which the pieces of a page are read: one column after the other, where there are two of prose."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from declic.engines.reading.files.pdf_lines import Piece


MIDDLE = (0.3, 0.7)
FEWEST_LINES = 6
FEWEST_STARTS = 3
MOST_STARTS = 6
NARROWEST_GUTTER = 8.0
NARROWEST_COLUMN = 0.25
LINE_STEP = 1.0
FULL_LINE = 0.8
"""Lines of prose fill their column; those of a table do not: half of them at least are this full."""


def in_reading_order(pieces: Sequence[Piece], *, width: float) -> list[Piece]:
    """
    Give the pieces in the order in which they are read.

    Where two columns of prose stand side by side, the left one comes before the right one, between what stands across
    both, from the top to the bottom. Anywhere else the order of the file is kept: it is that of the writer.
    """
    start = _start_of_right_column(pieces, width=width)
    if start is None:
        return list(pieces)
    top, bottom = _zone(pieces, start=start)
    above = [piece for piece in pieces if piece.bottom <= top]
    inside = [piece for piece in pieces if piece.bottom > top and piece.top < bottom]
    below = [piece for piece in pieces if piece.top >= bottom and piece.bottom > top]
    return [*above, *_column_by_column(inside, start=start), *below]


def _column_by_column(pieces: Sequence[Piece], *, start: float) -> list[Piece]:
    parts = [part for piece in pieces for part in _cut(piece, start=start)]
    across = sorted((part for part in parts if _side(part, start=start) is None), key=lambda one: one.top)
    beside = [part for part in parts if _side(part, start=start) is not None]
    ordered: list[Piece] = []
    ends = [*(piece.top for piece in across), float("inf")]
    top = float("-inf")
    for rank, end in enumerate(ends):
        band = [piece for piece in beside if top <= piece.top < end]
        for is_right in (False, True):
            ordered += _down(piece for piece in band if _side(piece, start=start) is is_right)
        ordered += across[rank : rank + 1]
        top = end
    return ordered


def _zone(pieces: Sequence[Piece], *, start: float) -> tuple[float, float]:
    """Give the top and the bottom of two columns: what stands above or below is no part of them, a table or a letterhead."""
    parts = [part for piece in pieces for part in _cut(piece, start=start)]
    rights = [part for part in parts if abs(part.left - start) <= NARROWEST_GUTTER / 2]
    top, bottom = min(part.top for part in rights), max(part.bottom for part in rights)
    lefts = sorted((part for part in parts if part.top >= bottom - 1), key=lambda one: one.top)
    for rank, part in enumerate(lefts):  # the left column may be the longer one
        is_alone = all(abs(part.top - other.top) > part.height / 2 for other in lefts[rank + 1 : rank + 2])
        if (
            not is_alone
            or _side(part, start=start) is not False
            or part.top - bottom > LINE_STEP * part.height
        ):
            break
        bottom = max(bottom, part.bottom)
    return top, bottom


def _side(piece: Piece, *, start: float) -> bool | None:
    """Say whether a piece is in the right column; None where it stands across both."""
    gutter = start - NARROWEST_GUTTER / 2
    if piece.left >= gutter:
        return True
    return False if piece.right <= gutter else None


def _cut(piece: Piece, *, start: float) -> list[Piece]:
    """Cut a piece in two where it runs over the strip between two columns and no word of it does."""
    if _side(piece, start=start) is not None or not piece.words_at:
        return [piece]
    words = piece.words.split(" ")
    seam = sum(right <= start - NARROWEST_GUTTER / 2 for _, right in piece.words_at)
    if not 0 < seam < len(words) or piece.words_at[seam][0] - piece.words_at[seam - 1][1] < NARROWEST_GUTTER:
        return [piece]
    left, right = piece.words_at[:seam], piece.words_at[seam:]
    return [
        replace(piece, words=" ".join(words[:seam]), words_at=left, right=max(end for _, end in left)),
        replace(piece, words=" ".join(words[seam:]), words_at=right, left=right[0][0], begins_line=False),
    ]


def _down(pieces: Iterable[Piece]) -> list[Piece]:
    """Give the pieces of a column from its top to its bottom, those of one line from left to right."""
    down: list[Piece] = []
    line_bottom = float("-inf")
    for piece in sorted(pieces, key=lambda one: (round(one.bottom), one.left)):
        is_same = abs(piece.bottom - line_bottom) < piece.height / 3
        down.append(replace(piece, begins_line=not is_same))
        line_bottom = piece.bottom
    return down


def _start_of_right_column(pieces: Sequence[Piece], *, width: float) -> float | None:
    """Give where the right one of two columns of prose begins; None where there are not two."""
    low, high = MIDDLE[0] * width, MIDDLE[1] * width
    starts = Counter(round(start) for piece in pieces for start in _starts(piece) if low < start < high)
    for start, count in starts.most_common(MOST_STARTS):
        if count < FEWEST_STARTS:
            return None
        parts = [part for piece in pieces for part in _cut(piece, start=start)]
        sides = [(part, _side(part, start=start)) for part in parts]
        lefts, rights = ([part for part, side in sides if side is one] for one in (False, True))
        crossing = sum(side is None for _, side in sides)
        if crossing * 4 <= len(lefts) + len(rights) and all(
            _is_prose(side, width=width) for side in (lefts, rights)
        ):
            return float(start)
    return None


def _starts(piece: Piece) -> list[float]:
    """Give where a column may begin in a piece: its left, and each word after a wide blank."""
    after = [one[0] for before, one in pairwise(piece.words_at) if one[0] - before[1] >= NARROWEST_GUTTER]
    return [piece.left, *after]


def _is_prose(side: Sequence[Piece], *, width: float) -> bool:
    lines = _extents(side)
    if len(lines) < FEWEST_LINES:
        return False
    column = max(right for _, right in lines) - min(left for left, _ in lines)
    half = median(right - left for left, right in lines)
    return column >= NARROWEST_COLUMN * width and half >= FULL_LINE * column


def _extents(side: Sequence[Piece]) -> list[tuple[float, float]]:
    """Give the left and the right of each line of a column."""
    extents: list[tuple[float, float]] = []
    last = float("-inf")
    for piece in sorted(side, key=lambda one: one.bottom):
        if extents and abs(piece.bottom - last) < piece.height / 3:
            left, right = extents[-1]
            extents[-1] = (min(left, piece.left), max(right, piece.right))
        else:
            extents.append((piece.left, piece.right))
        last = piece.bottom
    return extents
