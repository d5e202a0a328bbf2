"""
How often a committee promised to meet, over the life of its programme, and how often it did.

A rhythm divides the life into periods from its first day; a meeting is due by the end of each. The last period,
which the end of the programme cuts short, is due at that end where half of it or more lies in the life: eleven months
hold three meetings « three times a year ».
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from declic.units.days_off import months_later


MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Cadence:
    """So many meetings in so many months: (3, 12) is three times a year, (1, 1) each month."""

    meetings: int
    months: int

    def __post_init__(self) -> None:
        """Refuse a rhythm that is none."""
        if self.meetings < 1 or self.months < 1:
            raise ValueError(f"{self.meetings} meetings in {self.months} months is no rhythm.")


THREE_A_YEAR = Cadence(3, MONTHS_OF_A_YEAR)
"""Source: Pacte, art. 3, « trois fois par an »."""

MONTHLY = Cadence(1, 1)
"""Source: Pacte, art. 3, « chaque mois »."""


@dataclass(frozen=True, slots=True)
class Life:
    """The first and the last day of a programme; `last` is None where it has no end."""

    first: datetime.date
    last: datetime.date | None = None

    def holds(self, day: datetime.date) -> bool:
        """Say whether a day is one of its days."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """
    How a committee keeps its promise on a day.

    `held` counts the meetings held in the life until that day, `due` those promised by then, `in_all` those promised
    in the whole life (None without end), `next_due` the day by which the next one is (None where no more are).
    `held_after` counts those held after its end: they keep no promise, and they are told.
    """

    held: int
    due: int
    in_all: int | None
    next_due: datetime.date | None
    held_after: int = 0

    @property
    def is_kept(self) -> bool:
        """Say whether as many were held as were promised so far."""
        return self.held >= self.due


def due_days(cadence: Cadence, *, life: Life) -> Iterator[datetime.date]:
    """Give the days by which a meeting is due, in order; endless where the life has no end."""
    start = life.first
    for number in count(1):
        day = _period_end(cadence, number=number, first=life.first)
        if life.last is None or day <= life.last:
            yield day
            start = day
            continue
        if 2 * (life.last - start).days >= (day - start).days and start < life.last:
            yield life.last
        return


def rhythm(held_on: Iterable[datetime.date], *, cadence: Cadence, life: Life, today: datetime.date) -> Rhythm:
    """Compare the meetings held with those promised; one held outside of the life keeps no promise."""
    days = [day for day in held_on if day <= today]
    held = sum(1 for day in days if life.holds(day))
    return Rhythm(
        held=held,
        due=_count_until(cadence, life=life, today=today),
        in_all=None if life.last is None else sum(1 for _ in due_days(cadence, life=life)),
        next_due=_next_due(cadence, life=life, after=held),
        held_after=sum(1 for day in days if life.last is not None and day > life.last),
    )


def _count_until(cadence: Cadence, *, life: Life, today: datetime.date) -> int:
    found = 0
    for day in due_days(cadence, life=life):
        if day > today:
            break
        found += 1
    return found


def _next_due(cadence: Cadence, *, life: Life, after: int) -> datetime.date | None:
    """Give the due day of the meeting that follows those held."""
    for number, day in enumerate(due_days(cadence, life=life)):
        if number == after:
            return day
    return None


def _period_end(cadence: Cadence, *, number: int, first: datetime.date) -> datetime.date:
    """Give the end of the period of that number; a period that is no whole number of months is cut in days."""
    months, left = divmod(number * cadence.months, cadence.meetings)
    end = months_later(first, months)
    if not left:
        return end
    following = months_later(first, months + 1)
    return end + datetime.timedelta(days=round((following - end).days * left / cadence.meetings))
