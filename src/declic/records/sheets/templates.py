"""Models of sheets: what a new one takes from them, and what one keeps of a sheet."""

import datetime

from declic.records.accounts.viewers import Viewer
from declic.records.sheets.history import added, as_json
from declic.records.sheets.models import ActionSheet, Milestone, SheetTemplate


KEPT = (
    "context",
    "description",
    "general_objective",
    "objectives",
    "expected_results",
    "target_groups",
    "themes",
    "age_min",
    "age_max",
    "participation",
    "participation_note",
    "means",
    "evaluation_method",
)
"""What a model keeps of a sheet: what another one could say too."""


def template_says(template_id: int | None) -> dict[str, object]:
    """Give the fields that a model fills; none without a model. Raises LookupError for an unknown one."""
    return {} if template_id is None else dict(_template(template_id).says)


def template_of(sheet: ActionSheet) -> tuple[dict[str, object], list[dict[str, object]]]:
    """Give what a model keeps of a sheet: its fields that say something, its milestones from the day it starts."""
    says = {
        name: as_json(getattr(sheet, name)) for name in KEPT if getattr(sheet, name) not in (None, "", [])
    }
    if sheet.start_on is None:
        return says, []
    rows = sheet.milestones.filter(is_cancelled=False)
    steps = [
        {"title": row.title, "weight": row.weight, "days": (row.due_on - sheet.start_on).days} for row in rows
    ]
    return says, steps


def keep_steps(sheet: ActionSheet, *, template_id: int | None, by: Viewer) -> None:
    """Add the milestones of a model to a new sheet that says on which day it starts."""
    if template_id is None or sheet.start_on is None:
        return
    for step in _template(template_id).milestones:
        due_on = sheet.start_on + datetime.timedelta(step["days"])
        row = Milestone(sheet=sheet, title=step["title"], weight=step["weight"], due_on=due_on)
        added(row, by=by)


def _template(template_id: int) -> SheetTemplate:
    row = SheetTemplate.objects.filter(pk=template_id).first()
    if row is None:
        raise LookupError(template_id)
    return row
