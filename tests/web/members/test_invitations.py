"""An invitation: a letter, a link that shows, a button that says yes, once; wrong people and wrong links get nothing."""

import datetime
import re

import pytest
import time_machine
from django.core import mail
from django.test import Client

from declic.records.accounts.models import User
from declic.records.accounts.viewers import OPERATOR
from declic.records.partners.reads import all_memberships
from tests.people import CLAIRE, HUGO, LINA, MARC, SOFIA, Viewer, signed_up
from tests.web.members.people_sign_in import is_signed_in, sign_in, text_of


pytestmark = pytest.mark.django_db
EVA = "eva@demo.invalid"
SENTENCE = "eva range les vélos rouges"
NOON = datetime.datetime(2026, 11, 30, 12, 0, tzinfo=datetime.UTC)


@pytest.fixture
def marc() -> Viewer:
    return signed_up(MARC)


def browser_of(person) -> Client:
    client = Client()
    client.login(username=person.email, password=person.password)
    return client


def invite(client: Client, place: int | None, email: str = EVA, **roles: str):
    return client.post(f"/equipes/{place}/", {"email": email, **roles})


def link_of_letter(position: int = -1) -> str:
    found = re.search(r"http://testserver(/invitation/\S+)", str(mail.outbox[position].body))
    assert found is not None
    return found[1]


def roles_of(email: str) -> list[tuple[str, tuple[str, ...]]]:
    lines = all_memberships(viewer=OPERATOR)
    return [(line.institution_name, line.roles) for line in lines if line.email == email]


def test_a_manager_invites_by_a_letter_that_names_no_person(marc):
    said = browser_of(MARC).post(
        f"/equipes/{marc.institution_id}/", {"email": "Eva@Demo.invalid"}, follow=True
    )

    assert f"L&#x27;invitation est partie pour {EVA}" in text_of(said)
    (letter,) = mail.outbox
    assert letter.to == [EVA]
    assert MARC.institution in letter.subject
    assert MARC.name not in letter.body


def test_opening_the_link_shows_the_invitation_and_changes_nothing(marc):
    invite(browser_of(MARC), marc.institution_id)

    for _ in range(2):
        page = text_of(Client().get(link_of_letter()))
        assert MARC.institution in page
        assert EVA in page
    assert not User.objects.filter(email=EVA).exists()


def test_the_button_opens_the_account_and_signs_in(marc):
    invite(browser_of(MARC), marc.institution_id, role_manager="on")
    client = Client()

    answer = client.post(link_of_letter(), {"name": "Eva Brun", "password": SENTENCE})

    assert answer["Location"] == "/mon-compte/"
    assert "Eva Brun" in text_of(client.get("/a-propos/"))
    assert roles_of(EVA) == [(MARC.institution, ("member", "manager"))]
    assert Client().login(username=EVA, password=SENTENCE)


def test_without_a_password_a_code_by_e_mail_signs_in(marc):
    invite(browser_of(MARC), marc.institution_id)
    Client().post(link_of_letter(), {"name": "Eva Brun", "password": ""})

    Client().post("/connexion/", {"login": EVA, "way": "code"})

    assert mail.outbox[-1].subject == "Votre code de connexion"


@pytest.mark.parametrize(
    ("name", "password"), [("", SENTENCE), ("   ", SENTENCE), ("Eva Brun", "trop court")]
)
def test_a_missing_name_or_a_weak_password_is_said_and_the_link_still_serves(marc, name, password):
    invite(browser_of(MARC), marc.institution_id)

    refused = Client().post(link_of_letter(), {"name": name, "password": password})

    assert refused.status_code == 200
    assert 'aria-invalid="true"' in text_of(refused)
    assert not User.objects.filter(email=EVA).exists()
    assert Client().post(link_of_letter(), {"name": "Eva Brun", "password": SENTENCE}).status_code == 302


def test_a_double_click_opens_one_account_and_the_second_says_it_is_closed(marc):
    invite(browser_of(MARC), marc.institution_id)
    said = {"name": "Eva Brun", "password": SENTENCE}
    first = Client().post(link_of_letter(), said)
    second = Client().post(link_of_letter(), said)

    assert (first.status_code, second.status_code) == (302, 404)
    assert "Cette invitation est close" in text_of(second)
    assert User.objects.filter(email=EVA).count() == 1


def test_a_link_of_eight_days_is_closed(marc):
    with time_machine.travel(NOON, tick=False) as clock:
        invite(browser_of(MARC), marc.institution_id)
        clock.move_to(NOON + datetime.timedelta(days=7, seconds=1))

        assert "close" in text_of(Client().get(link_of_letter()))
        assert Client().post(link_of_letter(), {"name": "Eva", "password": SENTENCE}).status_code == 404


@pytest.mark.parametrize("spoil", [lambda link: link[:-3] + "aa/", lambda _link: "/invitation/x/"])
def test_an_altered_link_is_closed(marc, spoil):
    invite(browser_of(MARC), marc.institution_id)

    assert Client().get(spoil(link_of_letter())).status_code == 404


def test_a_withdrawn_invitation_is_closed(marc):
    client = browser_of(MARC)
    invite(client, marc.institution_id)
    url = re.search(
        r'action="(/equipes/\d+/invitations/\d+/)"', text_of(client.get(f"/equipes/{marc.institution_id}/"))
    )
    assert url is not None

    client.post(url[1])

    assert Client().get(link_of_letter()).status_code == 404


