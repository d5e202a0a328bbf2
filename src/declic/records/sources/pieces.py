"""A text cut into runs, so that a page can colour what was read, what was set aside and what was not read."""

from collections.abc import Iterable
from typing import cast

from declic.records.sources.values import PieceState, TextPiece
from declic.units.spans import Span


def cut(text: str, *, states: Iterable[tuple[Span, str]]) -> tuple[TextPiece, ...]:
    """
    Cut the whole text along the given passages; what lies between them is blank.

    The pieces, joined, are the text. A passage that starts inside another is shown from the other's end.
    """
    pieces: list[TextPiece] = []
    at = 0
    for span, state in sorted(states):
        start, end = max(span.start, at), min(span.end, len(text))
        if start >= end:
            continue
        if start > at:
            pieces.append(TextPiece(at, start, text[at:start], "blank"))
        pieces.append(TextPiece(start, end, text[start:end], cast("PieceState", state)))
        at = end
    if at < len(text):
        pieces.append(TextPiece(at, len(text), text[at:], "blank"))
    return tuple(pieces)
