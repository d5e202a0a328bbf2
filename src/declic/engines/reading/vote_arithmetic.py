"""What the totals prove of a vote that does not count every way of voting."""

from dataclasses import replace

from declic.engines.reading.drafts import DeliberationDraft, SittingDraft, Status, VoteDraft, Way
from declic.engines.reading.room_arithmetic import numbered, voices_at


def complete_votes(sitting: SittingDraft) -> tuple[DeliberationDraft, ...]:
    """
    Put zero for the ways of voting left unsaid where those said already make up all the voters.

    « 14 votes pour » with 13 present and one vote given leaves nobody against. Where the totals do not meet, or
    the questions pass in another order, nothing is added.
    """
    if not any(member.status is Status.PRESENT for member in sitting.members) or sitting.order:
        return sitting.deliberations
    questions = {id(act): question for question, act in numbered(sitting.deliberations)}
    return tuple(
        replace(act, vote=_complete(act.vote, _voters(sitting, questions.get(id(act))))) if act.vote else act
        for act in sitting.deliberations
    )


def _voters(sitting: SittingDraft, question: int | None) -> int | None:
    """Count who votes at a question; None where it is unknown, or where the total declared disputes it."""
    moves = any(member.ranges for member in sitting.members)
    changes = moves or any(proxy.range.first or proxy.range.last for proxy in sitting.proxies)
    if question is None and changes:
        return None
    others = len(sitting.substitutes)
    voters = voices_at(question or 1, members=sitting.members, proxies=sitting.proxies, others=others)
    declared = sitting.declared_voters
    if declared and not changes and declared.value != voters:
        return None
    return voters


def _complete(vote: VoteDraft, voters: int | None) -> VoteDraft:
    said = [vote.votes_for, vote.against, vote.abstention, vote.interested]
    total = sum(count for count in said if count is not None)
    apart = sum(one.way is Way.NOT_TAKING_PART for one in vote.named)
    if voters is None or vote.votes_for is None or total not in {voters, voters - apart}:
        return vote
    return replace(
        vote,
        against=vote.against if vote.against is not None else 0,
        abstention=vote.abstention if vote.abstention is not None else 0,
    )
