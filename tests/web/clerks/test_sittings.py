"""« Vérifier une délibération »: what the pages say of one small invented sitting, and to whom."""

import csv
import html
import io
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from declic.engines.reading.drafts import SittingDraft
from declic.records.council.writes import open_sitting
from declic.records.sources.models import Document
from tests.people import JEANNE
from tests.records.council.invented import CLERK, Paper, keep, member, sitting_of
from tests.web.clerks.invented import opened_sitting


pytestmark = pytest.mark.django_db


@pytest.fixture
def sitting() -> int:
    """Six members, four questions; a proxy is void at questions 1 and 2, and the vote of question 4 is one short."""
    return opened_sitting()


@pytest.fixture
def read(client):
    """Read the words of a page, without its tags."""

    def words_of(address):
        answer = client.get(address)
        assert answer.status_code == 200, address
        return words(answer.content.decode())

    return words_of


def words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split())


def test_the_list_says_of_each_sitting_its_council_its_day_and_its_verdicts(sitting, read):
    assert sitting
    page = read("/deliberations/")

    assert "Un jardin pour la halle" in page
    assert "Conseil communautaire, 6 mars 2031" in page
    assert re.search(r"\d vérifications? concord", page)


def test_without_a_sitting_the_list_says_how_one_comes(read):
    assert "Aucune séance pour le moment" in read("/deliberations/")


def test_only_who_reviews_is_led_to_the_check_of_a_text(sitting, client, jeanne, read):
    assert sitting
    assert jeanne.is_signed_in
    before = read("/deliberations/")
    client.login(username=JEANNE.email, password=JEANNE.password)

    assert "Vérifier un texte sans le garder" not in before
    assert "Vérifier un texte sans le garder" in read("/deliberations/")


def test_the_vote_is_explained_beside_what_the_text_states(sitting, read):
    page = read(f"/deliberations/{sitting}/")

    assert "3 présents + 2 procurations = 5 voix dans la salle" in page
    assert "Écrit dans la délibération 4 pour 0 contre" in page
    assert "contradiction" in page


def test_the_ten_checks_are_there_each_with_its_sentence(sitting, read):
    page = read(f"/deliberations/{sitting}/")

    assert page.count("concorde ") + page.count("contradiction ") >= 8
    assert "Non confirmé par un juriste" in page


def test_the_chart_follows_the_order_of_passage(sitting, client):
    page = client.get(f"/deliberations/{sitting}/").content.decode()
    table = page[page.index("chart-data") : page.index("</table>")]

    assert re.findall(r'<th scope="row">\s*(\d)', table) == ["1", "2", "4", "3"]


def test_a_name_leads_to_its_words_in_the_document(sitting, client):
    page = client.get(f"/deliberations/{sitting}/").content.decode()
    (address,) = map(html.unescape, re.findall(r'<a href="([^"]+)">Céleste BOISCLAIR</a>', page))

    answer = client.get(address.partition("#")[0])

    assert answer.status_code == 200
    assert "Mme Céleste BOISCLAIR" in answer.content.decode().partition("<mark")[2].partition("</mark>")[0]


def test_the_grid_says_who_holds_whose_vote_and_which_proxy_is_void(sitting, read):
    grid = read(f"/deliberations/{sitting}/").partition("Membre par membre Les questions")[2]

    assert "absent, procuration sans effet à Céleste BOISCLAIR" in grid
    assert "absent, représenté par Céleste BOISCLAIR" in grid
    assert "dans la salle, avec la voix de Edmond DORVAL" in grid


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", "6 membres sur 6"),
        ("membres=mouvements", "4 membres sur 6"),
        ("commune=Valmorte&question=4", "3 membres sur 6"),
        ("commune=Ailleurs&question=99&membres=x&colonnes=y", "6 membres sur 6"),
    ],
)
def test_a_filter_in_the_address_is_obeyed_and_one_that_means_nothing_is_not(sitting, read, query, shown):
    assert shown in read(f"/deliberations/{sitting}/?{query}")


