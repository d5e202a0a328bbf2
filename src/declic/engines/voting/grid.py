"""The grid members × questions: who was in the room, and who held whose vote."""

from dataclasses import dataclass
from enum import StrEnum

from declic.engines.voting.roll import Roll
from declic.engines.voting.room import Room, VoidReason, rooms, seats_of


class Place(StrEnum):
    """Where a member's vote is at a question."""

    PRESENT = "present"
    REPRESENTED = "represented"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Cell:
    """
    One member at one question, by indexes into the roll.

    `by` is the proxy through which the member is represented, `holding` the proxies the member holds and that
    have effect, `void` the member's own proxies without effect, each with why.
    """

    question: int
    place: Place
    by: int | None
    holding: tuple[int, ...]
    void: tuple[tuple[int, VoidReason], ...]


def grid(roll: Roll) -> tuple[tuple[Cell, ...], ...]:
    """Give one row for each member of the roll, in its order; the cells follow the order of passage."""
    seats = seats_of(roll)
    counted = rooms(roll, seats=seats)
    return tuple(
        tuple(_cell(member, room=room, seats=seats) for room in counted)
        for member in range(len(roll.members))
    )


def _cell(member: int, *, room: Room, seats: tuple[tuple[int | None, int | None], ...]) -> Cell:
    by = next((proxy for proxy in room.usable if seats[proxy][0] == member), None)
    holding = tuple(proxy for proxy in room.usable if seats[proxy][1] == member)
    void = tuple((proxy, reason) for proxy, reason in room.void if seats[proxy][0] == member)
    if member in room.present:
        return Cell(room.question, Place.PRESENT, None, holding, void)
    place = Place.REPRESENTED if by is not None else Place.AWAY
    return Cell(room.question, place, by, holding, void)
