"""The addresses of action sheets."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from declic.web.pilots.sheets import (
    bulk_views,
    edit_views,
    fate_views,
    people_views,
    sheet_views,
    spreadsheet_views,
    step_views,
    timeline_views,
    views,
)
from declic.web.pilots.sheets.edit_views import PARTS


class PartOfSheet(StringConverter):
    """A part of a sheet that has its own form."""

    regex = "|".join(PARTS)


register_converter(PartOfSheet, "sheet_part")

PACT = "pactes/<slug:slug>"
MEASURE = f"{PACT}/mesures/<str:number>"
SHEET = f"{PACT}/fiches/<str:code>"

urlpatterns = [
    path("mes-actions/", views.my_actions, name="my_actions"),
    path(f"{PACT}/fiches/", views.sheets, name="sheets"),
    path(f"{PACT}/fiches.xlsx", spreadsheet_views.sheets_xlsx, name="sheets_xlsx"),
    path(f"{PACT}/fiches.csv", spreadsheet_views.sheets_csv, name="sheets_csv"),
    path(f"{PACT}/importer-des-fiches/", spreadsheet_views.import_sheets, name="import_sheets"),
    path(f"{PACT}/modifier-des-fiches/", bulk_views.edit_many_sheets, name="edit_many_sheets"),
    path(f"{PACT}/frise/", timeline_views.timeline, name="timeline"),
    path(f"{PACT}/pilotes/", people_views.pilots, name="pilots"),
    path(f"{PACT}/pilotes/axes/<int:number>/", people_views.name_pilot, name="name_pilot"),
    path(f"{PACT}/pilotes/<int:pilot_id>/retirer/", people_views.unname_pilot, name="unname_pilot"),
    path(f"{PACT}/responsables/<int:lead_id>/retirer/", people_views.unname_lead, name="unname_lead"),
    path(f"{MEASURE}/responsables/", people_views.name_lead, name="name_lead"),
    path(f"{MEASURE}/reconduction/", fate_views.carry_over, name="carry_over"),
    path(f"{MEASURE}/fiches/", views.measure_sheets, name="measure_sheets"),
    path(f"{MEASURE}/fiches/nouvelle/", views.open_sheet, name="open_sheet"),
    path(f"{SHEET}/", sheet_views.sheet, name="sheet"),
    path(f"{SHEET}/acteurs/", sheet_views.sheet_actors, name="sheet_actors"),
    path(f"{SHEET}/calendrier/", sheet_views.sheet_calendar, name="sheet_calendar"),
    path(f"{SHEET}/moyens/", sheet_views.sheet_means, name="sheet_means"),
    path(f"{SHEET}/suivi/", sheet_views.sheet_following, name="sheet_following"),
    path(f"{SHEET}/decisions/", sheet_views.sheet_decisions, name="sheet_decisions"),
    path(f"{SHEET}/meteo/", fate_views.sheet_health, name="sheet_health"),
    path(f"{SHEET}/historique/", sheet_views.sheet_history, name="sheet_history"),
    path(f"{SHEET}/modifier/<sheet_part:part>/", edit_views.edit_sheet, name="edit_sheet"),
    path(f"{SHEET}/modele/", edit_views.keep_template, name="keep_template"),
    path(f"{SHEET}/institutions/", people_views.put_institution, name="put_institution"),
    path(
        f"{SHEET}/institutions/<int:place_id>/retirer/",
        people_views.take_institution_off,
        name="take_institution_off",
    ),
    path(f"{SHEET}/personnes/", people_views.put_person, name="put_person"),
    path(f"{SHEET}/personnes/<int:person_id>/retirer/", people_views.take_person_off, name="take_person_off"),
    path(f"{SHEET}/jalons/nouveau/", step_views.add_milestone, name="add_milestone"),
    path(f"{SHEET}/jalons/<int:milestone_id>/", step_views.edit_milestone, name="edit_milestone"),
    path(f"{SHEET}/jalons/<int:milestone_id>/fait/", step_views.finish_milestone, name="finish_milestone"),
    path(f"{SHEET}/blocages/nouveau/", step_views.add_blocker, name="add_blocker"),
    path(f"{SHEET}/blocages/<int:blocker_id>/", step_views.edit_blocker, name="edit_blocker"),
    path(f"{SHEET}/notes/", step_views.add_note, name="add_note"),
    path(f"{SHEET}/notes/<int:note_id>/", step_views.edit_note, name="edit_note"),
    path(f"{SHEET}/commentaires/", step_views.add_comment, name="add_comment"),
]
