"""Who leaves the room for several votes: out of each until the text says that they are back."""

import re
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
    r"(?<!\w)(?:rejoi(?:nt|gnent)|regagn(?:e|ent)|reintegr(?:e|ent)|revien(?:t|nent)|(?:est|sont)\s+de\s+retour|"
    r"repren(?:d|nent)\s+(?:sa|leur|la)\s+(?:place|presidence))(?!\w)"
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
    absences = [
        _Absence(leaving, back)
        for leaving in find_leaving(view, folded, Span(min(first, region.start), len(folded)), roll=roll)
        if (
            back := next(
                (at for at, who in returns if leaving.name in who and at > leaving.spans[0].end), None
            )
        )
    ]
    return tuple(_without_the_absent(act, absences) for act in acts)


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
