"""A session: new at each sign-in, an hour idle, twelve hours in all, seen and ended by its owner."""

import datetime

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from declic.records.accounts.models import Session
from declic.records.accounts.viewers import OPERATOR
from declic.records.accounts.writes import close_account
from declic.records.journal.models import Line
from tests.counted import asked_of_the_database
from tests.people import CLAIRE, JEANNE
from tests.web.members.people_sign_in import is_signed_in, sign_in, signed_in, text_of


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("claire")]
MORNING = datetime.datetime(2026, 11, 30, 8, 0, tzinfo=datetime.UTC)
MINUTE = datetime.timedelta(minutes=1)
HOUR = datetime.timedelta(hours=1)


def test_signing_in_gives_a_new_session_to_who_had_one():
    client = Client()
    client.post("/connexion/", {"login": CLAIRE.email, "way": "code"})
    before = client.cookies[settings.SESSION_COOKIE_NAME].value

    sign_in(client, CLAIRE)

    assert client.cookies[settings.SESSION_COOKIE_NAME].value != before
    assert not Session.objects.filter(session_key=before).exists()


def test_an_hour_without_a_page_ends_it():
    with time_machine.travel(MORNING, tick=False) as clock:
        client = signed_in(CLAIRE)
        clock.move_to(MORNING + HOUR)

        assert not is_signed_in(client, CLAIRE)
        assert Session.objects.count() == 0


def test_a_page_now_and_then_keeps_it_for_twelve_hours_and_no_more():
    with time_machine.travel(MORNING, tick=False) as clock:
        client = signed_in(CLAIRE)
        for minutes in range(59, 720, 59):
            clock.move_to(MORNING + minutes * MINUTE)
            assert is_signed_in(client, CLAIRE)
        clock.move_to(MORNING + 12 * HOUR)

        assert not is_signed_in(client, CLAIRE)


def test_what_changes_the_session_does_not_make_it_last_longer():
    with time_machine.travel(MORNING, tick=False) as clock:
        client = signed_in(CLAIRE)
        clock.move_to(MORNING + 50 * MINUTE)
        client.get("/mon-compte/application/")
        session = client.session
        session["something"] = 1
        session.save()

        assert Session.objects.get(account__email=CLAIRE.email).expire_date == MORNING + 12 * HOUR


def test_reading_pages_writes_nothing_at_all():
    with time_machine.travel(MORNING, tick=False) as clock:
        client = signed_in(CLAIRE)
        clock.move_to(MORNING + 10 * MINUTE)
        lines = Line.objects.count()
        with asked_of_the_database() as asked:
            client.get("/a-propos/")

        assert len(asked) == 4
        assert all(statement.startswith("SELECT") for statement in asked)
        assert Line.objects.count() == lines


def test_without_the_cookie_of_the_last_page_a_stolen_session_is_worth_an_hour():
    with time_machine.travel(MORNING, tick=False) as clock:
        client = signed_in(CLAIRE)
        clock.move_to(MORNING + 50 * MINUTE)
        assert is_signed_in(client, CLAIRE)
        thief = Client()
        thief.cookies[settings.SESSION_COOKIE_NAME] = client.cookies[settings.SESSION_COOKIE_NAME].value
        clock.move_to(MORNING + 61 * MINUTE)

        assert not is_signed_in(thief, CLAIRE)


@pytest.mark.parametrize("forged", ["", "1", "99999999999:abc", "nonsense"])
def test_a_cookie_that_was_written_by_hand_keeps_nothing_alive(forged):
    with time_machine.travel(MORNING, tick=False) as clock:
        client = signed_in(CLAIRE)
        client.cookies[settings.SEEN_COOKIE_NAME] = forged
        clock.move_to(MORNING + HOUR)

        assert not is_signed_in(client, CLAIRE)


def test_the_cookie_of_another_session_keeps_nothing_alive():
    with time_machine.travel(MORNING, tick=False) as clock:
        client = signed_in(CLAIRE)
        clock.move_to(MORNING + 40 * MINUTE)
        other = signed_in(CLAIRE)
        client.cookies[settings.SEEN_COOKIE_NAME] = other.cookies[settings.SEEN_COOKIE_NAME].value
        clock.move_to(MORNING + 61 * MINUTE)

        assert not is_signed_in(client, CLAIRE)
        assert is_signed_in(other, CLAIRE)


