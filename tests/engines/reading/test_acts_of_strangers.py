"""Acts as other councils write them: invented documents, with invented people and our own words."""

from textwrap import dedent

import pytest

from declic.engines.reading.flat_text import with_lines
from declic.engines.reading.sitting import read_sitting
from declic.engines.reading.text import Layout


HEAD = """
    CONSEIL MUNICIPAL DE BELLEFOND
    Compte rendu de la séance du 14 avril 2023

    Présents : Luc AUBRY, Eva BRUN, Noé CADET, Ida DORE
    Absent : Max ELOY
    Secrétaire de séance : Eva BRUN
"""


def read(text):
    return read_sitting(Layout(text))


def sitting_of(body, head=HEAD):
    return read(dedent(head) + dedent(body))


def told(sitting):
    return [
        (act.number, act.title, act.vote and (act.vote.votes_for, act.vote.against, act.vote.abstention))
        for act in sitting.deliberations
    ]


def test_an_identifier_at_the_end_of_the_line_makes_it_the_title_of_an_act():
    found = sitting_of(
        """
        Extension du columbarium ( DE_2023_014)

        Le maire expose le devis.
        Le conseil municipal, après en avoir délibéré, par 3 voix pour et 1 abstention, retient le devis.

        Prêt de la salle des jeunes : 2023-15

        Le conseil municipal, après en avoir délibéré, décide par 4 voix pour de prêter la salle.
        """
    )

    assert told(found) == [
        ("DE_2023_014", "Extension du columbarium", (3, 0, 1)),
        ("2023-15", "Prêt de la salle des jeunes", (4, 0, 0)),
    ]


def test_a_numbered_title_under_an_identifier_is_the_act_s():
    found = sitting_of(
        """
        2023-02-001
        I – Achat d'une tondeuse :

        Après en avoir délibéré, le Conseil Municipal :
        -RETIENT l'offre la moins chère,
        VOTE : 3 pour, 1 abstention

        2023-02-002
        II – Entretien du lavoir :

        Après en avoir délibéré, le Conseil Municipal :
        -ADOPTE le programme,
        VOTE : 2 pour, 2 contre
        """
    )

    assert told(found) == [
        ("2023-02-001", "Achat d'une tondeuse", (3, 0, 1)),
        ("2023-02-002", "Entretien du lavoir", (2, 2, 0)),
    ]


def test_a_roman_number_without_a_stop_opens_a_title_in_capitals_and_no_sentence():
    found = sitting_of(
        """
        I ACHAT DE LA TONDEUSE DU 1er LOT

        Le conseil municipal, à l'unanimité, retient le devis.
        V est la lettre de la travée qui fut repeinte.

        II ENTRETIEN DU LAVOIR

        Le conseil municipal, par 3 voix pour et 1 contre (M. CADET), adopte le programme.
        """
    )

    assert [act.title for act in found.deliberations] == [
        "ACHAT DE LA TONDEUSE DU 1er LOT",
        "ENTRETIEN DU LAVOIR",
    ]
    assert [decision.verb for decision in found.deliberations[1].decisions] == ["adopter"]


def test_titles_that_nothing_numbers_part_the_results_below_them():
    found = sitting_of(
        """
        Le procès-verbal de la séance de mars est approuvé à l'unanimité.

        Toiture du lavoir
        Le maire rappelle que la charpente a souffert de l'hiver.
        Section d'investissement :
        Dépenses = 12 000.00
        Le conseil municipal décide, par 3 voix pour et 1 abstention, de lancer les travaux.

        Jeux de la place
        Le conseil municipal approuve à l'unanimité le choix des jeux.
        """
    )

    assert told(found)[1:] == [
        (None, "Toiture du lavoir", (3, 0, 1)),
        (None, "Jeux de la place", (None, None, None)),
    ]


def test_two_results_without_a_title_between_are_of_one_act():
    found = sitting_of(
        """
        Toiture du lavoir

        Le conseil municipal, à l'unanimité, décide de lancer les travaux.
        AUTORISE le maire à signer

        Adopté à l'unanimité.
        """
    )

    assert len(found.deliberations) == 1


