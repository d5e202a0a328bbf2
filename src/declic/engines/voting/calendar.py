"""Days of the week and of appeal: when an act can no longer be contested."""

import datetime
import unicodedata


WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
FIXED_HOLIDAYS = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
SATURDAY = 5


def weekday_agrees(day: datetime.date, *, weekday: str) -> bool:
    """Say whether a day falls on the French weekday that the text names."""
    folded = unicodedata.normalize("NFKD", weekday).encode("ascii", "ignore").decode("ascii").strip().lower()
    return WEEKDAYS[day.weekday()] == folded


def appeal_deadline(published_on: datetime.date, *, months: int) -> datetime.date:
    """
    Compute the last day of appeal: months « francs » after publication, moved past days off.

    The day of publication and the day the months end do not count; a Saturday, a Sunday or a public holiday
    moves the end to the next working day. Source: CJA, art. R421-1 and R421-5; CPC, art. 642.
    """
    last = _months_later(published_on, months) + datetime.timedelta(days=1)
    while last.weekday() >= SATURDAY or last in _holidays(last.year):
        last += datetime.timedelta(days=1)
    return last


def _months_later(day: datetime.date, months: int) -> datetime.date:
    year, month = divmod(day.month - 1 + months, 12)
    first = datetime.date(day.year + year, month + 1, 1)
    following = datetime.date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return min(first + datetime.timedelta(days=day.day - 1), following - datetime.timedelta(days=1))


def _holidays(year: int) -> frozenset[datetime.date]:
    easter = _easter(year)
    moving = (easter + datetime.timedelta(days=days) for days in (1, 39, 50))
    return frozenset({*(datetime.date(year, month, day) for month, day in FIXED_HOLIDAYS), *moving})


def _easter(year: int) -> datetime.date:
    """Compute Easter Sunday of the Gregorian calendar (Butcher's method)."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return datetime.date(year, month, day + 1)
