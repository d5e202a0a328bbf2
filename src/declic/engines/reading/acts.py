"""The acts of a sitting: each with its head, its decisions and its vote."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from declic.engines.reading.act_chapters import is_part
from declic.engines.reading.act_headings import ActHeading, ActRegion, cut_acts, find_headings
from declic.engines.reading.act_parts import (
    Part,
    find_appeal,
    find_budget,
    find_number,
    find_object_above,
    find_rapporteur,
    find_summary,
    find_title,
    number_at_end,
)
from declic.engines.reading.act_titles import regions_by_titles
from declic.engines.reading.act_votes import vote_of_act, without_vote
from declic.engines.reading.decisions import find_decisions
from declic.engines.reading.drafts import DeliberationDraft, VoteDraft
from declic.engines.reading.elections import BallotMark, find_ballots
from declic.engines.reading.votes import VoteMark, find_vote_marks
from declic.units.spans import Span, merge_spans


Sign = TypeVar("Sign", VoteMark, BallotMark)


@dataclass(frozen=True, slots=True)
class ActReading:
    """An act, the part of the text that holds it, and where its vote starts (None without a vote)."""

    draft: DeliberationDraft
    span: Span
    vote_start: int | None


@dataclass(frozen=True, slots=True)
class _Signs:
    """Every heading, vote and ballot of a text, in order."""

    headings: tuple[ActHeading, ...]
    marks: tuple[VoteMark, ...]
    ballots: tuple[BallotMark, ...]


FARTHEST_RESULT = 120
LINE_RESULT = re.compile(
    r"(?:^|(?<=\n))[ \t]*(?:(?:[-–•*]|[a-h][.)])[ \t]*)?(?P<title>[A-ZÀ-Ý][^\n:]{3,120}?)[ \t]*[:–][ \t]*"
    r"(?:(?:[Aa]dopt\w+|[Aa]pprouv\w+|[Vv]ot\w+|[Aa]ccept\w+)[ \t]+)?(?:(?:à|a)[ \t]l['’])?"
    r"(?:[Uu]nanimité|UNANIMIT[EÉ]|\d{1,3}[ \t]+(?:voix[ \t]+)?(?:pour|POUR)\b[^\n]{0,60})[ \t.;]*(?=\n|$)"
)
FEWEST_LINES = 3
FEWEST_VOTES = 2
TITLE_LINE = re.compile(r"\n[ \t]*(?:\n|[A-ZÀ-Ý0-9][^\n]{3,90}(?:[:\w)»])[ \t]*\n)")
HEAD_OF_ACT = 700
FARTHEST_TITLE = 1200


def read_acts(view: str, folded: str, *, start: int) -> tuple[ActReading, ...]:
    """
    Read the acts of a text whose mark-up is blank, from where its roll ends.

    A point of the agenda without decision, vote or ballot is not an act. Where no heading parts the acts, each
    whole vote closes one. Where no act follows the roll, the head above it may hold one (« Délibération approuvée »).
    """
    return _acts_from(view, folded, start) or (_acts_from(view, folded, 0) if start else ())


def _acts_from(view: str, folded: str, start: int) -> tuple[ActReading, ...]:
    ballots = tuple(ballot for ballot in find_ballots(view, folded) if ballot.start >= start)
    marks = tuple(
        mark
        for mark in find_vote_marks(view, folded)
        if mark.start >= start and not _is_counted(mark, ballots)
    )
    signs = _Signs(find_headings(view, folded, start=0), marks, ballots)
    places = sorted(
        [mark.start for mark in marks]
        + [ballot.start for ballot in ballots]
        + [decision.spans[0].start for decision in find_decisions(view, folded, start=start, end=len(folded))]
    )
    regions = cut_acts(
        [heading for heading in signs.headings if heading.span.end >= start], places, end=len(folded)
    )
    if not regions and places:
        regions = regions_by_titles(
            view, folded, (*marks, *ballots), places, start=start
        ) or _regions_by_votes(view, marks, start, len(folded))
    regions = _by_lines(view, regions)
    regions = _with_heads(regions, signs.headings, places)
    befores = [0, *(region.start for region in regions)]
    acts = [_act(view, folded, region, signs, since) for region, since in zip(regions, befores, strict=False)]
    return tuple(act for act in acts if act)


def _with_heads(
    regions: Sequence[ActRegion], headings: Sequence[ActHeading], places: Sequence[int]
) -> tuple[ActRegion, ...]:
    """Start each act at the identifier that stands above its heading, past the last sign of the act before."""
    starts: list[int] = []
    for at, region in enumerate(regions):
        before = regions[at - 1] if at else None
        if before is None or (region.heading and region.heading.number):
            starts.append(region.start)
            continue
        at_place = bisect_left(places, region.start)
        low = max(places[at_place - 1] if at_place else before.start, before.start)
        first = bisect_left(headings, low + 1, key=lambda one: one.span.start)
        last = bisect_left(headings, region.start, lo=first, key=lambda one: one.span.start)
        heads = [one.span.start for one in headings[first:last] if one.number]
        starts.append(heads[0] if heads else region.start)
    stops = [*starts[1:], regions[-1].end] if regions else []
    return tuple(
        ActRegion(start, stop, region.heading)
        for region, start, stop in zip(regions, starts, stops, strict=True)
    )


def _is_counted(mark: VoteMark, ballots: Sequence[BallotMark]) -> bool:
    """Say whether a sign of a vote is a part of a ballot's count."""
    at = bisect_left(ballots, mark.start + 1, key=lambda ballot: ballot.start)
    return at > 0 and mark.start < ballots[at - 1].end


