"""The pages of action sheets, as each person meets them."""

import datetime
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from declic.records.pact.models import Measure
from declic.records.sheets import reads
from declic.records.sheets.choices import PersonRole
from declic.records.sheets.models import AxisPilot, Comment, Mention, Milestone, Note, SheetTemplate
from declic.records.sheets.reads.expecting import Expected
from declic.records.sheets.spreadsheet.columns import COLUMNS, Column
from declic.records.sheets.spreadsheet.files import rows_of, workbook_of
from declic.records.sheets.writes import add_blocker, add_milestone, edit_sheet, open_sheet, put_person
from tests.people import CLAIRE, HUGO, LINA, ODILE, VISITOR, Person
from tests.records.sheets.invented import Steered, axis, measure, sheet, steered


pytestmark = pytest.mark.django_db
DAY = datetime.date(2024, 3, 1)


@pytest.fixture
def pact() -> Steered:
    return steered()


def entered(person: Person) -> Client:
    client = Client()
    assert client.login(username=person.email, password=person.password)
    return client


def at(pact: Steered, name: str, **more: object) -> str:
    known = {"slug": pact.slug, "code": "10-1", **more}
    if name in {"sheets", "pilots", "name_pilot"}:
        del known["code"]
    if name in {"measure_sheets", "open_sheet", "name_lead", "steering_measure"}:
        known = {"slug": pact.slug, "number": "10", **more}
    return reverse(name, kwargs=known)


def told(answer) -> str:
    return str(answer.content.decode())


def test_a_pilot_creates_a_sheet_from_the_page_of_the_measure(pact):
    client = entered(CLAIRE)
    assert at(pact, "open_sheet") in told(client.get(at(pact, "steering_measure")))
    sent = {"title": "Prêter des jeux", "lead": pact.workshop, "start_on": "2024-03-01", "end_on": ""}

    for _ in range(2):
        assert client.post(at(pact, "open_sheet"), sent)["Location"] == at(pact, "measure_sheets")

    page = told(client.get(at(pact, "measure_sheets")))
    assert page.count("Prêter des jeux") == 1
    assert "10-2 · Atelier des Tilleuls" in page


def test_what_is_wrong_is_said_beside_its_field(pact):
    sent = {"title": "Prêter", "start_on": "2024-03-02", "end_on": "2024-03-01"}

    answer = entered(CLAIRE).post(at(pact, "open_sheet"), sent)

    assert answer.status_code == 422
    assert "La fin vient avant le début." in told(answer)
    assert measure().sheets.count() == 1


@pytest.mark.parametrize("part", ["presentation", "calendar", "means", "public"])
def test_a_member_of_the_lead_institution_edits_and_another_meets_404(pact, part):
    address = at(pact, "edit_sheet", part=part)

    assert entered(LINA).get(address).status_code == 200
    assert entered(HUGO).get(address).status_code == 404
    assert entered(HUGO).post(address, {"title": "x", "status": "done"}).status_code == 404
    assert entered(HUGO).get(at(pact, "sheet")).status_code == 200
    assert "modifier/" not in told(entered(HUGO).get(at(pact, "sheet")))


def test_two_people_on_one_sheet_see_both_texts(pact):
    address = at(pact, "edit_sheet", part="calendar")
    first = {"status": "ongoing", "maturity": "draft", "priority": "high", "edition": 1}
    assert entered(CLAIRE).post(address, first).status_code == 302

    answer = entered(LINA).post(address, {**first, "priority": "low"})

    assert answer.status_code == 409
    assert "Élevé" in told(answer)
    assert "Bas" in told(answer)
    assert sheet(pact.sheet_id).priority == "high"


def test_only_a_pilot_publishes_and_the_form_says_so(pact):
    address = at(pact, "edit_sheet", part="public")
    sent = {"public_summary": "La ludothèque ouvre.", "publication": "published", "edition": 1}

    refused = entered(LINA).post(address, sent)
    kept = entered(CLAIRE).post(address, sent)

    assert refused.status_code == 422
    assert "au pilote de l&#x27;axe d&#x27;en décider" in told(refused)
    assert kept.status_code == 302
    assert [one.summary for one in reads.published_sheets(pact.slug, viewer=VISITOR)] == [
        "La ludothèque ouvre."
    ]


