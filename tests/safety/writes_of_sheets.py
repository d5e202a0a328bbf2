"""Every write of action sheets, each with what it needs and one call that changes something."""

import datetime

from declic.records.sheets import writes as sheets
from declic.records.sheets.choices import NoteKind, PersonRole, SheetRole
from declic.records.sheets.models import AxisPilot, MeasureLead, SheetInstitution, SheetPerson
from declic.records.sheets.spreadsheet.columns import COLUMNS, Column
from tests.records.sheets.invented import axis, measure, steered
from tests.safety.scenarios import Act, write


DAY = datetime.date(2024, 3, 1)
STEP = {"title": "Ouvrir au public", "due_on": DAY}
BLOCKED = {"cause": "Pas de local", "lifting_condition": "Un local prêté", "since_on": DAY}


@write("sheets.name_pilot")
def _name_pilot() -> Act:
    pact = steered()
    return lambda: sheets.name_pilot(axis(2).pk, institution_id=pact.workshop, by=pact.claire)


@write("sheets.unname_pilot")
def _unname_pilot() -> Act:
    pact = steered()
    pilot = AxisPilot.objects.get().pk
    return lambda: sheets.unname_pilot(pilot, by=pact.odile)


@write("sheets.name_lead")
def _name_lead() -> Act:
    pact = steered()
    return lambda: sheets.name_lead(measure().pk, institution_id=pact.workshop, by=pact.claire)


@write("sheets.unname_lead")
def _unname_lead() -> Act:
    pact = steered()
    sheets.name_lead(measure().pk, institution_id=pact.workshop, by=pact.claire)
    lead = MeasureLead.objects.get().pk
    return lambda: sheets.unname_lead(lead, by=pact.claire)


@write("sheets.open_sheet")
def _open_sheet() -> Act:
    pact = steered()
    says = {"title": "Prêter des jeux"}
    return lambda: sheets.open_sheet(measure().pk, says=says, lead_id=pact.workshop, by=pact.claire)


@write("sheets.edit_sheet")
def _edit_sheet() -> Act:
    pact = steered()
    return lambda: sheets.edit_sheet(pact.sheet_id, says={"context": "Un besoin."}, by=pact.lina, seen=1)


@write("sheets.edit_sheets")
def _edit_sheets() -> Act:
    pact = steered()
    other = sheets.open_sheet(measure().pk, says={"title": "Prêter des jeux"}, by=pact.claire)
    return lambda: sheets.edit_sheets([pact.sheet_id, other], says={"priority": "high"}, by=pact.claire)


@write("sheets.import_sheets")
def _import_sheets() -> Act:
    pact = steered()
    cells = {Column.MEASURE: "Mesure 10", Column.TITLE: "Prêter des jeux", Column.PILOT: "Directrice"}
    row = tuple(cells.get(column, "") for column in COLUMNS)
    return lambda: sheets.import_sheets(pact.slug, rows=[(2, row)], by=pact.claire)


@write("sheets.keep_template")
def _keep_template() -> Act:
    pact = steered()
    return lambda: sheets.keep_template(pact.sheet_id, name="Ludothèque", by=pact.claire)


@write("sheets.put_institution")
def _put_institution() -> Act:
    pact = steered()
    place = pact.hugo.institution_id or 0
    return lambda: sheets.put_institution(
        pact.sheet_id, institution_id=place, role=SheetRole.LEAD, by=pact.lina
    )


@write("sheets.take_institution_off")
def _take_institution_off() -> Act:
    pact = steered()
    row = SheetInstitution.objects.get().pk
    return lambda: sheets.take_institution_off(row, by=pact.claire)


@write("sheets.put_person")
def _put_person() -> Act:
    pact = steered()
    return lambda: sheets.put_person(pact.sheet_id, role=PersonRole.PILOT, words="Directrice", by=pact.lina)


@write("sheets.take_person_off")
def _take_person_off() -> Act:
    pact = steered()
    sheets.put_person(pact.sheet_id, role=PersonRole.PILOT, words="Directrice", by=pact.lina)
    row = SheetPerson.objects.get().pk
    return lambda: sheets.take_person_off(row, by=pact.lina)


@write("sheets.add_milestone")
def _add_milestone() -> Act:
    pact = steered()
    return lambda: sheets.add_milestone(pact.sheet_id, says=STEP, by=pact.lina)


@write("sheets.edit_milestone")
def _edit_milestone() -> Act:
    pact = steered()
    number = sheets.add_milestone(pact.sheet_id, says=STEP, by=pact.lina)
    return lambda: sheets.edit_milestone(number, says={"done_on": DAY}, by=pact.lina, seen=1)


@write("sheets.add_blocker")
def _add_blocker() -> Act:
    pact = steered()
    return lambda: sheets.add_blocker(pact.sheet_id, says=BLOCKED, by=pact.lina)


@write("sheets.edit_blocker")
def _edit_blocker() -> Act:
    pact = steered()
    number = sheets.add_blocker(pact.sheet_id, says=BLOCKED, by=pact.lina)
    return lambda: sheets.edit_blocker(number, says={"lifted_on": DAY}, by=pact.lina, seen=1)


@write("sheets.add_note")
def _add_note() -> Act:
    pact = steered()
    return lambda: sheets.add_note(pact.sheet_id, kind=NoteKind.NEXT, text="Bientôt.", on=DAY, by=pact.lina)


@write("sheets.edit_note")
def _edit_note() -> Act:
    pact = steered()
    number = sheets.add_note(pact.sheet_id, kind=NoteKind.NEXT, text="Bientôt.", on=DAY, by=pact.lina)
    return lambda: sheets.edit_note(number, says={"text": "En mai."}, by=pact.lina, seen=1)


@write("sheets.add_comment")
def _add_comment() -> Act:
    pact = steered()
    claire = pact.claire.user_id or 0
    return lambda: sheets.add_comment(pact.sheet_id, words="Vu.", mentioned=[claire], by=pact.hugo)
