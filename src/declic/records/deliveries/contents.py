"""What may be said of a delivery: each value cleaned, and what cannot be kept said field by field."""

import datetime
import re
from collections.abc import Callable, Mapping

from declic.records.deliveries.choices import DeliveryFault, DeliveryKind
from declic.records.deliveries.models import BANDS, PARTS, SEXES, Delivery


MOST_PEOPLE = 1_000_000
LONGEST_PLACE = 200
ANONYMOUS = re.compile(r"[A-Za-z0-9_-]{0,64}")


class WrongDeliveryError(ValueError):
    """What was said cannot be kept: why, for each field."""

    def __init__(self, faults: Mapping[str, DeliveryFault]) -> None:
        """Keep why, by field."""
        super().__init__(", ".join(f"{name}: {fault.value}" for name, fault in faults.items()))
        self.faults = dict(faults)


def cleaned(
    says: Mapping[str, object], *, today: datetime.date, onto: Delivery | None = None
) -> dict[str, object]:
    """Give values ready to be kept beside those that it has. Raises WrongDeliveryError, ValueError for an unknown field."""
    if unknown := says.keys() - set(Delivery.traced):
        raise ValueError(f"A delivery has no {sorted(unknown)}.")
    faults = {name: fault for name, value in says.items() if (fault := _fault(name, value, today=today))}
    kept = {name: _kept(value) for name, value in says.items()}
    if not faults:
        faults = _faults_together(kept, onto=onto)
    if faults:
        raise WrongDeliveryError(faults)
    return kept


def _kept(value: object) -> object:
    return " ".join(value.replace("\0", "").split()) if isinstance(value, str) else value


def _fault(name: str, value: object, *, today: datetime.date) -> DeliveryFault | None:
    if name == "on":
        return _fault_of_day(value, today=today)
    if name in TESTS:
        is_right, fault = TESTS[name]
        return None if is_right(value) else fault
    is_count = value is None or (isinstance(value, int) and 0 <= value <= MOST_PEOPLE)
    return None if is_count else DeliveryFault.OUT_OF_RANGE


def _fault_of_day(value: object, *, today: datetime.date) -> DeliveryFault | None:
    if not isinstance(value, datetime.date):
        return DeliveryFault.REQUIRED
    return DeliveryFault.TO_COME if value > today else None


TESTS: Mapping[str, tuple[Callable[[object], bool], DeliveryFault]] = {
    "kind": (lambda value: value in DeliveryKind.values, DeliveryFault.UNKNOWN),
    "person_key": (lambda value: bool(ANONYMOUS.fullmatch(str(value))), DeliveryFault.NAMES_SOMEBODY),
    "place_words": (lambda value: len(str(_kept(value))) <= LONGEST_PLACE, DeliveryFault.TOO_LONG),
}


def _faults_together(kept: Mapping[str, object], *, onto: Delivery | None) -> dict[str, DeliveryFault]:
    def at(name: str) -> int | None:
        value = kept.get(name, getattr(onto, name, None))
        return value if isinstance(value, int) else None

    whole = at("count")
    if whole is None:
        said = next((name for name in PARTS if at(name) is not None), None)
        return {"count": DeliveryFault.REQUIRED} if said else {}
    for parts in (SEXES, BANDS):
        if sum(at(name) or 0 for name in parts) > whole:
            return {parts[0]: DeliveryFault.MORE_THAN_ALL}
    return {}
