"""The axes of a pact as a dossier freezes them: measures, their sheets with two gauges, lateness and health."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.db.models import Prefetch

from declic.engines.tracking.gauges import Gauge
from declic.records.evaluation.results import results_of
from declic.records.evaluation.values import IndicatorLine
from declic.records.pact.models import Programme
from declic.records.sheets.choices import SheetRole
from declic.records.sheets.models import (
    ActionSheet,
    AxisPilot,
    Blocker,
    Milestone,
    SheetInstitution,
)
from declic.records.steering.healths import standing_of
from declic.records.steering.models import WrittenHealth


def frozen_axes(
    programme: Programme, *, indicators: Sequence[IndicatorLine], today: datetime.date
) -> list[dict[str, Any]]:
    """Give every axis with its measures, then the measures of no axis under an axis without number."""
    pilots: dict[int, str] = {}
    named = AxisPilot.objects.filter(axis__programme=programme).select_related("institution").order_by("pk")
    for row in named:
        pilots.setdefault(row.axis_id, row.function or row.institution.name)
    grouped: dict[int | None, list[dict[str, Any]]] = {}
    sheets = _sheets(programme)
    said = WrittenHealth.objects.filter(sheet__measure__programme=programme).order_by("pk")
    written = {one.sheet_id: one for one in said}
    for measure in programme.measures.order_by("position"):
        grouped.setdefault(measure.axis_id, []).append(
            {
                "number": measure.number,
                "title": measure.plain_title or measure.official_text,
                "sheets": [
                    frozen_sheet(one, indicators=indicators, written=written.get(one.pk), today=today)
                    for one in sheets.get(measure.pk, ())
                ],
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


def frozen_sheet(
    row: ActionSheet,
    *,
    indicators: Sequence[IndicatorLine],
    written: WrittenHealth | None,
    today: datetime.date,
) -> dict[str, Any]:
    """Give a sheet, fetched with its milestones, blockers and lead."""
    code = f"{row.measure.number}-{row.sequence}"
    stands = standing_of(row, today=today)
    leads = [one.institution.name for one in row.institutions.all()]
    return {
        "code": code,
        "title": row.title,
        "status": row.status,
        "lead": leads[0] if leads else "",
        "start_on": row.start_on.isoformat() if row.start_on else None,
        "end_on": row.end_on.isoformat() if row.end_on else None,
        "is_late": stands.is_late,
        "late_milestones": stands.late_milestones,
        "elapsed": _gauge(stands.elapsed),
        "milestones": _gauge(stands.reached),
        "results": _gauge(results_of(indicators, measure=row.measure.number, code=code)),
        "health": stands.proposed.health.value,
        "reasons": [reason.value for reason in stands.proposed.reasons],
        "written_health": _written(written),
        "blockers": [one.cause for one in row.blockers.all()],
    }


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


def _gauge(gauge: Gauge) -> dict[str, Any]:
    return {"percent": gauge.percent, "why": gauge.why.value if gauge.why else None}


def _written(row: WrittenHealth | None) -> dict[str, str] | None:
    return {"health": row.health, "why": row.why} if row else None
