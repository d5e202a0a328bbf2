"""
The text beside its review: each sentence by what became of it, each digit that nobody read, each value in its place.

Pure: a text is cut into parts that a phone can load, and a part into runs that a template shows one after the other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from declic.records.sources.values import PieceState, TextPiece
from declic.units.spans import Span


PART_CHARACTERS = 60_000
CUTS = ("\n\n", "\n", " ")
"""Where a part may end, the best first: between paragraphs, lines, words."""


@dataclass(frozen=True, slots=True)
class Run:
    """
    What the template writes next: words in one state, or the start or the end of a value's passage.

    `anchor` names the passage so that a link leads there; only the first of a value has one.
    """

    kind: Literal["words", "start", "end"]
    text: str = ""
    state: PieceState = "blank"
    is_unread: bool = False
    anchor: str = ""


END = Run("end")


@dataclass(frozen=True, slots=True)
class Place:
    """A passage to show in the text; an empty anchor for one that no link leads to."""

    span: Span
    anchor: str = ""


def parts_of(text: str, *, size: int = PART_CHARACTERS) -> tuple[Span, ...]:
    """Cut a text into parts of at most `size` characters; they follow each other and make the whole text."""
    ends = [0]
    while len(text) - ends[-1] > size:
        ends.append(_end_of_part(text, start=ends[-1], size=size))
    return tuple(Span(start, end) for start, end in zip(ends, [*ends[1:], len(text)], strict=True))


def part_number(parts: Sequence[Span], *, position: int) -> int:
    """Say which part, from 1, holds a position; the last one beyond the end."""
    return next((number for number, part in enumerate(parts, start=1) if position < part.end), len(parts))


def places_in(part: Span, *, places: Iterable[Place]) -> tuple[Place, ...]:
    """Give the passages that start in a part; one that crosses another is cut short, one inside another nests."""
    kept: list[Place] = []
    around: list[Place] = []
    inside = [place for place in places if part.start <= place.span.start < part.end]
    for place in sorted(inside, key=lambda each: (each.span.start, -each.span.end)):
        while around and around[-1].span.end <= place.span.start:
            around.pop()
        end = min(place.span.end, around[-1].span.end if around else part.end)
        shown = Place(Span(place.span.start, end), place.anchor)
        kept.append(shown)
        around.append(shown)
    return tuple(kept)


def runs_of(
    pieces: Sequence[TextPiece], *, part: Span, unread: Iterable[Span], places: Sequence[Place]
) -> tuple[Run, ...]:
    """Write a part of the text as runs; the words of all runs, joined, are the words of the part."""
    marks = sorted(span for span in unread if part.meets(span))
    inside = [piece for piece in pieces if piece.start < part.end and part.start < piece.end]
    starts, ends = _by_edge(places)
    runs: list[Run] = []
    at = marked = 0
    for start, end in pairwise(_edges(part, pieces=inside, spans=[*marks, *(one.span for one in places)])):
        runs.extend([END] * ends.get(start, 0))
        runs.extend(Run("start", anchor=anchor) for anchor in starts.get(start, ()))
        at = next(later for later in range(at, len(inside)) if inside[later].end > start)
        marked = next((later for later in range(marked, len(marks)) if marks[later].end > start), len(marks))
        is_unread = marked < len(marks) and marks[marked].start <= start
        words = inside[at].text[start - inside[at].start : end - inside[at].start]
        runs.append(Run("words", words, inside[at].state, is_unread=is_unread))
    return (*runs, *[END] * ends.get(part.end, 0))


def _edges(part: Span, *, pieces: Iterable[TextPiece], spans: Iterable[Span]) -> list[int]:
    """Give every place of the part where something starts or ends, in order."""
    edges = {part.start, part.end}
    edges.update(edge for piece in pieces for edge in (piece.start, piece.end))
    edges.update(edge for span in spans for edge in span)
    return sorted(edge for edge in edges if part.start <= edge <= part.end)


def _by_edge(places: Sequence[Place]) -> tuple[dict[int, list[str]], dict[int, int]]:
    starts: dict[int, list[str]] = {}
    ends: dict[int, int] = {}
    for place in places:
        if place.span.start < place.span.end:
            starts.setdefault(place.span.start, []).append(place.anchor)
            ends[place.span.end] = ends.get(place.span.end, 0) + 1
    return starts, ends


def _end_of_part(text: str, *, start: int, size: int) -> int:
    for separator in CUTS:
        found = text.rfind(separator, start + size // 2, start + size)
        if found > 0:
            return found + len(separator)
    return start + size
