"""Readings that a text leaves open (who came when), weighed by the votes that the same text counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise, product

from declic.engines.reading.drafts import (
    ChoiceDraft,
    MemberDraft,
    ProxyDraft,
    SittingDraft,
    Status,
    Way,
)
from declic.engines.reading.ranges import step
from declic.engines.reading.roll_moves import Direction, Move
from declic.engines.reading.room_arithmetic import cast_in, numbered, voices_at
from declic.units.person_names import find_namesake
from declic.units.question_ranges import QuestionRange


@dataclass(frozen=True, slots=True)
class _Open:
    """Moves that happen together, and the questions that could be their first; the preferred one comes first."""

    moves: tuple[Move, ...]
    candidates: tuple[int | None, ...]
    is_placed: bool


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read every move, and how many counted votes it explains."""

    picks: tuple[int | None, ...]
    sitting: SittingDraft
    score: int


MOST_READINGS = 2000
MOST_COUNTS = 60_000
LONGEST_AGENDA = 60


def settle_moves(sitting: SittingDraft, moves: Sequence[Move]) -> SittingDraft:
    """
    Give the sitting with the parts of it that people who came or went were there for.

    A question said is taken as said; a place in the text, and an hour alone, are weighed by the counted votes:
    the reading that explains the most of them is chosen. A tie keeps what the place says, or the whole sitting,
    and waits for a person.
    """
    leavers = {move.name for move in moves if move.direction is Direction.GOES and move.proxy is None}
    wanted = [move for move in moves if _is_open(sitting, move, has_left=move.name in leavers)]
    if not wanted:
        return sitting
    groups = _groups(wanted, last=_last_question(sitting))
    picked = product(*(group.candidates for group in groups))
    in_time = (picks for picks in islice(picked, MOST_READINGS * 10) if _follow(groups, picks))
    readings = [_read(sitting, groups, picks) for picks in islice(in_time, _most_readings(sitting))]
    best = max(reading.score for reading in readings)
    winners = [reading for reading in readings if reading.score == best]
    chosen = winners[0]
    choices = _choices(groups, chosen, winners, default=readings[0], counted=_counted(sitting))
    return replace(chosen.sitting, choices=(*sitting.choices, *choices))


def _follow(groups: Sequence[_Open], picks: Sequence[int | None]) -> bool:
    """Say whether the questions follow each other as the hours do."""
    timed = sorted(
        (group.moves[0].hour, pick)
        for group, pick in zip(groups, picks, strict=True)
        if group.moves[0].hour and not group.is_placed and pick is not None
    )
    return all(
        one == other if hour == later else one <= other for (hour, one), (later, other) in pairwise(timed)
    )


