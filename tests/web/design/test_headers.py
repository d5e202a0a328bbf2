"""What every answer says to the browser, whoever asks and whatever comes back."""

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from declic.web.design.headers import CONTENT_SECURITY_POLICY, StrictHeaders
from tests.people import CLAIRE


PAGES = ("/", "/composants/", "/connexion/", "/nulle-part/", "/static/design/declic.css", "/static/rien.css")


@pytest.mark.django_db
@pytest.mark.parametrize("address", PAGES)
def test_every_answer_bears_the_strict_headers(client, address):
    answer = client.get(address)

    assert answer["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
    assert "geolocation=()" in answer["Permissions-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    answer.close()


def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere():
    assert "unsafe" not in CONTENT_SECURITY_POLICY
    assert "http" not in CONTENT_SECURITY_POLICY
    assert CONTENT_SECURITY_POLICY.startswith("default-src 'self';")


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/composants/", "/accessibilite/", "/nulle-part/"])
def test_a_visitor_who_reads_is_given_no_cookie(client, address):
    answer = client.get(address)

    assert answer.cookies == {}
    assert "no-store" not in answer.get("Cache-Control", "")


def test_what_somebody_signed_in_reads_is_kept_nowhere(claire, client):
    assert claire.is_signed_in
    client.login(username=CLAIRE.email, password=CLAIRE.password)

    assert client.get("/a-propos/")["Cache-Control"] == "no-store"
    assert client.get("/nulle-part/")["Cache-Control"] == "no-store"


def test_a_static_file_may_be_kept_even_by_who_is_signed_in(claire, client):
    assert claire.is_signed_in
    client.login(username=CLAIRE.email, password=CLAIRE.password)

    answer = client.get("/static/design/declic.css")

    assert answer["Cache-Control"] != "no-store"
    answer.close()


def test_an_error_that_we_did_not_foresee_bears_them_too(monkeypatch):
    client = Client(raise_request_exception=False)
    monkeypatch.setattr("declic.web.design.views.TextPage", None)

    answer = client.get("/a-propos/")

    assert answer.status_code == 500
    assert answer["Content-Security-Policy"] == CONTENT_SECURITY_POLICY


def test_the_policy_replaces_a_weaker_one():
    def weak(_request):
        return HttpResponse(headers={"Content-Security-Policy": "default-src *"})

    answer = StrictHeaders(weak)(RequestFactory().get("/"))

    assert answer["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
