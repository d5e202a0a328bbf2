"""The pilots' pages of a pact: every measure with where it stands, what waits for an answer, who signed."""

import html
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from declic.records.council.writes import open_sitting
from declic.records.pact import reads
from declic.records.pact.writes import open_pact
from tests.people import CLAIRE
from tests.records.council.invented import PILOT, keep, small_sitting
from tests.records.pact.invented import COVERAGE, opened_small_pact, pact_of, small_pact


pytestmark = pytest.mark.django_db


@pytest.fixture
def slug() -> str:
    return opened_small_pact()


@pytest.fixture
def claire_in(client, claire):
    client.login(username=CLAIRE.email, password=CLAIRE.password)
    assert claire.is_signed_in
    return client


@pytest.fixture
def read(claire_in):
    """Read the words of a page, without its tags."""

    def words_of(address):
        answer = claire_in.get(address)
        assert answer.status_code == 200, address
        return words(answer.content.decode())

    return words_of


def words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split())


def finding_of(slug: str, *, message: str) -> int:
    page = reads.findings_page(slug, viewer=PILOT)
    return next(one.finding_id for one in page.findings if one.message == message)


def test_without_a_pact_the_pilot_is_led_to_the_reading_of_a_document(claire_in):
    page = claire_in.get("/pilotage/").content.decode()

    assert "Aucun pacte pour le moment" in words(page)
    assert 'href="/pilotage/lire/"' in page


def test_the_only_pact_is_opened_at_once_and_several_are_listed(claire_in, slug):
    alone = claire_in.get("/pilotage/")
    paper, draft, findings = pact_of(2)
    open_pact(keep(paper), draft=draft, findings=findings, coverage=COVERAGE, by=PILOT)

    assert alone["Location"] == f"/pilotage/pactes/{slug}/"
    assert "Grand pacte inventé" in words(claire_in.get("/pilotage/").content.decode())


def test_the_home_shows_each_measure_under_its_axis_with_its_state(slug, read):
    page = read(f"/pilotage/pactes/{slug}/")

    assert "3 mesures" in page
    assert "3 anomalies à expliquer" in page
    assert re.search(r"10 Nous ouvrirons une ludothèque.{0,60}1 anomalie à expliquer", page)
    assert "sans fiche action" in page
    assert "1 nombre du texte, sur 2, n'est lu nulle part." in page.replace("\xa0", " ")


def test_the_home_says_how_the_pact_fares_and_says_why_a_gauge_has_no_value(slug, read):
    page = read(f"/pilotage/pactes/{slug}/")

    assert "Où en est le pacte" in page
    assert "Jalons pondérés non calculable aucune fiche n'a de jalon" in page
    assert "Résultats non calculable le pacte n'a pas d'indicateur" in page
    assert "Prochaine réunion aucune n'est prévue Les instances" in page
    assert "Acquis – L'argent" in page


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("", ["10", "10.1", "20"]),
        ("axe=2", ["20"]),
        ("etat=finding_open", ["10"]),
        ("axe=2&etat=finding_open", []),
        ("axe=deux&etat=rien", ["10", "10.1", "20"]),
    ],
)
def test_the_tiles_are_filtered_by_axis_and_by_state(slug, claire_in, query, numbers):
    page = claire_in.get(f"/pilotage/pactes/{slug}/?{query}").content.decode()

    assert re.findall(r'class="tile-number">([^<]+)<', page) == numbers
    assert ("Aucune mesure dans ce cas" in words(page)) is (not numbers)


def test_every_finding_has_its_passages_its_measures_and_a_form(slug, claire_in):
    page = claire_in.get(f"/pilotage/pactes/{slug}/anomalies/").content.decode()

    assert "À expliquer 3" in words(page)
    assert f'href="/pilotage/pactes/{slug}/mesures/10/"' in page
    assert len(re.findall(r'name="explanation"', page)) == 3
    assert len(set(re.findall(r'id="(id_\d+_explanation)"', page))) == 3


def test_an_explanation_is_kept_with_the_pilots_name_and_the_finding_leaves_the_list(slug, claire_in):
    number = finding_of(slug, message="L'axe 1 a deux noms.")

    answer = claire_in.post(
        f"/pilotage/pactes/{slug}/anomalies/{number}/", {"explanation": "Une faute de frappe."}, follow=True
    )

    page = words(answer.content.decode())
    assert "Votre explication est gardée." in page
    assert "À expliquer 2" in page
    assert re.search(r"Une faute de frappe\. Expliqué par Claire le \d", page)