def test_inviting_again_makes_the_former_link_dead(marc):
    client = browser_of(MARC)
    invite(client, marc.institution_id)
    invite(client, marc.institution_id)

    assert Client().get(link_of_letter(0)).status_code == 404
    assert Client().get(link_of_letter(1)).status_code == 200


def test_two_institutions_may_invite_the_same_person_who_acts_for_one_at_a_time(marc):
    hugo = signed_up(HUGO)
    invite(browser_of(MARC), marc.institution_id)
    invite(browser_of(HUGO), hugo.institution_id)
    eva = Client()
    eva.post(link_of_letter(0), {"name": "Eva Brun", "password": SENTENCE})

    eva.post(link_of_letter(1), {"answer": "yes"})

    page = text_of(eva.get("/mon-compte/"))
    assert f"Agir pour {HUGO.institution}" in page
    number = re.search(r'name="membership"\s+value="(\d+)"', page)
    assert number is not None
    eva.post("/mon-compte/agir/", {"membership": number[1]})
    assert f"Agir pour {MARC.institution}" in text_of(eva.get("/mon-compte/"))


def test_nobody_acts_for_an_institution_that_is_not_theirs(marc):
    lina = signed_up(LINA)
    mine = all_memberships(viewer=OPERATOR)
    other = next(line.id for line in mine if line.user_id == marc.user_id)
    client = browser_of(LINA)

    assert lina.is_signed_in
    for wrong in (str(other), "0", "x", ""):
        assert client.post("/mon-compte/agir/", {"membership": wrong}).status_code == 404


def test_who_has_an_account_signs_in_first(marc):
    signed_up(LINA)
    hugo = signed_up(HUGO)
    invite(browser_of(HUGO), hugo.institution_id, LINA.email)
    client = Client()

    refused = client.post(link_of_letter(), {"name": "Lina bis", "password": SENTENCE})
    assert "Connectez-vous d&#x27;abord" in text_of(refused)
    sign_in(client, LINA)
    agreed = client.post(link_of_letter(), {"answer": "yes"})

    assert marc.is_signed_in
    assert agreed["Location"] == "/mon-compte/"
    assert {place for place, _roles in roles_of(LINA.email)} == {LINA.institution, HUGO.institution}


def test_the_invitation_of_somebody_else_opens_nothing(marc):
    signed_up(CLAIRE)
    invite(browser_of(MARC), marc.institution_id)
    client = browser_of(CLAIRE)

    assert "quelqu&#x27;un d&#x27;autre" in text_of(client.get(link_of_letter()))
    client.post(link_of_letter(), {"answer": "yes"})

    assert [place for place, _roles in roles_of(CLAIRE.email)] == [CLAIRE.institution]
    assert Client().get(link_of_letter()).status_code == 200


@pytest.mark.parametrize("person", [LINA, CLAIRE, HUGO])
def test_only_its_manager_and_administrators_enter_an_institution(marc, person):
    signed_up(person)
    client = browser_of(person)

    assert client.get(f"/equipes/{marc.institution_id}/").status_code == 404
    assert invite(client, marc.institution_id).status_code == 404
    assert mail.outbox == []


def test_a_visitor_is_asked_to_sign_in(marc):
    assert Client().get(f"/equipes/{marc.institution_id}/")["Location"].startswith("/connexion/")
    assert invite(Client(), marc.institution_id)["Location"].startswith("/connexion/")


def test_a_manager_gives_no_role_of_the_platform(marc):
    client = browser_of(MARC)

    page = text_of(client.get(f"/equipes/{marc.institution_id}/"))
    invite(client, marc.institution_id, role_administrator="on", role_pilot="on", role_manager="on")
    Client().post(link_of_letter(), {"name": "Eva Brun", "password": SENTENCE})

    assert "role_administrator" not in page
    assert roles_of(EVA) == [(MARC.institution, ("member", "manager"))]


def test_an_administrator_adds_an_institution_and_its_first_manager():
    signed_up(SOFIA)
    client = browser_of(SOFIA)

    added = client.post("/plateforme/", {"name": "Maison des Berges"})
    client.post(added["Location"], {"email": EVA, "role_manager": "on"})
    Client().post(link_of_letter(), {"name": "Eva Brun", "password": SENTENCE})

    assert roles_of(EVA) == [("Maison des Berges", ("member", "manager"))]
    assert "Maison des Berges" in text_of(client.get("/plateforme/"))


@pytest.mark.parametrize("person", [MARC, CLAIRE, LINA])
def test_the_platform_is_for_administrators_alone(person):
    signed_up(person)
    client = browser_of(person)

    assert client.get("/plateforme/").status_code == 404
    assert client.post("/plateforme/", {"name": "Maison"}).status_code == 404
    assert client.post("/plateforme/comptes/1/fermer/").status_code == 404


def test_an_administrator_closes_an_account_which_is_signed_out_at_once():
    signed_up(SOFIA)
    lina = signed_up(LINA)
    hers, client = browser_of(LINA), browser_of(SOFIA)
    assert is_signed_in(hers, LINA)

    assert "Fermer le compte de Lina" in text_of(client.get(f"/plateforme/comptes/{lina.user_id}/fermer/"))
    assert is_signed_in(hers, LINA)
    client.post(f"/plateforme/comptes/{lina.user_id}/fermer/")

    assert not is_signed_in(hers, LINA)
    assert client.get(f"/plateforme/comptes/{lina.user_id}/fermer/").status_code == 404


def test_nobody_closes_their_own_account_by_mistake():
    sofia = signed_up(SOFIA)

    assert browser_of(SOFIA).post(f"/plateforme/comptes/{sofia.user_id}/fermer/").status_code == 404
