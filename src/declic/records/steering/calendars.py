"""Meetings and milestones as calendars that other programs read."""

import datetime

from declic.engines.scheduling.icalendar import CalendarEvent, calendar_text
from declic.records.pact.models import Programme
from declic.records.sheets.models import Milestone
from declic.records.steering.models import Meeting
from declic.records.steering.posting import event_of


def calendar_of_pact(programme: Programme) -> str:
    """Give the meetings and the milestones of a pact."""
    meetings = Meeting.objects.filter(committee__programme=programme).select_related("committee")
    steps = Milestone.objects.filter(sheet__measure__programme=programme, is_cancelled=False)
    events = [event_of(one) for one in meetings.order_by("starts_at", "id")]
    events += [
        _step(one, since=programme.recorded_at)
        for one in steps.select_related("sheet").order_by("due_on", "id")
    ]
    return calendar_text(programme.title, events=events)


def calendar_of_meeting(row: Meeting) -> str:
    """Give one meeting, fetched with its committee."""
    return calendar_text(row.committee.name, events=[event_of(row)])


def _step(row: Milestone, *, since: datetime.datetime) -> CalendarEvent:
    return CalendarEvent(
        uid=f"milestone-{row.pk}@declic",
        title=f"{row.title} ({row.sheet.title})",
        starts=row.due_on,
        changed_at=row.edited_at or since,
        sequence=row.edition,
    )
