"""Minutes in the layouts that communes and communities use, with invented people and our own words."""

import datetime
from textwrap import dedent

import pytest

from declic.engines.reading.drafts import DocumentKind, Status
from declic.engines.reading.kinds import recognise_kind
from declic.engines.reading.sitting import read_sitting
from declic.engines.reading.text import Layout


def read(text):
    return read_sitting(Layout(dedent(text)))


def named(sitting, status=Status.PRESENT):
    return [member.name for member in sitting.members if member.status is status]


def given_votes(sitting):
    return [(proxy.giver, proxy.holder) for proxy in sitting.proxies]


def votes(sitting):
    return [
        (act.vote.votes_for, act.vote.against, act.vote.abstention) if act.vote else None
        for act in sitting.deliberations
    ]


EXTRACT = """
    DÉPARTEMENT DU VAL-D'ORBE
    COMMUNE DE FERRIÈRES-LE-HAUT

    EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL

    L'an deux mille vingt-trois, le jeudi quinze juin à vingt heures trente, le Conseil municipal de la commune
    de Ferrières-le-Haut, dûment convoqué le neuf juin deux mille vingt-trois, s'est réuni en session ordinaire,
    sous la présidence de Madame Odile PERRACHON, Maire.

    Nombre de conseillers :
    - en exercice : 11
    - présents : 8
    - votants : 10

    Étaient présents : Mme Odile PERRACHON, MM. Marcel VANNOZ, Hugo TISSANDIER, Ali BENHAMOU, Mmes Zora KEBBAL,
    Lise GARRIGOU, MM. Paul ROUVIER et Luc DELORT.

    Absents ayant donné pouvoir : M. Théo MARCHANDOT à Mme Odile PERRACHON, Mme Inès ARNOUX à M. Luc DELORT.

    Absent excusé : M. Yann SAUVANET.

    M. Hugo TISSANDIER a été élu secrétaire de séance.

    N° 2023-06-15/04
    OBJET : Tarifs du restaurant scolaire

    Les tarifs n'ont pas changé depuis 2019. Le Département avait voté à l'unanimité une aide pour les communes.

    Le Conseil municipal, après en avoir délibéré, par 9 voix pour et 1 abstention (M. ROUVIER) :
    - FIXE le prix du repas à 4,10 € à compter du 1er septembre 2023 ;
    - AUTORISE Madame le Maire à signer tout document utile.

    Pour extrait conforme,
    Le Maire,
    Odile PERRACHON

    La présente délibération peut être contestée par un recours devant le Tribunal administratif de Grandval dans
    un délai de deux mois à compter de sa publication.
"""


def test_an_extract_with_collective_civilities():
    sitting = read(EXTRACT)

    assert sitting.body.value == "Conseil municipal de Ferrières-le-Haut"
    assert sitting.date.value == datetime.date(2023, 6, 15)
    assert sitting.weekday.value == "jeudi"
    assert sitting.convened_on.value == datetime.date(2023, 6, 9)
    assert sitting.opened_at.value == datetime.time(20, 30)
    assert sitting.chair.value == "Odile PERRACHON"
    assert sitting.secretary.value == "Hugo TISSANDIER"
    assert (
        sitting.members_in_office.value,
        sitting.declared_present.value,
        sitting.declared_voters.value,
    ) == (11, 8, 10)
    assert named(sitting) == [
        "Odile PERRACHON", "Marcel VANNOZ", "Hugo TISSANDIER", "Ali BENHAMOU",
        "Zora KEBBAL", "Lise GARRIGOU", "Paul ROUVIER", "Luc DELORT",
    ]  # fmt: skip
    assert [one.civility for one in sitting.members[:5]] == ["Mme", "M.", "M.", "M.", "Mme"]
    assert named(sitting, Status.REPRESENTED) == ["Théo MARCHANDOT", "Inès ARNOUX"]
    assert named(sitting, Status.EXCUSED) == ["Yann SAUVANET"]
    assert given_votes(sitting) == [("Théo MARCHANDOT", "Odile PERRACHON"), ("Inès ARNOUX", "Luc DELORT")]


def test_an_act_of_an_extract_with_its_decisions_its_vote_and_its_appeal():
    (act,) = read(EXTRACT).deliberations

    assert (act.number, act.title) == ("2023-06-15/04", "Tarifs du restaurant scolaire")
    assert [one.verb for one in act.decisions] == ["fixer", "autoriser"]
    assert (act.vote.votes_for, act.vote.abstention, act.vote.unanimous) == (9, 1, None)
    assert (act.appeal_court, act.appeal_months) == ("Tribunal administratif de Grandval", 2)
    assert [(one.name, one.role) for one in read(EXTRACT).signatures] == [("Odile PERRACHON", "Maire")]


