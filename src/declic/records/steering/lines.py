"""From rows of steering to the values that pages know."""

import datetime
from collections.abc import Iterable

from django.db.models import Count, Prefetch, QuerySet

from declic.engines.scheduling.cadences import rhythm
from declic.records.pact.models import Programme
from declic.records.steering.choices import (
    COMING_STATES,
    HELD_STATES,
    OPEN_STATES,
    CommitteeKind,
    DecisionKind,
    DecisionState,
    EffectKind,
    ItemKind,
    ItemState,
    MeetingState,
)
from declic.records.steering.models import AgendaItem, Committee, Decision, DecisionEffect, Meeting
from declic.records.steering.rows import cadence_of_committee, day_of, decision_number, life_of
from declic.records.steering.values import (
    CommitteeLine,
    DecisionLine,
    EffectLine,
    ItemLine,
    MeetingLine,
)


def committee_lines(committees: Iterable[Committee], *, today: datetime.date) -> tuple[CommitteeLine, ...]:
    """Give committees with their rhythm, whatever their number in three questions to the database."""
    rows = list(committees)
    numbers = [row.pk for row in rows]
    meetings: dict[int, list[Meeting]] = {number: [] for number in numbers}
    for meeting in Meeting.objects.filter(committee__in=numbers).order_by("starts_at", "id"):
        meetings[meeting.committee_id].append(meeting)
    counted = Committee.objects.filter(pk__in=numbers).annotate(seats=Count("members")).order_by("pk")
    seats = dict(counted.values_list("pk", "seats"))
    return tuple(
        _committee_line(row, meetings=meetings[row.pk], seats=seats[row.pk], today=today) for row in rows
    )


def _committee_line(
    row: Committee, *, meetings: list[Meeting], seats: int, today: datetime.date
) -> CommitteeLine:
    cadence, life = cadence_of_committee(row), life_of(row.programme)
    held = [meeting for meeting in meetings if meeting.state in HELD_STATES]
    coming = [meeting for meeting in meetings if meeting.state in COMING_STATES]
    for meeting in (*held, *coming):
        meeting.committee = row
    return CommitteeLine(
        id=row.pk,
        name=row.name,
        kind=CommitteeKind(row.kind),
        rhythm=rhythm([day_of(one.starts_at) for one in held], cadence=cadence, life=life, today=today)
        if cadence and life
        else None,
        meetings_due=row.meetings_due,
        months=row.months,
        member_count=seats,
        next_meeting=meeting_line(coming[0]) if coming else None,
        last_held=meeting_line(held[-1]) if held else None,
    )


def meeting_line(row: Meeting) -> MeetingLine:
    """Give a meeting."""
    return MeetingLine(
        id=row.pk,
        committee_id=row.committee_id,
        committee_name=row.committee.name,
        number=row.number,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        location=row.location,
        state=MeetingState(row.state),
        edition=row.edition,
    )


def item_line(row: AgendaItem) -> ItemLine:
    """Give a point of an agenda, fetched with its presenter."""
    return ItemLine(
        id=row.pk,
        kind=ItemKind(row.kind),
        state=ItemState(row.state),
        title=row.title,
        question=row.question,
        presenter=row.presenter.name if row.presenter else "",
        minutes_planned=row.minutes_planned,
        outcome=row.outcome,
        sheet_id=row.sheet_id,
        was_postponed=row.postponed_id is not None,
        proposed_by=row.proposed_by,
        edition=row.edition,
    )


def decision_lines(rows: QuerySet[Decision], *, today: datetime.date) -> tuple[DecisionLine, ...]:
    """Give decisions with what they changed, in three questions to the database; in their order, or by meeting."""
    about = ("sheet", "milestone", "line", "target__indicator")
    effects = Prefetch("effects", queryset=DecisionEffect.objects.select_related(*about).order_by("pk"))
    fetched = rows.select_related("meeting__committee", "owner").prefetch_related(effects)
    return tuple(decision_line(row, today=today) for row in fetched)


def decisions_to_follow(meeting: Meeting, *, today: datetime.date) -> tuple[DecisionLine, ...]:
    """Give the decisions of the committee's earlier meetings that are not carried out: they come back at each one."""
    rows = Decision.objects.filter(
        meeting__committee=meeting.committee_id, meeting__starts_at__lt=meeting.starts_at
    )
    waiting = rows.filter(state__in=OPEN_STATES).order_by("meeting__starts_at", "sequence")
    return decision_lines(waiting, today=today)


def decisions_not_executed(
    programme: Programme, *, before: Meeting, today: datetime.date
) -> tuple[DecisionLine, ...]:
    """Give what any committee of the pact decided before a meeting and nobody carried out yet, the oldest first."""
    rows = Decision.objects.filter(
        meeting__committee__programme=programme, meeting__starts_at__lt=before.starts_at
    )
    waiting = rows.filter(state__in=OPEN_STATES).order_by("meeting__starts_at", "meeting_id", "sequence")
    return decision_lines(waiting, today=today)


def decision_line(row: Decision, *, today: datetime.date) -> DecisionLine:
    """Give a decision, fetched with its meeting, committee, owner and effects."""
    is_open = row.state in OPEN_STATES
    return DecisionLine(
        id=row.pk,
        number=decision_number(row),
        kind=DecisionKind(row.kind),
        text=row.text,
        owner=row.owner.name if row.owner else "",
        owner_id=row.owner_id,
        due_on=row.due_on,
        state=DecisionState(row.state),
        is_late=is_open and row.due_on is not None and row.due_on < today,
        committee=row.meeting.committee.name,
        meeting_id=row.meeting_id,
        decided_on=day_of(row.meeting.starts_at),
        item_id=row.item_id,
        effects=tuple(_effect_line(effect) for effect in row.effects.all()),
        edition=row.edition,
    )


def _effect_line(row: DecisionEffect) -> EffectLine:
    return EffectLine(EffectKind(row.kind).value, _about(row), row.old, row.value, row.applied_at)


def _about(row: DecisionEffect) -> str:
    if row.milestone:
        return row.milestone.title
    if row.line:
        return row.line.purpose
    if row.target:
        return row.target.indicator.name
    return row.sheet.title if row.sheet else ""
