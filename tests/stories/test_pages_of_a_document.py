"""Amina sees where a promise stands on the page of the PDF, on a phone and without JavaScript; Claire, in her review."""

import pytest
from playwright.sync_api import expect

from declic.records.accounts.viewers import OPERATOR
from declic.records.sources.models import Document, Version
from declic.records.sources.writes import keep_document
from tests.engines.written_pdfs import lines_down, written_pdf
from tests.stories.checks import (
    assert_everyone_can_read_at_every_size,
    assert_keyboard_sees_where_it_is,
    assert_light_and_at_home,
    assert_targets_are_large,
    assert_text_may_be_spread,
)


FIRST = [
    "Pacte des jardins de Valmorte",
    "",
    "Nous ouvrirons un jardin de 40 parcelles",
    "sur la place de la halle, avec",
]
SECOND = ["les habitants du quartier."]
PDF = written_pdf([lines_down(FIRST), lines_down(SECOND)])
SEEN = "image => image.complete && image.naturalWidth > 0"


@pytest.fixture
def query(live_server):
    assert live_server.url
    line = keep_document(PDF, "pacte.pdf", by=OPERATOR, title="Pacte des jardins")
    Document.objects.update(public=True)
    text = Version.objects.get(pk=line.id).text
    start, end = text.index("un jardin"), text.index(" du quartier")
    return f"/documents/{line.id}/", f"?de={start}&a={end}"


def test_amina_sees_a_promise_outlined_on_its_two_pages(open_page, query):
    document, passage = query
    page = open_page(f"{document}{passage}#passage", width=360, javascript=False)
    way = page.locator(".document").get_by_role("link", name="Voir le passage sur sa page")
    expect(way).to_be_in_viewport()

    way.click()

    pictures = page.locator(".page-picture img")
    expect(page.get_by_role("heading", level=1)).to_have_text("Le passage sur sa page")
    expect(pictures).to_have_count(2)
    assert pictures.nth(1).get_attribute("alt") == "Page 2, où ceci est encadré : « les habitants »"
    expect(page.locator(".outline")).to_have_count(2)


def test_the_picture_is_seen_and_the_outline_is_over_it(open_page, query, traffic, live_server):
    document, passage = query
    page = open_page(f"{document}pages/{passage}")
    first = page.locator(".page-picture img").first

    sheet, outline = first.bounding_box(), page.locator("polygon.outline").first.bounding_box()

    assert first.evaluate(SEEN)
    assert sheet["x"] < outline["x"] < outline["x"] + outline["width"] < sheet["x"] + sheet["width"]
    assert sheet["y"] < outline["y"] < outline["y"] + outline["height"] < sheet["y"] + sheet["height"] / 4
    assert page.locator("polygon.outline").first.evaluate("one => getComputedStyle(one).strokeWidth") == "3px"
    assert_light_and_at_home(traffic, host=live_server.url)


@pytest.mark.parametrize("path", ["", "pages/"])
def test_everyone_can_read_the_passage_on_its_pages(open_page, query, path):
    document, passage = query
    assert_everyone_can_read_at_every_size(open_page(f"{document}{path}{passage}"))
    page = open_page(f"{document}{path}{passage}", width=360)
    assert_targets_are_large(page)
    assert_keyboard_sees_where_it_is(page)
    assert_text_may_be_spread(open_page(f"{document}{path}{passage}", width=320))


def test_the_picture_opens_alone_at_its_full_size(open_page, query):
    document, passage = query
    page = open_page(f"{document}pages/{passage}", width=360)

    page.get_by_role("link", name="Image de la page, seule et plus grande").first.click()

    assert page.url.endswith("/pages/1")
    assert page.locator("img").evaluate("image => image.naturalWidth") == 1200
