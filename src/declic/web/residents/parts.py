"""A long text cut into parts that a phone can load, and a passage marked in one of them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from declic.units.spans import Span


PART_CHARACTERS = 30_000
CUTS = ("\n\n", "\n", " ")
"""Where a part may end, the best first: between paragraphs, lines, words."""


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A part of a text around its marked passage; nothing marked where `marked` is empty."""

    before: str
    marked: str
    after: str


def cut(text: str, *, size: int = PART_CHARACTERS) -> tuple[Span, ...]:
    """
    Cut a text into parts of at most `size` characters, between paragraphs where it can.

    The parts follow each other and make the whole text; an empty text has one empty part.
    """
    ends = [0]
    while len(text) - ends[-1] > size:
        ends.append(_end(text, start=ends[-1], size=size))
    return tuple(Span(start, end) for start, end in pairwise([*ends, len(text)]))


def part_of(parts: Sequence[Span], *, position: int) -> int:
    """Say which part, from 0, holds a position of the text; the last one beyond the end."""
    return next((at for at, part in enumerate(parts) if position < part.end), len(parts) - 1)


def mark(text: str, *, part: Span, passage: Span | None) -> MarkedText:
    """Mark a passage in a part; a passage that runs beyond its end is marked to the end, one outside is not."""
    if passage is None or not part.start <= passage.start < part.end:
        return MarkedText(part.of(text), "", "")
    end = min(passage.end, part.end)
    return MarkedText(text[part.start : passage.start], text[passage.start : end], text[end : part.end])


def _end(text: str, *, start: int, size: int) -> int:
    for separator in CUTS:
        found = text.rfind(separator, start + size // 2, start + size)
        if found > 0:
            return found + len(separator)
    return start + size
