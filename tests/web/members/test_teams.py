"""An institution, kept by its manager: roles, a departure the same day, contact persons."""

import pytest
from django.test import Client

from declic.records.partners.models import ContactPerson, Institution, Membership
from tests.people import HUGO, LINA, MARC, SOFIA, Viewer, signed_up
from tests.web.members.people_sign_in import is_signed_in, text_of


pytestmark = pytest.mark.django_db
CALLED = {"name": "Nora Petit", "topics": "premier emploi", "email": "nora@demo.invalid"}


@pytest.fixture
def marc() -> Viewer:
    return signed_up(MARC)


@pytest.fixture
def lina(marc) -> Viewer:
    assert marc.is_signed_in
    return signed_up(LINA)


def browser_of(person) -> Client:
    client = Client()
    client.login(username=person.email, password=person.password)
    return client


def address_of(viewer: Viewer) -> str:
    row = Membership.objects.get(user_id=viewer.user_id or 0)
    return f"/equipes/{row.institution_id}/membres/{row.pk}/"


def test_a_departure_is_asked_then_recorded_and_the_person_is_signed_out(lina):
    hers, manager = browser_of(LINA), browser_of(MARC)
    assert is_signed_in(hers, LINA)

    asked = text_of(manager.get(f"{address_of(lina)}depart/"))
    assert "Départ de Lina" in asked
    assert is_signed_in(hers, LINA)
    manager.post(f"{address_of(lina)}depart/")

    assert not is_signed_in(hers, LINA)
    assert LINA.email not in text_of(manager.get(f"/equipes/{lina.institution_id}/"))


def test_who_acts_for_two_stays_signed_in_for_the_other(lina):
    sofia = signed_up(SOFIA)
    Membership.objects.create(
        user_id=lina.user_id or 0,
        institution_id=sofia.institution_id or 0,
        began_at=Membership.objects.get(user_id=lina.user_id).began_at,
    )
    hers = browser_of(LINA)
    row = Membership.objects.get(user_id=lina.user_id, institution_id=lina.institution_id)

    browser_of(MARC).post(f"/equipes/{lina.institution_id}/membres/{row.pk}/depart/")

    assert is_signed_in(hers, LINA)
    assert LINA.institution not in text_of(hers.get("/mon-compte/"))


def test_a_manager_makes_another_manager_and_unmakes_them(lina):
    manager = browser_of(MARC)

    manager.post(address_of(lina), {"keep": "yes", "role_manager": "on"})
    assert Membership.objects.get(user_id=lina.user_id).is_manager
    manager.post(address_of(lina), {"keep": "yes", "edition": "1"})

    assert not Membership.objects.get(user_id=lina.user_id).is_manager


def test_a_manager_keeps_the_roles_that_only_an_administrator_gives(lina):
    Membership.objects.filter(user_id=lina.user_id).update(is_pilot=True)

    browser_of(MARC).post(address_of(lina), {"keep": "yes", "role_manager": "on"})

    row = Membership.objects.get(user_id=lina.user_id)
    assert (row.is_pilot, row.is_manager) == (True, True)


def test_nobody_changes_their_own_roles(marc):
    said = browser_of(MARC).post(address_of(marc), {"keep": "yes"}, follow=True)

    assert "Personne ne se donne" in text_of(said)
    assert Membership.objects.get(user_id=marc.user_id).is_manager


@pytest.mark.parametrize("ending", ["", "depart/"])
def test_the_manager_of_another_institution_touches_nothing(lina, ending):
    hugo = signed_up(HUGO)
    client = browser_of(HUGO)
    elsewhere = address_of(lina).replace(
        f"/equipes/{lina.institution_id}/", f"/equipes/{hugo.institution_id}/"
    )

    for address in (address_of(lina), elsewhere):
        assert client.get(f"{address}{ending}").status_code == 404
        assert client.post(f"{address}{ending}", {"keep": "yes"}).status_code == 404
    assert Membership.objects.get(user_id=lina.user_id).ended_at is None


def test_who_left_manages_nothing_any_more(marc, lina):
    client = browser_of(MARC)
    sofia = signed_up(SOFIA)
    browser_of(SOFIA).post(f"{address_of(marc)}depart/")

    assert sofia.is_signed_in
    assert client.get(f"/equipes/{lina.institution_id}/")["Location"].startswith("/connexion/")
    assert client.post(f"{address_of(lina)}depart/")["Location"].startswith("/connexion/")
    assert Membership.objects.get(user_id=lina.user_id).ended_at is None


