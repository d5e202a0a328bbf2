"""Changes of what a sheet says: open, edit, several at once; and models to start from."""

from collections.abc import Iterable, Mapping

from django.db import transaction

from declic.records.accounts.rights import demand, may_edit_pact, may_edit_sheet, may_open_sheet
from declic.records.accounts.viewers import Viewer
from declic.records.journal.adding import notes_last
from declic.records.journal.turns import take_turn
from declic.records.journal.writes import note
from declic.records.pact.models import Measure
from declic.records.sheets.contents import FaultError, WrongSheetError, cleaned, one_line
from declic.records.sheets.facts import (
    carriers_of,
    demand_readable,
    leads_of,
    pilots_of,
    writable_sheet,
)
from declic.records.sheets.history import TYPED, Reason, change
from declic.records.sheets.models import SheetTemplate
from declic.records.sheets.naming import demand_person
from declic.records.sheets.opening import demand_publisher, demand_title, keep_sheet, same_sheet
from declic.records.sheets.templates import keep_steps, template_of, template_says


LONGEST_NAME = 120


@transaction.atomic
def open_sheet(
    measure_id: int,
    *,
    says: Mapping[str, object],
    by: Viewer,
    lead_id: int | None = None,
    template_id: int | None = None,
) -> int:
    """
    Open an action sheet of a measure, led by an institution, and give its number.

    `says` holds its title and any other field; the rest comes from the model, with its milestones where the sheet
    says on which day it starts. The same sheet sent twice is one. Raises NotAllowedError, LookupError for an
    unknown measure, institution or model, WrongSheetError for what cannot be kept.
    """
    measure = _measure(measure_id, by=by)
    pilots = pilots_of(measure.axis_id)
    demand(may_open_sheet(by, axis_pilots=pilots, leads=leads_of(measure_id)))
    values = cleaned({"title": "", **template_says(template_id), **says})
    demand_publisher(values, onto=None, pilots=pilots, by=by)
    if lead_id is not None:
        demand_person(None, institution_id=lead_id)
    take_turn(f"sheets of measure {measure_id}")
    known = same_sheet(measure_id, values=values)
    if known is not None:
        return known
    demand_title(measure_id, title=values["title"])
    sheet = keep_sheet(measure_id, values=values, lead_id=lead_id, by=by)
    keep_steps(sheet, template_id=template_id, by=by)
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
) -> bool:
    """
    Write fields of a sheet, each change with its line of history, and say whether anything changed.

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
    changed = change(sheet, by=by, seen=seen, reason=reason, **values)
    if changed:
        note(by=by.mark, verb="edited", about=f"action sheet {sheet_id}")
    return bool(changed)


@transaction.atomic
@notes_last()
def edit_sheets(
    sheet_ids: Iterable[int], *, says: Mapping[str, object], by: Viewer, reason: Reason = TYPED
) -> int:
    """
    Write the same fields on several sheets, on all of them or on none, and count those that changed.

    Raises what `edit_sheet` raises for the first that cannot be written.
    """
    return sum(edit_sheet(number, says=says, by=by, reason=reason) for number in sorted(set(sheet_ids)))


@transaction.atomic
def keep_template(sheet_id: int, *, name: str, summary: str = "", by: Viewer) -> int:
    """
    Make a model of a sheet, which new ones start from, and give its number; the same name again changes it.

    It holds what the sheet says and its milestones, and nothing of who works on it. Raises NotAllowedError,
    LookupError for an unknown sheet, WrongSheetError for a name that cannot be kept.
    """
    demand(may_edit_pact(by))
    sheet = writable_sheet(sheet_id, by=by)
    try:
        words = one_line(name, longest=LONGEST_NAME)
    except FaultError as wrong:
        raise WrongSheetError({"name": wrong.fault}) from wrong
    row = SheetTemplate.objects.filter(name__iexact=words).first() or SheetTemplate(name=words)
    says, milestones = template_of(sheet)
    if row.pk and (row.says, row.milestones, row.summary) == (says, milestones, summary):
        return row.pk
    row.says, row.milestones, row.summary = says, milestones, summary
    row.save()
    note(by=by.mark, verb="made a model of", about=f"action sheet {sheet_id}")
    return row.pk


def _measure(measure_id: int, *, by: Viewer) -> Measure:
    row = Measure.objects.filter(pk=measure_id).first()
    if row is None:
        raise LookupError(measure_id)
    demand_readable(row.programme_id, by=by)
    return row
