"""A draft is reviewed value by value, applied once, and nothing that was read is lost."""

from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from declic.records.accounts.rights import NotAllowedError
from declic.records.accounts.viewers import VISITOR, Viewer
from declic.records.journal.reads import lines_about
from declic.records.sources.choices import DraftState, ItemKind, ItemState
from declic.records.sources.models import Document, Draft, DraftItem, Segment
from declic.records.sources.reads import (
    accepted_draft,
    document_page,
    draft_of_version,
    kept_reading,
    list_documents,
    review_page,
)
from declic.records.sources.values import ReviewItem, ReviewPage
from declic.records.sources.writes import (
    DraftClosedError,
    WrongEditError,
    accept_all,
    decide_item,
    discard_draft,
    keep_document,
    mark_applied,
    read_version,
)


pytestmark = pytest.mark.django_db
RESTATED = Path(__file__).resolve().parents[3] / "data" / "planoise" / "deliberation.txt"


@pytest.fixture
def draft_id(jeanne) -> int:
    version = keep_document(RESTATED.read_bytes(), RESTATED.name, by=jeanne)
    return read_version(version.id, by=jeanne)


def shown(draft_id: int, viewer: Viewer) -> ReviewPage:
    page = review_page(draft_id, viewer=viewer)
    assert page is not None
    return page


def item(draft_id: int, viewer: Viewer, *, kind: str, number: int = 0) -> ReviewItem:
    group = next(group for group in shown(draft_id, viewer).groups if group.kind == kind)
    return group.items[number]


def test_a_page_shows_the_whole_text_beside_every_value(draft_id, jeanne):
    page = shown(draft_id, jeanne)

    assert "".join(piece.text for piece in page.pieces) == RESTATED.read_text(encoding="utf-8")
    counts = {group.kind: len(group.items) for group in page.groups}
    assert (counts["member"], counts["proxy"], counts["measure"]) == (123, 26, 30)
    assert (counts["sitting"], counts["pact"]) == (1, 1)
    assert len(page.checks) == 10
    assert page.coverage.sentence_count == (
        page.coverage.attached_count + page.coverage.ignored_count + page.coverage.orphan_count
    )


def test_a_value_is_shown_with_the_words_it_was_read_from(draft_id, jeanne):
    measure = item(draft_id, jeanne, kind="measure")
    text = RESTATED.read_text(encoding="utf-8")

    assert measure.value["number"] == "10"
    assert measure.quote == measure.spans[0].of(text)[:400]
    assert measure.key == "10"
    assert measure.state == "proposed"


def test_a_version_is_read_once(draft_id, claire):
    version = Draft.objects.get(pk=draft_id).version_id

    assert read_version(version, by=claire) == draft_id
    assert [line.verb for line in lines_about(f"draft {draft_id}")] == ["read"]


def test_a_reading_by_an_older_reader_is_discarded_and_stays(draft_id, jeanne):
    Draft.objects.filter(pk=draft_id).update(reader="text/0")
    version = Draft.objects.get(pk=draft_id).version_id

    again = read_version(version, by=jeanne)

    assert again != draft_id
    assert Draft.objects.get(pk=draft_id).state == DraftState.DISCARDED
    assert (
        DraftItem.objects.filter(draft_id=draft_id).count()
        == DraftItem.objects.filter(draft_id=again).count()
    )


def test_a_decision_is_kept_with_its_remark_and_can_be_taken_back(draft_id, jeanne):
    measure = item(draft_id, jeanne, kind="measure")

    decide_item(measure.id, decision=ItemState.REJECTED, remark="Citée en exemple.", by=jeanne)
    rejected = item(draft_id, jeanne, kind="measure")
    decide_item(measure.id, decision=ItemState.PROPOSED, by=jeanne)
    proposed = item(draft_id, jeanne, kind="measure")

    assert (rejected.state, rejected.note) == ("rejected", "Citée en exemple.")
    assert (proposed.state, proposed.note) == ("proposed", "")
    verbs = [line.verb for line in lines_about(f"item {measure.id}")]
    assert verbs == ["marked rejected", "marked proposed"]


def test_a_correction_stands_beside_what_was_read(draft_id, jeanne):
    measure = item(draft_id, jeanne, kind="measure")

    decide_item(measure.id, decision=ItemState.EDITED, edited={"axis": 2}, by=jeanne)

    corrected = item(draft_id, jeanne, kind="measure")
    assert corrected.value == measure.value
    assert corrected.shown == {**measure.value, "axis": 2}


