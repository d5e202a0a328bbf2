"""What minutes say against themselves beyond the ten checks; and silence where another reading is possible."""

from textwrap import dedent

import pytest

from declic.engines.reading.reader import read_text


HEAD = """
    Conseil municipal de Bellefond
    Séance du {day}
    Présents : Luc AUBRY, Eva BRUN, Noé CADET, Ida DORE
    Absent : Max ELOY (pouvoir à {holder})
"""


def rules(body="", *, day="14 avril 2023", holder="Eva BRUN"):
    text = dedent(HEAD).format(day=day, holder=holder) + "\n" + dedent(body)
    return {finding.rule: finding for finding in read_text(text).findings}


@pytest.mark.parametrize(
    "said",
    [
        "Quorum atteint avec 5 élus représentés (minimum 3).",
        "Le quorum est atteint : 5 présents ou représentés.",
        "Le quorum étant atteint avec 5 votants, la séance est ouverte.",
    ],
)
def test_a_quorum_counted_on_members_represented_is_an_error_of_law(said):
    found = rules(said)["quorum_on_represented"]

    assert found.severity.value == "error"
    assert "L2121-17" in found.message


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Le quorum est atteint.", "14 avril 2023"),
        ("Le quorum est atteint avec 4 membres présents, 1 représenté.", "14 avril 2023"),
        ("Quorum atteint avec 5 élus représentés.", "25 mai 2020"),
    ],
)
def test_a_quorum_of_members_present_or_of_the_weeks_when_all_counted_is_no_finding(said, day):
    assert "quorum_on_represented" not in rules(said, day=day)


ELECTION = """
    1. Élection du maire
    Nombre de votants : {voters}
    Bulletins blancs : 1
    Bulletins nuls : 0
    Suffrages exprimés : {cast}
    Majorité absolue : {majority}
    M. Luc AUBRY : {score} voix
    2. Tarifs
    Adopté à l'unanimité.
"""


@pytest.mark.parametrize(
    ("numbers", "is_wrong"),
    [((5, 4, 3, 4), False), ((5, 5, 3, 4), True), ((5, 4, 2, 4), True), ((5, 4, 3, 5), True)],
)
def test_an_election_is_counted_again(numbers, is_wrong):
    voters, cast, majority, score = numbers
    body = ELECTION.format(voters=voters, cast=cast, majority=majority, score=score)

    assert ("election_adds_up" in rules(body)) is is_wrong


def test_a_holder_spelt_one_letter_away_from_one_member_is_asked_about():
    assert "Eva BRUN" in rules(holder="Eva BRUNE")["name_spelt_two_ways"].message
    assert "name_spelt_two_ways" not in rules(holder="Odile PERRACHON")


def test_a_number_that_carries_another_day_than_its_sitting_is_shown():
    body = """
        2023-04-14-01 Tarifs de la salle
        Adopté à l'unanimité.
        2023-04-14-02 Achat d'un broyeur
        Adopté à l'unanimité.
        2023-03-10-03 Règlement du cimetière
        Adopté à l'unanimité.
    """

    assert "2023-03-10" in rules(body)["act_number_date"].message


def test_minutes_approved_under_two_dates_are_shown():
    body = """
        1. Approbation du compte rendu de la séance du 3 mars 2023
        Le procès-verbal de la séance du {day} est soumis au vote. Il est adopté à l'unanimité.
        2. Tarifs
        Adopté à l'unanimité.
    """

    assert "minutes_of_two_days" in rules(body.format(day="13 mars 2023"))
    assert "minutes_of_two_days" not in rules(body.format(day="3 mars 2023"))


def test_an_hour_that_no_vote_settles_is_shown_to_be_confirmed():
    body = """
        1. Tarifs
        Adopté à l'unanimité.
        2. Achat
        Adopté à l'unanimité.
    """
    text = (
        dedent(HEAD)
        .format(day="14 avril 2023", holder="Eva BRUN")
        .replace("Ida DORE", "Ida DORE, Noé BLANC (arrivé à 20h40)")
    )

    found = [one for one in read_text(text + dedent(body)).findings if one.rule == "reading_to_confirm"]

    assert [one.message for one in found] == [
        "Arrivée de Noé BLANC à 20 h 40 : lu pour toute la séance ; possible aussi : à partir de la question 2. À confirmer."
    ]
    assert [one.severity.value for one in found] == ["info"]


def test_a_sentence_that_ends_with_people_present_declares_no_total():
    body = """
        Le maire remercie les présents.
        * Délibération 1 : Tarifs. Voté à l'unanimité.
        * Délibération 2 : Emprunt. Le conseil refuse par 4 voix contre et 1 voix pour.
    """
    reading = read_text(dedent(HEAD).format(day="14 avril 2023", holder="Eva BRUN") + "\n" + dedent(body))

    assert "members_add_up" not in {one.rule for one in reading.findings}
    assert reading.sitting is not None
    assert reading.sitting.declared_present is None
    assert [act.title for act in reading.sitting.deliberations] == ["Tarifs", "Emprunt"]


def test_a_place_in_capitals_ends_before_the_verb():
    text = (
        "LE CONSEIL MUNICIPAL DE BELLEFOND S'EST REUNI LE 4 MAI 2023\nPRESENTS : M. LUC AUBRY, MME EVA BRUN\n"
    )
    sitting = read_text(text).sitting

    assert sitting is not None
    assert sitting.body is not None
    assert sitting.body.value == "Conseil municipal de Bellefond"
