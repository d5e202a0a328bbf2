"""The measures of a plan: number as published, official words, place in the plan, and what they commit to."""

import re
from collections.abc import Sequence

from declic.engines.reading.action_tables import with_own_cells
from declic.engines.reading.commitments import commitment_of
from declic.engines.reading.drafts import AxisDraft, MeasureDraft
from declic.engines.reading.heading_labels import Label
from declic.engines.reading.hierarchy import Hierarchy
from declic.engines.reading.level_proofs import follows_all
from declic.engines.reading.organisations import find_organisations
from declic.engines.reading.outline import Outline, Series
from declic.engines.reading.passages import Passage, bullets_of, spans_of, take_passages, text_of
from declic.engines.reading.promise_verbs import read_verb
from declic.engines.reading.schemes import find_schemes
from declic.engines.reading.text import Layout
from declic.engines.reading.wordings import same_wording


CROSS_REFERENCE = re.compile(r"\baxes? (?:n ?° ?)?(?P<number>\d{1,2})\b")
QUOTED_AXIS = re.compile(r"\baxes?\b[^«\n]{0,12}«\s?(?P<name>[^«»]{3,120}?)\s?»")
SIGNED = re.compile(r"(?:^|(?<=\n))[#*_ \t]*fait (?:a|en)\b[^\n]{0,60}(?:,| le )[^\n]{0,40}(?=\n|$)")
TOTAL = re.compile(r"(?:^|(?<=\n))[#*_| \t]*total(?: general)?\b(?= ?[:|]| {2,}| \d)")
GREAT_PARTS = frozenset({"axe", "pilier", "volet", "priorite"})
LEAST_ECHOES = 3


def read_measures(
    layout: Layout,
    hierarchy: Hierarchy,
    axes: Sequence[AxisDraft],
    *,
    stops: Sequence[int],
    furniture: frozenset[int],
) -> tuple[MeasureDraft, ...]:
    """Read the measures of a plan, in order; each runs down to the next stop, the next measure or « Fait à …, le … »."""
    last = hierarchy.measures[-1].start if hierarchy.measures else 0
    signed = [found.start() for found in SIGNED.finditer(layout.folded, last)]
    totals = [found.start() for found in TOTAL.finditer(layout.folded)]
    signed += totals if len(totals) == 1 and totals[0] > last else []
    labels = with_own_cells(layout, hierarchy.measures)
    passages = take_passages(layout, labels, stops=[*stops, *signed], furniture=furniture)
    return tuple(
        _measure(layout, hierarchy, passage, axes, furniture=furniture)
        for passage in passages
        if text_of(passage)
    )


def stops_around(outline: Outline, hierarchy: Hierarchy, axes: Sequence[AxisDraft]) -> tuple[int, ...]:
    """Give where a measure cannot go on: a higher heading, a section, a summary, a series that comes after."""
    last = hierarchy.measures[-1].start if hierarchy.measures else 0
    stops = [label.start for level in hierarchy.levels for label in level]
    stops += [section.spans[0].start for axis in axes for section in axis.sections]
    for series in outline.series:
        is_wide = series.word == "article" or _is_frame(series, hierarchy)
        if (is_wide and series.is_proven) or (series.word in GREAT_PARTS and follows_all(series.labels)):
            stops += [label.start for label in series.labels]
        elif series.word and series.is_proven and series.labels[0].start > last:
            stops.append(series.labels[0].start)
        if len(series.echoes) >= LEAST_ECHOES:
            stops += [echo.start for echo in series.echoes]
    return tuple(stops)


def _is_frame(series: Series, hierarchy: Hierarchy) -> bool:
    """Say whether a series is the text's own great parts (« I. », « II. »), begun before its first measure."""
    is_roman = not series.word and series.shape == "R"
    return is_roman and bool(hierarchy.measures) and series.labels[0].start < hierarchy.measures[0].start


def _measure(
    layout: Layout,
    hierarchy: Hierarchy,
    passage: Passage,
    axes: Sequence[AxisDraft],
    *,
    furniture: frozenset[int],
) -> MeasureDraft:
    text = text_of(passage)
    axis = next((axis.number for axis in axes if _stands_in(axis, passage.label)), None)
    verb = read_verb(text)
    spans = spans_of(passage, furniture=furniture)
    return MeasureDraft(
        number=passage.label.published,
        axis=axis,
        parent=_parent(hierarchy, passage.label, has_axes=bool(axes)),
        text=text,
        bullets=bullets_of(passage.lines[1:]),
        commitment=commitment_of(text, verb=verb),
        verb=verb.infinitive if verb else None,
        organisations=find_organisations(layout, spans),
        schemes=find_schemes(layout, spans),
        secondary_axes=_secondary_axes(text, axes, own=axis),
        spans=spans,
    )


def _stands_in(axis: AxisDraft, label: Label) -> bool:
    return axis.body.start <= label.start < axis.body.end


def _parent(hierarchy: Hierarchy, label: Label, *, has_axes: bool) -> str | None:
    """Give the number of the nearest heading above that is not the axis itself."""
    above = hierarchy.above(label)
    between = above[1:] if has_axes and hierarchy.levels else above
    return next((heading.published for heading in reversed(between) if heading), None)


def _secondary_axes(text: str, axes: Sequence[AxisDraft], *, own: int | None) -> tuple[int, ...]:
    numbers = {axis.number for axis in axes}
    said = {int(found["number"]) for found in CROSS_REFERENCE.finditer(text.lower())}
    for found in QUOTED_AXIS.finditer(text):
        said |= {
            axis.number
            for axis in axes
            if any(same_wording(found["name"], title) for title in (axis.title, *axis.titles))
        }
    return tuple(sorted((said & numbers) - {own}))
