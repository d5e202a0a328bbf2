"""Who may say what was done: every institution on the sheet; on a measure, who steers its axis or answers for it."""

from collections.abc import Iterable

from declic.records.accounts.rights import demand, may_follow_sheet, may_open_sheet
from declic.records.accounts.viewers import Viewer
from declic.records.deliveries.models import Delivery
from declic.records.pact.models import Measure
from declic.records.sheets.facts import demand_readable, leads_of, partners_of, pilots_of
from declic.records.sheets.models import ActionSheet, AxisPilot, MeasureLead, SheetInstitution


def may_record(by: Viewer, *, measure: Measure, sheet_id: int | None) -> bool:
    """Say whether somebody may record what was done there."""
    pilots = pilots_of(measure.axis_id)
    if sheet_id is None:
        return may_open_sheet(by, axis_pilots=pilots, leads=leads_of(measure.pk))
    return may_follow_sheet(by, axis_pilots=pilots, partners=partners_of(sheet_id))


def writable_delivery(delivery_id: int, *, by: Viewer) -> Delivery:
    """Give a delivery, held until the transaction ends. Raises LookupError, NotAllowedError."""
    rows = Delivery.objects.select_related("measure", "sheet").select_for_update(of=("self",))
    row = rows.filter(pk=delivery_id).first()
    if row is None:
        raise LookupError(delivery_id)
    demand_readable(row.measure.programme_id, by=by)
    demand(may_record(by, measure=row.measure, sheet_id=row.sheet_id))
    return row


def open_places(programme_id: int, *, viewer: Viewer) -> tuple[list[ActionSheet], list[Measure]]:
    """Give the sheets and the measures of a programme where somebody may record, in five queries."""
    pilots = _gathered(
        AxisPilot.objects.filter(axis__programme_id=programme_id, person__isnull=False).values_list(
            "axis_id", "person__pk"
        )
    )
    leads = _gathered(
        MeasureLead.objects.filter(measure__programme_id=programme_id).values_list(
            "measure_id", "institution_id"
        )
    )
    partners = _gathered(
        SheetInstitution.objects.filter(sheet__measure__programme_id=programme_id).values_list(
            "sheet_id", "institution_id"
        )
    )
    measures = Measure.objects.filter(programme_id=programme_id).order_by("position")
    sheets = ActionSheet.objects.filter(measure__programme_id=programme_id).select_related("measure")
    return (
        [
            one
            for one in sheets.order_by("measure__position", "sequence")
            if may_follow_sheet(
                viewer,
                axis_pilots=pilots.get(one.measure.axis_id or 0, frozenset()),
                partners=partners.get(one.pk, frozenset()),
            )
        ],
        [
            one
            for one in measures
            if may_open_sheet(
                viewer,
                axis_pilots=pilots.get(one.axis_id or 0, frozenset()),
                leads=leads.get(one.pk, frozenset()),
            )
        ],
    )


def _gathered(pairs: Iterable[tuple[int, int]]) -> dict[int, frozenset[int]]:
    found: dict[int, frozenset[int]] = {}
    for key, value in pairs:
        found[key] = found.get(key, frozenset()) | {value}
    return found
