"""Claire reads a document, reviews it, applies it, and answers for what it leaves unsaid; in a real browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.people import OPERATOR
from tests.records.steering.places import steered_places
from tests.stories.checks import (
    assert_everyone_can_read,
    assert_everyone_can_read_at_every_size,
    assert_keyboard_sees_where_it_is,
    assert_light_and_at_home,
    assert_targets_are_large,
    assert_text_may_be_spread,
    opened_beside,
)
from tests.web.pilots.invented import TEXT, draft_of, item_of


PAGES = (
    "/pilotage/pactes/{slug}/",
    "/pilotage/pactes/{slug}/anomalies/",
    "/pilotage/pactes/{slug}/mesures/10/",
    "/pilotage/pactes/{slug}/signataires/",
    "/pilotage/pactes/{slug}/signataires/{signatory}/",
    "/pilotage/pactes/{slug}/comites/",
    "/pilotage/pactes/{slug}/decisions/",
    "/pilotage/pactes/{slug}/alertes/",
    "/pilotage/pactes/{slug}/courriers/",
    "/pilotage/comites/{committee_id}/",
    "/pilotage/reunions/{meeting_id}/",
    "/pilotage/decisions/{decision_id}/",
    "/pilotage/lire/",
    "/pilotage/documents/{draft}/relire/",
    "/pilotage/documents/{draft}/relire/?type=mesures",
    "/pilotage/documents/{draft}/relire/?type=phrases-non-lues",
    "/pilotage/documents/{draft}/relire/valeurs/{item}/",
    "/pilotage/documents/{draft}/appliquer/",
)


@pytest.fixture
def places(town) -> dict[str, object]:
    """A pact that is open, and a draft that waits for its review."""
    from tests.web.pilots.test_steering import signatory_of  # noqa: PLC0415 — a fixture of another folder's tests

    draft = draft_of(by=OPERATOR)
    member = item_of(draft, kind="member", viewer=OPERATOR)
    kept = {"slug": town, "draft": draft, "item": member.id, "signatory": signatory_of(town)}
    return kept | steered_places(town)


@pytest.mark.parametrize("path", PAGES)
def test_everyone_can_read_the_page_at_every_size_in_light_and_in_dark(
    open_page, claire_has_an_account, places, path
):
    page = open_page(path.format(**places), person=claire_has_an_account)

    assert_everyone_can_read_at_every_size(page)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_light_and_calls_nobody(open_page, claire_has_an_account, places, live_server, path):
    page = open_page("/a-propos/", width=360, person=claire_has_an_account)

    assert_light_and_at_home(opened_beside(page, path.format(**places)), host=live_server.url)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_holds_and_can_be_pressed_on_a_narrow_screen(open_page, claire_has_an_account, places, path):
    page = open_page(path.format(**places), width=320, person=claire_has_an_account)

    assert_targets_are_large(page)
    assert_text_may_be_spread(page)


@pytest.mark.parametrize("path", PAGES)
def test_the_keyboard_always_sees_where_it_is(open_page, claire_has_an_account, places, path):
    page = open_page(path.format(**places), person=claire_has_an_account)

    assert assert_keyboard_sees_where_it_is(page) >= 5


def test_claire_reads_reviews_and_applies_a_document_without_javascript(open_page, claire_has_an_account):
    page = open_page("/pilotage/", person=claire_has_an_account, javascript=False)
    page.get_by_role("main").get_by_role("link", name="Lire un document").click()
    page.get_by_label("Ou le texte lui-même").fill(TEXT)
    page.get_by_role("button", name="Lire le document").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Relire")
    _refuse_the_second_measure(page)
    page.get_by_role("link", name="Voir ce qui va s'ouvrir").click()
    page.get_by_role("button", name=re.compile("Accepter les")).click()
    expect(page.get_by_text("4 mesures")).to_be_visible()
    page.get_by_role("button", name="Appliquer et publier").click()

    expect(page.get_by_text("C'est appliqué et ouvert.")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="Le pacte", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Pacte des jardins de Valmorte")
    expect(page.locator(".tile-number")).to_have_text(["1", "3", "4", "5"])


def _refuse_the_second_measure(page: Page) -> None:
    page.get_by_role("link", name=re.compile("^Mesures")).click()
    page.get_by_role("button", name=re.compile("^Refuser : 2 ·")).click()
    expect(page.locator(".value:target")).to_contain_text("Refusé")


def test_a_value_that_is_pressed_shows_its_words_in_the_text_beside_it(
    open_page, claire_has_an_account, places
):
    page = open_page(
        f"/pilotage/documents/{places['draft']}/relire/?type=mesures",
        person=claire_has_an_account,
        javascript=False,
    )
    page.get_by_role("link", name=re.compile("^4 ·")).click()

    passage = page.locator(".passage:target")
    expect(passage).to_contain_text("Nous équiperons une cuisine partagée")
    expect(passage).to_be_in_viewport()


def test_on_a_phone_the_two_sides_of_the_review_follow_each_other_with_a_switch(
    open_page, claire_has_an_account, places
):
    page = open_page(
        f"/pilotage/documents/{places['draft']}/relire/?type=membres",
        width=360,
        person=claire_has_an_account,
        javascript=False,
    )
    values, text = (page.get_by_role("heading", name=name) for name in ("Ce qui a été lu", "Le texte"))
    assert values.bounding_box()["y"] < text.bounding_box()["y"]

    page.get_by_role("navigation", name="Les deux côtés").get_by_role("link", name="Le texte").click()
    expect(text).to_be_in_viewport()
    page.get_by_role("navigation", name="Les deux côtés").get_by_role("link", name="Les valeurs").click()
    expect(values).to_be_in_viewport()


def test_claire_corrects_a_value_and_what_was_read_stays_beside_it(open_page, claire_has_an_account, places):
    page = open_page(
        f"/pilotage/documents/{places['draft']}/relire/?type=membres", person=claire_has_an_account
    )
    page.get_by_role("link", name=re.compile("^Corriger : Brune")).click()
    page.get_by_label("Commune ou groupe").fill("Valmorte")
    page.get_by_role("button", name="Garder la correction").click()

    value = page.locator(".value:target")
    expect(value).to_contain_text("Valmorte")
    expect(value).to_contain_text("Corrigé")


def test_a_bad_file_gets_one_sentence_in_the_page(open_page, claire_has_an_account):
    page = open_page("/pilotage/lire/", person=claire_has_an_account)
    page.get_by_label("Un fichier").set_input_files(
        {"name": "scan.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
    )
    page.get_by_role("button", name="Lire le document").click()

    expect(page.get_by_role("alert")).to_contain_text("Le PDF est abîmé ou incomplet")
    assert_everyone_can_read(page)


def test_claire_explains_a_finding_where_she_sees_it(open_page, claire_has_an_account, town):
    page = open_page(f"/pilotage/pactes/{town}/", person=claire_has_an_account, javascript=False)
    finding = page.get_by_role("article").filter(has_text="L'axe 1 a deux noms.")
    finding.get_by_text("Expliquer").first.click()
    finding.get_by_label("Votre explication").fill("Le titre de l'article fait foi.")
    finding.get_by_role("button", name="Garder l'explication").click()

    expect(page.get_by_text("Votre explication est gardée.")).to_be_visible()
    expect(page.get_by_text("Le titre de l'article fait foi.").first).to_be_visible()


def test_claire_keeps_only_the_measures_that_wait_for_an_explanation(open_page, claire_has_an_account, town):
    page = open_page(f"/pilotage/pactes/{town}/", person=claire_has_an_account, javascript=False)
    page.get_by_role("navigation", name="Filtrer par état").get_by_role(
        "link", name=re.compile("Avec une anomalie")
    ).click()

    expect(page.locator(".tile-number")).to_have_text(["10"])


def test_claire_records_that_an_assembly_validated_the_pact(open_page, claire_has_an_account, town):
    page = open_page(f"/pilotage/pactes/{town}/signataires/", person=claire_has_an_account, javascript=False)
    page.get_by_role("listitem").filter(has_text="À valider par son assemblée").first.get_by_role(
        "link", name=re.compile("Enregistrer où il en est")
    ).click()
    page.get_by_label("Où elle en est").select_option(label="Validé par son assemblée")
    page.get_by_label(re.compile("référence")).fill("n° 12 du 3 mars 2024")
    page.get_by_role("button", name="Enregistrer").click()

    expect(page.get_by_text("n° 12 du 3 mars 2024")).to_be_visible()
