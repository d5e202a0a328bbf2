"""The facts that rights over sheets are judged by: who pilots the axis, who answers for the measure, who carries the sheet."""

from declic.records.accounts.rights import demand
from declic.records.accounts.viewers import Viewer
from declic.records.pact.queries import readable_programmes
from declic.records.sheets.choices import CARRYING_ROLES
from declic.records.sheets.models import ActionSheet, AxisPilot, MeasureLead, SheetInstitution


def pilots_of(axis_id: int | None) -> frozenset[int]:
    """Give the accounts that pilot an axis; nobody for a measure that stands in none."""
    if axis_id is None:
        return frozenset()
    rows = AxisPilot.objects.filter(axis_id=axis_id, person__isnull=False)
    return frozenset(rows.values_list("person__pk", flat=True))


def leads_of(measure_id: int) -> frozenset[int]:
    """Give the institutions that answer for a measure."""
    return frozenset(
        MeasureLead.objects.filter(measure_id=measure_id).values_list("institution_id", flat=True)
    )


def carriers_of(sheet_id: int) -> frozenset[int]:
    """Give the institutions that carry a sheet."""
    rows = SheetInstitution.objects.filter(sheet_id=sheet_id, role__in=CARRYING_ROLES)
    return frozenset(rows.values_list("institution_id", flat=True))


def partners_of(sheet_id: int) -> frozenset[int]:
    """Give every institution that is on a sheet."""
    rows = SheetInstitution.objects.filter(sheet_id=sheet_id)
    return frozenset(rows.values_list("institution_id", flat=True))


def writable_sheet(sheet_id: int, *, by: Viewer) -> ActionSheet:
    """Give a sheet, held until the transaction ends. Raises LookupError, NotAllowedError where its pact is not theirs."""
    rows = ActionSheet.objects.select_related("measure__axis").select_for_update(of=("self",))
    row = rows.filter(pk=sheet_id).first()
    if row is None:
        raise LookupError(sheet_id)
    demand_readable(row.measure.programme_id, by=by)
    return row


def demand_readable(programme_id: int, *, by: Viewer) -> None:
    """Raise NotAllowedError where the programme itself is not open to somebody."""
    demand(readable_programmes(viewer=by).filter(pk=programme_id).exists())
