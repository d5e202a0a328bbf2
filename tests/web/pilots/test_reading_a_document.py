"""« Lire un document »: a text is put in, reviewed value by value, and applied once."""

import html
import re
import zlib
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from declic.records.council.models import Sitting
from declic.records.sources.models import Document
from declic.records.sources.reads import list_documents
from declic.records.sources.writes import accept_all
from tests.people import CLAIRE, JEANNE
from tests.web.pilots.invented import TEXT, draft_of, item_of, read_again


pytestmark = pytest.mark.django_db
READ = "/pilotage/lire/"
DEMO = Path(__file__).resolve().parents[3] / "data" / "planoise" / "deliberation.txt"


@pytest.fixture
def jeanne_in(client, jeanne):
    client.login(username=JEANNE.email, password=JEANNE.password)
    assert jeanne.is_signed_in
    return client


def words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split())


def test_a_file_that_is_put_in_is_read_at_once_and_its_review_opens(jeanne_in, jeanne):
    answer = jeanne_in.post(READ, {"file": SimpleUploadedFile("deliberation.txt", TEXT.encode())})

    (document,) = list_documents(viewer=jeanne)
    assert document.draft is not None
    assert answer["Location"] == f"/pilotage/documents/{document.draft.id}/relire/"


def test_a_text_that_is_pasted_is_named_by_its_first_line(jeanne_in, jeanne):
    jeanne_in.post(READ, {"text": TEXT})

    (document,) = list_documents(viewer=jeanne)
    assert document.title.startswith("Extrait du registre des délibérations")


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "Choisissez un fichier ou collez un texte"),
        ({"text": "  \n "}, "Choisissez un fichier ou collez un texte"),
        ({"file": SimpleUploadedFile("vide.txt", b" ")}, "Le fichier est vide."),
        ({"file": SimpleUploadedFile("x.docx", b"PK\x03\x04zip")}, "Le document est abîmé ou incomplet"),
        ({"file": SimpleUploadedFile("x.txt", b"a\x00b")}, "octets nuls"),
        ({"file": SimpleUploadedFile("a.txt", b"Bonjour."), "text": "Bonjour."}, "l'un des deux"),
    ],
)
def test_what_cannot_be_read_gets_one_sentence_and_nothing_is_kept(jeanne_in, given, sentence):
    answer = jeanne_in.post(READ, given)

    assert answer.status_code == 422
    assert sentence in words(answer.content.decode())
    assert Document.objects.count() == 0


def test_the_documents_are_listed_with_where_their_review_stands(jeanne_in, jeanne):
    draft = draft_of(by=jeanne)
    count = read_again(draft, viewer=jeanne).draft.item_count

    page = words(jeanne_in.get(READ).content.decode())

    assert "À relire" in page
    assert f"0 valeurs décidées sur {count}" in page or f"0 valeur décidée sur {count}" in page


def test_the_review_lists_the_kinds_with_their_counts_and_shows_one(jeanne_in, jeanne):
    draft = draft_of(by=jeanne)

    page = words(jeanne_in.get(f"/pilotage/documents/{draft}/relire/?type=membres").content.decode())

    assert re.search(r"Membres 5\b", page)
    assert re.search(r"Mesures 5\b", page)
    assert "Diane CHANTELOUP" in page
    assert "à partir de la question 2" in page


@pytest.mark.parametrize("query", ["", "type=rien", "type=mesures&partie=99&page=99", "partie=-1&page=x"])
def test_an_address_that_means_nothing_still_shows_a_review(jeanne_in, jeanne, query):
    draft = draft_of(by=jeanne)

    assert jeanne_in.get(f"/pilotage/documents/{draft}/relire/?{query}").status_code == 200


def test_the_text_of_the_review_is_the_whole_text_of_the_document(jeanne_in, jeanne):
    page = jeanne_in.get(f"/pilotage/documents/{draft_of(by=jeanne)}/relire/").content.decode()
    pane = page.partition('class="read-text"')[2].partition(">")[2].partition("</section>")[0]
    shown = html.unescape(re.sub(r"<[^>]*>", "", pane.rpartition("</div>")[0]))

    assert shown.strip() == TEXT.strip()


