"""The posts that the Planoise document promises, from its own quantities: 33, 42, 53, 54."""

import pytest

from declic.records.evaluation.reads import indicators_page
from declic.records.evaluation.writes import open_promised
from declic.records.money.reads import posts_page
from declic.records.pact.writes import apply_draft
from declic.records.sources.writes import accept_all, keep_document, read_version
from tests.documents import needs_planoise, planoise_text
from tests.people import OPERATOR


pytestmark = [pytest.mark.django_db, needs_planoise]


@pytest.fixture
def slug() -> str:
    version = keep_document(planoise_text().encode(), "deliberation.txt", by=OPERATOR)
    draft = read_version(version.id, by=OPERATOR)
    accept_all(draft, by=OPERATOR)
    opened = apply_draft(draft, by=OPERATOR).slug
    assert opened
    return opened


def test_four_measures_promise_posts_and_one_reads_in_two_ways(slug):
    promised = posts_page(slug, viewer=OPERATOR).promised

    assert [(one.promise.number, one.promise.least, one.promise.most) for one in promised] == [
        ("33", 1, 1),
        ("42", 1, 1),
        ("53", 2, 3),
        ("54", 2, 2),
    ]
    assert [one.promise.number for one in promised if not one.promise.is_clear] == ["53"]
    assert [one.filled.kept for one in promised] == [0, 0, 0, 0]


def test_the_promised_posts_open_four_indicators(slug):
    assert open_promised(slug, by=OPERATOR) == 4

    lines = indicators_page(slug, viewer=OPERATOR).indicators
    assert [(one.measure.number if one.measure else "", int(one.target or 0)) for one in lines] == [
        ("33", 1),
        ("42", 1),
        ("53", 2),
        ("54", 2),
    ]
