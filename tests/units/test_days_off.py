"""Weekends and French public holidays."""

import datetime

import pytest
from hypothesis import given, strategies as st

from declic.units.days_off import is_day_off, months_later, public_holidays


@pytest.mark.parametrize(
    ("day", "is_off"),
    [
        ("2023-04-10", True),  # Easter Monday
        ("2023-05-18", True),  # Ascension
        ("2023-05-29", True),  # Whit Monday
        ("2023-07-14", True),
        ("2023-07-15", True),  # a Saturday
        ("2023-04-07", False),  # Good Friday is worked, but in Alsace and Moselle
        ("2023-01-31", False),
    ],
)
def test_offices_close_on_weekends_and_public_holidays(day, is_off):
    assert is_day_off(datetime.date.fromisoformat(day)) is is_off


@given(st.integers(1900, 2200))
def test_a_year_has_eleven_public_holidays_unless_two_fall_together(year):
    assert 10 <= len(public_holidays(year)) <= 11
    assert all(day.year == year for day in public_holidays(year))


def test_a_month_without_such_a_day_gives_its_last():
    assert months_later(datetime.date(2023, 1, 31), 1) == datetime.date(2023, 2, 28)
    assert months_later(datetime.date(2023, 1, 31), 12) == datetime.date(2024, 1, 31)
