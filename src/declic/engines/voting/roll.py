"""What a recount needs to know of a sitting: plain values, whoever read or typed them."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from declic.units.question_ranges import WHOLE_SITTING, QuestionRange


class Grade(StrEnum):
    """How far the names and the figures of a roll may be trusted: as a person kept them, read, read of a scan."""

    CONFIRMED = "confirmed"
    READ = "read"
    SCANNED = "scanned"


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the council; `was_present` with no range means the whole sitting."""

    name: str
    was_present: bool
    ranges: tuple[QuestionRange, ...] = ()

    @property
    def presences(self) -> tuple[QuestionRange, ...]:
        """The parts of the sitting the member was in the room for."""
        if not self.was_present:
            return ()
        return self.ranges or (WHOLE_SITTING,)


@dataclass(frozen=True, slots=True)
class Proxy:
    """A vote given to another member for a part of the sitting."""

    giver: str
    holder: str
    range: QuestionRange = WHOLE_SITTING


@dataclass(frozen=True, slots=True)
class Substitute:
    """Who sits in a member's place, with a vote of their own."""

    name: str
    replaces: str | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """
    A deliberation and its vote as stated; None is unsaid. `question` is its place on the agenda, if numbered.

    `apart` names the members who took no part in this vote; `voters` is how many papers a secret ballot had.
    `is_account`: the head of the council must withdraw (CGCT, art. L2121-14), whether the text says it or not.
    """

    number: str | None = None
    question: int | None = None
    rapporteur: str | None = None
    votes_for: int | None = None
    against: int | None = None
    abstention: int | None = None
    interested: int | None = None
    unanimous: bool | None = None
    apart: tuple[str, ...] = ()
    voters: int | None = None
    is_account: bool = False

    @property
    def has_counts(self) -> bool:
        """Say whether the act states how many voted for it."""
        return self.votes_for is not None

    @property
    def cast(self) -> int | None:
        """
        Every vote and abstention that the act states, added up; None where one that matters is unsaid.

        « À l'unanimité, 14 voix pour » says enough: nobody else voted.
        """
        if self.votes_for is None:
            return self.voters
        if not self.unanimous and (self.against is None or self.abstention is None):
            return None
        return self.votes_for + (self.against or 0) + (self.abstention or 0) + (self.interested or 0)


@dataclass(frozen=True, slots=True)
class Roll:
    """
    A sitting to count again; `order` is the declared order of passage, empty where the text gives none.

    `numbers_seen` are the numbers of acts that the text shows, those of acts that were not read among them.
    """

    members: tuple[Member, ...]
    proxies: tuple[Proxy, ...] = ()
    substitutes: tuple[Substitute, ...] = ()
    order: tuple[int, ...] = ()
    acts: tuple[Act, ...] = ()
    in_office: int | None = None
    declared_present: int | None = None
    declared_absent: int | None = None
    declared_proxies: int | None = None
    declared_voters: int | None = None
    secretary: str | None = None
    held_on: datetime.date | None = None
    weekday: str | None = None
    convened_on: datetime.date | None = None
    published_on: datetime.date | None = None
    appeal_months: int | None = None
    numbers_seen: tuple[str, ...] = ()
    grade: Grade = Grade.CONFIRMED

    @property
    def names(self) -> tuple[str, ...]:
        """The members' names, in the order of the roll."""
        return tuple(member.name for member in self.members)
