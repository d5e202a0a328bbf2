"""The sheets of a pact through time, each with its milestones."""

import datetime

from declic.records.accounts.viewers import Viewer
from declic.records.pact.queries import header
from declic.records.sheets.choices import CLOSED_STATUSES
from declic.records.sheets.lines import late_of, sheet_lines
from declic.records.sheets.models import ActionSheet
from declic.records.sheets.queries import readable_programme, sheets_of
from declic.records.sheets.values.timeline import Timeline, TimelineRow, TimelineStep


def timeline(slug: str, *, viewer: Viewer, today: datetime.date) -> Timeline:
    """Give the sheets of a pact with their dates and their milestones, in the order of its measures. Raises UnknownSheetError."""
    programme = readable_programme(slug, viewer=viewer)
    sheets = list(sheets_of(programme))
    lines = sheet_lines(sheets, viewer=viewer, today=today)
    rows = (TimelineRow(line, _steps(sheet, today=today)) for sheet, line in zip(sheets, lines, strict=True))
    return Timeline(
        header(programme, viewer=viewer), tuple(rows), tuple(programme.axes.values_list("number", "title"))
    )


def _steps(sheet: ActionSheet, *, today: datetime.date) -> tuple[TimelineStep, ...]:
    """Give the milestones of a sheet in order of their days, cancelled ones left out; none is late once it is closed."""
    is_closed = sheet.status in CLOSED_STATUSES
    kept = (one for one in sheet.milestones.all() if not one.is_cancelled)
    return tuple(
        TimelineStep(one.title, one.due_on, one.done_on, not is_closed and late_of(one, today=today).is_late)
        for one in sorted(kept, key=lambda one: (one.due_on, one.pk))
    )
