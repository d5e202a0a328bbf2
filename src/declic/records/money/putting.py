"""Where somebody may put money in a whole programme, asked at once and not row by row."""

from dataclasses import dataclass

from declic.records.accounts.rights import may_edit_sheet, may_steer_axis
from declic.records.accounts.viewers import Viewer
from declic.records.pact.models import Measure
from declic.records.sheets.choices import CARRYING_ROLES
from declic.records.sheets.models import ActionSheet, AxisPilot, SheetInstitution


NOBODY: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Reach:
    """The measures and the sheets where somebody may put money."""

    measures: frozenset[int]
    sheets: frozenset[int]

    @property
    def reaches_something(self) -> bool:
        """Say whether there is any place."""
        return bool(self.measures or self.sheets)

    def holds(self, measure_id: int, sheet_id: int | None) -> bool:
        """Say whether it reaches what stands on a sheet, or on a measure without one."""
        return measure_id in self.measures if sheet_id is None else sheet_id in self.sheets


def reach_of(programme_id: int, *, viewer: Viewer) -> Reach:
    """Give where somebody may put money, in four queries."""
    pilots: dict[int, frozenset[int]] = {}
    rows = AxisPilot.objects.filter(axis__programme_id=programme_id, person__isnull=False)
    for axis_id, person_id in rows.values_list("axis_id", "person__pk"):
        pilots[axis_id] = pilots.get(axis_id, NOBODY) | {person_id}
    carriers: dict[int, frozenset[int]] = {}
    carrying = SheetInstitution.objects.filter(
        sheet__measure__programme_id=programme_id, role__in=CARRYING_ROLES
    )
    for sheet_id, institution_id in carrying.values_list("sheet_id", "institution_id"):
        carriers[sheet_id] = carriers.get(sheet_id, NOBODY) | {institution_id}
    axes = dict(Measure.objects.filter(programme_id=programme_id).values_list("pk", "axis_id"))
    sheets = ActionSheet.objects.filter(measure__programme_id=programme_id).values_list("pk", "measure_id")

    def of(measure_id: int) -> frozenset[int]:
        axis_id = axes.get(measure_id)
        return pilots.get(axis_id, NOBODY) if axis_id is not None else NOBODY

    return Reach(
        measures=frozenset(key for key in axes if may_steer_axis(viewer, axis_pilots=of(key))),
        sheets=frozenset(
            key
            for key, measure_id in sheets
            if may_edit_sheet(viewer, axis_pilots=of(measure_id), carriers=carriers.get(key, NOBODY))
        ),
    )
