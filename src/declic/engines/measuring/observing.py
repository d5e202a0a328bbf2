"""Rules that turn deliveries into observations: which deliveries count, and what is made of them."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from declic.engines.measuring.periods import Period


class Aggregation(StrEnum):
    """What is made of the deliveries of a period."""

    SUM = "sum"
    COUNT = "count"
    LAST = "last"
    AVERAGE = "average"
    DISTINCT = "distinct"


class Unknown(StrEnum):
    """Why there is no value: it is never zero."""

    NO_DELIVERY = "no_delivery"
    NOT_COUNTED = "not_counted"
    NO_KEY = "no_key"


class RepeatedDeliveryError(ValueError):
    """Two deliveries bear one key and say different things."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """
    Something that was done: what, when, for which measure and sheet, and how many people it reached.

    `count` is None where nobody counted; `parts` are the counts told apart, by sex (`female`) or age band
    (`16-25`), each at most the count; `person` is an anonymous key, the same for one person, empty where unknown.
    """

    key: str
    kind: str
    on: datetime.date
    measure: str
    sheet: str = ""
    place: str = ""
    count: int | None = None
    parts: Mapping[str, int] | None = None
    person: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """
    What an indicator counts: kinds of delivery, and filters that are empty where they let all pass.

    `part` counts only people of a sex or an age band. `is_cumulative` counts since the start of the whole, up to the
    end of each period.
    """

    kinds: frozenset[str]
    aggregation: Aggregation
    measures: frozenset[str] = frozenset()
    sheets: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    part: str = ""
    is_cumulative: bool = False

    def takes(self, delivery: Delivered) -> bool:
        """Say whether the delivery counts."""
        return (
            delivery.kind in self.kinds
            and (not self.measures or delivery.measure in self.measures)
            and (not self.sheets or delivery.sheet in self.sheets)
            and (not self.places or delivery.place in self.places)
        )

    def counted(self, delivery: Delivered) -> int | None:
        """Give how many people of the delivery the rule counts; None where nobody counted them."""
        return delivery.count if not self.part else (delivery.parts or {}).get(self.part)


@dataclass(frozen=True, slots=True)
class Observed:
    """
    The value of a period, or why there is none; the keys of the deliveries that made it.

    `uncounted` is how many deliveries the rule takes but could not count: the value is then at least this much.
    """

    period: Period
    value: Decimal | None
    why: Unknown | None
    keys: tuple[str, ...]
    uncounted: int = 0

    @property
    def is_incomplete(self) -> bool:
        """Say whether something was done that the value leaves out."""
        return self.value is not None and self.uncounted > 0


def observe(
    deliveries: Iterable[Delivered], *, rule: Rule, periods: Sequence[Period], on: datetime.date
) -> tuple[Observed, ...]:
    """
    Apply a rule to the periods that have begun by that day, each delivery once, none after that day.

    The order in which deliveries come changes nothing. Raises RepeatedDeliveryError.
    """
    taken = [one for one in _each_once(deliveries) if rule.takes(one) and one.on <= on]
    start = min((period.start for period in periods), default=on)
    return tuple(
        _observed(taken, rule=rule, period=period, since=start if rule.is_cumulative else period.start)
        for period in periods
        if period.start <= on
    )


def _observed(taken: Iterable[Delivered], *, rule: Rule, period: Period, since: datetime.date) -> Observed:
    own = sorted((one for one in taken if since <= one.on <= period.end), key=lambda one: (one.on, one.key))
    if not own:
        return Observed(period, None, Unknown.NO_DELIVERY, ())
    value, uncounted = MADE[rule.aggregation](own, rule)
    why = None
    if value is None:
        why = Unknown.NO_KEY if rule.aggregation is Aggregation.DISTINCT else Unknown.NOT_COUNTED
    return Observed(period, value, why, tuple(one.key for one in own), uncounted)


Made = tuple[Decimal | None, int]


def _summed(own: Sequence[Delivered], rule: Rule) -> Made:
    counts = _counts(own, rule)
    return (Decimal(sum(counts)) if counts else None), len(own) - len(counts)


def _counted(own: Sequence[Delivered], rule: Rule) -> Made:  # noqa: ARG001 — one shape for all
    return Decimal(len(own)), 0


def _last(own: Sequence[Delivered], rule: Rule) -> Made:
    counts = _counts(own, rule)
    return (Decimal(counts[-1]) if counts else None), len(own) - len(counts)


def _averaged(own: Sequence[Delivered], rule: Rule) -> Made:
    counts = _counts(own, rule)
    mean = (Decimal(sum(counts)) / len(counts)).quantize(Decimal("0.01")) if counts else None
    return mean, len(own) - len(counts)


def _distinct(own: Sequence[Delivered], rule: Rule) -> Made:
    people = {one.person for one in own if one.person and (not rule.part or rule.counted(one))}
    unnamed = sum(1 for one in own if not one.person)
    return (None if unnamed == len(own) else Decimal(len(people))), unnamed


def _counts(own: Iterable[Delivered], rule: Rule) -> list[int]:
    return [count for one in own if (count := rule.counted(one)) is not None]


MADE: Mapping[Aggregation, Callable[[Sequence[Delivered], Rule], Made]] = {
    Aggregation.SUM: _summed,
    Aggregation.COUNT: _counted,
    Aggregation.LAST: _last,
    Aggregation.AVERAGE: _averaged,
    Aggregation.DISTINCT: _distinct,
}


def _each_once(deliveries: Iterable[Delivered]) -> tuple[Delivered, ...]:
    known: dict[str, Delivered] = {}
    for one in deliveries:
        if known.setdefault(one.key, one) != one:
            raise RepeatedDeliveryError(one.key)
    return tuple(known.values())
