"""What may be written of money: each value cleaned, and what cannot be kept said field by field."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from declic.records.money.choices import CreditType, Instrument, MoneyFault, Nature, TaxBasis
from declic.records.partners.models import Institution


MOST_EUROS = Decimal(10**11)
FIRST_YEAR, LAST_YEAR = 2000, 2100
CHOICES = {
    "instrument": Instrument.values,
    "credit": CreditType.values,
    "nature": Nature.values,
    "tax": TaxBasis.values,
}
WORDS = {"purpose": 300, "mission": 300, "agreement_reference": 100, "open_data_id": 40, "why": 2000}
NEEDED_WORDS = ("purpose", "why")
INSTITUTIONS = {"funder_id": True, "employer_id": True, "beneficiary_id": False}
DAYS = ("report_due_on", "starts_on", "ends_on")
EUROS = {"euros": True, "granted_euros": False}


class FaultError(ValueError):
    """One value cannot be kept."""

    def __init__(self, fault: MoneyFault) -> None:
        """Keep why."""
        super().__init__(fault.value)
        self.fault = fault


class WrongMoneyError(ValueError):
    """What was written cannot be kept: why, for each field."""

    def __init__(self, faults: Mapping[str, MoneyFault]) -> None:
        """Keep why, by field."""
        super().__init__(", ".join(f"{name}: {fault.value}" for name, fault in faults.items()))
        self.faults = dict(faults)


def cleaned(says: Mapping[str, object]) -> dict[str, object]:
    """Give values ready to be kept. Raises WrongMoneyError with the fault of each field, KeyError for an unknown one."""
    kept: dict[str, object] = {}
    faults: dict[str, MoneyFault] = {}
    for name, value in says.items():
        try:
            kept[name] = CLEANERS[name](name, value)
        except FaultError as wrong:
            faults[name] = wrong.fault
    start, end = kept.get("starts_on"), kept.get("ends_on")
    if isinstance(start, datetime.date) and isinstance(end, datetime.date) and end < start:
        faults["ends_on"] = MoneyFault.BACKWARDS
    if faults:
        raise WrongMoneyError(faults)
    return kept


def demand_past(day: datetime.date, *, field: str, today: datetime.date) -> None:
    """Raise WrongMoneyError for a day that has not come."""
    if day > today:
        raise WrongMoneyError({field: MoneyFault.TO_COME})


def _choice(name: str, value: object) -> str:
    word = str(value or "")
    if word not in CHOICES[name]:
        raise FaultError(MoneyFault.UNKNOWN)
    return word


def _words(name: str, value: object) -> str:
    words = " ".join(str(value or "").replace("\0", "").split())
    if name in NEEDED_WORDS and not words:
        raise FaultError(MoneyFault.REQUIRED)
    if len(words) > WORDS[name]:
        raise FaultError(MoneyFault.TOO_LONG)
    return words


def _institution(name: str, value: object) -> int | None:
    if value in (None, ""):
        if INSTITUTIONS[name]:
            raise FaultError(MoneyFault.REQUIRED)
        return None
    if not isinstance(value, int) or not Institution.objects.filter(pk=value).exists():
        raise FaultError(MoneyFault.UNKNOWN)
    return value


def _day(_name: str, value: object) -> datetime.date | None:
    if value in (None, ""):
        return None
    if not isinstance(value, datetime.date):
        raise FaultError(MoneyFault.UNKNOWN)
    return value


def _euros(name: str, value: object) -> Decimal | None:
    if value in (None, "") and not EUROS[name]:
        return None
    least = Decimal("0.01") if EUROS[name] else Decimal(0)
    if not isinstance(value, Decimal) or not value.is_finite() or not least <= value < MOST_EUROS:
        raise FaultError(MoneyFault.OUT_OF_RANGE)
    if value != round(value, 2):
        raise FaultError(MoneyFault.OUT_OF_RANGE)
    return round(value, 2)


def _year(_name: str, value: object) -> int:
    if not isinstance(value, int) or not FIRST_YEAR <= value <= LAST_YEAR:
        raise FaultError(MoneyFault.OUT_OF_RANGE)
    return value


def _named(
    names: Iterable[str], cleaner: Callable[[str, object], object]
) -> dict[str, Callable[..., object]]:
    return dict.fromkeys(names, cleaner)


CLEANERS: Mapping[str, Callable[[str, object], object]] = {
    **_named(CHOICES, _choice),
    **_named(WORDS, _words),
    **_named(INSTITUTIONS, _institution),
    **_named(DAYS, _day),
    **_named(EUROS, _euros),
    "fiscal_year": _year,
}