def test_a_deliberation_named_on_the_agenda_gives_no_act_its_number():
    found = sitting_of(
        """
        Jeux de la place

        Le conseil municipal approuve à l'unanimité le choix des jeux.
        """,
        head="""
            CONSEIL MUNICIPAL DE BELLEFOND
            Compte rendu de la séance du 14 avril 2023
            Ordre du jour :
              . Délibération n° 1904202301 du 19 avril 2022 : retrait
              . Jeux de la place
            Présents : Luc AUBRY, Eva BRUN, Noé CADET, Ida DORE
        """,
    )

    assert [act.number for act in found.deliberations] == [None]


def test_an_extract_may_say_its_act_and_its_vote_above_the_roll():
    found = sitting_of(
        "",
        head="""
            EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL COMMUNAUTAIRE
            L'an deux mille vingt-trois, le 14 avril, le Conseil communautaire s'est réuni sous la présidence de M. Luc AUBRY.
            DÉLIBÉRATION : DEL 23-08 STATUTS DU SYNDICAT DES LAVOIRS
            DÉLIBÉRATION APPROUVÉE : Pour 3

            Contre 0 Abstentions 1
            Conseillers communautaires présents :
            Luc AUBRY, Eva BRUN, Noé CADET, Ida DORE
        """,
    )

    assert told(found) == [("DEL 23-08", "STATUTS DU SYNDICAT DES LAVOIRS", (3, 0, 1))]


FLAT = (
    "SYNDICAT DES LAVOIRS Réunion du 14 avril 2023 Sous la présidence de Monsieur AUBRY Luc, Président, Présents : Mmes BRUN Eva, DORE Ida, "
    "MM. AUBRY Luc, CADET Noé. Absents excusés : M. ELOY Max. Secrétaire de séance : Mme BRUN Eva Ordre du jour : - Compte rendu - Règlement - Jeux "
    "Monsieur le Président ouvre la séance et remercie chacun de sa venue. 1) Approbation du compte rendu Après lecture, le compte rendu est "
    "approuvé à l'unanimité. 2) Règlement des lavoirs Monsieur le Président rappelle que le règlement date. "
    + "Chacun en parle longuement, et les avis se rejoignent. "
    * 16
    + "Le Comité Syndical, après en avoir délibéré, par 3 voix pour et 1 abstention, approuve le règlement. 3) Jeux de la place Le Comité Syndical, "
    "à l'unanimité, approuve le choix des jeux. ACTE EXECUTOIRE Reçu le 20 avril 2023"
)


def test_a_text_on_one_line_is_read_as_if_its_lines_had_come_back():
    found = read(FLAT)

    assert len(found.members) == 5
    assert [act.question for act in found.deliberations] == [1, 2, 3]
    assert found.deliberations[1].title == "Règlement des lavoirs"
    assert (found.deliberations[1].vote.votes_for, found.deliberations[1].vote.abstention) == (3, 1)
    assert "acter" not in [one.verb for act in found.deliberations for one in act.decisions]


def test_the_lines_that_come_back_take_the_place_of_blanks_and_no_other_character():
    lines = with_lines(FLAT)

    assert len(lines) == len(FLAT)
    assert lines.count("\n") > 8
    assert lines.replace("\n", " ") == FLAT


def test_a_long_paragraph_of_prose_stays_on_its_line():
    prose = "Le lavoir est beau, et chacun le dit. " * 60

    assert with_lines(prose) == prose


def test_numbers_said_again_on_the_agenda_below_the_roll_open_no_act_there():
    found = sitting_of(
        """
        Ordre du jour :
        Délibération n° 2023-01 : Budget primitif
        Délibération n° 2023-02 : Taux des taxes

        Délibération n° 2023-01 : Budget primitif
        Le conseil municipal approuve le budget par 3 voix pour et 1 contre.
        Délibération n° 2023-01

        Délibération n° 2023-02 : Taux des taxes
        Le conseil municipal fixe les taux à l'unanimité.
        """
    )

    assert told(found) == [
        ("2023-01", "Budget primitif", (3, 1, 0)),
        ("2023-02", "Taux des taxes", (None, None, None)),
    ]


