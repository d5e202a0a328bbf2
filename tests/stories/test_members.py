"""People who have an account, in a real browser: signing in, what protects the account, the institution they keep."""

import re
from typing import Any

import pytest
from django.core import mail
from playwright.sync_api import expect

from declic.records.partners.models import Membership
from tests.people import LINA, MARC, signed_up
from tests.stories.checks import (
    assert_everyone_can_read_at_every_size,
    assert_keyboard_sees_where_it_is,
    assert_light_and_at_home,
    assert_targets_are_large,
    assert_text_may_be_spread,
)
from tests.web.members.people_sign_in import shown


AT_THE_DOOR = ("/connexion/", "/mot-de-passe/", "/mot-de-passe/envoye/", "/invitation/x/")
OF_MARC = (
    "/mon-compte/",
    "/mon-compte/sessions/",
    "/mon-compte/mot-de-passe/",
    "/mon-compte/cles/",
    "/mon-compte/application/retirer/",
    "/equipes/{place}/",
    "/equipes/{place}/membres/{member}/",
    "/equipes/{place}/membres/{member}/depart/",
    "/equipes/{place}/contacts/",
)


@pytest.fixture
def marc(live_server: Any) -> dict[str, object]:
    """Marc, who keeps an institution where Lina works."""
    assert live_server.url
    viewer = signed_up(MARC)
    signed_up(LINA)
    row = Membership.objects.get(user__email=LINA.email)
    return {"place": viewer.institution_id, "member": row.pk}


@pytest.mark.parametrize("path", AT_THE_DOOR)
def test_everyone_can_read_the_pages_at_the_door(open_page, path):
    assert_everyone_can_read_at_every_size(open_page(path))


def test_the_sign_in_page_is_light_and_can_be_used_by_keyboard_and_thumb(open_page, traffic, live_server):
    page = open_page("/connexion/", width=320)

    assert_light_and_at_home(traffic, host=live_server.url)
    assert_targets_are_large(page)
    assert_text_may_be_spread(page)
    assert assert_keyboard_sees_where_it_is(page) > 6


@pytest.mark.parametrize("path", OF_MARC)
def test_everyone_can_read_the_pages_of_who_keeps_an_institution(open_page, marc, path):
    page = open_page(path.format(**marc), person=MARC)

    assert_everyone_can_read_at_every_size(page)
    assert_targets_are_large(page)
    assert_text_may_be_spread(page)


def test_marc_invites_without_javascript_and_eva_says_yes(open_page, marc):
    page = open_page(f"/equipes/{marc['place']}/", javascript=False, person=MARC)
    page.get_by_label("Adresse e-mail professionnelle").fill("eva@demo.invalid")
    page.get_by_role("button", name="Envoyer l'invitation").click()
    expect(page.get_by_text("L'invitation est partie pour eva@demo.invalid")).to_be_visible()

    link = re.search(r"http://[^/]+(/invitation/\S+)", str(mail.outbox[-1].body))
    assert link is not None
    eva = open_page(link[1], javascript=False, width=320)
    eva.get_by_label("Vos prénom et nom").fill("Eva Brun")
    eva.get_by_role("button", name="Accepter l'invitation").click()

    expect(eva.get_by_role("heading", level=1)).to_have_text("Mon compte")
    expect(eva.get_by_role("heading", name=MARC.institution)).to_be_visible()


def test_a_code_by_e_mail_signs_in_without_javascript_nor_password(open_page, marc):
    page = open_page("/connexion/", javascript=False, width=320)
    page.get_by_label("Adresse e-mail").fill(LINA.email)
    page.get_by_role("button", name="Recevoir un code par courriel").click()
    code = re.search(r"^    (\S+)$", str(mail.outbox[-1].body), re.MULTILINE)
    assert code is not None
    page.get_by_label("Code").fill(code[1])
    page.get_by_role("main").get_by_role("button", name="Se connecter", exact=True).click()

    expect(page.get_by_text(LINA.name, exact=True)).to_be_visible()
    assert marc


def test_lina_adds_an_app_and_keeps_her_recovery_codes(open_page, marc):
    page = open_page("/mon-compte/application/", person=LINA)
    assert_everyone_can_read_at_every_size(page)
    key = page.locator(".key").inner_text().replace(" ", "")
    page.get_by_label("Code").fill(shown(key))
    page.get_by_role("button", name="Ajouter l'application").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Codes de secours")
    expect(page.locator(".codes li")).to_have_count(10)
    assert_everyone_can_read_at_every_size(page)
    assert marc


def test_lina_makes_a_passkey_then_signs_in_with_it_alone(open_page, marc):
    page = open_page("/mon-compte/cles/", person=LINA)
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    page.get_by_label("Nom de cette clé d'accès").fill("Mon téléphone")
    page.get_by_role("button", name="Créer la clé d'accès").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Codes de secours")
    page.get_by_role("button", name="Se déconnecter").click()
    page.goto("/connexion/")
    page.get_by_role("button", name="Se connecter avec une clé d'accès").click()

    expect(page.get_by_text(LINA.name, exact=True)).to_be_visible()
    page.goto("/mon-compte/")
    expect(page.get_by_text("Mon téléphone").first).to_be_visible()
    assert marc


def test_without_a_device_that_holds_a_passkey_the_page_says_so(open_page, marc):
    page = open_page("/connexion/")
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
            }
        },
    )
    page.get_by_role("button", name="Se connecter avec une clé d'accès").click()

    expect(page.get_by_text("La clé d'accès n'a pas servi.")).to_be_visible()
    assert marc
