"""Documents: their text in parts, the passage in its place, the file as it came."""

import html
import re

import pytest

from declic.web.residents.parts import PART_CHARACTERS
from tests.records.council.invented import Paper, keep
from tests.records.pact.invented import opened_small_pact


pytestmark = pytest.mark.django_db
MARK = re.compile(r'<mark id="passage" tabindex="-1">(.*?)</mark>', re.DOTALL)
TEXT = re.compile(r'<div class="document" lang="fr">(.*?)</div>', re.DOTALL)


def marked(page: str) -> list[str]:
    return [html.unescape(words) for words in MARK.findall(page)]


def shown(page: str) -> str:
    (text,) = TEXT.findall(page)
    return html.unescape(re.sub(r"</?mark[^>]*>", "", text))


def long_paper() -> Paper:
    return Paper("\n\n".join(f"Paragraphe {n} : {'mot ' * 40}" for n in range(400)))


def test_the_text_is_shown_to_the_character(client):
    paper = Paper("Un <texte> & ses « mots ».\n\nFin.\n")
    page = client.get(f"/documents/{keep(paper)}/").content.decode()

    assert shown(page) == paper.text
    assert marked(page) == []


def test_a_passage_is_marked_in_its_place_without_any_script(client):
    paper = Paper("Avant. Le <passage> cité. Après.")
    page = client.get(f"/documents/{keep(paper)}/?de=7&a=25").content.decode()

    assert marked(page) == ["Le <passage> cité."]
    assert shown(page) == paper.text
    assert "<script" not in page


def test_a_passage_far_in_a_long_text_is_in_the_part_shown(client):
    paper = long_paper()
    start = paper.text.index("Paragraphe 350")
    page = client.get(f"/documents/{keep(paper)}/?de={start}&a={start + 14}").content.decode()

    assert marked(page) == ["Paragraphe 350"]
    assert len(shown(page)) <= PART_CHARACTERS


def test_the_parts_of_a_long_text_follow_each_other(client):
    paper = long_paper()
    version = keep(paper)
    first = client.get(f"/documents/{version}/").content.decode()
    total = int(re.findall(r"Partie 1 sur (\d+)", first)[0])
    parts = [client.get(f"/documents/{version}/?partie={n}").content.decode() for n in range(1, total + 1)]

    assert "".join(shown(page) for page in parts) == paper.text
    assert 'rel="prev"' not in first
    assert 'rel="next"' not in parts[-1]


def test_a_part_beyond_the_last_is_the_last(client):
    version = keep(long_paper())

    assert "Paragraphe 399" in client.get(f"/documents/{version}/?partie=99").content.decode()


@pytest.mark.parametrize("asked", ["de=5&a=2", "de=0&a=99999", "de=5&a=5"])
def test_a_passage_that_is_not_in_the_text_is_unknown(client, asked):
    assert client.get(f"/documents/{keep(Paper('Un texte court.'))}/?{asked}").status_code == 404


@pytest.mark.parametrize("asked", ["de=abc&a=2", "de=1", "de=-1&a=4", f"de=1&a={'9' * 400}", "partie=²"])
def test_an_address_that_asks_for_no_passage_shows_the_text(client, asked):
    page = client.get(f"/documents/{keep(Paper('Un texte court.'))}/?{asked}").content.decode()

    assert shown(page) == "Un texte court."
    assert marked(page) == []


def test_the_document_leads_back_to_its_pact(client):
    slug = opened_small_pact()
    page = client.get(f"/pactes/{slug}/").content.decode()
    (document,) = set(re.findall(r"/documents/\d+/(?=\")", page))

    assert f'href="/pactes/{slug}/"' in client.get(document).content.decode()


def test_every_link_of_a_pact_to_the_document_marks_the_words_that_it_names(client):
    slug = opened_small_pact()
    page = client.get(f"/pactes/{slug}/mesures/10/").content.decode()
    links = [html.unescape(link) for link in re.findall(r'href="(/documents/[^"]+#passage)"', page)]

    assert links
    for link in links:
        assert len(marked(client.get(link).content.decode())) == 1


def test_the_original_file_is_given_as_it_came_to_be_saved(client):
    paper = Paper("Un texte & ses « mots ».")
    answer = client.get(f"/documents/{keep(paper)}/fichier")

    assert answer.content == paper.text.encode()
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment; filename")


def test_a_document_under_review_is_unknown_to_a_visitor(client):
    version = keep(Paper("Un texte."), public=False)

    assert client.get(f"/documents/{version}/").status_code == 404
    assert client.get(f"/documents/{version}/fichier").status_code == 404
