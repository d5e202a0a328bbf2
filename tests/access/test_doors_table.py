"""The table of doors, written by hand (doors.csv): who gets what at each address by each method, tried for real."""

from itertools import groupby
from typing import Any

import pytest
from django.db import connection, transaction

from tests.access.addresses import METHODS, Triple, address_of, decided_triples, named_addresses
from tests.access.populated import ROLES, Populated, populated


TRIPLES = sorted(decided_triples(), key=lambda one: (one.name, one.on))
PAGES = {page: list(lines) for page, lines in groupby(TRIPLES, key=lambda one: (one.name, one.on))}
SENT = {
    "decide_item": lambda places: {"decision": f"accepter:{places['item_id']}"},
    "explain_finding": lambda _places: {"explanation": "Deux noms d'un même axe."},
    "steering_measure": lambda _places: {"plain_title": "Une ludothèque"},
    "review_value": lambda _places: {"end_on": "2024-03-31", "decision": "approve"},
}
"""What a form must hold for its page to be judged by its door alone; the others are sent empty."""


@pytest.fixture(scope="module")
def site(django_db_setup: None, django_db_blocker: Any) -> Any:  # noqa: ARG001
    """The populated site, built once, and taken back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield populated()
        transaction.set_rollback(True)


def what_is_got(answer: Any, *, method: str) -> str:
    """Say in the words of the table what somebody got."""
    if answer.status_code == 302 and answer["Location"].startswith("/connexion/?next="):
        return "sign-in"
    if answer.status_code == 302 and answer["Location"].startswith("/confirmer/?next="):
        return "confirm"
    if method == "POST" and answer.status_code in {200, 302, 422}:
        return "act"
    return str(answer.status_code)


def tried(triple: Triple, *, site: Populated) -> str:
    places = site.places.get(triple.on, {})
    data = SENT[triple.name](places) if triple.name in SENT else None
    address = address_of(triple.name, triple.on, site.places)
    with transaction.atomic():
        answer = site.browsers[triple.role].ask(triple.method, address, data)
        transaction.set_rollback(True)
    return what_is_got(answer, method=triple.method)


def test_every_address_is_in_the_table_and_the_table_names_no_other():
    known, decided = set(named_addresses()), {triple.name for triple in TRIPLES}

    assert sorted(known - decided) == [], "decide in tests/access/doors.csv who may enter these addresses"
    assert sorted(decided - known) == [], "these addresses are gone: take them out of tests/access/doors.csv"


def test_every_page_decides_every_method_once_for_every_role():
    wanted = sorted((method, role) for method in METHODS for role in ROLES)
    undecided = [
        page for page, lines in PAGES.items() if sorted((one.method, one.role) for one in lines) != wanted
    ]

    assert undecided == [], "each page has one cell for each method and role"
    assert {one.decided for one in TRIPLES} <= {
        "200",
        "302",
        "404",
        "405",
        "409",
        "act",
        "sign-in",
        "confirm",
    }


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="doors are decided above the database: tried once")
@pytest.mark.parametrize("door", PAGES, ids=" ".join)
def test_a_door_opens_as_the_table_says(site, door):
    got = {(one.method, one.role): tried(one, site=site) for one in PAGES[door]}

    assert got == {(one.method, one.role): one.decided for one in PAGES[door]}
