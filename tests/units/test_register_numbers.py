"""SIRET and RNA numbers: right ones pass however they are spaced, a wrong digit is always seen."""

import pytest
from hypothesis import given, strategies as st

from declic.units.register_numbers import plain_rna, plain_siret


def with_key(thirteen: str) -> str:
    """Give the only number that begins with these digits and holds."""
    return next(f"{thirteen}{key}" for key in range(10) if holds(f"{thirteen}{key}"))


def holds(number: str) -> bool:
    try:
        plain_siret(number)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("written", ["123 456 782 00010", "12345678200010", " 123.456.782.00010 "])
def test_a_siret_is_read_however_it_is_spaced(written):
    assert plain_siret(written) == "12345678200010"


@given(st.from_regex(r"[1-9][0-9]{12}", fullmatch=True), st.integers(0, 13), st.integers(1, 9))
def test_one_wrong_digit_is_always_seen(thirteen, place, more):
    right = with_key(thirteen if not thirteen.startswith("356000000") else "1" + thirteen[1:])
    wrong = f"{right[:place]}{(int(right[place]) + more) % 10}{right[place + 1 :]}"

    assert holds(right)
    assert wrong.startswith("356000000") or not holds(wrong)


@pytest.mark.parametrize(
    "wrong", ["", "123", "12345678200011", "1234567820001A", "0" * 14, "123456782000101"]
)
def test_a_siret_that_cannot_exist_is_refused(wrong):
    assert not holds(wrong)


def test_the_postal_service_has_its_own_sum():
    assert holds("35600000000048")
    assert holds("35600000000006")
    assert not holds("35600000000007")


def test_an_association_number_is_a_w_and_nine_signs():
    assert plain_rna("w 251 000 000") == "W251000000"
    assert plain_rna("W9D1000000") == "W9D1000000"
    for wrong in ("", "W25100000", "251000000", "W2510000000", "WX51000000"):
        with pytest.raises(ValueError, match=wrong or "^$"):
            plain_rna(wrong)
