"""Gauges stay in their bounds and say « not calculable » with the reason, never zero."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from declic.engines.tracking.gauges import (
    Gauge,
    NotCalculable,
    Weighed,
    gap,
    milestones_reached,
    results_reached,
    time_elapsed,
)


DAY = datetime.date(2024, 1, 1)
DAYS = st.dates(datetime.date(2000, 1, 1), datetime.date(2060, 1, 1))
WEIGHED = st.builds(Weighed, weight=st.integers(1, 100), is_done=st.booleans(), is_cancelled=st.booleans())
SHARES = st.lists(st.none() | st.decimals(-3, 3, places=4))


@given(start=st.none() | DAYS, end=st.none() | DAYS, on=DAYS)
def test_time_stays_between_0_and_100_and_says_why_it_cannot_be_told(start, end, on):
    gauge = time_elapsed(start, end, on=on)

    assert (gauge.percent is None) == (start is None or end is None)
    assert gauge.percent is None or 0 <= gauge.percent <= 100
    assert (gauge.why is NotCalculable.NO_START) == (start is None)


@given(start=DAYS, days=st.integers(0, 4000), first=DAYS, later=st.integers(0, 4000))
def test_time_never_goes_back(start, days, first, later):
    end = start + datetime.timedelta(days)
    one = time_elapsed(start, end, on=first)
    other = time_elapsed(start, end, on=first + datetime.timedelta(later))

    assert one.percent is not None
    assert other.percent is not None
    assert one.percent <= other.percent


@given(st.lists(WEIGHED))
def test_milestones_stay_between_0_and_100_and_no_milestone_is_not_zero(milestones):
    gauge = milestones_reached(milestones)
    counted = [one for one in milestones if not one.is_cancelled]

    assert (gauge.why is NotCalculable.NO_MILESTONE) == (not counted)
    if counted:
        assert gauge.percent is not None
        assert 0 <= gauge.percent <= 100
        assert (gauge.percent == 100) == all(one.is_done for one in counted)


@given(st.lists(WEIGHED, min_size=1), st.integers(0, 1000))
def test_reaching_one_more_milestone_never_lowers_the_gauge(milestones, which):
    at = which % len(milestones)
    one = milestones[at]
    reached = Weighed(one.weight, is_done=True, is_cancelled=one.is_cancelled)
    before = milestones_reached(milestones)
    after = milestones_reached([*milestones[:at], reached, *milestones[at + 1 :]])

    assert (before.percent is None) == (after.percent is None)
    assert (after.percent or 0) >= (before.percent or 0)


@given(SHARES)
def test_results_stay_between_0_and_100_and_unknown_is_not_zero(shares):
    gauge = results_reached(shares)

    assert (gauge.why is NotCalculable.NO_INDICATOR) == (not shares)
    assert (gauge.percent is None) == all(share is None for share in shares)
    assert gauge.percent is None or 0 <= gauge.percent <= 100


def test_the_first_day_nothing_is_over_and_the_day_after_the_last_everything_is():
    end = DAY + datetime.timedelta(99)

    assert time_elapsed(DAY, end, on=DAY) == Gauge(0)
    assert time_elapsed(DAY, end, on=DAY + datetime.timedelta(50)) == Gauge(50)
    assert time_elapsed(DAY, end, on=end) == Gauge(99)
    assert time_elapsed(DAY, end, on=end + datetime.timedelta(1)) == Gauge(100)


def test_a_heavy_milestone_counts_more_and_a_cancelled_one_not_at_all():
    milestones = [
        Weighed(3, is_done=True),
        Weighed(1, is_done=False),
        Weighed(9, is_done=False, is_cancelled=True),
    ]

    assert milestones_reached(milestones) == Gauge(75)


def test_results_are_the_average_of_what_is_known():
    assert results_reached([Decimal("0.5"), None, Decimal(2)]) == Gauge(75)


def test_the_gap_is_said_only_between_two_gauges_that_say_something():
    assert gap(Gauge(30), expected=Gauge(50)) == -20
    assert gap(Gauge(why=NotCalculable.NO_MILESTONE), expected=Gauge(50)) is None


@pytest.mark.parametrize(
    "wrong", [{}, {"percent": 1, "why": NotCalculable.NO_END}, {"percent": 101}, {"percent": -1}]
)
def test_a_gauge_out_of_its_bounds_or_with_two_faces_cannot_be_made(wrong):
    with pytest.raises(ValueError, match=r"gauge|101|-1"):
        Gauge(**wrong)