def test_the_grid_by_question_has_one_column_for_each_question(sitting, client):
    page = client.get(f"/deliberations/{sitting}/?colonnes=questions").content.decode()
    grid = page.partition('class="grid grid-fine"')[2].partition("</table>")[0]

    assert len(re.findall(r'<th scope="col">', grid)) == 5
    assert re.findall(r'<td class="key-(\w+)">', grid[grid.index("Edmond DORVAL") :])[:4] == [
        "void",
        "void",
        "represented",
        "represented",
    ]


def test_one_question_says_who_was_there_who_was_represented_and_which_proxy_is_void(sitting, read):
    first, second = (read(f"/deliberations/{sitting}/questions/{n}/") for n in (1, 4))

    assert "2 présents + 1 procuration = 3 voix dans la salle" in first
    assert "Edmond DORVAL → Céleste BOISCLAIR" in first
    assert "Procurations sans effet" not in second
    assert "Edmond DORVAL représenté par Céleste BOISCLAIR" in second
    assert "Question 4 – Un jardin pour la halle" in second


def test_the_question_after_is_the_next_in_the_order_of_passage(sitting, client):
    page = client.get(f"/deliberations/{sitting}/questions/2/").content.decode()

    (after,) = re.findall(r'<a [^>]*rel="next"[^>]*>', page)
    assert f"/deliberations/{sitting}/questions/4/" in after


def test_the_whole_grid_is_a_spreadsheet_that_french_tools_open(sitting, client):
    answer = client.get(f"/deliberations/{sitting}/grille.csv")
    text = answer.content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))

    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert rows[0] == ["Commune ou groupe", "Membre", "Question 1", "Question 2", "Question 4", "Question 3"]
    assert rows[1] == ["Valmorte", "Brune AUBREPIN", *["dans la salle"] * 4]
    assert len(rows) == 7


def test_a_sitting_whose_document_is_not_published_does_not_exist_for_a_visitor(client, jeanne):
    number = opened_sitting(public=False)
    addresses = [
        f"/deliberations/{number}/",
        f"/deliberations/{number}/questions/1/",
        f"/deliberations/{number}/grille.csv",
    ]
    before = [client.get(address).status_code for address in addresses]
    client.login(username=JEANNE.email, password=JEANNE.password)

    assert jeanne.is_signed_in
    assert before == [404, 404, 404]
    assert [client.get(address).status_code for address in addresses] == [200, 200, 200]
    assert Document.objects.get().public is False


@pytest.mark.parametrize("address", ["/deliberations/99/", "/deliberations/99/questions/1/"])
def test_an_unknown_sitting_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_an_unknown_question_is_not_found(sitting, client):
    assert client.get(f"/deliberations/{sitting}/questions/99/").status_code == 404


@pytest.mark.parametrize("path", ["", "questions/1/", "grille.csv"])
def test_the_pages_of_a_sitting_only_answer_readers(sitting, client, path):
    assert client.post(f"/deliberations/{sitting}/{path}").status_code == 405


def test_a_large_sitting_asks_the_database_no_more_than_a_small_one(client):
    counts = []
    for size in (3, 40):
        paper, draft = sitting_of(size)
        number = open_sitting(keep(paper), draft=draft, by=CLERK)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"/deliberations/{number}/").status_code == 200
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_a_sitting_without_agenda_nor_vote_still_shows_its_roll(read):
    paper = Paper()
    draft = SittingDraft(members=(member(paper, "Odile FERRAND"), member(paper, "Paul GRAND")))
    number = open_sitting(keep(paper), draft=draft, by=CLERK)

    page = read(f"/deliberations/{number}/")

    assert "Séance sans date" in page
    assert "2 membres sur 2" in page
    assert "Le vote d'un coup d'œil" not in page
