"""How a pact fares, on one page: each measure by the worst of its sheets, the whole by three gauges that are never mixed."""

import datetime
from collections.abc import Iterable

from declic.engines.funding.totals import Sums, count
from declic.engines.tracking.alerts import AlertRule
from declic.engines.tracking.health import ORDER, Health
from declic.records.accounts.viewers import Viewer
from declic.records.pact.models import Programme
from declic.records.pact.reads import UnknownPactError
from declic.records.sheets.lines import weighed
from declic.records.sheets.models import ActionSheet, AxisPilot
from declic.records.sheets.naming import named_line
from declic.records.sheets.values import NamedLine
from declic.records.steering.alerting import alert_lines
from declic.records.steering.choices import COMING_STATES
from declic.records.steering.healths import standing_of, written_healths
from declic.records.steering.home_values import MeasureStanding, PactStanding
from declic.records.steering.known import Known, counted_money, gauges_of, known_of
from declic.records.steering.lines import meeting_line
from declic.records.steering.models import Meeting
from declic.records.steering.rows import day_of, readable_programme
from declic.records.steering.values import MeetingLine


def pact_standing(slug: str, *, viewer: Viewer, today: datetime.date) -> PactStanding:
    """Say how a pact fares on a day, in a bounded number of questions to the database. Raises UnknownPactError."""
    row = readable_programme(slug, viewer=viewer)
    if row is None:
        raise UnknownPactError(slug)
    known = known_of(row, today=today)
    elapsed, reached, results = gauges_of(row, known=known, today=today)
    milestones = [one for sheet in known.every_sheet for one in weighed(sheet)]
    speaking = [line.alert.rule for line in alert_lines(row, today=today, known=known) if not line.is_muted]
    return PactStanding(
        elapsed=elapsed,
        reached=reached,
        results=results,
        milestone_count=sum(not one.is_cancelled for one in milestones),
        indicator_count=len(known.indicators),
        money=_money(row, known=known),
        next_meeting=_next_meeting(known.meetings, today=today),
        alerts=len(speaking),
        late_decisions=speaking.count(AlertRule.DECISION_OVERDUE),
        measures=_measures(row, known=known, today=today),
        pilots=_pilots(row),
    )


def _pilots(programme: Programme) -> dict[int, tuple[NamedLine, ...]]:
    found: dict[int, tuple[NamedLine, ...]] = {}
    rows = AxisPilot.objects.filter(axis__programme=programme).select_related("axis", "institution", "person")
    for one in rows.order_by("pk"):
        found[one.axis.number] = (*found.get(one.axis.number, ()), named_line(one))
    return found


def _measures(programme: Programme, *, known: Known, today: datetime.date) -> dict[str, MeasureStanding]:
    written = {sheet: Health(one.health) for sheet, one in written_healths(programme).items()}
    delivered: dict[int, datetime.date] = {}
    for (measure, _sheet), on in known.delivered.items():
        delivered[measure] = max(on, delivered.get(measure, on))
    return {
        one.number: _standing(
            known.sheets.get(one.pk, ()), written=written, delivered_on=delivered.get(one.pk), today=today
        )
        for one in known.measures
    }


def _standing(
    sheets: Iterable[ActionSheet],
    *,
    written: dict[int, Health],
    delivered_on: datetime.date | None,
    today: datetime.date,
) -> MeasureStanding:
    """Take the worst of the sheets of a measure; what a pilot wrote of one stands before what the rules propose."""
    found = [written.get(one.pk) or standing_of(one, today=today).proposed.health for one in sheets]
    return MeasureStanding(len(found), max(found, key=ORDER.index, default=None), delivered_on)


def _money(programme: Programme, *, known: Known) -> Sums:
    lines, costs = counted_money(programme, known=known)
    return count(lines, costs=costs)


def _next_meeting(meetings: Iterable[Meeting], *, today: datetime.date) -> MeetingLine | None:
    coming = (one for one in meetings if one.state in COMING_STATES and day_of(one.starts_at) >= today)
    return next((meeting_line(one) for one in coming), None)
