"""Each answer has its number and leaves one line of log; nothing that a visitor sent is ever in it."""

import contextlib
import io
import json
import logging
import logging.config
import secrets
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from declic.config.logs import log_settings
from tests.people import CLAIRE


class Log:
    """The log as the site writes it."""

    def __init__(self) -> None:
        self.written = io.StringIO()

    def open(self, *, requests: bool) -> None:
        with contextlib.redirect_stderr(self.written):
            logging.config.dictConfig(log_settings(requests=requests))

    def __call__(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.written.getvalue().splitlines()]


@pytest.fixture
def lines() -> Iterator[Log]:
    log = Log()
    log.open(requests=True)
    yield log
    logging.config.dictConfig(log_settings(requests=False))


def of_form(fields: dict[str, object]) -> bytes:
    return encode_multipart(BOUNDARY, fields)


@pytest.mark.django_db
def test_a_request_leaves_one_line_of_json_with_the_pattern_of_its_address(client, lines):
    answer = client.get("/pactes/418/?recherche=rien")

    (line,) = lines()
    assert line["time"].endswith("Z")
    assert (line["level"], line["event"]) == ("info", "request")
    assert (line["method"], line["status"]) == ("GET", 404)
    assert line["address"] == "/pactes/<slug:slug>/"
    assert line["ms"] >= 0
    assert line["id"] == answer["X-Request-ID"]
    assert set(line) == {"time", "level", "event", "id", "method", "address", "status", "ms"}


@pytest.mark.django_db
def test_two_requests_never_have_the_same_number_nor_one_that_was_sent(client):
    first = client.get("/a-propos/", headers={"X-Request-ID": "chosen"})["X-Request-ID"]
    style = client.get("/static/design/declic.css")

    assert len({"chosen", first, style["X-Request-ID"]}) == 3
    style.close()


@pytest.mark.django_db
def test_an_unforeseen_error_is_logged_once_and_its_page_gives_the_number_to_quote(lines, monkeypatch):
    secret = secrets.token_hex(8)

    def broken(*_words):
        try:
            int(f"{secret}@demo.invalid")
        except ValueError as error:
            raise IntegrityError(f"Key (email)=({secret}@demo.invalid) already exists.") from error

    monkeypatch.setattr("declic.web.design.views.TextPage", broken)

    answer = Client(raise_request_exception=False).get(f"/a-propos/?{secret}={secret}")

    fault, request = lines()
    assert (fault["level"], fault["event"]) == ("error", "unforeseen error")
    assert fault["error"] == ["django.db.utils.IntegrityError", "ValueError"]
    assert fault["at"][-1].endswith(" broken")
    assert fault["address"] == request["address"] == "/a-propos/"
    assert request["status"] == answer.status_code == 500
    assert fault["id"] == request["id"] == answer["X-Request-ID"]
    assert f"<strong>{fault['id']}</strong>" in answer.content.decode()
    assert secret not in json.dumps(lines())


def test_a_fault_of_the_error_page_itself_is_logged_without_its_words(lines):
    secret = secrets.token_hex(8)

    try:
        int(secret + "x")
    except ValueError:
        logging.getLogger("some.library").exception("cannot send to %s", secret)
    logging.getLogger("django.security.csrf").warning("Forbidden (%s): /x/", secret)

    first, second = lines()
    assert (first["event"], first["error"]) == ("some.library", ["ValueError"])
    assert second["event"] == "django.security.csrf"
    assert secret not in json.dumps(lines())


ADDRESSES = (
    "/",
    "/connexion/",
    "/deconnexion/",
    "/langue/",
    "/pactes/1/",
    "/pilotage/",
    "/deliberations/",
    "/nulle-part/{}/",
    "/pactes/{}/",
    "/static/{}.css",
    "/%00{}",
    "//{}@elsewhere.invalid/",
)


@pytest.mark.django_db
def test_nothing_that_a_visitor_sends_is_ever_in_the_log(claire, lines):
    """A token in each place where a request holds something: none comes out, whatever the answer."""
    assert claire.is_signed_in
    sent: set[str] = set()

    def token() -> str:
        sent.add(fresh := secrets.token_hex(8))
        return fresh

    client = Client(raise_request_exception=False)
    for signed_in in (False, True):
        if signed_in:
            client.login(username=CLAIRE.email, password=CLAIRE.password)
        for address in ADDRESSES:
            for method in ("GET", "HEAD", "POST", "PUT", "DELETE", "TRACE", "OPTIONS", token().upper()):
                client.cookies["language"] = token()
                form: dict[str, object] = {
                    "email": f"{token()}@demo.invalid",
                    "password": token(),
                    "next": token(),
                    token(): "x",
                }
                form["file"] = SimpleUploadedFile(f"{token()}.txt", token().encode())
                client.generic(
                    method,
                    address.format(token()) + f"?q={token()}&{token()}",
                    *((of_form(form), MULTIPART_CONTENT) if method == "POST" else ()),
                    headers={
                        "Host": f"{token()}.invalid" if method == "OPTIONS" else "testserver",
                        "User-Agent": token(),
                        "Referer": f"https://{token()}.invalid/{token()}",
                        "X-Forwarded-For": token(),
                        "X-Request-ID": token(),
                        "Authorization": f"Bearer {token()}",
                        "Accept-Language": token(),
                        "X-Method": token(),
                    },
                    REMOTE_ADDR="203.0.113.77",
                    REMOTE_USER=token(),
                )

    log = json.dumps(lines()).lower()
    assert len(lines()) >= len(ADDRESSES) * 16
    assert len(sent) > 2000
    assert {one for one in sent if one in log} == set()
    assert "203.0.113.77" not in log
    assert CLAIRE.email not in log
    assert CLAIRE.name.lower() not in log


@pytest.mark.django_db
def test_only_what_goes_wrong_is_written_when_the_requests_are_not_asked_for(client, lines, monkeypatch):
    lines.open(requests=False)
    client.get("/a-propos/")
    assert lines() == []

    monkeypatch.setattr("declic.web.design.views.TextPage", None)
    Client(raise_request_exception=False).get("/a-propos/")

    assert [line["event"] for line in lines()] == ["unforeseen error"]
