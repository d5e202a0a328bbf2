"""The result of an act: its signs joined, its parts apart, and its ballots."""

import re
from collections.abc import Sequence
from dataclasses import replace

from declic.engines.reading.act_chapters import find_parts, without_parts
from declic.engines.reading.act_headings import ActRegion
from declic.engines.reading.act_parts import Part
from declic.engines.reading.drafts import VoteDraft
from declic.engines.reading.elections import BallotMark
from declic.engines.reading.text import rejoin
from declic.engines.reading.votes import VoteMark, join_marks
from declic.units.spans import Span


NEXT_SENTENCE = re.compile(r"(?<=\w\w)\.\s+(?=(?:Le|La|Les|M|Mme|Après|Monsieur|Madame)\b|L['’])")
ADOPTED = re.compile(
    r"[\s:;,.(–—-]+(?:est\s+)?(?:adopté|approuvé|voté|accepté|vote)e?s?(?:\s+(?:par|avec|à))?\W*$",
    re.IGNORECASE,
)


def vote_of_act(
    view: str, folded: str, region: ActRegion, marks: tuple[VoteMark, ...], ballots: Sequence[BallotMark]
) -> VoteDraft | None:
    """Make the result of the signs and the ballots that stand in the part of the text that an act holds."""
    return _with_ballot(_vote(view, folded, region, marks), ballots)


def _vote(view: str, folded: str, region: ActRegion, marks: tuple[VoteMark, ...]) -> VoteDraft | None:
    """Make the result of an act's signs; where it is voted part by part, the whole has the result that it is given."""
    span = Span(region.start, region.end)
    parts = find_parts(view, folded, span, marks)
    whole = without_parts(marks, parts) if parts else marks
    vote = join_marks(whole, folded, start=span.start, end=span.end)
    if not parts:
        return vote
    spans = tuple(sorted({span for part in parts for span in part.spans}))
    vote = vote or VoteDraft(None, None, None, None, None, False, spans)
    return replace(vote, parts=parts)


def _with_ballot(vote: VoteDraft | None, ballots: Sequence[BallotMark]) -> VoteDraft | None:
    """Give the result its last ballot and those before: what one settled has no show of hands of its own."""
    if not ballots:
        return vote
    last, spans = ballots[-1].ballot, {span for ballot in ballots for span in ballot.spans}
    earlier = tuple(ballot.ballot for ballot in ballots[:-1])
    if vote and vote.votes_for is not None:
        return replace(vote, ballot=last, earlier=earlier, spans=tuple(sorted({*vote.spans, *spans})))
    unanimous = True if vote and vote.unanimous else None
    rule = vote.abstention_counts_non_voters if vote else False
    passages = tuple(sorted(spans))
    return VoteDraft(None, None, None, None, unanimous, rule, passages, ballot=last, earlier=earlier)


def without_vote(view: str, title: Part | None, marks: Sequence[VoteMark]) -> Part | None:
    """Cut a title before the vote that its line goes on with."""
    if not title:
        return None
    inside = [mark.start for mark in marks if title.span.start < mark.start < title.span.end]
    if not inside:
        return title
    before = NEXT_SENTENCE.split(view[title.span.start : inside[0]], maxsplit=1)[0]
    words = ADOPTED.sub("", before).rstrip(" :;,.(–—-\n")
    return Part(rejoin(words), Span(title.span.start, title.span.start + len(words)))