def test_nobody_is_against_where_those_counted_are_all_the_voters():
    (act,) = read(EXTRACT).deliberations

    assert act.vote.against == 0


def test_minutes_of_a_community_by_commune_surname_first_with_a_substitute():
    sitting = read("""
        COMMUNAUTÉ DE COMMUNES DES TROIS RIVIÈRES
        PROCÈS-VERBAL DU CONSEIL COMMUNAUTAIRE
        Séance publique du mardi 12 mars 2024

        Date de convocation : 5 mars 2024
        Conseillers en exercice : 9 – Présents : 6 – Procurations : 2 – Votants : 8

        Titulaires présents :
        AUBERIVE : ROUVIER Paul, VANNOZ Marcel
        BELLEFOND : KEBBAL Zora (à partir du point 3)
        LA COMBE : TISSANDIER Hugo
        VALMY : GARRIGOU Lise, suppléante de DELORT Luc
        SAINT-BARTHE : BENHAMOU Ali

        Absents excusés :
        AUBERIVE : PERRACHON Odile donne pouvoir à VANNOZ Marcel
        BELLEFOND : MARCHANDOT Théo (procuration à BENHAMOU Ali)
        VALMY : DELORT Luc

        Absents non excusés : Néant

        Assistaient également à la séance : Mme Nadia FERRAND, directrice générale des services, M. Louis ARNOUX.

        Secrétaire de séance : TISSANDIER Hugo

        Ordre du jour :
        1. Approbation du procès-verbal de la séance du 6 février 2024
        2. Budget primitif
        3. Convention avec l'office de tourisme

        1. Approbation du procès-verbal de la séance du 6 février 2024
        Le procès-verbal est approuvé à l'unanimité.

        2. Budget primitif
        Un débat s'engage pour savoir si 3 communes sont pour ou contre le projet.
        Vote : 6 pour, 1 contre (M. ROUVIER), 1 abstention

        3. Convention avec l'office de tourisme
        Le conseil communautaire, à la majorité (2 contre : Mme KEBBAL et M. ROUVIER), approuve la convention.

        La séance est levée à 22h15.
    """)

    assert sitting.body.value == "Conseil communautaire de la Communauté de Communes des Trois Rivières"
    assert (sitting.date.value, sitting.weekday.value) == (datetime.date(2024, 3, 12), "mardi")
    assert sitting.closed_at.value == datetime.time(22, 15)
    assert [(one.name, one.group) for one in sitting.members if one.status is Status.PRESENT] == [
        ("Paul ROUVIER", "AUBERIVE"), ("Marcel VANNOZ", "AUBERIVE"), ("Zora KEBBAL", "BELLEFOND"),
        ("Hugo TISSANDIER", "LA COMBE"), ("Ali BENHAMOU", "SAINT-BARTHE"),
    ]  # fmt: skip
    assert [(one.name, one.replaces) for one in sitting.substitutes] == [("Lise GARRIGOU", "Luc DELORT")]
    assert sitting.members[2].ranges[0].first == 3
    assert named(sitting, Status.EXCUSED) == ["Odile PERRACHON", "Théo MARCHANDOT", "Luc DELORT"]
    assert given_votes(sitting) == [("Odile PERRACHON", "Marcel VANNOZ"), ("Théo MARCHANDOT", "Ali BENHAMOU")]
    assert [(act.question, act.vote.unanimous) for act in sitting.deliberations] == [
        (1, True),
        (2, None),
        (3, False),
    ]
    assert votes(sitting)[1] == (6, 1, 1)
    assert sitting.deliberations[2].vote.against == 2