def test_every_tab_says_what_it_is_for(pact):
    edit_sheet(pact.sheet_id, says={"means": "Deux postes", "themes": ["culture"]}, by=pact.claire)
    number = add_milestone(pact.sheet_id, says={"title": "Ouvrir au public", "due_on": DAY}, by=pact.claire)
    blocked = {"cause": "Pas de clé", "lifting_condition": "Une clé", "since_on": DAY}
    add_blocker(pact.sheet_id, says=blocked, by=pact.claire)
    client = entered(LINA)

    assert "Culture" in told(client.get(at(pact, "sheet")))
    assert "Atelier des Tilleuls" in told(client.get(at(pact, "sheet_actors")))
    calendar = told(client.get(at(pact, "sheet_calendar")))
    assert "Ouvrir au public" in calendar
    assert "jours de retard" in calendar
    assert at(pact, "finish_milestone", milestone_id=number) in calendar
    assert "Deux postes" in told(client.get(at(pact, "sheet_means")))
    assert "Pas de clé" in told(client.get(at(pact, "sheet_following")))
    history = told(client.get(at(pact, "sheet_history")))
    assert "Moyens humains et techniques" in history
    assert "Claire (Préfecture de Valmont)" in history


def test_a_gauge_that_cannot_be_calculated_says_why_and_never_zero(pact):
    page = told(entered(LINA).get(at(pact, "sheet")))

    assert page.count("non calculable") >= 2
    assert "la fiche n&#x27;a pas de jalon" in page
    assert re.search(r"(?<!\d)0\s%", page) is None


def test_a_milestone_is_added_moved_and_finished_in_one_click(pact):
    client, sent = entered(LINA), {"title": "Ouvrir", "due_on": "2024-03-01", "weight": "3"}
    for _ in range(2):
        assert client.post(at(pact, "add_milestone"), sent).status_code == 302
    row = Milestone.objects.get()
    moved = {**sent, "due_on": "2024-04-01", "edition": 1}
    assert client.post(at(pact, "edit_milestone", milestone_id=row.pk), moved).status_code == 302

    stale = client.post(at(pact, "finish_milestone", milestone_id=row.pk), {"edition": 1}, follow=True)
    assert "a changé entre-temps" in told(stale)
    done = client.post(at(pact, "finish_milestone", milestone_id=row.pk), {"edition": 2, "from": "actions"})

    assert done["Location"] == reverse("my_actions")
    assert Milestone.objects.get().done_on == timezone.localdate()


@pytest.mark.parametrize(
    "sent",
    [
        {"title": "", "due_on": "2024-03-01"},
        {"title": "x", "due_on": "31/02/2024"},
        {"title": "x", "due_on": "2024-03-01", "weight": "0"},
    ],
)
def test_a_milestone_that_cannot_be_kept_is_shown_again(pact, sent):
    assert entered(LINA).post(at(pact, "add_milestone"), {"weight": "1", **sent}).status_code == 422
    assert not Milestone.objects.exists()


def test_notes_blockers_and_comments_are_kept_once(pact):
    client = entered(LINA)
    note = {"kind": "progress", "text": "Les affiches sont là.", "on": "2024-03-01"}
    comment = {"words": "Qu'en pensez-vous ?", "mentioned": [pact.claire.user_id]}
    for _ in range(2):
        assert client.post(at(pact, "add_note"), note).status_code == 302
        assert client.post(at(pact, "add_comment"), comment).status_code == 302
    assert (Note.objects.count(), Comment.objects.count(), Mention.objects.count()) == (1, 1, 1)
    row = Note.objects.get()

    edited = client.post(
        at(pact, "edit_note", note_id=row.pk), {**note, "text": "Elles sont posées.", "edition": 1}
    )
    foreign = entered(CLAIRE).get(at(pact, "edit_note", note_id=row.pk))

    assert edited.status_code == 302
    assert foreign.status_code == 404
    page = told(client.get(at(pact, "sheet_following")))
    assert "Elles sont posées." in page
    assert "à l&#x27;attention de Claire" in page
    assert client.post(at(pact, "add_note"), {**note, "text": " "}).status_code == 422
    assert client.post(at(pact, "add_comment"), {"words": ""}).status_code == 422
    assert client.post(at(pact, "add_comment"), {"words": "x", "mentioned": ["999999"]}).status_code == 422