def test_an_empty_explanation_is_refused_beside_its_own_finding(slug, claire_in):
    number = finding_of(slug, message="L'axe 1 a deux noms.")

    answer = claire_in.post(f"/pilotage/pactes/{slug}/anomalies/{number}/", {"explanation": " "})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count("finding-form") > page.count('finding-form" open') == 1
    assert f'id="id_{number}_explanation-error"' in page


def test_a_finding_of_another_pact_is_not_found(slug, claire_in):
    paper, draft, findings = pact_of(2)
    other = open_pact(keep(paper), draft=draft, findings=findings, coverage=COVERAGE, by=PILOT)
    number = finding_of(slug, message="L'axe 1 a deux noms.")

    answer = claire_in.post(f"/pilotage/pactes/{other}/anomalies/{number}/", {"explanation": "Non."})

    assert answer.status_code == 404
    assert reads.findings_page(slug, viewer=PILOT).findings[-1].explanation is None


def test_a_plain_title_is_kept_beside_the_official_text(slug, claire_in):
    address = f"/pilotage/pactes/{slug}/mesures/10/"

    answer = claire_in.post(address, {"plain_title": "Une ludothèque pour tous"}, follow=True)

    page = words(answer.content.decode())
    assert "Le titre simple est gardé." in page
    assert "Mesure 10 Une ludothèque pour tous" in page
    assert "Nous ouvrirons une ludothèque" in page


def test_a_plain_title_that_is_too_long_is_refused_and_given_back(slug, claire_in):
    answer = claire_in.post(f"/pilotage/pactes/{slug}/mesures/10/", {"plain_title": "x" * 121})

    assert answer.status_code == 422
    assert "x" * 121 in answer.content.decode()
    assert reads.measure_page(slug, number="10", viewer=PILOT).plain_title is None


def test_the_signatories_are_shown_with_where_each_stands(slug, read):
    page = read(f"/pilotage/pactes/{slug}/signataires/")

    assert "Sous réserve du vote de leurs assemblées." in page
    assert "À valider par son assemblée proposé" in page


def signatory_of(slug: str) -> int:
    page = reads.signatories_page(slug, viewer=PILOT)
    return next(one.signatory_id for one in page.signatories if one.validation.state == "awaited")


def test_a_validation_is_recorded_with_the_reference_of_its_deliberation(slug, claire_in):
    address = f"/pilotage/pactes/{slug}/signataires/{signatory_of(slug)}/"

    answer = claire_in.post(address, {"state": "validated", "reference": "n° 12 du 3 mars 2024"}, follow=True)

    page = words(answer.content.decode())
    assert "Validé par son assemblée n° 12 du 3 mars 2024" in page


def test_a_validation_without_its_deliberation_is_refused(slug, claire_in):
    number = signatory_of(slug)

    answer = claire_in.post(f"/pilotage/pactes/{slug}/signataires/{number}/", {"state": "validated"})

    assert answer.status_code == 422
    assert "Dites quelle délibération l'a validé." in words(answer.content.decode())
    assert signatory_of(slug) == number


def test_a_deliberation_of_the_same_document_is_offered_as_proof(claire_in):
    paper, draft, findings = small_pact()
    paper, sitting = small_sitting(paper)
    version = keep(paper)
    open_sitting(version, draft=sitting, by=PILOT)
    slug = open_pact(version, draft=draft, findings=findings, coverage=COVERAGE, by=PILOT)
    address = f"/pilotage/pactes/{slug}/signataires/{signatory_of(slug)}/"
    page = claire_in.get(address).content.decode()
    ((number, label),) = re.findall(r'<option value="(\d+)">([^<]*ludothèque[^<]*)<', page)

    answer = claire_in.post(address, {"state": "validated", "deliberation": number}, follow=True)

    assert html.unescape(label) == "2024-7 – Ouverture d'une ludothèque"
    assert "Délibération 2024-7" in words(answer.content.decode())


def test_a_large_pact_asks_the_database_no_more_than_a_small_one(claire_in):
    counts = []
    for size in (3, 30):
        paper, draft, findings = pact_of(size)
        slug = open_pact(keep(paper), draft=draft, findings=findings, coverage=COVERAGE, by=PILOT)
        with CaptureQueriesContext(connection) as queries:
            assert claire_in.get(f"/pilotage/pactes/{slug}/").status_code == 200
        counts.append(len(queries))

    assert counts[0] == counts[1]
