"""A passage of a text: where it starts and where it ends."""

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open passage, in characters of the decoded text: `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Re-read the passage in the text it was taken from."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Say whether the other passage lies inside this one (ends may touch)."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Say whether the two passages share at least one character."""
        return self.start < other.end and other.start < self.end


def merge_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Join passages that overlap or touch into the fewest, in reading order."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
