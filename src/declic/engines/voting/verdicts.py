"""What a check says, and the words it says it in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from declic.engines.voting.roll import Roll
from declic.engines.voting.room import Room, question_of


class Verdict(StrEnum):
    """Whether the minutes agree with themselves."""

    OK = "ok"
    CONTRADICTION = "contradiction"
    NOT_CHECKABLE = "not_checkable"


@dataclass(frozen=True, slots=True)
class Check:
    """
    One rule applied: its verdict, a French sentence with the arithmetic, and what it stands on.

    `members`, `proxies` and `acts` are indexes into the roll; `fields` are the names of single values
    (`members_in_office`, `secretary`…).
    """

    rule: str
    verdict: Verdict
    message: str
    members: tuple[int, ...] = ()
    proxies: tuple[int, ...] = ()
    acts: tuple[int, ...] = ()
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """A roll, the seats of its proxies and its rooms in the order of passage: what every check looks at."""

    roll: Roll
    seats: tuple[tuple[int | None, int | None], ...]
    rooms: tuple[Room, ...]

    def room_of(self, question: int | None) -> Room | None:
        """Give the room of a question; without a number, any room when they are all the same."""
        if question is not None:
            return next((room for room in self.rooms if room.question == question), None)
        same = {(room.present, room.usable) for room in self.rooms}
        return self.rooms[0] if len(same) == 1 else None

    def room_of_act(self, act: int) -> Room | None:
        """
        Give the room at an act's question, or at its place where no act is numbered.

        Where its question cannot be known: a room that its votes fit, else any, since none fits.
        """
        question = question_of(self.roll, act)
        known = self.room_of(question)
        if known is not None or question is not None or not self.rooms:
            return known
        cast = self.roll.acts[act].cast
        return next((room for room in self.rooms if room.represented == cast), self.rooms[0])


def said_questions(questions: Iterable[int], *, order: Sequence[int]) -> str:
    """Say a set of questions shortly: « 1 à 4 », « 2, 5 et 45 »; runs follow the order of passage."""
    positions = sorted(order.index(question) for question in set(questions))
    runs: list[list[int]] = []
    for position in positions:
        if runs and position == runs[-1][1] + 1:
            runs[-1][1] = position
        else:
            runs.append([position, position])
    parts = [
        str(order[first]) if first == last else f"{order[first]} à {order[last]}" for first, last in runs
    ]
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " et " + parts[-1]


def counted(count: int, singular: str, plural: str | None = None) -> str:
    """Say a count with its noun; zero is singular in French."""
    plural_from = 2
    return f"{count} {(plural or singular + 's') if count >= plural_from else singular}"
