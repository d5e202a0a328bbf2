"""A code sent by e-mail signs in; the answer never tells whether the address has an account."""

import datetime
import re

import pytest
import time_machine
from django.core import mail
from django.test import Client

from declic.records.accounts.viewers import OPERATOR
from declic.records.accounts.writes import close_account
from declic.records.journal.models import Line
from tests.people import CLAIRE, JEANNE
from tests.web.members.people_sign_in import ask_for_code, code_of_letter, is_signed_in, text_of


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("claire")]
NOON = datetime.datetime(2026, 11, 30, 12, 0, tzinfo=datetime.UTC)


def test_the_code_of_the_letter_signs_in():
    client = Client()
    asked = ask_for_code(client, CLAIRE.email.upper())
    assert asked["Location"] == "/connexion/code/"

    answer = client.post("/connexion/code/", {"code": code_of_letter()})

    assert answer["Location"] == "/"
    assert is_signed_in(client, CLAIRE)


def test_the_letter_is_short_names_nobody_and_leads_nowhere():
    ask_for_code(Client(), CLAIRE.email)
    (letter,) = mail.outbox

    assert letter.to == [CLAIRE.email]
    assert letter.subject == "Votre code de connexion"
    assert CLAIRE.name not in letter.body
    assert "http" not in letter.body


def test_the_code_of_one_browser_opens_nothing_in_another():
    ask_for_code(Client(), CLAIRE.email)
    stranger = Client()
    ask_for_code(stranger, JEANNE.email)

    stranger.post("/connexion/code/", {"code": code_of(0)})

    assert not is_signed_in(stranger, CLAIRE)


def test_a_code_is_good_for_ten_minutes():
    client = Client()
    with time_machine.travel(NOON, tick=False) as clock:
        ask_for_code(client, CLAIRE.email)
        clock.move_to(NOON + datetime.timedelta(seconds=601))

        answer = client.post("/connexion/code/", {"code": code_of_letter()})

    assert answer["Location"] == "/connexion/"
    assert not is_signed_in(client, CLAIRE)


def test_after_three_wrong_codes_even_the_right_one_is_refused():
    client = Client()
    ask_for_code(client, CLAIRE.email)
    right = code_of_letter()
    for _ in range(3):
        client.post("/connexion/code/", {"code": "AAAA-AAAA"})

    client.post("/connexion/code/", {"code": right})

    assert not is_signed_in(client, CLAIRE)


def test_somebody_who_mistyped_their_address_begins_again_at_once():
    client = Client()
    ask_for_code(client, "clair@demo.invalid")

    page = text_of(client.get("/connexion/"))

    assert "Recevoir un code par courriel" in page


def test_an_unknown_address_gets_the_same_answers_and_a_letter_that_says_so():
    known, unknown = Client(), Client()

    first = [ask_for_code(known, CLAIRE.email), ask_for_code(unknown, JEANNE.email)]
    pages = [client.get("/connexion/code/") for client in (known, unknown)]
    wrongs = [client.post("/connexion/code/", {"code": "AAAA-AAAA"}) for client in (known, unknown)]

    for answers in (first, pages, wrongs):
        assert alike(answers[0]) == alike(answers[1])
    assert [letter.to[0] for letter in mail.outbox] == [CLAIRE.email, JEANNE.email]
    assert "Aucun compte" in mail.outbox[1].subject
    assert re.search(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b", str(mail.outbox[1].body)) is None


def test_a_closed_account_gets_the_answers_of_an_unknown_one(claire):
    close_account(claire.user_id, by=OPERATOR)
    client = Client()

    answer = ask_for_code(client, CLAIRE.email)

    assert answer["Location"] == "/connexion/code/"
    assert "Aucun compte" in mail.outbox[0].subject


def test_the_journal_does_as_much_for_a_stranger_as_for_an_account(claire):
    for client, email in ((Client(), CLAIRE.email), (Client(), JEANNE.email)):
        ask_for_code(client, email)
        client.post("/connexion/code/", {"code": "AAAA-AAAA"})

    lines = Line.objects.filter(verb="gave a wrong code").order_by("id")
    assert [(line.who, line.about) for line in lines] == [
        ("visitor", f"user {claire.user_id}"),
        ("visitor", "nobody"),
    ]


@pytest.mark.parametrize("typed", ["", "claire", "claire@", "claire@demo invalid"])
def test_what_is_not_an_address_is_told_so(typed):
    answer = ask_for_code(Client(), typed)

    assert answer.status_code == 200
    assert 'aria-invalid="true"' in text_of(answer)
    assert mail.outbox == []


def code_of(position: int) -> str:
    found = re.search(r"^    (\S+)$", str(mail.outbox[position].body), re.MULTILINE)
    assert found is not None
    return found[1]


def alike(answer) -> tuple[object, ...]:
    """What an answer tells, but for the address that was typed, the tokens and the session."""
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text_of(answer))
    for person in (CLAIRE, JEANNE):
        text = text.replace(person.email, "")
    return answer.status_code, sorted(answer.headers), answer.get("Location"), sorted(answer.cookies), text