def _most_readings(sitting: SittingDraft) -> int:
    """Bound the readings that are weighed, so that time grows with the length of the text alone."""
    size = max(1, len(_counted(sitting)) * len(sitting.members))
    return max(2, min(MOST_READINGS, MOST_COUNTS // size))


def _is_open(sitting: SittingDraft, move: Move, *, has_left: bool) -> bool:
    """Say whether a move tells something that the roll did not tell already."""
    if move.proxy is not None:
        return True
    at = find_namesake(move.name, among=[member.name for member in sitting.members])
    if at is None or sitting.members[at].ranges:
        return False
    is_present = sitting.members[at].status is Status.PRESENT
    if move.direction is Direction.GOES:
        return is_present
    return not (is_present and (move.is_back or _withdrew(sitting, move.name)) and not has_left)


def _withdrew(sitting: SittingDraft, name: str) -> bool:
    """Say whether a member left the room for one vote: coming back from it is no arrival."""
    votes = [act.vote for act in sitting.deliberations if act.vote]
    return any(one.name == name and one.way is Way.NOT_TAKING_PART for vote in votes for one in vote.named)


def _groups(moves: Sequence[Move], *, last: int) -> list[_Open]:
    """Put together the moves of one passage or of one hour; those of a long agenda keep to what is said."""
    together: dict[tuple[object, ...], list[Move]] = {}
    for move in moves:
        key = (move.direction, move.question, move.hour if move.question is None else move.span)
        together.setdefault(key, []).append(move)
    return [_open(tuple(group), last=last) for group in together.values()]


def _open(moves: tuple[Move, ...], *, last: int) -> _Open:
    question = moves[0].question
    if question is None:
        anywhere = tuple(range(2, last + 1)) if last <= LONGEST_AGENDA else ()
        return _Open(moves, (None, *anywhere), is_placed=False)
    if moves[0].is_said:
        return _Open(moves, (question,), is_placed=True)
    return _Open(moves, (question, question + 1), is_placed=True)


def _last_question(sitting: SittingDraft) -> int:
    return max((question for question, _act in numbered(sitting.deliberations)), default=0)


def _counted(sitting: SittingDraft) -> list[tuple[int, int]]:
    """Give each question whose votes are counted whole, with their number."""
    return [
        (question, cast)
        for question, act in numbered(sitting.deliberations)
        if (cast := cast_in(act)) is not None
    ]


def _read(sitting: SittingDraft, groups: Sequence[_Open], picks: tuple[int | None, ...]) -> _Reading:
    moved: dict[str, dict[Direction, tuple[int, Move]]] = {}
    bounds: dict[int, dict[Direction, int]] = {}
    for group, pick in zip(groups, picks, strict=True):
        for move in group.moves if pick is not None else ():
            if move.proxy is not None:
                bounds.setdefault(move.proxy, {})[move.direction] = pick or 0
                continue
            moved.setdefault(move.name, {})[move.direction] = (pick or 0, move)
    members = tuple(
        _with_moves(member, moved.get(member.name, {}), sitting.order) for member in sitting.members
    )
    bounded = (_bounded(proxy, bounds.get(at, {}), sitting.order) for at, proxy in enumerate(sitting.proxies))
    proxies = (*bounded, *_left(sitting, moved))
    others = len(sitting.substitutes)
    score = sum(
        voices_at(question, members=members, proxies=proxies, others=others) == cast
        for question, cast in _counted(sitting)
    )
    return _Reading(picks, replace(sitting, members=members, proxies=proxies), score)


def _with_moves(
    member: MemberDraft, moved: dict[Direction, tuple[int, Move]], order: Sequence[int]
) -> MemberDraft:
    comes, goes = moved.get(Direction.COMES), moved.get(Direction.GOES)
    if not comes and not goes:
        return member
    opening = order[0] if order else 1
    first = comes[0] if comes and comes[0] != opening else None
    last = step(goes[0], by=-1, order=order) if goes else None
    if goes and last is None:
        return member
    ranges: tuple[QuestionRange, ...] = (QuestionRange(first, last),)
    if first is not None and last is not None and last < first:
        ranges = (QuestionRange(None, last), QuestionRange(first, None))
    spans = tuple(move.span for _question, move in moved.values())
    whole = ranges == (QuestionRange(None, None),)
    return replace(
        member,
        status=Status.PRESENT,
        ranges=() if whole else ranges,
        spans=(*member.spans, *(span for span in spans if span not in member.spans)),
    )


def _bounded(proxy: ProxyDraft, bounds: dict[Direction, int], order: Sequence[int]) -> ProxyDraft:
    if not bounds:
        return proxy
    until = bounds.get(Direction.GOES)
    last = step(until, by=-1, order=order) if until else None
    return replace(proxy, range=QuestionRange(bounds.get(Direction.COMES), last))


def _left(sitting: SittingDraft, moved: dict[str, dict[Direction, tuple[int, Move]]]) -> Iterator[ProxyDraft]:
    """Give the votes that people left behind them, from when they left until they came back."""
    for name, ways in moved.items():
        goes = ways.get(Direction.GOES)
        if not goes or goes[1].holder is None or any(proxy.giver == name for proxy in sitting.proxies):
            continue
        question, move = goes
        chair = sitting.chair.value if sitting.chair else None
        holder = chair if isinstance(move.holder, str) else move.holder.name if move.holder else None
        back = ways.get(Direction.COMES)
        until = back[0] - 1 if back and back[0] > question else None
        if holder:
            yield ProxyDraft(name, holder, QuestionRange(question, until), (move.span,))


def _choices(
    groups: Sequence[_Open],
    chosen: _Reading,
    winners: Sequence[_Reading],
    *,
    default: _Reading,
    counted: Sequence[tuple[int, int]],
) -> Iterator[ChoiceDraft]:
    """Tell the readings that were weighed: where an hour alone was said, or the votes moved what the place says."""
    for at, group in enumerate(groups):
        pick = chosen.picks[at]
        rivals = tuple(dict.fromkeys(one.picks[at] for one in winners if one.picks[at] != pick))
        if group.is_placed and pick == default.picks[at]:
            continue
        told = rivals or tuple(other for other in group.candidates if other != pick)[:3]
        votes = ", ".join(f"{cast} à la question {question}" for question, cast in counted[:6])
        yield ChoiceDraft(
            subject=_subject(group.moves),
            chosen=_said(group.moves[0].direction, pick),
            rivals=tuple(_said(group.moves[0].direction, other) for other in told),
            constraint=None if rivals or chosen.score == 0 else f"les voix comptées : {votes}",
            spans=tuple(dict.fromkeys(move.span for move in group.moves)),
        )


def _subject(moves: Sequence[Move]) -> str:
    hour = f" à {moves[0].hour.replace(':', ' h ')}" if moves[0].hour else ""
    what = "Arrivée" if moves[0].direction is Direction.COMES else "Départ"
    people = ", ".join(move.name for move in moves if move.proxy is None)
    givers = ", ".join(move.name for move in moves if move.proxy is not None)
    told = (f"{what} de {people}" if people else "", f"pouvoir de {givers}" if givers else "")
    words = ", ".join(one for one in told if one)
    return f"{words[0].upper()}{words[1:]}{hour}"


def _said(direction: Direction, question: int | None) -> str:
    if question is None:
        return "pour toute la séance"
    return f"{'à partir de' if direction is Direction.COMES else 'avant'} la question {question}"
