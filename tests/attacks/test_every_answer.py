"""Every answer of the site, whoever asks and however: the strict headers on it, and nothing written by a reading."""

import pytest
from django.db import connection
from django.test import Client
from django.urls import path

from declic.config.urls import handler400, handler403, handler404, handler500, urlpatterns as ours
from declic.records.journal.models import Line
from declic.web.design.headers import NOTHING_RUNS, ON_EVERY_ANSWER
from declic.web.design.reading_only import ADDRESSES, OWN_ROWS, WriteWhileReadingError
from tests.attacks.crawling import EVERYBODY, WHO_TRIES, addresses, crawl, entered, let_go, patterns, town


pytestmark = pytest.mark.django_db
UNKNOWN_METHODS = ("PUT", "PATCH", "DELETE", "TRACE", "TRACK", "CONNECT", "INVENTED")
FILES = (
    "/static/design/declic.css",
    "/static/design/mark.svg",
    "/static/nothing.css",
    "/nowhere/",
    "/.git/config",
)


def undressed(answer) -> set[str]:
    """Name the strict headers that an answer lacks or weakens."""
    lacking = {name for name, value in ON_EVERY_ANSWER.items() if answer.headers.get(name) != value}
    if answer.headers.get("Content-Security-Policy") == NOTHING_RUNS:
        lacking.discard("Content-Security-Policy")
    return lacking


@pytest.mark.parametrize("who", WHO_TRIES)
def test_whoever_reads_every_page_bears_the_strict_headers_and_nothing_is_written(who):
    there = town()
    client = entered(EVERYBODY[who])
    lines = Line.objects.count()
    wrong = []

    for address, answer in crawl(client, start=[*addresses(there), *FILES]):
        if answer.status_code >= 500 or undressed(answer):
            wrong.append((address, answer.status_code, undressed(answer)))
        if who != "a visitor" and not address.startswith(("/static/", "/theme/")):
            assert answer.headers["Cache-Control"] == "no-store", address

    assert wrong == []
    assert Line.objects.count() == lines


@pytest.mark.parametrize("who", WHO_TRIES)
def test_whatever_the_method_the_strict_headers_are_there_and_nothing_breaks(who):
    there = town()
    client = entered(EVERYBODY[who], enforce_csrf_checks=True)
    wrong = []

    for address in [*addresses(there), *FILES]:
        for method in ("HEAD", "POST", "OPTIONS"):
            answer = client.generic(method, address)
            if answer.status_code >= 500 or undressed(answer):
                wrong.append((method, address, answer.status_code, undressed(answer)))
            let_go(answer)

    assert wrong == []


@pytest.mark.parametrize("method", UNKNOWN_METHODS)
def test_a_method_that_no_page_has_is_refused_everywhere(client, method):
    for address in [*addresses({"slug": "none"}), *FILES]:
        answer = client.generic(method, address)

        assert answer.status_code == 405, address
        assert undressed(answer) == set()


def test_every_post_without_its_token_is_refused_but_the_choice_of_a_language():
    """The one that passes changes nothing but the language of who sends it, and asks where the form stood."""
    there = town()
    passed = set()
    for who in EVERYBODY.values():
        client = entered(who, enforce_csrf_checks=True)
        for address in addresses(there):
            if client.post(address, {"next": "/"}).status_code != 403:
                passed.add(address)

    assert passed == {"/langue/"}


@pytest.mark.parametrize(
    "told",
    [
        {"origin": "https://elsewhere.invalid"},
        {"origin": "null"},
        {"origin": "http://testserver.elsewhere.invalid"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_form_of_another_site_does_not_change_the_language(client, told):
    answer = client.post("/langue/", {"language": "en", "next": "/"}, headers=told)

    assert answer.status_code == 403
    assert "django_language" not in answer.cookies


def test_our_own_form_changes_the_language(client):
    told = {"origin": "http://testserver", "sec-fetch-site": "same-origin"}

    assert client.post("/langue/", {"language": "en", "next": "/"}, headers=told).status_code == 302


@pytest.mark.parametrize(
    ("status", "ask"),
    [
        (400, lambda client: client.get("/", headers={"host": "elsewhere.invalid"})),
        (400, lambda client: client.get("/?a=%00")),
        (403, lambda client: client.post("/connexion/", {})),
        (404, lambda client: client.get("/deliberations/99999999999999999999/")),
        (404, lambda client: client.get("/pactes/%00/")),
        (405, lambda client: client.generic("TRACE", "/")),
        (413, lambda client: client.post("/pilotage/lire/", {"text": "a" * 1_000_001})),
    ],
)
def test_an_error_is_one_sentence_in_french_with_the_strict_headers(status, ask):
    answer = ask(Client(enforce_csrf_checks=True))

    assert answer.status_code == status
    assert undressed(answer) == set()
    assert '<html lang="fr">' in answer.content.decode()
    assert answer.content.decode().count('<p class="lead">') == 1


def writing_page(_request):
    connection.cursor().execute("UPDATE accounts_user SET name = 'nobody'")


def writing_after_a_name(_request):
    connection.cursor().execute(
        "WITH one AS (SELECT 1) INSERT INTO journal_line (verb) SELECT 'forged' FROM one"
    )


urlpatterns = [*ours, path("writes/", writing_page), path("writes-behind-a-name/", writing_after_a_name)]
__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


@pytest.mark.urls(__name__)
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
@pytest.mark.parametrize("address", ["/writes/", "/writes-behind-a-name/"])
def test_a_page_that_would_write_when_it_is_read_is_refused(client, method, address):
    with pytest.raises(WriteWhileReadingError):
        client.generic(method, address)


@pytest.mark.urls(__name__)
def test_what_it_would_have_written_is_not(claire, client):
    with pytest.raises(WriteWhileReadingError):
        client.get("/writes/")

    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM accounts_user WHERE id = %s", [claire.user_id])
        assert cursor.fetchone() == ("Claire",)


@pytest.mark.urls(__name__)
def test_who_reads_it_sees_an_error_with_the_strict_headers():
    answer = Client(raise_request_exception=False).get("/writes/")

    assert answer.status_code == 500
    assert undressed(answer) == set()


def test_each_exception_to_reading_only_says_why_and_exists():
    names = {name for _address, name in patterns()}
    tables = set(connection.introspection.table_names())

    assert set(OWN_ROWS) <= tables
    assert set(ADDRESSES) <= names
    assert all(len(reason) > 20 for reason in (*OWN_ROWS.values(), *ADDRESSES.values())), (
        "a reason is a sentence"
    )
