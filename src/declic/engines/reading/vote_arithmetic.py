"""What the totals prove of a vote that does not count every way of voting."""

from dataclasses import replace

from declic.engines.reading.drafts import DeliberationDraft, SittingDraft, Status, VoteDraft
from declic.units.question_ranges import WHOLE_SITTING


def complete_votes(sitting: SittingDraft) -> tuple[DeliberationDraft, ...]:
    """
    Put zero for the ways of voting left unsaid where those said already make up all the voters.

    « 14 votes pour » with 13 present and one vote given leaves nobody against. Where presence changes during
    the sitting, or the totals do not meet, nothing is added.
    """
    voters = _voters(sitting)
    if not voters:
        return sitting.deliberations
    return tuple(
        replace(act, vote=_complete(act.vote, voters)) if act.vote else act for act in sitting.deliberations
    )


def _voters(sitting: SittingDraft) -> int | None:
    """Count who votes all along: those in the room and the votes they hold; None where it changes or is disputed."""
    moves = any(member.ranges for member in sitting.members)
    if moves or any(proxy.range != WHOLE_SITTING for proxy in sitting.proxies):
        return None
    present = sum(member.status is Status.PRESENT for member in sitting.members) + len(sitting.substitutes)
    counted = present + len(sitting.proxies)
    declared = sitting.declared_voters
    if declared and present and declared.value != counted:
        return None
    return declared.value if declared else (counted if present else None)


def _complete(vote: VoteDraft, voters: int) -> VoteDraft:
    said = [vote.votes_for, vote.against, vote.abstention, vote.interested]
    total = sum(count for count in said if count is not None)
    if vote.votes_for is None or total != voters:
        return vote
    return replace(
        vote,
        against=vote.against if vote.against is not None else 0,
        abstention=vote.abstention if vote.abstention is not None else 0,
    )
