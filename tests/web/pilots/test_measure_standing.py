"""What the pilots' page of a measure tells beside its sheets."""

import datetime
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from declic.records.accounts.viewers import OPERATOR
from declic.records.deliveries.writes import fill_post
from declic.records.money.writes import set_cost
from declic.records.pact.reads import UnknownMeasureError
from declic.records.steering.choices import DecisionState, ItemKind, MeetingState
from declic.records.steering.given import GivenDecision, GivenItem, GivenMeeting
from declic.records.steering.reads import measure_steering
from declic.records.steering.writes import (
    decide,
    follow_decision,
    move_meeting,
    open_committee,
    plan_meeting,
    put_on_agenda,
)
from tests.people import CLAIRE, VISITOR
from tests.records.evaluation.invented import done
from tests.records.money.invented import YESTERDAY, a_line, a_post, funded
from tests.records.sheets.invented import Steered
from tests.records.steering.invented import FIRST, MONTHLY_GROUP
from tests.web.pilots.test_steering import words


pytestmark = pytest.mark.django_db


@pytest.fixture
def pact() -> Steered:
    return funded()


def decided(pact: Steered, text: str) -> int:
    """A decision on a point about the sheet of measure 10."""
    committee = open_committee(pact.slug, says=MONTHLY_GROUP, by=OPERATOR)
    meeting = plan_meeting(committee, says=GivenMeeting(FIRST), by=OPERATOR)
    point = GivenItem("Ouvrir plus tôt", kind=ItemKind.DECISION, sheet_id=pact.sheet_id)
    item = put_on_agenda(committee, says=point, meeting_id=meeting, by=OPERATOR)
    move_meeting(meeting, to=MeetingState.IN_PROGRESS, by=OPERATOR)
    return decide(meeting, says=GivenDecision(text, item_id=item), by=OPERATOR)


def test_a_measure_counts_what_was_done_its_posts_its_money_and_the_decisions_that_wait(pact):
    done(pact, key="s1", on=datetime.date(2024, 3, 1))
    done(pact, key="s2", on=datetime.date(2024, 3, 8))
    a_line(pact)
    set_cost(
        pact.sheet_id,
        says={"fiscal_year": 2024, "nature": "operating", "tax": "included", "euros": Decimal(1500)},
        by=OPERATOR,
    )
    first, _second = a_post(pact, key="p1"), a_post(pact, key="p2")
    fill_post(first.pk, on=YESTERDAY, by=OPERATOR)
    number = decided(pact, "Ouvrir à neuf heures.")

    before = measure_steering(pact.slug, number="10", viewer=pact.claire)
    follow_decision(number, says={"state": DecisionState.DONE}, by=OPERATOR)
    after = measure_steering(pact.slug, number="10", viewer=pact.claire)

    assert (before.filled_posts, before.post_count) == (1, 2)
    assert before.delivered_on == datetime.date(2024, 3, 8)
    assert before.delivery_count == 3  # two sessions, and the post that was filled
    assert (before.money.included.sought, before.money.included.missing) == (Decimal(1000), Decimal(1500))
    assert (before.open_decisions, after.open_decisions) == (1, 0)


def test_a_measure_of_which_nothing_is_known_counts_nothing(pact):
    found = measure_steering(pact.slug, number="20", viewer=pact.claire)

    assert (found.delivery_count, found.delivered_on, found.post_count, found.open_decisions) == (
        0,
        None,
        0,
        0,
    )
    with pytest.raises(UnknownMeasureError):
        measure_steering(pact.slug, number="99", viewer=pact.claire)
    with pytest.raises(UnknownMeasureError):
        measure_steering(pact.slug, number="10", viewer=VISITOR)


def test_claire_reads_on_the_page_of_a_measure_where_it_stands(pact):
    a_line(pact)
    a_post(pact)
    decided(pact, "Ouvrir à neuf heures.")
    client = Client()
    assert client.login(username=CLAIRE.email, password=CLAIRE.password)

    page = words(client.get(reverse("steering_measure", args=[pact.slug, "10"])).content.decode())

    assert "Ce qui a été fait rien pour l’instant" in page
    assert "Postes 0 sur 1 pourvus Les postes" in page
    assert "Recherché 1 000 € TTC" in page
    assert "Décisions 1 à exécuter Les décisions" in page
