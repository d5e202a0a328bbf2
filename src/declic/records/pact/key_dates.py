"""The first and last day that a date of a text may mean, however precise it is."""

import calendar
import datetime


def days_of(value: str, *, precision: str) -> tuple[datetime.date, datetime.date] | None:
    """
    Give the first and the last day of `2023-07-04`, `2022-12`, `2014` or two of them joined by a stroke.

    A school year (`2021/2022`) runs from 1 September to 31 August. None for anything else: it stays undated.
    """
    first, _, last = value.partition("/")
    try:
        start, end = _days(first), _days(last or first)
    except (ValueError, OverflowError):
        return None
    if precision == "school-year":
        return datetime.date(start[0].year, 9, 1), datetime.date(end[1].year, 8, 31)
    return start[0], end[1]


def _days(value: str) -> tuple[datetime.date, datetime.date]:
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return datetime.date(parts[0], 1, 1), datetime.date(parts[0], 12, 31)
    if len(parts) == 2:  # noqa: PLR2004 — a year and a month
        year, month = parts
        first = datetime.date(year, month, 1)
        return first, first.replace(day=calendar.monthrange(year, month)[1])
    year, month, day = parts
    return datetime.date(year, month, day), datetime.date(year, month, day)
