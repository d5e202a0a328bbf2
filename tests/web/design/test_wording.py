"""Numbers and dates as people read them."""

import datetime
from decimal import Decimal

import pytest
from django.utils.translation import override

from declic.web.design.wording import day, euros, moment, number, number_or_range


NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("41.500"), "41,5"),
        (Decimal(2684), f"2{NBSP}684"),
        (Decimal("15000.00"), f"15{NBSP}000"),
        (Decimal("0.25"), "0,25"),
        (0, "0"),
        (Decimal("1E+3"), f"1{NBSP}000"),
    ],
)
def test_a_number_is_written_without_useless_zero(value, written):
    assert number(value) == written


def test_a_range_gives_both_its_ends_and_what_is_unknown_says_so():
    assert number_or_range(None, low=Decimal(100), high=Decimal(150)) == "100 à 150"
    assert number_or_range(Decimal(3), low=None, high=None) == "3"
    assert number_or_range(None, low=None, high=None) == "inconnu"


def test_cents_are_written_only_where_there_are_some():
    assert euros(Decimal("64000000.00")) == f"64{NBSP}000{NBSP}000{NBSP}€"
    assert euros(Decimal("1500.50")) == f"1{NBSP}500,50{NBSP}€"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("2024-06-21", "21 juin 2024"),
        ("2024-07-01", "1er juillet 2024"),
        ("2024-06", "juin 2024"),
        ("2024", "2024"),
        ("2022-06/2022-09", "juin 2022 à septembre 2022"),
        ("bientôt", "bientôt"),
        ("2024-13", "2024-13"),
    ],
)
def test_a_date_is_written_as_precisely_as_it_was_read(value, written):
    assert moment(value) == written


def test_an_english_page_writes_its_own_way():
    with override("en"):
        assert day(datetime.date(2024, 6, 1)) == "1 June 2024"
        assert number(Decimal("2684.5")) == "2,684.5"
