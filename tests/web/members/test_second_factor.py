"""A second factor: an app of codes, recovery codes; needed by some roles, asked for after any first step."""

import datetime
import re

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client

from declic.records.accounts.viewers import OPERATOR
from declic.records.accounts.writes import reset_second_factor
from declic.records.journal.reads import lines_about
from tests.people import APP_KEY, CLAIRE, MARC, signed_up
from tests.web.members.people_sign_in import (
    add_app,
    ask_for_code,
    code_of_letter,
    is_signed_in,
    shown,
    sign_in,
    signed_in,
    text_of,
)


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("claire")]
NOON = datetime.datetime(2026, 11, 30, 12, 0, tzinfo=datetime.UTC)
LATER = datetime.timedelta(minutes=10)


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as travelling:
        yield travelling


@pytest.fixture
def key(clock) -> str:
    """Claire's account protected by an app, ten minutes ago."""
    made = add_app(signed_in(CLAIRE))
    clock.move_to(NOON + LATER)
    return made


def first_step(client: Client) -> None:
    assert sign_in(client, CLAIRE)["Location"] == "/connexion/seconde-etape/"


def test_with_an_app_a_password_alone_opens_nothing(key):
    client = Client()
    first_step(client)

    assert not is_signed_in(client, CLAIRE)
    client.post("/connexion/seconde-etape/", {"code": shown(key)})
    assert is_signed_in(client, CLAIRE)


def test_with_an_app_a_code_by_e_mail_alone_opens_nothing(key):
    client = Client()
    ask_for_code(client, CLAIRE.email)
    answer = client.post("/connexion/code/", {"code": code_of_letter()})

    assert key
    assert answer["Location"] == "/connexion/seconde-etape/"
    assert not is_signed_in(client, CLAIRE)


@pytest.mark.parametrize("wrong", ["", "000000", "12345", "nonsense"])
def test_a_wrong_code_opens_nothing(key, wrong):
    client = Client()
    first_step(client)
    answer = client.post("/connexion/seconde-etape/", {"code": wrong})

    assert key
    assert answer.status_code == 200
    assert not is_signed_in(client, CLAIRE)


def test_a_code_that_served_does_not_serve_again(key):
    client, watcher = Client(), Client()
    first_step(client)
    first_step(watcher)
    code = shown(key)
    client.post("/connexion/seconde-etape/", {"code": code})

    answer = watcher.post("/connexion/seconde-etape/", {"code": code})

    assert answer.status_code == 200
    assert is_signed_in(client, CLAIRE)
    assert not is_signed_in(watcher, CLAIRE)


def test_a_telephone_half_a_minute_late_is_forgiven_and_no_more(key):
    for half_minutes, expected in ((-1, True), (-3, False), (3, False)):
        client = Client()
        first_step(client)
        client.post("/connexion/seconde-etape/", {"code": shown(key, half_minutes=half_minutes)})
        assert is_signed_in(client, CLAIRE) is expected


def test_a_recovery_code_takes_its_place_once(key, clock):
    client = Client()
    first_step(client)
    client.post("/connexion/seconde-etape/", {"code": shown(key)})
    codes = re.findall(r"<code>(\d+)</code>", text_of(client.get("/mon-compte/codes/")))
    clock.move_to(NOON + 2 * LATER)

    assert len(codes) == 10
    for expected in (True, False):
        lost = Client()
        first_step(lost)
        lost.post("/connexion/seconde-etape/", {"code": codes[0]})
        assert is_signed_in(lost, CLAIRE) is expected


def test_the_second_step_cannot_be_entered_without_the_first():
    assert Client().get("/connexion/seconde-etape/")["Location"] == "/connexion/"


def test_after_five_minutes_one_says_again_who_one_is_before_a_change(clock):
    client = signed_in(CLAIRE)
    clock.move_to(NOON + LATER)

    answer = client.get("/mon-compte/application/")
    assert answer["Location"].startswith("/confirmer/?next=")
    refused = client.post("/confirmer/?next=/mon-compte/application/", {"password": "pas-le-bon-du-tout"})
    assert refused.status_code == 200
    agreed = client.post("/confirmer/?next=/mon-compte/application/", {"password": CLAIRE.password})

    assert agreed["Location"] == "/mon-compte/application/"
    assert client.get("/mon-compte/application/").status_code == 200


@pytest.mark.parametrize(
    "address",
    ["application/", "application/retirer/", "codes/", "codes/nouveaux/", "cles/", "cles/1/retirer/"],
)
def test_every_change_of_protection_asks_again(key, clock, address):
    client = Client()
    first_step(client)
    client.post("/connexion/seconde-etape/", {"code": shown(key)})
    clock.move_to(NOON + 2 * LATER)

    for answer in (client.get(f"/mon-compte/{address}"), client.post(f"/mon-compte/{address}")):
        if answer.status_code == 405:
            assert (address, answer.request["REQUEST_METHOD"]) == ("codes/", "POST")
            continue
        assert answer.status_code == 302
        assert answer["Location"].startswith(("/confirmer/", "/mon-compte/application/retirer/"))


def test_the_secrets_cannot_be_read_in_the_database(key):
    kept = str(list(Authenticator.objects.values_list("data", flat=True)))

    assert key not in kept


def test_adding_and_removing_leave_one_line_each_and_a_letter(
    clock, claire, django_capture_on_commit_callbacks
):
    client = signed_in(CLAIRE)
    with django_capture_on_commit_callbacks(execute=True):
        add_app(client)
    client.post("/mon-compte/application/retirer/")
    assert clock

    verbs = [line.verb for line in lines_about(f"user {claire.user_id}")]
    assert verbs.count("added a second factor") == 1
    assert verbs.count("removed a second factor") == 1
    assert len(mail.outbox) == 2
    assert Authenticator.objects.count() == 0


def test_who_lost_everything_is_helped_by_the_operator(key, claire):
    reset_second_factor(CLAIRE.email, by=OPERATOR)

    client = Client()
    assert key
    assert sign_in(client, CLAIRE)["Location"] == "/"
    assert "reset the second factor" in [line.verb for line in lines_about(f"user {claire.user_id}")]


def test_a_role_that_needs_it_opens_nothing_before(settings):
    """Marc manages an institution: until he adds a factor, the site knows him and opens him nothing more."""
    settings.DEMO = False
    signed_up(MARC)
    Authenticator.objects.all().delete()
    client = signed_in(MARC)

    assert "Votre rôle demande un second facteur" in text_of(client.get("/mon-compte/"))
    add_app(client)
    assert "Votre rôle demande un second facteur" not in text_of(client.get("/mon-compte/"))


def test_in_the_demonstration_no_role_needs_it(settings):
    settings.DEMO = True
    signed_up(MARC)
    Authenticator.objects.all().delete()

    assert "second facteur" not in text_of(signed_in(MARC).get("/mon-compte/"))


def test_who_manages_shows_the_code_of_the_app(clock):
    signed_up(MARC)
    client = Client()
    assert sign_in(client, MARC)["Location"] == "/connexion/seconde-etape/"

    client.post("/connexion/seconde-etape/", {"code": shown(APP_KEY)})

    assert clock
    assert is_signed_in(client, MARC)
