"""Where a passage stands on a page: the boxes to mark on its picture."""

from declic.engines.reading.files.pages import Box, LineBox, Page
from declic.engines.reading.files.turns import turned
from declic.units.spans import Span


def marks_on(page: Page, *, text: str, passage: Span) -> tuple[Box, ...]:
    """
    Give the boxes of a passage on a page as it is shown, one for each line that it touches, in order.

    A word that the passage touches is marked whole, and so is a line whose words are not told apart. None where the
    passage does not touch the page.
    """
    boxes: list[Box] = []
    for line in page.lines:
        if line.span.start < passage.end and passage.start < line.span.end:
            boxes += _marks_of(line, text=text, passage=passage)
    return tuple(turned(box, turn=page.turn) for box in boxes)


def _marks_of(line: LineBox, *, text: str, passage: Span) -> list[Box]:
    words = line.span.of(text).split(" ")
    ends, at = [], line.span.start
    for word in words:
        at += len(word) + 1
        ends.append(at - 1)
    touched = [
        rank
        for rank, end in enumerate(ends)
        if passage.start < end and end - len(words[rank]) < passage.end and words[rank]
    ]
    if not touched:
        return []
    left, right = line.left, line.right
    if len(line.words) == len(words):
        held = [line.words[rank] for rank in touched]
        left, right = min(start for start, _ in held), max(end for _, end in held)
    tails = line.tails if touched[-1] == len(words) - 1 else ()
    return [(left, line.top, right, line.bottom), *tails]
