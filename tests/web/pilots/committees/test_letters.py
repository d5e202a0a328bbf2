"""Questions by letter on their pages: a look changes nothing, the button alone answers."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from declic.records.sheets.models import Note
from declic.records.steering.models import Letter, StatusRequest
from tests.people import CLAIRE, LINA
from tests.records.steering.invented import room
from tests.records.steering.test_letters import MONTHLY, asked
from tests.web.pilots.test_steering import words


pytestmark = pytest.mark.django_db


@pytest.fixture
def place(db: None):  # noqa: ARG001
    return room()


def fresh(place) -> str:
    """The address of a question that is asked now, so that its link is good today."""
    from django.utils import timezone  # noqa: PLC0415

    from declic.records.accounts.viewers import OPERATOR  # noqa: PLC0415
    from declic.records.steering import writes  # noqa: PLC0415
    from declic.records.steering.asking import link_of  # noqa: PLC0415

    says = writes.GivenQuestion("qui@demo.invalid", "http://localhost/", uuid4())
    number = writes.ask_status(place.pact.sheet_id, says=says, now=timezone.now(), by=OPERATOR)
    return reverse("answer_status", args=[link_of(number, nonce=StatusRequest.objects.get(pk=number).nonce)])


def test_a_look_at_the_link_changes_nothing_however_often(client, place):
    address = fresh(place)

    answers = [client.get(address) for _ in range(3)]
    client.head(address)

    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert "Ouvrir la ludothèque le samedi" in words(answers[-1].content.decode())
    assert StatusRequest.objects.get().answered_at is None


def test_the_button_answers_once_without_any_account(client, place):
    address = fresh(place)

    first = client.post(address, {"answer": "ongoing", "comment": "Deux samedis tenus."}, follow=True)
    second = client.post(address, {"answer": "done", "comment": "Encore."}, follow=True)

    assert "La réponse a été donnée : C’est en cours." in words(first.content.decode())
    assert "La réponse a été donnée : C’est en cours." in words(second.content.decode())
    assert [note.text for note in Note.objects.all()] == ["C’est en cours. Deux samedis tenus."]


def test_an_answer_that_is_no_answer_is_refused_and_an_altered_link_leads_nowhere(client, place):
    address = fresh(place)

    assert client.post(address, {"answer": "peut-être"}).status_code == 422
    assert client.post(address, {}).status_code == 422
    assert client.get(address[:-3] + "xx/").status_code == 404
    assert StatusRequest.objects.get().answered_at is None


def test_a_link_that_came_too_late_says_so(client, place):
    link = asked(place)  # asked in 2024

    page = words(client.get(reverse("answer_status", args=[link])).content.decode())

    assert "Le lien était valable jusqu’au 4 avril 2024." in page


def test_an_answer_from_another_site_is_refused(place):
    client = Client(enforce_csrf_checks=True)

    assert client.post(fresh(place), {"answer": "done"}).status_code == 403
    assert StatusRequest.objects.get().answered_at is None


def test_claire_asks_once_and_the_log_tells_it(client, place):
    client.login(username=CLAIRE.email, password=CLAIRE.password)
    address = reverse("letters", args=[place.pact.slug])
    form = {
        "act": "ask",
        "sheet": place.pact.sheet_id,
        "email": "qui@demo.invalid",
        "every_days": "42",
        "form_key": str(uuid4()),
    }

    client.post(address, form)
    client.post(address, form)

    page = words(client.get(address).content.decode())
    assert Letter.objects.count() == 1
    assert StatusRequest.objects.get().every_days == 42
    assert StatusRequest.objects.get().site == "http://testserver/"
    assert "1 courriel en attente." in page
    assert "de nouveau tous les 42 jours" in page


def test_a_wrong_address_is_refused_and_nothing_is_asked(client, place):
    client.login(username=CLAIRE.email, password=CLAIRE.password)

    answer = client.post(
        reverse("letters", args=[place.pact.slug]),
        {"act": "ask", "sheet": place.pact.sheet_id, "email": "personne", "form_key": str(uuid4())},
    )

    assert answer.status_code == 422
    assert StatusRequest.objects.count() == 0


def test_the_log_holds_addresses_and_members_do_not_see_it(client, place):
    asked(place, MONTHLY)
    client.login(username=LINA.email, password=LINA.password)

    assert client.get(reverse("letters", args=[place.pact.slug])).status_code == 404