def test_the_link_of_a_value_leads_to_its_words_in_the_text(jeanne_in, jeanne):
    draft = draft_of(by=jeanne)
    measure = item_of(draft, kind="measure", at=1, viewer=jeanne)

    page = jeanne_in.get(f"/pilotage/documents/{draft}/relire/?type=mesures").content.decode()

    assert f'href="#passage-{measure.id}"' in page
    after = page.partition(f'id="passage-{measure.id}">')[2]
    assert "Nous créerons un poste de jardinier médiateur." in words(after)[:70]


@pytest.mark.parametrize(
    ("decision", "state"), [("accepter", "accepted"), ("rejeter", "rejected"), ("reprendre", "proposed")]
)
def test_a_value_is_decided_by_one_press_and_the_page_comes_back_to_it(jeanne_in, jeanne, decision, state):
    draft = draft_of(by=jeanne)
    member = item_of(draft, kind="member", viewer=jeanne)

    answer = jeanne_in.post(
        f"/pilotage/documents/{draft}/relire/decider/", {"decision": f"{decision}:{member.id}", "page": "1"}
    )

    assert item_of(draft, kind="member", viewer=jeanne).state == state
    assert answer["Location"] == (
        f"/pilotage/documents/{draft}/relire/?type=membres&page=1#valeur-{member.id}"
    )


@pytest.mark.parametrize(
    "sent", ["", "accepter", "accepter:0", "accepter:abc", "effacer:{id}", "accepter:{other}"]
)
def test_a_decision_that_means_nothing_is_not_found_and_changes_nothing(jeanne_in, jeanne, sent):
    draft = draft_of(by=jeanne)
    other = item_of(draft_of(TEXT + "\n", by=jeanne), kind="member", viewer=jeanne)
    member = item_of(draft, kind="member", viewer=jeanne)

    answer = jeanne_in.post(
        f"/pilotage/documents/{draft}/relire/decider/",
        {"decision": sent.format(id=member.id, other=other.id)},
    )

    assert answer.status_code == 404
    assert item_of(draft, kind="member", viewer=jeanne).state == "proposed"


def test_a_value_is_corrected_field_by_field_and_what_was_read_stays(jeanne_in, jeanne):
    draft = draft_of(by=jeanne)
    member = item_of(draft, kind="member", viewer=jeanne)
    address = f"/pilotage/documents/{draft}/relire/valeurs/{member.id}/"
    form = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', jeanne_in.get(address).content.decode()))

    jeanne_in.post(address, {**form, "status": "present", "group": "Valmorte-le-Haut"})

    corrected = item_of(draft, kind="member", viewer=jeanne)
    assert corrected.state == "edited"
    assert corrected.shown["group"] == "Valmorte-le-Haut"
    assert corrected.value == member.value


def test_a_second_correction_keeps_the_first(jeanne_in, jeanne):
    draft = draft_of(by=jeanne)
    member = item_of(draft, kind="member", viewer=jeanne)
    address = f"/pilotage/documents/{draft}/relire/valeurs/{member.id}/"
    sent = {"name": "Brune AUBREPIN", "given": "Brune", "surname": "AUBREPIN", "civility": "Mme"}

    jeanne_in.post(address, {**sent, "status": "present", "group": "Valmorte-le-Haut"})
    jeanne_in.post(address, {**sent, "status": "excused", "group": "Valmorte-le-Haut", "edition": "1"})

    shown = item_of(draft, kind="member", viewer=jeanne).shown
    assert (shown["group"], shown["status"]) == ("Valmorte-le-Haut", "excused")


def test_every_value_of_one_kind_is_accepted_at_once_and_no_other(jeanne_in, jeanne):
    draft = draft_of(by=jeanne)

    answer = jeanne_in.post(f"/pilotage/documents/{draft}/relire/tout-accepter/", {"type": "membres"})

    states = {
        group.kind: {item.state for item in group.items} for group in read_again(draft, viewer=jeanne).groups
    }
    assert answer["Location"] == f"/pilotage/documents/{draft}/relire/?type=membres#values"
    assert states["member"] == {"accepted"}
    assert states["measure"] == {"proposed"}


def test_before_it_is_applied_the_page_says_what_would_open_and_what_would_not(jeanne_in, jeanne):
    draft = draft_of(by=jeanne)
    address = f"/pilotage/documents/{draft}/appliquer/"
    nothing_yet = words(jeanne_in.get(address).content.decode())
    accept_all(draft, by=jeanne)

    ready = words(jeanne_in.get(address).content.decode())

    assert "Rien à ouvrir pour l'instant" in nothing_yet
    assert "Appliquer et publier" not in nothing_yet
    assert re.search(r"Une séance : 5 membres, 2 procurations, 1 délibération", ready)
    assert re.search(r"Un pacte : 2 axes, 5 mesures, 2 signataires, 3 chiffres", ready)


