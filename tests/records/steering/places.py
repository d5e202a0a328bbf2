"""What stands in the addresses of steering, for a pact that is open."""

import datetime
from uuid import uuid4

from declic.records.accounts.viewers import OPERATOR
from declic.records.partners.models import Institution
from declic.records.steering.choices import MeetingState
from declic.records.steering.given import GivenDecision, GivenMeeting
from declic.records.steering.models import AgendaItem, CommitteeMember, Decision, Meeting
from declic.records.steering.writes import decide, freeze_dossier, move_meeting, open_committee, plan_meeting
from tests.records.steering.invented import FIRST, MONTHLY_GROUP, TODAY


STEERED = ("committee_id", "meeting_id", "decision_id", "dossier_id")


def steered_places(slug: str) -> dict[str, int]:
    """Open a committee that meets and decides, and say where it is."""
    committee = open_committee(slug, says=MONTHLY_GROUP, by=OPERATOR)
    meeting = plan_meeting(committee, says=GivenMeeting(FIRST), by=OPERATOR)
    move_meeting(meeting, to=MeetingState.IN_PROGRESS, by=OPERATOR)
    decision = decide(meeting, says=GivenDecision("Choisir la salle."), by=OPERATOR)
    dossier = freeze_dossier(meeting, today=TODAY, by=OPERATOR)
    return {
        "committee_id": committee,
        "meeting_id": meeting,
        "decision_id": decision,
        "dossier_id": dossier,
    }


def many_meetings(slug: str, count: int) -> dict[str, int]:
    """Give a pact a committee with so many members, meetings, points and decisions, and say where the last is."""
    places = steered_places(slug)
    committee, meeting = places["committee_id"], places["meeting_id"]
    names = [f"Institution {slug} {n}" for n in range(count)]
    Institution.objects.bulk_create(Institution(name=name, normalised_name=name.lower()) for name in names)
    seats = Institution.objects.filter(name__in=names).order_by("pk")
    CommitteeMember.objects.bulk_create(
        CommitteeMember(committee_id=committee, institution=one, function="Direction") for one in seats
    )
    Meeting.objects.bulk_create(
        Meeting(committee_id=committee, number=n, starts_at=FIRST - datetime.timedelta(days=n), state="held")
        for n in range(2, count + 2)
    )
    AgendaItem.objects.bulk_create(
        AgendaItem(committee_id=committee, meeting_id=meeting, position=n, title=f"Point {n}")
        for n in range(count)
    )
    before = Meeting.objects.filter(committee_id=committee, number=2)[0]
    Decision.objects.bulk_create(
        Decision(meeting=one, sequence=n, form_key=uuid4(), text=f"Décider {n}.")
        for one in (before, Meeting.objects.get(pk=meeting))
        for n in range(2, count + 2)
    )
    return places
