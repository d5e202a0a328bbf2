"""Who takes part, as a dossier freezes it: residents on the sheets, institutions at the meetings; nobody is named."""

from typing import Any

from declic.records.pact.models import Programme
from declic.records.steering.choices import HELD_STATES, THERE
from declic.records.steering.known import Known
from declic.records.steering.models import Attendance, CommitteeMember
from declic.records.steering.rows import day_of


def frozen_participation(programme: Programme, *, known: Known) -> dict[str, Any]:
    """Give how residents take part in each sheet that says it, and how many institutions came to each meeting held."""
    said = [
        {
            "sheet": f"{row.measure.number}-{row.sequence}",
            "kind": row.participation,
            "how": row.participation_note,
        }
        for row in known.every_sheet
        if row.participation or row.participation_note
    ]
    return {"sheets": said, "meetings": _meetings(programme, known=known)}


def _meetings(programme: Programme, *, known: Known) -> list[dict[str, Any]]:
    there: dict[int, int] = {}
    came = Attendance.objects.filter(meeting__committee__programme=programme, presence__in=THERE)
    for meeting in came.order_by("pk").values_list("meeting_id", flat=True):
        there[meeting] = there.get(meeting, 0) + 1
    seats: dict[int, int] = {}
    seated = CommitteeMember.objects.filter(committee__programme=programme)
    for committee in seated.order_by("pk").values_list("committee_id", flat=True):
        seats[committee] = seats.get(committee, 0) + 1
    return [
        {
            "committee": row.committee.name,
            "number": row.number,
            "on": day_of(row.starts_at).isoformat(),
            "there": there.get(row.pk, 0),
            "seats": seats.get(row.committee_id, 0),
        }
        for row in known.meetings
        if row.state in HELD_STATES
    ]
