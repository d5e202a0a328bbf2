"""Claire and Nora write the same title at the same time, each in her own browser; neither loses a word."""

import pytest
from playwright.sync_api import expect

from tests.people import CLAIRE, Person, signed_up
from tests.stories.checks import (
    assert_everyone_can_read,
    assert_everyone_can_read_at_every_size,
    assert_targets_are_large,
    assert_text_may_be_spread,
)


@pytest.fixture
def nora_has_an_account(claire_has_an_account) -> Person:
    """Nora, who pilots the pact too."""
    nora = Person(
        "Nora",
        "nora@demo.invalid",
        "nora-pilote-aussi-le-pacte",
        claire_has_an_account.roles,
        CLAIRE.institution,
    )
    signed_up(nora)
    return nora


def test_two_pilots_write_one_title_and_the_second_chooses_without_javascript(
    open_page, town, claire_has_an_account, nora_has_an_account
):
    address = f"/pilotage/pactes/{town}/mesures/10/"
    claires = open_page(address, person=claire_has_an_account, javascript=False)
    noras = open_page(address, person=nora_has_an_account, javascript=False)
    for page, title in ((noras, "Une ludothèque pour jouer"), (claires, "Jouer près de chez soi")):
        page.get_by_label("Titre simple").fill(title)
        page.get_by_role("button", name="Garder le titre").click()

    expect(noras.get_by_text("Le titre simple est gardé.")).to_be_visible()
    expect(claires.get_by_text("Nora l'a enregistré le")).to_be_visible()
    expect(claires.get_by_text("Une ludothèque pour jouer")).to_be_visible()
    expect(claires.get_by_text("Jouer près de chez soi")).to_be_visible()

    claires.get_by_role("button", name="Enregistrer plutôt ce que j'ai écrit").click()
    expect(claires.get_by_text("Le titre simple est gardé.")).to_be_visible()
    noras.reload()
    expect(noras.locator(".measure-title")).to_have_text("Jouer près de chez soi")


def test_the_second_may_keep_what_is_saved(open_page, town, claire_has_an_account, nora_has_an_account):
    address = f"/pilotage/pactes/{town}/mesures/10/"
    claires = open_page(address, person=claire_has_an_account)
    noras = open_page(address, person=nora_has_an_account)
    for page, title in ((noras, "Une ludothèque pour jouer"), (claires, "Jouer près de chez soi")):
        page.get_by_label("Titre simple").fill(title)
        page.get_by_role("button", name="Garder le titre").click()

    assert_everyone_can_read(claires)
    claires.get_by_role("link", name="Garder ce qui est enregistré").click()

    expect(claires.locator(".measure-title")).to_have_text("Une ludothèque pour jouer")


def test_the_choice_can_be_read_and_pressed_at_every_size(
    open_page, town, claire_has_an_account, nora_has_an_account
):
    address = f"/pilotage/pactes/{town}/mesures/10/"
    claires = open_page(address, person=claire_has_an_account)
    noras = open_page(address, person=nora_has_an_account)
    for page, title in ((noras, "Une ludothèque " * 7), (claires, "Jouer" * 20)):
        page.get_by_label("Titre simple").fill(title)
        page.get_by_role("button", name="Garder le titre").click()
    expect(claires.get_by_role("heading", level=1)).to_have_text("Deux titres simples d'une même mesure")

    assert_everyone_can_read_at_every_size(claires)
    claires.set_viewport_size({"width": 320, "height": 900})
    assert_targets_are_large(claires)
    assert_text_may_be_spread(claires)
