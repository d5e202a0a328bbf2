"""Where money may be put, and who may: on a sheet, on a measure, or on the whole programme."""

from dataclasses import dataclass

from declic.records.accounts.rights import demand, may_edit_sheet, may_steer_axis
from declic.records.accounts.viewers import Viewer
from declic.records.money.models import FundingLine, MediatorPost
from declic.records.pact.models import Measure, Programme
from declic.records.sheets.facts import carriers_of, demand_readable, pilots_of
from declic.records.sheets.models import ActionSheet


NOBODY: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Put:
    """Where money stands: a programme, and perhaps a measure and a sheet of it."""

    programme: Programme
    measure: Measure | None = None
    sheet: ActionSheet | None = None


def writable_programme(slug: str, *, by: Viewer) -> Programme:
    """Give a programme. Raises LookupError for an unknown one, NotAllowedError where it is not open to them."""
    row = Programme.objects.filter(slug=slug).first()
    if row is None:
        raise LookupError(slug)
    demand_readable(row.pk, by=by)
    return row


def put_on(slug: str, *, measure: str = "", sheet_id: int | None = None, by: Viewer) -> Put:
    """Find where money is to be put. Raises LookupError for what is not there, NotAllowedError."""
    programme = writable_programme(slug, by=by)
    if sheet_id is not None:
        sheets = ActionSheet.objects.select_related("measure").filter(measure__programme=programme)
        sheet = sheets.get(pk=sheet_id) if sheets.filter(pk=sheet_id).exists() else None
        if sheet is None:
            raise LookupError(sheet_id)
        return Put(programme, sheet.measure, sheet)
    if not measure:
        return Put(programme)
    row = programme.measures.filter(number=measure).first()
    if row is None:
        raise LookupError(measure)
    return Put(programme, row)


def may_put(by: Viewer, *, measure: Measure | None, sheet: ActionSheet | None) -> bool:
    """Say whether somebody may keep money there: who carries the sheet, or steers the axis; else the coordinator."""
    pilots = pilots_of(measure.axis_id) if measure else NOBODY
    if sheet is None:
        return may_steer_axis(by, axis_pilots=pilots)
    return may_edit_sheet(by, axis_pilots=pilots, carriers=carriers_of(sheet.pk))


def demand_put(by: Viewer, *, put: Put) -> None:
    """Raise NotAllowedError where they may not."""
    demand(may_put(by, measure=put.measure, sheet=put.sheet))


def writable_line(line_id: int, *, by: Viewer) -> FundingLine:
    """Give a line, held until the transaction ends. Raises LookupError, NotAllowedError."""
    rows = FundingLine.objects.select_related("measure", "sheet").select_for_update(of=("self",))
    row = rows.filter(pk=line_id).first()
    if row is None:
        raise LookupError(line_id)
    demand_readable(row.programme_id, by=by)
    demand(may_put(by, measure=row.measure, sheet=row.sheet))
    return row


def writable_post(post_id: int, *, by: Viewer) -> MediatorPost:
    """Give a post, held until the transaction ends. Raises LookupError, NotAllowedError."""
    rows = MediatorPost.objects.select_related("measure", "sheet").select_for_update(of=("self",))
    row = rows.filter(pk=post_id).first()
    if row is None:
        raise LookupError(post_id)
    demand_readable(row.measure.programme_id, by=by)
    demand(may_put(by, measure=row.measure, sheet=row.sheet))
    return row
