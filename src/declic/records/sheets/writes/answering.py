"""Changes of who answers: pilots of axes, leads of measures."""

from django.db import transaction

from declic.records.accounts.rights import demand, may_name_pilots, may_steer_axis
from declic.records.accounts.viewers import Viewer
from declic.records.journal.writes import note
from declic.records.pact.models import Axis, Measure
from declic.records.sheets.facts import demand_readable, pilots_of
from declic.records.sheets.history import removed
from declic.records.sheets.models import AxisPilot, MeasureLead
from declic.records.sheets.naming import Naming, demand_person, keep_named


NOBODY = Naming()


@transaction.atomic
def name_pilot(
    axis_id: int, *, institution_id: int, who: Naming = NOBODY, by: Viewer, seen: int | None = None
) -> None:
    """
    Say which institution pilots an axis, and who there: an account, a function in words, both, or nobody yet.

    Once for an institution: a second time changes who. `seen` is the edition that the form was made from. Raises
    NotAllowedError, LookupError for an unknown axis or institution, WrongSheetError for a person who does not act
    for it, ChangedMeanwhileError.
    """
    _demand_namer(axis_id, by=by)
    demand_person(who.person_id, institution_id=institution_id)
    onto = {"axis_id": axis_id, "institution_id": institution_id}
    if keep_named(AxisPilot, onto=onto, who=who, by=by, seen=seen):
        note(by=by.mark, verb="named who pilots", about=f"axis {axis_id}")


@transaction.atomic
def unname_pilot(pilot_id: int, *, by: Viewer) -> None:
    """Say that an institution pilots an axis no longer. Raises NotAllowedError, LookupError for one that does not."""
    row = AxisPilot.objects.select_for_update().filter(pk=pilot_id).first()
    if row is None:
        raise LookupError(pilot_id)
    _demand_namer(row.axis_id, by=by)
    removed(row, by=by)
    note(by=by.mark, verb="took away a pilot of", about=f"axis {row.axis_id}")


@transaction.atomic
def name_lead(
    measure_id: int, *, institution_id: int, who: Naming = NOBODY, by: Viewer, seen: int | None = None
) -> None:
    """
    Say which institution answers for a measure, and who there, as `name_pilot` does for an axis.

    Raises NotAllowedError, LookupError for an unknown measure or institution, WrongSheetError,
    ChangedMeanwhileError.
    """
    _demand_steerer(measure_id, by=by)
    demand_person(who.person_id, institution_id=institution_id)
    onto = {"measure_id": measure_id, "institution_id": institution_id}
    if keep_named(MeasureLead, onto=onto, who=who, by=by, seen=seen):
        note(by=by.mark, verb="named who answers for", about=f"measure {measure_id}")


@transaction.atomic
def unname_lead(lead_id: int, *, by: Viewer) -> None:
    """Say that an institution answers for a measure no longer. Raises NotAllowedError, LookupError."""
    row = MeasureLead.objects.select_for_update().filter(pk=lead_id).first()
    if row is None:
        raise LookupError(lead_id)
    _demand_steerer(row.measure_id, by=by)
    removed(row, by=by)
    note(by=by.mark, verb="took away a lead of", about=f"measure {row.measure_id}")


def _demand_namer(axis_id: int, *, by: Viewer) -> None:
    axis = Axis.objects.filter(pk=axis_id).first()
    if axis is None:
        raise LookupError(axis_id)
    demand_readable(axis.programme_id, by=by)
    known = pilots_of(axis_id)
    demand(may_name_pilots(by, axis_pilots=known, is_piloted=bool(known)))


def _demand_steerer(measure_id: int, *, by: Viewer) -> None:
    measure = Measure.objects.filter(pk=measure_id).first()
    if measure is None:
        raise LookupError(measure_id)
    demand_readable(measure.programme_id, by=by)
    demand(may_steer_axis(by, axis_pilots=pilots_of(measure.axis_id)))
