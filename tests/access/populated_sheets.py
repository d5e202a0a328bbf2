"""
A sheet of the populated site: Claire pilots the axis, Marc's workshop answers for the measure and leads the sheet.

Lina wrote its note; Hugo's library has no part in it.
"""

import datetime
from typing import Any

from django.contrib.auth import get_user_model

from declic.records.accounts.viewers import OPERATOR
from declic.records.pact.models import Measure, Programme
from declic.records.partners.models import Institution
from declic.records.sheets import writes
from declic.records.sheets.choices import PersonRole
from declic.records.sheets.models import MeasureLead, Note, SheetInstitution, SheetPerson
from declic.records.sheets.naming import Naming
from tests.people import CLAIRE, LINA, STATE, WORKSHOP


DAY = datetime.date(2024, 4, 1)
NO_SHEET: dict[str, Any] = {
    "code": "9-9",
    "part": "presentation",
    **dict.fromkeys(
        ("pilot_id", "lead_id", "place_id", "person_id", "milestone_id", "blocker_id", "note_id"), 999_999
    ),
}


def sheet_of(programme: Programme) -> dict[str, Any]:
    """Open the sheet « 10-1 » of a pact with all that hangs on it, and give what stands in its addresses."""
    measure = Measure.objects.get(programme=programme, number="10")
    claire, lina = (get_user_model().objects.get(email=one.email).pk for one in (CLAIRE, LINA))
    state, workshop = (Institution.objects.get(name=name).pk for name in (STATE, WORKSHOP))
    assert measure.axis is not None
    writes.name_pilot(measure.axis.pk, institution_id=state, who=Naming(claire), by=OPERATOR)
    writes.name_lead(measure.pk, institution_id=workshop, who=Naming(function="Présidente"), by=OPERATOR)
    number = writes.open_sheet(measure.pk, says={"title": "Ouvrir le samedi"}, lead_id=workshop, by=OPERATOR)
    writes.put_person(number, role=PersonRole.PILOT, words="Paule Tilleul", by=OPERATOR)
    step = writes.add_milestone(number, says={"title": "Ouvrir", "due_on": DAY}, by=OPERATOR)
    blocked = {"cause": "Pas de clé", "lifting_condition": "Une clé", "since_on": DAY}
    blocker = writes.add_blocker(number, says=blocked, by=OPERATOR)
    written = Note.objects.create(
        sheet_id=number, kind="progress", text="Tout va bien", on=DAY, author_id=lina
    )
    return {
        "code": "10-1",
        "part": "presentation",
        "pilot_id": measure.axis.pilots.get().pk,
        "lead_id": MeasureLead.objects.get(measure=measure).pk,
        "place_id": SheetInstitution.objects.get(sheet_id=number).pk,
        "person_id": SheetPerson.objects.get(sheet_id=number).pk,
        "milestone_id": step,
        "blocker_id": blocker,
        "note_id": written.pk,
    }
