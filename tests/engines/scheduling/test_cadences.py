"""How often a committee promised to meet, and how often it did."""

import datetime

import pytest
from hypothesis import given, strategies as st

from declic.engines.scheduling.cadences import MONTHLY, THREE_A_YEAR, Cadence, Life, due_days, rhythm


PLANOISE = Life(datetime.date(2023, 1, 31), datetime.date(2023, 12, 31))
DAYS = st.dates(datetime.date(2000, 1, 1), datetime.date(2060, 1, 1))
CADENCES = st.builds(Cadence, st.integers(1, 12), st.integers(1, 24))


@st.composite
def lives(draw: st.DrawFn) -> Life:
    first = draw(DAYS)
    return Life(first, first + datetime.timedelta(days=draw(st.integers(0, 4000))))


def test_a_pact_of_eleven_months_promises_three_steering_committees_and_eleven_technical_groups():
    assert [str(day) for day in due_days(THREE_A_YEAR, life=PLANOISE)] == [
        "2023-05-31",
        "2023-09-30",
        "2023-12-31",
    ]
    assert len(list(due_days(MONTHLY, life=PLANOISE))) == 11


def test_a_committee_that_met_once_by_october_owes_one_meeting():
    held = [datetime.date(2023, 4, 4)]

    found = rhythm(held, cadence=THREE_A_YEAR, life=PLANOISE, today=datetime.date(2023, 10, 10))

    assert (found.held, found.due, found.in_all, found.is_kept) == (1, 2, 3, False)
    assert found.next_due == datetime.date(2023, 9, 30)


def test_a_meeting_held_before_the_programme_or_not_yet_counts_for_nothing():
    held = [datetime.date(2023, 1, 30), datetime.date(2023, 6, 1)]

    found = rhythm(held, cadence=THREE_A_YEAR, life=PLANOISE, today=datetime.date(2023, 5, 31))

    assert (found.held, found.due) == (0, 1)


def test_a_meeting_held_once_the_programme_has_ended_keeps_no_promise_and_is_told():
    held = [datetime.date(2023, 6, 1), datetime.date(2024, 2, 1), datetime.date(2024, 9, 1)]

    found = rhythm(held, cadence=THREE_A_YEAR, life=PLANOISE, today=datetime.date(2024, 3, 1))

    assert (found.held, found.held_after, found.is_kept) == (1, 1, False)


def test_a_programme_without_end_promises_no_total_and_always_a_next_meeting():
    found = rhythm(
        [], cadence=MONTHLY, life=Life(datetime.date(2023, 1, 31)), today=datetime.date(2023, 4, 1)
    )

    assert (found.due, found.in_all, found.next_due) == (2, None, datetime.date(2023, 2, 28))


@pytest.mark.parametrize("wrong", [(0, 1), (1, 0), (-1, 3)])
def test_no_meetings_in_no_time_is_no_rhythm(wrong):
    with pytest.raises(ValueError, match="no rhythm"):
        Cadence(*wrong)


@given(CADENCES, lives())
def test_due_days_rise_inside_the_life(cadence, life):
    days = list(due_days(cadence, life=life))

    assert days == sorted(days)
    assert all(life.first < day and life.holds(day) for day in days)


@given(CADENCES, lives(), st.lists(DAYS, max_size=20), DAYS)
def test_as_many_are_never_due_as_are_promised_in_all_and_time_adds_only(cadence, life, held, today):
    now = rhythm(held, cadence=cadence, life=life, today=today)
    later = rhythm(held, cadence=cadence, life=life, today=today + datetime.timedelta(days=40))

    assert now.in_all is not None
    assert 0 <= now.due <= now.in_all
    assert (now.held, now.due) <= (later.held, later.due)
    assert now.held + now.held_after <= len(held)
    assert now.due <= later.due
    assert now.is_kept == (now.held >= now.due)


@given(CADENCES, lives(), DAYS)
def test_a_committee_that_meets_on_every_due_day_always_keeps_its_rhythm(cadence, life, today):
    days = list(due_days(cadence, life=life))

    found = rhythm(days, cadence=cadence, life=life, today=today)

    assert found.is_kept
    assert found.next_due is None or found.next_due > today
