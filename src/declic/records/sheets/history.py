"""
History: every field of a traced row says what it was, who changed it, when, why, and what made it change.

One mechanism for sheets, money, indicators and meetings. In a write, inside its transaction:

    class FundingLine(TracedRow): traced = ("amount", "state"); def place(self): return Place(…)
    row = added(FundingLine(amount=…, state=…), by=by)                      # instead of .save()
    changed = change(row, by=by, seen=seen, state="granted", why="…")       # instead of .update()
    removed(row, by=by)                                                     # instead of .delete()

`change` refuses an edition that is out of date (ChangedMeanwhileError), and the same change twice is one. Told again in
their order, the changes of a row give its present values (`replayed`).
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

from django.db import models
from django.utils import timezone

from declic.records.accounts.editions import edit
from declic.records.accounts.viewers import Viewer
from declic.records.sheets.choices import ChangeSource
from declic.records.sheets.models import FieldChange
from declic.records.sheets.traced import TracedRow


Row = TypeVar("Row", bound=TracedRow)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a value changes: in somebody's words, from what kind of source, and from which row of it."""

    why: str = ""
    source: ChangeSource = ChangeSource.USER
    cause: str = ""


TYPED = Reason()
"""Somebody typed it, without saying why."""


def added(row: Row, *, by: Viewer, reason: Reason = TYPED) -> Row:
    """Keep a new row, with a line for each of its values that is not the field's empty one."""
    row.edition, row.edited_by_id, row.edited_at = 1, by.user_id, timezone.now()
    row.save(force_insert=True)
    values = {name: (row.empty(name), getattr(row, name)) for name in row.traced}
    _tell(row, values, by=by, reason=reason)
    return row


def change(
    row: TracedRow, *, by: Viewer, seen: int | None = None, reason: Reason = TYPED, **fields: object
) -> tuple[str, ...]:
    """
    Give fields of a row new values, with a line for each that changes, and name those.

    `seen` is the edition that the form was made from, None for a job that writes whatever stands there. Raises
    LookupError for a row that is gone, ChangedMeanwhileError, ValueError for a field that is not traced.
    """
    if unknown := fields.keys() - set(row.traced):
        raise ValueError(f"{sorted(unknown)} of {row.table()} is not traced.")
    rows = type(row).rows().filter(pk=row.pk)
    before = rows.select_for_update().first()
    if before is None:
        raise LookupError(row.pk)
    told = {name: as_json(getattr(before, name)) for name in fields}
    changed = {name: value for name, value in fields.items() if told[name] != as_json(value)}
    if not changed or not edit(rows, seen=seen, by=by, says=fields):
        return ()
    _tell(
        row,
        {name: (getattr(before, name), value) for name, value in changed.items()},
        by=by,
        reason=reason,
    )
    row.refresh_from_db()
    return tuple(changed)


def removed(row: TracedRow, *, by: Viewer, reason: Reason = TYPED) -> None:
    """Take a row away, with a line for each value that it held."""
    values = {name: (getattr(row, name), row.empty(name)) for name in row.traced}
    _tell(row, values, by=by, reason=reason)
    row.delete()


def changes_of(row: TracedRow) -> models.QuerySet[FieldChange]:
    """Find what happened to a row, in order."""
    return FieldChange.objects.filter(kind=row.table(), number=row.pk).order_by("id")


def replayed(model: type[TracedRow], changes: Iterable[FieldChange]) -> dict[str, object]:
    """Tell the changes of one row again, in their order, and give the values that they come to, as JSON says them."""
    state = {name: as_json(model.empty(name)) for name in model.traced}
    for one in changes:
        state[one.field] = one.new
    return state


def state_of(row: TracedRow) -> dict[str, object]:
    """Give the present values of a row, as JSON says them."""
    return {name: as_json(getattr(row, name)) for name in row.traced}


def as_json(value: object) -> Any:
    """Give a value as JSON says it."""
    match value:
        case datetime.date() | datetime.datetime():
            said: Any = value.isoformat()
        case Decimal():
            said = format(value.normalize(), "f")
        case list() | tuple():
            said = [as_json(one) for one in value]
        case str():
            said = str(value)
        case _:
            said = value
    return said


def _tell(row: TracedRow, values: Mapping[str, tuple[object, object]], *, by: Viewer, reason: Reason) -> None:
    place, now = row.place(), timezone.now()
    FieldChange.objects.bulk_create(
        FieldChange(
            programme_id=place.programme_id,
            sheet_id=place.sheet_id,
            kind=row.table(),
            number=row.pk,
            field=name,
            old=as_json(old),
            new=as_json(new),
            at=now,
            person_id=by.user_id,
            institution_id=by.institution_id,
            mark=by.mark,
            why=reason.why,
            source=reason.source,
            cause=reason.cause,
        )
        for name, (old, new) in values.items()
        if as_json(old) != as_json(new)
    )
