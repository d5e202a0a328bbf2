"""Signing in and out: an e-mail, a password, and back to where one was going."""

import re

import pytest
from django.test import Client

from tests.people import CLAIRE, JEANNE


WRONG = "ce-n-est-pas-le-bon-mot"
pytestmark = pytest.mark.django_db


def sign_in(client: Client, *, email: str, password: str, **more: str):
    return client.post("/connexion/", {"login": email, "password": password, **more})


def test_claire_signs_in_and_sees_her_name(claire, client):
    assert claire.is_signed_in
    answer = sign_in(client, email=CLAIRE.email, password=CLAIRE.password)

    assert answer["Location"] == "/"
    assert CLAIRE.name in client.get("/a-propos/").content.decode()


def test_the_letters_case_of_an_e_mail_does_not_matter(claire, client):
    assert claire.is_signed_in

    assert sign_in(client, email=CLAIRE.email.upper(), password=CLAIRE.password).status_code == 302


def test_she_comes_back_to_the_page_that_asked_her_to_sign_in(claire, client):
    assert claire.is_signed_in
    answer = sign_in(client, email=CLAIRE.email, password=CLAIRE.password, next="/a-propos/")

    assert answer["Location"] == "/a-propos/"


@pytest.mark.parametrize("elsewhere", ["https://ailleurs.invalid/", "//ailleurs.invalid/"])
def test_signing_in_leads_nowhere_else(claire, client, elsewhere):
    assert claire.is_signed_in
    answer = sign_in(client, email=CLAIRE.email, password=CLAIRE.password, next=elsewhere)

    assert answer["Location"] == "/"


def test_a_wrong_password_and_an_unknown_account_get_the_same_answer(claire, client):
    assert claire.is_signed_in
    wrong = sign_in(client, email=CLAIRE.email, password=WRONG)
    unknown = sign_in(client, email=JEANNE.email, password=WRONG)

    assert wrong.status_code == unknown.status_code == 200
    assert "Vous n&#x27;êtes pas connecté" in wrong.content.decode()
    assert _without(CLAIRE.email, wrong.content.decode()) == _without(JEANNE.email, unknown.content.decode())


def test_signing_out_is_posted_and_forgets_the_session(claire, client):
    assert claire.is_signed_in
    sign_in(client, email=CLAIRE.email, password=CLAIRE.password)

    assert client.get("/deconnexion/").status_code == 405
    assert client.post("/deconnexion/")["Location"] == "/"
    assert CLAIRE.name not in client.get("/a-propos/").content.decode()


def test_a_form_without_its_token_is_refused_in_words():
    answer = sign_in(Client(enforce_csrf_checks=True), email=CLAIRE.email, password=CLAIRE.password)

    assert answer.status_code == 403
    assert "Ce formulaire a expiré" in answer.content.decode()


def _without(email: str, page: str) -> str:
    """Leave out what differs for a good reason: the address typed, and the token of the form."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page.replace(email, ""))
