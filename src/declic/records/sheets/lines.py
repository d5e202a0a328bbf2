"""From rows of sheets to the values that pages show."""

import datetime
from collections.abc import Iterable, Iterator

from declic.engines.tracking.completeness import Part, completeness
from declic.engines.tracking.gauges import Weighed, milestones_reached, time_elapsed
from declic.engines.tracking.lateness import Lateness, milestone_lateness, sheet_lateness
from declic.records.accounts.rights import may_edit_sheet
from declic.records.accounts.viewers import Viewer
from declic.records.sheets.choices import (
    CARRYING_ROLES,
    CLOSED_STATUSES,
    PersonRole,
    SheetRole,
    SheetStatus,
)
from declic.records.sheets.models import ActionSheet, Milestone
from declic.records.sheets.queries import pilots_by_axis
from declic.records.sheets.values import MilestoneLine, SheetLine


NOT_STARTED = (SheetStatus.TO_WRITE, SheetStatus.TO_DISCUSS, SheetStatus.PLANNED)
FILLED = {
    Part.DESCRIPTION: ("description",),
    Part.CONTEXT: ("context",),
    Part.OBJECTIVES: ("general_objective", "objectives"),
    Part.EXPECTED_RESULTS: ("expected_results",),
    Part.TARGET_GROUPS: ("target_groups",),
    Part.THEMES: ("themes",),
    Part.PRIORITY: ("priority",),
    Part.START: ("start_on",),
    Part.END: ("end_on",),
    Part.MEANS: ("means",),
    Part.PARTICIPATION: ("participation",),
    Part.EVALUATION: ("evaluation_method",),
}
"""Parts that are filled where one of these fields says something."""


def sheet_lines(
    rows: Iterable[ActionSheet], *, viewer: Viewer, today: datetime.date
) -> tuple[SheetLine, ...]:
    """Give the lines of sheets fetched by `queries.whole`."""
    sheets = list(rows)
    pilots = pilots_by_axis(sheet.measure.axis_id for sheet in sheets if sheet.measure.axis_id is not None)
    return tuple(
        sheet_line(sheet, may_edit=_may_edit(sheet, pilots=pilots, viewer=viewer), today=today)
        for sheet in sheets
    )


def sheet_line(sheet: ActionSheet, *, may_edit: bool, today: datetime.date) -> SheetLine:
    """Give the line of one sheet."""
    measure, institutions = sheet.measure, list(sheet.institutions.all())
    return SheetLine(
        id=sheet.pk,
        slug=measure.programme.slug,
        code=sheet.code,
        title=sheet.title,
        measure_number=measure.number,
        axis_number=measure.axis.number if measure.axis else None,
        parent_code=sheet.parent.code if sheet.parent else "",
        status=sheet.status,
        status_label=sheet.get_status_display(),
        priority=sheet.priority,
        priority_label=sheet.get_priority_display() if sheet.priority else "",
        themes=tuple(sheet.themes),
        target_groups=tuple(sheet.target_groups),
        lead_name=next((str(one.institution) for one in institutions if one.role == SheetRole.LEAD), ""),
        institution_ids=frozenset(one.institution_id for one in institutions),
        start_on=sheet.start_on,
        end_on=sheet.end_on,
        lateness=late_sheet(sheet, today=today),
        completeness=completeness(frozenset(present_parts(sheet))),
        time=time_elapsed(sheet.start_on, sheet.end_on, on=today),
        milestones=milestones_reached(weighed(sheet)),
        late_milestone_count=late_milestones(sheet, today=today),
        is_blocked=bool(getattr(sheet, "is_blocked", False)),
        publication=sheet.publication,
        edition=sheet.edition,
        may_edit=may_edit,
    )


def late_sheet(sheet: ActionSheet, *, today: datetime.date) -> Lateness:
    """Say how late a sheet is."""
    return sheet_lateness(
        sheet.start_on,
        sheet.end_on,
        has_started=sheet.status not in NOT_STARTED,
        is_closed=sheet.status in CLOSED_STATUSES,
        on=today,
    )


def weighed(sheet: ActionSheet) -> Iterator[Weighed]:
    """Give the milestones of a sheet as a gauge counts them."""
    for one in sheet.milestones.all():
        yield Weighed(one.weight, is_done=one.done_on is not None, is_cancelled=one.is_cancelled)


def late_milestones(sheet: ActionSheet, *, today: datetime.date) -> int:
    """Count the milestones that are late; none is once the sheet is closed."""
    if sheet.status in CLOSED_STATUSES:
        return 0
    return sum(late_of(one, today=today).is_late for one in sheet.milestones.all())


def present_parts(sheet: ActionSheet) -> Iterator[Part]:
    """Give the parts of a sheet that are filled."""
    yield from (part for part, names in FILLED.items() if any(_says(getattr(sheet, name)) for name in names))
    if sheet.status != SheetStatus.TO_WRITE:
        yield Part.STATUS
    if any(one.role == SheetRole.LEAD for one in sheet.institutions.all()):
        yield Part.LEAD
    if any(one.role == PersonRole.PILOT for one in sheet.people.all()):
        yield Part.PILOT
    if sheet.milestones.all():
        yield Part.MILESTONES
    if getattr(sheet, "has_note", False):
        yield Part.NOTE


def milestone_line(row: Milestone, *, today: datetime.date) -> MilestoneLine:
    """Give the line of a milestone."""
    place = str(row.institution) if row.institution else ""
    who = row.person.name if row.person else ""
    return MilestoneLine(
        id=row.pk,
        title=row.title,
        due_on=row.due_on,
        done_on=row.done_on,
        is_cancelled=row.is_cancelled,
        weight=row.weight,
        is_key=row.is_key,
        institution_id=row.institution_id,
        person_id=row.person_id,
        owner=", ".join(word for word in (who, place) if word),
        lateness=late_of(row, today=today),
        edition=row.edition,
    )


def late_of(row: Milestone, *, today: datetime.date) -> Lateness:
    """Say how late a milestone is."""
    return milestone_lateness(row.due_on, is_over=row.done_on is not None or row.is_cancelled, on=today)


def _says(value: object) -> bool:
    return value not in (None, "", [])


def _may_edit(sheet: ActionSheet, *, pilots: dict[int, frozenset[int]], viewer: Viewer) -> bool:
    carriers = frozenset(one.institution_id for one in sheet.institutions.all() if one.role in CARRYING_ROLES)
    known = pilots.get(sheet.measure.axis_id or 0, frozenset())
    return may_edit_sheet(viewer, axis_pilots=known, carriers=carriers)
