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


def test_a_pact_runs_until_the_second_of_two_days():
    pact = read(
        "Convention territoriale globale\n\nEntre\nLa commune de Lerne, représentée par Mme Ada BRUN, maire,\net\n"
        "La région Plateau, représentée par M. Jo VIAL, président,\n\nArticle 1 : Objet\nAgir.\nArticle 2 : Durée\n"
        "La présente convention est conclue du 1er janvier 2026 au 31 décembre 2029.\nArticle 3 : Suivi\nUn bilan.\n"
    )

    assert pact.ends_on is not None
    assert pact.ends_on.value == datetime.date(2029, 12, 31)


COMMITMENTS = """\
Contrat de ville

Priorité 1 : Travailler
1.1 Aller vers les jeunes
Engagements de l'État : 30 000 € par an.
Engagements de la Ville : un local de 80 m².
1.2 Garder les enfants
Engagements de l'État : 12 000 €.
Engagements de la Ville : 10 places.
Priorité 2 : Habiter
2.1 Isoler les immeubles
Engagements de l'État : 4 M€.
Engagements de la Ville : 500 arbres.
"""


def test_who_commits_an_amount_in_a_field_pays_it():
    assert [(one.value_eur, one.funder) for one in read(COMMITMENTS).amounts] == [
        (30_000, "État"),
        (12_000, "État"),
        (4_000_000, "État"),
    ]


COLUMNS = """\
PLAN POUR L'ÉGALITÉ

AXE 1 : RÉMUNÉRATION
N°  Action  Pilote  Échéance
1.1  Chercher les écarts  personnel  2026
1.2  Revoir les grilles  personnel  2027
AXE 2 : TEMPS
N°  Action  Pilote  Échéance
2.1  Étendre le travail à distance  réseau  2026
"""


def test_columns_apart_by_blanks_are_those_of_a_table():
    pact = read(COLUMNS)

    assert [(one.number, one.text) for one in pact.measures] == [
        ("1.1", "Chercher les écarts"),
        ("1.2", "Revoir les grilles"),
        ("2.1", "Étendre le travail à distance"),
    ]
    assert {date.label for date in pact.dates} == {"Échéance"}


PLANNING = """\
Programme local des déchets

Axe 1 : Composter
Fiche 1.1 - Équiper les foyers
PLANNING
2026 : 1 000 composteurs
2027 : 2 500 composteurs
Fiche 1.2 - Former des voisins
PLANNING
2026 : 40 voisins
Fiche 1.3 - Partager
PLANNING
2028 : 20 sites

---

Document adopté en mars 2025.
"""


def test_each_year_of_a_planning_has_its_own_line():
    pact = read(PLANNING)

    assert [(one.value, one.subject) for one in pact.figures] == [
        (1000, "1 000 composteurs"),
        (2500, "2 500 composteurs"),
        (40, "40 voisins"),
        (20, "20 sites"),
    ]
    assert [(one.value, one.label) for one in pact.dates[:2]] == [
        ("2026", "PLANNING"),
        ("2027", "2 500 composteurs"),
    ]


def test_a_rule_across_the_page_ends_the_last_measure():
    assert read(PLANNING).measures[-1].text == "Partager PLANNING 2028 : 20 sites"
