"""Wordings met in minutes of many councils, each read for what it says and for nothing else."""

import datetime

import pytest

from declic.engines.reading.drafts import Outcome
from declic.engines.reading.reader import read_text
from declic.engines.reading.sitting import read_sitting
from declic.engines.reading.text import Layout
from declic.units.question_ranges import QuestionRange


HEAD = """DÉPARTEMENT DE LA HAUTE-VERGNE
CONSEIL DÉPARTEMENTAL
Réunion du lundi 27 juin 2022

Le Conseil départemental s'est réuni le 27 juin 2022 à 9 h 30, sous la présidence de M. Étienne BOISSARD.

Etaient présents :
M. ARNAUD, Mme BELLOC, M. BOISSARD, Mme CHAUVIERE, M. DUPRAT
"""
NOTICE = """Convocation du conseil municipal

Mesdames et Messieurs les conseillers municipaux sont convoqués à la séance du conseil municipal qui aura lieu le \
jeudi 6 février 2025 à 19h00 à la mairie de Tavernolles.

ORDRE DU JOUR
1. Approbation du procès-verbal de la séance du 12 décembre 2024
2. Débat d'orientation budgétaire

Fait à Tavernolles, le 30 janvier 2025
"""


def sitting_of(text: str):
    found = read_sitting(Layout(text))
    assert found is not None
    return found


def test_who_presides_and_stands_in_the_roll_by_a_surname_is_seated_once():
    sitting = sitting_of(HEAD)

    assert [one.surname for one in sitting.members] == ["ARNAUD", "BELLOC", "BOISSARD", "CHAUVIERE", "DUPRAT"]
    assert sitting.chair is not None
    assert sitting.chair.value == "Étienne BOISSARD"


def test_who_took_no_part_in_the_first_votes_was_there_from_the_next():
    late = "\nMme ROUZAUD, arrivée à 10 h 15, n'a pas participé au vote des rapports n° 1 à 3.\n"

    sitting = sitting_of(HEAD + late)

    rouzaud = sitting.members[-1]
    assert (rouzaud.surname, rouzaud.ranges) == ("ROUZAUD", (QuestionRange(4, None),))


def test_a_verb_of_decision_under_the_name_of_a_rapporteur_is_no_part_of_it():
    act = """
Délibération n° 2022-088
OBJET : Tarifs de la piscine
Rapporteur : M. DUPRAT
FIXE les tarifs.
Résultat du vote : 5 pour, 0 contre, 0 abstention
"""

    sitting = sitting_of(HEAD + act)

    assert [one.rapporteur for one in sitting.deliberations] == ["DUPRAT"]


def test_a_rapporteur_is_named_before_the_word_too():
    act = "\nRAPPORT N° 3 – Voirie : programme 2022\nMme BELLOC, rapporteure.\nAdopté par 4 voix pour et 1 contre.\n"

    sitting = sitting_of(HEAD + act)

    assert [one.rapporteur for one in sitting.deliberations] == ["BELLOC"]


def test_a_notice_tells_of_the_day_to_come_and_of_no_act():
    sitting = sitting_of(NOTICE)

    assert sitting.date is not None
    assert sitting.date.value == datetime.date(2025, 2, 6)
    assert sitting.convened_on is not None
    assert sitting.convened_on.value == datetime.date(2025, 1, 30)
    assert sitting.deliberations == ()
    assert read_text(NOTICE).findings == ()


def test_a_list_that_is_named_by_its_head_has_its_score():
    act = """
DCM 2022-06-03 - ÉLECTION DES VICE-PRÉSIDENTS
Nombre de bulletins trouvés dans l'urne : 5
Bulletins blancs : 1
Bulletins nuls : 0
Suffrages exprimés : 4
Majorité absolue : 3
Liste BELLOC Jeanne : 4 voix
"""

    vote = sitting_of(HEAD + act).deliberations[0].vote

    assert vote is not None
    assert vote.ballot is not None
    assert [(one.name, one.votes) for one in vote.ballot.scores] == [("Jeanne BELLOC", 4)]


def test_an_article_after_pour_is_no_count_of_votes():
    act = """
Objet : Tarifs communaux 2023

M. le Maire rappelle que 3 communes voisines ont voté pour une hausse de 5 %.
Le Conseil, après en avoir délibéré, à l'unanimité,
- FIXE les tarifs suivants,
"""

    vote = sitting_of(HEAD + act).deliberations[0].vote

    assert vote is not None
    assert (vote.unanimous, vote.votes_for, vote.against) == (True, None, None)


def test_an_identifier_at_the_end_of_the_object_is_the_number_of_the_act():
    act = "\nObjet : Prix de l'eau - DE_2022_022\nLe Conseil FIXE le prix du m3.\nPour : 4   Contre : 1   Abstention : 0\n"

    found = sitting_of(HEAD + act).deliberations[0]

    assert (found.number, found.title) == ("DE_2022_022", "Prix de l'eau")


def test_the_votes_of_another_assembly_are_none_of_this_one():
    act = """
Délibération n°24-37 : Motion pour la perception
Le Conseil se prononce à l'unanimité.
Le président de la chasse signale que 4 voix contre 3 ont été données à la société de chasse.
"""

    vote = sitting_of(HEAD + act).deliberations[0].vote

    assert vote is not None
    assert (vote.unanimous, vote.votes_for, vote.against) == (True, None, None)


