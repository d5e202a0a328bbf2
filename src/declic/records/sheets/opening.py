"""What opening and editing a sheet share: its place under the measure, its only title, who may publish it."""

from collections.abc import Mapping

from django.db.models import Max

from declic.records.accounts.rights import may_steer_axis
from declic.records.accounts.viewers import Viewer
from declic.records.sheets.choices import Maturity, Publication, SheetFault, SheetRole
from declic.records.sheets.contents import WrongSheetError
from declic.records.sheets.history import TYPED, Reason, added, as_json
from declic.records.sheets.models import ActionSheet, SheetInstitution


DECIDED = {"publication": Publication.PUBLISHED, "maturity": Maturity.VALIDATED}
"""What only those who steer the axis may say."""

PUBLIC = ("title", "public_summary")
"""What everyone reads of a published sheet in somebody's words."""


def keep_sheet(
    measure_id: int,
    *,
    values: Mapping[str, object],
    by: Viewer,
    lead_id: int | None = None,
    reason: Reason = TYPED,
) -> ActionSheet:
    """Keep a new sheet after the others of its measure, with the institution that leads it."""
    last = ActionSheet.objects.filter(measure_id=measure_id).aggregate(last=Max("sequence"))["last"] or 0
    sheet = ActionSheet(measure_id=measure_id, sequence=last + 1, **values)
    added(sheet, by=by, reason=reason)
    if lead_id is not None:
        lead = SheetInstitution(sheet=sheet, institution_id=lead_id, role=SheetRole.LEAD)
        added(lead, by=by, reason=reason)
    return sheet


def same_sheet(measure_id: int, *, values: Mapping[str, object]) -> int | None:
    """Give the sheet that says exactly this already, as the same form sent twice would; None where there is none."""
    row = ActionSheet.objects.filter(measure_id=measure_id, title=values["title"], edition=1).first()
    if row is None:
        return None
    says = {name: as_json(value) for name, value in values.items()}
    return row.pk if says == {name: as_json(getattr(row, name)) for name in values} else None


def demand_title(measure_id: int, *, title: object, but: ActionSheet | None = None) -> None:
    """Raise WrongSheetError where another sheet beside this one bears the title."""
    parent = but.parent_id if but else None
    rows = ActionSheet.objects.filter(measure_id=measure_id, parent_id=parent, title__iexact=str(title))
    if (rows.exclude(pk=but.pk) if but else rows).exists():
        raise WrongSheetError({"title": SheetFault.TAKEN})


def demand_publisher(
    values: Mapping[str, object], *, onto: ActionSheet | None, pilots: frozenset[int], by: Viewer
) -> dict[str, object]:
    """
    Leave publishing and validating to who steers the axis, and give what goes with the values.

    A published text that another rewrites goes back to be proposed. Raises WrongSheetError.
    """
    if may_steer_axis(by, axis_pilots=pilots):
        return {}
    faults = {
        name: SheetFault.NOT_YOURS
        for name, word in DECIDED.items()
        if values.get(name) == word and getattr(onto, name, None) != word
    }
    if faults:
        raise WrongSheetError(faults)
    if onto is None or onto.publication != Publication.PUBLISHED:
        return {}
    rewritten = any(name in values and values[name] != getattr(onto, name) for name in PUBLIC)
    return {"publication": Publication.PROPOSED} if rewritten else {}
