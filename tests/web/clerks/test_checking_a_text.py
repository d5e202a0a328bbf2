"""A clerk checks a text on the spot: it is counted at once, and nothing of it is kept."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from declic.records.sources.models import Document
from tests.people import CLAIRE, JEANNE
from tests.web.clerks.test_sittings import words
from tests.web.pilots.invented import TEXT


pytestmark = pytest.mark.django_db
ADDRESS = "/deliberations/verifier/"


@pytest.fixture
def jeanne_in(client, jeanne):
    client.login(username=JEANNE.email, password=JEANNE.password)
    assert jeanne.is_signed_in
    return client


def test_a_pasted_text_is_counted_at_once_and_nothing_is_kept(jeanne_in):
    answer = jeanne_in.post(ADDRESS, {"text": TEXT})
    page = words(answer.content.decode())

    assert answer.status_code == 200
    assert "3 présents + 2 procurations = 5 voix dans la salle" in page
    assert "Membres nommés\xa0: 5" in answer.content.decode().replace("&nbsp;", "\xa0")
    assert "Gaspard FOLLEVILLE → Diane CHANTELOUP" in page
    assert Document.objects.count() == 0


def test_a_file_is_counted_as_a_pasted_text_is(jeanne_in):
    answer = jeanne_in.post(ADDRESS, {"file": SimpleUploadedFile("seance.txt", TEXT.encode())})

    assert "3 présents + 2 procurations = 5 voix dans la salle" in words(answer.content.decode())
    assert Document.objects.count() == 0


def test_a_text_that_holds_no_sitting_says_so(jeanne_in):
    answer = jeanne_in.post(ADDRESS, {"text": "Chère Flore, il fait beau à Valmorte."})

    assert answer.status_code == 200
    assert "Aucune séance n'a été lue dans ce texte" in words(answer.content.decode())


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "Choisissez un fichier ou collez un texte"),
        ({"file": SimpleUploadedFile("scan.pdf", b"%PDF-1.7 ...")}, "Le PDF est abîmé ou incomplet"),
        ({"file": SimpleUploadedFile("vide.txt", b"")}, "Le fichier est vide."),
    ],
)
def test_what_cannot_be_read_gets_one_sentence(jeanne_in, given, sentence):
    answer = jeanne_in.post(ADDRESS, given)

    assert answer.status_code == 422
    assert sentence in words(answer.content.decode())


def test_a_visitor_is_asked_to_sign_in_and_a_pilot_may_check_too(client, claire):
    as_visitor = client.get(ADDRESS), client.post(ADDRESS, {"text": TEXT})
    client.login(username=CLAIRE.email, password=CLAIRE.password)

    assert claire.is_signed_in
    assert [answer.status_code for answer in as_visitor] == [302, 302]
    assert {answer["Location"].partition("?")[0] for answer in as_visitor} == {"/connexion/"}
    assert client.get(ADDRESS).status_code == 200
