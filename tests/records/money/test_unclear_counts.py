"""How somebody reads the posts of a measure explains what the pact's own findings say of them."""

import pytest

from declic.records.money.promises import COUNT_UNCLEAR
from declic.records.money.reads import posts_page
from declic.records.money.writes import read_promise
from declic.records.pact.reads import findings_page
from declic.records.pact.values import FindingState
from declic.records.pact.writes import explain_finding
from tests.people import OPERATOR
from tests.stories.restated import restated_pact


pytestmark = pytest.mark.django_db


@pytest.fixture
def slug() -> str:
    return restated_pact()


def unclear_measure(slug: str) -> int:
    """The one measure whose posts read in two ways."""
    (one,) = (each for each in posts_page(slug, viewer=OPERATOR).promised if not each.promise.is_clear)
    return one.promise.measure_id


def unclear_counts(slug: str) -> list[tuple[FindingState, str | None]]:
    findings = findings_page(slug, viewer=OPERATOR).findings
    return [(one.state, one.explanation) for one in findings if one.rule == COUNT_UNCLEAR]


def test_a_count_stays_a_finding_until_somebody_reads_it_and_again_when_it_is_read_otherwise(slug):
    measure_id = unclear_measure(slug)
    assert unclear_counts(slug) == [(FindingState.OPEN, None)]

    read_promise(measure_id, post_count=2, why="Elle est l’une des deux.", by=OPERATOR)
    assert unclear_counts(slug) == [(FindingState.EXPLAINED, "2 postes promis : Elle est l’une des deux.")]

    read_promise(measure_id, post_count=3, why="Elle est à part.", by=OPERATOR)
    assert unclear_counts(slug) == [(FindingState.EXPLAINED, "3 postes promis : Elle est à part.")]


def test_what_somebody_answered_of_a_count_stays_when_its_promise_is_read(slug):
    (finding,) = (one for one in findings_page(slug, viewer=OPERATOR).findings if one.rule == COUNT_UNCLEAR)
    explain_finding(finding.finding_id, explanation="Nous le demandons.", by=OPERATOR)

    read_promise(unclear_measure(slug), post_count=3, why="Elle est à part.", by=OPERATOR)

    assert unclear_counts(slug) == [(FindingState.EXPLAINED, "Nous le demandons.")]
