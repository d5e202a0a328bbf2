"""Delays in working days."""

import datetime

from hypothesis import given, strategies as st

from declic.engines.scheduling.working_days import (
    working_day_from,
    working_days_between,
    working_days_later,
)
from declic.units.days_off import is_day_off


DAYS = st.dates(datetime.date(2000, 1, 1), datetime.date(2060, 1, 1))


def test_five_working_days_before_a_meeting_skip_easter():
    assert working_days_later(datetime.date(2023, 4, 12), -5) == datetime.date(2023, 4, 4)


@given(DAYS, st.integers(-60, 60).filter(bool))
def test_so_many_working_days_later_is_a_working_day_that_far(day, count):
    later = working_days_later(day, count)

    assert not is_day_off(later)
    if count > 0:
        assert working_days_between(day, later) == count


@given(DAYS)
def test_the_working_day_from_a_day_is_the_first_that_is_not_before_it(day):
    found = working_day_from(day)

    assert found >= day
    assert not is_day_off(found)
    assert all(is_day_off(day + datetime.timedelta(days=n)) for n in range((found - day).days))
