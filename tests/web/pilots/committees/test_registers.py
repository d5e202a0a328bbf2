"""The register of decisions and the alerts, on their pages."""

import csv
import datetime
import io
import re

import pytest
from django.urls import reverse

from declic.records.pact.models import Measure
from declic.records.steering.choices import DecisionState
from declic.records.steering.given import GivenDecision
from declic.records.steering.models import Decision, MutedAlert
from declic.records.steering.writes import decide, follow_decision
from tests.people import CLAIRE, LINA, OPERATOR
from tests.records.steering.invented import room, started
from tests.web.pilots.test_steering import words


pytestmark = pytest.mark.django_db


@pytest.fixture
def place(db: None):  # noqa: ARG001
    return started(room())


@pytest.fixture
def claire_in(client, place):  # noqa: ARG001
    client.login(username=CLAIRE.email, password=CLAIRE.password)
    return client


def test_decisions_are_filtered_and_downloaded_as_they_are_shown(claire_in, place):
    late = GivenDecision("=Écrire au rectorat.", due_on=datetime.date(2024, 3, 20))
    done = decide(place.meeting_id, says=GivenDecision("Choisir la salle."), by=OPERATOR)
    decide(place.meeting_id, says=late, by=OPERATOR)
    follow_decision(done, says={"state": DecisionState.DONE}, by=OPERATOR)
    address = reverse("decisions", args=[place.pact.slug])

    page = words(claire_in.get(f"{address}?etat=en-retard").content.decode())
    sheet = claire_in.get(reverse("decisions_csv", args=[place.pact.slug]) + "?etat=en-retard")

    rows = list(csv.reader(io.StringIO(sheet.content.decode("utf-8-sig")), delimiter=";"))
    assert "Écrire au rectorat." in page
    assert "Choisir la salle." not in page
    assert len(rows) == 2
    assert rows[1][3] == "'=Écrire au rectorat."
    assert (rows[1][0], rows[1][8]) == ("COTECH 2024-03-1-D2", "oui")


def test_a_decision_is_followed_from_its_page_and_two_people_see_both_texts(claire_in, place):
    number = decide(place.meeting_id, says=GivenDecision("Choisir la salle."), by=OPERATOR)
    address = reverse("decision", args=[number])

    first = claire_in.post(address, {"state": "doing", "owner": "", "due_on": "", "edition": "1"})
    second = claire_in.post(address, {"state": "done", "owner": "", "due_on": "", "edition": "1"})

    assert (first.status_code, second.status_code) == (302, 409)
    assert Decision.objects.get().state == DecisionState.DOING


def test_a_decision_takes_no_state_that_does_not_exist(claire_in, place):
    number = decide(place.meeting_id, says=GivenDecision("Choisir la salle."), by=OPERATOR)

    answer = claire_in.post(reverse("decision", args=[number]), {"state": "flown", "edition": "1"})

    assert answer.status_code == 422


def test_an_alert_says_its_rule_its_facts_and_who_answers_for_it(claire_in, place):
    page = words(claire_in.get(reverse("alerts", args=[place.pact.slug])).content.decode())

    assert "Jalon en retard 1 Recruter (Ouvrir la ludothèque le samedi) depuis le 1er mars 2024" in page
    assert "Atelier des Tilleuls" in page
    assert "Mesure sans fiche action" in page


def test_many_alerts_of_a_rule_are_told_by_the_first_five_and_a_way_to_all(claire_in, place):
    measures = Measure.objects.filter(programme__slug=place.pact.slug).order_by("-position")
    first = measures[0]
    for number in range(200, 207):
        first.pk, first.number, first.position = None, str(number), number
        first.plain_title = f"Promesse {number}"
        first.save()
    address = reverse("alerts", args=[place.pact.slug])

    page = words(claire_in.get(address).content.decode())
    whole = words(claire_in.get(f"{address}?regle=measure_without_sheet").content.decode())

    told = [number for number in range(200, 207) if f"{number}. Promesse {number}" in page]
    assert len(told) < 7
    assert "autres de cette règle" in page
    assert all(f"{number}. Promesse {number}" in whole for number in range(200, 207))
    assert "autres de cette règle" not in whole


@pytest.mark.parametrize(
    "name", ["committees", "alerts", "decisions", "money", "indicators", "sheets", "pilots"]
)
def test_a_member_sees_no_tab_and_no_way_up_that_does_not_open(client, place, name):
    client.login(username=LINA.email, password=LINA.password)

    page = client.get(reverse(name, args=[place.pact.slug])).content.decode()

    parts = re.findall(r'<nav class="(?:tabs|breadcrumb)".*?</nav>', page, flags=re.DOTALL)
    addresses = [one for part in parts for one in re.findall(r'href="([^"]+)"', part)]
    assert len(addresses) >= 9
    assert [one for one in addresses if client.get(one).status_code != 200] == []


def test_an_alert_is_muted_with_a_reason_and_speaks_again(claire_in, place):
    address, key = reverse("alerts", args=[place.pact.slug]), f"milestone_late milestone {place.milestone_id}"

    refused = claire_in.post(address, {"act": "mute", "key": key, "reason": " "})
    claire_in.post(address, {"act": "mute", "key": key, "reason": "Le recrutement est gelé."})
    muted = words(claire_in.get(address).content.decode())
    claire_in.post(address, {"act": "unmute", "key": key})

    assert refused.status_code == 422
    assert "En sourdine, avec le motif" in muted
    assert "Le recrutement est gelé." in muted
    assert MutedAlert.objects.get().is_muted is False


@pytest.mark.parametrize("sent", [{}, {"act": "mute", "key": "no_update sheet 999"}, {"act": "shout"}])
def test_an_alert_that_is_not_raised_is_not_muted(claire_in, place, sent):
    answer = claire_in.post(reverse("alerts", args=[place.pact.slug]), sent)

    assert answer.status_code == 404
    assert MutedAlert.objects.count() == 0


def test_a_member_reads_decisions_and_alerts_and_changes_none(client, place):
    number = decide(place.meeting_id, says=GivenDecision("Choisir la salle."), by=OPERATOR)
    client.login(username=LINA.email, password=LINA.password)
    key = f"milestone_late milestone {place.milestone_id}"

    follow = client.post(reverse("decision", args=[number]), {"state": "done", "edition": "1"})
    mute = client.post(
        reverse("alerts", args=[place.pact.slug]), {"act": "mute", "key": key, "reason": "Non."}
    )

    assert client.get(reverse("decisions", args=[place.pact.slug])).status_code == 200
    assert client.get(reverse("alerts", args=[place.pact.slug])).status_code == 200
    assert (follow.status_code, mute.status_code) == (404, 404)
    assert Decision.objects.get().state == DecisionState.TO_DO