def _regions_by_votes(view: str, marks: Sequence[VoteMark], start: int, end: int) -> tuple[ActRegion, ...]:
    """Cut after each result: two counted votes cannot be of one act, nor two results that paragraphs part."""
    lines = list(LINE_RESULT.finditer(view, start, end))
    if len(lines) >= FEWEST_LINES and not any(is_part(line["title"]) for line in lines):
        nexts = [*(line.start() for line in lines[1:]), end]
        return tuple(
            ActRegion(line.start(), stop, _heading_of_line(line, question=None))
            for line, stop in zip(lines, nexts, strict=True)
        )
    stops: list[int] = []
    last: VoteMark | None = None
    for mark in (one for one in marks if "pour" in one.counts or one.unanimous is not None):
        if last is not None and _is_of_another_act(view, last, mark):
            stops.append(last.spans[-1].end)
        last = mark
    starts = [start, *stops]
    return tuple(ActRegion(first, stop, None) for first, stop in zip(starts, [*stops, end], strict=True))


def _heading_of_line(line: re.Match[str], *, question: int | None) -> ActHeading:
    title = Span(*line.span("title"))
    return ActHeading("line", None, question, title, title)


def _by_lines(view: str, regions: Sequence[ActRegion]) -> tuple[ActRegion, ...]:
    """Cut a point of the agenda that holds several results, each on a line of its own (« a) … : 7 pour »)."""
    cut: list[ActRegion] = []
    for region in regions:
        lines = list(LINE_RESULT.finditer(view, region.start, region.end))
        title = region.heading.title if region.heading else None
        inside = [line for line in lines if title is None or line.start("title") > title.start]
        if len(inside) < FEWEST_VOTES or any(is_part(line["title"]) for line in inside):
            cut.append(region)
            continue
        question = region.heading.question if region.heading else None
        stops = [*(line.start() for line in inside[1:]), region.end]
        cut += [
            ActRegion(line.start(), stop, _heading_of_line(line, question=question))
            for line, stop in zip(inside, stops, strict=True)
        ]
    return tuple(cut)


def _is_of_another_act(view: str, last: VoteMark, mark: VoteMark) -> bool:
    if "pour" in last.counts and "pour" in mark.counts:
        return True
    gap = view[last.spans[-1].end : mark.start]
    is_counted = "pour" in last.counts or "pour" in mark.counts
    return is_counted and len(gap) > FARTHEST_RESULT and TITLE_LINE.search(gap) is not None


