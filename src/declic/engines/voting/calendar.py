"""Days of the week and of appeal: when an act can no longer be contested."""

import datetime
import unicodedata

from declic.units.days_off import is_day_off, months_later


WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


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
    last = months_later(published_on, months) + datetime.timedelta(days=1)
    while is_day_off(last):
        last += datetime.timedelta(days=1)
    return last
