"""Behind https, cookies and headers are strict: what the installation says is what the browser is told."""

import json
import subprocess
import sys

import pytest

from tests.empty_site import ready, surroundings


ASK = """
import json, django
django.setup()
from django.conf import settings
from django.test import Client
settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
from declic.records.accounts.writes import create_account
from declic.records.accounts.viewers import OPERATOR
from declic.records.accounts.models import User
number = create_account("nora@demo.invalid", name="Nora", password="nora-garde-les-portes", by=OPERATOR)
client = Client(headers={"host": "localhost"}, raise_request_exception=False)
seen = {}
def look(name, answer):
    seen[name] = {
        "status": answer.status_code,
        "headers": dict(answer.headers),
        "cookies": {key: {word: kept[word] for word in ("secure", "httponly", "samesite", "path", "domain")}
                    for key, kept in answer.cookies.items()},
    }
look("plain", client.get("/a-propos/"))
look("page", client.get("/a-propos/", secure=True))
look("unknown", client.get("/nowhere/", secure=True))
look("form", client.get("/connexion/", secure=True))
look("language", client.post("/langue/", {"language": "en", "next": "/"}, secure=True))
look("robots", client.get("/robots.txt", secure=True))
look("security", client.get("/.well-known/security.txt", secure=True))
seen["security"]["text"] = client.get("/.well-known/security.txt", secure=True).content.decode()
client.force_login(User.objects.get(pk=number))
settings.SESSION_SAVE_EVERY_REQUEST = True  # the page gives the cookie again, as signing in gives it
look("signed in", client.get("/a-propos/", secure=True))
print(json.dumps(seen))
"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """What a site that is reached by https answers, in a process of its own."""
    data = ready(tmp_path_factory.mktemp("https"))
    told = subprocess.run(
        [sys.executable, "-c", ASK],
        env=surroundings(
            data,
            DECLIC_HTTPS="yes",
            DECLIC_SECURITY_CONTACT="mailto:securite@demo.invalid",
            DJANGO_SETTINGS_MODULE="declic.config.settings",
            PYTHONWARNINGS="default",
        ),
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr[-2000:]
    return json.loads(told.stdout.splitlines()[-1])


PAGES = ("plain", "page", "unknown", "form", "language", "robots", "security", "signed in")


@pytest.mark.parametrize("name", PAGES)
def test_every_answer_asks_for_https_for_a_year_and_more(seen, name):
    headers = seen[name]["headers"]

    seconds = int(headers["Strict-Transport-Security"].split(";")[0].removeprefix("max-age="))
    assert seconds >= 365 * 24 * 3600
    assert "includeSubDomains" in headers["Strict-Transport-Security"]
    assert headers["Content-Security-Policy"].endswith("; upgrade-insecure-requests")
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_who_comes_by_http_is_led_to_https(seen):
    assert seen["plain"]["status"] == 301
    assert seen["plain"]["headers"]["Location"].startswith("https://localhost/")


@pytest.mark.parametrize(
    ("place", "name"),
    [("signed in", "__Host-session"), ("form", "__Host-csrf"), ("language", "__Host-language")],
)
def test_every_cookie_is_of_this_host_alone_sent_by_https_alone_and_read_by_no_script(seen, place, name):
    kept = seen[place]["cookies"]

    assert all(given.startswith("__Host-") for given in kept)
    assert kept[name] == {"secure": True, "httponly": True, "samesite": "Lax", "path": "/", "domain": ""}


def test_a_page_that_gives_a_cookie_or_is_for_one_person_is_kept_nowhere(seen):
    for name in ("form", "language", "signed in"):
        assert seen[name]["headers"]["Cache-Control"] == "no-store"


def test_where_to_report_a_weakness_is_said_and_ends(seen):
    text = seen["security"]["text"]

    assert seen["security"]["headers"]["Content-Type"] == "text/plain; charset=utf-8"
    assert "Contact: mailto:securite@demo.invalid\n" in text
    assert "Canonical: https://localhost/.well-known/security.txt\n" in text
    assert "Expires: 2" in text
