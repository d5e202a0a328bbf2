"""French until somebody chooses another language, and back to the page one was reading."""

import pytest


pytestmark = pytest.mark.django_db


def test_the_pages_are_in_french_whatever_the_browser_says(client):
    answer = client.get("/accessibilite/", headers={"accept-language": "en-GB,en;q=0.9"})

    assert '<html lang="fr">' in answer.content.decode()
    assert answer["Content-Language"] == "fr"


def test_the_switch_comes_back_to_the_same_page_in_english(client):
    answer = client.post("/langue/", {"language": "en", "next": "/accessibilite/?de=3"})
    page = client.get(answer["Location"])

    assert answer["Location"] == "/accessibilite/?de=3"
    assert '<html lang="en">' in page.content.decode()
    assert "Where we stand" in page.content.decode()


def test_the_choice_is_kept_in_one_cookie_that_no_script_reads(client):
    cookie = client.post("/langue/", {"language": "en", "next": "/"}).cookies["django_language"]

    assert cookie.value == "en"
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


@pytest.mark.parametrize("elsewhere", ["https://ailleurs.invalid/", "//ailleurs.invalid", "", "javascript:x"])
def test_the_switch_leads_nowhere_else(client, elsewhere):
    assert client.post("/langue/", {"language": "en", "next": elsewhere})["Location"] == "/"


def test_a_language_that_we_do_not_speak_changes_nothing(client):
    answer = client.post("/langue/", {"language": "xx", "next": "/"})

    assert answer.cookies == {}


def test_a_cookie_of_an_unknown_language_is_french(client):
    client.cookies["django_language"] = "../../etc"

    assert '<html lang="fr">' in client.get("/accessibilite/").content.decode()


def test_the_switch_is_only_posted(client):
    assert client.get("/langue/").status_code == 405