def test_a_report_of_a_composed_number_is_an_act():
    found = sitting_of(
        """
        RAPPORT N° 1/01 - AIDES AUX COMMUNES
        La commission permanente, après en avoir délibéré, décide d'attribuer les aides.
        Adopté à l'unanimité
        RAPPORT N° 2/01 - ROUTES
        Pour : 3 - Contre : 1 (M. CADET)
        """
    )

    assert [(act.number, act.title) for act in found.deliberations] == [
        ("1/01", "AIDES AUX COMMUNES"),
        ("2/01", "ROUTES"),
    ]


def test_an_extract_whose_roll_stands_under_its_object_keeps_its_title():
    (act,) = sitting_of(
        """
        Délibération n° CC-2023-045
        Objet : Plan climat

        Présents : Luc AUBRY, Eva BRUN, Noé CADET, Ida DORE
        Absent : Max ELOY

        Le conseil communautaire, après en avoir délibéré, adopte le plan climat par 4 voix pour.
        """,
        head="EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL COMMUNAUTAIRE\nSéance du 14 avril 2023\n",
    ).deliberations

    assert (act.number, act.title) == ("CC-2023-045", "Plan climat")


FLAT_ACTS = (
    "CONSEIL MUNICIPAL DE BELLEFOND Compte rendu de la séance du 14 avril 2023 Présents : Luc AUBRY, Eva BRUN, Noé CADET, Ida DORE Absent : Max ELOY "
    "Secrétaire de séance : Eva BRUN 2023/12 : Jeux de la place Le conseil municipal, après en avoir délibéré, à l'unanimité, retient le devis. "
    "2023/13 : Affectation du résultat Accord à l'unanimité. 2023/14 : Voirie Votants : 4 Pour : 3 Contre : 1 Abstention : 0 "
    "2023/15 : Routes Adopté à la majorité Pour : 3 - Contre : 1 (M. CADET) Le maire lève la séance. "
    + "Chacun remercie les agents du soin qu'ils ont pris des rues. "
    * 4
)


def test_identifiers_part_the_acts_of_a_text_on_one_line():
    found = read(FLAT_ACTS)

    assert [(act.number, act.vote.against, act.vote.unanimous) for act in found.deliberations] == [
        ("2023/12", None, True),
        ("2023/13", None, True),
        ("2023/14", 1, None),
        ("2023/15", 1, False),
    ]
    assert found.deliberations[1].title == "Affectation du résultat"


def test_unanimity_of_another_sentence_is_no_contradiction_of_counts_that_deny_it():
    (act,) = sitting_of(
        """
        Délibération 2023-14 : Voirie
        Par 3 voix pour et 1 contre, le devis est retenu pour la rue haute et pour la rue basse, dit le maire.
        Le compte rendu de la commission fut lui approuvé à l'unanimité.
        """
    ).deliberations

    assert (act.vote.votes_for, act.vote.against, act.vote.unanimous) == (3, 1, None)


def test_unanimity_beside_counts_that_deny_it_is_kept_and_told():
    (act,) = sitting_of(
        "\nDélibération 2023-14 : Voirie\nAdopté à l'unanimité.\nPour : 3 Contre : 1 Abstention : 0\n"
    ).deliberations

    assert (act.vote.against, act.vote.unanimous) == (1, True)


@pytest.mark.parametrize(
    "section",
    ["Exposé des motifs", "Débat et interventions", "Intervention de Mme Ida DORE", "Réponse de M. le Maire"],
)
def test_the_title_of_a_section_inside_an_act_is_not_the_title_of_the_act(section):
    found = sitting_of(
        f"""
        Réfection du préau de l'école

        {section}
        Les prix ont monté.

        Le conseil décide de retenir le devis.
        Adopté à l'unanimité.

        Vote des taux d'imposition

        Le conseil décide de garder les taux.
        Adopté à l'unanimité.

        Présentation du rapport de l'eau

        Le conseil décide d'approuver le rapport.
        Adopté à l'unanimité.
        """
    )

    assert [act.title for act in found.deliberations] == [
        "Réfection du préau de l'école",
        "Vote des taux d'imposition",
        "Présentation du rapport de l'eau",
    ]
