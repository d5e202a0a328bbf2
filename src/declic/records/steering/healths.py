"""How a sheet fares: what the rules propose from its row, and the facts that they look at."""

import datetime
from dataclasses import dataclass

from declic.engines.tracking.gauges import Gauge, Weighed, milestones_reached, time_elapsed
from declic.engines.tracking.health import HealthFacts, ProposedHealth, propose_health
from declic.engines.tracking.lateness import sheet_lateness
from declic.records.sheets.choices import SheetStatus
from declic.records.sheets.models import ActionSheet
from declic.records.steering.rows import day_of


NOT_STARTED = (SheetStatus.TO_WRITE, SheetStatus.TO_DISCUSS, SheetStatus.PLANNED)
OVER = (SheetStatus.DONE, SheetStatus.DROPPED)
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
    milestones = list(row.milestones.all())
    weighed = [Weighed(one.weight, one.done_on is not None, one.is_cancelled) for one in milestones]
    elapsed, reached = time_elapsed(row.start_on, row.end_on, on=today), milestones_reached(weighed)
    late = sum(not one.done_on and not one.is_cancelled and one.due_on < today for one in milestones)
    facts = _health_facts(row, elapsed=elapsed, reached=reached, late=late, today=today)
    return Standing(elapsed, reached, late, _is_late(row, today=today), propose_health(facts))


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


def _is_late(row: ActionSheet, *, today: datetime.date) -> bool:
    return sheet_lateness(
        row.start_on,
        row.end_on,
        has_started=row.status not in NOT_STARTED,
        is_closed=row.status in OVER,
        on=today,
    ).is_late
