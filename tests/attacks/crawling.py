"""A small invented town, everyone who may look at it, and every address of the site filled with what is there."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from django.db import connection
from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.regex_helper import normalize

from declic.records.accounts.models import User
from tests import people
from tests.people import OPERATOR, Person, signed_up
from tests.records.pact.invented import opened_small_pact
from tests.web.clerks.invented import opened_sitting
from tests.web.pilots.invented import draft_of, item_of
from tests.web.pilots.test_steering import finding_of, signatory_of


EVERYBODY: dict[str, Person | None] = {
    "a visitor": None,
    **{one.name: one for one in vars(people).values() if isinstance(one, Person)},
}
WHO_SEES_MOST = ("a visitor", "Claire")
WHO_TRIES = tuple(EVERYBODY) if connection.vendor == "sqlite" else WHO_SEES_MOST
"""Doors and headers are above the database: everybody tries them once, who sees most tries them on the second one."""

LINK = re.compile(r'(?:href|src)="(/[^"#]*)')
MOST_PAGES = 250
NUMBERS = re.compile(r"\d+")


def town() -> dict[str, object]:
    """Open a pact, a sitting and a draft, and give what the addresses name."""
    slug = opened_small_pact()
    sitting_id = opened_sitting()
    draft = draft_of(by=OPERATOR)
    return {
        "slug": slug,
        "part": "presentation",
        "sitting_id": sitting_id,
        "version_id": 1,
        "number": "10",
        "draft_id": draft,
        "item_id": item_of(draft, kind="member", viewer=OPERATOR).id,
        "finding_id": finding_of(slug, message="L'axe 1 a deux noms."),
        "signatory_id": signatory_of(slug),
    }


def patterns() -> Iterator[tuple[str, str]]:
    """Give every address of the site as a format, with its name."""

    def walk(found: list[URLPattern | URLResolver], prefix: str) -> Iterator[tuple[str, str]]:
        for pattern in found:
            # `normalize` gives the ways that a regular expression may be written; the first is enough
            address = prefix + normalize(pattern.pattern.regex.pattern)[0][0]
            if isinstance(pattern, URLResolver):
                yield from walk(pattern.url_patterns, address)
            else:
                yield address.replace("\\Z", ""), str(pattern.name)

    yield from walk(get_resolver().url_patterns, "/")


class Filled(dict[str, Any]):
    """What the addresses name; what is not in the town is called 1."""

    def __missing__(self, name: str) -> str:
        return "1"


def addresses(there: dict[str, object]) -> list[str]:
    """Fill every address with what is there."""
    return [address % Filled(there) for address, _name in patterns()]


def entered(person: Person | None, **options: Any) -> Client:
    """Give a browser in which somebody is signed in, or nobody."""
    client = Client(raise_request_exception=False, **options)
    if person is not None:
        user = User.objects.filter(email=person.email).first()
        if user is None:
            signed_up(person)
            user = User.objects.get(email=person.email)
        client.force_login(user)
    return client


def crawl(client: Client, *, start: list[str]) -> Iterator[tuple[str, HttpResponseBase]]:
    """Ask for these addresses, then for what their pages lead to, one of each shape, so that it ends."""
    waiting, seen = list(start), {_shape(path) for path in start}
    asked = 0
    while waiting and asked < MOST_PAGES:
        path = waiting.pop(0)
        answer = client.get(path)
        asked += 1
        yield path, answer
        for found in _links(answer):
            if _shape(found) not in seen:
                seen.add(_shape(found))
                waiting.append(found)
        let_go(answer)


def let_go(answer: HttpResponseBase) -> None:
    """
    Read an answer to its end, which closes the file behind it.

    Django's client closed the others already; `close()` here would end the test's transaction on PostgreSQL.
    """
    if answer.streaming:
        b"".join(answer.streaming_content)  # type: ignore[attr-defined]


def _links(answer: HttpResponseBase) -> list[str]:
    if answer.streaming or "html" not in answer.get("Content-Type", ""):
        return []
    return [unescape(link) for link in LINK.findall(answer.content.decode())]  # type: ignore[attr-defined]


def _shape(path: str) -> str:
    """Two addresses that differ by their numbers alone lead to pages of one kind."""
    return path if "?" not in path else NUMBERS.sub("0", path)
