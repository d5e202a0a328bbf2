"""What is known of a programme, as the rules of alerts look at it; each fact comes from the record that keeps it."""

import datetime
from collections.abc import Iterator

from django.db.models import Exists, OuterRef

from declic.engines.scheduling.cadences import due_days
from declic.engines.tracking.alert_facts import (
    AxisFacts,
    CommitteeFacts,
    DecisionFacts,
    FindingFacts,
    MeasureFacts,
    MilestoneFacts,
    ProgrammeFacts,
    SheetFacts,
)
from declic.records.pact.choices import FindingChoice
from declic.records.pact.models import Programme
from declic.records.sheets.choices import SheetRole, SheetStatus
from declic.records.sheets.models import ActionSheet, Milestone, SheetInstitution
from declic.records.steering.choices import HELD_STATES, OPEN_STATES
from declic.records.steering.models import CarryOver, Committee, Decision, Meeting
from declic.records.steering.money_facts import (
    funding_facts,
    indicator_facts,
    last_deliveries,
    post_facts,
)
from declic.records.steering.rows import cadence_of_committee, day_of, decision_number, life_of


CLOSED_STATUSES = (SheetStatus.DONE, SheetStatus.DROPPED)
RUNNING_STATUSES = (SheetStatus.ONGOING,)
LONGEST_TITLE = 120


def programme_facts(programme: Programme, *, today: datetime.date) -> ProgrammeFacts:
    """Gather what the rules look at, in a bounded number of questions to the database."""
    leads = _leads(programme)
    delivered = last_deliveries(programme)
    sheets = list(
        ActionSheet.objects.filter(measure__programme=programme)
        .select_related("measure")
        .order_by("measure__position", "sequence")
    )
    return ProgrammeFacts(
        mark=f"programme {programme.pk}",
        title=programme.title,
        started_on=programme.date,
        ends_on=programme.ends_on,
        measures=tuple(_measures(programme)),
        axes=tuple(_axes(programme)),
        sheets=tuple(_sheet(one, owner=leads.get(one.pk, ""), delivered=delivered) for one in sheets),
        milestones=tuple(_milestones(programme, leads=leads)),
        funding=tuple(funding_facts(programme)),
        posts=tuple(post_facts(programme)),
        indicators=tuple(indicator_facts(programme, today=today)),
        decisions=tuple(_decisions(programme)),
        committees=tuple(_committees(programme, today=today)),
        findings=tuple(_findings(programme)),
    )


def _leads(programme: Programme) -> dict[int, str]:
    rows = SheetInstitution.objects.filter(sheet__measure__programme=programme, role=SheetRole.LEAD)
    return dict(rows.order_by("pk").values_list("sheet_id", "institution__name"))


def _measures(programme: Programme) -> Iterator[MeasureFacts]:
    has_sheet = Exists(ActionSheet.objects.filter(measure=OuterRef("pk")))
    carried = Exists(CarryOver.objects.filter(measure=OuterRef("pk")))
    rows = programme.measures.annotate(has_sheet=has_sheet, is_carried=carried)
    for row in rows.order_by("position"):
        title = f"{row.number}. {row.plain_title or row.official_text}"
        yield MeasureFacts(f"measure {row.number}", _cut(title), row.has_sheet, row.is_carried)


def _axes(programme: Programme) -> Iterator[AxisFacts]:
    """Give each axis with the first institution that names somebody, or a function, to pilot it."""
    rows = programme.axes.order_by("number", "pilots__pk").values_list(
        "number", "title", "pilots__function", "pilots__person_id", "pilots__institution__name"
    )
    found: dict[int, AxisFacts] = {}
    for number, title, function, person, institution in rows:
        known = found.get(number)
        if known is None or not known.pilot:
            pilot = institution if function or person else ""
            found[number] = AxisFacts(f"axis {number}", _cut(title), pilot)
    yield from found.values()


def _sheet(
    row: ActionSheet, *, owner: str, delivered: dict[tuple[int, int | None], datetime.date]
) -> SheetFacts:
    """Give the facts of a sheet; a delivery that names no sheet counts for every sheet of its measure."""
    days = [delivered[key] for key in ((row.measure_id, row.pk), (row.measure_id, None)) if key in delivered]
    return SheetFacts(
        mark=f"sheet {row.pk}",
        title=_cut(f"{row.measure.number}-{row.sequence} {row.title}"),
        is_open=row.status not in CLOSED_STATUSES,
        is_running=row.status in RUNNING_STATUSES,
        updated_on=day_of(row.edited_at) if row.edited_at else None,
        started_on=row.start_on,
        delivered_on=max(days, default=None),
        owner=owner,
    )


def _milestones(programme: Programme, *, leads: dict[int, str]) -> Iterator[MilestoneFacts]:
    rows = Milestone.objects.filter(sheet__measure__programme=programme, is_cancelled=False)
    for row in rows.select_related("institution", "sheet").order_by("sheet_id", "due_on", "id"):
        owner = row.institution.name if row.institution else leads.get(row.sheet_id, "")
        yield MilestoneFacts(
            f"milestone {row.pk}",
            _cut(f"{row.title} ({row.sheet.title})"),
            row.due_on,
            row.done_on is not None,
            owner,
        )


def _decisions(programme: Programme) -> Iterator[DecisionFacts]:
    rows = Decision.objects.filter(meeting__committee__programme=programme)
    for row in rows.select_related("meeting__committee", "owner").order_by("meeting_id", "sequence"):
        yield DecisionFacts(
            mark=f"decision {row.pk}",
            title=_cut(f"{decision_number(row)} {row.text}"),
            is_open=row.state in OPEN_STATES,
            due_on=row.due_on,
            owner=row.owner.name if row.owner else "",
        )


def _committees(programme: Programme, *, today: datetime.date) -> Iterator[CommitteeFacts]:
    held: dict[int, list[datetime.date]] = {}
    rows = Meeting.objects.filter(committee__programme=programme, state__in=HELD_STATES)
    for committee, at in rows.order_by("starts_at").values_list("committee_id", "starts_at"):
        held.setdefault(committee, []).append(day_of(at))
    life = life_of(programme)
    for row in Committee.objects.filter(programme=programme).order_by("pk"):
        cadence = cadence_of_committee(row)
        if cadence is None or life is None:
            continue
        count = sum(1 for day in held.get(row.pk, ()) if day <= today and life.holds(day))
        due = list(_until(due_days(cadence, life=life), today=today))
        missing = due[count] if count < len(due) else None
        yield CommitteeFacts(f"committee {row.pk}", row.name, count, len(due), missing)


def _until(days: Iterator[datetime.date], *, today: datetime.date) -> Iterator[datetime.date]:
    for day in days:
        if day > today:
            return
        yield day


def _findings(programme: Programme) -> Iterator[FindingFacts]:
    for row in programme.findings.order_by("position"):
        yield FindingFacts(
            mark=f"finding {row.pk}",
            title=_cut(row.message),
            is_explained=row.state == FindingChoice.EXPLAINED,
            found_on=day_of(programme.recorded_at),
        )


def _cut(words: str) -> str:
    """Give words short enough for a line."""
    return words if len(words) <= LONGEST_TITLE else f"{words[: LONGEST_TITLE - 1]}…"
