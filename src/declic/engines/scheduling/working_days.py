"""Days on which offices are open: a delay that ends on none is moved to the next one."""

import datetime

from declic.units.days_off import is_day_off


ONE_DAY = datetime.timedelta(days=1)


def working_day_from(day: datetime.date) -> datetime.date:
    """Give the day itself where offices are open, else the next one that they are."""
    while is_day_off(day):
        day += ONE_DAY
    return day


def working_days_later(day: datetime.date, count: int) -> datetime.date:
    """Give the day that comes so many working days later, or earlier where the count is below nought."""
    step = ONE_DAY if count >= 0 else -ONE_DAY
    for _ in range(abs(count)):
        day += step
        while is_day_off(day):
            day += step
    return day


def working_days_between(start: datetime.date, end: datetime.date) -> int:
    """Count the working days after `start`, until `end` with it; 0 where the end comes first."""
    days = (start + datetime.timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(1 for day in days if not is_day_off(day))
