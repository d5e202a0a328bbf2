"""The fields of action sheets (« Pilote », « Calendrier »…), proven by coming back from one sheet to the next."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from declic.engines.reading.heading_labels import read_label
from declic.engines.reading.text import BULLET, Layout, Line
from declic.units.folding import fold
from declic.units.spans import Span


LEAST_SHEETS = 3
LONGEST_FIELD = 40
STOPS = (".", ";", ",", "!", "?")


def cut_at_fields(layout: Layout, sheets: Sequence[Span]) -> tuple[Span, ...]:
    """
    Cut passages, in order and apart, before each line that opens a field, and after the name of one alone on its line,
    as after « Mesure 3 » alone.

    A field is a short opening (« Pilote : ») or a short line (« Pilote ») that three passages have at least.
    """
    starts = [line.span.start for line in layout.lines]
    lines = [_lines_in(layout, sheet, starts=starts) for sheet in sheets]
    counts = Counter(name for inside in lines for name in {_name(line) for line in inside} - {""})
    fields = frozenset(name for name, count in counts.items() if count >= LEAST_SHEETS)
    return tuple(
        piece for sheet, inside in zip(sheets, lines, strict=True) for piece in _pieces(sheet, inside, fields)
    )


def _lines_in(layout: Layout, sheet: Span, *, starts: Sequence[int]) -> list[Line]:
    first = max(0, bisect_left(starts, sheet.start + 1) - 1)
    return [line for line in layout.lines[first : bisect_left(starts, sheet.end)] if not line.is_blank]


def _name(line: Line) -> str:
    """Give the name of the field that a line may open; empty for a line that opens none."""
    name, colon, _value = line.text.partition(":")
    words = fold(name).strip()
    is_short = 0 < len(words) <= LONGEST_FIELD and name[:1].isupper()
    if not is_short or BULLET.match(line.text) or any(mark in words for mark in STOPS):
        return ""
    return words if colon or not any(mark.isdigit() for mark in words) else ""


def _pieces(sheet: Span, lines: Sequence[Line], fields: frozenset[str]) -> Iterator[Span]:
    cuts = {sheet.start, sheet.end}
    for line in lines:
        label = read_label(line)
        if label is not None and label.title.start == label.title.end:
            cuts.add(min(line.span.end + 1, sheet.end))
        if _name(line) in fields:
            cuts.add(max(line.span.start, sheet.start))
            if ":" not in line.text:
                cuts.add(min(line.span.end + 1, sheet.end))
    yield from (Span(one, other) for one, other in pairwise(sorted(cuts)))
