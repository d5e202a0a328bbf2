"""The pages of indicators and of what was done, as those who work on the pact use them."""

import datetime
import re

import pytest
import time_machine
from django.test import Client

from declic.records.deliveries.models import Delivery
from declic.records.evaluation.models import Indicator, IndicatorTarget, Observation
from declic.records.evaluation.writes import lock_periods
from declic.records.sheets.writes import open_sheet
from tests.people import CLAIRE, HUGO, LINA, OPERATOR, Person
from tests.records.evaluation.invented import done, observed
from tests.records.money.invented import funded
from tests.records.sheets.invented import Steered, measure


pytestmark = pytest.mark.django_db
MARCH = datetime.date(2024, 3, 5)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(datetime.datetime(2024, 7, 10, 10, tzinfo=datetime.UTC), tick=True):
        yield


@pytest.fixture
def pact() -> Steered:
    return funded()


def browser(person: Person) -> Client:
    client = Client()
    assert client.login(username=person.email, password=person.password)
    return client


def page(slug: str, rest: str) -> str:
    return f"/pilotage/pactes/{slug}/{rest}"


def words(answer) -> str:
    return " ".join(answer.content.decode().replace("\u00a0", " ").replace("\u202f", " ").split())


def said(pact: Steered, **more: object) -> dict[str, object]:
    form = {"place": f"s{pact.sheet_id}", "kind": "session", "on": "2024-03-05", "place_words": "Ludothèque"}
    return {**form, "count": "12", "women": "7", "key": "0123456789abcdef", **more}


def test_lina_says_what_was_done_in_six_fields_and_the_indicator_fills_itself(pact):
    observed(pact)
    lina, form = browser(LINA), page(pact.slug, "realisations/nouvelle/")
    assert words(lina.get(form)).count('class="field') <= 6

    for _ in range(2):
        assert lina.post(form, said(pact)).status_code == 302

    assert Delivery.objects.get().women == 7
    shown = words(lina.get(page(pact.slug, "indicateurs/")))
    assert "12 jeunes (du 15 janvier 2024 au 31 mars 2024)" in shown
    assert "Calculée depuis les réalisations" in shown
    assert "30 % du chemin" in shown
    assert "12 personnes · 7 femmes" in words(lina.get(page(pact.slug, "realisations/")))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"women": "13"}, "Les parts dépassent le total."),
        ({"on": "2100-01-01"}, "Cette date n’est pas encore passée."),
        ({"on": "hier"}, "Saisissez une date valide"),
        ({"count": "-1"}, "0"),
        ({"kind": "post"}, "Sélectionnez un choix valide"),
        ({"place": "s999999"}, "Sélectionnez un choix valide"),
    ],
)
def test_a_wrong_delivery_is_refused_beside_its_field(pact, wrong, why):
    answer = browser(LINA).post(page(pact.slug, "realisations/nouvelle/"), said(pact, **wrong))

    assert answer.status_code == 422
    assert why in words(answer)
    assert Delivery.objects.count() == 0


def test_a_delivery_is_corrected_and_taken_back(pact):
    row, lina = done(pact, on=MARCH), browser(LINA)
    form = {"kind": "session", "on": "2024-03-05", "count": "14", "aged_16_to_25": "9", "edition": "1"}
    address = page(pact.slug, f"realisations/{row.pk}/")

    assert lina.post(address, form).status_code == 302
    assert browser(CLAIRE).post(address, {**form, "count": "15"}).status_code == 409
    assert "14 personnes · 9 16 à 25 ans" in words(lina.get(page(pact.slug, "realisations/")))

    assert lina.post(f"{address}retirer/", {"why": ""}).status_code == 422
    assert lina.post(f"{address}retirer/", {"why": "Jamais tenue."}).status_code == 302
    assert Delivery.objects.count() == 0


def test_promised_posts_are_observed_by_one_button(pact):
    claire = browser(CLAIRE)
    assert "promet" in words(claire.get(page(pact.slug, "indicateurs/")))

    assert claire.post(page(pact.slug, "indicateurs/promesses/")).status_code == 302

    assert Indicator.objects.get().measure_id is not None
    assert "non calculable : rien n’a été enregistré" in words(claire.get(page(pact.slug, "indicateurs/")))


