"""Every write of action sheets, each with what it needs and one call that changes something."""

from declic.records.sheets import writes as sheets
from tests.records.sheets.invented import axis, measure, steered
from tests.safety.scenarios import Act, write


@write("sheets.name_pilot")
def _name_pilot() -> Act:
    pact = steered()
    return lambda: sheets.name_pilot(axis(2).pk, institution_id=pact.workshop, by=pact.claire)


@write("sheets.open_sheet")
def _open_sheet() -> Act:
    pact = steered()
    says = {"title": "Prêter des jeux"}
    return lambda: sheets.open_sheet(measure().pk, says=says, lead_id=pact.workshop, by=pact.claire)


@write("sheets.edit_sheet")
def _edit_sheet() -> Act:
    pact = steered()
    return lambda: sheets.edit_sheet(pact.sheet_id, says={"context": "Un besoin."}, by=pact.lina, seen=1)
