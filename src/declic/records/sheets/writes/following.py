"""Changes of how a sheet goes: milestones, blockers, notes."""

import datetime
from collections.abc import Mapping

from django.db import transaction

from declic.records.accounts.rights import demand, may_edit_sheet, may_follow_sheet
from declic.records.accounts.viewers import Viewer
from declic.records.journal.writes import note
from declic.records.sheets.choices import NoteKind, SheetFault
from declic.records.sheets.contents import WrongSheetError
from declic.records.sheets.facts import carriers_of, partners_of, pilots_of, writable_sheet
from declic.records.sheets.history import TYPED, Reason, added, change
from declic.records.sheets.models import ActionSheet, Blocker, Milestone, Note
from declic.records.sheets.steps import blocker_says, milestone_says, note_says, same_row


@transaction.atomic
def add_milestone(sheet_id: int, *, says: Mapping[str, object], by: Viewer, reason: Reason = TYPED) -> int:
    """
    Add a step with its date to a sheet, and give its number.

    `says` holds `title`, `due_on`, and may hold `weight`, `done_on`, `is_cancelled`, `is_key`, `institution_id`,
    `person_id`. The same one twice is one. Raises NotAllowedError, LookupError for an unknown sheet,
    WrongSheetError.
    """
    sheet = _editable(sheet_id, by=by)
    row = Milestone(sheet=sheet, **milestone_says({"title": "", "due_on": None, **says}))
    twin = Milestone.objects.filter(sheet=sheet, title__iexact=row.title).first()
    if twin is not None:
        return _same_or_taken(twin, row)
    added(row, by=by, reason=reason)
    note(by=by.mark, verb="added a milestone to", about=f"action sheet {sheet_id}")
    return row.pk


@transaction.atomic
def edit_milestone(
    milestone_id: int,
    *,
    says: Mapping[str, object],
    by: Viewer,
    seen: int | None = None,
    reason: Reason = TYPED,
) -> None:
    """
    Write fields of a milestone: move it, finish it (`done_on`), cancel it, give it an owner.

    Raises NotAllowedError, LookupError for an unknown one, WrongSheetError, ChangedMeanwhileError.
    """
    row = Milestone.objects.filter(pk=milestone_id).first()
    if row is None:
        raise LookupError(milestone_id)
    _editable(row.sheet_id, by=by)
    values = milestone_says(says, onto=row)
    others = Milestone.objects.filter(sheet_id=row.sheet_id).exclude(pk=row.pk)
    if "title" in values and others.filter(title__iexact=str(values["title"])).exists():
        raise WrongSheetError({"title": SheetFault.TAKEN})
    if change(row, by=by, seen=seen, reason=reason, **values):
        note(by=by.mark, verb="edited", about=f"milestone {milestone_id}")


@transaction.atomic
def add_blocker(sheet_id: int, *, says: Mapping[str, object], by: Viewer) -> int:
    """
    Say what stops a sheet and what would lift it, and give the blocker's number.

    `says` holds `cause`, `lifting_condition`, `since_on`, and may hold `institution_id` (who can lift it). The same
    one twice is one. Raises NotAllowedError, LookupError for an unknown sheet, WrongSheetError.
    """
    sheet = _followed(sheet_id, by=by)
    values = blocker_says({"cause": "", "lifting_condition": "", "since_on": None, **says})
    row = Blocker(sheet=sheet, **values)
    known = same_row(row, among=Blocker.objects.filter(sheet=sheet, lifted_on=None))
    if known is not None:
        return known
    added(row, by=by)
    note(by=by.mark, verb="said what stops", about=f"action sheet {sheet_id}")
    return row.pk


@transaction.atomic
def edit_blocker(blocker_id: int, *, says: Mapping[str, object], by: Viewer, seen: int | None = None) -> None:
    """
    Write fields of a blocker; `lifted_on` lifts it.

    Raises NotAllowedError, LookupError for an unknown one, WrongSheetError, ChangedMeanwhileError.
    """
    row = Blocker.objects.filter(pk=blocker_id).first()
    if row is None:
        raise LookupError(blocker_id)
    _followed(row.sheet_id, by=by)
    if change(row, by=by, seen=seen, **blocker_says(says, onto=row)):
        note(by=by.mark, verb="edited", about=f"blocker {blocker_id}")


@transaction.atomic
def add_note(
    sheet_id: int, *, kind: NoteKind, text: str, on: datetime.date, by: Viewer, reason: Reason = TYPED
) -> int:
    """
    Say how a sheet goes, in the name of who says so, and give the note's number.

    The same note twice is one. Raises NotAllowedError, LookupError for an unknown sheet, WrongSheetError.
    """
    sheet = _followed(sheet_id, by=by)
    row = Note(sheet=sheet, author_id=by.user_id, **note_says({"kind": kind, "text": text, "on": on}))
    known = same_row(row, among=Note.objects.filter(sheet=sheet, author_id=by.user_id))
    if known is not None:
        return known
    added(row, by=by, reason=reason)
    note(by=by.mark, verb="added a note to", about=f"action sheet {sheet_id}")
    return row.pk


@transaction.atomic
def edit_note(note_id: int, *, says: Mapping[str, object], by: Viewer, seen: int | None = None) -> None:
    """
    Correct a note of one's own. Raises NotAllowedError for another's, LookupError, WrongSheetError, ChangedMeanwhileError.
    """
    row = Note.objects.filter(pk=note_id).first()
    if row is None:
        raise LookupError(note_id)
    _followed(row.sheet_id, by=by)
    demand(row.author_id is not None and row.author_id == by.user_id)
    if change(row, by=by, seen=seen, **note_says(says, onto=row)):
        note(by=by.mark, verb="edited", about=f"note {note_id}")


def _editable(sheet_id: int, *, by: Viewer) -> ActionSheet:
    sheet = writable_sheet(sheet_id, by=by)
    pilots = pilots_of(sheet.measure.axis_id)
    demand(may_edit_sheet(by, axis_pilots=pilots, carriers=carriers_of(sheet_id)))
    return sheet


def _followed(sheet_id: int, *, by: Viewer) -> ActionSheet:
    sheet = writable_sheet(sheet_id, by=by)
    pilots = pilots_of(sheet.measure.axis_id)
    demand(may_follow_sheet(by, axis_pilots=pilots, partners=partners_of(sheet_id)))
    return sheet


def _same_or_taken(twin: Milestone, row: Milestone) -> int:
    if same_row(row, among=Milestone.objects.filter(pk=twin.pk)) is None:
        raise WrongSheetError({"title": SheetFault.TAKEN})
    return twin.pk
