"""Changes of who works on a sheet: institutions with their role, people and functions in words."""

from django.db import transaction

from declic.records.accounts.rights import demand, may_edit_sheet
from declic.records.accounts.viewers import Viewer
from declic.records.journal.writes import note
from declic.records.partners.models import Institution, Membership
from declic.records.sheets.choices import PersonRole, SheetFault, SheetRole
from declic.records.sheets.contents import FaultError, WrongSheetError, one_line
from declic.records.sheets.facts import carriers_of, pilots_of, writable_sheet
from declic.records.sheets.history import TYPED, Reason, added, removed
from declic.records.sheets.models import ActionSheet, SheetInstitution, SheetPerson


LONGEST_WORDS = 200


@transaction.atomic
def put_institution(
    sheet_id: int, *, institution_id: int, role: SheetRole, by: Viewer, reason: Reason = TYPED
) -> None:
    """
    Have an institution work on a sheet in a role; a new lead takes the place of the one before.

    Twice is once. Raises NotAllowedError, LookupError for an unknown sheet or institution.
    """
    sheet = _editable(sheet_id, by=by)
    if not Institution.objects.filter(pk=institution_id).exists():
        raise LookupError(institution_id)
    rows = SheetInstitution.objects.filter(sheet=sheet)
    if rows.filter(institution_id=institution_id, role=role).exists():
        return
    for former in rows.filter(role=role) if role == SheetRole.LEAD else ():
        removed(former, by=by, reason=reason)
    added(SheetInstitution(sheet=sheet, institution_id=institution_id, role=role), by=by, reason=reason)
    note(by=by.mark, verb=f"put as {role.value} on", about=f"action sheet {sheet_id}")


@transaction.atomic
def take_institution_off(row_id: int, *, by: Viewer) -> None:
    """Take an institution off a sheet. Raises NotAllowedError, LookupError where it is not there."""
    row = SheetInstitution.objects.filter(pk=row_id).first()
    if row is None:
        raise LookupError(row_id)
    _editable(row.sheet_id, by=by)
    removed(row, by=by)
    note(by=by.mark, verb="took an institution off", about=f"action sheet {row.sheet_id}")


@transaction.atomic
def put_person(
    sheet_id: int, *, role: PersonRole, words: str, by: Viewer, person_id: int | None = None
) -> None:
    """
    Have somebody on a sheet, in words (a name, a department, a function), with their account where they have one.

    Twice is once. Raises NotAllowedError, LookupError for an unknown sheet, WrongSheetError for words that cannot
    be kept or a person who acts for nobody.
    """
    sheet = _editable(sheet_id, by=by)
    try:
        said = one_line(words, longest=LONGEST_WORDS)
    except FaultError as wrong:
        raise WrongSheetError({"words": wrong.fault}) from wrong
    acting = Membership.objects.filter(ended_at__isnull=True, user__is_active=True)
    if person_id is not None and not acting.filter(user_id=person_id).exists():
        raise WrongSheetError({"person": SheetFault.NOT_HERE})
    if SheetPerson.objects.filter(sheet=sheet, role=role, words=said).exists():
        return
    added(SheetPerson(sheet=sheet, role=role, words=said, person_id=person_id), by=by)
    note(by=by.mark, verb=f"put a {role.value} on", about=f"action sheet {sheet_id}")


@transaction.atomic
def take_person_off(row_id: int, *, by: Viewer) -> None:
    """Take somebody off a sheet. Raises NotAllowedError, LookupError where they are not there."""
    row = SheetPerson.objects.filter(pk=row_id).first()
    if row is None:
        raise LookupError(row_id)
    _editable(row.sheet_id, by=by)
    removed(row, by=by)
    note(by=by.mark, verb="took somebody off", about=f"action sheet {row.sheet_id}")


def _editable(sheet_id: int, *, by: Viewer) -> ActionSheet:
    sheet = writable_sheet(sheet_id, by=by)
    pilots = pilots_of(sheet.measure.axis_id)
    demand(may_edit_sheet(by, axis_pilots=pilots, carriers=carriers_of(sheet_id)))
    return sheet
