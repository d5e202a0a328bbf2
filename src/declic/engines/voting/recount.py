"""The recount of a sitting: every question, and the ten checks."""

from dataclasses import dataclass

from declic.engines.voting.checks_of_acts import (
    officers_are_present,
    unanimity_agrees,
    votes_add_up,
)
from declic.engines.voting.checks_of_dates import calendar_agrees
from declic.engines.voting.checks_of_members import (
    no_name_twice,
    no_presence_with_own_proxy,
    one_proxy_per_holder,
    proxies_can_hold,
    quorum_at_each_question,
)
from declic.engines.voting.checks_of_totals import members_add_up
from declic.engines.voting.law import PERMANENT, VotingLaw, law_on
from declic.engines.voting.roll import Roll
from declic.engines.voting.room import Room, VoidReason, rooms, seats_of
from declic.engines.voting.second_proofs import proven
from declic.engines.voting.verdicts import Check, Counted


CHECKS = (
    members_add_up,
    no_name_twice,
    proxies_can_hold,
    one_proxy_per_holder,
    no_presence_with_own_proxy,
    quorum_at_each_question,
    votes_add_up,
    unanimity_agrees,
    officers_are_present,
    calendar_agrees,
)


@dataclass(frozen=True, slots=True)
class QuestionCount:
    """
    One question counted again: `represented = present + usable_proxies`.

    `void` gives indexes of proxies in range without effect, each with why. The quorum is None
    where the members in office are unknown, and the ordinary one where the day is.
    """

    question: int
    present: int
    usable_proxies: int
    void: tuple[tuple[int, VoidReason], ...]
    represented: int
    quorum: int | None
    quorum_met: bool | None


@dataclass(frozen=True, slots=True)
class Recount:
    """Every question in the order of passage, and the ten checks in their fixed order."""

    questions: tuple[QuestionCount, ...]
    checks: tuple[Check, ...]

    def of(self, question: int) -> QuestionCount | None:
        """Give the count of a question, or None where it is not on the agenda."""
        return next((count for count in self.questions if count.question == question), None)


def recount(roll: Roll) -> Recount:
    """Count a sitting again from its roll; never raises: what cannot be checked says so."""
    seats = seats_of(roll)
    counted = Counted(roll, seats, rooms(roll, seats=seats))
    law = law_on(roll.held_on) or PERMANENT
    questions = tuple(_count(room, sitting=counted, law=law) for room in counted.rooms)
    return Recount(questions, tuple(proven(check(counted), sitting=counted) for check in CHECKS))


def _count(room: Room, *, sitting: Counted, law: VotingLaw) -> QuestionCount:
    quorum = law.quorum(sitting.roll.in_office) if sitting.roll.in_office else None
    counts = room.represented if law.counts_represented else room.in_room
    return QuestionCount(
        question=room.question,
        present=room.in_room,
        usable_proxies=len(room.usable),
        void=room.void,
        represented=room.represented,
        quorum=quorum,
        quorum_met=None if quorum is None else counts >= quorum,
    )
