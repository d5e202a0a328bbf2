"""What a review kept of a draft becomes rows once, and publishes its document."""

import pytest
from django.utils import timezone

from declic.engines.reading.drafts import Coverage, DocumentKind, Reading
from declic.records.accounts.rights import NotAllowedError
from declic.records.accounts.viewers import VISITOR
from declic.records.council.models import Attendance, Proxy, Sitting
from declic.records.journal.models import Line
from declic.records.pact.models import Axis, Finding, Measure, Programme
from declic.records.pact.writes import NumberTwiceError, apply_draft
from declic.records.sources.choices import ItemKind, ItemState
from declic.records.sources.items import items_of
from declic.records.sources.models import Citation, Document, Draft, DraftItem
from declic.records.sources.readings import compose
from declic.records.sources.writes import DraftClosedError, accept_all, decide_item, discard_draft
from declic.units.spans import Span
from tests.records.council.invented import CLERK, PILOT, keep, small_sitting
from tests.records.pact.invented import small_pact


pytestmark = pytest.mark.django_db


def keep_draft(*, with_sitting: bool = True, with_pact: bool = True) -> int:
    """A draft of both, as a reading leaves it: nothing decided yet."""
    paper, pact, findings = small_pact()
    _, sitting = small_sitting(after=paper)
    version_id = keep(paper, public=False)
    reading = Reading(
        kind=DocumentKind.MIXED,
        text=paper.text,
        sitting=sitting if with_sitting else None,
        pact=pact if with_pact else None,
        findings=findings,
        coverage=Coverage(attached=(Span(0, 5),)),
    )
    answer = compose(reading, name="seance.txt", sha256="0" * 64).answer
    draft = Draft.objects.create(
        version_id=version_id, reader="test", answer=answer, created_at=timezone.now()
    )
    DraftItem.objects.bulk_create(
        DraftItem(
            draft=draft,
            position=position,
            kind=item.kind,
            key=item.key,
            label=item.label,
            value=item.value,
            spans=item.spans,
        )
        for position, item in enumerate(items_of(answer))
    )
    return draft.pk


def item(kind: ItemKind, label: str) -> DraftItem:
    return DraftItem.objects.get(kind=kind, label__startswith=label)


def test_a_reviewed_draft_opens_its_sitting_and_its_pact_and_publishes_the_document():
    draft_id = keep_draft()
    accept_all(draft_id, by=CLERK)

    opened = apply_draft(draft_id, by=CLERK)

    assert opened.sitting_id == Sitting.objects.get().pk
    assert opened.slug == Programme.objects.get().slug
    assert (Attendance.objects.count(), Measure.objects.count()) == (6, 3)
    assert Document.objects.get().public
    assert Draft.objects.get().state == "applied"


def test_every_citation_of_an_applied_draft_re_reads_its_words():
    draft_id = keep_draft()
    accept_all(draft_id, by=CLERK)

    apply_draft(draft_id, by=CLERK)

    kept = Citation.objects.select_related("version")
    assert all(one.version.text[one.start : one.end] == one.quote for one in kept)
    assert Measure.objects.get(number="20").citation.quote.startswith("Mesure 20 : ")
    assert Attendance.objects.get(name="Rose HUBERT").citation.quote == "M. Rose HUBERT"


def test_what_the_review_rejected_is_not_opened():
    draft_id = keep_draft()
    decide_item(item(ItemKind.MEASURE, "20").pk, decision=ItemState.REJECTED, by=CLERK)
    decide_item(item(ItemKind.FINDING, "L'axe 1").pk, decision=ItemState.REJECTED, by=CLERK)
    decide_item(item(ItemKind.PROXY, "Tara JOLY").pk, decision=ItemState.REJECTED, by=CLERK)
    accept_all(draft_id, by=CLERK)

    apply_draft(draft_id, by=CLERK)

    assert [measure.number for measure in Measure.objects.all()] == ["10", "10.1"]
    assert not Finding.objects.filter(rule="axis_names").exists()
    assert Finding.objects.filter(rule="measure_words").exists()
    assert [proxy.giver_name for proxy in Proxy.objects.all()] == ["Serge IMBERT"]


def test_what_the_review_corrected_is_opened_as_corrected():
    draft_id = keep_draft()
    decide_item(
        item(ItemKind.AXIS, "2").pk,
        decision=ItemState.EDITED,
        edited={"title": "Prendre soin de soi"},
        by=CLERK,
    )
    accept_all(draft_id, by=CLERK)

    apply_draft(draft_id, by=CLERK)

    assert Axis.objects.get(number=2).title == "Prendre soin de soi"


def test_what_nobody_decided_on_is_not_opened():
    draft_id = keep_draft()
    decide_item(item(ItemKind.PACT, "Pacte").pk, decision=ItemState.ACCEPTED, by=CLERK)

    apply_draft(draft_id, by=CLERK)

    assert (Programme.objects.count(), Measure.objects.count(), Sitting.objects.count()) == (1, 0, 0)


def test_a_second_application_gives_the_same_and_changes_nothing():
    draft_id = keep_draft()
    accept_all(draft_id, by=CLERK)
    first = apply_draft(draft_id, by=CLERK)
    before = (Measure.objects.count(), Citation.objects.count(), Line.objects.count())

    second = apply_draft(draft_id, by=PILOT)

    assert second == first
    assert (Measure.objects.count(), Citation.objects.count(), Line.objects.count()) == before


def test_a_draft_of_minutes_alone_opens_no_pact():
    draft_id = keep_draft(with_pact=False)
    accept_all(draft_id, by=CLERK)

    opened = apply_draft(draft_id, by=CLERK)

    assert opened.slug is None
    assert (opened.sitting_id, Programme.objects.count()) == (Sitting.objects.get().pk, 0)


def test_a_draft_of_a_pact_alone_opens_no_sitting():
    draft_id = keep_draft(with_sitting=False)
    accept_all(draft_id, by=CLERK)

    assert apply_draft(draft_id, by=CLERK).sitting_id is None


def test_a_pact_that_cannot_be_opened_leaves_no_sitting_and_no_published_document():
    draft_id = keep_draft()
    twin = item(ItemKind.MEASURE, "20")
    decide_item(twin.pk, decision=ItemState.EDITED, edited={"number": "10"}, by=CLERK)
    accept_all(draft_id, by=CLERK)

    with pytest.raises(NumberTwiceError):
        apply_draft(draft_id, by=CLERK)

    assert (Sitting.objects.count(), Programme.objects.count()) == (0, 0)
    assert not Document.objects.get().public
    assert Draft.objects.get().state == "pending"


def test_a_discarded_draft_is_not_applied():
    draft_id = keep_draft()
    discard_draft(draft_id, by=CLERK)

    with pytest.raises(DraftClosedError):
        apply_draft(draft_id, by=CLERK)


def test_a_visitor_applies_no_draft():
    draft_id = keep_draft()
    accept_all(draft_id, by=CLERK)

    with pytest.raises(NotAllowedError):
        apply_draft(draft_id, by=VISITOR)

    assert Draft.objects.get().state == "pending"


def test_an_unknown_draft_is_not_applied():
    with pytest.raises(LookupError):
        apply_draft(404, by=CLERK)
