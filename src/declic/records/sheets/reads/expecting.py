"""Answers about what is expected of somebody: their sheets, what is late, what is missing, where they are named."""

import datetime
from collections.abc import Iterator
from enum import StrEnum

from django.db.models import Q

from declic.records.accounts.viewers import Viewer
from declic.records.sheets.choices import CARRYING_ROLES, CLOSED_STATUSES, Maturity, Publication
from declic.records.sheets.lines import late_of, sheet_line
from declic.records.sheets.models import ActionSheet
from declic.records.sheets.queries import readable_sheets
from declic.records.sheets.values import ExpectedAction, SheetLine


SOON_DAYS = 30


class Expected(StrEnum):
    """What is expected, the most pressing first."""

    MILESTONE_LATE = "milestone_late"
    SHEET_LATE = "sheet_late"
    BLOCKED = "blocked"
    MILESTONE_SOON = "milestone_soon"
    TO_PUBLISH = "to_publish"
    TO_VALIDATE = "to_validate"
    MISSING = "missing"


ORDER = {kind: rank for rank, kind in enumerate(Expected)}


def my_actions(*, viewer: Viewer, today: datetime.date) -> tuple[ExpectedAction, ...]:
    """
    Say what is expected of the viewer on the sheets that are theirs, the most pressing first.

    Theirs are the sheets that their institution carries, of the axes that they pilot, or on which they are named.
    Nothing is expected of who works for no institution, nor of a sheet that is done or given up.
    """
    carried = Q(institutions__institution_id=viewer.institution_id, institutions__role__in=CARRYING_ROLES)
    named = Q(people__person_id=viewer.user_id) | Q(milestones__person_id=viewer.user_id)
    steered = Q(measure__axis__pilots__person_id=viewer.user_id)
    if viewer.user_id is None:
        return ()
    rows = readable_sheets(viewer=viewer).exclude(status__in=CLOSED_STATUSES)
    mine = rows.filter(pk__in=ActionSheet.objects.filter(carried | named | steered).values("pk"))
    piloted = set(ActionSheet.objects.filter(steered).values_list("pk", flat=True))
    found = [one for row in mine for one in _expected(row, is_pilot=row.pk in piloted, today=today)]
    return tuple(
        sorted(found, key=lambda one: (ORDER[Expected(one.kind)], one.due_on or today, one.line.code))
    )


def _expected(row: ActionSheet, *, is_pilot: bool, today: datetime.date) -> Iterator[ExpectedAction]:
    line = sheet_line(row, may_edit=True, today=today)
    yield from _steps(row, line=line, today=today)
    if line.lateness.is_late:
        due = row.end_on if row.end_on and row.end_on < today else row.start_on
        yield ExpectedAction(Expected.SHEET_LATE, line, row.title, due, line.lateness.days)
    if line.is_blocked:
        yield ExpectedAction(Expected.BLOCKED, line, row.title)
    if is_pilot and row.publication == Publication.PROPOSED:
        yield ExpectedAction(Expected.TO_PUBLISH, line, row.title)
    if is_pilot and row.maturity == Maturity.SUBMITTED:
        yield ExpectedAction(Expected.TO_VALIDATE, line, row.title)
    if not line.completeness.is_whole:
        yield ExpectedAction(Expected.MISSING, line, row.title)


def _steps(row: ActionSheet, *, line: SheetLine, today: datetime.date) -> Iterator[ExpectedAction]:
    for step in row.milestones.all():
        late = late_of(step, today=today)
        is_over = step.done_on is not None or step.is_cancelled
        if late.is_late or (_is_soon(step.due_on, today=today) and not is_over):
            kind = Expected.MILESTONE_LATE if late.is_late else Expected.MILESTONE_SOON
            yield ExpectedAction(kind, line, step.title, step.due_on, late.days, step.pk, step.edition)


def _is_soon(due_on: datetime.date, *, today: datetime.date) -> bool:
    return today <= due_on <= today + datetime.timedelta(SOON_DAYS)