def test_no_refusal_counted_refuses_nothing():
    act = "\nObjet : Prix de l'eau\nLe Conseil FIXE le prix du m3.\nPour : 4   Contre : 1   Abstention : 0   Refus : 0\n"

    vote = sitting_of(HEAD + act).deliberations[0].vote

    assert vote is not None
    assert vote.outcome is Outcome.ADOPTED


def test_an_identifier_alone_on_a_line_above_the_roll_is_the_number_of_an_extract():
    act = "\nObjet : Prix de l'eau\nLe Conseil FIXE le prix du m3.\nPour : 4   Contre : 1   Abstention : 0\n"

    found = sitting_of(HEAD.replace("Etaient", "N° DEL-2022-112\n\nEtaient") + act)

    assert [one.number for one in found.deliberations] == ["DEL-2022-112"]


def test_who_stands_on_the_line_above_does_not_leave_the_room_too():
    act = """
2. FINANCES – COMPTE ADMINISTRATIF 2021
Rapporteur : M. DUPRAT
Mme BELLOC quitte la salle.
4 voix POUR
"""

    vote = sitting_of(HEAD + act).deliberations[0].vote

    assert vote is not None
    assert [one.name for one in vote.named] == ["BELLOC"]


def test_a_single_proxy_has_its_heading_too():
    gave = "\nAvait donné pouvoir : Mme ROUZAUD à M. ARNAUD\n"

    assert [(one.giver, one.holder) for one in sitting_of(HEAD + gave).proxies] == [("ROUZAUD", "ARNAUD")]


@pytest.mark.parametrize("nobody", ["/", "-", "néant", "0"])
def test_a_stroke_after_a_way_of_voting_is_nobody(nobody):
    act = f"\n2. VOIRIE\nLe Conseil étudie le devis.\nVote : Pour : 5 - Contre : {nobody} - Abstention : {nobody}\n"

    vote = sitting_of(HEAD + act).deliberations[0].vote

    assert vote is not None
    assert (vote.votes_for, vote.against, vote.abstention) == (5, 0, 0)


def test_an_act_that_is_put_off_keeps_its_number_and_its_title():
    acts = """
DÉLIBÉRATION 2022-06-01
RÈGLEMENT DU CIMETIÈRE
Vote à main levée : 5 voix pour – 0 voix contre – 0 abstention

DÉLIBÉRATION 2022-06-02
EFFACEMENT DES RÉSEAUX
Le projet est reporté à une prochaine séance.

DÉLIBÉRATION 2022-06-03
MOTION POUR L'ÉCOLE
Vote à main levée : 4 voix pour – 1 voix contre – 0 abstention
"""

    sitting = sitting_of(HEAD + acts)

    assert [(one.number, one.title) for one in sitting.deliberations] == [
        ("2022-06-01", "RÈGLEMENT DU CIMETIÈRE"),
        ("2022-06-02", "EFFACEMENT DES RÉSEAUX"),
        ("2022-06-03", "MOTION POUR L'ÉCOLE"),
    ]
    assert sitting.deliberations[1].vote is None
    assert [one.verb for one in sitting.deliberations[1].decisions] == ["reporter"]


def test_who_presides_by_age_is_named_after_it():
    head = HEAD.replace(", sous la présidence de M. Étienne BOISSARD.", ".")
    words = "\nLa présidence est assurée par le doyen d'âge, M. DUPRAT.\n"

    chair = sitting_of(head + words).chair

    assert chair is not None
    assert chair.value == "DUPRAT"


@pytest.mark.parametrize(
    ("cut", "title"),
    [
        ("Travaux de la sous-\npréfecture", "Travaux de la sous-préfecture"),
        ("Fermeture de la gen-\ndarmerie", "Fermeture de la gendarmerie"),
        ("Agenda des rendez-\nvous", "Agenda des rendez-vous"),
        ("Convention de par-\ntenariat", "Convention de partenariat"),
    ],
)
def test_a_word_of_a_title_cut_by_its_line_keeps_the_hyphen_that_is_its_own(cut, title):
    act = f"\nDélibération n° 2022-088 : {cut}\n\nVote : Pour : 5   Contre : 0   Abstention : 0\n"

    assert [one.title for one in sitting_of(HEAD + act).deliberations] == [title]


@pytest.mark.parametrize("before", ["", "M. ARNAUD à M. DUPRAT ; "])
def test_a_giver_whose_name_is_cut_by_the_end_of_a_line_is_whole_even_where_the_given_name_is_rare(before):
    words = f"""
Excusés : Mme Zorabelle NANTILLAC

Pouvoirs : {before}Mme Zorabelle
NANTILLAC à Mme BELLOC.
"""

    sitting = sitting_of(HEAD + words)

    assert ("Zorabelle NANTILLAC", "BELLOC") in [(one.giver, one.holder) for one in sitting.proxies]


@pytest.mark.parametrize("name", ["Zorabelle\nVANNOZ", "Anne-Lise VAN\nHOORDE", "DE LA\nTOURNELLE Noé"])
def test_a_holder_whose_name_is_cut_by_the_end_of_a_line_is_whole(name):
    words = f"\nExcusée : Mme GARRIGOU\n\nProcurations : de Mme GARRIGOU à Mme {name}.\n"

    holder = sitting_of(HEAD + words).proxies[0].holder

    assert set(holder.split()) == set(name.split())
