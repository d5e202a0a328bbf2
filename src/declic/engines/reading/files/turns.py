"""A page of PDF that is shown turned or trimmed: from the places of its text to those of its picture."""

from declic.engines.reading.files.pages import Box, Turn


def turned(box: Box, *, turn: Turn | None) -> Box:
    """Give a box of the text as it stands on the page that is shown."""
    if turn is None:
        return box
    a, b, c, d, e, f = turn
    left, top, right, bottom = box
    xs = [a * x + c * y + e for x, y in ((left, top), (right, bottom))]
    ys = [b * x + d * y + f for x, y in ((left, top), (right, bottom))]
    return (min(xs), min(ys), max(xs), max(ys))
