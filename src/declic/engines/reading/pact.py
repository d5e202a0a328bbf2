"""A pact or a plan, as its text states it: everything but its quantities, which other rooms read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from declic.engines.reading.articles import read_articles
from declic.engines.reading.axes import AxisFrame, frame_axes, read_axes
from declic.engines.reading.bodies import read_bodies
from declic.engines.reading.diagnosis import read_diagnosis
from declic.engines.reading.drafts import (
    ArticleDraft,
    AxisDraft,
    MeasureDraft,
    PactDraft,
    PartyDraft,
    SittingDraft,
    Stated,
)
from declic.engines.reading.hierarchy import Hierarchy, read_hierarchy
from declic.engines.reading.measures import read_measures, stops_around
from declic.engines.reading.numbering import follows
from declic.engines.reading.ongoing import read_ongoing_actions
from declic.engines.reading.outline import Outline, read_outline
from declic.engines.reading.pact_header import (
    PactStart,
    find_end,
    find_pact_day,
    find_pact_start,
    find_reserve,
    find_successor,
    find_title_before,
    reads_as_minutes,
    whole_span,
)
from declic.engines.reading.page_furniture import find_page_furniture
from declic.engines.reading.parties import read_parties
from declic.engines.reading.passages import find_closing
from declic.engines.reading.plan_words import ACTION_RANKS, FRAME_RANKS, WEAK_WORDS
from declic.engines.reading.roles import pilot_of, read_roles
from declic.engines.reading.signature_blocks import read_signature_blocks
from declic.engines.reading.stamps import find_stamps
from declic.engines.reading.text import Layout
from declic.engines.reading.unnumbered_axes import find_parts
from declic.units.folding import fold


NAMES_A_PACT = re.compile(
    r"(?:le |la )?(?:pacte|plan|programme|charte|protocole|feuille de route|cite educative"
    r"|convention (?:territoriale|cadre|pluriannuelle|d'objectifs|d'appui|de partenariat)"
    r"|projet (?:educatif|social|de territoire)"
    r"|contrat (?:de (?:ville|quartier|territoire|reussite|relance|ruralite|transition)|local|territorial|cadre))\b",
)
MANY_MEASURES = 5
NO_HIERARCHY = Hierarchy((), ())


@dataclass(frozen=True, slots=True)
class _Frame:
    """What holds a plan together: where it starts and closes, its headings, its page furniture."""

    start: PactStart
    closing: int
    outline: Outline
    hierarchy: Hierarchy
    furniture: frozenset[int]


def read_pact(layout: Layout, *, sitting: SittingDraft | None) -> PactDraft | None:
    """
    Read the pact or plan that a document is or carries; None where it carries none.

    Measures are the proof: at least three numbered headings that follow each other. A pact without measures
    is one only if it has parties and says its name. Agenda points of a sitting are no plan.
    """
    is_minutes = reads_as_minutes(layout, sitting=sitting)
    furniture = find_page_furniture(layout) | find_stamps(layout)
    start = find_pact_start(layout, is_minutes=is_minutes)
    if is_minutes and start.title is None:
        first = _first_of_many_measures(read_outline(layout, furniture=furniture))
        if first is None:
            return None
        start = find_title_before(layout, end=first)
    outline = read_outline(layout, since=start.at, furniture=furniture)
    found = read_hierarchy(layout, outline, is_announced=start.title is not None and not is_minutes)
    hierarchy = found or NO_HIERARCHY
    parties = read_parties(layout, since=start.at)
    says_pact = start.title is not None and NAMES_A_PACT.match(fold(start.title.value)) is not None
    if not hierarchy.measures and not hierarchy.levels and not (parties and says_pact):
        return None
    closing = _closing(layout, outline, hierarchy)
    frame = _Frame(start, closing, outline, hierarchy, furniture | outline.left_out)
    return _draft(layout, frame, parties)


def _first_of_many_measures(outline: Outline) -> int | None:
    """Give where the numbered measures of a sitting's document begin, with the frame that just precedes them."""
    many = [
        series
        for series in outline.proven()
        if series.word in ACTION_RANKS
        and series.word not in WEAK_WORDS
        and len(series.labels) >= MANY_MEASURES
    ]
    if not many:
        return None
    first = min(series.labels[0].start for series in many)
    frames = [label.start for label in outline.labels if label.word in FRAME_RANKS and label.start < first]
    return frames[-1] if frames else first


def _closing(layout: Layout, outline: Outline, hierarchy: Hierarchy) -> int:
    articles = [label for series in outline.series if series.word == "article" for label in series.labels]
    last = max((label.start for label in (*hierarchy.measures, *articles)), default=0)
    return min([find_closing(layout, since=last), *_chapters_after(outline, hierarchy)])


def _chapters_after(outline: Outline, hierarchy: Hierarchy) -> Iterator[int]:
    """Give where the chapters go on counting after the plan: « II. » holds all of it, « III. » follows."""
    if not hierarchy.measures:
        return
    first = min(label.start for level in (hierarchy.measures, *hierarchy.levels) for label in level)
    last = hierarchy.measures[-1].start
    for series in outline.proven():
        before = [label for label in series.labels if label.start < first]
        after = [label for label in series.labels if label.start > last]
        is_around = series.word != "article" and len(before) + len(after) == len(series.labels)
        if is_around and before and after and follows(before[-1].number, after[0].number):
            yield after[0].start


def _draft(layout: Layout, frame: _Frame, parties: Sequence[PartyDraft]) -> PactDraft:
    articles = read_articles(layout, frame.outline, closing=frame.closing)
    axes = _axes(layout, frame, articles)
    roles = read_roles(layout, axes)
    axes = tuple(replace(axis, pilot=pilot_of(axis, roles, layout=layout)) for axis in axes)
    day = find_pact_day(layout, frame.start, closing=frame.closing)
    since = frame.start.at
    return PactDraft(
        title=frame.start.title,
        date=Stated(day.day, (whole_span(day),)) if day and day.day else None,
        weekday=Stated(day.weekday_span.of(layout.text).lower(), (day.weekday_span,))
        if day and day.weekday_span
        else None,
        ends_on=find_end(layout, since=since),
        successor=find_successor(layout, since=since),
        reserve=find_reserve(layout, since=since),
        parties=tuple(parties),
        signature_blocks=read_signature_blocks(layout, parties, since=frame.closing),
        articles=articles,
        diagnosis=read_diagnosis(layout, since=since),
        axes=axes,
        roles=roles,
        ongoing_actions=read_ongoing_actions(layout, axes, furniture=frame.furniture),
        measures=_measures(layout, frame, axes),
        bodies=read_bodies(layout),
    )


def _axes(layout: Layout, frame: _Frame, articles: Sequence[ArticleDraft]) -> tuple[AxisDraft, ...]:
    frames: tuple[AxisFrame, ...] = frame_axes(
        layout, frame.hierarchy, frame.outline, articles, closing=frame.closing
    )
    return read_axes(layout, frames, frame.outline)


def _measures(layout: Layout, frame: _Frame, axes: Sequence[AxisDraft]) -> tuple[MeasureDraft, ...]:
    around = stops_around(frame.outline, frame.hierarchy, axes)
    parts = [line.span.start for line in find_parts(layout, frame.hierarchy.measures)]
    parts += [axis.spans[0].start for axis in axes]
    stops = (*around, *parts, frame.closing)
    return read_measures(layout, frame.hierarchy, axes, stops=stops, furniture=frame.furniture)
