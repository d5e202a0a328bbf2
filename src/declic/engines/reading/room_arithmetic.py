"""How many votes there are at a question, from who is in the room and whose votes they hold."""

from collections.abc import Iterator, Sequence

from declic.engines.reading.drafts import DeliberationDraft, MemberDraft, ProxyDraft, Status, Way
from declic.units.person_names import find_namesake
from declic.units.question_ranges import QuestionRange


def holds(part: QuestionRange, question: int) -> bool:
    """Say whether a question is in a part of a sitting that takes its questions in order."""
    return (part.first is None or part.first <= question) and (part.last is None or question <= part.last)


def is_there(member: MemberDraft, question: int) -> bool:
    """Say whether a member is in the room at a question."""
    if member.status is not Status.PRESENT:
        return False
    return not member.ranges or any(holds(part, question) for part in member.ranges)


def voices_at(
    question: int, *, members: Sequence[MemberDraft], proxies: Sequence[ProxyDraft], others: int = 0
) -> int:
    """Count the votes at a question: those in the room, `others` who sit in a member's place, proxies that hold."""
    names = [member.name for member in members]
    there = [is_there(member, question) for member in members]
    held = {
        find_namesake(proxy.giver, among=names)
        for proxy in proxies
        if holds(proxy.range, question) and _holds_vote(proxy, names, there)
    }
    return sum(there) + others + len(held)


def _holds_vote(proxy: ProxyDraft, names: Sequence[str], there: Sequence[bool]) -> bool:
    giver, holder = (find_namesake(name, among=names) for name in (proxy.giver, proxy.holder))
    return holder is not None and there[holder] and not (giver is not None and there[giver])


def numbered(acts: Sequence[DeliberationDraft]) -> Iterator[tuple[int, DeliberationDraft]]:
    """Give each act with its question: its own, or its place where no act has one."""
    has_numbers = any(act.question is not None for act in acts)
    for place, act in enumerate(acts, start=1):
        question = act.question if has_numbers else place
        if question is not None:
            yield question, act


def cast_in(act: DeliberationDraft) -> int | None:
    """Add up what an act counts, and who it says took no part; None where it does not count enough."""
    vote = act.vote
    if vote is None:
        return None
    apart = sum(one.way is Way.NOT_TAKING_PART for one in vote.named)
    if vote.votes_for is None:
        voters = vote.ballot.voters if vote.ballot else None
        return voters + apart if voters is not None else None
    is_whole = vote.unanimous or vote.against is not None or vote.abstention is not None
    if not is_whole:
        return None
    others = max(apart, vote.interested or 0)
    return vote.votes_for + (vote.against or 0) + (vote.abstention or 0) + others
