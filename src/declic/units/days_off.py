"""The days on which French offices are closed: weekends and public holidays."""

import datetime
from functools import cache


FIXED_HOLIDAYS = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
SATURDAY = 5


def is_day_off(day: datetime.date) -> bool:
    """Say whether a day is a Saturday, a Sunday or a public holiday (Code du travail, art. L3133-1)."""
    return day.weekday() >= SATURDAY or day in public_holidays(day.year)


@cache
def public_holidays(year: int) -> frozenset[datetime.date]:
    """Give the public holidays of a year; those of one region alone are left out."""
    easter = _easter(year)
    moving = (easter + datetime.timedelta(days=days) for days in (1, 39, 50))
    return frozenset({*(datetime.date(year, month, day) for month, day in FIXED_HOLIDAYS), *moving})


def months_later(day: datetime.date, months: int) -> datetime.date:
    """Give the same day some months later; the last of the month where it has no such day."""
    year, month = divmod(day.month - 1 + months, 12)
    first = datetime.date(day.year + year, month + 1, 1)
    following = datetime.date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return min(first + datetime.timedelta(days=day.day - 1), following - datetime.timedelta(days=1))


def _easter(year: int) -> datetime.date:
    """Compute Easter Sunday of the Gregorian calendar (Butcher's method)."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return datetime.date(year, month, day + 1)
