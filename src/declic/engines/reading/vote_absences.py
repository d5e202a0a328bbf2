"""Who leaves the room for several votes: out of each until the text says that they are back."""

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace

from declic.engines.reading.drafts import DeliberationDraft, NamedVoteDraft, Way
from declic.engines.reading.vote_names import find_leaving, people_before
from declic.units.spans import Span


@dataclass(frozen=True, slots=True)
class _Absence:
    """A member who leaves, and where the text says that they are back."""

    leaving: NamedVoteDraft
    back: int


RETURNS = re.compile(
    r"(?<!\w)(?:(?:rejoi(?:nt|gnent)|regagn(?:e|ent)|reintegr(?:e|ent)|repren(?:d|nent))\s+(?:l[ae]\s+|l'\s?|sa\s+|ses\s+|leurs?\s+)"
    r"(?:salle|seance|reunion|assemblee|conseil|places?|table|presidence|debats?|fauteuils?|sieges?|collegues)|"
    r"revien(?:t|nent)(?=\s*(?:[.,;)\n]|$)|\s+(?:en|dans|a\s+\d|a\s+la\s+table|prendre|sieger)(?!\w))|(?:est|sont)\s+de\s+retour)(?!\w)"
)


def carry_absences(
    view: str, folded: str, acts: Sequence[DeliberationDraft], roll: tuple[Sequence[str], str | None]
) -> tuple[DeliberationDraft, ...]:
    """
    Leave out of each vote who left before an earlier one and comes back after it.

    Without words of their return nothing is carried: minutes seldom say that the mayor came back.
    """
    votes = [min(span.start for span in act.vote.spans) for act in acts if act.vote and act.vote.spans]
    if not votes:
        return tuple(acts)
    region = Span(min(votes), len(folded))
    returns = [
        (found.end(), {name for name, _place in people_before(view, found, low=region.start, roll=roll)})
        for found in RETURNS.finditer(folded, region.start)
    ]
    if not returns:
        return tuple(acts)
    first = min((span.start for act in acts for span in act.spans), default=0)
    leaving = find_leaving(view, folded, Span(min(first, region.start), len(folded)), roll=roll)
    absences = _absences(leaving, returns)
    return tuple(_without_the_absent(act, absences) for act in acts)


def _absences(
    leaving: Sequence[NamedVoteDraft], returns: Sequence[tuple[int, set[str]]]
) -> tuple[_Absence, ...]:
    """Tie each return to the last time that its member left: of an earlier one the text never says the end."""
    found: list[_Absence] = []
    out: dict[str, NamedVoteDraft] = {}
    left = deque(sorted(leaving, key=lambda one: one.spans))
    for back, who in returns:
        while left and left[0].spans[0].end < back:
            one = left.popleft()
            out[one.name] = one
        found += [_Absence(out.pop(name), back) for name in sorted(who & out.keys())]
    return tuple(found)


def _without_the_absent(act: DeliberationDraft, absences: Sequence[_Absence]) -> DeliberationDraft:
    if act.vote is None or not act.vote.spans:
        return act
    at = min(span.start for span in act.vote.spans)
    known = {one.name for one in act.vote.named}
    away = {
        one.leaving.name: one.leaving
        for one in absences
        if one.leaving.spans[0].end <= at < one.back and one.leaving.name not in known
    }
    named = (*act.vote.named, *(replace(one, way=Way.NOT_TAKING_PART) for one in away.values()))
    return replace(act, vote=replace(act.vote, named=tuple(sorted(named, key=lambda one: one.spans))))
