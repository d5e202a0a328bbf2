"""What may be written of indicators and of their values: each cleaned, what cannot be kept said field by field."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from declic.records.deliveries.choices import DeliveryKind
from declic.records.deliveries.models import PARTS
from declic.records.evaluation.choices import (
    AggregationChoice,
    DirectionChoice,
    EvaluationFault,
    FrequencyChoice,
    IndicatorKind,
)
from declic.records.partners.models import Institution


MOST = Decimal(10**11)
LONGEST_DELAY_DAYS = 730
CHOICES = {
    "kind": IndicatorKind.values,
    "direction": DirectionChoice.values,
    "frequency": FrequencyChoice.values,
    "aggregation": AggregationChoice.values,
    "part": ["", *PARTS],
}
WORDS = {"name": 200, "unit": 60, "method": 4000, "limits": 4000, "comment": 4000, "evidence": 300}
NEEDED_WORDS = ("name",)
VALUES = {"value": True, "baseline_value": False}


class FaultError(ValueError):
    """One value cannot be kept."""

    def __init__(self, fault: EvaluationFault) -> None:
        """Keep why."""
        super().__init__(fault.value)
        self.fault = fault


class WrongEvaluationError(ValueError):
    """What was written cannot be kept: why, for each field."""

    def __init__(self, faults: Mapping[str, EvaluationFault]) -> None:
        """Keep why, by field."""
        super().__init__(", ".join(f"{name}: {fault.value}" for name, fault in faults.items()))
        self.faults = dict(faults)


def cleaned(says: Mapping[str, object]) -> dict[str, object]:
    """Give values ready to be kept. Raises WrongEvaluationError with the fault of each, KeyError for an unknown field."""
    kept: dict[str, object] = {}
    faults: dict[str, EvaluationFault] = {}
    for name, value in says.items():
        try:
            kept[name] = CLEANERS[name](name, value)
        except FaultError as wrong:
            faults[name] = wrong.fault
    if kept.get("baseline_value") is not None and kept.get("baseline_on", 0) is None:
        faults["baseline_on"] = EvaluationFault.REQUIRED
    if faults:
        raise WrongEvaluationError(faults)
    return kept


def _choice(name: str, value: object) -> str:
    word = str(value or "")
    if word not in CHOICES[name]:
        raise FaultError(EvaluationFault.UNKNOWN)
    return word


def _words(name: str, value: object) -> str:
    words = str(value or "").replace("\r\n", "\n").replace("\0", "").strip()
    if name in NEEDED_WORDS and not words:
        raise FaultError(EvaluationFault.REQUIRED)
    if len(words) > WORDS[name]:
        raise FaultError(EvaluationFault.TOO_LONG)
    return words


def _number(name: str, value: object) -> Decimal | None:
    if value in (None, ""):
        if VALUES[name]:
            raise FaultError(EvaluationFault.REQUIRED)
        return None
    if not isinstance(value, Decimal) or not value.is_finite() or abs(value) >= MOST:
        raise FaultError(EvaluationFault.OUT_OF_RANGE)
    if value != round(value, 2):
        raise FaultError(EvaluationFault.OUT_OF_RANGE)
    return round(value, 2)


def _day(name: str, value: object) -> datetime.date | None:
    if value in (None, ""):
        if name == "on":
            raise FaultError(EvaluationFault.REQUIRED)
        return None
    if not isinstance(value, datetime.date):
        raise FaultError(EvaluationFault.UNKNOWN)
    return value


def _delay(_name: str, value: object) -> int:
    if not isinstance(value, int) or not 0 <= value <= LONGEST_DELAY_DAYS:
        raise FaultError(EvaluationFault.OUT_OF_RANGE)
    return value


def _kinds(_name: str, value: object) -> list[str]:
    asked = {str(one) for one in value} if isinstance(value, list | tuple | set | frozenset) else set()
    if not asked:
        raise FaultError(EvaluationFault.REQUIRED)
    if asked - set(DeliveryKind.values):
        raise FaultError(EvaluationFault.UNKNOWN)
    return [word for word in DeliveryKind.values if word in asked]


def _yes_or_no(_name: str, value: object) -> bool:
    return bool(value)


def _institution(_name: str, value: object) -> int | None:
    if value in (None, ""):
        return None
    if not isinstance(value, int) or not Institution.objects.filter(pk=value).exists():
        raise FaultError(EvaluationFault.UNKNOWN)
    return value


def _named(
    names: Iterable[str], cleaner: Callable[[str, object], object]
) -> dict[str, Callable[..., object]]:
    return dict.fromkeys(names, cleaner)


CLEANERS: Mapping[str, Callable[[str, object], object]] = {
    **_named(CHOICES, _choice),
    **_named(WORDS, _words),
    **_named(VALUES, _number),
    **_named(("on", "baseline_on"), _day),
    "delay_days": _delay,
    "kinds": _kinds,
    "is_cumulative": _yes_or_no,
    "data_owner_id": _institution,
}