def test_applying_opens_the_sitting_and_the_pact_publicly_and_leads_to_them(jeanne_in, jeanne, client):
    draft = draft_of(by=jeanne)
    accept_all(draft, by=jeanne)

    answer = jeanne_in.post(f"/pilotage/documents/{draft}/appliquer/", follow=True)

    page = answer.content.decode()
    assert "C'est appliqué et ouvert." in words(page)
    assert Document.objects.get().public
    client.logout()
    sitting = Sitting.objects.get().pk
    for address in (f"/deliberations/{sitting}/", "/pactes/pacte-des-jardins-de-valmorte/"):
        assert f'href="{address}"' in page
        assert client.get(address).status_code == 200


def test_applying_twice_changes_nothing_and_says_so(jeanne_in, jeanne):
    draft = draft_of(by=jeanne)
    accept_all(draft, by=jeanne)
    address = f"/pilotage/documents/{draft}/appliquer/"
    jeanne_in.post(address)

    again = jeanne_in.post(address, follow=True)

    page = words(again.content.decode())
    assert "Déjà appliqué" in page
    assert "La séance, recomptée" in page
    assert jeanne_in.get("/deliberations/2/").status_code == 404


def test_a_draft_whose_numbers_stand_twice_is_not_applied_and_says_which(jeanne_in, jeanne):
    draft = draft_of(by=jeanne)
    second = item_of(draft, kind="measure", at=1, viewer=jeanne)
    accept_all(draft, by=jeanne)
    edit = f"/pilotage/documents/{draft}/relire/valeurs/{second.id}/"
    jeanne_in.post(edit, {"number": "1", "axis": "1", "text": second.value["text"], "edition": "1"})

    answer = jeanne_in.post(f"/pilotage/documents/{draft}/appliquer/")

    assert answer.status_code == 422
    assert "La mesure 1 figure 2 fois" in words(answer.content.decode())
    assert not Document.objects.get().public


def test_nothing_of_an_applied_review_can_be_decided_any_more(jeanne_in, jeanne):
    draft = draft_of(by=jeanne)
    member = item_of(draft, kind="member", viewer=jeanne)
    accept_all(draft, by=jeanne)
    jeanne_in.post(f"/pilotage/documents/{draft}/appliquer/")

    jeanne_in.post(f"/pilotage/documents/{draft}/relire/decider/", {"decision": f"rejeter:{member.id}"})
    edit = jeanne_in.get(f"/pilotage/documents/{draft}/relire/valeurs/{member.id}/")
    page = jeanne_in.get(f"/pilotage/documents/{draft}/relire/?type=membres").content.decode()

    assert item_of(draft, kind="member", viewer=jeanne).state == "accepted"
    assert edit.status_code == 302
    assert "Cette relecture est appliquée" in words(page)
    assert 'name="decision"' not in page


def test_a_pilot_reviews_as_a_clerk_does(client, claire, jeanne):
    draft = draft_of(by=jeanne)
    client.login(username=CLAIRE.email, password=CLAIRE.password)

    assert claire.is_signed_in
    assert client.get(f"/pilotage/documents/{draft}/relire/").status_code == 200


def test_words_of_a_document_never_become_markup(jeanne_in, jeanne):
    hostile = TEXT.replace("Diane CHANTELOUP", "Diane <img src=x onerror=alert(1)>")

    page = jeanne_in.get(f"/pilotage/documents/{draft_of(hostile, by=jeanne)}/relire/").content.decode()

    assert "<img" not in page
    assert "&lt;img src=x onerror=alert" in page


def test_the_review_of_a_long_document_stays_light_and_asks_no_more_of_the_database(jeanne_in, jeanne):
    drafts = [draft_of(by=jeanne), draft_of(DEMO.read_text(encoding="utf-8"), by=jeanne)]
    counts, weights = [], []
    for draft in drafts:
        with CaptureQueriesContext(connection) as queries:
            answer = jeanne_in.get(f"/pilotage/documents/{draft}/relire/?type=membres")
        counts.append(len(queries))
        weights.append(len(zlib.compress(answer.content)))

    assert counts[0] == counts[1]
    assert weights[1] < 60_000
