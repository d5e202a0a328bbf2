"""What is sent twice to the forms of action sheets, of pilots and of who answers for measures."""

import base64
import datetime
from typing import Any

from django.contrib.auth import get_user_model

from declic.records.accounts.viewers import OPERATOR
from declic.records.pact.models import Programme
from declic.records.partners.models import Institution
from declic.records.partners.reads import viewer_of
from declic.records.partners.writes import find_or_add_institution
from declic.records.sheets import writes
from declic.records.sheets.choices import NoteKind, PersonRole, SheetRole
from declic.records.sheets.models import SheetPerson
from declic.records.sheets.naming import Naming
from declic.records.sheets.spreadsheet.columns import COLUMNS, Column
from declic.records.sheets.spreadsheet.files import csv_of
from tests.people import CLAIRE, LIBRARY, WORKSHOP


DAY = datetime.date(2024, 3, 1)
PACT = "/pilotage/pactes/{slug}/"
SHEET = f"{PACT}fiches/{{code}}/"
MEASURE = f"{PACT}mesures/10/"
STEP = {"title": "Ouvrir au public", "due_on": "2024-03-01", "weight": "3"}
BLOCKED = {"cause": "Pas de local", "lifting_condition": "Un local prêté", "since_on": "2024-03-01"}
NOTED = {"kind": "progress", "text": "Les affiches sont là.", "on": "2024-03-01"}
NAMED = {"institution_id": "{workshop}", "person_id": "", "function": "Directrice"}
CELLS = {Column.MEASURE: "Mesure 10", Column.TITLE: "Lire dehors", Column.PILOT: "Directrice"}
PREVIEWED = base64.b64encode(csv_of([[CELLS.get(column, "") for column in COLUMNS]])).decode()
SENT: dict[str, tuple[str, dict[str, Any]]] = {
    "import_sheets": (f"{PACT}importer-des-fiches/", {"kept": PREVIEWED}),
    "edit_many_sheets": (
        f"{PACT}modifier-des-fiches/",
        {"sheets": "{code}", "priority": "high", "confirmed": "1"},
    ),
    "name_pilot": (f"{PACT}pilotes/axes/1/", NAMED),
    "unname_pilot": (f"{PACT}pilotes/{{pilot}}/retirer/", {}),
    "name_lead": (f"{MEASURE}responsables/", NAMED),
    "carry_over": (
        f"{MEASURE}reconduction/",
        {"fate": "handed_over", "institution_id": "{workshop}", "frame": "contrat de ville", "edition": "0"},
    ),
    "sheet_health": (
        f"{SHEET}meteo/",
        {"health": "rain", "why": "Personne ne vient.", "edition": "0"},
    ),
    "unname_lead": (f"{PACT}responsables/{{lead}}/retirer/", {}),
    "open_sheet": (
        f"{MEASURE}fiches/nouvelle/",
        {"title": "Lire dehors", "lead": "{workshop}", "start_on": "2024-03-01", "end_on": ""},
    ),
    "edit_sheet": (
        f"{SHEET}modifier/calendar/",
        {"status": "ongoing", "maturity": "draft", "priority": "high", "edition": "1"},
    ),
    "keep_template": (f"{SHEET}modele/", {}),
    "put_institution": (f"{SHEET}institutions/", {"institution_id": "{library}", "role": "funder"}),
    "take_institution_off": (f"{SHEET}institutions/{{partner}}/retirer/", {}),
    "put_person": (f"{SHEET}personnes/", {"words": "Service culture", "role": "department", "person_id": ""}),
    "take_person_off": (f"{SHEET}personnes/{{person}}/retirer/", {}),
    "add_milestone": (f"{SHEET}jalons/nouveau/", STEP),
    "edit_milestone": (f"{SHEET}jalons/{{milestone}}/", {**STEP, "due_on": "2024-04-01", "edition": "1"}),
    "finish_milestone": (f"{SHEET}jalons/{{milestone}}/fait/", {"edition": "1"}),
    "add_blocker": (f"{SHEET}blocages/nouveau/", BLOCKED),
    "edit_blocker": (f"{SHEET}blocages/{{blocker}}/", {**BLOCKED, "lifted_on": "2024-03-02", "edition": "1"}),
    "add_note": (f"{SHEET}notes/", NOTED),
    "edit_note": (f"{SHEET}notes/{{note}}/", {**NOTED, "text": "Elles sont posées.", "edition": "1"}),
    "add_comment": (f"{SHEET}commentaires/", {"words": "Qu'en pensez-vous ?", "mentioned": "{claire}"}),
}


def sheets_of(slug: str) -> dict[str, object]:
    """Give the pact a sheet on an axis of Claire's with all that hangs on it, and a second one who pilots and answers."""
    measure = Programme.objects.get(slug=slug).measures.get(number="10")
    assert measure.axis is not None
    claire = viewer_of(get_user_model().objects.get(email=CLAIRE.email))
    assert claire.institution_id is not None
    workshop, library = (find_or_add_institution(name, by=OPERATOR) for name in (WORKSHOP, LIBRARY))
    writes.name_pilot(
        measure.axis.pk, institution_id=claire.institution_id, who=Naming(claire.user_id), by=OPERATOR
    )
    writes.name_pilot(measure.axis.pk, institution_id=library, by=OPERATOR)
    writes.name_lead(measure.pk, institution_id=library, by=OPERATOR)
    sheet = writes.open_sheet(measure.pk, says={"title": "Prêter des jeux"}, lead_id=workshop, by=OPERATOR)
    writes.put_institution(sheet, institution_id=workshop, role=SheetRole.HOST, by=OPERATOR)
    writes.put_person(sheet, role=PersonRole.PILOT, words="Directrice", by=OPERATOR)
    step = {"title": "Choisir les jeux", "due_on": DAY}
    blocked = {"cause": "Pas de clé", "lifting_condition": "Une clé", "since_on": DAY}
    hosts = Institution.objects.get(pk=workshop).on_sheets.filter(role=SheetRole.HOST)
    return {
        "workshop": workshop,
        "library": library,
        "claire": claire.user_id,
        "code": "10-1",
        "pilot": measure.axis.pilots.get(institution_id=library).pk,
        "lead": measure.leads.get(institution_id=library).pk,
        "partner": hosts.get().pk,
        "person": SheetPerson.objects.get(sheet_id=sheet).pk,
        "milestone": writes.add_milestone(sheet, says=step, by=OPERATOR),
        "blocker": writes.add_blocker(sheet, says=blocked, by=OPERATOR),
        "note": writes.add_note(sheet, kind=NoteKind.NEXT, text="Bientôt.", on=DAY, by=claire),
    }
