"""Rows of steering that somebody may reach: to be read, or held until a write ends."""

import datetime

from django.db.models import Max, QuerySet
from django.utils import timezone

from declic.engines.scheduling.cadences import Cadence, Life
from declic.records.accounts.rights import demand, may_keep_committees, may_read_committees
from declic.records.accounts.viewers import Viewer
from declic.records.pact.models import Programme
from declic.records.pact.queries import readable_programmes
from declic.records.sheets.facts import demand_readable
from declic.records.steering.choices import CommitteeKind
from declic.records.steering.models import AgendaItem, Committee, Decision, Meeting


class NotNowError(ValueError):
    """What is asked cannot be done where the meeting, the point or the decision stands now."""


def readable_programme(slug: str, *, viewer: Viewer) -> Programme | None:
    """Find a programme whose steering the viewer may read; None where it is unknown or not theirs."""
    if not may_read_committees(viewer):
        return None
    return readable_programmes(viewer=viewer).filter(slug=slug).first()


def readable_committees(*, viewer: Viewer) -> QuerySet[Committee]:
    """Find the committees that the viewer may read."""
    if not may_read_committees(viewer):
        return Committee.objects.none()
    known = readable_programmes(viewer=viewer).values("pk")
    return Committee.objects.filter(programme__in=known).select_related("programme", "body__citation")


def readable_meetings(*, viewer: Viewer) -> QuerySet[Meeting]:
    """Find the meetings that the viewer may read, with their committee."""
    known = readable_committees(viewer=viewer).order_by().values("pk")
    return Meeting.objects.filter(committee__in=known).select_related("committee__programme")


def held_committee(committee_id: int, *, by: Viewer) -> Committee:
    """Give a committee, held until the transaction ends. Raises NotAllowedError, LookupError."""
    demand(may_keep_committees(by))
    row = Committee.objects.select_for_update().filter(pk=committee_id).first()
    if row is None:
        raise LookupError(committee_id)
    demand_readable(row.programme_id, by=by)
    return row


def held_meeting(meeting_id: int, *, by: Viewer) -> Meeting:
    """Give a meeting, held until the transaction ends. Raises NotAllowedError, LookupError."""
    demand(may_keep_committees(by))
    rows = Meeting.objects.select_related("committee").select_for_update(of=("self",))
    row = rows.filter(pk=meeting_id).first()
    if row is None:
        raise LookupError(meeting_id)
    demand_readable(row.committee.programme_id, by=by)
    return row


def held_item(item_id: int, *, by: Viewer) -> AgendaItem:
    """Give a point of an agenda, held until the transaction ends. Raises NotAllowedError, LookupError."""
    demand(may_keep_committees(by))
    rows = AgendaItem.objects.select_related("committee").select_for_update(of=("self",))
    row = rows.filter(pk=item_id).first()
    if row is None:
        raise LookupError(item_id)
    demand_readable(row.committee.programme_id, by=by)
    return row


def held_decision(decision_id: int, *, by: Viewer) -> Decision:
    """Give a decision, held until the transaction ends. Raises NotAllowedError, LookupError."""
    demand(may_keep_committees(by))
    rows = Decision.objects.select_related("meeting__committee").select_for_update(of=("self",))
    row = rows.filter(pk=decision_id).first()
    if row is None:
        raise LookupError(decision_id)
    demand_readable(row.meeting.committee.programme_id, by=by)
    return row


def next_number(rows: QuerySet, column: str) -> int:  # type: ignore[type-arg] # of any kind of row
    """Give the number that follows the highest of these rows."""
    highest: int | None = rows.aggregate(highest=Max(column))["highest"]
    return (highest or 0) + 1


def life_of(programme: Programme) -> Life | None:
    """Give the life of a programme; None where its first day is unknown, or comes after its last."""
    if programme.date is None or (programme.ends_on is not None and programme.ends_on < programme.date):
        return None
    return Life(programme.date, programme.ends_on)


def cadence_of_committee(committee: Committee) -> Cadence | None:
    """Give the rhythm that a committee promised; None where it promised none."""
    if committee.meetings_due is None or committee.months is None:
        return None
    return Cadence(committee.meetings_due, committee.months)


def day_of(at: datetime.datetime) -> datetime.date:
    """Give the day of an instant, here."""
    return timezone.localtime(at).date()


def decision_number(decision: Decision) -> str:
    """Name a decision as minutes do: « COPIL 2023-02-D3 »."""
    meeting = decision.meeting
    letters = {CommitteeKind.STEERING: "COPIL", CommitteeKind.TECHNICAL: "COTECH"}
    kind = letters.get(CommitteeKind(meeting.committee.kind), f"I{meeting.committee_id}")
    return f"{kind} {day_of(meeting.starts_at):%Y-%m}-{meeting.number}-D{decision.sequence}"


__all__ = [
    "NotNowError",
    "cadence_of_committee",
    "day_of",
    "decision_number",
    "held_committee",
    "held_decision",
    "held_item",
    "held_meeting",
    "life_of",
    "next_number",
    "readable_committees",
    "readable_meetings",
    "readable_programme",
]
