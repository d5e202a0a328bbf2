"""The axes of a pact as a dossier freezes them: measures, their sheets with two gauges, lateness and health."""

import datetime
from collections.abc import Sequence
from typing import Any

from declic.engines.tracking.gauges import Gauge
from declic.records.evaluation.results import results_of
from declic.records.evaluation.values import IndicatorLine
from declic.records.pact.models import Programme
from declic.records.sheets.models import (
    ActionSheet,
    AxisPilot,
)
from declic.records.steering.healths import standing_of, written_healths
from declic.records.steering.known import Known, lead_of
from declic.records.steering.models import WrittenHealth


def frozen_axes(programme: Programme, *, known: Known, today: datetime.date) -> list[dict[str, Any]]:
    """Give every axis with its measures, then the measures of no axis under an axis without number."""
    pilots: dict[int, str] = {}
    named = AxisPilot.objects.filter(axis__programme=programme).select_related("institution").order_by("pk")
    for row in named:
        function = f" ({row.function})" if row.function else ""
        pilots.setdefault(row.axis_id, f"{row.institution.name}{function}")
    grouped: dict[int | None, list[dict[str, Any]]] = {}
    written = written_healths(programme)
    for measure in known.measures:
        grouped.setdefault(measure.axis_id, []).append(
            {
                "number": measure.number,
                "title": measure.plain_title or measure.official_text,
                "sheets": [
                    frozen_sheet(one, indicators=known.indicators, written=written.get(one.pk), today=today)
                    for one in known.sheets.get(measure.pk, ())
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
    return {
        "code": code,
        "title": row.title,
        "status": row.status,
        "lead": lead_of(row),
        "start_on": row.start_on.isoformat() if row.start_on else None,
        "end_on": row.end_on.isoformat() if row.end_on else None,
        "is_late": stands.is_late,
        "late_milestones": stands.late_milestones,
        "elapsed": frozen_gauge(stands.elapsed),
        "milestones": frozen_gauge(stands.reached),
        "results": frozen_gauge(results_of(indicators, measure=row.measure.number, code=code)),
        "health": stands.proposed.health.value,
        "reasons": [reason.value for reason in stands.proposed.reasons],
        "written_health": _written(written),
        "blockers": [one.cause for one in row.blockers.all()],
    }


def frozen_gauge(gauge: Gauge) -> dict[str, Any]:
    """Give a gauge as a dossier keeps it."""
    return {"percent": gauge.percent, "why": gauge.why.value if gauge.why else None}


def _written(row: WrittenHealth | None) -> dict[str, str] | None:
    return {"health": row.health, "why": row.why} if row else None
