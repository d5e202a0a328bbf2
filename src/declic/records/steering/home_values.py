"""What the home of a pact tells of its steering."""

import datetime
from dataclasses import dataclass

from declic.engines.funding.totals import Sums
from declic.engines.tracking.gauges import Gauge
from declic.engines.tracking.health import Health
from declic.records.sheets.values import NamedLine
from declic.records.steering.values import MeetingLine


@dataclass(frozen=True, slots=True)
class MeasureStanding:
    """How a measure fares: the worst of its sheets (None without any), the last day on which something was delivered."""

    sheet_count: int
    health: Health | None
    delivered_on: datetime.date | None


@dataclass(frozen=True, slots=True)
class PactStanding:
    """How a pact fares on a day: three gauges, money, the next meeting, alerts, each measure by its number, each axis' pilots by its own."""

    elapsed: Gauge
    reached: Gauge
    results: Gauge
    milestone_count: int
    indicator_count: int
    money: Sums
    next_meeting: MeetingLine | None
    alerts: int
    late_decisions: int
    measures: dict[str, MeasureStanding]
    pilots: dict[int, tuple[NamedLine, ...]]


@dataclass(frozen=True, slots=True)
class MeasureSteering:
    """What is known of one measure beside its sheets: what was done, posts, money, decisions that wait."""

    delivery_count: int
    delivered_on: datetime.date | None
    filled_posts: int
    post_count: int
    money: Sums
    open_decisions: int
