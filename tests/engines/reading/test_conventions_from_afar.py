"""Invented conventions of other territories: several parties in one line, articles, what they pay and when they meet."""

import datetime

from declic.engines.reading.drafts import PactDraft
from declic.engines.reading.reader import read_text


def read(text: str) -> PactDraft:
    pact = read_text(text).pact
    assert pact is not None
    return pact


CONVENTION = """\
CONVENTION D'OBJECTIFS 2025-2027
entre
La commune de Fontvive, représentée par son maire, Mme Aline BOST,
et
Les bailleurs sociaux : Orbe Habitat, représenté par Mme Sonia PETIT, directrice, et Logis du Plateau, représenté par
M. Marc BLIN, directeur,

ARTICLE 1 – OBJET
Les bailleurs organisent :
- quatre fêtes de quartier ;
- un atelier vélo.
ARTICLE 2 – DURÉE
La convention est conclue pour trois ans. Elle prend fin le 31 décembre 2027.
ARTICLE 3 – SUBVENTION
La commune verse une subvention de 18 000 € par an. Les parties se voient tous les deux mois.
"""


def test_a_convention_of_objectives_has_parties_and_articles_and_no_measure():
    pact = read(CONVENTION)

    assert pact.title is not None
    assert pact.title.value == "CONVENTION D'OBJECTIFS 2025-2027"
    assert [
        (one.organisation, *((who.name, who.function) for who in one.representatives)) for one in pact.parties
    ] == [
        ("commune de Fontvive", ("Aline BOST", "maire")),
        ("Orbe Habitat", ("Sonia PETIT", "directrice")),
        ("Logis du Plateau", ("Marc BLIN", "directeur")),
    ]
    assert not pact.measures
    assert pact.ends_on is not None
    assert pact.ends_on.value == datetime.date(2027, 12, 31)


def test_an_amount_of_an_article_is_not_for_the_list_of_another():
    assert [(one.value_eur, one.funder, one.purpose) for one in read(CONVENTION).amounts] == [
        (18_000, "commune", None)
    ]


def test_how_often_something_comes_back_is_no_quantity():
    assert "mois" not in {figure.unit for figure in read(CONVENTION).figures}


def test_a_labelled_count_is_of_what_it_numbers():
    pact = read(
        "Plan local\n\nAction 1 : Éclairer\nNombre de points lumineux rénovés : 1 250\nAction 2 : Isoler\n"
        "Action 3 : Planter\n"
    )

    assert [(one.value, one.unit) for one in pact.figures] == [(1250, "points")]
