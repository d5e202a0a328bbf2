"""Requests that no page of the site makes: each ends in a page with its sentence, never in a fault, never elsewhere."""

import re
from urllib.parse import unquote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import Resolver404, resolve
from hypothesis import HealthCheck, given, settings as laws, strategies as some

from declic.web.design.knocks import LARGEST_BODY_BYTES, SMALL_BODY_BYTES
from tests.attacks.crawling import EVERYBODY, WHO_SEES_MOST, Filled, entered, patterns, town
from tests.people import CLAIRE


pytestmark = pytest.mark.django_db
ELSEWHERE = (
    "//elsewhere.invalid",
    "///elsewhere.invalid",
    "/\\elsewhere.invalid",
    "\\\\elsewhere.invalid",
    "https:elsewhere.invalid",
    "https:///elsewhere.invalid",
    "http://testserver@elsewhere.invalid/",
    "http://testserver.elsewhere.invalid/",
    "javascript:alert(1)",
    "data:text/html,x",
    "\t//elsewhere.invalid",
    "/\t/elsewhere.invalid",
    "http://[",
)
ODD_NUMBERS = (
    "0",
    "-1",
    "+1",
    "1.0",
    "1e3",
    "٣",
    "9" * 19,
    "9" * 20,
    "9" * 4500,
    "0x1",
    "1%00",
    "%C3%28",
    "1;",
    " ",
)
ODD_WORDS = (
    "%00",
    "%C3%28",
    "%ED%A0%80",
    "..%2f..",
    "a" * 3000,
    "%F0%9F%92%A9",
    "%E2%80%AE",
    "%25",
    "{{7*7}}",
    "%0d%0aX:1",
)
NEXT = re.compile(r'name="next"\s+value="([^"]*)"')
OURS = re.compile(r"/(?![/\\\s])|$")
PARAMETERS = ("de", "a", "partie", "axe", "type", "page", "question", "membre", "groupe", "etat", "next", "q")


@pytest.mark.parametrize("where", ELSEWHERE)
@pytest.mark.parametrize("address", ["/connexion/", "/langue/"])
def test_no_form_leads_to_another_site(client, address, where):
    answer = client.post(address, {"next": where, "language": "fr"})
    shown = client.get("/connexion/", {"next": where})

    if answer.status_code == 302:
        assert answer["Location"] == "/"
    assert [kept for kept in NEXT.findall(shown.content.decode()) if not OURS.match(kept)] == []


def test_a_line_end_in_an_address_adds_no_header(client):
    answer = client.post("/langue/", {"next": "/\r\nX-Forged: yes", "language": "fr"})

    assert "X-Forged" not in answer.headers
    assert "\n" not in answer["Location"]


@pytest.mark.parametrize("who", WHO_SEES_MOST)
def test_an_odd_number_or_word_in_an_address_is_a_page_that_does_not_exist(who):
    there, client = town(), entered(EVERYBODY[who])
    broken = []
    for odd, addresses in odd_addresses(there).items():
        for asked in addresses:
            status = client.get(asked).status_code
            if status >= 500 or (status == 200 and odd not in {"0", "1;", "{{7*7}}"}):
                broken.append((asked[:120], status))

    assert broken == []


def odd_addresses(there: dict[str, object]) -> dict[str, list[str]]:
    """
    Give, by odd part, each address with it that some page answers, and the first one that none does.

    An address that leads to no page gets the one answer of every such address, whatever it is.
    """
    found: dict[str, list[str]] = {}
    for odd in (*ODD_NUMBERS, *ODD_WORDS):
        filled = [
            address % Filled({**there, parameter: odd})
            for address, _name in patterns()
            for parameter in there
            if f"%({parameter})s" in address
        ]
        found[odd] = [*[asked for asked in filled if leads_somewhere(asked)], *filled[:1]]
    return found


def leads_somewhere(asked: str) -> bool:
    try:
        resolve(unquote(asked))
    except Resolver404:
        return False
    return True