def test_an_indicator_is_added_with_its_rule_and_its_target(pact):
    claire, address = browser(CLAIRE), page(pact.slug, "indicateurs/nouveau/")
    form = {
        "measure": "10",
        "name": "Séances tenues",
        "unit": "séances",
        "kind": "output",
        "direction": "up",
        "frequency": "quarter",
        "kinds": "session",
        "aggregation": "count",
        "is_cumulative": "on",
        "baseline_value": "0",
        "baseline_on": "2024-01-15",
        "target_value": "10",
        "target_on": "2024-12-31",
    }
    assert claire.post(address, {**form, "target_on": ""}).status_code == 422
    assert claire.post(address, form).status_code == 302
    done(pact, on=MARCH)

    row = Indicator.objects.get()
    shown = words(claire.get(page(pact.slug, f"indicateurs/{row.pk}/")))
    assert "10 % du chemin" in shown
    edit = page(pact.slug, f"indicateurs/{row.pk}/modifier/")
    changed = {"name": "Séances", "kind": "output", "direction": "up", "frequency": "month", "edition": "1"}
    assert claire.post(edit, changed).status_code == 302
    assert claire.post(edit, {**changed, "name": "Autres"}).status_code == 409
    target = page(pact.slug, f"indicateurs/{row.pk}/cible/")
    assert claire.post(target, {"on": "2024-06-30", "value": "5"}).status_code == 302
    assert claire.post(target, {"on": "2024-02-01", "value": "5"}).status_code == 302
    assert IndicatorTarget.objects.count() == 3


def test_a_value_is_entered_returned_and_approved(pact):
    row, claire = observed(pact), browser(CLAIRE)
    here = page(pact.slug, f"indicateurs/{row.pk}/")
    assert claire.post(f"{here}saisir/", {"end_on": "2024-03-31", "value": "dix"}).status_code == 422
    entered = {"end_on": "2024-03-31", "value": "10", "comment": "Compté à la main.", "evidence": "Cahier"}
    assert claire.post(f"{here}saisir/", entered).status_code == 302
    assert "Valeurs qui attendent une validation" in words(claire.get(page(pact.slug, "indicateurs/")))

    review = f"{here}valider/"
    claire.post(review, {"end_on": "2024-03-31", "decision": "return", "words": ""})
    assert "Dites ce qui est à corriger." in words(claire.get(here))
    claire.post(review, {"end_on": "2024-03-31", "decision": "return", "words": "Le cahier dit 11."})
    assert "Le cahier dit 11." in words(claire.get(here))
    claire.post(f"{here}saisir/", {**entered, "value": "11"})
    claire.post(review, {"end_on": "2024-03-31", "decision": "approve"})

    kept = Observation.objects.get()
    assert kept.state == "approved"
    assert kept.value == 11
    assert claire.post(review, {"end_on": "1999-01-01", "decision": "approve"}).status_code == 404


def test_a_locked_period_is_not_offered_any_more(pact):
    row, claire = observed(pact), browser(CLAIRE)
    done(pact, on=MARCH)
    lock_periods(pact.slug, until=datetime.date(2024, 3, 31), cause="dossier 1", by=pact.odile)

    here = page(pact.slug, f"indicateurs/{row.pk}/")
    assert "verrouillée : un dossier de séance l’a utilisée" in words(claire.get(here))
    assert 'value="2024-03-31"' not in words(claire.get(f"{here}saisir/"))
    assert claire.post(f"{here}saisir/", {"end_on": "2024-03-31", "value": "9"}).status_code == 422


@pytest.mark.parametrize(
    "rest",
    [
        "indicateurs/nouveau/",
        "indicateurs/promesses/",
        "indicateurs/{n}/modifier/",
        "indicateurs/{n}/cible/",
        "indicateurs/{n}/saisir/",
        "indicateurs/{n}/valider/",
        "realisations/nouvelle/",
        "realisations/{d}/",
        "realisations/{d}/retirer/",
    ],
)
def test_hugo_reads_and_writes_nothing(pact, rest):
    row, delivery, hugo = observed(pact), done(pact, on=MARCH), browser(HUGO)

    assert hugo.get(page(pact.slug, "indicateurs/")).status_code == 200
    assert hugo.post(page(pact.slug, rest.format(n=row.pk, d=delivery.pk)), {}).status_code == 404


def test_periods_that_follow_each_other_and_say_the_same_silence_stand_as_one(pact):
    row = observed(pact)
    done(pact, on=MARCH, count=9)

    shown = words(browser(CLAIRE).get(page(pact.slug, f"indicateurs/{row.pk}/")))

    periods = re.findall(r"<h3>(.*?)</h3>", shown.partition('id="periods"')[2])
    assert periods == ["du 1er avril 2024 au 30 septembre 2024", "du 15 janvier 2024 au 31 mars 2024"]


def test_only_who_may_correct_what_was_done_is_offered_to(pact):
    done(pact, on=MARCH)
    address, way = page(pact.slug, "realisations/"), "/retirer/"

    assert way in words(browser(LINA).get(address))
    assert way in words(browser(CLAIRE).get(address))
    assert way not in words(browser(HUGO).get(address))

    partner_elsewhere = open_sheet(
        measure("20").pk, says={"title": "Soigner"}, lead_id=pact.hugo.institution_id, by=OPERATOR
    )
    assert partner_elsewhere
    assert "Dire ce qui a été fait" in words(browser(HUGO).get(address))
    assert way not in words(browser(HUGO).get(address))
