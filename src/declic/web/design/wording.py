"""How numbers and dates are written on every page, in the reader's language."""

import datetime
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.translation import get_language, gettext as _, ngettext

from declic.units.french_nouns import beside


def day(date: datetime.date) -> str:
    """Write a day in full: « 14 juillet 2024 », « 1er juillet 2024 »."""
    words = date_format(date, "j F Y")
    is_french_first = date.day == 1 and get_language() == "fr"
    return words.replace("1 ", "1er ", 1) if is_french_first else words


def moment(value: str) -> str:
    """
    Write a date as precisely as it was read: `2024-06-21`, `2024-06`, `2024`, or two of them joined by a stroke.

    What is not such a date is given back as it is.
    """
    try:
        ends = [_written(end) for end in value.split("/")]
    except ValueError:
        return value
    return ends[0] if len(ends) == 1 else _("%(first)s to %(last)s") % {"first": ends[0], "last": ends[-1]}


def number(value: Decimal | int) -> str:
    """Write a number with its thousands apart and no useless zero after the comma."""
    exact = Decimal(value)
    whole = exact == exact.to_integral_value()
    return number_format(exact.quantize(Decimal(1)) if whole else exact.normalize(), force_grouping=True)


def quantity(value: Decimal, *, unit: str) -> str:
    """Write a number with what it counts."""
    return f"{number(value)} {beside(value, noun=unit)}".strip()


def days_late(count: int) -> str:
    """Say by how many days something is late."""
    return ngettext("%(count)s day late", "%(count)s days late", count) % {"count": number(count)}


def number_or_range(value: Decimal | None, *, low: Decimal | None, high: Decimal | None) -> str:
    """Write a number, or the two ends of a range; « inconnu » where there is neither."""
    if value is not None:
        return number(value)
    if low is not None and high is not None:
        return _("%(low)s to %(high)s") % {"low": number(low), "high": number(high)}
    return _("unknown")


def short_day(value: datetime.date | None, *, unknown: str = "–") -> str:
    """Write a day in a table: 14/07/2024; a dash, or what is said instead, where there is none."""
    return date_format(value, "d/m/Y") if value else unknown


def euros(amount: Decimal) -> str:
    """Write an amount of money, cents only where there are some."""
    whole = amount == amount.to_integral_value()
    return number_format(amount, decimal_pos=0 if whole else 2, force_grouping=True) + "\N{NO-BREAK SPACE}€"


def _written(iso: str) -> str:
    if len(iso) == len("2024"):
        return str(int(iso))
    if len(iso) == len("2024-06"):
        return date_format(datetime.date.fromisoformat(f"{iso}-01"), "F Y")
    return day(datetime.date.fromisoformat(iso))
