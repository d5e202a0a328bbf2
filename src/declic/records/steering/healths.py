"""How a sheet fares: what the rules propose from its row, the facts that they look at, what a pilot wrote."""

import datetime
from dataclasses import dataclass

from declic.engines.tracking.gauges import Gauge, milestones_reached, time_elapsed
from declic.engines.tracking.health import HealthFacts, ProposedHealth, propose_health
from declic.records.pact.models import Programme
from declic.records.sheets.choices import CLOSED_STATUSES, SheetStatus
from declic.records.sheets.lines import NOT_STARTED, late_milestones, late_sheet, weighed
from declic.records.sheets.models import ActionSheet
from declic.records.steering.models import WrittenHealth
from declic.records.steering.rows import day_of


OLD_DAYS = 45


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a sheet stands on a day: its two gauges, how many milestones are late, and what the rules propose."""

    elapsed: Gauge
    reached: Gauge
    late_milestones: int
    is_late: bool
    proposed: ProposedHealth


def standing_of(row: ActionSheet, *, today: datetime.date) -> Standing:
    """Say where a sheet stands, fetched with its milestones and its open blockers."""
    elapsed = time_elapsed(row.start_on, row.end_on, on=today)
    reached, late = milestones_reached(weighed(row)), late_milestones(row, today=today)
    facts = _health_facts(row, elapsed=elapsed, reached=reached, late=late, today=today)
    return Standing(elapsed, reached, late, late_sheet(row, today=today).is_late, propose_health(facts))


def written_healths(programme: Programme) -> dict[int, WrittenHealth]:
    """Give what pilots wrote of the health of sheets, by the sheets' keys."""
    rows = WrittenHealth.objects.filter(sheet__measure__programme=programme)
    return {one.sheet_id: one for one in rows.order_by("pk")}


def _health_facts(
    row: ActionSheet, *, elapsed: Gauge, reached: Gauge, late: int, today: datetime.date
) -> HealthFacts:
    is_over, has_begun = row.status in CLOSED_STATUSES, row.status not in NOT_STARTED
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