def _act(
    view: str,
    folded: str,
    region: ActRegion,
    signs: _Signs,
    since: int,
) -> ActReading | None:
    own_marks = _within(signs.marks, region)
    own_ballots = _within(signs.ballots, region)
    vote = vote_of_act(view, folded, region, own_marks, own_ballots)
    decisions = find_decisions(view, folded, start=region.start, end=region.end)
    if not vote and not decisions:
        return None
    near = _headings_of(view, region, signs.headings)
    number = next((heading.number for heading in near if heading.number), None)
    question = next((heading for heading in near if heading.question is not None), None)
    title = _title_of(view, folded, region, near, own_marks, since)
    said = None if number else find_number(view, folded, region, since=since)
    if title and not (number or said):
        title, said = number_at_end(title, view) or (title, None)
    rapporteur = find_rapporteur(view, folded, region)
    budget = find_budget(view, folded, region)
    summary = find_summary(view, folded, region)
    appeal = find_appeal(view, folded, region)
    spans = [*_spans(title, rapporteur, budget, summary, said), *(heading.span for heading in near[:3])]
    draft = DeliberationDraft(
        number=said.value if said else number,
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
    return ActReading(draft, Span(region.start, region.end), _start_of(vote))


def _title_of(
    view: str,
    folded: str,
    region: ActRegion,
    near: list[ActHeading],
    marks: Sequence[VoteMark],
    since: int,
) -> Part | None:
    """Find the title in an act's head, else above the roll of an extract that no heading opens."""
    found = find_title(view, folded, region, _titled(near))
    if found is None and region.heading is None:
        return find_object_above(view, folded, region, since=since)
    return without_vote(view, found, marks)


def _start_of(vote: VoteDraft | None) -> int | None:
    return min((span.start for span in vote.spans), default=None) if vote else None


def _within(signs: tuple[Sign, ...], region: ActRegion) -> tuple[Sign, ...]:
    """Give the signs that start in a part of the text; they are in order."""
    first = bisect_left(signs, region.start, key=lambda sign: sign.start)
    return signs[first : bisect_left(signs, region.end, lo=first, key=lambda sign: sign.start)]


def _evidence(vote: object, decisions: Sequence[object]) -> list[Span]:
    return [span for draft in (vote, *decisions) if draft is not None for span in getattr(draft, "spans", ())]


def _is_just_below(view: str, heading: ActHeading, region: ActRegion) -> bool:
    """Say whether a numbered title stands on the line under an identifier that is alone on its own."""
    above = region.heading
    if above is None or above.family != "code" or above.title is not None:
        return False
    return not view[above.span.end : heading.span.start].strip()


def _headings_of(view: str, region: ActRegion, headings: Sequence[ActHeading]) -> list[ActHeading]:
    """Give the headings at the head of an act: the one that opens it, then those just below it."""
    opening = [region.heading] if region.heading else []
    limit = region.start + (HEAD_OF_ACT if region.heading else FARTHEST_TITLE)
    first = bisect_left(headings, region.start, key=lambda heading: heading.span.start)
    last = bisect_left(headings, min(region.end, limit), lo=first, key=lambda heading: heading.span.start)
    below = [
        heading
        for heading in headings[first:last]
        if heading is not region.heading
        and (
            heading.family in {"deliberation", "report", "code", "numbered", "object", "ranked"}
            or _is_just_below(view, heading, region)
        )
    ]
    return [*opening, *below]


def _titled(near: Sequence[ActHeading]) -> tuple[ActHeading, ...]:
    """Put first the headings whose line says the title of the report, then the identifier's."""
    order = {"object": 0, "report": 1, "ranked": 1}
    return tuple(sorted(near, key=lambda heading: order.get(heading.family, 2)))


def _spans(*parts: Part | None) -> list[Span]:
    return [part.span for part in parts if part]
