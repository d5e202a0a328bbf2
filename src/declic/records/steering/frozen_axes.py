"""The axes of a pact as a dossier freezes them: measures, their sheets with two gauges, lateness and health."""

import datetime
from typing import Any

from django.db.models import Prefetch

from declic.engines.tracking.gauges import Gauge, Weighed, milestones_reached, time_elapsed
from declic.engines.tracking.health import HealthFacts, propose_health
from declic.engines.tracking.lateness import sheet_lateness
from declic.records.pact.models import Programme
from declic.records.sheets.choices import SheetRole, SheetStatus
from declic.records.sheets.models import (
    ActionSheet,
    AxisPilot,
    Blocker,
    Milestone,
    SheetInstitution,
)
from declic.records.steering.rows import day_of


NOT_STARTED = (SheetStatus.TO_WRITE, SheetStatus.TO_DISCUSS, SheetStatus.PLANNED)
OVER = (SheetStatus.DONE, SheetStatus.DROPPED)
OLD_DAYS = 45


def frozen_axes(programme: Programme, *, today: datetime.date) -> list[dict[str, Any]]:
    """Give every axis with its measures, then the measures of no axis under an axis without number."""
    pilots: dict[int, str] = {}
    named = AxisPilot.objects.filter(axis__programme=programme).select_related("institution").order_by("pk")
    for row in named:
        pilots.setdefault(row.axis_id, row.function or row.institution.name)
    grouped: dict[int | None, list[dict[str, Any]]] = {}
    sheets = _sheets(programme)
    for measure in programme.measures.order_by("position"):
        grouped.setdefault(measure.axis_id, []).append(
            {
                "number": measure.number,
                "title": measure.plain_title or measure.official_text,
                "sheets": [frozen_sheet(one, today=today) for one in sheets.get(measure.pk, ())],
            }
        )
    axes: list[dict[str, Any]] = [
        {
            "number": axis.number,
            "title": axis.title,
            "pilot": pilots.get(axis.pk, ""),
            "measures": grouped.get(axis.pk, []),
        }
        for axis in programme.axes.order_by("number")
    ]
    if grouped.get(None):
        axes.append({"number": None, "title": "", "pilot": "", "measures": grouped[None]})
    return axes


def frozen_sheet(row: ActionSheet, *, today: datetime.date) -> dict[str, Any]:
    """Give a sheet, fetched with its milestones, blockers and lead."""
    milestones = [
        Weighed(one.weight, one.done_on is not None, one.is_cancelled) for one in row.milestones.all()
    ]
    elapsed, reached = time_elapsed(row.start_on, row.end_on, on=today), milestones_reached(milestones)
    late = [
        one for one in row.milestones.all() if not one.done_on and not one.is_cancelled and one.due_on < today
    ]
    facts = _health_facts(row, elapsed=elapsed, reached=reached, late=len(late), today=today)
    proposed = propose_health(facts)
    leads = [one.institution.name for one in row.institutions.all()]
    return {
        "code": f"{row.measure.number}-{row.sequence}",
        "title": row.title,
        "status": row.status,
        "lead": leads[0] if leads else "",
        "start_on": row.start_on.isoformat() if row.start_on else None,
        "end_on": row.end_on.isoformat() if row.end_on else None,
        "is_late": _is_late(row, today=today),
        "late_milestones": len(late),
        "elapsed": _gauge(elapsed),
        "milestones": _gauge(reached),
        "health": proposed.health.value,
        "reasons": [reason.value for reason in proposed.reasons],
        "blockers": [one.cause for one in row.blockers.all()],
    }


def _health_facts(
    row: ActionSheet, *, elapsed: Gauge, reached: Gauge, late: int, today: datetime.date
) -> HealthFacts:
    is_over, has_begun = row.status in OVER, row.status not in NOT_STARTED
    old = row.edited_at is not None and (today - day_of(row.edited_at)).days >= OLD_DAYS
    return HealthFacts(
        is_done=row.status == SheetStatus.DONE,
        is_started=has_begun,
        should_have_started=row.start_on is not None and row.start_on < today,
        end_passed=not is_over and row.end_on is not None and row.end_on < today,
        open_blockers=max(len(row.blockers.all()), int(row.status == SheetStatus.BLOCKED)),
        late_milestones=late,
        elapsed=elapsed.percent,
        milestones=reached.percent,
        lacks_update=old and not is_over,
    )


def _sheets(programme: Programme) -> dict[int, list[ActionSheet]]:
    leads = SheetInstitution.objects.filter(role=SheetRole.LEAD).select_related("institution").order_by("pk")
    rows = (
        ActionSheet.objects.filter(measure__programme=programme)
        .select_related("measure")
        .prefetch_related(
            Prefetch("milestones", queryset=Milestone.objects.order_by("due_on", "pk")),
            Prefetch("blockers", queryset=Blocker.objects.filter(lifted_on=None).order_by("pk")),
            Prefetch("institutions", queryset=leads),
        )
    )
    found: dict[int, list[ActionSheet]] = {}
    for row in rows.order_by("measure__position", "sequence"):
        found.setdefault(row.measure_id, []).append(row)
    return found


def _is_late(row: ActionSheet, *, today: datetime.date) -> bool:
    return sheet_lateness(
        row.start_on,
        row.end_on,
        has_started=row.status not in NOT_STARTED,
        is_closed=row.status in OVER,
        on=today,
    ).is_late


def _gauge(gauge: Gauge) -> dict[str, Any]:
    return {"percent": gauge.percent, "why": gauge.why.value if gauge.why else None}