@pytest.mark.parametrize("jump", [-5 * MINUTE, -30 * HOUR, 24 * HOUR])
def test_a_clock_that_jumps_ends_the_session_rather_than_make_it_last(jump):
    with time_machine.travel(MORNING, tick=False) as clock:
        client = signed_in(CLAIRE)
        clock.move_to(MORNING + jump)

        assert not is_signed_in(client, CLAIRE)


def test_two_workers_whose_clocks_differ_by_seconds_agree():
    with time_machine.travel(MORNING, tick=False) as clock:
        client = signed_in(CLAIRE)
        clock.move_to(MORNING - datetime.timedelta(seconds=20))

        assert is_signed_in(client, CLAIRE)


def test_signing_out_ends_the_session_here_not_only_in_the_browser():
    client = signed_in(CLAIRE)
    kept = {name: morsel.value for name, morsel in client.cookies.items()}

    client.post("/deconnexion/")

    thief = Client()
    for name, value in kept.items():
        thief.cookies[name] = value
    assert not is_signed_in(thief, CLAIRE)
    assert Session.objects.count() == 0


def test_a_closed_account_is_signed_out_everywhere_at_its_next_page(claire):
    telephone, computer = signed_in(CLAIRE), signed_in(CLAIRE)

    close_account(claire.user_id, by=OPERATOR)

    assert not is_signed_in(telephone, CLAIRE)
    assert not is_signed_in(computer, CLAIRE)
    assert Session.objects.count() == 0


def test_one_sees_where_one_is_signed_in_without_the_keys_of_the_sessions():
    client = signed_in(CLAIRE)
    signed_in(CLAIRE, **{"user-agent": "curl/8"})

    page = text_of(client.get("/mon-compte/sessions/"))

    assert "Firefox, Linux" in page
    assert "Navigateur inconnu" in page
    assert page.count("Ce navigateur, maintenant") == 1
    assert page.count("Fermer cette session") == 1
    assert [key for key in Session.objects.values_list("session_key", flat=True) if key in page] == []


def test_one_ends_another_session():
    here, elsewhere = signed_in(CLAIRE), signed_in(CLAIRE)
    mark = text_of(here.get("/mon-compte/sessions/")).split('name="mark" value="')[1].split('"')[0]

    here.post("/mon-compte/sessions/", {"mark": mark})

    assert is_signed_in(here, CLAIRE)
    assert not is_signed_in(elsewhere, CLAIRE)
    assert here.post("/mon-compte/sessions/", {"mark": mark}).status_code == 404


def test_one_ends_all_the_others_and_keeps_this_one():
    here, elsewhere, telephone = signed_in(CLAIRE), signed_in(CLAIRE), signed_in(CLAIRE)

    said = here.post("/mon-compte/sessions/", follow=True)

    assert "2 sessions sont fermées." in text_of(said)
    assert is_signed_in(here, CLAIRE)
    assert not is_signed_in(elsewhere, CLAIRE)
    assert not is_signed_in(telephone, CLAIRE)


def test_nobody_ends_the_session_of_somebody_else(jeanne):
    assert jeanne.is_signed_in
    hers, mine = signed_in(JEANNE), signed_in(CLAIRE)
    signed_in(JEANNE)
    mark = text_of(hers.get("/mon-compte/sessions/")).split('name="mark" value="')[1].split('"')[0]

    assert mine.post("/mon-compte/sessions/", {"mark": mark}).status_code == 404
    assert mine.post("/mon-compte/sessions/").status_code == 302
    assert is_signed_in(hers, JEANNE)


def test_a_visitor_has_no_sessions_to_see():
    assert Client().get("/mon-compte/sessions/")["Location"].startswith("/connexion/?next=")
    assert Client().post("/mon-compte/sessions/")["Location"].startswith("/connexion/?next=")


def test_neither_the_address_nor_the_whole_name_of_a_browser_is_kept():
    signed_in(CLAIRE)
    row = Session.objects.get()

    assert row.browser == "Firefox, Linux"
    assert "127.0.0.1" not in str(row.__dict__)
