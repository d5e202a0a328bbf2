"""Three gauges, shown side by side and never mixed: time elapsed, weighted milestones, results against target."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class NotCalculable(StrEnum):
    """Why a gauge says nothing: it is never zero instead."""

    NO_START = "no_start"
    NO_END = "no_end"
    NO_MILESTONE = "no_milestone"
    NO_INDICATOR = "no_indicator"
    NO_RESULT = "no_result"


@dataclass(frozen=True, slots=True)
class Gauge:
    """A whole number of percents, 0 to 100, or why there is none; exactly one of the two."""

    percent: int | None = None
    why: NotCalculable | None = None

    def __post_init__(self) -> None:
        """Refuse a gauge out of its bounds, with two faces or with none."""
        if (self.percent is None) == (self.why is None):
            raise ValueError("A gauge says a percentage, or why it has none.")
        if self.percent is not None and not 0 <= self.percent <= FULL:
            raise ValueError(self.percent)


FULL = 100


@dataclass(frozen=True, slots=True)
class Weighed:
    """A milestone as the gauge sees it: its weight (1 or more), reached, or cancelled and out of the count."""

    weight: int
    is_done: bool
    is_cancelled: bool = False


def time_elapsed(start_on: datetime.date | None, end_on: datetime.date | None, *, on: datetime.date) -> Gauge:
    """
    Say what share of the days from the start to the end, both included, is over on a day.

    The last day counts once it is past. Days in the wrong order count as one day, the start.
    """
    if start_on is None:
        return Gauge(why=NotCalculable.NO_START)
    if end_on is None:
        return Gauge(why=NotCalculable.NO_END)
    days = max((end_on - start_on).days + 1, 1)
    return Gauge(_percent(min(max((on - start_on).days, 0), days), days))


def milestones_reached(milestones: Iterable[Weighed]) -> Gauge:
    """Say what share of the weight of the milestones is reached; cancelled ones are out of the count."""
    counted = [one for one in milestones if not one.is_cancelled]
    whole = sum(one.weight for one in counted)
    if whole <= 0:
        return Gauge(why=NotCalculable.NO_MILESTONE)
    return Gauge(_percent(sum(one.weight for one in counted if one.is_done), whole))


def results_reached(shares: Sequence[Decimal | None]) -> Gauge:
    """
    Say how far the results are on average, from the share (0 to 1) of each indicator; None is not calculable.

    Those that are not known are left out of the average, and it is said where none is.
    """
    if not shares:
        return Gauge(why=NotCalculable.NO_INDICATOR)
    known = [min(max(share, Decimal(0)), Decimal(1)) for share in shares if share is not None]
    if not known:
        return Gauge(why=NotCalculable.NO_RESULT)
    return Gauge(int(sum(known, Decimal(0)) * FULL / len(known)))


def gap(observed: Gauge, *, expected: Gauge) -> int | None:
    """Give by how many points one gauge is ahead (above zero) of another or behind it; None where one says nothing."""
    if observed.percent is None or expected.percent is None:
        return None
    return observed.percent - expected.percent


def _percent(part: int, whole: int) -> int:
    """Round down, so that only what is whole says 100."""
    return part * FULL // whole
