"""What is known of a programme, as the rules of alerts look at it; each fact comes from the record that keeps it."""

import datetime
from collections.abc import Iterable, Iterator

from django.db.models import OuterRef, Subquery

from declic.engines.scheduling.cadences import rhythm
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
from declic.records.steering.models import Committee, CommitteeMember, Decision, Meeting
from declic.records.steering.money_facts import (
    Answers,
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
    axes = tuple(_axes(programme))
    answers = _answers(known, axes=axes)
    return ProgrammeFacts(
        mark=f"programme {programme.pk}",
        title=programme.title,
        started_on=programme.date,
        ends_on=programme.ends_on,
        measures=tuple(_measures(known, answers=answers)),
        axes=axes,
        sheets=tuple(_sheet(one, delivered=known.delivered) for one in known.every_sheet),
        milestones=tuple(_milestones(known)),
        funding=tuple(funding_facts(known.lines, answers=answers)),
        posts=tuple(post_facts(programme)),
        indicators=tuple(indicator_facts(known.indicators, answers=answers)),
        decisions=tuple(_decisions(programme)),
        committees=tuple(_committees(programme, meetings=known.meetings, today=today)),
        findings=tuple(_findings(programme)),
    )


def _answers(known: Known, *, axes: tuple[AxisFacts, ...]) -> Answers:
    """Say who answers for each measure: its lead, or else who pilots its axis; for each sheet, its lead or these."""
    pilots = {one.mark: one.pilot for one in axes}
    found = {
        row.pk: getattr(row, "lead", None) or pilots.get(f"axis {row.axis.number}" if row.axis else "", "")
        for row in known.measures
    }
    return Answers(
        measures=found,
        numbers={row.number: found[row.pk] for row in known.measures},
        sheets={one.pk: lead_of(one) or found[one.measure_id] for one in known.every_sheet},
    )


def _measures(known: Known, *, answers: Answers) -> Iterator[MeasureFacts]:
    for row in known.measures:
        title = f"{row.number}. {row.plain_title or row.official_text}"
        is_carried = bool(getattr(row, "is_carried", False))
        yield MeasureFacts(
            f"measure {row.number}", _cut(title), row.pk in known.sheets, is_carried, answers.measures[row.pk]
        )


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
    chairs = CommitteeMember.objects.filter(committee=OuterRef("pk"), is_chair=True).order_by("pk")
    rows = Committee.objects.filter(programme=programme).order_by("pk")
    for row in rows.annotate(chair=Subquery(chairs.values("institution__name")[:1])):
        cadence = cadence_of_committee(row)
        if cadence is None or life is None:
            continue
        kept = rhythm(held.get(row.pk, ()), cadence=cadence, life=life, today=today)
        missing = kept.next_due if kept.held < kept.due else None
        yield CommitteeFacts(
            f"committee {row.pk}",
            row.name,
            kept.held,
            kept.due,
            missing,
            owner=row.chair or "",
            held_after=kept.held_after,
        )


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
