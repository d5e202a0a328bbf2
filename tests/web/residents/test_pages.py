"""The public pages of a pact: what each shows, from one small invented pact."""

import html
import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from declic.records.pact import reads
from declic.records.pact.writes import explain_finding, open_pact, title_measures
from tests.people import CLAIRE
from tests.records.council.invented import PILOT, keep
from tests.records.pact.invented import COVERAGE, opened_small_pact, pact_of


pytestmark = pytest.mark.django_db


@pytest.fixture
def slug() -> str:
    """The small pact, opened and public."""
    return opened_small_pact()


@pytest.fixture
def read(client) -> Callable[[str], str]:
    """Read the words of a page, without its tags."""

    def words_of(address: str) -> str:
        answer = client.get(address)
        assert answer.status_code == 200, address
        return words(answer.content.decode())

    return words_of


def words(page: str) -> str:
    without_tags = re.sub(r"<[^>]*>", " ", page)
    return " ".join(html.unescape(without_tags).split())


def test_without_a_pact_the_home_welcomes_and_says_what_to_do(read):
    page = read("/")

    assert "Aucun pacte n'est encore ouvert ici" in page
    assert "Se connecter pour ouvrir le premier" in page


def test_who_is_signed_in_is_not_asked_to_sign_in(claire, client, read):
    assert claire.is_signed_in
    client.login(username=CLAIRE.email, password=CLAIRE.password)

    assert "Se connecter pour ouvrir le premier" not in read("/")


def test_the_only_pact_is_the_home(slug, read):
    assert read("/") == read(f"/pactes/{slug}/")


def test_several_pacts_are_listed_with_their_day_and_size(slug, read):
    assert slug
    paper, draft, findings = pact_of(2)
    open_pact(keep(paper), draft=draft, findings=findings, coverage=COVERAGE, by=PILOT)

    page = read("/")

    assert "Pacte des deux rives 3 mesures, signé le 15 janvier 2024" in page
    assert "Grand pacte inventé 2 mesures" in page


def test_a_pact_that_is_not_published_is_unknown_to_a_visitor(client):
    slug = opened_small_pact(public=False)

    assert client.get(f"/pactes/{slug}/").status_code == 404
    assert "Pacte des deux rives" not in client.get("/").content.decode()


def test_the_home_of_a_pact_says_what_by_whom_until_when_and_why(slug, read):
    page = read(f"/pactes/{slug}/")

    assert "Signé le 15 janvier 2024 par 2 institutions." in page
    assert "2 axes" in page
    assert "3 mesures" in page
    assert "Les aides sont mal connues. Voir dans le document" in page
    assert "Jusqu'au 31 décembre 2024 lu" in page
    assert "Ensuite contrat de ville lu" in page
    assert "comité de suivi 3 fois par an lu" in page


def test_each_axis_of_the_home_shows_its_measures_in_published_order(slug, client):
    page = client.get(f"/pactes/{slug}/").content.decode()

    assert re.findall(r'<span class="tile-number">([\d.]+)</span>', page) == ["10", "10.1", "20"]


def test_a_measure_shows_its_official_sentence_and_its_place(slug, read):
    page = read(f"/pactes/{slug}/mesures/10/")

    assert "Nous ouvrirons une ludothèque pour 12 jeunes." in page
    assert "lu article 1, partie C, mesure 10 Voir dans le document" in page


def test_a_measure_names_who_answers_for_it(slug, read):
    page = read(f"/pactes/{slug}/mesures/10/")

    assert "Nommés dans la mesure dispensaire" in page
    assert "Ville de Valmont coordonne lu" in page
    assert "État pilote lu" in page


def test_a_measure_says_what_is_not_known_and_never_fills_it(slug, read):
    page = read(f"/pactes/{slug}/mesures/10.1/")

    assert "Le texte ne donne aucun nombre qui permettrait de voir si elle est tenue." in page
    assert "Le texte de la mesure ne dit rien de son financement." in page
    assert "n'ont encore rien publié de ce qui a été fait depuis" in page
    assert "Le texte de la mesure ne nomme aucune institution" not in page


def test_a_quantity_of_the_measure_stands_with_its_sentence(slug, read):
    page = read(f"/pactes/{slug}/mesures/10/")

    assert "environ 12 jeunes jeunes accueillis lu Mesure 10 : Nous ouvrirons" in page


