"""The fields of action sheets (« Pilote », « Calendrier »…), proven by coming back from one sheet to the next."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from declic.engines.reading.drafts import MeasureDraft
from declic.engines.reading.heading_labels import Label, read_label
from declic.engines.reading.text import BULLET, Layout, Line
from declic.engines.reading.wordings import ends_unfinished
from declic.units.folding import fold
from declic.units.spans import Span


FIELD_NAME = r"[A-ZÀ-Ý][^\n:.;]{2,38}"
"""How the name of a field reads before its colon, where no other sheet proves it: a few words without a stop."""
YEAR_LINE = re.compile(r"(?:19|20)\d{2} ?:")  # « 2026 : 40 foyers »
LEAST_SHEETS = 3
LONGEST_FIELD = 40
STOPS = (".", ";", ",", "!", "?")


def cut_at_fields(layout: Layout, sheets: Sequence[Span]) -> tuple[Span, ...]:
    """
    Cut passages, in order and apart, before each line that opens a field, and after the name of one alone on its line,
    as after « Mesure 3 » alone.

    A field is a short opening (« Pilote : », « 1.1.3 Pilote : ») or a short line (« Pilote ») that three passages have
    at least.
    """
    starts = [line.span.start for line in layout.lines]
    lines = [_lines_in(layout, sheet, starts=starts) for sheet in sheets]
    counts = Counter(name for inside in lines for name in {_name(line) for line in inside} - {""})
    fields = frozenset(name for name, count in counts.items() if count >= LEAST_SHEETS)
    return tuple(
        piece for sheet, inside in zip(sheets, lines, strict=True) for piece in _pieces(sheet, inside, fields)
    )


def pieces_of(layout: Layout, measures: Sequence[MeasureDraft]) -> tuple[Span, ...]:
    """Give the passages that no sentence of a plan goes out of: its measures, cut at the fields of their sheets."""
    return cut_at_fields(layout, sorted({span for measure in measures for span in measure.spans}))


def are_fields(layout: Layout, labels: Sequence[Label]) -> bool:
    """
    Say whether numbered headings are the fields of sheets: most of their titles come back under three parents at least.

    « 1.1.3 Partenaires », « 1.2.3 Partenaires », « 2.1.3 Partenaires »: what comes before a colon is the title.
    """
    parents: dict[str, set[tuple[int, ...]]] = {}
    titles = [fold(label.title.of(layout.text)).partition(":")[0].strip() for label in labels]
    for title, label in zip(titles, labels, strict=True):
        parents.setdefault(title, set()).add(label.number[:-1])
    coming_back = sum(bool(title) and len(parents[title]) >= LEAST_SHEETS for title in titles)
    return coming_back > len(labels) / 2


def _lines_in(layout: Layout, sheet: Span, *, starts: Sequence[int]) -> list[Line]:
    first = max(0, bisect_left(starts, sheet.start + 1) - 1)
    return [line for line in layout.lines[first : bisect_left(starts, sheet.end)] if not line.is_blank]


def _name(line: Line) -> str:
    """Give the name of the field that a line may open; empty for a line that opens none."""
    label = read_label(line)
    is_numbered = label is not None and not label.word
    said = line.text[label.title.start - line.span.start :] if label and is_numbered else line.text
    name, colon, _value = said.partition(":")
    words = fold(name).strip()
    is_short = 0 < len(words) <= LONGEST_FIELD and name[:1].isupper()
    if not is_short or BULLET.match(said) or any(mark in words for mark in STOPS):
        return ""
    return words if colon or not any(mark.isdigit() for mark in words) else ""


def _is_title(lines: Sequence[Line], line: Line, label: Label) -> bool:
    """Say whether the first line of a sheet is a title above its text: no stop ends it, and what follows begins anew."""
    after = next((other for other in lines if other.number > line.number), None)
    if line is not lines[0] or not label.word or after is None:
        return False
    return line.text[-1].isalnum() and after.text[0].isupper() and not ends_unfinished(line.text)


def _pieces(sheet: Span, lines: Sequence[Line], fields: frozenset[str]) -> Iterator[Span]:
    cuts = {sheet.start, sheet.end}
    for line in lines:
        label = read_label(line)
        if label is not None and (label.title.start == label.title.end or _is_title(lines, line, label)):
            cuts.add(min(line.span.end + 1, sheet.end))
        if YEAR_LINE.match(line.text):
            cuts.add(max(line.span.start, sheet.start))
        if _name(line) in fields:
            cuts.add(max(line.span.start, sheet.start))
            if ":" not in line.text:
                cuts.add(min(line.span.end + 1, sheet.end))
    yield from (Span(one, other) for one, other in pairwise(sorted(cuts)))
