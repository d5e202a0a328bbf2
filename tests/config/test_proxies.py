"""What proxies report is believed for as many as are trusted, and thrown away otherwise."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from declic.config.environment import WrongEnvironmentError, read_environment
from declic.config.proxies import BehindProxies


PROXY, VISITOR, LIE = "127.0.0.1", "203.0.113.7", "198.51.100.9"


def seen(settings, *, trusted, **headers):
    """The request as the site sees it."""
    settings.TRUSTED_PROXIES = trusted
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if trusted else None
    request = RequestFactory().get("/", REMOTE_ADDR=PROXY, headers=headers)
    BehindProxies(lambda _request: HttpResponse())(request)
    return request


@pytest.mark.parametrize(
    ("trusted", "written", "machine"),
    [
        (0, VISITOR, PROXY),
        (1, VISITOR, VISITOR),
        (1, f"{LIE}, {VISITOR}", VISITOR),
        (2, f"{LIE}, {VISITOR}, 10.0.0.2", VISITOR),
        (2, VISITOR, PROXY),
        (1, "2001:db8::7", "2001:db8::7"),
        (1, "unknown", PROXY),
        (1, "", PROXY),
        (1, f"{VISITOR},", PROXY),
        (1, f"{VISITOR}; drop", PROXY),
    ],
)
def test_the_machine_is_the_one_that_the_first_trusted_proxy_saw(settings, trusted, written, machine):
    request = seen(settings, trusted=trusted, **{"X-Forwarded-For": written})

    assert request.META["REMOTE_ADDR"] == machine
    assert "HTTP_X_FORWARDED_FOR" not in request.META


@pytest.mark.parametrize(
    ("trusted", "written", "is_secure"),
    [
        (0, "https", False),
        (1, "https", True),
        (1, "http", False),
        (1, "https, http", False),
        (2, "https", True),
    ],
)
def test_https_is_believed_from_a_trusted_proxy_only(settings, trusted, written, is_secure):
    assert seen(settings, trusted=trusted, **{"X-Forwarded-Proto": written}).is_secure() is is_secure


@pytest.mark.parametrize("trusted", [0, 1])
def test_nothing_else_that_is_reported_goes_through(settings, trusted):
    told = dict.fromkeys(("X-Forwarded-Host", "X-Forwarded-Port", "X-Real-IP", "Forwarded"), LIE)

    request = seen(settings, trusted=trusted, **told)

    assert [name for name, value in request.META.items() if value == LIE] == []


def environment(folder, **variables):
    return read_environment({"DECLIC_DATA": str(folder), **variables})


def test_a_site_reached_by_https_stands_behind_a_proxy(tmp_path):
    assert environment(tmp_path).trusted_proxies == 0
    assert environment(tmp_path, DECLIC_HTTPS="yes").trusted_proxies == 1
    assert environment(tmp_path, DECLIC_HTTPS="yes", DECLIC_TRUSTED_PROXIES="2").trusted_proxies == 2


@pytest.mark.parametrize(
    "variables",
    [
        {"DECLIC_TRUSTED_PROXIES": "-1"},
        {"DECLIC_TRUSTED_PROXIES": "all"},
        {"DECLIC_TRUSTED_PROXIES": "0", "DECLIC_HTTPS": "yes"},
    ],
)
def test_a_number_of_proxies_that_cannot_be_is_refused(tmp_path, variables):
    with pytest.raises(WrongEnvironmentError, match="DECLIC_TRUSTED_PROXIES"):
        environment(tmp_path, **variables)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DECLIC_WORKERS", "0"),
        ("DECLIC_WORKERS", "many"),
        ("DECLIC_THREADS", "1000"),
        ("DECLIC_THREADS", "²"),
        ("DECLIC_LOG", "everything"),
    ],
)
def test_a_value_that_cannot_be_is_said_with_its_name(tmp_path, name, value):
    with pytest.raises(WrongEnvironmentError, match=name):
        environment(tmp_path, **{name: value})