def test_what_the_text_says_against_itself_is_shown_once_it_is_explained(slug, read):
    assert "est écrit deux fois" not in read(f"/pactes/{slug}/mesures/10/")

    findings = reads.findings_page(slug, viewer=PILOT).findings
    (words_twice,) = [finding for finding in findings if finding.rule == "measure_words"]
    explain_finding(words_twice.finding_id, explanation="Une répétition du texte signé.", by=PILOT)

    page = read(f"/pactes/{slug}/mesures/10/")
    assert "« ouvrirons » est écrit deux fois. Une répétition du texte signé. expliqué" in page


def test_the_plain_title_of_a_measure_is_its_name_for_residents(slug, read):
    title_measures(slug, plain_titles={"10": "Une ludothèque au quartier"}, by=PILOT)

    assert "Une ludothèque au quartier" in read(f"/pactes/{slug}/mesures/10/")
    assert "10 Une ludothèque au quartier" in read(f"/pactes/{slug}/")


def test_measures_lead_to_their_neighbours_their_parent_and_their_children(slug, client):
    page = client.get(f"/pactes/{slug}/mesures/10.1/").content.decode()

    assert f'href="/pactes/{slug}/mesures/10/"' in page
    assert f'href="/pactes/{slug}/mesures/20/"' in page
    assert (
        f'href="/pactes/{slug}/mesures/10.1/"' in client.get(f"/pactes/{slug}/mesures/10/").content.decode()
    )


def test_an_axis_shows_its_other_name_its_actions_and_what_also_counts_for_it(slug, read):
    first, second = read(f"/pactes/{slug}/axes/1/"), read(f"/pactes/{slug}/axes/2/")

    assert "Le texte l'appelle aussi" in first
    assert "Bien vivre ensemble" in first
    assert "Café des rives porté par Amis des rives" in first
    assert "Compte aussi pour cet axe 10" in second
    assert "Le texte ne nomme personne qui pilote ou porte cet axe." not in second


def test_figures_stand_with_their_sentence_by_axis(slug, read):
    whole, first = read(f"/pactes/{slug}/chiffres/"), read(f"/pactes/{slug}/chiffres/?axe=1")

    assert "41,5 % part des jeunes lu On compte 41,5 % de jeunes" in whole
    assert "100 à 150 jeunes jeunes sans solution" in whole
    assert "jeunes accueillis" in first
    assert "part des jeunes" not in first


def test_money_is_not_added_up_and_keeps_its_cents(slug, read):
    page = read(f"/pactes/{slug}/montants/")

    assert "1 500,50 € la ludothèque lu Ville de Valmont, 2024 La ville apporte" in page
    assert "ne sont pas additionnés" in page


def test_each_signatory_says_who_stands_for_it_and_where_it_stands(slug, read):
    page = read(f"/pactes/{slug}/signataires/")

    assert "Sous réserve du vote de leurs assemblées." in page
    assert "État Yves LAMY préfet" in page
    assert "Ville de Valmont Madame Zoé MARTEL maire" in page
    assert "signe en tant que « Madame la Maire »" in page
    assert "Places de signature que nous n'avons pu rattacher à personne" in page


@pytest.mark.parametrize(
    "unknown",
    [
        "/pactes/ailleurs/",
        "/pactes/{slug}/axes/9/",
        "/pactes/{slug}/mesures/99/",
        "/pactes/{slug}/chiffres/?axe=9",
        "/pactes/ailleurs/chiffres/",
        "/pactes/ailleurs/montants/",
        "/pactes/ailleurs/signataires/",
        "/documents/999999/",
        "/documents/999999/fichier",
    ],
)
def test_what_is_unknown_is_a_page_that_helps(slug, client, unknown):
    answer = client.get(unknown.format(slug=slug))

    assert answer.status_code == 404
    assert "Cette page n'existe pas" in html.unescape(answer.content.decode())


def test_how_it_works_says_the_three_marks(read):
    page = read("/comment-ca-marche/")

    for mark in ("lu", "calculé", "proposé"):
        assert f" {mark} " in page


@pytest.mark.parametrize(
    "address",
    ["", "axes/1/", "mesures/1/", "chiffres/", "chiffres/?axe=1", "montants/", "signataires/"],
)
def test_a_page_asks_the_database_as_often_for_a_small_pact_as_for_a_large_one(client, address):
    counts = []
    for size in (2, 40):
        paper, draft, findings = pact_of(size)
        slug = open_pact(keep(paper), draft=draft, findings=findings, coverage=COVERAGE, by=PILOT)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"/pactes/{slug}/{address}").status_code == 200
        counts.append(len(queries))

    assert counts[0] == counts[1]
    assert counts[1] <= 40
