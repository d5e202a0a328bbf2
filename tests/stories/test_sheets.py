"""A pilot and the institution that carries a sheet work on it together; in a real browser, without JavaScript."""

import pytest
from playwright.sync_api import expect

from tests.people import CLAIRE, LINA
from tests.records.sheets.invented import Steered, steered
from tests.stories.checks import (
    assert_everyone_can_read_at_every_size,
    assert_keyboard_sees_where_it_is,
    assert_targets_are_large,
    assert_text_may_be_spread,
)


PAGES = (
    "mes-actions/",
    "pactes/{slug}/fiches/",
    "pactes/{slug}/frise/",
    "pactes/{slug}/pilotes/",
    "pactes/{slug}/mesures/10/fiches/",
    "pactes/{slug}/mesures/10/fiches/nouvelle/",
    "pactes/{slug}/fiches/10-1/",
    "pactes/{slug}/fiches/10-1/acteurs/",
    "pactes/{slug}/fiches/10-1/calendrier/",
    "pactes/{slug}/fiches/10-1/suivi/",
    "pactes/{slug}/fiches/10-1/historique/",
    "pactes/{slug}/fiches/10-1/modifier/presentation/",
    "pactes/{slug}/importer-des-fiches/",
    "pactes/{slug}/modifier-des-fiches/",
    "pactes/{slug}/fiches/10-1/meteo/",
    "pactes/{slug}/fiches/10-1/decisions/",
    "pactes/{slug}/fiches/10-1/indicateurs/",
    "pactes/{slug}/fiches/10-1/moyens/",
    "pactes/{slug}/mesures/10/reconduction/",
)


@pytest.fixture
def pact(live_server) -> Steered:
    """The small pact with its people and its first sheet, served."""
    assert live_server.url
    return steered()


@pytest.mark.parametrize("path", PAGES)
def test_everyone_can_read_and_press_the_page_at_every_size(open_page, pact, path):
    page = open_page(f"/pilotage/{path.format(slug=pact.slug)}", person=CLAIRE)

    assert_everyone_can_read_at_every_size(page)
    assert assert_keyboard_sees_where_it_is(page) >= 5
    page.set_viewport_size({"width": 320, "height": 900})
    assert_targets_are_large(page)
    assert_text_may_be_spread(page)


def test_the_pages_of_sheets_are_read_without_javascript_as_with_it(open_page, pact):
    with_it = open_page("/pilotage/", person=CLAIRE)
    without = open_page("/pilotage/", person=CLAIRE, javascript=False)

    for path in PAGES:
        read = []
        for page in (with_it, without):
            page.goto(f"/pilotage/{path.format(slug=pact.slug)}")
            read.append(page.get_by_role("main").inner_text())
        assert read[0] == read[1], path


def test_lina_completes_her_sheet_and_says_that_a_milestone_is_done_without_javascript(open_page, pact):
    sheet = f"/pilotage/pactes/{pact.slug}/fiches/10-1/"
    claires = open_page(f"{sheet}jalons/nouveau/", person=CLAIRE, javascript=False)
    claires.get_by_label("Intitulé du jalon").fill("Ouvrir au public")
    claires.get_by_label("Échéance").fill("2024-03-01")
    claires.get_by_role("button", name="Enregistrer").click()
    expect(claires.get_by_text("Le jalon est enregistré.")).to_be_visible()

    linas = open_page("/pilotage/mes-actions/", person=LINA, javascript=False)
    linas.get_by_role("button", name="Fait aujourd'hui").click()
    expect(linas.get_by_text("« Ouvrir au public » est fait aujourd'hui.")).to_be_visible()
    linas.goto(f"{sheet}modifier/presentation/")
    linas.get_by_label("Contexte et besoin constaté").fill("Peu d'enfants viennent.")
    linas.get_by_role("button", name="Enregistrer").click()

    expect(linas.get_by_text("La fiche est enregistrée.")).to_be_visible()
    claires.goto(f"{sheet}historique/")
    expect(claires.get_by_text("Peu d'enfants viennent.")).to_be_visible()
    expect(claires.get_by_text("Lina (Atelier des Tilleuls)").first).to_be_visible()