@pytest.mark.long
@pytest.mark.parametrize("who", WHO_SEES_MOST)
def test_odd_parameters_break_no_page(who):
    there, client = town(), entered(EVERYBODY[who])
    broken = []
    for address in [address % Filled(there) for address, _name in patterns()]:
        if client.get(address).headers.get("Location", "").startswith("/connexion/"):
            continue  # a closed door is closed before anything of the address is read
        for odd in (
            "",
            "-1",
            "9" * 30,
            "٣",
            "%C3%28",
            "%ED%A0%80",
            "%00",
            "<script>",
            "a" * 2000,
            "[]",
            "../..",
        ):
            query = "&".join(f"{name}={odd}&{name}=2" for name in PARAMETERS)
            status = client.get(f"{address}?{query}").status_code
            if status >= 500:
                broken.append((address, odd[:20], status))

    assert broken == []


@pytest.mark.parametrize("cookie", ["sessionid", "csrftoken", "django_language", "messages"])
@pytest.mark.parametrize("value", ['"\\000abcdefgh"', "a" * 5000, "\xff\xfe", '"', "..%2f", "{}"])
def test_an_odd_cookie_breaks_no_page(cookie, value):
    client = Client(headers={"cookie": f"{cookie}={value}"})

    assert client.get("/connexion/").status_code in {200, 400}
    assert client.post("/langue/", {"language": "en"}).status_code in {302, 400}


@laws(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=some.binary(max_size=400), kind=some.sampled_from(["form", "multipart", "json", "odd"]))
def test_any_body_is_answered(client, body, kind):
    types = {
        "form": "application/x-www-form-urlencoded",
        "multipart": "multipart/form-data; boundary=b",
        "json": "application/json",
        "odd": "text/plain; charset=\u00e9",
    }

    answer = client.generic("POST", "/langue/", b"--b\r\n" + body, content_type=types[kind])

    assert answer.status_code in {302, 400}


def test_more_fields_or_files_than_a_form_has_are_refused_in_one_sentence():
    client = Client()
    fields = client.post("/langue/", "a=1&" * 1001, content_type="application/x-www-form-urlencoded")
    files = client.post("/langue/", {f"f{n}": SimpleUploadedFile("a", b"") for n in range(101)})

    for answer in (fields, files):
        assert answer.status_code == 400
        assert "Rien n'a été enregistré." in answer.content.decode().replace("&#x27;", "'").replace("’", "'")


def test_a_visitor_sends_no_large_body_even_where_documents_are_taken():
    answer = Client().post("/pilotage/lire/", {"text": "a" * SMALL_BODY_BYTES})

    assert answer.status_code == 413


def test_somebody_signed_in_sends_a_large_body_only_where_documents_are_taken(claire, client):
    assert claire.is_signed_in
    client.login(username=CLAIRE.email, password=CLAIRE.password)

    assert client.post("/langue/", {"text": "a" * SMALL_BODY_BYTES}).status_code == 413
    both = {"text": "a" * SMALL_BODY_BYTES, "file": SimpleUploadedFile("a.txt", b"a")}
    assert client.post("/deliberations/verifier/", both).status_code == 422


@pytest.mark.parametrize("length", [str(LARGEST_BODY_BYTES + 1), "9" * 40, "-1", "a"])
def test_a_body_that_announces_too_much_is_not_read(claire, client, length):
    assert claire.is_signed_in
    client.login(username=CLAIRE.email, password=CLAIRE.password)

    assert client.post("/pilotage/lire/", {"text": "a"}, CONTENT_LENGTH=length).status_code == 413


@pytest.mark.parametrize(
    "path",
    [
        "/static/../declic.sqlite3",
        "/static/%2e%2e/secret_key",
        "/static//etc/passwd",
        "/static/..%5c..%5csecret_key",
    ],
)
def test_no_path_leads_out_of_the_static_files(client, path):
    assert client.get(path).status_code == 404
