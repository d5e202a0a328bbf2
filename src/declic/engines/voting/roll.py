"""What a recount needs to know of a sitting: plain values, whoever read or typed them."""

import datetime
from dataclasses import dataclass

from declic.units.question_ranges import WHOLE_SITTING, QuestionRange


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
class Act:
    """A deliberation and its vote as stated; None is unsaid. `question` is its place on the agenda, if numbered."""

    number: str | None = None
    question: int | None = None
    rapporteur: str | None = None
    votes_for: int | None = None
    against: int | None = None
    abstention: int | None = None
    interested: int | None = None
    unanimous: bool | None = None

    @property
    def has_counts(self) -> bool:
        """Say whether the act states how many voted for it."""
        return self.votes_for is not None

    @property
    def cast(self) -> int:
        """Every vote and abstention that the act states, added up."""
        return (self.votes_for or 0) + (self.against or 0) + (self.abstention or 0) + (self.interested or 0)


@dataclass(frozen=True, slots=True)
class Roll:
    """A sitting to count again; `order` is the declared order of passage, empty where the text gives none."""

    members: tuple[Member, ...]
    proxies: tuple[Proxy, ...] = ()
    order: tuple[int, ...] = ()
    acts: tuple[Act, ...] = ()
    in_office: int | None = None
    declared_present: int | None = None
    declared_voters: int | None = None
    secretary: str | None = None
    held_on: datetime.date | None = None
    weekday: str | None = None
    published_on: datetime.date | None = None
    appeal_months: int | None = None