@pytest.mark.parametrize(
    "edited",
    [{"unknown": 1}, {"number": 10}, {"bullets": "une puce"}, {"spans": []}, {"axis": "deux"}],
    ids=["an unknown field", "a number for words", "words for a list", "a passage", "words for a number"],
)
def test_a_correction_of_another_shape_is_refused(edited, draft_id, jeanne):
    measure = item(draft_id, jeanne, kind="measure")

    with pytest.raises(WrongEditError):
        decide_item(measure.id, decision=ItemState.EDITED, edited=edited, by=jeanne)

    assert item(draft_id, jeanne, kind="measure") == measure


def test_what_is_computed_is_never_corrected(draft_id, jeanne):
    member = item(draft_id, jeanne, kind="member")

    with pytest.raises(WrongEditError):
        decide_item(member.id, decision=ItemState.EDITED, edited={"present_at": []}, by=jeanne)


def test_accepting_all_leaves_what_was_decided(draft_id, jeanne):
    measure = item(draft_id, jeanne, kind="measure")
    decide_item(measure.id, decision=ItemState.REJECTED, by=jeanne)

    accepted = accept_all(draft_id, by=jeanne)

    assert accepted == DraftItem.objects.filter(draft_id=draft_id).count() - 1
    assert item(draft_id, jeanne, kind="measure").state == "rejected"
    assert [group.waiting_count for group in shown(draft_id, jeanne).groups if group.waiting_count] == []


def test_accepting_one_kind_leaves_the_others(draft_id, jeanne):
    assert accept_all(draft_id, by=jeanne, kind=ItemKind.MEASURE) == 30

    waiting = {group.kind: group.waiting_count for group in shown(draft_id, jeanne).groups}
    assert waiting["measure"] == 0
    assert waiting["member"] == 123


def test_what_was_kept_has_the_types_of_the_engine(draft_id, jeanne):
    first = item(draft_id, jeanne, kind="measure")
    second = item(draft_id, jeanne, kind="measure", number=1)
    decide_item(first.id, decision=ItemState.REJECTED, by=jeanne)
    decide_item(second.id, decision=ItemState.EDITED, edited={"verb": "promettre"}, by=jeanne)
    accept_all(draft_id, by=jeanne)

    kept = kept_reading(draft_id, viewer=jeanne)

    assert kept is not None
    assert kept.pact is not None
    assert kept.sitting is not None
    assert len(kept.pact.measures) == 29
    assert (kept.pact.measures[0].number, kept.pact.measures[0].verb) == (second.value["number"], "promettre")
    assert len(kept.sitting.members) == 123
    assert len(kept.findings) == len(kept.answer["findings"])


def test_a_part_whose_head_is_rejected_is_not_kept(draft_id, jeanne):
    head = item(draft_id, jeanne, kind="sitting")
    decide_item(head.id, decision=ItemState.REJECTED, by=jeanne)
    accept_all(draft_id, by=jeanne)

    kept = kept_reading(draft_id, viewer=jeanne)

    assert kept is not None
    assert kept.sitting is None
    assert kept.pact is not None


def test_a_value_on_which_nobody_decided_is_not_kept(draft_id, jeanne):
    kept = kept_reading(draft_id, viewer=jeanne)

    assert kept is not None
    assert (kept.sitting, kept.pact, kept.findings) == (None, None, ())


def test_a_draft_is_applied_once_and_its_document_is_published(draft_id, jeanne):
    assert list_documents(viewer=VISITOR) == ()

    mark_applied(draft_id, by=jeanne)

    (line,) = list_documents(viewer=VISITOR)
    assert line.public
    assert line.draft is None, "a visitor does not see the work of the review"
    with pytest.raises(DraftClosedError):
        mark_applied(draft_id, by=jeanne)
    assert [line.verb for line in lines_about(f"draft {draft_id}")] == ["read", "applied"]


def test_nothing_is_decided_on_a_closed_draft(draft_id, jeanne):
    measure = item(draft_id, jeanne, kind="measure")
    discard_draft(draft_id, by=jeanne)

    for act in (
        lambda: decide_item(measure.id, decision=ItemState.ACCEPTED, by=jeanne),
        lambda: accept_all(draft_id, by=jeanne),
        lambda: discard_draft(draft_id, by=jeanne),
        lambda: mark_applied(draft_id, by=jeanne),
    ):
        with pytest.raises(DraftClosedError):
            act()
    assert Draft.objects.get(pk=draft_id).applied_at is None


