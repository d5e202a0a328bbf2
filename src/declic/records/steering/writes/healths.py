"""Changes of what only who pilots an axis says: how a sheet fares in words, what becomes of a measure at the end."""

from typing import Any

from django.db import transaction

from declic.records.accounts.editions import ChangedMeanwhileError
from declic.records.accounts.rights import demand, may_steer_axis
from declic.records.accounts.viewers import Viewer
from declic.records.journal.writes import note
from declic.records.pact.models import Measure
from declic.records.partners.models import Institution
from declic.records.sheets.facts import demand_readable, pilots_of, writable_sheet
from declic.records.sheets.history import added, change, removed
from declic.records.steering.choices import Fate, HealthChoice
from declic.records.steering.given import GivenCarryOver
from declic.records.steering.models import CarryOver, WrittenHealth


@transaction.atomic
def write_health(
    sheet_id: int, *, health: HealthChoice | None, why: str = "", by: Viewer, seen: int | None = None
) -> None:
    """
    Say how a sheet fares in the words of who pilots its axis, beside what the rules propose; None takes it back.

    The same said twice is once. `seen` is the edition that the form was made from, 0 where nothing was written.
    Raises NotAllowedError, LookupError for an unknown sheet, ValueError without a reason, ChangedMeanwhileError.
    """
    sheet = writable_sheet(sheet_id, by=by)
    demand(may_steer_axis(by, axis_pilots=pilots_of(sheet.measure.axis_id)))
    words = why.strip()
    if health is not None and not words:
        raise ValueError("A health is written with its reason.")
    row = WrittenHealth.objects.select_for_update().filter(sheet=sheet).first()
    if health is None:
        if row is None:
            return
        removed(row, by=by)
    elif row is None:
        if seen:
            raise ChangedMeanwhileError(edition=0, by_id=None, by_name="", at=None)
        added(WrittenHealth(sheet=sheet, health=health, why=words), by=by)
    elif not change(row, by=by, seen=seen, health=health, why=words):
        return
    note(by=by.mark, verb="wrote the health of", about=f"action sheet {sheet_id}")


@transaction.atomic
def say_carry_over(measure_id: int, *, says: GivenCarryOver, by: Viewer, seen: int | None = None) -> None:
    """
    Say what becomes of a measure when the pact ends, once; a second time changes it.

    `seen` is the edition that the form was made from, 0 where nothing was said. Raises NotAllowedError, LookupError
    for an unknown measure or institution, ValueError without who takes it over or why it ends, ChangedMeanwhileError.
    """
    measure = Measure.objects.select_for_update().filter(pk=measure_id).first()
    if measure is None:
        raise LookupError(measure_id)
    demand_readable(measure.programme_id, by=by)
    demand(may_steer_axis(by, axis_pilots=pilots_of(measure.axis_id)))
    values = _fate(says)
    row = CarryOver.objects.filter(measure=measure).first()
    if row is None:
        if seen:
            raise ChangedMeanwhileError(edition=0, by_id=None, by_name="", at=None)
        added(CarryOver(measure=measure, **values), by=by)
    elif not change(row, by=by, seen=seen, **values):
        return
    note(by=by.mark, verb="said the carry-over of", about=f"measure {measure_id}")


def _fate(says: GivenCarryOver) -> dict[str, Any]:
    ends, why = says.fate is Fate.ENDS, says.why.strip()
    if ends and not why:
        raise ValueError("A measure that ends says why.")
    if not ends and says.institution_id is None:
        raise ValueError("A measure that goes on says who takes it over.")
    if says.institution_id is not None and not Institution.objects.filter(pk=says.institution_id).exists():
        raise LookupError(says.institution_id)
    frame = "" if ends else says.frame.strip()
    return {
        "fate": says.fate,
        "institution_id": None if ends else says.institution_id,
        "frame": frame,
        "why": why,
    }
