"""What may be written on a sheet: each value cleaned, and what cannot be kept said field by field."""

import datetime
from collections.abc import Callable, Mapping
from decimal import Decimal

from declic.records.sheets.choices import (
    LONGEST_TITLE,
    Maturity,
    Participation,
    Priority,
    Publication,
    SheetFault,
    SheetStatus,
    TargetGroup,
    Theme,
)
from declic.records.sheets.models import ActionSheet
from declic.records.sheets.models.sheets import WRITTEN
from declic.units.unwritable import writable


LONGEST_TEXT = 20_000
OLDEST, MOST_PEOPLE = 120, 1_000_000
LARGEST_BUDGET = Decimal(10**11)
MOST_FUNDERS = 3
CHOICES = {
    "status": (*SheetStatus.values,),
    "priority": ("", *Priority.values),
    "maturity": (*Maturity.values,),
    "participation": ("", *Participation.values),
    "publication": (*Publication.values,),
}
LISTS = {"target_groups": TargetGroup.values, "themes": Theme.values}
NUMBERS = {"age_min": OLDEST, "age_max": OLDEST, "expected_reach": MOST_PEOPLE}
DATES = ("start_on", "end_on")


class FaultError(ValueError):
    """One value cannot be kept."""

    def __init__(self, fault: SheetFault) -> None:
        """Keep why."""
        super().__init__(fault.value)
        self.fault = fault


class WrongSheetError(ValueError):
    """What was written cannot be kept: why, for each field."""

    def __init__(self, faults: Mapping[str, SheetFault]) -> None:
        """Keep why, by field."""
        super().__init__(", ".join(f"{name}: {fault.value}" for name, fault in faults.items()))
        self.faults = dict(faults)


def cleaned(says: Mapping[str, object], *, onto: ActionSheet | None = None) -> dict[str, object]:
    """
    Give the values of a sheet ready to be kept, beside those that it has (`onto`).

    Raises WrongSheetError with the fault of each field, ValueError for a field that no sheet has.
    """
    if unknown := says.keys() - set(WRITTEN):
        raise ValueError(f"A sheet has no {sorted(unknown)}.")
    kept: dict[str, object] = {}
    faults: dict[str, SheetFault] = {}
    for name, value in says.items():
        try:
            kept[name] = _cleaner(name)(name, value)
        except FaultError as wrong:
            faults[name] = wrong.fault
    if not faults:
        faults = _faults_together(kept, onto=onto)
    if faults:
        raise WrongSheetError(faults)
    return kept


def one_line(value: object, *, longest: int) -> str:
    """Give words on one line, at least one. Raises FaultError."""
    words = " ".join(writable(str(value or "")).split())
    if not words:
        raise FaultError(SheetFault.REQUIRED)
    if len(words) > longest:
        raise FaultError(SheetFault.TOO_LONG)
    return words


def text(value: object) -> str:
    """Give a text with its lines, without what ends them on other machines. Raises FaultError."""
    words = writable(str(value or "").replace("\r\n", "\n").replace("\r", "\n")).strip()
    if len(words) > LONGEST_TEXT:
        raise FaultError(SheetFault.TOO_LONG)
    return words


def _cleaner(name: str) -> Callable[[str, object], object]:
    for kind, cleaner in (
        (CHOICES, _choice),
        (LISTS, _listed),
        (NUMBERS, _number),
        (DATES, _date),
        (("title",), _title),
        (("is_yearly",), _yes_or_no),
        (("announced_budget",), _budget),
        (("announced_funders",), _funders),
    ):
        if name in kind:
            return cleaner
    return _text


def _title(_name: str, value: object) -> str:
    return one_line(value, longest=LONGEST_TITLE)


def _text(_name: str, value: object) -> str:
    return text(value)


def _yes_or_no(_name: str, value: object) -> bool:
    return bool(value)


def _choice(name: str, value: object) -> str:
    word = str(value or "")
    if word not in CHOICES[name]:
        raise FaultError(SheetFault.UNKNOWN)
    return word


def _listed(name: str, value: object) -> list[str]:
    asked = {str(one) for one in value} if isinstance(value, list | tuple | set | frozenset) else {str(value)}
    if asked - set(LISTS[name]):
        raise FaultError(SheetFault.UNKNOWN)
    return [word for word in LISTS[name] if word in asked]


def _number(name: str, value: object) -> int | None:
    if value is None or value == "":
        return None
    if not isinstance(value, int) or not 0 <= value <= NUMBERS[name]:
        raise FaultError(SheetFault.OUT_OF_RANGE)
    return value


def _date(_name: str, value: object) -> datetime.date | None:
    if value is None or value == "":
        return None
    if not isinstance(value, datetime.date):
        raise FaultError(SheetFault.UNKNOWN)
    return value


def _budget(_name: str, value: object) -> Decimal | None:
    if value is None or value == "":
        return None
    if not isinstance(value, Decimal) or not value.is_finite() or not 0 <= value < LARGEST_BUDGET:
        raise FaultError(SheetFault.OUT_OF_RANGE)
    return value.quantize(Decimal("0.01"))


def _funders(_name: str, value: object) -> list[list[str]]:
    pairs = (
        [[str(part).strip() for part in pair] for pair in value] if isinstance(value, list | tuple) else []
    )
    if len(pairs) > MOST_FUNDERS:
        raise FaultError(SheetFault.OUT_OF_RANGE)
    return pairs


def _faults_together(kept: Mapping[str, object], *, onto: ActionSheet | None) -> dict[str, SheetFault]:
    """Say what holds for each field and not for two of them."""

    def at(name: str) -> object:
        return kept.get(name, getattr(onto, name, None))

    faults = {}
    for low, high in (("start_on", "end_on"), ("age_min", "age_max")):
        if _is_after(at(low), at(high)):
            faults[high if high in kept else low] = SheetFault.BACKWARDS
    if at("publication") == Publication.PUBLISHED and not at("public_summary"):
        faults["public_summary"] = SheetFault.REQUIRED
    return faults


def _is_after(low: object, high: object) -> bool:
    match low, high:
        case datetime.date(), datetime.date():
            return low > high
        case int(), int():
            return low > high
        case _:
            return False
