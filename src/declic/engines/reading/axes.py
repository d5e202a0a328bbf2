"""The axes of a plan: title, lettered sections, pilot, and every other name that the text gives them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from declic.engines.reading.articles import heading_span
from declic.engines.reading.axis_names import AxisName, find_axis_names, names_an_axis
from declic.engines.reading.drafts import ArticleDraft, AxisDraft, SectionDraft
from declic.engines.reading.heading_labels import Label
from declic.engines.reading.hierarchy import Hierarchy
from declic.engines.reading.outline import Outline
from declic.engines.reading.passages import clean_title, title_of
from declic.engines.reading.plan_words import ACTION_RANKS
from declic.engines.reading.text import Layout, Line
from declic.engines.reading.unnumbered_axes import find_unnumbered_axes, title_of_part
from declic.engines.reading.wordings import same_wording
from declic.units.spans import Span


PILOT = re.compile(r"pilotes?(?: de l'axe| de l'orientation| d'axe)? ?: ?(?P<pilot>[^\n.;]{2,120})")
PAGE_AFTER = re.compile(r"(?<=[^\W\d]) \d{1,3}$")
LEAST_SECTIONS = 3
LEAST_ARTICLES = 2


@dataclass(frozen=True, slots=True)
class AxisFrame:
    """The heading of an axis, before its names are looked for: an « Axe », or an article that holds measures."""

    number: int
    title: str
    article: int | None
    heading: Span
    body: Span
    echoes: tuple[str, ...] = ()


def frame_axes(
    layout: Layout, hierarchy: Hierarchy, outline: Outline, articles: Sequence[ArticleDraft], *, closing: int
) -> tuple[AxisFrame, ...]:
    """
    Find the axes: the top level above the measures, the parts without number, or the articles that hold them.

    Articles are axes only where two at least hold measures and the text itself names one of them as an axis. Axes
    without number are counted from one.
    """
    unnumbered = () if hierarchy.levels else find_unnumbered_axes(layout, hierarchy.measures)
    if unnumbered:
        return tuple(_framed_by_lines(unnumbered, closing=closing))
    if hierarchy.levels:
        top = hierarchy.levels[0]
        return _framed_by_headings(layout, top, outline, articles, closing=closing)
    starts = [measure.start for measure in hierarchy.measures]
    holding = [article for article in articles if any(_holds(article, start) for start in starts)]
    if len(holding) < LEAST_ARTICLES or not names_an_axis(layout, [article.title for article in holding]):
        return ()
    return tuple(
        AxisFrame(
            number=at,
            title=article.title,
            article=article.number,
            heading=article.spans[0],
            body=Span(article.spans[0].start, article.body.end),
        )
        for at, article in enumerate(holding, start=1)
    )


def _framed_by_lines(lines: Sequence[Line], *, closing: int) -> Iterator[AxisFrame]:
    ends = [*(line.span.start for line in lines[1:]), closing]
    for at, (line, end) in enumerate(zip(lines, ends, strict=True), start=1):
        body = Span(line.span.start, max(end, line.span.end))
        yield AxisFrame(
            number=at, title=clean_title(title_of_part(line)), article=None, heading=line.span, body=body
        )


def _framed_by_headings(
    layout: Layout,
    top: Sequence[Label],
    outline: Outline,
    articles: Sequence[ArticleDraft],
    *,
    closing: int,
) -> tuple[AxisFrame, ...]:
    """Frame the axes by their headings; « 1.1 » and « 2.1 » stand under axes that are not read, and are none."""
    numbers = {label.number[-1] for label in top}
    if top[0].word in ACTION_RANKS or (len(top[0].number) > 1 and len(numbers) < len(top)):
        return ()
    echoes = [label for series in outline.series if series.word == top[0].word for label in series.echoes]
    stops = [*(label.start for label in top[1:]), closing]
    return tuple(
        AxisFrame(
            number=label.number[-1],
            title=title_of(layout, label),
            article=next((article.number for article in articles if _holds(article, label.start)), None),
            heading=heading_span(layout, label),
            body=Span(label.start, max(stop, heading_span(layout, label).end)),
            echoes=tuple(title_of(layout, echo) for echo in echoes if echo.number == label.number),
        )
        for label, stop in zip(top, stops, strict=True)
    )


def _holds(article: ArticleDraft, start: int) -> bool:
    return article.spans[0].start <= start < article.body.end


def read_axes(layout: Layout, frames: Sequence[AxisFrame], outline: Outline) -> tuple[AxisDraft, ...]:
    """Complete the axes with their sections, their pilot and their other names."""
    names = find_axis_names(layout, [(frame.number, frame.title) for frame in frames])
    sections = {frame.number: _sections(layout, frame, outline) for frame in frames}
    has_proof = any(len(found) >= LEAST_SECTIONS for found in sections.values())
    return tuple(
        AxisDraft(
            number=frame.number,
            title=frame.title,
            titles=_other_titles(frame, names),
            article=frame.article,
            sections=sections[frame.number] if has_proof else (),
            pilot=_pilot(layout, frame),
            spans=(frame.heading, *(name.span for name in names if name.axis == frame.number)),
            body=frame.body,
        )
        for frame in frames
    )


def _other_titles(frame: AxisFrame, names: Sequence[AxisName]) -> tuple[str, ...]:
    titles: list[str] = []
    said = [*frame.echoes, *(name.words for name in names if name.axis == frame.number)]
    for words in (PAGE_AFTER.sub("", one) for one in said):
        if words and not any(same_wording(words, title) for title in (frame.title, *titles)):
            titles.append(words)
    return tuple(titles)


def _sections(layout: Layout, frame: AxisFrame, outline: Outline) -> tuple[SectionDraft, ...]:
    """Read A, B, C… in order within the axis; a letter out of order is not a section."""
    labels: list[Label] = []
    for label in outline.labels:
        is_inside = frame.heading.end <= label.start < frame.body.end
        if is_inside and label.key == ("", "U") and label.number[0] == len(labels) + 1:
            labels.append(label)
    ends = [*(label.start for label in labels[1:]), frame.body.end][: len(labels)]
    return tuple(
        SectionDraft(
            letter=label.published,
            title=title_of(layout, label),
            spans=(heading_span(layout, label),),
            body=Span(heading_span(layout, label).end + 1, end),
        )
        for label, end in zip(labels, ends, strict=True)
    )


def _pilot(layout: Layout, frame: AxisFrame) -> str | None:
    """Read « Pilote : … » where it stands under the heading of the axis, before anything else is announced."""
    end = min(frame.body.end, frame.heading.end + 400)
    found = PILOT.search(layout.folded, frame.heading.end, end)
    if not found or layout.text[frame.heading.end : found.start()].strip(" \n*_-•"):
        return None
    return layout.rejoined(Span(*found.span("pilot"))) or None
