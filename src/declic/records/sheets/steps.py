"""What may be written of milestones, blockers and notes: each value cleaned, and what cannot be kept said."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.db.models import QuerySet

from declic.records.partners.models import Institution, Membership
from declic.records.sheets.choices import HEAVIEST, NoteKind, SheetFault
from declic.records.sheets.contents import FaultError, WrongSheetError, one_line, text
from declic.records.sheets.history import state_of
from declic.records.sheets.models import Blocker, Milestone, Note


Row = TypeVar("Row", Milestone, Blocker, Note)
Cleaner = Callable[[object], object]
LONGEST_STEP = 200


def milestone_says(says: Mapping[str, object], *, onto: Milestone | None = None) -> dict[str, Any]:
    """Give the values of a milestone ready to be kept. Raises WrongSheetError."""
    kept = _cleaned(says, cleaners=MILESTONE)
    done = kept.get("done_on", onto.done_on if onto else None)
    if done is not None and kept.get("is_cancelled", onto.is_cancelled if onto else False):
        raise WrongSheetError({"done_on": SheetFault.OUT_OF_RANGE})
    return kept


def blocker_says(says: Mapping[str, object], *, onto: Blocker | None = None) -> dict[str, Any]:
    """Give the values of a blocker ready to be kept. Raises WrongSheetError."""
    kept = _cleaned(says, cleaners=BLOCKER)
    since = kept.get("since_on", onto.since_on if onto else None)
    lifted = kept.get("lifted_on", onto.lifted_on if onto else None)
    if isinstance(since, datetime.date) and isinstance(lifted, datetime.date) and lifted < since:
        raise WrongSheetError({"lifted_on": SheetFault.BACKWARDS})
    return kept


def note_says(says: Mapping[str, object], *, onto: Note | None = None) -> dict[str, Any]:  # noqa: ARG001
    """Give the values of a note ready to be kept. Raises WrongSheetError."""
    return _cleaned(says, cleaners=NOTE)


def same_row(row: Row, *, among: QuerySet[Row]) -> int | None:
    """Give the one that says exactly what this one does, as the same form sent twice would; None without any."""
    says = state_of(row)
    return next((one.pk for one in among if state_of(one) == says), None)


def _cleaned(says: Mapping[str, object], *, cleaners: Mapping[str, Cleaner]) -> dict[str, Any]:
    if unknown := says.keys() - cleaners.keys():
        raise ValueError(f"There is no {sorted(unknown)} to write.")
    kept, faults = {}, {}
    for name, value in says.items():
        try:
            kept[name] = cleaners[name](value)
        except FaultError as wrong:
            faults[name] = wrong.fault
    if faults:
        raise WrongSheetError(faults)
    return kept


def _line(value: object) -> str:
    return one_line(value, longest=LONGEST_STEP)


def _words(value: object) -> str:
    words = text(value)
    if not words:
        raise FaultError(SheetFault.REQUIRED)
    return words


def _day(value: object) -> datetime.date:
    if value is None:
        raise FaultError(SheetFault.REQUIRED)
    if not isinstance(value, datetime.date):
        raise FaultError(SheetFault.UNKNOWN)
    return value


def _day_or_none(value: object) -> datetime.date | None:
    return None if value is None else _day(value)


def _weight(value: object) -> int:
    if not isinstance(value, int) or not 1 <= value <= HEAVIEST:
        raise FaultError(SheetFault.OUT_OF_RANGE)
    return value


def _institution(value: object) -> int | None:
    number = _number(value)
    if number is not None and not Institution.objects.filter(pk=number).exists():
        raise FaultError(SheetFault.UNKNOWN)
    return number


def _person(value: object) -> int | None:
    number = _number(value)
    acting = Membership.objects.filter(ended_at__isnull=True, user__is_active=True)
    if number is not None and not acting.filter(user_id=number).exists():
        raise FaultError(SheetFault.NOT_HERE)
    return number


def _number(value: object) -> int | None:
    return None if value is None else int(str(value))


def _kind(value: object) -> str:
    if value not in NoteKind.values:
        raise FaultError(SheetFault.UNKNOWN)
    return str(value)


MILESTONE: dict[str, Cleaner] = {
    "title": _line,
    "due_on": _day,
    "done_on": _day_or_none,
    "is_cancelled": bool,
    "weight": _weight,
    "institution_id": _institution,
    "person_id": _person,
    "is_key": bool,
}
BLOCKER: dict[str, Cleaner] = {
    "cause": _words,
    "lifting_condition": _words,
    "institution_id": _institution,
    "since_on": _day,
    "lifted_on": _day_or_none,
}
NOTE: dict[str, Cleaner] = {"kind": _kind, "text": _words, "on": _day}