def test_a_visitor_neither_reads_nor_decides(draft_id, jeanne):
    measure = item(draft_id, jeanne, kind="measure")

    assert review_page(draft_id, viewer=VISITOR) is None
    assert accepted_draft(draft_id, viewer=VISITOR) is None
    assert kept_reading(draft_id, viewer=VISITOR) is None
    assert draft_of_version(1, viewer=VISITOR) is None
    for act in (
        lambda: read_version(1, by=VISITOR),
        lambda: decide_item(measure.id, decision=ItemState.ACCEPTED, by=VISITOR),
        lambda: accept_all(draft_id, by=VISITOR),
        lambda: discard_draft(draft_id, by=VISITOR),
        lambda: mark_applied(draft_id, by=VISITOR),
    ):
        with pytest.raises(NotAllowedError):
            act()


def test_what_is_unknown_says_so(jeanne):
    assert review_page(404, viewer=jeanne) is None
    assert kept_reading(404, viewer=jeanne) is None
    for act in (
        lambda: read_version(404, by=jeanne),
        lambda: decide_item(404, decision=ItemState.ACCEPTED, by=jeanne),
        lambda: accept_all(404, by=jeanne),
        lambda: discard_draft(404, by=jeanne),
        lambda: mark_applied(404, by=jeanne),
    ):
        with pytest.raises(LookupError):
            act()


def test_the_kind_of_a_document_is_what_its_text_proves(draft_id, jeanne):
    (line,) = list_documents(viewer=jeanne)
    page = document_page(line.slug, viewer=jeanne)

    assert page is not None
    assert (line.kind, page.kind) == ("mixed", "mixed")
    assert line.draft is not None
    assert (line.draft.id, line.draft.state, line.draft.decided_count) == (draft_id, "pending", 0)


def test_a_review_page_costs_the_same_queries_whatever_is_in_the_draft(
    draft_id, jeanne, django_assert_num_queries
):
    small = keep_document("Bonjour à toutes et à tous.".encode(), "a.txt", by=jeanne)
    small_draft = read_version(small.id, by=jeanne)

    with django_assert_num_queries(3):
        shown(small_draft, jeanne)
    with django_assert_num_queries(3):
        shown(draft_id, jeanne)


def bare_draft() -> Draft:
    document = Document.objects.create(title="A", slug="a", created_at="2023-05-04T18:00Z")
    version = document.versions.create(
        number=1,
        file_name="a",
        data=b"a",
        byte_count=1,
        sha256="0" * 64,
        text="a",
        encoding="utf-8",
        reader="r",
        taken_at="2023-05-04T18:00Z",
    )
    return Draft.objects.create(version=version, reader="r", answer={}, created_at="2023-05-04T18:00Z")


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "pending"},
        {"state": "applied"},
        {"state": "discarded", "applied_at": "2023-05-04T18:00Z"},
        {"state": "lost"},
    ],
    ids=["pending twice", "applied at no instant", "discarded and applied", "an unknown state"],
)
def test_the_database_refuses_a_draft_that_is(wrong):
    first = bare_draft()

    with pytest.raises(IntegrityError), transaction.atomic():
        Draft.objects.create(
            version=first.version, reader="r", answer={}, created_at="2023-05-04T18:00Z", **wrong
        )


@pytest.mark.parametrize(
    "wrong",
    [
        {"position": 0, "key": "b"},
        {"position": 1, "key": "a"},
        {"position": 1, "key": "b", "kind": "poem"},
        {"position": 1, "key": "b", "state": "lost"},
        {"position": 1, "key": "b", "state": "edited"},
        {"position": 1, "key": "b", "edited": {}},
    ],
    ids=["a place twice", "a key twice", "no kind", "no state", "edited without value", "a value unedited"],
)
def test_the_database_refuses_an_item_with(wrong):
    draft = bare_draft()
    DraftItem.objects.create(draft=draft, kind="measure", key="a", position=0, label="", value={})

    with pytest.raises(IntegrityError), transaction.atomic():
        DraftItem.objects.create(**{"draft": draft, "kind": "measure", "label": "", "value": {}, **wrong})


@pytest.mark.parametrize(
    "wrong",
    [{"position": 0}, {"position": 1, "end": 0}, {"position": 1, "state": "lost"}],
    ids=["a place twice", "no words", "no state"],
)
def test_the_database_refuses_a_segment_with(wrong):
    draft = bare_draft()
    Segment.objects.create(draft=draft, position=0, start=0, end=1, state="orphan")

    with pytest.raises(IntegrityError), transaction.atomic():
        Segment.objects.create(**{"draft": draft, "start": 0, "end": 1, "state": "orphan", **wrong})
