"""Where the text of a PDF stands is kept with it, and its pages are drawn for whoever may read it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from declic.engines.reading.files.opening import open_file
from declic.engines.reading.files.picture import Picture
from declic.engines.reading.text import UnreadableFileError
from declic.records.accounts.viewers import OPERATOR, VISITOR
from declic.records.sources import pictures
from declic.records.sources.models import Document, Version
from declic.records.sources.page_maps import KeptPages, packed
from declic.records.sources.pictures import Shelf
from declic.records.sources.reads import page_picture, passage, passage_on_pages, picture_tag, verify_sources
from declic.records.sources.values import Pages
from declic.records.sources.writes import keep_document, take_document
from declic.units.spans import Span
from tests.engines.written_pdfs import lines_down, written_pdf


pytestmark = pytest.mark.django_db
TWO_PAGES = written_pdf(
    [
        lines_down(["Le conseil de Valmorte décide :", "nous ouvrirons un déve-", "loppoir et"]),
        lines_down(["un jardin."]),
    ],
    also="/CropBox[20 20 580 820]/Rotate 90",
)


def kept(data: bytes = TWO_PAGES, name: str = "pacte.pdf") -> int:
    return keep_document(data, name, by=OPERATOR).id


def span_of(words: str, version_id: int) -> Span:
    start = Version.objects.get(pk=version_id).text.index(words)
    return Span(start, start + len(words))


def test_the_places_of_a_pdf_come_back_as_they_were_read():
    pages = open_file(TWO_PAGES).pages
    version = Version.objects.get(pk=kept())

    kept_pages = KeptPages.of(bytes(version.places))

    assert kept_pages.spans == tuple(page.span for page in pages)
    assert tuple(kept_pages.page(number) for number in (1, 2)) == pages
    assert pages[0].turn is not None
    assert pages[0].lines[1].tails != ()
    assert packed(()) == b""
    assert KeptPages.of(b"").held == ()


def test_places_are_kept_whichever_way_a_pdf_comes_in(claire):
    take_document(TWO_PAGES, "pacte.pdf", by=claire)

    assert len(KeptPages.of(bytes(Version.objects.get().places)).held) == 2


def test_a_passage_over_two_pages_is_shown_on_both_with_its_words():
    version = kept()
    passage = span_of("ouvrirons un développoir\net\nun jardin", version)

    shown = passage_on_pages(version, passage=passage, page=1, viewer=OPERATOR)

    assert shown is not None
    assert (shown.state, shown.page_count, shown.further_count) == (Pages.KEPT, 2, 0)
    assert [(page.number, page.words, len(page.marks)) for page in shown.pages] == [
        (1, "ouvrirons un développoir\net\n", 3),
        (2, "un jardin", 1),
    ]


def test_of_a_very_long_passage_the_first_pages_are_shown_and_the_others_counted():
    version = kept(written_pdf([lines_down([f"Phrase {n}."]) for n in range(9)]))
    whole = Span(0, len(Version.objects.get(pk=version).text))

    shown = passage_on_pages(version, passage=whole, page=1, viewer=OPERATOR)

    assert shown is not None
    assert [page.number for page in shown.pages] == [1, 2, 3, 4]
    assert shown.further_count == 5


@pytest.mark.parametrize(("asked", "given"), [(1, 1), (2, 2), (99, 2)])
def test_without_a_passage_one_page_is_shown_unmarked(asked, given):
    shown = passage_on_pages(kept(), passage=None, page=asked, viewer=OPERATOR)

    assert shown is not None
    assert [(page.number, page.marks, page.words) for page in shown.pages] == [(given, (), "")]


@pytest.mark.parametrize("outside", [Span(0, 9_999), Span(5, 5), Span(9, 3)])
def test_a_passage_outside_the_text_is_unknown(outside):
    assert passage_on_pages(kept(), passage=outside, page=1, viewer=OPERATOR) is None


def test_a_text_has_no_pages():
    version = kept(b"Un texte court.", "acte.txt")

    shown = passage_on_pages(version, passage=Span(0, 8), page=1, viewer=OPERATOR)

    assert shown is not None
    assert (shown.state, shown.pages, shown.quote) == (Pages.NONE, (), "Un texte")
    assert picture_tag(version, number=1, viewer=OPERATOR) is None
    assert page_picture(version, number=1, viewer=OPERATOR) is None


def test_a_pdf_kept_before_places_were_says_so():
    version = kept()
    Version.objects.update(places=b"")

    shown = passage_on_pages(version, passage=Span(0, 9), page=1, viewer=OPERATOR)
    words = passage(version, start=0, end=9, viewer=OPERATOR)

    assert shown is not None
    assert words is not None
    assert (shown.state, shown.pages) == (Pages.FORGOTTEN, ())
    assert not words.has_pages


def test_who_may_not_read_a_document_sees_no_page_of_it(lina, claire):
    version = kept()

    for viewer in (VISITOR, lina):
        assert passage_on_pages(version, passage=None, page=1, viewer=viewer) is None
        assert picture_tag(version, number=1, viewer=viewer) is None
        assert page_picture(version, number=1, viewer=viewer) is None
    assert page_picture(version, number=1, viewer=claire) is not None
    Document.objects.update(public=True)
    assert page_picture(version, number=1, viewer=VISITOR) is not None


def test_an_unknown_version_has_no_page():
    assert passage_on_pages(999, passage=None, page=1, viewer=OPERATOR) is None
    assert picture_tag(999, number=1, viewer=OPERATOR) is None
    assert page_picture(999, number=1, viewer=OPERATOR) is None


def test_a_page_that_is_not_there_is_refused_in_one_sentence():
    with pytest.raises(UnreadableFileError, match="La page 3 du PDF ne peut pas être dessinée"):
        page_picture(kept(), number=3, viewer=OPERATOR)


def test_nothing_is_written_when_a_page_is_looked_at():
    version = kept()

    with CaptureQueriesContext(
        connection,
    ) as asked:
        passage_on_pages(version, passage=Span(0, 9), page=1, viewer=OPERATOR)
        page_picture(version, number=1, viewer=OPERATOR)

    assert len(asked) >= 2
    assert {query["sql"].split()[0] for query in asked} == {"SELECT"}


def test_what_is_kept_with_its_places_is_verified_as_before():
    kept()

    report = verify_sources(viewer=OPERATOR, tick=lambda: None)

    assert (report.version_count, report.changed_versions) == (1, ())


def test_the_shelf_lets_go_what_nobody_asked_for_longest():
    def picture(size: int) -> Picture:
        return Picture(b"x" * size, 1, 1)

    shelf = Shelf(most_bytes=10)

    shelf.put("a", picture(4))
    shelf.put("b", picture(4))
    shelf.find("a")
    shelf.put("c", picture(4))
    shelf.put("too large", picture(11))

    assert [tag for tag in ("a", "b", "c", "too large") if shelf.find(tag)] == ["a", "c"]


def test_a_page_that_was_refused_is_not_drawn_again_for_a_while():
    now = [0.0]
    shelf = Shelf(most_bytes=10, clock=lambda: now[0])

    shelf.demand_drawable("a")
    shelf.refuse("a", UnreadableFileError("Trop lourd."))

    with pytest.raises(UnreadableFileError, match="Trop lourd"):
        shelf.demand_drawable("a")
    now[0] = 601.0
    shelf.demand_drawable("a")


def test_a_refused_drawing_asks_the_jail_once(monkeypatch):
    version = kept()
    with pytest.raises(UnreadableFileError):
        page_picture(version, number=7, viewer=OPERATOR)
    monkeypatch.setattr(pictures, "picture_in_jail", None)

    with pytest.raises(UnreadableFileError, match="La page 7"):
        page_picture(version, number=7, viewer=OPERATOR)


def test_the_shelf_forgets_the_oldest_refusals():
    shelf = Shelf(most_bytes=10)

    for rank in range(1_001):
        shelf.refuse(str(rank), UnreadableFileError("Non."))

    shelf.demand_drawable("0")
    with pytest.raises(UnreadableFileError):
        shelf.demand_drawable("1")
