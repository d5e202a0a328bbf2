"""Several sheets at once: what would change is seen first, row by row, and twice is once."""

import pytest
from django.test import Client
from django.urls import reverse

from declic.records.journal.models import Line
from declic.records.sheets.models import ActionSheet
from declic.records.sheets.writes import open_sheet
from tests.people import CLAIRE, HUGO, LINA, Person
from tests.records.sheets.invented import Steered, measure, steered


pytestmark = pytest.mark.django_db


@pytest.fixture
def pact() -> Steered:
    return steered()


def entered(person: Person) -> Client:
    client = Client()
    assert client.login(username=person.email, password=person.password)
    return client


def where(pact: Steered) -> str:
    return reverse("edit_many_sheets", args=[pact.slug])


def another(pact: Steered, **says: object) -> ActionSheet:
    said = {"title": "Lire dehors", **says}
    return ActionSheet.objects.get(pk=open_sheet(measure("10").pk, says=said, by=pact.claire))


def test_the_preview_says_what_would_change_and_changes_nothing(pact):
    another(pact)
    client = entered(CLAIRE)
    assert where(pact) in client.get(reverse("sheets", args=[pact.slug])).content.decode()
    lines = Line.objects.count()

    page = client.post(where(pact), {"sheets": ["10-1", "10-2"], "priority": "high"}).content.decode()

    assert "2 fiches changeraient" in page
    assert 'name="confirmed"' in page
    assert set(ActionSheet.objects.values_list("priority", flat=True)) == {""}
    assert Line.objects.count() == lines


def test_what_was_previewed_is_kept_and_twice_changes_nothing(pact):
    another(pact)
    client, form = entered(CLAIRE), {"sheets": ["10-1", "10-2"], "priority": "high", "confirmed": "1"}

    for said in ("2 fiches modifiées.", "0 fiche modifiée."):
        answer = client.post(where(pact), form, follow=True)
        assert said in answer.content.decode()

    assert list(ActionSheet.objects.values_list("priority", "edition")) == [("high", 2), ("high", 2)]


def test_a_sheet_that_cannot_take_the_value_is_refused_with_its_reason_and_the_others_change(pact):
    late = another(pact)
    ActionSheet.objects.filter(pk=late.pk).update(start_on="2024-09-01")
    client, form = entered(CLAIRE), {"sheets": ["10-1", "10-2"], "end_on": "2024-08-01"}

    page = client.post(where(pact), form).content.decode()
    assert "La fin vient avant le début." in page
    assert "1 fiche changerait" in page
    client.post(where(pact), {**form, "confirmed": "1"})

    ends = dict(ActionSheet.objects.values_list("sequence", "end_on"))
    assert str(ends[1]) == "2024-08-01"
    assert ends[2] is None


def test_who_does_not_pilot_the_axis_does_not_publish_many(pact):
    page = entered(LINA).post(where(pact), {"sheets": ["10-1"], "maturity": "validated"}).content.decode()

    assert "0 fiche changerait" in page
    assert 'name="confirmed"' not in page


def test_who_carries_no_sheet_is_offered_none_and_changes_none(pact):
    client = entered(HUGO)
    assert "10-1 ·" not in client.get(where(pact)).content.decode()

    answer = client.post(where(pact), {"sheets": ["10-1"], "priority": "high", "confirmed": "1"})

    assert answer.status_code == 422
    assert ActionSheet.objects.get().priority == ""


@pytest.mark.parametrize(
    "sent", [{}, {"sheets": ["10-1"]}, {"priority": "high"}, {"sheets": ["99-1"], "priority": "x"}]
)
def test_a_form_that_says_nothing_is_shown_again(pact, sent):
    assert entered(CLAIRE).post(where(pact), sent).status_code == 422
