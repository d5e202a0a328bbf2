"""The acts of a sitting: each with its head, its decisions and its vote."""

from collections.abc import Sequence

from declic.engines.reading.act_headings import ActHeading, ActRegion, cut_acts, find_headings
from declic.engines.reading.act_parts import (
    Part,
    find_appeal,
    find_budget,
    find_number,
    find_rapporteur,
    find_summary,
    find_title,
)
from declic.engines.reading.decisions import find_decisions
from declic.engines.reading.drafts import DeliberationDraft
from declic.engines.reading.text import rejoin
from declic.engines.reading.votes import VoteMark, find_vote_marks, join_marks
from declic.units.spans import Span, merge_spans


FEWEST_VOTES = 2
HEAD_OF_ACT = 700
FARTHEST_TITLE = 1200


def read_acts(view: str, folded: str, *, start: int) -> tuple[DeliberationDraft, ...]:
    """
    Read the acts of a text whose mark-up is blank, from where its roll ends.

    A point of the agenda without decision or vote is not an act. Where no heading parts the acts, each whole
    vote closes one.
    """
    marks = find_vote_marks(view, folded)
    marks = tuple(mark for mark in marks if mark.start >= start)
    headings = find_headings(view, folded, start=0)
    signs = sorted([mark.start for mark in marks] + [
        decision.spans[0].start for decision in find_decisions(view, folded, start=start, end=len(folded))
    ])  # fmt: skip
    regions = cut_acts([heading for heading in headings if heading.span.end >= start], signs, end=len(folded))
    if not regions and signs:
        regions = _regions_by_votes(marks, start, len(folded))
    befores = [0, *(region.start for region in regions)]
    acts = [
        _act(view, folded, region, headings, marks, since)
        for region, since in zip(regions, befores, strict=False)
    ]
    return tuple(act for act in acts if act)


def _regions_by_votes(marks: Sequence[VoteMark], start: int, end: int) -> tuple[ActRegion, ...]:
    """Cut after each vote that has counts: two counted votes cannot be of one act."""
    counted = [mark for mark in marks if "pour" in mark.counts]
    if len(counted) < FEWEST_VOTES:
        return (ActRegion(start, end, None),)
    stops = [mark.spans[-1].end for mark in counted[:-1]] + [end]
    starts = [start, *stops[:-1]]
    return tuple(ActRegion(first, last, None) for first, last in zip(starts, stops, strict=True))


def _act(
    view: str,
    folded: str,
    region: ActRegion,
    headings: Sequence[ActHeading],
    marks: Sequence[VoteMark],
    since: int,
) -> DeliberationDraft | None:
    own_marks = tuple(mark for mark in marks if region.start <= mark.start < region.end)
    vote = join_marks(own_marks, folded, start=region.start, end=region.end)
    decisions = find_decisions(view, folded, start=region.start, end=region.end)
    if not vote and not decisions:
        return None
    near = _headings_of(region, headings)
    number = next((heading for heading in near if heading.number), None)
    said = find_number(view, folded, region, since=since) if number is None else None
    question = next((heading for heading in near if heading.question is not None), None)
    title = _without_vote(view, find_title(view, folded, region, _titled(near)), own_marks)
    rapporteur = find_rapporteur(view, folded, region)
    budget = find_budget(view, folded, region)
    summary = find_summary(view, folded, region)
    appeal = find_appeal(view, folded, region)
    spans = [*_spans(title, rapporteur, budget, summary, said), *(heading.span for heading in near[:3])]
    return DeliberationDraft(
        number=number.number if number else (said.value if said else None),
        question=question.question if question else None,
        title=title.value if title else None,
        rapporteur=rapporteur.value if rapporteur else None,
        budget_impact=budget.value if budget else None,
        summary=summary.value if summary else None,
        decisions=decisions,
        vote=vote,
        appeal_court=appeal.court if appeal else None,
        appeal_months=appeal.months if appeal else None,
        spans=tuple(sorted({*spans, *(appeal.spans if appeal else ())}))
        or merge_spans(_evidence(vote, decisions)),
    )


def _without_vote(view: str, title: Part | None, marks: Sequence[VoteMark]) -> Part | None:
    """Cut a title before the vote that its line goes on with."""
    if not title:
        return None
    inside = [mark.start for mark in marks if title.span.start < mark.start < title.span.end]
    if not inside:
        return title
    words = view[title.span.start : inside[0]].rstrip(" :;,.(–—-\n")
    return Part(rejoin(words), Span(title.span.start, title.span.start + len(words)))


def _evidence(vote: object, decisions: Sequence[object]) -> list[Span]:
    return [span for draft in (vote, *decisions) if draft is not None for span in getattr(draft, "spans", ())]


def _headings_of(region: ActRegion, headings: Sequence[ActHeading]) -> list[ActHeading]:
    """Give the headings at the head of an act: the one that opens it, then those just below it."""
    opening = [region.heading] if region.heading else []
    limit = region.start + (HEAD_OF_ACT if region.heading else FARTHEST_TITLE)
    below = [
        heading
        for heading in headings
        if region.start <= heading.span.start < min(region.end, limit)
        and heading is not region.heading
        and heading.family in {"deliberation", "report", "code", "numbered", "object", "ranked"}
    ]
    return [*opening, *below]


def _titled(near: Sequence[ActHeading]) -> tuple[ActHeading, ...]:
    """Put first the headings whose line says the title of the report, then the identifier's."""
    order = {"object": 0, "report": 1, "ranked": 1}
    return tuple(sorted(near, key=lambda heading: order.get(heading.family, 2)))


def _spans(*parts: Part | None) -> list[Span]:
    return [part.span for part in parts if part]
