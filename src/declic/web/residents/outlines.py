"""A line around a passage on the picture of its page: one closed line for the lines that follow each other. Pure."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from declic.engines.reading.files.pages import Box


ASIDE, ABOVE = 2.5, 1.5
"""How far from the letters the line runs, in points."""


def outlines(boxes: Iterable[Box]) -> tuple[str, ...]:
    """
    Give the closed lines around the boxes of a passage, as the points of an SVG polygon.

    Lines of text that follow each other downwards and share some width are inside one; others have their own.
    """
    groups: list[list[Box]] = []
    for box in boxes:
        if groups and _follows(groups[-1][-1], box):
            groups[-1].append(box)
        else:
            groups.append([box])
    return tuple(_around(group) for group in groups)


def _follows(above: Box, below: Box) -> bool:
    height = max(above[3] - above[1], below[3] - below[1])
    is_under = above[1] < below[1] < above[3] + height
    shares_width = min(above[2], below[2]) > max(above[0], below[0])
    return is_under and shares_width


def _around(group: Sequence[Box]) -> str:
    """Go down the right sides and back up the left ones, halfway between each line and the next."""
    levels = [group[0][1] - ABOVE]
    levels += [(one[3] + other[1]) / 2 for one, other in pairwise(group)]
    levels.append(max(box[3] for box in group) + ABOVE)
    reaches = list(zip(group, pairwise(levels), strict=True))
    rights = [(box[2] + ASIDE, level) for box, reach in reaches for level in reach]
    lefts = [(box[0] - ASIDE, level) for box, reach in reaches for level in reach]
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in (*rights, *reversed(lefts)))
