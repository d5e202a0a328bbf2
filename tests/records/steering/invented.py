"""A small invented pact that is steered: a committee where Claire's and Lina's institutions sit, and its meetings."""

import datetime
from dataclasses import dataclass

from declic.records.accounts.viewers import OPERATOR
from declic.records.sheets.history import added
from declic.records.sheets.models import Milestone
from declic.records.steering.choices import CommitteeKind, MeetingState
from declic.records.steering.given import GivenCommittee, GivenItem, GivenMeeting, GivenSeat
from declic.records.steering.models import Meeting
from declic.records.steering.writes import (
    move_meeting,
    open_committee,
    plan_meeting,
    put_on_agenda,
    seat_member,
)
from tests.records.sheets.invented import Steered, steered


FIRST = datetime.datetime(2024, 3, 5, 14, 0, tzinfo=datetime.UTC)
SECOND = datetime.datetime(2024, 4, 2, 14, 0, tzinfo=datetime.UTC)
TODAY = datetime.date(2024, 4, 1)
MONTHLY_GROUP = GivenCommittee(
    "Groupe technique", CommitteeKind.TECHNICAL, "Suivre les fiches.", meetings_due=1, months=1
)


@dataclass(frozen=True, slots=True)
class Room:
    """The pact and its people, a committee with a first meeting planned, a point on its agenda, a milestone."""

    pact: Steered
    committee_id: int
    meeting_id: int
    item_id: int
    milestone_id: int


def room(*, public: bool = True) -> Room:
    """Open the pact, seat two institutions in a monthly group, plan its first meeting with one point."""
    pact = steered(public=public)
    committee = open_committee(pact.slug, says=MONTHLY_GROUP, by=OPERATOR)
    assert pact.claire.institution_id is not None
    seat_member(
        committee,
        institution_id=pact.claire.institution_id,
        says=GivenSeat("Déléguée du préfet", is_chair=True, person_id=pact.claire.user_id),
        by=OPERATOR,
    )
    seat_member(
        committee,
        institution_id=pact.workshop,
        says=GivenSeat("Direction", "Coordination", alternate_person_id=pact.lina.user_id),
        by=OPERATOR,
    )
    meeting = plan_meeting(committee, says=GivenMeeting(FIRST, location="Salle des rives"), by=OPERATOR)
    item = put_on_agenda(
        committee,
        says=GivenItem("Ouverture du samedi", sheet_id=pact.sheet_id),
        meeting_id=meeting,
        by=OPERATOR,
    )
    step = added(
        Milestone(sheet_id=pact.sheet_id, title="Recruter", due_on=datetime.date(2024, 3, 1)), by=OPERATOR
    )
    return Room(pact, committee, meeting, item, step.pk)


def started(place: Room) -> Room:
    """Start the first meeting."""
    move_meeting(place.meeting_id, to=MeetingState.IN_PROGRESS, by=OPERATOR)
    return place


def meeting(number: int) -> Meeting:
    return Meeting.objects.get(pk=number)
