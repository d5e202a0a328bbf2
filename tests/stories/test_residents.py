"""Amina and Mme Diallo read what was promised, on a phone, without account and without JavaScript."""

import re

from playwright.sync_api import expect


def test_amina_finds_a_promise_and_sees_its_words_in_the_document(open_page, town):
    page = open_page("/", width=360, javascript=False)
    page.get_by_role("link", name="10 Nous ouvrirons").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Mesure 10")
    expect(page.locator(".promise blockquote")).to_contain_text(
        "Nous ouvrirons une ludothèque pour 12 jeunes."
    )

    page.locator(".promise").get_by_role("link", name=re.compile("Voir dans le document")).click()

    passage = page.locator("mark#passage")
    expect(passage).to_contain_text("Nous ouvrirons une ludothèque pour 12 jeunes.")
    expect(passage).to_be_in_viewport()
    assert town


def test_she_reads_every_promise_one_after_the_other_without_going_back(open_page, town):
    page = open_page(f"/pactes/{town}/mesures/10/", width=360, javascript=False)
    seen = [page.get_by_role("heading", level=1).inner_text()]
    while page.locator("a[rel=next]").count():
        page.locator("a[rel=next]").click()
        seen.append(page.get_by_role("heading", level=1).inner_text())

    assert seen == ["Mesure 10", "Mesure 10.1", "Mesure 20"]


def test_mme_diallo_prints_a_promise_without_the_menus(open_page, town):
    page = open_page(f"/pactes/{town}/mesures/10/")
    page.emulate_media(media="print")

    expect(page.locator(".promise")).to_be_visible()
    expect(page.locator(".menu")).to_be_hidden()
    expect(page.locator(".tools")).to_be_hidden()
    expect(page.locator(".neighbours")).to_be_hidden()


def test_the_keyboard_goes_straight_to_the_content(open_page, town):
    page = open_page(f"/pactes/{town}/")
    page.keyboard.press("Tab")

    skip = page.get_by_role("link", name="Aller au contenu")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()

    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_a_chart_gives_its_table_to_who_asks(open_page, town):
    page = open_page(f"/pactes/{town}/", javascript=False)
    table = page.locator(".chart-data table").first

    expect(table).to_be_hidden()
    page.get_by_text("La même chose en tableau").first.click()
    expect(table).to_be_visible()


def test_a_site_without_pact_says_what_it_will_be(open_page):
    page = open_page("/", width=360)

    expect(page.get_by_role("heading", level=1)).to_have_text("Ce qui a été promis, et où on en est")
    expect(page.get_by_text("Aucun pacte n'est encore ouvert ici")).to_be_visible()


def test_claire_signs_in_and_out(open_page, claire_has_an_account):
    page = open_page("/a-propos/", person=claire_has_an_account)

    expect(page.get_by_text(claire_has_an_account.name, exact=True)).to_be_visible()
    page.get_by_role("button", name="Se déconnecter").click()
    expect(page.get_by_role("link", name="Se connecter", exact=True)).to_be_visible()
