"""Figures far apart in a text that speak of the same thing and do not agree, or are written differently."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from declic.engines.reading.drafts import FigureDraft, Finding, Severity
from declic.engines.reading.figure_words import PEOPLE
from declic.engines.reading.findings.figure_numbers import say
from declic.engines.reading.quantities_context import Context
from declic.units.spans import Span


COMPOUND = re.compile(r"\b(?P<words>[a-zà-ÿ]{5,}s\sd['’][a-zà-ÿ]{4,})\b")
PUBLIC = re.compile(rf"(?:{PEOPLE})\Z", re.IGNORECASE)
PART_OF = re.compile(r"\bdont\b[^.;]{0,24}$", re.IGNORECASE)
SETTLED = re.compile(
    r"\b(?:quartiers?|communes?|villes?|territoires?|bourg|canton|agglomération|métropole|département)\b",
    re.IGNORECASE,
)
CLOSE_YEARS = 1
DIFFERENT = 0.05
SMALLEST_POPULATION = 200
SMALLEST_GROUPED = 1000
MOST_POPULATIONS = 2
REACH = 90


def tension_findings(context: Context, *, figures: Sequence[FigureDraft]) -> Iterator[Finding]:
    """
    Find one public in one situation counted twice, far apart and differently (« 80 élèves » and « 65 élèves »).

    Their clauses must share the same compound (« candidats d'office »), and none be a part of the other. Never
    an error: they may count different places or days, and must not be merged.
    """
    groups: dict[tuple[str, str], list[FigureDraft]] = defaultdict(list)
    for figure in figures:
        if figure.value is None or not PUBLIC.match(figure.unit):
            continue
        for situation in _situations(context, figure):
            groups[figure.unit, situation].append(figure)
    for (_, situation), group in sorted(groups.items(), key=lambda pair: pair[1][0].spans[0]):
        if not _disagree(context, group):
            continue
        said = ", ".join(dict.fromkeys(_said(context, figure) for figure in group))
        yield Finding(
            rule="figures-in-tension",
            severity=Severity.INFO,
            message=f"{said} ({situation}) : périmètres ou dates peut-être différents, à ne pas confondre.",
            spans=tuple(_with_qualifier(context, figure) for figure in _nearest_of_each_value(group)),
        )


def _situations(context: Context, figure: FigureDraft) -> set[str]:
    text = context.layout.text
    start, end = figure.spans[0]
    sentence = context.sentence(start)
    before = text[max(sentence.start, start - REACH) : start]
    near = text[end : min(sentence.end, end + REACH)]
    if PART_OF.search(before):
        near = f"{before} {near}"
    return {found["words"].lower() for found in COMPOUND.finditer(near)}


def _disagree(context: Context, group: Sequence[FigureDraft]) -> bool:
    values = {figure.value for figure in group}
    paragraphs = {context.paragraph_index(figure.spans[0].start) for figure in group}
    if (
        min(len(values), len(paragraphs)) <= 1
        or _are_of_several_days(group)
        or len(group) > 2 * MOST_POPULATIONS
    ):
        return False
    low, high = min(filter(None, values)), max(filter(None, values))
    return (high - low) / high > DIFFERENT


def _are_of_several_days(group: Sequence[FigureDraft]) -> bool:
    """Say whether each figure has its date and the dates differ: a change, not a contradiction."""
    days = {figure.date for figure in group}
    return None not in days and len(days) > 1


def _nearest_of_each_value(group: Sequence[FigureDraft]) -> list[FigureDraft]:
    """Keep one figure for each value: the one that stands nearest to another value."""
    kept: dict[float | None, tuple[int, FigureDraft]] = {}
    for figure in group:
        gap = min(
            abs(figure.spans[0].start - other.spans[0].start)
            for other in group
            if other.value != figure.value
        )
        if figure.value not in kept or gap < kept[figure.value][0]:
            kept[figure.value] = (gap, figure)
    return sorted((figure for _, figure in kept.values()), key=lambda figure: figure.spans[0])


def _said(context: Context, figure: FigureDraft) -> str:
    qualifier = f"{figure.qualifier} " if figure.qualifier else ""
    return f"« {qualifier}{context.layout.rejoined(figure.spans[0])} {figure.unit} »"


def _with_qualifier(context: Context, figure: FigureDraft) -> Span:
    start, end = figure.spans[0]
    words = figure.qualifier or ""
    lead = context.layout.text[max(0, start - len(words) - 1) : start]
    begins = start - len(words) - 1 if words and lead.lower().startswith(words) else start
    unit = context.layout.text[end : end + len(figure.unit) + 1]
    return Span(begins, end + len(unit) if unit.strip() == figure.unit else end)


def age_band_findings(context: Context, *, figures: Sequence[FigureDraft]) -> Iterator[Finding]:
    """
    Find two age bands one year apart for the public of one axis (« 11-14 ans », « 11-15 ans »).

    The ages of two schemes in a list are each their own: only bands said outside the lists are compared.
    """
    bands: dict[int, list[FigureDraft]] = defaultdict(list)
    for figure in figures:
        is_band = figure.unit == "ans" and figure.low is not None
        if is_band and figure.axis is not None and context.item(figure.spans[0].start) is None:
            bands[figure.axis].append(figure)
    for axis, group in sorted(bands.items()):
        different = {(figure.low, figure.high): figure for figure in reversed(group)}
        pairs = [
            (one, other)
            for at, one in enumerate(different.values())
            for other in list(different.values())[at + 1 :]
            if _are_close(one, other)
        ]
        for one, other in pairs[:1]:
            first, second = sorted((one, other), key=lambda figure: figure.spans[0])
            yield Finding(
                rule="age-bands-differ",
                severity=Severity.INFO,
                message=(
                    f"Axe {axis} : « {context.layout.rejoined(first.spans[0])} » et "
                    f"« {context.layout.rejoined(second.spans[0])} » pour un public voisin."
                ),
                spans=(first.spans[0], second.spans[0]),
            )


def _are_close(one: FigureDraft, other: FigureDraft) -> bool:
    low = abs((one.low or 0) - (other.low or 0))
    high = abs((one.high or 0) - (other.high or 0))
    return low + high == CLOSE_YEARS


def population_findings(context: Context, *, figures: Sequence[FigureDraft]) -> Iterator[Finding]:
    """Find two populations of the one place that a text is about: its whole and a part, or two sources."""
    settled = [
        figure
        for figure in figures
        if figure.unit == "habitants"
        and (figure.value or 0) >= SMALLEST_POPULATION
        and _is_of_the_place(context, figure)
    ]
    values = sorted({figure.value for figure in settled if figure.value})
    places = {figure.place for figure in settled if figure.place}
    if len(values) != MOST_POPULATIONS or len(places) > 1 or _are_of_several_days(settled):
        return
    if (values[1] - values[0]) / values[1] <= DIFFERENT:
        return
    first = {figure.value: figure for figure in reversed(settled)}
    shown = sorted((first[value] for value in values), key=lambda figure: figure.spans[0])
    yield Finding(
        rule="two-populations",
        severity=Severity.INFO,
        message=f"Deux populations sont données : {say(values[0])} et {say(values[1])} habitants.",
        spans=tuple(figure.spans[0] for figure in shown),
    )


def _is_of_the_place(context: Context, figure: FigureDraft) -> bool:
    paragraph = context.paragraph(figure.spans[0].start)
    return SETTLED.search(context.layout.text, paragraph.start, paragraph.end) is not None


def spelling_findings(context: Context, *, figures: Sequence[FigureDraft]) -> Iterator[Finding]:
    """Find one number, of one thing, written in two ways (« 1 250 » and « 1250 »)."""
    groups: dict[tuple[float, str], list[FigureDraft]] = defaultdict(list)
    for figure in figures:
        if figure.value and figure.value >= SMALLEST_GROUPED:
            groups[figure.value, figure.unit].append(figure)
    for (value, unit), group in sorted(groups.items(), key=lambda pair: pair[1][0].spans[0]):
        written = {
            re.sub(r"\s", " ", figure.spans[0].of(context.layout.text)): figure for figure in reversed(group)
        }
        if len(written) <= 1 or not all(words[0].isdigit() for words in written):
            continue
        ways = " et ".join(f"« {words} »" for words in sorted(written))
        yield Finding(
            rule="one-figure-two-spellings",
            severity=Severity.INFO,
            message=f"Le même chiffre est écrit de deux façons : {ways} ({say(value)} {unit}).",
            spans=tuple(sorted(figure.spans[0] for figure in written.values())),
        )
