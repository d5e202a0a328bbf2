"""Who comes and goes between the acts, and how the counted votes settle what the words leave open."""

from textwrap import dedent

import pytest

from declic.engines.reading.sitting import read_sitting
from declic.engines.reading.text import Layout


HEAD = """
    PROCÈS-VERBAL DU CONSEIL MUNICIPAL DE BELLEFOND
    Séance du 18 octobre 2022, à vingt heures, sous la présidence de Mme Alice RENAUD, maire.
    Étaient présents : Alice RENAUD, Marc VIDAL, Julie FONTAINE, Éric MASSON, Sarah LOPEZ, Laure PEREZ{there}
    Étaient représentés : Denis FOURNIER par Marc VIDAL
    Était absent : Kévin ROY
    Secrétaire de séance : Laure PEREZ
"""
ACTS = """
    Point n° 1 : Personnel communal
    {first}
    Pour : {one} ; contre : 0 ; abstention : 0
    {between}
    Point n° 2 : École
    Pour : {two} ; contre : 0 ; abstention : 0

    Point n° 3 : Eau
    Pour : {three} ; contre : 0 ; abstention : 0
"""


def read_whole(text):
    return read_sitting(Layout(text))


def read(*, there="", first="Le maire présente le dossier.", between="", votes=(7, 7, 7)):
    one, two, three = votes
    text = dedent(HEAD).format(there=there) + dedent(ACTS).format(
        first=first, between=between, one=one, two=two, three=three
    )
    return read_sitting(Layout(text))


def ranges(sitting, name):
    member = next(one for one in sitting.members if one.name == name)
    return [(part.first, part.last) for part in member.ranges]


@pytest.mark.parametrize(
    "said",
    [
        "Arrivée de Mme Sarah LOPEZ à 20 h 25.",
        "Sarah LOPEZ arrive à 20h25.",
        "Mme Sarah LOPEZ rejoint la séance.",
        "Sarah LOPEZ est arrivée avant le vote de la question 2.",
    ],
)
def test_who_comes_between_two_acts_is_there_from_the_next(said):
    sitting = read(between=said, votes=(6, 7, 7))

    assert ranges(sitting, "Sarah LOPEZ") == [(2, None)]
    assert sitting.choices == ()


@pytest.mark.parametrize(
    "said",
    [
        "Départ de Sarah LOPEZ à 20 h 25.",
        "Mme Sarah LOPEZ quitte la séance à 20h25.",
        "Sarah LOPEZ a quitté la réunion après le vote de la question n° 1.",
    ],
)
def test_who_leaves_between_two_acts_is_there_until_the_one_before(said):
    assert ranges(read(between=said, votes=(7, 6, 6)), "Sarah LOPEZ") == [(None, 1)]


def test_who_leaves_may_leave_a_vote_behind():
    sitting = read(between="Éric MASSON quitte la séance et donne pouvoir à Julie FONTAINE.")

    assert ranges(sitting, "Éric MASSON") == [(None, 1)]
    assert [(one.giver, one.holder, one.range.first) for one in sitting.proxies] == [
        ("Denis FOURNIER", "Marc VIDAL", None),
        ("Éric MASSON", "Julie FONTAINE", 2),
    ]


def test_who_was_absent_and_comes_is_present_from_then():
    sitting = read(between="Arrivée de M. Kévin ROY.\n", votes=(7, 8, 8))

    assert ranges(sitting, "Kévin ROY") == [(2, None)]


def test_an_hour_alone_is_settled_by_the_votes_counted():
    sitting = read(there=", Kévin BLANC (arrivé à 20h40)", votes=(7, 7, 8))

    assert ranges(sitting, "Kévin BLANC") == [(3, None)]
    assert [(one.chosen, one.rivals) for one in sitting.choices] == [
        ("à partir de la question 3", ("pour toute la séance", "à partir de la question 2"))
    ]
    assert "7 à la question 1" in sitting.choices[0].constraint


def test_an_hour_alone_that_no_vote_settles_is_to_confirm():
    text = dedent(HEAD).format(there=", Kévin BLANC (arrivé à 20h40)") + dedent("""
        Point n° 1 : Personnel communal
        Adopté à l'unanimité.

        Point n° 2 : École
        Adopté à l'unanimité.
    """)

    sitting = read_whole(text)

    assert ranges(sitting, "Kévin BLANC") == []
    assert [(one.chosen, one.constraint) for one in sitting.choices] == [("pour toute la séance", None)]


@pytest.mark.parametrize(
    "prose",
    [
        "Sarah LOPEZ évoque le départ à la retraite de Laure PEREZ, agent de la salle.",
        "Marc VIDAL rappelle que le bail arrive à échéance en séance de juin.",
        "Éric MASSON est arrivé en tête du concours, dit la salle.",
        "Les familles quittent la commune pour la ville.",
    ],
)
def test_other_arrivals_and_departures_move_nobody(prose):
    assert all(not member.ranges for member in read(between=prose).members)


def test_who_withdraws_for_one_vote_is_named_apart_and_stays_a_member_present():
    sitting = read(first="M. Éric MASSON ne prend pas part au vote.", votes=(6, 7, 7))

    assert ranges(sitting, "Éric MASSON") == []
    assert [(one.name, one.way.value) for one in sitting.deliberations[0].vote.named] == [
        ("Éric MASSON", "not_taking_part")
    ]
    assert sitting.deliberations[1].vote.named == ()


def test_a_bracket_of_the_roll_tells_of_the_one_name_before_it():
    sitting = read(there=", Kévin BLANC (arrivé à 20h40, délibération n°2)", votes=(7, 8, 8))

    assert ranges(sitting, "Kévin BLANC") == [(2, None)]
    assert ranges(sitting, "Laure PEREZ") == []


def test_who_comes_back_from_a_vote_never_left_the_sitting():
    sitting = read(
        first="M. Éric MASSON sort de la salle.", between="M. Éric MASSON rejoint la séance.", votes=(6, 7, 7)
    )

    assert ranges(sitting, "Éric MASSON") == []
    assert [one.name for one in sitting.deliberations[0].vote.named] == ["Éric MASSON"]


def test_taking_no_part_is_no_departure():
    sitting = read(first="Mme le Maire ne prend pas part au vote.", votes=(6, 7, 7))

    assert all(not member.ranges for member in sitting.members)
    assert [(one.votes_for, one.against) for one in (act.vote for act in sitting.deliberations)] == [
        (6, 0),
        (7, 0),
        (7, 0),
    ]
