"""Guesses are slowed by account, browser and address, in the database; nobody can lock somebody else out."""

import datetime

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.test import Client

from declic.records.accounts.models import Throttle
from declic.records.accounts.throttles import ThrottleCache
from declic.records.accounts.viewers import OPERATOR
from declic.records.accounts.writes import tidy_accounts
from tests.people import CLAIRE, JEANNE
from tests.web.members.people_sign_in import ask_for_code, is_signed_in, sign_in, signed_in, text_of


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("claire")]
NOON = datetime.datetime(2026, 11, 30, 12, 0, tzinfo=datetime.UTC)
SLOWED = "Trop d&#x27;essais"


def guess(client: Client, *, times: int, address: str = "192.0.2.1", person=CLAIRE):
    answers = [
        sign_in(client, person, password=f"mauvais-mot-{n}", REMOTE_ADDR=address) for n in range(times)
    ]
    return answers[-1]


def test_after_five_wrong_passwords_the_right_one_waits_too():
    client = Client()
    guess(client, times=5)

    assert SLOWED in text_of(sign_in(client, CLAIRE, REMOTE_ADDR="192.0.2.1"))
    assert not is_signed_in(client, CLAIRE)


def test_from_many_addresses_the_account_is_still_protected():
    for n in range(5):
        guess(Client(), times=1, address=f"192.0.2.{n}")

    assert SLOWED in text_of(sign_in(Client(), CLAIRE, REMOTE_ADDR="192.0.2.99"))


def test_one_address_that_tries_many_accounts_is_slowed():
    client = Client()
    for n in range(10):
        client.post("/connexion/", {"login": f"personne{n}@demo.invalid", "password": "un-mot-au-hasard"})

    answer = client.post("/connexion/", {"login": "encore@demo.invalid", "password": "un-mot-au-hasard"})

    assert SLOWED in text_of(answer)


def test_a_known_browser_signs_in_while_a_stranger_guesses():
    """The stranger uses up the patience kept for strangers; the person's own browser has its own."""
    home = signed_in(CLAIRE)
    home.post("/deconnexion/")
    for n in range(8):
        guess(Client(), times=1, address=f"192.0.2.{n}")
    assert SLOWED in text_of(sign_in(Client(), CLAIRE, REMOTE_ADDR="198.51.100.9"))

    assert sign_in(home, CLAIRE, REMOTE_ADDR="198.51.100.7").status_code == 302


def test_a_known_browser_is_known_by_its_own_account_alone(jeanne):
    assert jeanne.is_signed_in
    hers = signed_in(JEANNE)
    hers.post("/deconnexion/")
    guess(Client(), times=5)

    assert SLOWED in text_of(sign_in(hers, CLAIRE, REMOTE_ADDR="198.51.100.7"))


def test_who_knows_the_browser_cookie_is_slowed_as_well():
    home = signed_in(CLAIRE)
    home.post("/deconnexion/")
    guess(home, times=5)

    assert SLOWED in text_of(sign_in(home, CLAIRE, REMOTE_ADDR="198.51.100.7"))


def test_while_passwords_are_slowed_a_code_by_e_mail_still_signs_in():
    guess(Client(), times=5)
    client = Client()

    ask_for_code(client, CLAIRE.email)

    assert [letter.subject for letter in mail.outbox] == ["Votre code de connexion"]


def test_a_stranger_cannot_fill_somebodys_mailbox():
    for n in range(6):
        Client().post("/connexion/", {"login": CLAIRE.email, "way": "code"}, REMOTE_ADDR=f"192.0.2.{n}")
        Client().post("/mot-de-passe/", {"email": CLAIRE.email}, REMOTE_ADDR=f"192.0.2.{n}")

    assert len(mail.outbox) == 6


def test_patience_comes_back():
    with time_machine.travel(NOON, tick=False) as clock:
        guess(Client(), times=5)
        clock.move_to(NOON + datetime.timedelta(minutes=6))

        assert sign_in(Client(), CLAIRE, REMOTE_ADDR="192.0.2.1").status_code == 302


def test_an_unknown_account_is_slowed_as_a_known_one_is():
    known, unknown = guess(Client(), times=6), guess(Client(), times=6, address="192.0.2.2", person=JEANNE)

    assert (SLOWED in text_of(known)) == (SLOWED in text_of(unknown)) is True


def test_another_worker_counts_with_us():
    """What one process wrote another reads: the memory is the database's."""
    cache.set("essais", [1.5, 2.5], 60)
    another = ThrottleCache("", {})

    assert another.get("essais") == [1.5, 2.5]
    assert another.add("essais", "autre", 60) is False
    assert another.add("verrou", "y", 60) is True
    assert cache.add("verrou", "y", 60) is False
    assert cache.delete("verrou") is True
    assert cache.add("verrou", "y", 60) is True


def test_what_expired_is_forgotten_and_may_be_added_again():
    with time_machine.travel(NOON, tick=False) as clock:
        cache.add("code", "utilisé", 30)
        clock.move_to(NOON + datetime.timedelta(seconds=31))

        assert cache.get("code") is None
        assert cache.touch("code", 30) is False
        assert cache.add("code", "encore", 30) is True
        assert cache.touch("code", 60) is True


def test_nothing_is_kept_for_more_than_a_day():
    with time_machine.travel(NOON, tick=False):
        cache.set("essais", [1.0], None)
        cache.set("autres", [1.0], 10**7)

        assert {row.expires_at for row in Throttle.objects.all()} == {NOON + datetime.timedelta(days=1)}


def test_the_table_tells_neither_an_address_nor_an_account():
    guess(Client(), times=2, address="192.0.2.77")
    rows = str(list(Throttle.objects.values_list("key", "value")))

    assert Throttle.objects.count() > 0
    assert "192.0.2.77" not in rows
    assert CLAIRE.email not in rows


def test_the_nightly_tidying_erases_what_expired_and_nothing_else():
    with time_machine.travel(NOON, tick=False) as clock:
        client = signed_in(CLAIRE)
        cache.set("vieux", [1.0], 60)
        clock.move_to(NOON + datetime.timedelta(minutes=30))
        cache.set("neuf", [1.0], 3600)

        tidy_accounts(by=OPERATOR)

        assert cache.get("neuf") == [1.0]
        assert is_signed_in(client, CLAIRE)
        clock.move_to(NOON + datetime.timedelta(hours=13))
        tidy_accounts(by=OPERATOR)
        assert Throttle.objects.filter(expires_at__lte=NOON + datetime.timedelta(hours=13)).count() == 0