def test_a_pilot_takes_an_axis_and_names_who_answers(pact):
    AxisPilot.objects.all().delete()
    client = entered(CLAIRE)
    assert "pilote non désigné" in told(client.get(at(pact, "pilots")))
    state = pact.claire.institution_id
    sent = {"institution_id": state, "person_id": pact.claire.user_id, "function": ""}

    assert client.post(at(pact, "name_pilot", number=1), sent).status_code == 302
    lead = {"institution_id": pact.workshop, "person_id": "", "function": "Directrice"}
    assert client.post(at(pact, "name_lead"), lead).status_code == 302

    page = told(client.get(at(pact, "pilots")))
    assert "Préfecture de Valmont (Claire)" in page
    assert "Atelier des Tilleuls (Directrice)" in page
    wrong = client.post(at(pact, "name_pilot", number=1), {**sent, "person_id": pact.lina.user_id})
    assert wrong.status_code == 422
    AxisPilot.objects.update(person=pact.odile.user_id)
    assert client.get(at(pact, "name_pilot", number=1)).status_code == 404


def test_pilots_and_leads_are_taken_away_by_who_named_them(pact):
    row = axis().pilots.get()
    address = reverse("unname_pilot", args=[pact.slug, row.pk])

    assert entered(LINA).post(address).status_code == 404
    assert entered(ODILE).post(address).status_code == 302
    assert entered(ODILE).post(address).status_code == 302
    assert entered(CLAIRE).post(address).status_code == 404
    assert entered(ODILE).post(reverse("unname_pilot", args=[pact.slug, row.pk + 1])).status_code == 404


def test_institutions_and_people_are_put_on_a_sheet_and_taken_off(pact):
    client = entered(LINA)
    hugos = {"institution_id": pact.hugo.institution_id, "role": "funder"}
    who = {"words": "Paule Tilleul", "role": "pilot", "person_id": ""}
    for _ in range(2):
        assert client.post(at(pact, "put_institution"), hugos).status_code == 302
        assert client.post(at(pact, "put_person"), who).status_code == 302
    page = told(client.get(at(pact, "sheet_actors")))
    assert page.count('<strong lang="fr">Paule Tilleul</strong>') == 1
    assert client.post(at(pact, "put_person"), {**who, "words": ""}).status_code == 422
    row = sheet(pact.sheet_id).people.get()

    assert client.post(at(pact, "take_person_off", person_id=row.pk)).status_code == 302
    assert entered(CLAIRE).post(at(pact, "take_person_off", person_id=row.pk)).status_code == 404
    assert entered(HUGO).post(at(pact, "take_institution_off", place_id=1)).status_code == 404
    assert not sheet(pact.sheet_id).people.exists()


def test_the_list_answers_what_is_asked(pact):
    other = open_sheet(measure("20").pk, says={"title": "Lire dehors", "themes": ["culture"]}, by=pact.odile)
    edit_sheet(pact.sheet_id, says={"end_on": DAY}, by=pact.odile)
    client = entered(LINA)

    def found(query: str) -> tuple[bool, bool]:
        page = told(client.get(f"{at(pact, 'sheets')}?{query}"))
        return "10-1 · " in page, f"{sheet(other).code} · " in page

    assert found("") == (True, True)
    assert found("retard=on") == (True, False)
    assert found("theme=culture") == (False, True)
    assert found("miennes=on") == (True, False)
    assert found("statut=ongoing") == (True, False)
    assert found("q=DEHORS") == (False, True)
    assert found("statut=magic&axe=99") == (True, True)


def test_my_actions_says_what_is_expected_of_me_the_most_pressing_first(pact):
    today = datetime.date(2024, 3, 10)
    add_milestone(pact.sheet_id, says={"title": "Ouvrir", "due_on": DAY}, by=pact.claire)
    add_milestone(
        pact.sheet_id, says={"title": "Fermer", "due_on": datetime.date(2024, 4, 1)}, by=pact.claire
    )

    found = reads.my_actions(viewer=pact.lina, today=today)

    assert [(one.kind, one.title, one.days_late) for one in found] == [
        (Expected.MILESTONE_LATE, "Ouvrir", 9),
        (Expected.MILESTONE_SOON, "Fermer", 0),
        (Expected.MISSING, "Ouvrir la ludothèque le samedi", 0),
    ]
    assert reads.my_actions(viewer=pact.hugo, today=today) == ()
    edit_sheet(pact.sheet_id, says={"status": "dropped"}, by=pact.claire)
    assert reads.my_actions(viewer=pact.lina, today=today) == ()


