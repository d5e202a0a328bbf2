"""The dossier: frozen, sealed, readable by everyone, the same facts the same bytes."""

import datetime
import hashlib
import io
import json
from dataclasses import replace

import openpyxl
import pypdfium2
import pytest
import time_machine
from django.db import DatabaseError, transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings, strategies as st

from declic.records.sheets.history import change
from declic.records.sheets.models import ActionSheet
from declic.records.steering import reads
from declic.records.steering.choices import CommitteeKind, DecisionState, MeetingState
from declic.records.steering.given import GivenCommittee, GivenDecision, GivenMeeting
from declic.records.steering.models import Dossier
from declic.records.steering.snapshots import canonical
from declic.records.steering.values import FrozenDossier
from declic.records.steering.writes import (
    decide,
    follow_decision,
    freeze_dossier,
    move_meeting,
    mute_alert,
    open_committee,
    plan_meeting,
)
from declic.web.pilots.committees.dossiers.contents import shown
from declic.web.pilots.committees.dossiers.files import dossier_pdf, dossier_xlsx
from tests.people import CLAIRE, LINA, OPERATOR
from tests.records.money.invented import a_line
from tests.records.steering.invented import SECOND, TODAY, room, started


pytestmark = pytest.mark.django_db


def frozen(place) -> FrozenDossier:
    number = freeze_dossier(place.meeting_id, today=TODAY, by=OPERATOR)
    return reads.dossier(number, viewer=OPERATOR)


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def test_the_same_facts_are_one_dossier_with_one_seal():
    place = room()

    first, second = frozen(place), frozen(place)

    assert first == second
    assert first.sha256 == hashlib.sha256(first.content.encode()).hexdigest()
    assert json.loads(first.content)["format"] == "declic-dossier/1"


def test_another_fact_is_another_dossier_and_the_first_stays_as_it_was():
    place = room()
    before = frozen(place)

    change(ActionSheet.objects.get(pk=place.pact.sheet_id), by=OPERATOR, status="paused")
    after = frozen(place)

    assert (before.sequence, after.sequence) == (1, 2)
    assert before.sha256 != after.sha256
    assert reads.dossier(before.id, viewer=OPERATOR) == before


def test_the_database_refuses_that_a_dossier_changes_or_goes():
    place = room()
    number = frozen(place).id

    with pytest.raises(DatabaseError, match="a dossier never changes"), transaction.atomic():
        Dossier.objects.filter(pk=number).update(content="{}")
    with pytest.raises(DatabaseError, match="a dossier never changes"), transaction.atomic():
        Dossier.objects.filter(pk=number).delete()


ACTS = st.lists(st.sampled_from(("status", "decide", "mute", "plan", "freeze")), max_size=6)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_whatever_happens_after_it_a_frozen_dossier_never_changes(acts):
    with transaction.atomic():
        place = started(room())
        before = frozen(place)
        for number, act in enumerate(acts):
            _happens(place, act, number=number)
        assert reads.dossier(before.id, viewer=OPERATOR) == before
        assert hashlib.sha256(before.content.encode()).hexdigest() == before.sha256
        transaction.set_rollback(True)


def _happens(place, act: str, *, number: int) -> None:
    if act == "status":
        row = ActionSheet.objects.get(pk=place.pact.sheet_id)
        change(row, by=OPERATOR, status="blocked" if number % 2 else "paused")
    elif act == "decide":
        decide(place.meeting_id, says=GivenDecision(f"Décider {number}."), by=OPERATOR)
    elif act == "mute":
        mute_alert(place.pact.slug, key=f"no_update sheet {number}", reason="Gelé.", by=OPERATOR)
    elif act == "plan":
        later = SECOND + datetime.timedelta(days=number)
        plan_meeting(place.committee_id, says=GivenMeeting(later), by=OPERATOR)
    else:
        freeze_dossier(place.meeting_id, today=TODAY + datetime.timedelta(days=number), by=OPERATOR)


def test_the_same_facts_give_the_same_bytes_as_pdf_and_as_a_spreadsheet():
    dossier = frozen(started(room()))
    pdf, sheet = dossier_pdf(dossier), dossier_xlsx(dossier)

    with time_machine.travel(datetime.datetime(2040, 5, 6, 7, 8, tzinfo=datetime.UTC)):
        assert dossier_pdf(dossier) == pdf
        assert dossier_xlsx(dossier) == sheet


