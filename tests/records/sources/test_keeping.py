"""Documents are kept as they came, once, and every passage can be read again."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from declic.engines.reading.text import UnreadableFileError
from declic.records.accounts.rights import NotAllowedError
from declic.records.accounts.viewers import OPERATOR, VISITOR, Viewer
from declic.records.journal.reads import lines_about, verify_chain
from declic.records.sources.models import Citation, Document, Version
from declic.records.sources.reads import (
    citation_passage,
    citations,
    document_of_version,
    document_page,
    list_documents,
    original_file,
    passage,
    verify_sources,
)
from declic.records.sources.values import VersionLine
from declic.records.sources.writes import WrongPassageError, cite, keep_document
from declic.units.spans import Span


pytestmark = pytest.mark.django_db
TEXT = "Séance du 4 mai.\nNous ouvrirons un lieu d'accueil.\n"


def kept(by: Viewer = OPERATOR, text: str = TEXT, name: str = "Compte-rendu_Valmont.txt") -> VersionLine:
    return keep_document(text.encode(), name, by=by)


def published(version: VersionLine) -> None:
    Document.objects.filter(pk=version.document_id).update(public=True)


def test_a_file_is_kept_byte_for_byte(jeanne):
    version = kept(by=jeanne)

    assert original_file(version.id, viewer=jeanne) == ("Compte-rendu_Valmont.txt", TEXT.encode())
    assert (version.number, version.encoding, version.byte_count) == (1, "utf-8", len(TEXT.encode()))


def test_the_same_bytes_are_kept_once(claire, jeanne):
    first = kept(by=jeanne)

    again = kept(by=claire, name="autre nom.txt")

    assert again == first
    assert Version.objects.count() == 1
    assert [line.verb for line in lines_about(f"version {first.id}")] == ["kept"]


def test_a_new_version_removes_nothing(jeanne):
    first = kept(by=jeanne)

    second = keep_document(b"Autre texte.", "v2.txt", by=jeanne, document_id=first.document_id)

    page = document_page("compte-rendu-valmont", viewer=jeanne)
    assert page is not None
    assert (second.number, page.version.id, page.text) == (2, second.id, "Autre texte.")
    assert [version.number for version in page.versions] == [2, 1]
    before = document_page("compte-rendu-valmont", viewer=jeanne, number=1)
    assert before is not None
    assert before.text == TEXT


def test_a_version_of_an_unknown_document_is_refused(jeanne):
    with pytest.raises(LookupError):
        keep_document(b"Un texte.", "a.txt", by=jeanne, document_id=404)


def test_two_documents_of_one_name_have_two_addresses(jeanne):
    kept(by=jeanne)
    kept(by=jeanne, text="Un autre.")
    kept(by=jeanne, text="Un troisième.")

    slugs = [line.slug for line in list_documents(viewer=jeanne)]
    assert slugs == ["compte-rendu-valmont-3", "compte-rendu-valmont-2", "compte-rendu-valmont"]


@pytest.mark.parametrize(
    ("name", "title", "file_name"),
    [
        ("C:\\Users\\x\\acte.txt", "acte", "acte.txt"),
        ("../../etc/passwd", "passwd", "passwd"),
        ("", "document", "document.txt"),
        ("é" * 400 + ".txt", "é" * 255, "é" * 255),
    ],
)
def test_a_file_name_is_only_a_name(jeanne, name, title, file_name):
    version = kept(by=jeanne, name=name)

    page = document_of_version(version.id, viewer=jeanne)
    assert page is not None
    assert (page.title, version.file_name) == (title, file_name)


def test_a_file_that_cannot_be_read_is_not_kept(jeanne):
    with pytest.raises(UnreadableFileError):
        keep_document(b"%PDF-1.7", "a.pdf", by=jeanne)

    assert Version.objects.count() == 0
    assert Document.objects.count() == 0


def test_a_visitor_keeps_nothing():
    with pytest.raises(NotAllowedError):
        kept(by=VISITOR)


def test_a_document_under_review_does_not_exist_for_a_visitor(jeanne):
    version = kept(by=jeanne)
    (citation,) = cite(version.id, [Span(0, 6)], by=jeanne)

    assert list_documents(viewer=VISITOR) == ()
    assert document_page("compte-rendu-valmont", viewer=VISITOR) is None
    assert document_of_version(version.id, viewer=VISITOR) is None
    assert original_file(version.id, viewer=VISITOR) is None
    assert passage(version.id, start=0, end=6, viewer=VISITOR) is None
    assert citation_passage(citation.pk, viewer=VISITOR) is None
    assert citations([citation.pk], viewer=VISITOR) == {}


def test_a_published_document_is_everyones(jeanne):
    version = kept(by=jeanne)
    (citation,) = cite(version.id, [Span(0, 6)], by=jeanne)
    published(version)

    assert [line.slug for line in list_documents(viewer=VISITOR)] == ["compte-rendu-valmont"]
    shown = citation_passage(citation.pk, viewer=VISITOR)
    assert shown is not None
    assert shown.quote == "Séance"
    assert citations([citation.pk], viewer=VISITOR)[citation.pk].quote == "Séance"


def test_a_passage_stands_in_its_surroundings(jeanne):
    version = kept(by=jeanne)
    start = TEXT.index("lieu")

    shown = passage(version.id, start=start, end=start + 4, viewer=jeanne, around=3)

    assert shown is not None
    assert (shown.before, shown.quote, shown.after) == ("un ", "lieu", " d'")
    assert shown.cut_before
    assert shown.cut_after


def test_a_passage_of_the_whole_text_is_not_cut(jeanne):
    version = kept(by=jeanne)

    shown = passage(version.id, start=0, end=len(TEXT), viewer=jeanne)

    assert shown is not None
    assert (shown.before, shown.quote, shown.after) == ("", TEXT, "")
    assert not shown.cut_before
    assert not shown.cut_after


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 3), (-1, 4), (0, 10_000)])
def test_a_passage_outside_the_text_is_none(jeanne, start, end):
    assert passage(kept(by=jeanne).id, start=start, end=end, viewer=jeanne) is None


@pytest.mark.parametrize("unknown", [404, 0])
def test_what_is_unknown_is_none(jeanne, unknown):
    assert document_of_version(unknown, viewer=jeanne) is None
    assert original_file(unknown, viewer=jeanne) is None
    assert passage(unknown, start=0, end=1, viewer=jeanne) is None
    assert citation_passage(unknown, viewer=jeanne) is None
    assert document_page("inconnu", viewer=jeanne) is None


def test_citations_come_in_the_order_asked_and_are_reused(jeanne):
    version = kept(by=jeanne)

    first = cite(version.id, [Span(10, 15), Span(0, 6), Span(10, 15)], by=jeanne)
    again = cite(version.id, [Span(0, 6)], by=jeanne)

    assert [citation.quote for citation in first] == ["4 mai", "Séance", "4 mai"]
    assert first[0].pk == first[2].pk
    assert again[0].pk == first[1].pk
    assert Citation.objects.count() == 2
    assert [line.verb for line in lines_about(f"version {version.id}")] == ["kept", "cited"]


@pytest.mark.parametrize("wrong", [Span(0, 0), Span(4, 2), Span(0, 10_000), Span(-3, 2)])
def test_a_citation_outside_the_text_is_refused_and_nothing_is_kept(jeanne, wrong):
    version = kept(by=jeanne)

    with pytest.raises(WrongPassageError):
        cite(version.id, [Span(0, 6), wrong], by=jeanne)

    assert Citation.objects.count() == 0


def test_a_visitor_cites_nothing_and_an_unknown_version_is_an_error(jeanne):
    version = kept(by=jeanne)

    with pytest.raises(NotAllowedError):
        cite(version.id, [Span(0, 6)], by=VISITOR)
    with pytest.raises(LookupError):
        cite(404, [Span(0, 6)], by=jeanne)


def test_a_list_costs_the_same_queries_for_one_document_and_for_ten(jeanne, django_assert_num_queries):
    kept(by=jeanne)
    with django_assert_num_queries(3):
        list_documents(viewer=jeanne)
    for number in range(9):
        kept(by=jeanne, text=f"Texte {number}.")

    with django_assert_num_queries(3):
        assert len(list_documents(viewer=jeanne)) == 10


def test_what_is_kept_is_verified_and_a_change_is_named(jeanne):
    version = kept(by=jeanne)
    cite(version.id, [Span(0, 6), Span(10, 15)], by=jeanne)
    other = kept(by=jeanne, text="Un autre.")

    whole = verify_sources(viewer=OPERATOR, tick=lambda: None)
    Citation.objects.filter(start=10).update(quote="5 mai")
    Version.objects.filter(pk=other.id).update(data=b"Un aulre.")
    changed = verify_sources(viewer=OPERATOR, tick=lambda: None)

    assert (whole.version_count, whole.citation_count) == (2, 2)
    assert (whole.changed_versions, whole.changed_citations) == ((), ())
    assert changed.changed_versions == (f"version {other.id}",)
    assert changed.changed_citations == (f"citation {Citation.objects.get(start=10).pk}",)


def test_only_the_operator_verifies_everything(claire):
    with pytest.raises(NotAllowedError):
        verify_sources(viewer=claire, tick=lambda: None)


def row(**changed: Any) -> Version:
    document = Document.objects.first() or Document.objects.create(
        title="A", slug="a", created_at="2023-05-04T18:00Z"
    )
    values = {
        "document": document,
        "number": 1,
        "file_name": "a.txt",
        "data": b"a",
        "byte_count": 1,
        "sha256": "0" * 64,
        "text": "a",
        "encoding": "utf-8",
        "reader": "r",
        "taken_at": "2023-05-04T18:00Z",
    }
    return Version.objects.create(**{**values, **changed})


@pytest.mark.parametrize(
    "wrong",
    [
        {"sha256": "0" * 64, "number": 2},
        {"sha256": "1" * 64, "number": 1},
        {"sha256": "1" * 64, "number": 0},
        {"sha256": "1" * 64, "number": 2, "byte_count": 0},
    ],
    ids=["the same bytes twice", "a number twice", "a number zero", "no bytes"],
)
def test_the_database_refuses_a_version_with(wrong):
    row()

    with pytest.raises(IntegrityError), transaction.atomic():
        row(**wrong)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 2), (0, 1)], ids=["empty", "backward", "twice"])
def test_the_database_refuses_a_citation_that_is(start, end):
    version = row()
    Citation.objects.create(version=version, start=0, end=1, quote="a")

    with pytest.raises(IntegrityError), transaction.atomic():
        Citation.objects.create(version=version, start=start, end=end, quote="a")


@pytest.mark.parametrize(
    "wrong",
    [{"title": "", "slug": "b"}, {"title": "B", "slug": "b", "kind": "poem"}, {"title": "B", "slug": "a"}],
    ids=["no title", "an unknown kind", "an address twice"],
)
def test_the_database_refuses_a_document_with(wrong):
    row()

    with pytest.raises(IntegrityError), transaction.atomic():
        Document.objects.create(created_at="2023-05-04T18:00Z", **wrong)
    assert verify_chain().is_whole
