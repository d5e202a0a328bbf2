"""A password: long, of any letters, not a common one; forgotten, it is chosen again from a letter."""

import datetime
import re

import pytest
import time_machine
from django.core import mail
from django.test import Client

from declic.records.accounts.viewers import OPERATOR
from declic.records.accounts.writes import close_account
from declic.records.journal.reads import lines_about
from tests.people import CLAIRE, JEANNE
from tests.web.members.people_sign_in import is_signed_in, sign_in, signed_in, text_of


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("claire")]
NEW = "une phrase à moi seule"
NOON = datetime.datetime(2026, 11, 30, 12, 0, tzinfo=datetime.UTC)


def change(client: Client, new: str, *, old: str = CLAIRE.password):
    return client.post("/mon-compte/mot-de-passe/", {"oldpassword": old, "password1": new, "password2": new})


@pytest.mark.parametrize(
    "good", [NEW, "éèàùçœæ" * 3, "a" * 64 + " et plus encore", "🚲 mon vélo est bleu 🚲"]
)
def test_any_long_sentence_will_do(good):
    client = signed_in(CLAIRE)

    assert change(client, good)["Location"] == "/mon-compte/"
    assert sign_in(Client(), CLAIRE, password=good).status_code == 302


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ("quatorze signe", "15 caractères"),
        ("motdepassemotdepasse", "deviner"),
        ("password12345678", "deviner"),
        ("aaaaaaaaaaaaaaaaaaa", "deviner"),
        ("123456789012345", "deviner"),
        ("claire@demo.invalid", "deviner"),
        ("declic declic 2026", "deviner"),
    ],
)
def test_a_short_or_common_one_is_refused_in_words(bad, said):
    client = signed_in(CLAIRE)

    answer = change(client, bad)

    assert answer.status_code == 200
    assert said in text_of(answer)
    assert sign_in(Client(), CLAIRE).status_code == 302


def test_the_fields_are_hidden_known_to_managers_and_may_be_pasted_into():
    page = text_of(signed_in(CLAIRE).get("/mon-compte/mot-de-passe/"))

    assert page.count('type="password"') == 3
    assert 'autocomplete="current-password"' in page
    assert page.count('autocomplete="new-password"') == 2
    assert "onpaste" not in page
    assert "maxlength" not in page


def test_without_the_present_one_nothing_changes():
    client = signed_in(CLAIRE)

    answer = change(client, NEW, old="un-autre-mot-de-passe")

    assert answer.status_code == 200
    assert sign_in(Client(), CLAIRE, password=NEW).status_code == 200


def test_changing_it_ends_the_other_sessions_writes_a_letter_and_one_line(claire):
    here, elsewhere = signed_in(CLAIRE), signed_in(CLAIRE)

    change(here, NEW)

    assert is_signed_in(here, CLAIRE)
    assert not is_signed_in(elsewhere, CLAIRE)
    assert [letter.subject for letter in mail.outbox] == ["Votre compte : un changement"]
    verbs = [line.verb for line in lines_about(f"user {claire.user_id}")]
    assert verbs.count("changed the password") == 1


def test_a_letter_brings_a_link_that_chooses_a_new_one_once():
    elsewhere, client = signed_in(CLAIRE), Client()
    client.post("/mot-de-passe/", {"email": CLAIRE.email})
    link = link_of_letter()

    page = client.get(link, follow=True)
    assert "Enregistrer ce mot de passe" in text_of(page)
    form = page.redirect_chain[-1][0]
    assert client.post(form, {"password1": NEW, "password2": NEW})["Location"] == "/connexion/"

    assert sign_in(Client(), CLAIRE, password=NEW).status_code == 302
    assert sign_in(Client(), CLAIRE).status_code == 200
    assert not is_signed_in(elsewhere, CLAIRE)
    assert "Ce lien n&#x27;est plus valable" in text_of(Client().get(link))


def test_opening_the_link_changes_nothing_by_itself():
    client = Client()
    client.post("/mot-de-passe/", {"email": CLAIRE.email})

    client.get(link_of_letter(), follow=True)

    assert sign_in(Client(), CLAIRE).status_code == 302


def test_the_link_is_good_for_one_hour():
    with time_machine.travel(NOON, tick=False) as clock:
        Client().post("/mot-de-passe/", {"email": CLAIRE.email})
        clock.move_to(NOON + datetime.timedelta(minutes=61))

        assert "plus valable" in text_of(Client().get(link_of_letter()))


@pytest.mark.parametrize(
    "spoil", [lambda link: link[:-2] + "x/", lambda link: re.sub(r"nouveau/\w+-", "nouveau/zz-", link)]
)
def test_an_altered_link_opens_nothing(spoil):
    Client().post("/mot-de-passe/", {"email": CLAIRE.email})

    answer = Client().get(spoil(link_of_letter()))

    assert "plus valable" in text_of(answer)


def test_a_link_asked_for_before_the_password_changed_is_dead():
    Client().post("/mot-de-passe/", {"email": CLAIRE.email})
    change(signed_in(CLAIRE), NEW)

    assert "plus valable" in text_of(Client().get(link_of_letter(0)))


def test_the_same_is_said_to_an_unknown_address_which_gets_another_letter(claire):
    known = Client().post("/mot-de-passe/", {"email": CLAIRE.email})
    unknown = Client().post("/mot-de-passe/", {"email": JEANNE.email})
    close_account(claire.user_id, by=OPERATOR)
    closed = Client().post("/mot-de-passe/", {"email": CLAIRE.email})

    assert {one["Location"] for one in (known, unknown, closed)} == {"/mot-de-passe/envoye/"}
    assert ["http" in str(letter.body) for letter in mail.outbox] == [True, False, False]


def link_of_letter(position: int = -1) -> str:
    found = re.search(r"http://testserver(/mot-de-passe/\S+)", str(mail.outbox[position].body))
    assert found is not None
    return found[1]
