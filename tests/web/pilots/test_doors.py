"""Who may open each page of the pilots, by which method: everyone is tried at every door."""

import re

import pytest
from django.test import Client

from tests.people import CLAIRE, JEANNE, OPERATOR, Person
from tests.records.pact.invented import opened_small_pact
from tests.web.pilots.invented import draft_of, item_of
from tests.web.pilots.test_steering import finding_of, signatory_of


pytestmark = pytest.mark.django_db
OF_REVIEWERS = {
    "lire/": ("GET", "POST"),
    "documents/{draft}/relire/": ("GET",),
    "documents/{draft}/relire/decider/": ("POST",),
    "documents/{draft}/relire/valeurs/{item}/": ("GET", "POST"),
    "documents/{draft}/relire/tout-accepter/": ("POST",),
    "documents/{draft}/appliquer/": ("GET", "POST"),
}
OF_PILOTS = {
    "": ("GET",),
    "pactes/{slug}/": ("GET",),
    "pactes/{slug}/anomalies/": ("GET",),
    "pactes/{slug}/anomalies/{finding}/": ("POST",),
    "pactes/{slug}/mesures/10/": ("GET", "POST"),
    "pactes/{slug}/signataires/": ("GET",),
    "pactes/{slug}/signataires/{signatory}/": ("GET", "POST"),
}
METHODS = ("GET", "POST", "PUT", "DELETE")


@pytest.fixture
def places() -> dict[str, object]:
    slug = opened_small_pact()
    draft = draft_of(by=OPERATOR)
    return {
        "slug": slug,
        "finding": finding_of(slug, message="L'axe 1 a deux noms."),
        "signatory": signatory_of(slug),
        "draft": draft,
        "item": item_of(draft, kind="member", viewer=OPERATOR).id,
    }


def enter(client: Client, person: Person) -> Client:
    client.login(username=person.email, password=person.password)
    return client


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("path", [*OF_REVIEWERS, *OF_PILOTS])
def test_a_visitor_is_asked_to_sign_in_before_anything_is_read_or_written(client, places, path, method):
    allowed = {**OF_REVIEWERS, **OF_PILOTS}[path]

    answer = client.generic(method, f"/pilotage/{path.format(**places)}")

    assert answer.status_code == (302 if method in allowed else 405)
    assert method not in allowed or answer["Location"].startswith("/connexion/")


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("path", list(OF_PILOTS))
def test_what_is_for_pilots_does_not_exist_for_a_clerk(client, jeanne, places, path, method):
    assert jeanne.is_signed_in

    answer = enter(client, JEANNE).generic(method, f"/pilotage/{path.format(**places)}")

    assert answer.status_code == (404 if method in OF_PILOTS[path] else 405)


@pytest.mark.parametrize("person", [CLAIRE, JEANNE], ids=["pilot", "clerk"])
@pytest.mark.parametrize("path", [path for path, methods in OF_REVIEWERS.items() if "GET" in methods])
def test_who_reviews_enters_the_reading_of_documents(client, claire, jeanne, places, path, person):
    assert claire.is_signed_in
    assert jeanne.is_signed_in

    assert enter(client, person).get(f"/pilotage/{path.format(**places)}").status_code == 200


@pytest.mark.parametrize("path", [path for path, methods in OF_PILOTS.items() if path and "GET" in methods])
def test_a_pilot_enters_the_steering_of_the_pact(client, claire, places, path):
    assert claire.is_signed_in

    assert enter(client, CLAIRE).get(f"/pilotage/{path.format(**places)}").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "pactes/inconnu/",
        "pactes/inconnu/anomalies/",
        "pactes/inconnu/signataires/",
        "pactes/{slug}/mesures/999/",
        "pactes/{slug}/signataires/999/",
        "documents/999/relire/",
        "documents/999/appliquer/",
        "documents/{draft}/relire/valeurs/999/",
    ],
)
def test_what_is_unknown_is_not_found(client, claire, places, path):
    assert claire.is_signed_in

    assert enter(client, CLAIRE).get(f"/pilotage/{path.format(**places)}").status_code == 404


@pytest.mark.parametrize(
    "path",
    ["pactes/inconnu/anomalies/1/", "pactes/{slug}/anomalies/999/", "documents/999/relire/tout-accepter/"],
)
def test_an_act_on_what_is_unknown_is_not_found(client, claire, places, path):
    assert claire.is_signed_in

    assert enter(client, CLAIRE).post(f"/pilotage/{path.format(**places)}").status_code == 404


@pytest.mark.parametrize("path", ["lire/", "pactes/{slug}/mesures/10/"])
def test_a_form_that_comes_from_elsewhere_is_refused(client, claire, places, path):
    assert claire.is_signed_in
    entered = enter(client, CLAIRE)
    entered.handler.enforce_csrf_checks = True

    assert entered.post(f"/pilotage/{path.format(**places)}", {}).status_code == 403


@pytest.mark.parametrize(
    "path",
    [
        "lire/",
        "documents/{draft}/relire/",
        "documents/{draft}/relire/valeurs/{item}/",
        "documents/{draft}/appliquer/",
        "pactes/{slug}/",
        "pactes/{slug}/anomalies/",
        "pactes/{slug}/mesures/10/",
        "pactes/{slug}/signataires/{signatory}/",
    ],
)
def test_every_form_of_a_page_carries_the_token_that_proves_where_it_comes_from(client, claire, places, path):
    assert claire.is_signed_in
    page = enter(client, CLAIRE).get(f"/pilotage/{path.format(**places)}").content.decode()
    forms = [form.partition("</form>")[0] for form in page.split("<form")[1:]]
    ours = [form for form in forms if 'method="post"' in form and "/langue/" not in form]

    assert ours
    assert [form for form in ours if "csrfmiddlewaretoken" not in form] == []


@pytest.mark.parametrize(
    ("path", "entry"),
    [
        ("lire/", "Lire un document"),
        ("documents/{draft}/relire/", "Lire un document"),
        ("pactes/{slug}/", "Pilotage"),
    ],
)
def test_the_menu_says_behind_which_of_our_two_entries_one_stands(client, claire, places, path, entry):
    assert claire.is_signed_in
    page = enter(client, CLAIRE).get(f"/pilotage/{path.format(**places)}").content.decode()
    menu = page.partition('class="menu"')[2].partition("</nav>")[0]

    assert re.findall(r'aria-current="[^"]*">\s*([^<]+?)\s*<', menu) == [entry]
