"""A passage outlined on the picture of its page: to whoever may read the document, in one sentence where it cannot be."""

import html
import re

import pytest
from django.test import Client
from django.urls import reverse

from declic.records.accounts.viewers import OPERATOR
from declic.records.sources import pictures
from declic.records.sources.models import Document, Version
from declic.records.sources.writes import keep_document, take_document
from tests.attacks.crawling import EVERYBODY, entered
from tests.engines.reading.files.seen import ink_of
from tests.engines.written_pdfs import lines_down, written_pdf
from tests.people import CLAIRE, JEANNE, ODILE, signed_up
from tests.records.council.invented import Paper, keep


pytestmark = pytest.mark.django_db
PAGES = written_pdf([lines_down(["Nous ouvrirons un <jardin>", "à Valmorte et"]), lines_down(["une halle."])])
POLYGON = re.compile(r'<polygon class="outline" points="([^"]+)"')


@pytest.fixture
def version():
    return kept(public=True)


def kept(*, public: bool, data: bytes = PAGES) -> int:
    line = keep_document(data, "pacte.pdf", by=OPERATOR)
    Document.objects.filter(pk=line.document_id).update(public=public)
    return line.id


def asked(words: str) -> str:
    start = Version.objects.get().text.index(words)
    return f"de={start}&a={start + len(words)}"


def body(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_passage_leads_to_its_page_where_it_is_outlined(client, version):
    query = asked("un <jardin>\nà Valmorte")
    text = body(client, f"/documents/{version}/?{query}")
    (link,) = set(re.findall(rf'href="(/documents/{version}/pages/[^"]*)"', text))

    page = body(client, html.unescape(link))

    assert "Voir le passage sur sa page" in text
    assert len(POLYGON.findall(page)) == 2
    assert f'src="/documents/{version}/pages/1"' in page
    assert 'alt="Page 1, où ceci est encadré : « un &lt;jardin&gt; à Valmorte »"' in page
    assert "<script" not in page
    assert "style=" not in page


def test_a_passage_over_two_pages_shows_both(client, version):
    page = body(client, f"/documents/{version}/pages/?" + asked("Valmorte et\nune halle"))

    assert re.findall(r'src="([^"]+)"', page) == [
        f"/documents/{version}/pages/1",
        f"/documents/{version}/pages/2",
    ]
    assert len(POLYGON.findall(page)) == 2
    assert "« une halle »" in page


def test_the_outline_is_around_the_ink(client):
    version = kept(public=True, data=written_pdf([lines_down(["Clos."])]))

    page = body(client, f"/documents/{version}/pages/?{asked('Clos.')}")
    picture = client.get(f"/documents/{version}/pages/1")
    (points,) = POLYGON.findall(page)
    xs, ys = zip(*(map(float, point.split(",")) for point in points.split()), strict=True)
    ink = ink_of(picture.content, width=595, height=842)

    assert 'viewBox="0 0 595.0 842.0"' in page
    assert ink is not None
    assert min(xs) < ink[0] < ink[2] < max(xs)
    assert min(ys) < ink[1] < ink[3] < max(ys)


def test_the_pages_of_a_document_are_leafed_through(client, version):
    first = body(client, f"/documents/{version}/pages/")
    last = body(client, f"/documents/{version}/pages/?page=2")

    assert f'href="/documents/{version}/pages/?page=2"' in first
    assert "Page 2 sur 2" in last
    assert POLYGON.findall(first) == []
    assert f"/documents/{version}/pages/" in body(client, f"/documents/{version}/")


def test_the_picture_is_asked_for_again_without_a_byte(client, version):
    address = f"/documents/{version}/pages/1"
    first = client.get(address)

    again = client.get(address, headers={"If-None-Match": first["ETag"]})

    assert (first.status_code, first["Content-Type"]) == (200, "image/png")
    assert first["Cache-Control"] == "private, no-cache"
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]
    assert client.get(f"/documents/{version}/pages/2")["ETag"] != first["ETag"]


def test_a_picture_that_is_kept_in_a_browser_is_not_for_who_may_no_longer_read(client, version):
    tag = client.get(f"/documents/{version}/pages/1")["ETag"]
    Document.objects.update(public=False)

    answer = client.get(f"/documents/{version}/pages/1", headers={"If-None-Match": tag})

    assert answer.status_code == 404
    assert "ETag" not in answer


def test_a_page_that_many_ask_for_is_drawn_once(client, version, monkeypatch):
    client.get(f"/documents/{version}/pages/1")
    monkeypatch.setattr(pictures, "picture_in_jail", None)

    assert client.get(f"/documents/{version}/pages/1").status_code == 200


@pytest.mark.parametrize("person", EVERYBODY.values(), ids=EVERYBODY)
@pytest.mark.parametrize("path", ["pages/", "pages/?de=0&a=4", "pages/1"])
def test_the_pages_of_a_document_under_review_are_for_who_reviews_alone(person, path):
    if person is not None:
        signed_up(person)
    version = kept(public=False)

    status = entered(person).get(f"/documents/{version}/{path}").status_code

    assert status == (200 if person in (CLAIRE, JEANNE, ODILE) else 404)


def test_unknown_pages_are_unknown(client, version):
    for path in ("999/pages/", "999/pages/1", f"{version}/pages/?de=0&a=9999"):
        assert client.get(f"/documents/{path}").status_code == 404


@pytest.mark.parametrize("number", ["0", "3", "9" * 30])
def test_a_page_that_the_pdf_does_not_have_is_one_sentence(client, version, number):
    answer = client.get(f"/documents/{version}/pages/{number}")

    assert answer.status_code == 404
    assert "ne peut pas être dessinée" in answer.content.decode()


def test_a_text_offers_no_page_and_says_why_where_it_is_asked(client):
    version = keep(Paper("Un texte court."))

    assert "/pages/" not in body(client, f"/documents/{version}/?de=0&a=8")
    page = body(client, f"/documents/{version}/pages/?de=0&a=8")
    assert "Ce document n&#x27;a pas de pages" in page
    assert "Un texte" in page
    assert client.get(f"/documents/{version}/pages/1").status_code == 404


def test_a_pdf_kept_before_places_were_offers_no_page_and_says_why(client, version):
    Version.objects.update(places=b"")

    assert "/pages/" not in body(client, f"/documents/{version}/?de=0&a=8")
    assert "avant que la place de ses mots" in body(client, f"/documents/{version}/pages/?de=0&a=8")


def test_the_review_leads_each_value_to_its_page():
    claire = signed_up(CLAIRE)
    lines = [
        "Séance du 14 mai 2031",
        "Membres du Conseil municipal en exercice : 5",
        "Présents : Mme Brune AUBREPIN",
    ]
    draft = take_document(written_pdf([lines_down(lines)]), "seance.pdf", by=claire)
    client = entered(CLAIRE)

    review = body(client, reverse("review", args=[draft]))
    links = [html.unescape(link) for link in re.findall(r'href="(/documents/\d+/pages/[^"]+)"', review)]

    assert links
    assert all(len(POLYGON.findall(body(client, link))) >= 1 for link in links)
