"""Claire prepares a meeting, convenes, holds it, types decisions, approves its minutes, on the pages themselves."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from declic.records.pact.models import Programme
from declic.records.sheets.models import Milestone
from declic.records.steering.choices import MeetingState, PresenceChoice
from declic.records.steering.models import (
    AgendaItem,
    Attendance,
    Committee,
    CommitteeMember,
    Decision,
    Letter,
    Meeting,
)
from declic.records.steering.writes import move_meeting
from tests.people import CLAIRE, HUGO, LINA, OPERATOR
from tests.records.pact.invented import opened_small_pact
from tests.records.steering.invented import room, started
from tests.web.pilots.test_steering import words


pytestmark = pytest.mark.django_db


@pytest.fixture
def place(db: None):  # noqa: ARG001
    return room()


@pytest.fixture
def claire_in(client, place):  # noqa: ARG001 — room() gives Claire her account
    client.login(username=CLAIRE.email, password=CLAIRE.password)
    return client


def at(place) -> str:
    return reverse("meeting", args=[place.meeting_id])


def move(client, place, to: MeetingState):
    edition = Meeting.objects.get(pk=place.meeting_id).edition
    return client.post(at(place), {"act": "move", "to": to.value, "edition": edition})


def test_the_committees_page_shows_the_rhythm_and_opens_what_the_text_promises(claire_in, place):
    address = reverse("committees", args=[place.pact.slug])

    before = words(claire_in.get(address).content.decode())
    answer = claire_in.post(address, {"act": "promised"})

    assert "0 réunion tenue, " in before
    assert "12 sur toute la durée du pacte" in before
    assert "Ouvrir 1 instance que le texte promet" in before
    assert answer.status_code == 302
    assert Committee.objects.filter(name="Comité de suivi").exists()
    assert "Ouvrir 1 instance" not in words(claire_in.get(address).content.decode())


def test_a_committee_with_half_a_rhythm_is_refused_with_a_reason(claire_in, place):
    address = reverse("committees", args=[place.pact.slug])

    answer = claire_in.post(
        address, {"act": "other", "name": "Équipe", "kind": "team", "meetings_due": "2", "months": ""}
    )

    assert answer.status_code == 422
    assert "remplissez les deux, ou aucun" in words(answer.content.decode())


def test_a_seat_and_a_meeting_are_kept_from_the_committee_s_page(claire_in, place):
    address = reverse("committee", args=[place.committee_id])

    seat = claire_in.post(
        address, {"act": "seat", "institution": place.pact.hugo.institution_id, "function": "Direction"}
    )
    plan = claire_in.post(
        address,
        {"act": "plan", "day": "2024-05-07", "starts": "14:00", "ends": "16:00", "location": "Mairie"},
    )

    assert seat.status_code == 302
    assert CommitteeMember.objects.filter(institution_id=place.pact.hugo.institution_id).exists()
    assert plan.url == reverse("meeting", args=[Meeting.objects.latest("pk").pk])


def test_a_meeting_that_ends_before_it_starts_is_refused(claire_in, place):
    address = reverse("committee", args=[place.committee_id])

    answer = claire_in.post(address, {"act": "plan", "day": "2024-05-07", "starts": "14:00", "ends": "13:00"})

    assert answer.status_code == 422
    assert "finit après son début" in words(answer.content.decode())
    assert Meeting.objects.count() == 1


def test_an_alert_is_put_on_the_agenda_in_one_click(claire_in, place):
    key = f"milestone_late milestone {place.milestone_id}"

    page = claire_in.get(at(place)).content.decode()
    answer = claire_in.post(at(place), {"act": "propose", "proposed_by": key})

    assert key in page
    assert answer.status_code == 302
    assert AgendaItem.objects.get(proposed_by=key).meeting_id == place.meeting_id


def test_convening_writes_the_letters_once_however_often_it_is_asked(claire_in, place):
    form = {"act": "move", "to": "convened", "edition": "1"}

    first = claire_in.post(at(place), form)
    second = claire_in.post(at(place), form)

    assert (first.status_code, second.status_code) == (302, 302)
    assert Letter.objects.count() == 2


def test_a_meeting_is_held_from_its_page_to_its_approved_minutes(claire_in, place):
    move(claire_in, place, MeetingState.IN_PROGRESS)
    claire_in.post(
        at(place),
        {"act": "attendance", f"seat_{place.pact.workshop}": "present"},
    )
    key = str(uuid4())
    decision = {
        "act": "decide",
        "form_key": key,
        "text": "Recruter en septembre.",
        "kind": "decision",
        "item": place.item_id,
        "owner": place.pact.workshop,
        "due_on": "2024-09-30",
        "effect": "milestone_due",
        "milestone": place.milestone_id,
        "new_day": "2024-09-30",
    }
    claire_in.post(at(place), decision)
    claire_in.post(at(place), decision)
    move(claire_in, place, MeetingState.HELD)
    page = claire_in.get(at(place)).content.decode()
    move(claire_in, place, MeetingState.MINUTES_TO_APPROVE)
    move(claire_in, place, MeetingState.CLOSED)

    assert Attendance.objects.get().presence == PresenceChoice.PRESENT
    assert Decision.objects.count() == 1
    assert str(Milestone.objects.get(pk=place.milestone_id).due_on) == "2024-09-30"
    assert "Recruter en septembre." in page
    assert "Présents : Atelier des Tilleuls" in page
    assert "1er mars 2024 → 30 septembre 2024" in words(page)
    assert Meeting.objects.get(pk=place.meeting_id).state == MeetingState.CLOSED


def test_a_form_of_a_meeting_that_was_closed_meanwhile_says_that_it_moved_on(claire_in, place):
    started(place)
    for to in (MeetingState.HELD, MeetingState.MINUTES_TO_APPROVE, MeetingState.CLOSED):
        move(claire_in, place, to)

    answer = claire_in.post(
        at(place),
        {
            "act": "decide",
            "form_key": str(uuid4()),
            "text": "Reporter.",
            "kind": "decision",
            "effect": "milestone_due",
            "milestone": place.milestone_id,
            "new_day": "2024-09-30",
        },
        follow=True,
    )

    assert answer.status_code == 200
    assert "rien n’a été modifié" in words(answer.content.decode())
    assert Decision.objects.count() == 0


def test_a_decision_that_lacks_what_it_changes_is_refused_and_says_what(claire_in, place):
    started(place)

    answer = claire_in.post(
        at(place),
        {
            "act": "decide",
            "form_key": str(uuid4()),
            "text": "Reporter.",
            "kind": "decision",
            "effect": "sheet_end",
        },
    )

    assert answer.status_code == 422
    assert words(answer.content.decode()).count("Indispensable pour ce changement.") == 2
    assert Decision.objects.count() == 0


def test_what_came_of_a_point_is_noted_and_an_older_form_overwrites_nothing(claire_in, place):
    started(place)
    form = {"act": "outcome", "item": place.item_id, "edition": "1", "state": "treated", "outcome": "Dit."}

    claire_in.post(at(place), form)
    answer = claire_in.post(at(place), {**form, "outcome": "Autre chose."}, follow=True)

    assert AgendaItem.objects.get(pk=place.item_id).outcome == "Dit."
    assert "rien n’a été écrasé" in words(answer.content.decode())


def test_what_can_no_longer_be_done_is_said_and_changes_nothing(claire_in, place):
    answer = claire_in.post(
        at(place),
        {"act": "decide", "form_key": str(uuid4()), "text": "Trop tôt.", "kind": "decision"},
        follow=True,
    )

    assert "La situation a changé entre-temps" in words(answer.content.decode())
    assert Decision.objects.count() == 0


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"act": "fly"},
        {"act": "move", "to": "somewhere"},
        {"act": "take", "item": "x"},
        {"act": "take", "item": "999999"},
        {"act": "propose", "proposed_by": "nothing"},
    ],
)
def test_what_no_form_asks_leads_nowhere(claire_in, place, sent):
    assert claire_in.post(at(place), sent).status_code == 404


@pytest.mark.parametrize("person", [LINA, HUGO])
def test_members_read_the_meeting_and_may_change_nothing(client, place, person):
    client.login(username=person.email, password=person.password)

    page = client.get(at(place))
    answer = client.post(at(place), {"act": "move", "to": "convened", "edition": "1"})

    if person is LINA:
        assert page.status_code == 200
        assert "<form" not in re.sub(
            r"<header.*?</header>|<footer.*?</footer>", "", page.content.decode(), flags=re.DOTALL
        )
    assert answer.status_code in (302, 404)
    assert Meeting.objects.get(pk=place.meeting_id).state == MeetingState.PLANNED


def test_a_visitor_is_asked_to_sign_in(client, place):
    assert client.get(at(place)).status_code == 302
    assert client.post(at(place), {"act": "move", "to": "convened"}).status_code == 302


def test_a_calendar_is_given_as_other_programs_read_it(claire_in, place):
    one = claire_in.get(reverse("meeting_calendar", args=[place.meeting_id]))
    every = claire_in.get(reverse("pact_calendar", args=[place.pact.slug]))

    assert one["Content-Type"] == "text/calendar; charset=utf-8"
    assert one.content.decode().count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20240301" in every.content.decode()
    assert every.content.decode().count("BEGIN:VEVENT") == 2


def test_the_page_of_a_pact_without_committee_says_what_to_do(client, place):
    client.login(username=CLAIRE.email, password=CLAIRE.password)
    move_meeting(place.meeting_id, to=MeetingState.CANCELLED, by=OPERATOR)

    assert client.get(at(place)).status_code == 200


def test_a_pact_without_committee_says_what_to_do(client, claire):
    slug = opened_small_pact()
    client.login(username=CLAIRE.email, password=CLAIRE.password)

    page = words(client.get(reverse("committees", args=[slug])).content.decode())

    assert claire.is_signed_in
    assert "Aucune instance pour l’instant" in page


def test_a_meeting_that_nobody_convened_from_here_does_not_say_that_it_was(claire_in, place):
    move_meeting(place.meeting_id, to=MeetingState.IN_PROGRESS, by=OPERATOR)

    page = words(claire_in.get(at(place)).content.decode())

    assert "Convoquée fait" not in page
    assert "aucune convocation envoyée d’ici" in page
    assert "Prévue fait" in page


def test_a_meeting_that_was_convened_says_so_to_its_end(claire_in, place):
    move_meeting(place.meeting_id, to=MeetingState.CONVENED, by=OPERATOR)
    move_meeting(place.meeting_id, to=MeetingState.IN_PROGRESS, by=OPERATOR)

    page = words(claire_in.get(at(place)).content.decode())

    assert "Convoquée fait" in page
    assert "aucune convocation" not in page


def test_minutes_that_wait_for_approval_are_taken_back_to_be_written_again(claire_in, place):
    for state in (MeetingState.IN_PROGRESS, MeetingState.HELD, MeetingState.MINUTES_TO_APPROVE):
        move_meeting(place.meeting_id, to=state, by=OPERATOR)
    assert "Reprendre le compte rendu" in claire_in.get(at(place)).content.decode()

    for _ in range(2):
        assert move(claire_in, place, MeetingState.HELD).status_code == 302

    assert Meeting.objects.get(pk=place.meeting_id).state == MeetingState.HELD
    assert "Soumettre le compte rendu" in claire_in.get(at(place)).content.decode()


def test_a_meeting_held_after_the_pact_ended_is_told_beside_the_promise_it_does_not_keep(claire_in, place):
    for state in (MeetingState.IN_PROGRESS, MeetingState.HELD):
        move_meeting(place.meeting_id, to=state, by=OPERATOR)
    Programme.objects.filter(slug=place.pact.slug).update(ends_on="2024-02-01")

    page = words(claire_in.get(reverse("committees", args=[place.pact.slug])).content.decode())

    assert "0 réunion tenue, " in page
    assert "1 tenue après la fin du pacte" in page
    assert "Groupe technique : tenues après la fin du pacte" in page