def test_a_contact_person_is_added_changed_and_erased(marc):
    client, base = browser_of(MARC), f"/equipes/{marc.institution_id}/contacts/"

    client.post(base, CALLED)
    row = ContactPerson.objects.get()
    assert "premier emploi" in text_of(client.get(f"/equipes/{marc.institution_id}/"))
    client.post(
        f"{base}{row.pk}/",
        {**CALLED, "phone": "01 02 03 04 05", "is_public": "on", "absent_until": "2026-12-24"},
    )
    row.refresh_from_db()
    assert (row.phone, row.is_public, str(row.absent_until)) == ("01 02 03 04 05", True, "2026-12-24")
    assert ContactPerson.objects.filter(pk=row.pk).exists()
    client.get(f"{base}{row.pk}/effacer/")
    client.post(f"{base}{row.pk}/effacer/")

    assert ContactPerson.objects.count() == 0


def test_the_form_of_a_contact_person_shows_what_is_kept(marc):
    client, base = browser_of(MARC), f"/equipes/{marc.institution_id}/contacts/"
    client.post(base, {**CALLED, "absent_until": "2026-12-24"})
    client.post(base, {"name": "Paul Roy", "phone": "01", "deputy": str(ContactPerson.objects.get().pk)})
    paul = ContactPerson.objects.get(name="Paul Roy")

    page = text_of(client.get(f"{base}{paul.pk}/"))
    assert "selected>Nora Petit" in page
    assert 'value="2026-12-24"' in text_of(client.get(f"{base}{paul.deputy_id}/"))


def test_somebody_who_cannot_be_reached_is_refused_in_words(marc):
    answer = browser_of(MARC).post(f"/equipes/{marc.institution_id}/contacts/", {"name": "Nora Petit"})

    assert "moyen de la joindre" in text_of(answer)
    assert ContactPerson.objects.count() == 0


def test_only_its_manager_speaks_for_an_institution(marc, lina):
    browser_of(MARC).post(f"/equipes/{marc.institution_id}/contacts/", CALLED)
    number = ContactPerson.objects.get().pk
    for person in (HUGO, SOFIA):
        signed_up(person)
    for person in (LINA, HUGO, SOFIA):
        client = browser_of(person)
        for ending in ("", f"{number}/", f"{number}/effacer/"):
            assert client.post(f"/equipes/{marc.institution_id}/contacts/{ending}", CALLED).status_code == 404

    assert lina.is_signed_in
    assert ContactPerson.objects.get().name == "Nora Petit"


def test_two_windows_on_one_contact_person_lose_neither_text(marc):
    manager, team = browser_of(MARC), f"/equipes/{marc.institution_id}/"
    manager.post(f"{team}contacts/", CALLED)
    address = f"{team}contacts/{ContactPerson.objects.get().pk}/"
    manager.post(address, {**CALLED, "topics": "logement", "edition": "0"})

    answer = manager.post(address, {**CALLED, "topics": "stage", "edition": "0"})

    assert answer.status_code == 409
    assert {"logement", "stage"} <= set(text_of(answer).split())
    assert ContactPerson.objects.get().topics == "logement"
    assert 'name="edition" value="1"' in manager.get(address).content.decode()


def test_two_windows_on_the_roles_of_one_member_show_both_choices(lina):
    manager = browser_of(MARC)
    row = Membership.objects.get(user_id=lina.user_id or 0)
    manager.post(address_of(lina), {"role_manager": "on", "edition": "0"})
    Membership.objects.filter(pk=row.pk).update(is_manager=False, edition=2)

    answer = manager.post(address_of(lina), {"role_manager": "on", "edition": "1"})

    assert answer.status_code == 409
    assert not Membership.objects.get(pk=row.pk).is_manager


def test_a_manager_says_what_the_institution_is_and_its_numbers(marc):
    manager, address = browser_of(MARC), f"/equipes/{marc.institution_id}/description/"
    said = {"short_name": "Atelier", "kind": "association", "siret": "123 456 782 00010", "rna": "w251000000"}
    assert address in manager.get(f"/equipes/{marc.institution_id}/").content.decode()

    wrong = manager.post(address, {**said, "siret": "123 456 782 00011"})
    right = manager.post(address, said)
    late = manager.post(address, {**said, "short_name": "Le bel atelier"})

    assert (wrong.status_code, right.status_code, late.status_code) == (422, 302, 409)
    assert "Ce SIRET ne peut pas exister" in text_of(wrong)
    row = Institution.objects.get(pk=marc.institution_id)
    assert (row.short_name, row.kind, row.siret, row.rna) == (
        "Atelier",
        "association",
        "12345678200010",
        "W251000000",
    )
