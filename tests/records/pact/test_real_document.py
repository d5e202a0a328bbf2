"""The real document, kept, read, accepted, applied: what was opened agrees with the gold, sentence by sentence."""

import datetime
import re

import pytest

from declic.records.accounts.viewers import OPERATOR, VISITOR
from declic.records.council import reads as council
from declic.records.council.values import CellState
from declic.records.pact import reads
from declic.records.pact.models import Measure
from declic.records.pact.values import OpenedDocument, PactHome, ValidationState
from declic.records.pact.writes import apply_draft
from declic.records.sources.models import Citation
from declic.records.sources.writes import accept_all, keep_document, read_version
from tests.documents import needs_planoise, planoise_gold, planoise_text


pytestmark = [pytest.mark.django_db, needs_planoise]

TODAY = datetime.date(2023, 3, 10)
BLANK = re.compile(r"\s+")


@pytest.fixture
def opened() -> OpenedDocument:
    version = keep_document(planoise_text().encode(), "deliberation.txt", by=OPERATOR)
    draft_id = read_version(version.id, by=OPERATOR)
    accept_all(draft_id, by=OPERATOR)
    return apply_draft(draft_id, by=OPERATOR)


def home(opened: OpenedDocument) -> PactHome:
    assert opened.slug is not None
    return reads.pact_home(opened.slug, viewer=VISITOR, today=TODAY)


def test_every_citation_re_reads_identically(opened):
    text = planoise_text()

    citations = list(Citation.objects.filter(version=opened.version_id))

    assert len(citations) > 300
    assert [one for one in citations if text[one.start : one.end] != one.quote] == []


def test_the_sitting_is_counted_again_question_by_question(opened):
    page = council.sitting_page(opened.sitting_id, viewer=VISITOR)

    expected = [
        (one["question"], one["present"], one["proxies_usable"], one["represented"], one["quorum_needed"])
        for one in planoise_gold()["computed"]["by_question"]
    ]
    counted = [
        (one.question, one.present, one.usable_proxies, one.represented, one.quorum) for one in page.questions
    ]
    order = planoise_gold()["seance"]["order"]["value"]
    assert counted == sorted(expected, key=lambda one: order.index(one[0]))
    assert (len(page.rows), len(page.proxies), len(page.checks)) == (123, 26, 10)


def test_the_vote_of_the_pact_is_explained(opened):
    act = council.sitting_page(opened.sitting_id, viewer=VISITOR).deliberations[0]

    assert act.number == "2023/006429"
    assert act.arithmetic is not None
    assert (act.arithmetic.present, act.arithmetic.usable_proxies, act.arithmetic.cast) == (89, 24, 113)
    assert act.arithmetic.agrees is True


def test_one_proxy_is_void_until_its_holder_arrives(opened):
    page = council.sitting_page(opened.sitting_id, viewer=VISITOR)

    void = {proxy.proxy_id: proxy.void_at for proxy in page.proxies if proxy.void_at}

    assert list(void.values()) == [(1, 2, 3, 4)]
    giver = next(proxy.giver_id for proxy in page.proxies if proxy.void_at)
    row = next(row for row in page.rows if row.member.member_id == giver)
    assert [cell.state for cell in row.cells[:5]] == [CellState.AWAY] * 4 + [CellState.REPRESENTED]


def test_measures_are_kept_verbatim_in_their_axes(opened):
    expected = {
        (one["number"], one["axis"], BLANK.sub(" ", one["full_text"]).strip())
        for one in planoise_gold()["pact"]["measures"]
    }

    kept = {
        (int(row.number), row.axis and row.axis.number, BLANK.sub(" ", row.official_text).strip())
        for row in Measure.objects.filter(programme__slug=opened.slug).select_related("axis")
    }

    assert len(kept) == 30
    assert kept == {(int(number), axis, text) for number, axis, text in expected}


def test_the_home_counts_what_the_gold_counts(opened):
    counts = home(opened).counts

    assert (counts.axes, counts.measures, counts.ongoing_actions, counts.amounts) == (5, 30, 23, 11)
    assert counts.signatories == 9
    assert counts.figures >= 90


def test_the_home_gives_the_three_reasons_and_the_end(opened):
    page = home(opened)

    assert [reason.passages[0].quote for reason in page.diagnosis] == [
        one["text"] for one in planoise_gold()["diagnosis"]
    ]
    assert page.header.signed_on is not None
    assert page.header.signed_on.value == datetime.date(2023, 1, 31)
    assert page.header.ends_on is not None
    assert page.header.ends_on.value == datetime.date(2023, 12, 31)
    assert page.header.sitting_id == opened.sitting_id


def test_local_authorities_await_their_assembly_and_the_state_does_not(opened):
    page = reads.signatories_page(opened.slug, viewer=VISITOR)

    awaited = [one for one in page.signatories if one.validation.state is ValidationState.AWAITED]

    assert page.reserve is not None
    assert (len(page.signatories), len(awaited)) == (9, 3)
    assert sum(len(one.representatives) for one in page.signatories) == 10
    assert sum(one.signature is not None for one in page.signatories) == 9


def test_applying_twice_changes_nothing(opened):
    before = (Citation.objects.count(), Measure.objects.count())
    version = keep_document(planoise_text().encode(), "deliberation.txt", by=OPERATOR)

    again = apply_draft(read_version(version.id, by=OPERATOR), by=OPERATOR)

    assert again == opened
    assert (Citation.objects.count(), Measure.objects.count()) == before
