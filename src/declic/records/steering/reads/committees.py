"""Answers about committees: their rhythm, meetings, decisions that come back, alerts, dossiers."""

import datetime
from collections.abc import Sequence

from django.db.models import QuerySet

from declic.records.accounts.rights import may_keep_committees, may_read_committees
from declic.records.accounts.viewers import Viewer
from declic.records.council.cited import passage
from declic.records.pact.models import Programme
from declic.records.pact.queries import header, programme as readable_pact
from declic.records.pact.reads import UnknownPactError
from declic.records.sheets.history import changes_of
from declic.records.steering.alerting import alert_lines, committees_of, proposals_for, sheet_codes
from declic.records.steering.calendars import calendar_of_meeting, calendar_of_pact
from declic.records.steering.choices import (
    COMING_STATES,
    MINUTED_STATES,
    OPEN_STATES,
    ItemState,
    MeetingState,
    PresenceChoice,
)
from declic.records.steering.convening import promised_bodies
from declic.records.steering.known import known_of
from declic.records.steering.lines import (
    committee_lines,
    decision_lines,
    decisions_to_follow,
    item_line,
    meeting_line,
)
from declic.records.steering.models import AgendaItem, Committee, CommitteeMember, Decision, Dossier, Meeting
from declic.records.steering.offers import (
    institution_choices,
    meeting_offers,
    people_choices,
)
from declic.records.steering.rows import (
    readable_committees,
    readable_meetings,
)
from declic.records.steering.values import (
    AlertsPage,
    AttendanceLine,
    CommitteePage,
    CommitteesPage,
    DecisionsPage,
    DossierLine,
    FrozenDossier,
    ItemLine,
    MeetingOffers,
    MeetingPage,
    MemberLine,
)


class UnknownCommitteeError(LookupError):
    """No committee has this number, or the viewer may not know that it has."""


class UnknownMeetingError(LookupError):
    """No meeting has this number, or the viewer may not know that it has."""


def committees_page(slug: str, *, viewer: Viewer, today: datetime.date) -> CommitteesPage:
    """Give the committees of a programme with their rhythm. Raises UnknownPactError."""
    row = _programme(slug, viewer=viewer)
    committees = committees_of(row)
    names = {one.name.lower() for one in committees}
    lines = decision_lines(_decisions(row), today=today)
    return CommitteesPage(
        header=header(row, viewer=viewer),
        committees=committee_lines(committees, today=today),
        promised_count=sum(body.name.lower() not in names for body, _kind in promised_bodies(row)),
        open_decisions=sum(line.state in OPEN_STATES for line in lines),
        late_decisions=sum(line.is_late for line in lines),
        may_keep=may_keep_committees(viewer),
    )


def committee_page(committee_id: int, *, viewer: Viewer, today: datetime.date) -> CommitteePage:
    """Give one committee. Raises UnknownCommitteeError."""
    row = readable_committees(viewer=viewer).filter(pk=committee_id).first()
    if row is None:
        raise UnknownCommitteeError(committee_id)
    programme = _programme(row.programme.slug, viewer=viewer)
    meetings = row.meetings.select_related("committee").order_by("-starts_at", "-id")
    backlog = row.items.filter(meeting=None, state=ItemState.WAITING)
    return CommitteePage(
        header=header(programme, viewer=viewer),
        committee=committee_lines([row], today=today)[0],
        mandate=row.mandate,
        passage=passage(row.body.citation) if row.body else None,
        promised=row.body.periodicity if row.body else "",
        members=_members(row),
        meetings=tuple(meeting_line(one) for one in meetings),
        backlog=_items(backlog),
        institutions=institution_choices(),
        people=people_choices() if may_keep_committees(viewer) else (),
        may_keep=may_keep_committees(viewer),
    )


def meeting_page(meeting_id: int, *, viewer: Viewer, today: datetime.date) -> MeetingPage:
    """
    Give one meeting, with the decisions of before that still wait and, for who keeps it, what is proposed for it.

    Raises UnknownMeetingError.
    """
    row = readable_meetings(viewer=viewer).filter(pk=meeting_id).first()
    if row is None:
        raise UnknownMeetingError(meeting_id)
    programme = _programme(row.committee.programme.slug, viewer=viewer)
    followed = decisions_to_follow(row, today=today)
    may_keep = may_keep_committees(viewer)
    is_open = may_keep and row.state in (*COMING_STATES, *MINUTED_STATES)
    known = known_of(programme, today=today) if is_open else None
    seats = tuple(row.committee.members.select_related("institution").order_by("institution__name"))
    return MeetingPage(
        header=header(programme, viewer=viewer),
        meeting=meeting_line(row),
        items=_items(row.items.exclude(state=ItemState.DROPPED)),
        proposals=proposals_for(row, programme=programme, known=known, followed=followed, today=today)
        if known and row.state in COMING_STATES
        else (),
        attendance=_attendance(row, seats=seats),
        decisions=decision_lines(row.decisions.all(), today=today),
        followed=followed,
        minutes=row.minutes,
        dossiers=tuple(
            DossierLine(one.pk, one.sequence, one.sha256, one.frozen_at)
            for one in row.dossiers.defer("content").order_by("sequence")
        ),
        receivers=_receivers(seats),
        was_convened=changes_of(row).filter(field="state", new=MeetingState.CONVENED).exists(),
        offers=meeting_offers(programme, known=known) if known else MeetingOffers(),
        may_keep=may_keep,
    )