def test_the_content_does_not_depend_on_the_order_of_its_keys():
    assert canonical({"b": 1, "a": {"d": None, "c": "é"}}) == '{"a":{"c":"é","d":null},"b":1}'


def test_the_dossier_tells_the_agenda_the_decisions_that_wait_and_what_changed():
    place = started(room())
    decide(place.meeting_id, says=GivenDecision("Écrire au rectorat."), by=OPERATOR)
    move_meeting(place.meeting_id, to=MeetingState.HELD, by=OPERATOR)
    second = plan_meeting(place.committee_id, says=GivenMeeting(SECOND, location="Mairie"), by=OPERATOR)
    change(ActionSheet.objects.get(pk=place.pact.sheet_id), by=OPERATOR, status="blocked")

    number = freeze_dossier(second, today=TODAY, by=OPERATOR)

    facts = json.loads(reads.dossier(number, viewer=OPERATOR).content)
    assert facts["since"] == "2024-03-05"
    assert [one["text"] for one in facts["waiting"]] == ["Écrire au rectorat."]
    assert {"field": "status", "old": "ongoing", "new": "blocked"}.items() <= facts["changes"][-1].items()
    assert facts["state"]["measures_with_sheet"] == 1
    assert facts["state"]["rhythms"] == [
        {"committee": "Groupe technique", "held": 1, "due": 2, "held_after": 0, "in_all": 12}
    ]


def test_what_another_committee_decided_comes_back_in_the_dossier_until_it_is_carried_out():
    place = started(room())
    late = GivenDecision("Écrire au rectorat.", due_on=datetime.date(2024, 3, 20))
    decided = decide(place.meeting_id, says=late, by=OPERATOR)
    move_meeting(place.meeting_id, to=MeetingState.HELD, by=OPERATOR)
    says = GivenCommittee("Comité de pilotage", CommitteeKind.STEERING)
    other = open_committee(place.pact.slug, says=says, by=OPERATOR)
    meeting = plan_meeting(other, says=GivenMeeting(SECOND), by=OPERATOR)

    before = reads.dossier(freeze_dossier(meeting, today=TODAY, by=OPERATOR), viewer=OPERATOR)
    follow_decision(decided, says={"state": DecisionState.DONE}, by=OPERATOR)
    after = reads.dossier(freeze_dossier(meeting, today=TODAY, by=OPERATOR), viewer=OPERATOR)

    facts, later = json.loads(before.content), json.loads(after.content)
    assert [one["text"] for one in facts["waiting"]] == ["Écrire au rectorat."]
    assert (facts["state"]["waiting"], facts["state"]["late_decisions"]) == (1, 1)
    assert (later["waiting"], later["state"]["waiting"]) == ([], 0)


def test_the_pdf_says_its_title_its_language_and_is_tagged_for_screen_readers():
    pdf = dossier_pdf(frozen(started(room())))

    words = text_of(pdf)
    assert pdf.startswith(b"%PDF")
    assert b"/MarkInfo" in pdf
    assert b"pdfuaid" in pdf
    assert "Dossier de séance : Groupe technique" in words
    assert "Ouverture du samedi" in words
    assert "Atelier des Tilleuls" in words
    assert "Sommaire" in words


def test_a_hostile_word_stays_a_word_in_both_files():
    place = started(room())
    word = '=HYPERLINK("x") #set text(red) *gras* $x$'
    decide(place.meeting_id, says=GivenDecision(word), by=OPERATOR)
    number = freeze_dossier(place.meeting_id, today=TODAY, by=OPERATOR)
    dossier = reads.dossier(number, viewer=OPERATOR)

    book = openpyxl.load_workbook(io.BytesIO(dossier_xlsx(dossier)))

    cells = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert f"'{word}" in cells
    assert all(not str(value).startswith("=") for value in cells)
    assert "#set text(red)" in text_of(dossier_pdf(dossier)).replace("\r\n", " ").replace("\n", " ")


def test_claire_freezes_the_dossier_in_one_click_and_members_read_its_files(client):
    place = room()
    client.login(username=CLAIRE.email, password=CLAIRE.password)
    page = reverse("meeting", args=[place.meeting_id])

    first = client.post(page, {"act": "freeze"})
    client.post(page, {"act": "freeze"})

    number = Dossier.objects.get().pk
    assert first.status_code == 302
    client.login(username=LINA.email, password=LINA.password)
    for name, start in (("pdf", b"%PDF"), ("xlsx", b"PK"), ("json", b"{")):
        answer = client.get(reverse(f"dossier_{name}", args=[number]))
        assert answer.status_code == 200
        assert answer.content.startswith(start)
    assert client.post(page, {"act": "freeze"}).status_code == 404


