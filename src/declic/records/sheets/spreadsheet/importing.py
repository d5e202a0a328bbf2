"""From rows of a spreadsheet to sheets: each row whole or refused, with its column and its reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from declic.records.accounts.rights import (
    NotAllowedError,
    demand,
    may_add_institutions,
    may_edit_sheet,
    may_open_sheet,
)
from declic.records.accounts.viewers import Viewer
from declic.records.journal.adding import notes_last
from declic.records.journal.writes import note
from declic.records.pact.models import Measure, Programme
from declic.records.partners.models import Institution
from declic.records.partners.names import normalised
from declic.records.partners.writes import find_or_add_institution
from declic.records.sheets.choices import ChangeSource, PersonRole, SheetFault, SheetRole
from declic.records.sheets.contents import FaultError, WrongSheetError, cleaned, one_line
from declic.records.sheets.facts import carriers_of, leads_of, pilots_of
from declic.records.sheets.history import Reason, added, change, removed
from declic.records.sheets.models import ActionSheet, FieldChange, SheetInstitution, SheetPerson
from declic.records.sheets.opening import demand_publisher, keep_sheet
from declic.records.sheets.spreadsheet.columns import TEXTS, Column
from declic.records.sheets.spreadsheet.files import Row
from declic.records.sheets.spreadsheet.reading import RefusedCellError, SaidRow, numbers_in, said_by


IMPORTED = Reason(source=ChangeSource.IMPORT)
COLUMN_OF = {
    **{name: column for column, name in TEXTS.items()},
    "title": Column.TITLE,
    "status": Column.STATUS,
    "start_on": Column.START,
    "end_on": Column.END,
    "announced_budget": Column.BUDGET,
    "announced_funders": Column.FUNDER_1,
    "words": Column.PILOT,
}
LONGEST_WORDS = 200


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that was not kept: its number in the file, the column and the reason, in words."""

    number: int
    column: str
    reason: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import does: codes of the sheets that it creates and changes, how many it leaves alone, rows refused."""

    created: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged_count: int = 0
    refused: tuple[RefusedRow, ...] = ()


def imported(programme: Programme, *, rows: Iterable[tuple[int, Row]], by: Viewer) -> ImportReport:
    """Keep every row that can be, each whole, and say what became of them all."""
    created, changed, refused, unchanged = [], [], [], 0
    for number, row in rows:
        try:
            with transaction.atomic(), notes_last():
                code, what = _kept(programme, said=said_by(row), by=by)
        except RefusedCellError as wrong:
            refused.append(RefusedRow(number, wrong.column.value, wrong.reason))
            continue
        except WrongSheetError as wrong:
            refused.append(_refused(number, wrong))
            continue
        except NotAllowedError:
            refused.append(RefusedRow(number, Column.MEASURE.value, "cette fiche n'est pas la vôtre"))
            continue
        created += [code] if what == "created" else []
        changed += [code] if what == "changed" else []
        unchanged += what == "unchanged"
    return ImportReport(tuple(created), tuple(changed), unchanged, tuple(refused))


def _refused(number: int, wrong: WrongSheetError) -> RefusedRow:
    name, fault = next(iter(wrong.faults.items()))
    column = COLUMN_OF.get(name, Column.TITLE)
    return RefusedRow(number, column.value, str(SheetFault(fault).label))


def _kept(programme: Programme, *, said: SaidRow, by: Viewer) -> tuple[str, str]:
    measure = _measure(programme, said=said)
    parent = _parent(measure, said=said)
    sheet = ActionSheet.objects.filter(
        measure=measure, parent=parent, title__iexact=" ".join(said.title.split())
    ).first()
    if sheet is None:
        sheet, what = _opened(measure, said=said, parent=parent, by=by), "created"
        _put_all(sheet, said=said, by=by)
    else:
        before = FieldChange.objects.filter(sheet=sheet).count()
        _edited(sheet, said=said, by=by)
        _put_all(sheet, said=said, by=by)
        what = "unchanged" if FieldChange.objects.filter(sheet=sheet).count() == before else "changed"
    if what != "unchanged":
        note(by=by.mark, verb="imported", about=f"action sheet {sheet.pk}")
    return sheet.code, what


def _measure(programme: Programme, *, said: SaidRow) -> Measure:
    known = {row.number: row for row in programme.measures.select_related("axis")}
    found = next((known[number] for number in numbers_in(said.measure) if number in known), None)
    if found is None:
        raise RefusedCellError(Column.MEASURE, f"« {said.measure[:60]} » n'est pas une mesure de ce pacte")
    return found


def _parent(measure: Measure, *, said: SaidRow) -> ActionSheet | None:
    if not said.parent:
        return None
    rows = ActionSheet.objects.filter(measure=measure, parent=None, title__iexact=said.parent)
    row = rows.first()
    if row is None:
        raise RefusedCellError(
            Column.TITLE, f"l'action « {said.parent[:60]} » n'existe pas dans cette mesure"
        )
    return row


def _opened(measure: Measure, *, said: SaidRow, parent: ActionSheet | None, by: Viewer) -> ActionSheet:
    pilots = pilots_of(measure.axis_id)
    demand(may_open_sheet(by, axis_pilots=pilots, leads=leads_of(measure.pk)))
    values = cleaned({"title": said.title, **said.says})
    demand_publisher(values, onto=None, pilots=pilots, by=by)
    if parent is not None:
        values["parent_id"] = parent.pk
    return keep_sheet(measure.pk, values=values, by=by, reason=IMPORTED)


def _edited(sheet: ActionSheet, *, said: SaidRow, by: Viewer) -> None:
    pilots = pilots_of(sheet.measure.axis_id)
    demand(may_edit_sheet(by, axis_pilots=pilots, carriers=carriers_of(sheet.pk)))
    values: dict[str, Any] = cleaned(said.says, onto=sheet)
    values |= demand_publisher(values, onto=sheet, pilots=pilots, by=by)
    change(sheet, by=by, reason=IMPORTED, **values)


def _put_all(sheet: ActionSheet, *, said: SaidRow, by: Viewer) -> None:
    carriers = [_institution(name, column=Column.LEAD, by=by) for name in said.carriers]
    on_it = SheetInstitution.objects.filter(sheet=sheet)
    known = set(
        on_it.filter(role__in=(SheetRole.LEAD, SheetRole.COLEAD)).values_list("institution_id", flat=True)
    )
    lead = on_it.filter(role=SheetRole.LEAD).first()
    if carriers and (lead is None or lead.institution_id not in carriers):
        if lead is not None:
            removed(lead, by=by, reason=IMPORTED)
        _put(sheet, institution_id=carriers[0], role=SheetRole.LEAD, by=by)
        known.add(carriers[0])
    for place in carriers:
        if place not in known:
            _put(sheet, institution_id=place, role=SheetRole.COLEAD, by=by)
    for name in said.partners:
        _put(
            sheet,
            institution_id=_institution(name, column=Column.PARTNERS, by=by),
            role=SheetRole.PARTNER,
            by=by,
        )
    for role, words in said.people:
        _put_person(sheet, role=role, words=words, by=by)


def _put(sheet: ActionSheet, *, institution_id: int, role: SheetRole, by: Viewer) -> None:
    same = {"sheet": sheet, "institution_id": institution_id, "role": role}
    if not SheetInstitution.objects.filter(**same).exists():
        added(SheetInstitution(**same), by=by, reason=IMPORTED)


def _put_person(sheet: ActionSheet, *, role: PersonRole, words: str, by: Viewer) -> None:
    try:
        same = {"sheet": sheet, "role": role, "words": one_line(words, longest=LONGEST_WORDS)}
    except FaultError as wrong:
        raise WrongSheetError({"words": wrong.fault}) from wrong
    if not SheetPerson.objects.filter(**same).exists():
        added(SheetPerson(**same), by=by, reason=IMPORTED)


def _institution(name: str, *, column: Column, by: Viewer) -> int:
    row = Institution.objects.filter(normalised_name=normalised(name)[:300]).first()
    if row is not None:
        return row.pk
    if not may_add_institutions(by) or not normalised(name):
        raise RefusedCellError(column, f"« {name[:60]} » n'est pas une institution connue ici")
    return find_or_add_institution(name, by=by)
