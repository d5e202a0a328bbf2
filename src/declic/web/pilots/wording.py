"""The values of a reading in words: what a reviewer sees of each field."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from declic.records.sources.values import ReviewItem
from declic.web.design.wording import number
from declic.web.pilots.kinds import KINDS, STATUSES, field_name


NAMES_OF_A_THING = ("name", "organisation", "title", "text", "verb")
"""The fields that name a thing inside another, the best first."""


def facts_of(item: ReviewItem) -> tuple[tuple[str, str], ...]:
    """Give the fields that matter of a value, each with its name; what is unknown is left out."""
    shown = item.shown
    told = ((field, in_words(shown.get(field), field=field)) for field in KINDS[item.kind].fields)
    return tuple((field_name(field), words) for field, words in told if words)


def in_words(value: Any, *, field: str) -> str:
    """Write one value of the format; empty for what is unknown."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, Mapping):
        return _thing(value)
    return _list(value, field=field) if isinstance(value, list) else _word(value, field=field)


def _word(value: str | float, *, field: str) -> str:
    if field == "status":
        return str(STATUSES.get(str(value), value))
    return number(Decimal(str(value))) if isinstance(value, int | float) else value


def _list(values: list[Any], *, field: str) -> str:
    if field == "ranges":
        return "; ".join(range_in_words(part) for part in values)
    return ", ".join(in_words(each, field="") for each in values)


def range_in_words(part: Sequence[int | None]) -> str:
    """Write a part of a sitting, given as its two ends."""
    first, last = part
    if first is None and last is None:
        return _("the whole sitting")
    if first is None:
        return _("until question %(last)d") % {"last": last}
    if last is None:
        return _("from question %(first)d") % {"first": first}
    return _("from question %(first)d to question %(last)d") % {"first": first, "last": last}


def _thing(value: Mapping[str, Any]) -> str:
    name = next((str(value[field]) for field in NAMES_OF_A_THING if value.get(field)), "")
    if name:
        function = value.get("function")
        return f"{name} ({function})" if function else name
    told = ((field, in_words(each, field=field)) for field, each in value.items() if field != "spans")
    return ", ".join(f"{field_name(field)} {words}" for field, words in told if words)
