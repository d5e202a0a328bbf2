"""What a date of a text is: its value, how closely it is said, and where it stands."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from declic.units.spans import Span


class DatePrecision(StrEnum):
    """How closely a date is said."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    SEASON = "season"
    SCHOOL_YEAR = "school-year"
    APPROX = "approx"


@dataclass(frozen=True, slots=True)
class DateMention:
    """
    A date of a text and where it stands.

    `value` is ISO cut to the precision (`2024-05-16`, `2021-11`, `2018`), or its two ends joined by a stroke
    (`2021-06/2021-09`); `weekday_span` is where the name of its day is said before it, right or wrong.
    """

    span: Span
    value: str
    precision: DatePrecision
    weekday_span: Span | None = None
    is_relative: bool = False

    @property
    def day(self) -> datetime.date | None:
        """The day itself, where the text says one."""
        return datetime.date.fromisoformat(self.value) if self.precision is DatePrecision.DAY else None
