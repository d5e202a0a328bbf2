"""Jeanne checks a deliberation: the vote, the room, the grid, the question; in a real browser, on any screen."""

import re

import pytest
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from tests.stories.checks import (
    assert_everyone_can_read_at_every_size,
    assert_keyboard_sees_where_it_is,
    assert_light_and_at_home,
    assert_targets_are_large,
    assert_text_may_be_spread,
)
from tests.web.clerks.invented import opened_sitting
from tests.web.pilots.invented import TEXT


PAGES = (
    "/deliberations/",
    "/deliberations/{sitting}/",
    "/deliberations/{sitting}/?colonnes=questions&membres=mouvements",
    "/deliberations/{sitting}/questions/1/",
    "/deliberations/{sitting}/questions/4/",
)


@pytest.fixture
def sitting(live_server: LiveServer) -> int:
    """A small published sitting, its fourth question taken before the third."""
    assert live_server.url
    return opened_sitting()


@pytest.mark.parametrize("path", PAGES)
def test_everyone_can_read_the_page_at_every_size_in_light_and_in_dark(open_page, sitting, path):
    assert_everyone_can_read_at_every_size(open_page(path.format(sitting=sitting)))


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_light_and_calls_nobody(open_page, sitting, traffic, live_server, path):
    open_page(path.format(sitting=sitting), width=360)

    assert_light_and_at_home(traffic, host=live_server.url)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_read_without_javascript_as_with_it(open_page, sitting, path):
    address = path.format(sitting=sitting)
    with_it = open_page(address).locator("main").inner_text()
    without = open_page(address, javascript=False).locator("main").inner_text()

    assert without == with_it


@pytest.mark.parametrize("path", PAGES)
def test_a_page_holds_when_its_text_is_spread_on_a_narrow_screen(open_page, sitting, path):
    assert_text_may_be_spread(open_page(path.format(sitting=sitting), width=320))


@pytest.mark.parametrize("path", PAGES)
def test_what_is_pressed_on_a_phone_is_large_enough(open_page, sitting, path):
    assert_targets_are_large(open_page(path.format(sitting=sitting), width=360))


@pytest.mark.parametrize("path", PAGES)
def test_the_keyboard_always_sees_where_it_is(open_page, sitting, path):
    assert assert_keyboard_sees_where_it_is(open_page(path.format(sitting=sitting))) >= 5


def test_jeanne_sees_why_the_vote_does_not_add_up_and_whose_proxy_is_void(open_page, sitting):
    page = open_page("/deliberations/", javascript=False)
    page.get_by_role("link", name="Un jardin pour la halle").click()

    assert page.url.endswith(f"/deliberations/{sitting}/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Séance du 6 mars 2031")
    glance = page.get_by_role("article").filter(has_text="Recompté dans l'appel")
    expect(glance).to_contain_text("3 présents")
    expect(glance).to_contain_text("contradiction")

    page.get_by_role("region", name="Membres et questions").get_by_role(
        "link", name=re.compile("question")
    ).first.click()
    expect(page.get_by_role("heading", name="Procurations sans effet")).to_be_visible()
    expect(page.get_by_role("link", name="Edmond DORVAL → Céleste BOISCLAIR")).to_be_visible()


def test_a_value_that_is_pressed_shows_its_passage_in_the_document(open_page, sitting):
    page = open_page(f"/deliberations/{sitting}/", width=360, javascript=False)
    page.get_by_role("link", name=re.compile("procuration sans effet")).click()

    passage = page.locator("#passage")
    expect(passage).to_contain_text("M. Edmond DORVAL à Mme Céleste BOISCLAIR")
    expect(passage).to_be_in_viewport()


def test_jeanne_sends_a_colleague_exactly_what_she_sees(open_page, sitting):
    page = open_page(f"/deliberations/{sitting}/", javascript=False)
    page.get_by_role("combobox", name="Membres").select_option(label="Qui a bougé, donné ou détenu une voix")
    page.get_by_role("combobox", name="Colonnes").select_option(label="Chaque question")
    page.get_by_role("button", name="Afficher").click()
    page.wait_for_url(re.compile("membres=mouvements"))

    again = open_page(page.url.removeprefix(page.url.partition("/deliberations")[0]), javascript=False)
    grid = again.get_by_role("region", name="Membres et questions")
    expect(again.get_by_text("4 membres sur 6")).to_be_visible()
    expect(grid.get_by_role("columnheader")).to_have_count(5)


def test_the_grid_scrolls_by_the_keyboard_and_keeps_its_names_in_sight(open_page, sitting):
    page = open_page(f"/deliberations/{sitting}/?colonnes=questions", width=320)
    grid = page.get_by_role("region", name="Membres et questions")
    grid.focus()
    for _press in range(6):
        page.keyboard.press("ArrowRight")
    page.wait_for_timeout(300)

    expect(grid).to_be_focused()
    name = grid.get_by_role("rowheader", name="Brune AUBREPIN")
    assert grid.evaluate("one => one.scrollLeft") > 0
    assert name.bounding_box()["x"] >= grid.bounding_box()["x"] - 1


def test_jeanne_checks_a_text_without_keeping_it(open_page, jeanne_has_an_account):
    page = open_page("/deliberations/verifier/", person=jeanne_has_an_account, javascript=False)
    page.get_by_label("Ou le texte lui-même").fill(TEXT)
    page.get_by_role("button", name="Vérifier", exact=True).click()

    expect(page.get_by_text("voix dans la salle").first).to_be_visible()
    expect(page.get_by_text("Gaspard FOLLEVILLE → Diane CHANTELOUP").first).to_be_visible()
    page.goto("/pilotage/lire/")
    expect(page.get_by_text("Aucun document n'est déposé pour le moment.")).to_be_visible()


def test_everyone_can_read_the_check_of_a_text(open_page, jeanne_has_an_account):
    page = open_page("/deliberations/verifier/", person=jeanne_has_an_account)
    assert_everyone_can_read_at_every_size(page)

    page.get_by_label("Ou le texte lui-même").fill(TEXT)
    page.get_by_role("button", name="Vérifier", exact=True).click()
    page.get_by_role("heading", name="Les vérifications").wait_for()
    assert_everyone_can_read_at_every_size(page)
