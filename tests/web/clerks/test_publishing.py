"""« Données ouvertes » of a sitting: what it waits for, the form of the clerk, the file."""

import pytest
from django.test import Client

from declic.records.council.models import Council, Deliberation, FiledAct
from tests.open_data.scdl import faults
from tests.people import CLAIRE, JEANNE, LINA, signed_up
from tests.web.clerks.invented import opened_sitting
from tests.web.members.people_sign_in import text_of


pytestmark = pytest.mark.django_db

SIRET = "123 456 782 00010"


@pytest.fixture
def sitting() -> int:
    return opened_sitting()


def browser_of(person) -> Client:
    signed_up(person)
    client = Client()
    client.login(username=person.email, password=person.password)
    return client


def answers(sitting: int, **changes: str) -> dict[str, str]:
    said = {"institution": "", "institution_name": "Grand Valmont", "siret": SIRET, "edition": "0"}
    for act in Deliberation.objects.filter(sitting_id=sitting):
        said |= {f"matter_{act.pk}": "8.5", f"received_{act.pk}": ""}
    return said | changes


def test_the_page_says_in_one_sentence_what_is_missing_and_offers_no_file(sitting, client):
    page = client.get(f"/deliberations/{sitting}/donnees-ouvertes/")
    file = client.get(f"/deliberations/{sitting}/deliberations.csv")

    assert "Le fichier attend" in text_of(page)
    assert "son SIRET" in text_of(page)
    assert "deliberations.csv" not in page.content.decode()
    assert (file.status_code, file.url) == (302, f"/deliberations/{sitting}/donnees-ouvertes/")


def test_a_clerk_completes_the_acts_and_a_validator_takes_the_file(sitting):
    clerk, form = browser_of(JEANNE), f"/deliberations/{sitting}/donnees-ouvertes/completer/"
    assert form in clerk.get(f"/deliberations/{sitting}/donnees-ouvertes/").content.decode()

    kept = clerk.post(form, answers(sitting), follow=True)
    file = Client().get(f"/deliberations/{sitting}/deliberations.csv")

    assert "Ce que vous avez dit des actes est enregistré" in text_of(kept)
    assert "Le fichier attend" not in text_of(kept)
    assert file["Content-Type"] == "text/csv; charset=utf-8"
    assert faults(file.content.decode()) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"siret": "123 456 782 00011"}, "Ce SIRET ne peut pas exister"),
        ({"institution_name": "", "siret": SIRET}, "Dites quelle institution porte ce SIRET"),
        ({"institution_name": "…"}, "Un nom comporte des lettres"),
    ],
)
def test_a_wrong_answer_is_said_beside_its_field_and_nothing_is_kept(sitting, change, words):
    clerk = browser_of(JEANNE)

    answer = clerk.post(f"/deliberations/{sitting}/donnees-ouvertes/completer/", answers(sitting, **change))

    assert answer.status_code == 422
    assert words in text_of(answer)
    assert not FiledAct.objects.exists()


def test_a_day_before_the_sitting_and_a_matter_that_is_none_are_refused(sitting):
    clerk, address = browser_of(JEANNE), f"/deliberations/{sitting}/donnees-ouvertes/completer/"
    act = Deliberation.objects.filter(sitting_id=sitting).first()
    assert act

    early = clerk.post(address, answers(sitting, **{f"received_{act.pk}": "1999-01-01"}))
    unknown = clerk.post(address, answers(sitting, **{f"matter_{act.pk}": "8.10"}))

    assert (early.status_code, unknown.status_code) == (422, 422)
    assert "La préfecture reçoit un acte après la séance" in text_of(early)
    assert Council.objects.filter(institution__isnull=False).count() == 0


def test_another_siret_than_the_known_one_is_told(sitting):
    clerk, address = browser_of(JEANNE), f"/deliberations/{sitting}/donnees-ouvertes/completer/"
    clerk.post(address, answers(sitting))

    answer = clerk.post(address, answers(sitting, siret="123 456 782 00028", edition="1"))

    assert answer.status_code == 422
    assert "12345678200010" in text_of(answer)


def test_two_clerks_who_answer_at_once_see_both_answers(sitting):
    clerk, pilot = browser_of(JEANNE), browser_of(CLAIRE)
    address = f"/deliberations/{sitting}/donnees-ouvertes/completer/"
    act = Deliberation.objects.filter(sitting_id=sitting).first()
    assert act

    first = clerk.post(address, answers(sitting))
    second = pilot.post(address, answers(sitting, **{f"matter_{act.pk}": "7.5"}))

    assert (first.status_code, second.status_code) == (302, 409)
    assert "7.5" in text_of(second)
    assert FiledAct.objects.get(deliberation=act).matter == "8.5"


def test_who_does_not_review_finds_no_form(sitting):
    assert browser_of(LINA).get(f"/deliberations/{sitting}/donnees-ouvertes/completer/").status_code == 404
