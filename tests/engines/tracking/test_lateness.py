"""Late is what dates say, and a whole sheet misses nothing."""

import datetime

from hypothesis import given, strategies as st

from declic.engines.tracking.completeness import Part, completeness
from declic.engines.tracking.lateness import (
    IN_TIME,
    LateBecause,
    Lateness,
    milestone_lateness,
    sheet_lateness,
)


ON = datetime.date(2024, 5, 10)
YESTERDAY, TOMORROW = ON - datetime.timedelta(1), ON + datetime.timedelta(1)
DAYS = st.none() | st.dates(datetime.date(2020, 1, 1), datetime.date(2030, 1, 1))


def late(start=None, end=None, *, has_started=True, is_closed=False):
    return sheet_lateness(start, end, has_started=has_started, is_closed=is_closed, on=ON)


def test_an_action_is_late_the_day_after_its_end():
    assert late(end=ON) == IN_TIME
    assert late(end=YESTERDAY) == Lateness(1, LateBecause.END_PASSED)


def test_an_action_that_should_have_started_is_late():
    assert late(start=ON - datetime.timedelta(12), has_started=False) == Lateness(12, LateBecause.NOT_STARTED)
    assert late(start=ON - datetime.timedelta(12), has_started=True) == IN_TIME


def test_what_is_done_or_dropped_is_late_no_more():
    assert late(start=YESTERDAY, end=YESTERDAY, has_started=False, is_closed=True) == IN_TIME


@given(start=DAYS, end=DAYS, started=st.booleans(), closed=st.booleans())
def test_lateness_counts_days_and_needs_a_day_that_is_past(start, end, started, closed):
    found = late(start, end, has_started=started, is_closed=closed)

    assert found.is_late == (found.days > 0)
    assert not found.is_late or any(day is not None and day < ON for day in (start, end))


def test_a_milestone_is_late_until_it_is_reached_or_cancelled():
    assert milestone_lateness(YESTERDAY, is_over=False, on=ON).days == 1
    assert milestone_lateness(YESTERDAY, is_over=True, on=ON) == IN_TIME
    assert milestone_lateness(TOMORROW, is_over=False, on=ON) == IN_TIME


@given(st.frozensets(st.sampled_from(Part)), st.frozensets(st.sampled_from(Part)))
def test_what_is_missing_is_what_is_expected_and_absent(present, expected):
    found = completeness(present, expected=expected)

    assert set(found.missing) == expected - present
    assert 0 <= found.percent <= 100
    assert (found.percent == 100) == found.is_whole


def test_missing_parts_come_in_the_order_in_which_one_fills_them():
    found = completeness(frozenset(Part) - {Part.NOTE, Part.DESCRIPTION})

    assert found.missing == (Part.DESCRIPTION, Part.NOTE)
    assert found.percent == 88