def dossier(dossier_id: int, *, viewer: Viewer) -> FrozenDossier:
    """Give a frozen dossier, as it was sealed. Raises LookupError."""
    known = readable_meetings(viewer=viewer).order_by().values("pk")
    row = Dossier.objects.filter(pk=dossier_id, meeting__in=known).first()
    if row is None:
        raise LookupError(dossier_id)
    return FrozenDossier(row.pk, row.sequence, row.sha256, row.frozen_at, row.content)


def decisions_page(slug: str, *, viewer: Viewer, today: datetime.date) -> DecisionsPage:
    """Give the register of decisions of a programme, the latest first. Raises UnknownPactError."""
    row = _programme(slug, viewer=viewer)
    lines = decision_lines(_decisions(row).order_by("-meeting__starts_at", "-sequence"), today=today)
    return DecisionsPage(
        header(row, viewer=viewer), lines, institution_choices(), may_keep_committees(viewer)
    )


def pact_of_decision(decision_id: int, *, viewer: Viewer) -> str:
    """Say of which programme (slug) a decision is. Raises LookupError."""
    known = readable_meetings(viewer=viewer).order_by().values("pk")
    rows = Decision.objects.filter(pk=decision_id, meeting__in=known)
    slug = rows.values_list("meeting__committee__programme__slug", flat=True).first()
    if slug is None:
        raise LookupError(decision_id)
    return slug


def pact_calendar(slug: str, *, viewer: Viewer) -> str:
    """Give the meetings and the milestones of a pact as a calendar (RFC 5545). Raises UnknownPactError."""
    return calendar_of_pact(_programme(slug, viewer=viewer))


def meeting_calendar(meeting_id: int, *, viewer: Viewer) -> str:
    """Give one meeting as a calendar (RFC 5545). Raises UnknownMeetingError."""
    row = readable_meetings(viewer=viewer).filter(pk=meeting_id).first()
    if row is None:
        raise UnknownMeetingError(meeting_id)
    return calendar_of_meeting(row)


def alerts_page(slug: str, *, viewer: Viewer, today: datetime.date) -> AlertsPage:
    """Give the alerts of a programme. Raises UnknownPactError."""
    row = _programme(slug, viewer=viewer)
    return AlertsPage(
        header(row, viewer=viewer),
        alert_lines(row, today=today),
        sheet_codes(row),
        may_keep_committees(viewer),
    )


def _programme(slug: str, *, viewer: Viewer) -> Programme:
    found = readable_pact(slug, viewer=viewer) if may_read_committees(viewer) else None
    if found is None:
        raise UnknownPactError(slug)
    return found


def _decisions(programme: Programme) -> QuerySet[Decision]:
    return Decision.objects.filter(meeting__committee__programme=programme)


def _items(rows: QuerySet[AgendaItem]) -> tuple[ItemLine, ...]:
    return tuple(item_line(row) for row in rows.select_related("presenter").order_by("position", "id"))


def _members(committee: Committee) -> tuple[MemberLine, ...]:
    return tuple(
        MemberLine(
            institution_id=row.institution_id,
            institution=row.institution.name,
            function=row.function,
            alternate=row.alternate,
            is_chair=row.is_chair,
            receives=row.person_id is not None or row.alternate_person_id is not None,
            edition=row.edition,
        )
        for row in committee.members.select_related("institution").order_by("-is_chair", "institution__name")
    )


def _attendance(meeting: Meeting, *, seats: Sequence[CommitteeMember]) -> tuple[AttendanceLine, ...]:
    known = dict(meeting.attendance.order_by("pk").values_list("institution_id", "presence"))
    return tuple(
        AttendanceLine(
            seat.institution_id,
            seat.institution.name,
            PresenceChoice(known[seat.institution_id]) if seat.institution_id in known else None,
        )
        for seat in seats
    )


def _receivers(seats: Sequence[CommitteeMember]) -> int:
    return len({person for seat in seats for person in (seat.person_id, seat.alternate_person_id) if person})