def test_minutes_with_a_name_a_line_and_numbers_in_brackets():
    sitting = read("""
        VILLE DE GRANDVAL
        CONSEIL MUNICIPAL
        SÉANCE DU 3 AVRIL 2025

        La séance est ouverte à 18 heures 35 par M. Marcel VANNOZ, Maire.

        MEMBRES PRÉSENTS (5)
        Marcel VANNOZ, Maire
        Odile PERRACHON, 1ère adjointe
        Hugo TISSANDIER, 2ème adjoint chargé des sports, de la jeunesse
        Zora KEBBAL
        Ali BENHAMOU

        MEMBRES AYANT DONNÉ POUVOIR (2)
        Théo MARCHANDOT à Odile PERRACHON
        Inès ARNOUX à Zora KEBBAL

        MEMBRES ABSENTS (1)
        Yann SAUVANET

        SECRÉTAIRE DE SÉANCE
        Ali BENHAMOU

        DÉLIBÉRATION N°1 - Création d'un poste
        Rapporteur : Odile PERRACHON
        VOTE : ADOPTÉ À L'UNANIMITÉ

        DÉLIBÉRATION N°2 - Vente d'un terrain
        Rapporteur : Hugo TISSANDIER
        VOTE : ADOPTÉ À LA MAJORITÉ
        POUR : 5
        CONTRE : 2 (Zora KEBBAL, Inès ARNOUX)
        ABSTENTION : 0
    """)

    assert sitting.chair.value == "Marcel VANNOZ"
    assert sitting.opened_at.value == datetime.time(18, 35)
    assert named(sitting) == [
        "Marcel VANNOZ",
        "Odile PERRACHON",
        "Hugo TISSANDIER",
        "Zora KEBBAL",
        "Ali BENHAMOU",
    ]
    assert named(sitting, Status.ABSENT) == ["Yann SAUVANET"]
    assert given_votes(sitting) == [("Théo MARCHANDOT", "Odile PERRACHON"), ("Inès ARNOUX", "Zora KEBBAL")]
    assert sitting.secretary.value == "Ali BENHAMOU"
    assert [(act.question, act.rapporteur) for act in sitting.deliberations] == [
        (1, "Odile PERRACHON"),
        (2, "Hugo TISSANDIER"),
    ]
    assert votes(sitting)[1] == (5, 2, 0)
    assert [act.vote.unanimous for act in sitting.deliberations] == [True, False]


def test_minutes_with_given_names_only_and_a_holder_named_bare():
    sitting = read("""
        CR du conseil municipal 4 mai 2021
        Présents : Odile, Jean-Marc, Hugo, Zora, Ali.
        Excusés : Lise (pouvoir donné à Odile) / Théo (pouvoir donné Hugo) / Inès (pas de pouvoir)
        Luc : absent non excusé

        1/ Affouage
        6 votes pour / 1 abstention
        2/ Chemins
        Un devis de 2021pour 3 lots est présenté.
        7 votes pour
        3/ Motion
        Les voisins ont déjà voté cette motion à l'unanimité.
        4 votes pour 3 votes contre
    """)

    assert named(sitting) == ["Odile", "Jean-Marc", "Hugo", "Zora", "Ali"]
    assert named(sitting, Status.EXCUSED) == ["Lise", "Théo", "Inès"]
    assert named(sitting, Status.ABSENT) == ["Luc"]
    assert given_votes(sitting) == [("Lise", "Odile"), ("Théo", "Hugo")]
    assert votes(sitting) == [(6, 0, 1), (7, 0, 0), (4, 3, 0)]
    assert [act.vote.unanimous for act in sitting.deliberations] == [None, None, None]


NOTICE = """
    CONVOCATION AU CONSEIL MUNICIPAL

    Madame, Monsieur,
    Vous êtes prié(e) d'assister à la séance du conseil municipal qui se tiendra le lundi 4 novembre 2024 à 19 h.

    Ordre du jour :
    1. Approbation du procès-verbal du 30 septembre 2024
    2. Vote du budget annexe
    3. Délibération n° 2024-31 : adoption du règlement

    Je soussigné(e) ............ donne pouvoir à ............ pour me représenter.

    Le Maire,
    Odile PERRACHON
"""


def test_a_notice_has_a_day_and_no_act():
    sitting = read(NOTICE)

    assert sitting.date.value == datetime.date(2024, 11, 4)
    assert (sitting.members, sitting.proxies, sitting.deliberations, sitting.signatures) == ((), (), (), ())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (NOTICE, DocumentKind.NOTICE),
        (EXTRACT, DocumentKind.DELIBERATION),
        ("Le marché du samedi s'installe place du Tilleul, pour le plaisir de tous.", DocumentKind.UNKNOWN),
    ],
)
def test_the_kind_of_a_document_is_what_its_text_proves(text, kind):
    layout = Layout(dedent(text))

    assert recognise_kind(layout, sitting=read_sitting(layout), pact=None) is kind


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Le conseil municipal a bien voulu soutenir la fête. Étaient là 200 personnes.",
        "Comité de pilotage du 3 mai. Présents : la Ville, le Département, l'État.",
        "Article 1. Objet : la convention fixe les engagements du conseil municipal et de l'association.",
    ],
)
def test_a_text_that_shows_no_sitting_gives_none(text):
    assert read(text) is None
