"""The order of words by their places alone, where that of the file is none: shuffled words, lines from the last to the first."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from declic.engines.reading.files.pdf_words import Word


FEWEST_WORDS = 8
MOST_LOST = 0.3
"""The share of words that stand above the one before, or back on its line, beyond which the order is none."""
MOST_CLIMBS = 0.7
"""The share of lines that stand above the one before."""
FEWEST_CLIMBS = 4
HALF = 0.5
SAME_LINE = 0.35
NEXT_WORD = 1.5
MOST_NEIGHBOURS = 8
STEEPEST = 0.2


def are_lost(words: Sequence[Word]) -> bool:
    """Say whether the order in which the file holds words is no order of reading."""
    if len(words) < FEWEST_WORDS:
        return False
    steps = [(before, after) for before, after in pairwise(words) if not after.is_glued]
    ups = sum(after.bottom < before.bottom - HALF * after.height for before, after in steps)
    backs = sum(
        abs(after.bottom - before.bottom) <= HALF * after.height and after.right < before.left
        for before, after in steps
    )
    lines = [word for word in words if word.begins_line]
    climbs = sum(after.bottom < before.bottom - HALF * after.height for before, after in pairwise(lines))
    climbs_always = climbs >= FEWEST_CLIMBS and climbs > MOST_CLIMBS * (len(lines) - 1)
    return climbs_always or ups + backs > MOST_LOST * max(len(steps), 1)


def in_places_order(words: Sequence[Word]) -> list[Word]:
    """Give the words line after line, from the top to the bottom, each from left to right; a page askew is held straight."""
    height = max(median(word.height for word in words), 1.0)
    slope = _slope(words, height=height)
    held = sorted(((_middle(word) - slope * word.left, word) for word in words), key=lambda one: one[0])
    lines: list[list[Word]] = []
    last = float("-inf")
    for level, word in held:
        if level - last > SAME_LINE * height:
            lines.append([])
        lines[-1].append(word)
        last = level
    return [
        replace(word, begins_line=rank == 0, is_glued=False)
        for line in lines
        for rank, word in enumerate(sorted(line, key=lambda one: one.left))
    ]


def _slope(words: Sequence[Word], *, height: float) -> float:
    """Say how much lines go down towards the right, from each word to the next one."""
    rows: dict[int, list[Word]] = defaultdict(list)
    for word in sorted(words, key=lambda one: one.left):
        rows[int(_middle(word) // height)].append(word)
    lefts = {row: [word.left for word in held] for row, held in rows.items()}
    slopes: list[float] = []
    for word in words:
        found = _next(word, rows=rows, lefts=lefts, height=height)
        if found is not None and found.left - word.left > height:
            slopes.append((_middle(found) - _middle(word)) / (found.left - word.left))
    slope = median(slopes) if slopes else 0.0
    return slope if abs(slope) < STEEPEST else 0.0


def _next(
    word: Word, *, rows: dict[int, list[Word]], lefts: dict[int, list[float]], height: float
) -> Word | None:
    row, level = int(_middle(word) // height), _middle(word)
    near: list[Word] = []
    for one in (row - 1, row, row + 1):
        held = rows.get(one, [])
        at = bisect_left(lefts.get(one, []), word.right - SAME_LINE * height)
        near += [
            other
            for other in held[at : at + MOST_NEIGHBOURS]
            if other.left <= word.right + NEXT_WORD * height and abs(_middle(other) - level) < HALF * height
        ]
    return min(near, key=lambda other: abs(_middle(other) - level), default=None)


def _middle(word: Word) -> float:
    return (word.top + word.bottom) / 2
