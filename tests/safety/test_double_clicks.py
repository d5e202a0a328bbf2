"""Every form that exists, sent twice as it is: one act, no page of error, nothing written by the second press."""

from collections.abc import Mapping
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import get_resolver

from declic.records.sources.writes import accept_all
from tests.house.test_doors import addresses
from tests.people import CLAIRE, OPERATOR
from tests.records.pact.invented import opened_small_pact
from tests.safety import double_clicks_of_committees, double_clicks_of_money, double_clicks_of_sheets
from tests.safety.tables import SESSIONS, told
from tests.web.clerks.invented import opened_sitting
from tests.web.pilots.invented import TEXT, draft_of, item_of
from tests.web.pilots.test_steering import finding_of, signatory_of


pytestmark = pytest.mark.django_db
SENT = {
    "read_document": ("/pilotage/lire/", {"text": TEXT + "\nEncore."}),
    "decide_item": ("/pilotage/documents/{draft}/relire/decider/", {"decision": "accepter:{item}:0"}),
    "edit_item": (
        "/pilotage/documents/{draft}/relire/valeurs/{item}/",
        {"name": "Brune AUBREPIN", "group": "Le Haut", "status": "present", "edition": "0"},
    ),
    "accept_all": ("/pilotage/documents/{draft}/relire/tout-accepter/", {"type": "membres"}),
    "apply_draft": ("/pilotage/documents/{accepted}/appliquer/", {}),
    "explain_finding": (
        "/pilotage/pactes/{slug}/anomalies/{finding}/",
        {"explanation": "Une faute de frappe.", "edition": "0"},
    ),
    "steering_measure": ("/pilotage/pactes/{slug}/mesures/10/", {"plain_title": "Jouer", "edition": "0"}),
    "record_validation": (
        "/pilotage/pactes/{slug}/signataires/{signatory}/",
        {"state": "validated", "reference": "n° 12", "edition": "0"},
    ),
    "switch_language": ("/langue/", {"language": "en", "next": "/"}),
    "check_text": ("/deliberations/verifier/", {"text": TEXT}),
    "file_acts": (
        "/deliberations/{sitting}/donnees-ouvertes/completer/",
        {"institution_name": "Grand Valmont", "siret": "12345678200010", "edition": "0"},
    ),
    **double_clicks_of_money.SENT,
    **double_clicks_of_committees.SENT,
    **double_clicks_of_sheets.SENT,
}
KEEPS_NOTHING = {
    "sign_in": "it opens a session, and one more session is not one more act",
    "sign_out": "it closes the session; a second press finds none",
}
ROOMS = ("declic.web.pilots", "declic.web.clerks", "declic.web.residents", "declic.web.design")


def names_of_forms() -> set[str]:
    """Give the name of every address of our rooms that takes a form."""
    return {
        str(pattern.name)
        for pattern in addresses()
        if "POST" in getattr(pattern.callback, "methods", ())
        and pattern.callback.__module__.startswith(ROOMS)
    }


def filled(fields: Mapping[str, Any], places: Mapping[str, object]) -> dict[str, Any]:
    """Give what a form sends, its places filled, its file a new one."""
    return {
        field.format(**places): SimpleUploadedFile("fichier.csv", value)
        if isinstance(value, bytes)
        else value.format(**places)
        if "{" in value
        else value
        for field, value in fields.items()
    }


@pytest.fixture
def places() -> dict[str, object]:
    slug = opened_small_pact()
    draft, accepted = draft_of(by=OPERATOR), draft_of(TEXT + "\n", by=OPERATOR)
    accept_all(accepted, by=OPERATOR)
    return {
        "slug": slug,
        "finding": finding_of(slug, message="L'axe 1 a deux noms."),
        "signatory": signatory_of(slug),
        "draft": draft,
        "accepted": accepted,
        "sitting": opened_sitting(),
        "item": item_of(draft, kind="member", viewer=OPERATOR).id,
    }


def test_every_form_of_the_site_is_sent_twice_here():
    assert get_resolver().url_patterns
    assert names_of_forms() - KEEPS_NOTHING.keys() == SENT.keys()
    assert all(len(reason) > 20 for reason in KEEPS_NOTHING.values())


@pytest.mark.parametrize("name", [*SENT, *double_clicks_of_committees.OTHER_ACTS])
def test_a_form_sent_twice_is_one_act(client: Client, claire, places, name):
    path, fields = {**SENT, **double_clicks_of_committees.OTHER_ACTS}[name]
    if name in double_clicks_of_money.SENT:
        places |= double_clicks_of_money.money_of(str(places["slug"]))
    if name.partition(":")[0] in double_clicks_of_committees.SENT:
        places |= double_clicks_of_committees.committees_of(str(places["slug"]))
    if name in double_clicks_of_sheets.SENT:
        places |= double_clicks_of_sheets.sheets_of(str(places["slug"]))
    address = path.format(**places)
    if name not in double_clicks_of_committees.SIGNED_OUT:
        client.login(username=CLAIRE.email, password=CLAIRE.password)
    before = told(but=SESSIONS)

    first = client.post(address, filled(fields, places))
    after_one = told(but=SESSIONS)
    second = client.post(address, filled(fields, places))

    assert claire.is_signed_in
    assert first.status_code < 400
    assert second.status_code == first.status_code
    assert second.headers.get("Location") == first.headers.get("Location")
    assert told(but=SESSIONS) == after_one
    assert (after_one != before) is (name not in {"switch_language", "check_text"})
