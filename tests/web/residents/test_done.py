"""Everyone reads what was done for a promise and what is left: published, approved, and never about a person."""

import datetime
import html
import re
from decimal import Decimal

import pytest
from django.test import Client

from declic.records.evaluation.reads import published_measure
from declic.records.evaluation.writes import enter_value, review_value
from declic.records.sheets.writes import add_milestone, edit_sheet
from tests.counted import asked_of_the_database
from tests.people import VISITOR
from tests.records.evaluation.invented import done, observed
from tests.records.sheets.invented import Steered, steered


pytestmark = pytest.mark.django_db
SPRING = datetime.date(2024, 4, 10)
SUMMARY = "La ludothèque ouvre chaque samedi matin."


@pytest.fixture
def pact() -> Steered:
    return steered()


def page_of(pact: Steered) -> str:
    answer = Client().get(f"/pactes/{pact.slug}/mesures/10/")
    assert answer.status_code == 200
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def publish(pact: Steered) -> None:
    says = {"public_summary": SUMMARY, "publication": "published"}
    edit_sheet(pact.sheet_id, says=says, by=pact.claire)


def test_before_anything_is_published_the_page_says_that_nothing_is(pact):
    page = page_of(pact)

    assert "n'ont encore rien publié" in page
    assert "Ce qui a été fait" not in page
    assert "ludothèque le samedi" not in page


def test_a_published_action_is_told_with_its_steps_and_a_private_one_is_not(pact):
    add_milestone(pact.sheet_id, says={"title": "Recruter", "due_on": SPRING}, by=pact.claire)
    publish(pact)

    page = page_of(pact)

    assert SUMMARY in page
    assert "0 étape(s) franchie(s) sur 1" in page
    assert "Recruter, le 10 avril 2024" in page
    assert "n'ont encore rien publié" not in page


def test_sessions_are_counted_and_the_people_who_came_are_not(pact):
    done(pact, key="s1", on=SPRING, count=3)
    done(pact, key="s2", on=SPRING + datetime.timedelta(days=7), count=4)

    page = page_of(pact)

    assert "2 séances tenues" in page
    assert "la dernière fois le 17 avril 2024" in page


def test_a_value_is_told_once_it_is_approved(pact):
    row = observed(pact)
    done(pact, key="s1", on=SPRING, count=12)
    assert "Jeunes venus jouer" not in page_of(pact)

    review_value(row.pk, end_on=datetime.date(2024, 6, 30), approves=True, by=pact.claire)

    page = page_of(pact)
    assert "12 jeunes" in page
    assert "encore 28 pour atteindre ce qui est attendu" in page


def test_fewer_than_five_people_are_never_counted_in_public(pact):
    row = observed(pact, name="Jeunes rencontrés")
    enter_value(row.pk, end_on=datetime.date(2024, 6, 30), says={"value": Decimal(3)}, by=pact.claire)
    review_value(row.pk, end_on=datetime.date(2024, 6, 30), approves=True, by=pact.claire)

    found = published_measure(pact.slug, number="10", viewer=VISITOR)

    assert [(one.value, one.is_small) for one in found.values] == [(None, True)]
    assert "moins de 5 jeunes" in page_of(pact)


def test_a_measure_with_much_done_asks_no_more_than_one_with_little(pact):
    publish(pact)
    with asked_of_the_database() as few:
        published_measure(pact.slug, number="10", viewer=VISITOR)
    for number in range(30):
        done(pact, key=f"k{number}", on=SPRING, count=1)
        due = SPRING + datetime.timedelta(days=number)
        add_milestone(pact.sheet_id, says={"title": f"Étape {number}", "due_on": due}, by=pact.claire)

    with asked_of_the_database() as many:
        published_measure(pact.slug, number="10", viewer=VISITOR)

    assert len(many) == len(few)


def test_an_unknown_measure_has_nothing(pact):
    with pytest.raises(LookupError):
        published_measure(pact.slug, number="999", viewer=VISITOR)
    with pytest.raises(LookupError):
        published_measure("nowhere", number="10", viewer=VISITOR)
