"""Gestures of people at the door: typing a password, asking for a code, reading a letter, showing a second factor."""

import re
import time
from typing import Any

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.test import Client

from tests.people import Person


FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def sign_in(client: Client, person: Person, *, password: str | None = None, **more: Any) -> Any:
    return client.post(
        "/connexion/", {"login": person.email, "password": password or person.password}, **more
    )


def signed_in(person: Person, **headers: Any) -> Client:
    """A browser in which this person has signed in by the form."""
    client = Client(headers={"user-agent": FIREFOX, **headers})
    assert sign_in(client, person).status_code == 302
    assert is_signed_in(client, person)
    return client


def is_signed_in(client: Client, person: Person) -> bool:
    return person.name in client.get("/a-propos/").content.decode()


def ask_for_code(client: Client, email: str) -> Any:
    return client.post("/connexion/", {"login": email, "way": "code"})


def code_of_letter() -> str:
    found = re.search(r"^    (\S+)$", str(mail.outbox[-1].body), re.MULTILINE)
    assert found is not None
    return found[1]


def add_app(client: Client) -> str:
    """Add an app of codes, and give its key."""
    page = client.get("/mon-compte/application/").content.decode()
    found = re.search(r'<code class="key">([A-Z2-7 ]+)</code>', page)
    assert found is not None, page
    key = found[1].replace(" ", "")
    answer = client.post("/mon-compte/application/", {"code": shown(key)})
    assert answer["Location"] == "/mon-compte/codes/", answer.content.decode()
    return key


def shown(key: str, *, half_minutes: int = 0) -> str:
    """What the app shows now, or some half minutes from now."""
    return format_hotp_value(hotp_value(key, int(time.time()) // 30 + half_minutes))


def text_of(answer: Any) -> str:
    text: str = answer.content.decode()
    return text