def test_the_dossier_of_a_pact_under_review_is_read_by_who_reviews_alone(client):
    place = room(public=False)
    number = freeze_dossier(place.meeting_id, today=TODAY, by=OPERATOR)
    client.login(username=LINA.email, password=LINA.password)

    assert client.get(reverse("dossier_json", args=[number])).status_code == 404


def drawn(pdf: bytes) -> int:
    """How many shapes the pages draw."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        kinds = [one.type for page in document for one in page.get_objects(max_depth=3)]
        return kinds.count(pypdfium2.raw.FPDF_PAGEOBJ_PATH)
    finally:
        document.close()


def gauged(dossier: FrozenDossier, percent: int | None) -> FrozenDossier:
    """The same dossier, whose first sheet says that share of its time."""
    facts = json.loads(dossier.content)
    sheet = next(one for axis in facts["axes"] for measure in axis["measures"] for one in measure["sheets"])
    sheet["elapsed"]["percent"] = percent
    return replace(dossier, content=canonical(facts))


def test_words_that_look_like_a_share_are_drawn_as_words():
    dossier = frozen(started(room()))
    title = "Ouvrir la ludothèque le samedi"
    assert title in dossier.content

    alike = replace(dossier, content=dossier.content.replace(title, "50\u00a0%"))

    assert "50\u00a0%" in text_of(dossier_pdf(alike))
    assert drawn(dossier_pdf(alike)) == drawn(dossier_pdf(dossier))


def test_a_gauge_is_drawn_as_a_track_and_a_bar_and_what_cannot_be_calculated_as_neither():
    dossier = frozen(started(room()))

    unknown, none, some = (drawn(dossier_pdf(gauged(dossier, percent))) for percent in (None, 0, 25))

    assert (none, some) == (unknown + 1, unknown + 2)


def test_a_spreadsheet_of_a_dossier_counts_with_its_numbers_and_its_days():
    place = started(room())
    decide(
        place.meeting_id,
        says=GivenDecision("Écrire au rectorat.", due_on=datetime.date(2024, 3, 20)),
        by=OPERATOR,
    )
    a_line(place.pact)

    book = openpyxl.load_workbook(io.BytesIO(dossier_xlsx(frozen(place))))

    values = {cell.value: cell.number_format for sheet in book for row in sheet.iter_rows() for cell in row}
    assert values[1000] == '#,##0.00" €"'
    assert values[datetime.datetime(2024, 3, 20)] == "dd/mm/yyyy"  # noqa: DTZ001 — a spreadsheet knows no time zone
    assert values[10] == "0"


def test_the_pact_on_one_page_says_its_three_gauges_and_its_money():
    place = started(room())
    a_line(place.pact)

    facts = json.loads(frozen(place).content)
    page = next(one for one in shown(frozen(place)).sections if one.is_split)
    told = {row[0].words: row[1].words for part in page.parts for row in part.rows}

    assert facts["state"]["gauges"]["results"] == {"percent": None, "why": "no_indicator"}
    assert (told["Résultats"], told["Recherché (TTC)"]) == ("non calculable", "1\u00a0000\u00a0€")
    assert set(told) >= {"Temps écoulé", "Jalons pondérés", "Acquis (TTC)", "Manquant (TTC)"}


def test_a_dossier_frozen_before_the_pact_was_gauged_is_still_read():
    place = started(room())
    now = frozen(place)
    facts = json.loads(now.content)
    del facts["state"]["gauges"]
    for rhythm in facts["state"]["rhythms"]:
        del rhythm["held_after"]

    words = text_of(dossier_pdf(replace(now, content=canonical(facts))))

    assert "Le pacte en une page" in words
    assert "Jalons pondérés" not in words


def test_numbers_stand_to_the_right_and_gauges_and_words_to_the_left():
    place = started(room())
    a_line(place.pact)

    page = next(one for one in shown(frozen(place)).sections if one.is_split)
    sides = {part.title: part.are_numbers for part in page.parts}

    assert sides["Chiffres"] == (False, True)
    assert sides["Argent"] == (False, True)
    assert sides["Avancement"] == (False, False)
    assert sides["Réunions tenues et promises"] == (False, False)
