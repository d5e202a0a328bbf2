"""Numbers of French registers: an establishment's SIRET, an association's RNA. Wrong ones are told from right ones."""

import re


SIRET_DIGITS = 14
LA_POSTE = "356000000"
"""The postal service has more establishments than its key can number: its digits add up to a multiple of five."""


def plain_siret(text: str) -> str:
    """Give the 14 digits of a SIRET written with or without spaces; raises ValueError for one that cannot exist."""
    digits = re.sub(r"[\s.]", "", text)
    if not re.fullmatch(r"[0-9]{14}", digits) or not _holds(digits):
        raise ValueError(text)
    return digits


def plain_rna(text: str) -> str:
    """Give an association's number, « W » and nine digits or letters; raises ValueError for anything else."""
    number = re.sub(r"[\s.]", "", text).upper()
    if not re.fullmatch(r"W[0-9][0-9A-Z][0-9]{7}", number):
        raise ValueError(text)
    return number


def _holds(digits: str) -> bool:
    if digits.startswith(LA_POSTE) and sum(map(int, digits)) % 5 == 0:
        return True
    return digits != "0" * SIRET_DIGITS and _luhn(digits)


def _luhn(digits: str) -> bool:
    doubled = [int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0  # noqa: PLR2004 — casts out nines
