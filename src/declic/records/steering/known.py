"""The rows of a pact that its home, its alerts and its dossiers look at, each asked for once."""

import datetime
from dataclasses import dataclass

from django.db.models import Exists, Max, OuterRef, Prefetch, Subquery

from declic.engines.funding.lines import Cost, Line
from declic.engines.tracking.gauges import Gauge, milestones_reached, results_reached, time_elapsed
from declic.records.deliveries.models import Delivery
from declic.records.evaluation.gathering import known_lines
from declic.records.evaluation.values import IndicatorLine
from declic.records.money.models import FundingLine
from declic.records.money.rows import costs_of, counted_cost, counted_line, lines_of, places_in
from declic.records.pact.models import Measure, Programme
from declic.records.sheets.choices import SheetRole
from declic.records.sheets.lines import weighed
from declic.records.sheets.models import ActionSheet, Blocker, MeasureLead, Milestone, SheetInstitution
from declic.records.steering.models import CarryOver, Meeting


@dataclass(frozen=True, slots=True)
class Known:
    """
    What is known of a pact on a day.

    `measures` say in `is_carried` whether somebody said what becomes of them, in `lead` who answers for them; `sheets` are by their measures' keys,
    with their milestones, open blockers and lead; `delivered` is the last day by measure and sheet, None for what
    names no sheet.
    """

    measures: tuple[Measure, ...]
    sheets: dict[int, tuple[ActionSheet, ...]]
    delivered: dict[tuple[int, int | None], datetime.date]
    indicators: tuple[IndicatorLine, ...]
    lines: tuple[FundingLine, ...]
    meetings: tuple[Meeting, ...]

    @property
    def every_sheet(self) -> tuple[ActionSheet, ...]:
        """Every sheet, in the order of the measures."""
        return tuple(sheet for one in self.measures for sheet in self.sheets.get(one.pk, ()))


def known_of(programme: Programme, *, today: datetime.date) -> Known:
    """Gather the rows of a pact, in a bounded number of questions to the database."""
    carried = Exists(CarryOver.objects.filter(measure=OuterRef("pk")))
    leads = MeasureLead.objects.filter(measure=OuterRef("pk")).order_by("pk").values("institution__name")
    measures = programme.measures.select_related("axis").prefetch_related("secondary_axes")
    meetings = Meeting.objects.filter(committee__programme=programme).select_related("committee")
    return Known(
        measures=tuple(measures.annotate(is_carried=carried, lead=Subquery(leads[:1])).order_by("position")),
        sheets=_sheets(programme),
        delivered=_delivered(programme),
        indicators=known_lines(programme, on=today),
        lines=tuple(lines_of(programme.pk)),
        meetings=tuple(meetings.order_by("starts_at", "pk")),
    )


def gauges_of(programme: Programme, *, known: Known, today: datetime.date) -> tuple[Gauge, Gauge, Gauge]:
    """Give the three gauges of a whole pact, never mixed: time elapsed, weighted milestones, results against targets."""
    milestones = [one for sheet in known.every_sheet for one in weighed(sheet)]
    return (
        time_elapsed(programme.date, programme.ends_on, on=today),
        milestones_reached(milestones),
        results_reached([line.progress.share for line in known.indicators]),
    )


def counted_money(programme: Programme, *, known: Known) -> tuple[list[Line], list[Cost]]:
    """Give the money of a pact as the engine counts it: its lines, and what its sheets are planned to cost."""
    places = places_in(known.measures)
    lines = [counted_line(row, places=places) for row in known.lines]
    return lines, [counted_cost(row, places=places) for row in costs_of(programme.pk)]


def lead_of(sheet: ActionSheet) -> str:
    """Name the institution that leads a sheet, fetched with its leads; nothing where none does."""
    return next((one.institution.name for one in sheet.institutions.all()), "")


def _sheets(programme: Programme) -> dict[int, tuple[ActionSheet, ...]]:
    leads = SheetInstitution.objects.filter(role=SheetRole.LEAD).select_related("institution").order_by("pk")
    milestones = Milestone.objects.select_related("institution").order_by("due_on", "pk")
    rows = ActionSheet.objects.filter(measure__programme=programme).select_related("measure")
    rows = rows.prefetch_related(
        Prefetch("milestones", queryset=milestones),
        Prefetch("blockers", queryset=Blocker.objects.filter(lifted_on=None).order_by("pk")),
        Prefetch("institutions", queryset=leads),
    )
    found: dict[int, list[ActionSheet]] = {}
    for row in rows.order_by("measure__position", "sequence"):
        found.setdefault(row.measure_id, []).append(row)
    return {key: tuple(sheets) for key, sheets in found.items()}


def _delivered(programme: Programme) -> dict[tuple[int, int | None], datetime.date]:
    rows = Delivery.objects.filter(measure__programme=programme).order_by().values("measure_id", "sheet_id")
    return {(one["measure_id"], one["sheet_id"]): one["last"] for one in rows.annotate(last=Max("on"))}
