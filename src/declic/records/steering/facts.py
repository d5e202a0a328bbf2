"""What is known of a programme, as the rules of alerts look at it; each fact comes from the record that keeps it."""

import datetime
from collections.abc import Iterable, Iterator

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
from declic.records.sheets.choices import SheetStatus
from declic.records.sheets.models import ActionSheet
from declic.records.steering.choices import HELD_STATES, OPEN_STATES
from declic.records.steering.known import Known, lead_of
from declic.records.steering.models import Committee, Decision, Meeting
from declic.records.steering.money_facts import (
    funding_facts,
    indicator_facts,
    post_facts,
)
from declic.records.steering.rows import cadence_of_committee, day_of, decision_number, life_of


CLOSED_STATUSES = (SheetStatus.DONE, SheetStatus.DROPPED)
RUNNING_STATUSES = (SheetStatus.ONGOING,)
LONGEST_TITLE = 120


def programme_facts(programme: Programme, *, known: Known, today: datetime.date) -> ProgrammeFacts:
    """Gather what the rules look at, in a bounded number of questions to the database."""
    return ProgrammeFacts(
        mark=f"programme {programme.pk}",
        title=programme.title,
        started_on=programme.date,
        ends_on=programme.ends_on,
        measures=tuple(_measures(known)),
        axes=tuple(_axes(programme)),
        sheets=tuple(_sheet(one, delivered=known.delivered) for one in known.every_sheet),
        milestones=tuple(_milestones(known)),
        funding=tuple(funding_facts(known.lines)),
        posts=tuple(post_facts(programme)),
        indicators=tuple(indicator_facts(known.indicators)),
        decisions=tuple(_decisions(programme)),
        committees=tuple(_committees(programme, meetings=known.meetings, today=today)),
        findings=tuple(_findings(programme)),
    )


def _measures(known: Known) -> Iterator[MeasureFacts]:
    for row in known.measures:
        title = f"{row.number}. {row.plain_title or row.official_text}"
        is_carried = bool(getattr(row, "is_carried", False))
        yield MeasureFacts(f"measure {row.number}", _cut(title), row.pk in known.sheets, is_carried)


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


def _sheet(row: ActionSheet, *, delivered: dict[tuple[int, int | None], datetime.date]) -> SheetFacts:
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
        owner=lead_of(row),
    )


def _milestones(known: Known) -> Iterator[MilestoneFacts]:
    for sheet in known.every_sheet:
        for row in sheet.milestones.all():
            if row.is_cancelled:
                continue
            owner = row.institution.name if row.institution else lead_of(sheet)
            title = _cut(f"{row.title} ({sheet.title})")
            yield MilestoneFacts(f"milestone {row.pk}", title, row.due_on, row.done_on is not None, owner)


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


def _committees(
    programme: Programme, *, meetings: Iterable[Meeting], today: datetime.date
) -> Iterator[CommitteeFacts]:
    held: dict[int, list[datetime.date]] = {}
    for meeting in meetings:
        if meeting.state in HELD_STATES:
            held.setdefault(meeting.committee_id, []).append(day_of(meeting.starts_at))
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
    """Give words short enough for a line, cut between two of them where it can be."""
    if len(words) <= LONGEST_TITLE:
        return words
    kept = words[: LONGEST_TITLE - 1]
    whole = kept.rpartition(" ")[0].rstrip(" ,;:")
    return f"{whole or kept}…"
