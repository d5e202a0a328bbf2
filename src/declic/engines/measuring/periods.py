"""The periods of an indicator: months, quarters, half-years, years, or the whole; which is due, and until when."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Frequency(StrEnum):
    """How often an indicator is observed; `whole` is once, for the whole programme."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    WHOLE = "whole"


MONTHS_A_YEAR = 12
MONTHS = {Frequency.MONTH: 1, Frequency.QUARTER: 3, Frequency.HALF_YEAR: 6, Frequency.YEAR: 12}


class ReversedPeriodError(ValueError):
    """A period ends before it starts."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From a day to another, both in it. Raises ReversedPeriodError."""

    start: datetime.date
    end: datetime.date

    def __post_init__(self) -> None:
        """Refuse a period that ends before it starts."""
        if self.end < self.start:
            raise ReversedPeriodError

    def holds(self, day: datetime.date) -> bool:
        """Say whether the day is in it."""
        return self.start <= day <= self.end


def periods_of(whole: Period, *, frequency: Frequency) -> tuple[Period, ...]:
    """
    Cut the whole into civil months, quarters, half-years or years, the first and the last cut where it ends.

    They follow each other without a gap, none overlaps another, and together they are the whole.
    """
    if frequency is Frequency.WHOLE:
        return (whole,)
    return tuple(
        Period(max(start, whole.start), min(_day_before(_after(start, months=MONTHS[frequency])), whole.end))
        for start in _starts(whole, months=MONTHS[frequency])
    )


@dataclass(frozen=True, slots=True)
class Freshness:
    """Whether an indicator is up to date: the last period that should be known, and the day the next one is due."""

    is_up_to_date: bool
    awaited: Period | None
    next_due_on: datetime.date | None
    days_late: int = 0


def freshness(
    whole: Period,
    *,
    frequency: Frequency,
    delay_days: int,
    known: frozenset[datetime.date],
    on: datetime.date,
    is_cumulative: bool = False,
) -> Freshness:
    """
    Say whether what should be known on that day is; `known` are the ends of the periods that are.

    A period is due `delay_days` after its end: the day itself is still in time. The one awaited is the oldest that
    is missing, however many were observed since; what adds up since the start is told by its last value, so that only
    the periods after that one are awaited.
    """
    told = max(known, default=None) if is_cumulative else None
    due = [
        (one, one.end + datetime.timedelta(days=delay_days))
        for one in periods_of(whole, frequency=frequency)
        if told is None or one.end > told
    ]
    late = next(((one, day) for one, day in due if day < on and one.end not in known), None)
    following = next((day for one, day in due if day >= on and one.end not in known), None)
    if late is None:
        return Freshness(is_up_to_date=True, awaited=None, next_due_on=following)
    return Freshness(
        is_up_to_date=False, awaited=late[0], next_due_on=following, days_late=(on - late[1]).days
    )


def _starts(whole: Period, *, months: int) -> Iterator[datetime.date]:
    first = (whole.start.month - 1) // months * months + 1
    start = whole.start.replace(month=first, day=1)
    while start <= whole.end:
        yield start
        start = _after(start, months=months)


def _after(start: datetime.date, *, months: int) -> datetime.date:
    above = start.month - 1 + months
    return start.replace(year=start.year + above // MONTHS_A_YEAR, month=above % MONTHS_A_YEAR + 1)


def _day_before(day: datetime.date) -> datetime.date:
    return day - datetime.timedelta(days=1)
