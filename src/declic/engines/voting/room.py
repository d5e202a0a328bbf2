"""Who is in the room at a question, and which proxies have effect there."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from declic.engines.voting.roll import Member, Proxy, Roll
from declic.units.person_names import find_colleague, find_namesake
from declic.units.question_ranges import WHOLE_SITTING, QuestionRange


class VoidReason(StrEnum):
    """Why a proxy has no effect at a question."""

    GIVER_IN_ROOM = "giver_in_room"
    HOLDER_AWAY = "holder_away"
    HOLDER_UNKNOWN = "holder_unknown"
    GIVEN_TWICE = "given_twice"


LARGEST_AGENDA = 400
VOID_WORDS = {
    VoidReason.GIVER_IN_ROOM: "le mandant est dans la salle",
    VoidReason.HOLDER_AWAY: "le mandataire n'est pas dans la salle",
    VoidReason.HOLDER_UNKNOWN: "le mandataire n'est pas dans la liste des membres",
    VoidReason.GIVEN_TWICE: "le mandant a déjà donné une procuration à cette question",
}


@dataclass(frozen=True, slots=True)
class Room:
    """One question: indexes of the members in the room, of the proxies that hold, and of the void ones."""

    question: int
    present: frozenset[int]
    substitutes: int
    usable: tuple[int, ...]
    void: tuple[tuple[int, VoidReason], ...]

    @property
    def represented(self) -> int:
        """Count the votes there are: people in the room and proxies that hold."""
        return self.in_room + len(self.usable)

    @property
    def in_room(self) -> int:
        """Count the people in the room: members and the substitutes of others."""
        return len(self.present) + self.substitutes


def order_of(roll: Roll) -> tuple[int, ...]:
    """
    Give the order of passage: the declared one, else the natural one, to the last question anything mentions.

    Where nothing is numbered there are as many questions as acts, one at least; numbers that a declared order
    forgot come last, and numbers too high for an agenda stand alone.
    """
    named = sorted(set(_mentioned(roll)))
    if roll.order:
        return (*roll.order, *(number for number in named if number not in roll.order))
    if not named:
        fewest = 1 if roll.members else 0
        return tuple(range(1, max(len(roll.acts), fewest) + 1))
    return tuple(range(1, named[-1] + 1)) if named[-1] <= LARGEST_AGENDA else tuple(named)


def question_of(roll: Roll, act: int) -> int | None:
    """
    Give the question of an act: its own, or its place where no act has a number.

    An extract of a longer sitting tells nothing of an act's place: None, as where the agenda is longer than the acts.
    """
    said = roll.acts[act].question
    if said is not None or roll.order or any(other.question is not None for other in roll.acts):
        return said
    return act + 1 if max(_mentioned(roll), default=0) <= len(roll.acts) else None


def _mentioned(roll: Roll) -> Iterator[int]:
    for part in (
        *(part for member in roll.members for part in member.ranges),
        *(p.range for p in roll.proxies),
    ):
        yield from (end for end in (part.first, part.last) if end is not None)
    yield from (act.question for act in roll.acts if act.question is not None)


def holds(part: QuestionRange, *, question: int, order: tuple[int, ...]) -> bool:
    """Say whether a question is in a range, an end that is not on the agenda falling at its number's place."""
    position = order.index(question)
    return (part.first is None or _position(part.first, order) <= position) and (
        part.last is None or position <= _position(part.last, order)
    )


def _position(end: int, order: tuple[int, ...]) -> float:
    if end in order:
        return order.index(end)
    return sum(question < end for question in order) - 0.5


def seats_of(roll: Roll) -> tuple[tuple[int | None, int | None], ...]:
    """Give for each proxy the indexes of its giver and its holder among the members; None is not in the roll."""
    return tuple(
        (find_namesake(proxy.giver, among=roll.names), find_colleague(proxy.holder, among=roll.names))
        for proxy in roll.proxies
    )


def rooms(roll: Roll, *, seats: tuple[tuple[int | None, int | None], ...]) -> tuple[Room, ...]:
    """Count every question, in the order of passage; `seats` are those of `seats_of`."""
    order = order_of(roll)
    return tuple(_room(roll, question=question, order=order, seats=seats) for question in order)


def _room(
    roll: Roll,
    *,
    question: int,
    order: tuple[int, ...],
    seats: tuple[tuple[int | None, int | None], ...],
) -> Room:
    present = frozenset(
        index
        for index, member in enumerate(roll.members)
        if any(holds(part, question=question, order=order) for part in member.presences)
    )
    usable: list[int] = []
    void: list[tuple[int, VoidReason]] = []
    givers: set[int | None] = set()
    for index, (proxy, (giver, holder)) in enumerate(zip(roll.proxies, seats, strict=True)):
        if not holds(proxy.range, question=question, order=order):
            continue
        if giver is not None and giver in present and is_dormant(proxy, roll.members[giver]):
            continue
        reason = _void_reason(giver, holder, present=present, givers=givers)
        if reason is None:
            usable.append(index)
            givers.add(giver)
        else:
            void.append((index, reason))
    return Room(question, present, len(roll.substitutes), tuple(usable), tuple(void))


def is_dormant(proxy: Proxy, giver: Member) -> bool:
    """Say whether a vote given without limits merely waits while its giver is there for a part of the sitting."""
    return proxy.range == WHOLE_SITTING and any(part != WHOLE_SITTING for part in giver.ranges)


def _void_reason(
    giver: int | None,
    holder: int | None,
    *,
    present: frozenset[int],
    givers: set[int | None],
) -> VoidReason | None:
    reasons = (
        (holder is None, VoidReason.HOLDER_UNKNOWN),
        (giver is not None and giver in present, VoidReason.GIVER_IN_ROOM),
        (holder not in present, VoidReason.HOLDER_AWAY),
        (giver is not None and giver in givers, VoidReason.GIVEN_TWICE),
    )
    return next((reason for applies, reason in reasons if applies), None)