def test_who_is_named_on_a_sheet_finds_it_among_their_actions(pact):
    put_person(
        pact.sheet_id,
        role=PersonRole.PILOT,
        words="Hugo",
        by=pact.lina,
        person_id=pact.hugo.user_id,
    )

    assert [one.kind for one in reads.my_actions(viewer=pact.hugo, today=DAY)] == [Expected.MISSING]
    page = told(entered(HUGO).get(reverse("my_actions")))
    assert "Ouvrir la ludothèque le samedi" in page


def test_a_pilot_makes_a_model_and_a_sheet_starts_from_it(pact):
    assert entered(LINA).post(at(pact, "keep_template")).status_code == 404
    assert entered(CLAIRE).post(at(pact, "keep_template")).status_code == 302
    template = SheetTemplate.objects.get()

    sent = {"title": "Une autre", "template": template.pk}
    assert entered(CLAIRE).post(at(pact, "open_sheet"), sent).status_code == 302
    assert measure().sheets.count() == 2


def test_the_steering_page_counts_the_sheets_of_each_measure(pact):
    client, home = entered(CLAIRE), reverse("steering_pact", args=[pact.slug])

    page = told(client.get(f"{home}?etat=with_sheet"))

    assert f"mesures/{measure().number}/" in page
    others = Measure.objects.exclude(number="10").values_list("number", flat=True)
    assert all(f'/mesures/{number}/"' not in page for number in others)


def test_a_sheet_under_another_code_or_pact_is_not_found(pact):
    client = entered(CLAIRE)

    for code in ("10-2", "99-1", "10-", "x", "10-99999"):
        assert client.get(reverse("sheet", args=[pact.slug, code])).status_code == 404
    assert client.get(reverse("sheet", args=["inconnu", "10-1"])).status_code == 404


def test_a_spreadsheet_is_previewed_then_kept_and_twice_changes_nothing(pact):
    client, address = entered(CLAIRE), reverse("import_sheets", args=[pact.slug])
    table = [["" for _ in COLUMNS], ["" for _ in COLUMNS]]
    for row, title in zip(table, ("Prêter des jeux", ""), strict=True):
        row[COLUMNS.index(Column.MEASURE)], row[COLUMNS.index(Column.TITLE)] = "Mesure 10", title
    table[1][COLUMNS.index(Column.LEAD)] = "Sans titre"
    file = SimpleUploadedFile("fiches.xlsx", workbook_of(table))

    preview = client.post(address, {"file": file})
    assert measure().sheets.count() == 1
    assert "1 nouvelle fiche (10-2)" in told(preview)
    assert "le titre de l&#x27;action manque" in told(preview)
    found = re.search(r'name="kept" value="([^"]+)"', told(preview))
    assert found is not None
    kept = [client.post(address, {"kept": found[1]}) for _ in range(2)]

    assert measure().sheets.count() == 2
    assert "1 nouvelle fiche (10-2)" in told(kept[0])
    assert "1 fiche inchangée" in told(kept[1])


@pytest.mark.parametrize("sent", [{}, {"kept": "%%%"}, {"kept": "cmllbg=="}])
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(pact, sent):
    answer = entered(LINA).post(reverse("import_sheets", args=[pact.slug]), sent)

    assert answer.status_code == 422
    assert "Ce fichier n&#x27;a pas été lu" in told(answer)


def test_the_sheets_leave_as_files_that_come_back_as_they_are(pact):
    for name in ("sheets_xlsx", "sheets_csv"):
        answer = entered(LINA).get(reverse(name, args=[pact.slug]))

        assert answer["Content-Disposition"].startswith("attachment")
        assert rows_of(answer.content) == ((2, reads.sheets_table(pact.slug, viewer=pact.lina)[0]),)
