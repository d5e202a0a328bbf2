"""Changes of sheets: who answers, what a sheet says, its milestones, blockers and notes."""

from collections.abc import Mapping

from django.db import transaction

from declic.records.accounts.rights import demand, may_edit_sheet, may_name_pilots, may_open_sheet
from declic.records.accounts.viewers import Viewer
from declic.records.journal.turns import take_turn
from declic.records.journal.writes import note
from declic.records.pact.models import Axis, Measure
from declic.records.sheets.contents import WrongSheetError, cleaned
from declic.records.sheets.facts import (
    carriers_of,
    demand_readable,
    leads_of,
    pilots_of,
    writable_sheet,
)
from declic.records.sheets.history import TYPED, Reason, change
from declic.records.sheets.models import AxisPilot
from declic.records.sheets.naming import LONGEST_FUNCTION, demand_person, keep_named
from declic.records.sheets.opening import demand_publisher, demand_title, keep_sheet, same_sheet


@transaction.atomic
def name_pilot(
    axis_id: int,
    *,
    institution_id: int,
    person_id: int | None = None,
    function: str = "",
    by: Viewer,
    seen: int | None = None,
) -> None:
    """
    Say which institution pilots an axis, and who there: an account, a function in words, both, or nobody yet.

    Once for an institution: a second time changes who. `seen` is the edition that the form was made from. Raises
    NotAllowedError, LookupError for an unknown axis or institution, WrongSheetError for a person who does not act
    for it, ChangedMeanwhileError.
    """
    axis = Axis.objects.filter(pk=axis_id).first()
    if axis is None:
        raise LookupError(axis_id)
    demand_readable(axis.programme_id, by=by)
    known = pilots_of(axis_id)
    demand(may_name_pilots(by, axis_pilots=known, is_piloted=bool(known)))
    demand_person(person_id, institution_id=institution_id)
    onto = {"axis_id": axis_id, "institution_id": institution_id}
    says = {"person_id": person_id, "function": " ".join(function.split())[:LONGEST_FUNCTION]}
    _row, is_new = keep_named(AxisPilot, onto=onto, says=says, by=by, seen=seen)
    if is_new:
        note(by=by.mark, verb="named who pilots", about=f"axis {axis_id}")


@transaction.atomic
def open_sheet(measure_id: int, *, says: Mapping[str, object], by: Viewer, lead_id: int | None = None) -> int:
    """
    Open an action sheet of a measure, led by an institution, and give its number.

    `says` holds its title and any other field. The same sheet sent twice is one. Raises NotAllowedError,
    LookupError for an unknown measure or institution, WrongSheetError for what cannot be kept.
    """
    measure = _measure(measure_id, by=by)
    pilots = pilots_of(measure.axis_id)
    demand(may_open_sheet(by, axis_pilots=pilots, leads=leads_of(measure_id)))
    values = cleaned({"title": "", **says})
    demand_publisher(values, onto=None, pilots=pilots, by=by)
    if lead_id is not None:
        demand_person(None, institution_id=lead_id)
    take_turn(f"sheets of measure {measure_id}")
    known = same_sheet(measure_id, values=values)
    if known is not None:
        return known
    demand_title(measure_id, title=values["title"])
    sheet = keep_sheet(measure_id, values=values, lead_id=lead_id, by=by)
    note(by=by.mark, verb="opened", about=f"action sheet {sheet.pk}")
    return sheet.pk


@transaction.atomic
def edit_sheet(
    sheet_id: int,
    *,
    says: Mapping[str, object],
    by: Viewer,
    seen: int | None = None,
    reason: Reason = TYPED,
) -> None:
    """
    Write fields of a sheet, each change with its line of history.

    `seen` is the edition that the form was made from. What everyone reads and somebody else than a pilot of the
    axis rewrites is no longer published, but proposed. Raises NotAllowedError, LookupError for an unknown sheet,
    WrongSheetError, ChangedMeanwhileError.
    """
    sheet = writable_sheet(sheet_id, by=by)
    pilots = pilots_of(sheet.measure.axis_id)
    demand(may_edit_sheet(by, axis_pilots=pilots, carriers=carriers_of(sheet_id)))
    values = cleaned(says, onto=sheet)
    values |= demand_publisher(values, onto=sheet, pilots=pilots, by=by)
    if "title" in values:
        demand_title(sheet.measure_id, title=values["title"], but=sheet)
    if change(sheet, by=by, seen=seen, reason=reason, **values):
        note(by=by.mark, verb="edited", about=f"action sheet {sheet_id}")


def _measure(measure_id: int, *, by: Viewer) -> Measure:
    row = Measure.objects.filter(pk=measure_id).first()
    if row is None:
        raise LookupError(measure_id)
    demand_readable(row.programme_id, by=by)
    return row


__all__ = ["WrongSheetError", "edit_sheet", "name_pilot", "open_sheet"]
