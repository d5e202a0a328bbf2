"""The order in which the pieces of a page are read: one column after the other, where there are two of prose."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from statistics import median

from declic.engines.reading.files.pdf_lines import Piece


MIDDLE = (0.3, 0.7)
FEWEST_LINES = 6
NARROWEST_GUTTER = 8.0
NARROWEST_COLUMN = 0.25
FULL_LINE = 0.8
"""Lines of prose fill their column; those of a table do not: half of them at least are this full."""


def in_reading_order(pieces: Sequence[Piece], *, width: float) -> list[Piece]:
    """
    Give the pieces in the order in which they are read.

    Where two columns of prose stand side by side, the left one comes before the right one, between what stands across
    both, from the top to the bottom. Anywhere else the order of the file is kept: it is that of the writer.
    """
    gutter = _gutter(pieces, width=width)
    if gutter is None:
        return list(pieces)
    across = sorted((piece for piece in pieces if piece.left < gutter < piece.right), key=lambda one: one.top)
    beside = [piece for piece in pieces if not piece.left < gutter < piece.right]
    ordered: list[Piece] = []
    ends = [*(piece.top for piece in across), float("inf")]
    start = float("-inf")
    for rank, end in enumerate(ends):
        band = [piece for piece in beside if start <= piece.top < end]
        for is_right in (False, True):
            ordered += _down(piece for piece in band if (piece.left >= gutter) is is_right)
        ordered += across[rank : rank + 1]
        start = end
    return ordered


def _down(pieces: Iterable[Piece]) -> list[Piece]:
    """Give the pieces of a column from its top to its bottom, those of one line from left to right."""
    down: list[Piece] = []
    line_bottom = float("-inf")
    for piece in sorted(pieces, key=lambda one: (round(one.bottom), one.left)):
        is_same = abs(piece.bottom - line_bottom) < piece.height / 3
        down.append(replace(piece, begins_line=not is_same))
        line_bottom = piece.bottom
    return down


def _gutter(pieces: Sequence[Piece], *, width: float) -> float | None:
    """Give the middle of the blank strip between two columns of prose; None where there is none."""
    low, high = MIDDLE[0] * width, MIDDLE[1] * width
    lefts = [piece for piece in pieces if piece.right < high and piece.left < low]
    starts = [piece.left for piece in pieces if piece.left > low]
    if len(lefts) < FEWEST_LINES or len(starts) < FEWEST_LINES:
        return None
    for start in sorted(set(map(round, starts))):
        rights = [piece for piece in pieces if piece.left >= start - 1]
        before = [piece for piece in lefts if piece.right <= start - NARROWEST_GUTTER]
        if _are_columns(before, rights, width=width) and _is_clear(
            pieces, start=start, count=len(before) + len(rights)
        ):
            return start - NARROWEST_GUTTER / 2
    return None


def _are_columns(lefts: Sequence[Piece], rights: Sequence[Piece], *, width: float) -> bool:
    return all(len(side) >= FEWEST_LINES and _is_prose(side, width=width) for side in (lefts, rights))


def _is_prose(side: Sequence[Piece], *, width: float) -> bool:
    column = max(piece.right for piece in side) - min(piece.left for piece in side)
    half = median(piece.right - piece.left for piece in side)
    return column >= NARROWEST_COLUMN * width and half >= FULL_LINE * column


def _is_clear(pieces: Sequence[Piece], *, start: float, count: int) -> bool:
    """Say whether what crosses the strip is the exception: titles above the columns."""
    crossing = sum(piece.left < start - NARROWEST_GUTTER / 2 < piece.right for piece in pieces)
    return crossing * 4 <= count
