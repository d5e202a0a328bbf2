"""Changes of committees and of their meetings: seats, dates, states, agenda, minutes, who was there."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Q, QuerySet

from declic.records.accounts.rights import demand, may_keep_committees
from declic.records.accounts.viewers import Viewer
from declic.records.journal.turns import take_turn
from declic.records.journal.writes import note
from declic.records.pact.models import Programme
from declic.records.pact.queries import readable_programmes
from declic.records.sheets.history import TYPED, added, change
from declic.records.sheets.models import ActionSheet
from declic.records.sheets.naming import demand_person
from declic.records.steering import convening
from declic.records.steering.choices import (
    COMING_STATES,
    MINUTED_STATES,
    NEXT_STATES,
    ItemState,
    MeetingState,
    PresenceChoice,
)
from declic.records.steering.given import GivenCommittee, GivenItem, GivenMeeting, GivenSeat
from declic.records.steering.models import AgendaItem, Attendance, Committee, CommitteeMember, Meeting
from declic.records.steering.posting import convene
from declic.records.steering.rows import NotNowError, held_committee, held_item, held_meeting, next_number


@transaction.atomic
def open_promised_committees(slug: str, *, by: Viewer) -> int:
    """
    Open the committees that the text promises, each with its rhythm and its line of the text, and count them.

    A second time opens none. Raises NotAllowedError, LookupError for an unknown programme.
    """
    programme = _programme(slug, by=by)
    take_turn(f"committees of programme {programme.pk}")
    opened = convening.open_promised(programme, by=by)
    if opened:
        note(by=by.mark, verb="opened the committees of", about=f"programme {programme.pk}")
    return opened


@transaction.atomic
def open_committee(slug: str, *, says: GivenCommittee, by: Viewer) -> int:
    """
    Open a committee, and give its number; one of the same name is the same.

    Raises NotAllowedError, LookupError for an unknown programme.
    """
    programme = _programme(slug, by=by)
    take_turn(f"committees of programme {programme.pk}")
    known = Committee.objects.filter(programme=programme, name=says.name).first()
    if known is not None:
        return known.pk
    row = added(
        Committee(
            programme=programme,
            kind=says.kind,
            name=says.name,
            mandate=says.mandate,
            meetings_due=says.meetings_due,
            months=says.months,
        ),
        by=by,
    )
    note(by=by.mark, verb="opened", about=f"committee {row.pk}")
    return row.pk


@transaction.atomic
def seat_member(
    committee_id: int, *, institution_id: int, says: GivenSeat, by: Viewer, seen: int | None = None
) -> None:
    """
    Seat an institution in a committee, once; a second time changes who sits there.

    Raises NotAllowedError, LookupError for an unknown committee or institution, WrongSheetError for a person who
    does not act for it, ChangedMeanwhileError.
    """
    committee = held_committee(committee_id, by=by)
    for person in (says.person_id, says.alternate_person_id):
        demand_person(person, institution_id=institution_id)
    fields = {name: getattr(says, name) for name in CommitteeMember.traced if name != "institution_id"}
    row = committee.members.select_for_update().filter(institution_id=institution_id).first()
    if row is None:
        added(CommitteeMember(committee=committee, institution_id=institution_id, **fields), by=by)
    elif not change(row, by=by, seen=seen, **fields):
        return
    note(by=by.mark, verb="seated an institution in", about=f"committee {committee_id}")


@transaction.atomic
def plan_meeting(committee_id: int, *, says: GivenMeeting, by: Viewer) -> int:
    """
    Plan a meeting, and give its number; one that is planned at the same instant is the same.

    Raises NotAllowedError, LookupError for an unknown committee.
    """
    committee = held_committee(committee_id, by=by)
    known = committee.meetings.filter(starts_at=says.starts_at, state__in=COMING_STATES).first()
    if known is not None:
        return known.pk
    row = added(
        Meeting(
            committee=committee,
            number=next_number(committee.meetings.all(), "number"),
            starts_at=says.starts_at,
            ends_at=says.ends_at,
            location=says.location,
        ),
        by=by,
    )
    note(by=by.mark, verb="planned", about=f"meeting {row.pk}")
    return row.pk


@transaction.atomic
def edit_meeting(meeting_id: int, *, says: GivenMeeting, by: Viewer, seen: int | None = None) -> None:
    """
    Change when and where a meeting is, while it is to come; who was convened receives it again.

    Raises NotAllowedError, LookupError, NotNowError for a meeting that took place, ChangedMeanwhileError.
    """
    row = held_meeting(meeting_id, by=by)
    if row.state not in COMING_STATES:
        raise NotNowError(row.state)
    fields = {"starts_at": says.starts_at, "ends_at": says.ends_at, "location": says.location}
    if change(row, by=by, seen=seen, reason=TYPED, **fields):
        if row.state == MeetingState.CONVENED:
            convene(row)
        note(by=by.mark, verb="moved", about=f"meeting {meeting_id}")


@transaction.atomic
def move_meeting(meeting_id: int, *, to: MeetingState, by: Viewer, seen: int | None = None) -> None:
    """
    Bring a meeting to its next state: convene it, start it, close it, approve its minutes, cancel it.

    Convening and cancelling write letters; holding puts off what was not treated and drafts the minutes. A meeting
    that stands there already stays. Raises NotAllowedError, LookupError, NotNowError, ChangedMeanwhileError.
    """
    row = held_meeting(meeting_id, by=by)
    if row.state == to:
        return
    if to not in NEXT_STATES[row.state]:
        raise NotNowError(row.state)
    was_convened = row.state == MeetingState.CONVENED
    change(row, by=by, seen=seen, state=to)
    if to == MeetingState.CONVENED or (to == MeetingState.CANCELLED and was_convened):
        convene(row)
    if to == MeetingState.HELD:
        convening.put_off(row, by=by)
    if to == MeetingState.HELD and not row.minutes:
        change(row, by=by, minutes=convening.drafted_minutes(row))
    note(by=by.mark, verb=f"brought to {to.value}", about=f"meeting {meeting_id}")


@transaction.atomic
def write_minutes(meeting_id: int, *, minutes: str, by: Viewer, seen: int | None = None) -> None:
    """
    Write the minutes of a meeting, from its start until they are approved.

    Raises NotAllowedError, LookupError, NotNowError, ChangedMeanwhileError.
    """
    row = held_meeting(meeting_id, by=by)
    if row.state not in MINUTED_STATES:
        raise NotNowError(row.state)
    if change(row, by=by, seen=seen, minutes=minutes):
        note(by=by.mark, verb="wrote the minutes of", about=f"meeting {meeting_id}")


@transaction.atomic
def put_on_agenda(committee_id: int, *, says: GivenItem, meeting_id: int | None = None, by: Viewer) -> int:
    """
    Put a point on the agenda of a meeting to come, or in the backlog, and give its number.

    The same point waiting there already is the same. Raises NotAllowedError, LookupError, NotNowError.
    """
    committee = held_committee(committee_id, by=by)
    if meeting_id is not None:
        _coming(committee, meeting_id=meeting_id)
    if says.sheet_id is not None and not _sheets_of(committee).filter(pk=says.sheet_id).exists():
        raise LookupError(says.sheet_id)
    there = Q(meeting_id=meeting_id) if meeting_id is not None else Q(meeting=None)
    waiting = committee.items.filter(state=ItemState.WAITING)
    known = waiting.filter(proposed_by=says.proposed_by).exclude(proposed_by="").first()
    known = known or waiting.filter(there, title=says.title).first()
    if known is not None:
        return known.pk
    position = next_number(committee.items.filter(there), "position")
    fields = {name: getattr(says, name) for name in GivenItem.__dataclass_fields__}
    row = added(AgendaItem(committee=committee, meeting_id=meeting_id, position=position, **fields), by=by)
    note(by=by.mark, verb="put on an agenda", about=f"agenda item {row.pk}")
    return row.pk


@transaction.atomic
def edit_item(item_id: int, *, says: Mapping[str, object], by: Viewer, seen: int | None = None) -> None:
    """
    Change a point: its words, its place, its meeting (`meeting_id`; None: the backlog), its outcome, its state.

    Raises NotAllowedError, LookupError, NotNowError for a point that was put off or whose meeting is over,
    ValueError for a field that it has not, ChangedMeanwhileError.
    """
    row = held_item(item_id, by=by)
    over = row.meeting is not None and row.meeting.state not in COMING_STATES
    if over or row.state == ItemState.POSTPONED:
        raise NotNowError(row.state)
    target = says.get("meeting_id")
    if isinstance(target, int):
        _coming(row.committee, meeting_id=target)
    if change(row, by=by, seen=seen, reason=TYPED, **says):
        note(by=by.mark, verb="changed", about=f"agenda item {item_id}")


@transaction.atomic
def record_attendance(meeting_id: int, *, presences: Mapping[int, PresenceChoice], by: Viewer) -> None:
    """
    Record how each institution (by its number) was there, until the minutes are approved.

    Raises NotAllowedError, LookupError for one that has no seat, NotNowError.
    """
    meeting = held_meeting(meeting_id, by=by)
    if meeting.state not in MINUTED_STATES:
        raise NotNowError(meeting.state)
    seated = set(meeting.committee.members.values_list("institution_id", flat=True))
    if unknown := presences.keys() - seated:
        raise LookupError(sorted(unknown))
    known = {row.institution_id: row for row in meeting.attendance.select_for_update()}
    changed = 0
    for institution, presence in presences.items():
        if institution in known:
            changed += bool(change(known[institution], by=by, presence=presence))
        else:
            added(Attendance(meeting=meeting, institution_id=institution, presence=presence), by=by)
            changed += 1
    if changed:
        note(by=by.mark, verb="recorded who was at", about=f"meeting {meeting_id}")


def _programme(slug: str, *, by: Viewer) -> Programme:
    demand(may_keep_committees(by))
    row = readable_programmes(viewer=by).filter(slug=slug).first()
    if row is None:
        raise LookupError(slug)
    return row


def _coming(committee: Committee, *, meeting_id: int) -> Meeting:
    row = committee.meetings.filter(pk=meeting_id).first()
    if row is None:
        raise LookupError(meeting_id)
    if row.state not in COMING_STATES:
        raise NotNowError(row.state)
    return row


def _sheets_of(committee: Committee) -> QuerySet[ActionSheet]:
    return ActionSheet.objects.filter(measure__programme=committee.programme_id)
