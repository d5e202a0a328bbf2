"""Every public page, in a real browser: without obstacle, at every size, light, at home, without JavaScript."""

import pytest

from tests.stories.checks import (
    assert_everyone_can_read,
    assert_everyone_can_read_at_every_size,
    assert_keyboard_sees_where_it_is,
    assert_light_and_at_home,
    assert_targets_are_large,
    assert_text_may_be_spread,
)


PACT_PAGES = (
    "/",
    "/pactes/{slug}/",
    "/pactes/{slug}/axes/1/",
    "/pactes/{slug}/mesures/10/",
    "/pactes/{slug}/chiffres/",
    "/pactes/{slug}/montants/",
    "/pactes/{slug}/signataires/",
)
PLAIN_PAGES = (
    "/comment-ca-marche/",
    "/accessibilite/",
    "/a-propos/",
    "/connexion/",
    "/composants/",
    "/composants/graphiques/",
    "/nulle-part/",
)
PAGES = (*PACT_PAGES, *PLAIN_PAGES)


@pytest.mark.parametrize("path", PAGES)
def test_everyone_can_read_the_page_at_every_size_in_light_and_in_dark(open_page, town, path):
    assert_everyone_can_read_at_every_size(open_page(path.format(slug=town)))


@pytest.mark.parametrize("path", [path for path in PAGES if path != "/nulle-part/"])
def test_a_page_is_light_and_calls_nobody(open_page, town, traffic, live_server, path):
    open_page(path.format(slug=town), width=360)

    assert_light_and_at_home(traffic, host=live_server.url)


PASSKEY = "Se connecter avec une clé d'accès"
"""The one thing that no browser does without JavaScript: its page says so, and shows the button where it works."""


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_read_without_javascript_as_with_it(open_page, town, path):
    with_it = open_page(path.format(slug=town)).locator("main").inner_text().splitlines()
    without = open_page(path.format(slug=town), javascript=False).locator("main").inner_text().splitlines()

    assert list(filter(None, without)) == [line for line in with_it if line and line != PASSKEY]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_holds_when_its_text_is_spread_on_a_narrow_screen(open_page, town, path):
    assert_text_may_be_spread(open_page(path.format(slug=town), width=320))


@pytest.mark.parametrize("path", PAGES)
def test_what_is_pressed_on_a_phone_is_large_enough(open_page, town, path):
    assert_targets_are_large(open_page(path.format(slug=town), width=360))


@pytest.mark.parametrize("path", PAGES)
def test_the_keyboard_always_sees_where_it_is(open_page, town, path):
    assert assert_keyboard_sees_where_it_is(open_page(path.format(slug=town))) >= 5


@pytest.fixture
def cited(open_page, town) -> str:
    """The address of a document with the words of a promise marked."""
    address = open_page(f"/pactes/{town}/mesures/10/").locator(".promise .source").get_attribute("href")
    assert address
    return str(address)


def test_everyone_can_read_a_document_and_its_marked_words(open_page, cited):
    assert_everyone_can_read_at_every_size(open_page(cited))


def test_a_document_holds_spread_pressed_and_by_the_keyboard(open_page, cited):
    assert_text_may_be_spread(open_page(cited, width=320))
    assert_targets_are_large(open_page(cited, width=360))
    assert assert_keyboard_sees_where_it_is(open_page(cited.removesuffix("#passage"))) >= 5


def test_a_refused_sign_in_is_said_to_everyone(open_page):
    page = open_page("/connexion/", width=320)
    page.get_by_label("Adresse e-mail").fill("personne@demo.invalid")
    page.get_by_label("Mot de passe").fill("ce-n-est-pas-le-bon-mot")
    page.get_by_role("main").get_by_role("button", name="Se connecter", exact=True).click()

    assert page.get_by_role("alert").inner_text().startswith("Vous n'êtes pas connecté")
    assert_everyone_can_read(page)


def test_an_english_reader_finds_the_same_page_and_french_words_marked_as_such(open_page, town):
    page = open_page(f"/pactes/{town}/mesures/10/")
    page.get_by_role("button", name="English").click()

    assert page.url.endswith(f"/pactes/{town}/mesures/10/")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.get_by_role("heading", name="What is not known").is_visible()
    assert page.locator("blockquote").first.get_attribute("lang") == "fr"
