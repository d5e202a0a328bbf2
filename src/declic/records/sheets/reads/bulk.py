"""What the same values would change on several sheets, before anything is kept."""

from collections.abc import Collection, Mapping

from declic.records.accounts.rights import may_edit_sheet
from declic.records.accounts.viewers import Viewer
from declic.records.sheets.choices import CARRYING_ROLES, SheetFault
from declic.records.sheets.contents import WrongSheetError, cleaned
from declic.records.sheets.history import as_json
from declic.records.sheets.models import ActionSheet
from declic.records.sheets.opening import demand_publisher
from declic.records.sheets.queries import pilots_by_axis, readable_programme, sheets_of
from declic.records.sheets.values import BulkChange, BulkLine


def bulk_changes(
    slug: str, *, codes: Collection[str], says: Mapping[str, object], viewer: Viewer
) -> tuple[BulkLine, ...]:
    """
    Say for each sheet asked for what would change, or why it cannot; in a bounded number of queries.

    Codes that no sheet has are left out. Raises UnknownSheetError for an unknown pact, ValueError for a field that no
    sheet has.
    """
    rows = [row for row in sheets_of(readable_programme(slug, viewer=viewer)) if row.code in codes]
    pilots = pilots_by_axis(row.measure.axis_id for row in rows if row.measure.axis_id is not None)
    return tuple(
        _line(row, says=says, pilots=pilots.get(row.measure.axis_id or 0, frozenset()), viewer=viewer)
        for row in rows
    )


def _line(
    row: ActionSheet, *, says: Mapping[str, object], pilots: frozenset[int], viewer: Viewer
) -> BulkLine:
    carriers = frozenset(one.institution_id for one in row.institutions.all() if one.role in CARRYING_ROLES)
    may_edit = may_edit_sheet(viewer, axis_pilots=pilots, carriers=carriers)
    changes: tuple[BulkChange, ...] = ()
    faults: dict[str, SheetFault] = {}
    if may_edit:
        try:
            values = cleaned(says, onto=row)
            values |= demand_publisher(values, onto=row, pilots=pilots, by=viewer)
            changes = tuple(
                BulkChange(name, getattr(row, name), value)
                for name, value in values.items()
                if as_json(getattr(row, name)) != as_json(value)
            )
        except WrongSheetError as wrong:
            faults = wrong.faults
    return BulkLine(row.pk, row.code, row.title, may_edit, changes, tuple(faults.items()))
