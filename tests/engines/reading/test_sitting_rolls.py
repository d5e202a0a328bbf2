"""Rolls in a few words each: who is there, who is away, who votes for whom; invented people."""

from textwrap import dedent

import pytest

from declic.engines.reading.drafts import Status
from declic.engines.reading.sitting import read_sitting
from declic.engines.reading.text import Layout


HEAD = "Séance du conseil municipal du 3 mars 2022, sous la présidence de M. Marcel VANNOZ, maire.\n\n"


def read(roll):
    return read_sitting(Layout(HEAD + dedent(roll)))


def shown(sitting):
    return [(member.status.value, member.name) for member in sitting.members]


@pytest.mark.parametrize(
    ("said", "holder"),
    [
        ("M. Luc DELORT à Mme Zora KEBBAL", "Zora KEBBAL"),
        ("M. Luc DELORT donne pouvoir à Mme Zora KEBBAL", "Zora KEBBAL"),
        ("M. Luc DELORT a donné procuration à Mme Zora KEBBAL", "Zora KEBBAL"),
        ("M. Luc DELORT, excusé, ayant donné pouvoir à Mme Zora KEBBAL", "Zora KEBBAL"),
        ("pouvoir de M. Luc DELORT à Mme Zora KEBBAL", "Zora KEBBAL"),
        ("M. Luc DELORT (pouvoir à Mme Zora KEBBAL)", "Zora KEBBAL"),
        ("M. Luc DELORT (délégation de vote à Mme Zora KEBBAL)", "Zora KEBBAL"),
        ("M. Luc DELORT, représenté par Mme Zora KEBBAL", "Zora KEBBAL"),
        ("procuration : M. Luc DELORT → Mme Zora KEBBAL", "Zora KEBBAL"),
        ("M. Luc DELORT par Mme Zora KEBBAL", "Zora KEBBAL"),
        ("M. Luc DELORT : Mme Zora KEBBAL", "Zora KEBBAL"),
        ("M. Luc DELORT donne pouvoir à M. le Maire", "Marcel VANNOZ"),
        ("M. Luc DELORT pouvoir à Zora", "Zora"),
    ],
)
def test_a_vote_given_is_read_however_it_is_said(said, holder):
    sitting = read(f"Présents : M. Marcel VANNOZ, Mme Zora KEBBAL.\nPouvoirs : {said}.\n")

    assert [(one.giver, one.holder) for one in sitting.proxies] == [("Luc DELORT", holder)]
    assert shown(sitting)[-1] == ("represented", "Luc DELORT")


def test_several_people_give_their_votes_together():
    sitting = read("""
        Présents : M. Marcel VANNOZ, Mmes Zora KEBBAL et Lise GARRIGOU
        Excusés : MM. Luc DELORT et Théo MARCHANDOT ont donné pouvoir respectivement à M. Marcel VANNOZ et Mme Zora KEBBAL
    """)

    assert [(one.giver, one.holder) for one in sitting.proxies] == [
        ("Luc DELORT", "Marcel VANNOZ"),
        ("Théo MARCHANDOT", "Zora KEBBAL"),
    ]


def test_a_holder_may_be_named_before_the_giver():
    sitting = read(
        "Présents : M. Marcel VANNOZ, Mme Zora KEBBAL (ayant reçu pouvoir de M. Luc DELORT), Mme Lise GARRIGOU\n"
    )

    assert [(one.giver, one.holder) for one in sitting.proxies] == [("Luc DELORT", "Zora KEBBAL")]
    assert ("represented", "Luc DELORT") in shown(sitting)


def test_two_columns_are_givers_and_holders():
    sitting = read("""
        Présents : M. Marcel VANNOZ, Mme Zora KEBBAL

        Mandant | Mandataire
        M. Luc DELORT | Mme Zora KEBBAL
        Mme Lise GARRIGOU | M. Marcel VANNOZ
    """)

    assert [(one.giver, one.holder) for one in sitting.proxies] == [
        ("Luc DELORT", "Zora KEBBAL"),
        ("Lise GARRIGOU", "Marcel VANNOZ"),
    ]


def test_no_pouvoir_is_no_proxy():
    sitting = read(
        "Présents : M. Marcel VANNOZ, Mme Zora KEBBAL\nExcusés : M. Luc DELORT (pas de pouvoir donné)\n"
    )

    assert sitting.proxies == ()
    assert shown(sitting)[-1] == ("excused", "Luc DELORT")


def test_a_table_says_of_each_whether_they_are_there():
    sitting = read("""
        | Commune | Délégué | Présence | Pouvoir |
        | Auberive | M. Marcel VANNOZ | Présent | |
        | Bellefond | Mme Odile PERRACHON | Présente | |
        | La Combe | M. Hugo TISSANDIER | Excusé | à Mme Odile PERRACHON |
        | Valmy | Mme Zora KEBBAL | Absente | |
    """)

    assert [(one.status, one.name, one.group) for one in sitting.members] == [
        (Status.PRESENT, "Marcel VANNOZ", "Auberive"),
        (Status.PRESENT, "Odile PERRACHON", "Bellefond"),
        (Status.EXCUSED, "Hugo TISSANDIER", "La Combe"),
        (Status.ABSENT, "Zora KEBBAL", "Valmy"),
    ]
    assert [(one.giver, one.holder) for one in sitting.proxies] == [("Hugo TISSANDIER", "Odile PERRACHON")]


def test_those_named_after_everybody_but_are_away():
    sitting = read("""
        Présents : tous les membres en exercice sauf Mme Zora KEBBAL et M. Luc DELORT, excusés.
        M. Luc DELORT a donné pouvoir à M. Hugo TISSANDIER.
    """)

    assert [one.name for one in sitting.members if one.status is Status.PRESENT] == []
    assert {one.name for one in sitting.members} == {"Zora KEBBAL", "Luc DELORT"}
    assert [(one.giver, one.holder) for one in sitting.proxies] == [("Luc DELORT", "Hugo TISSANDIER")]


def test_initials_after_the_surname_and_a_substitute_in_brackets():
    sitting = read("""
        Étaient présents : VANNOZ M. – KEBBAL Z. – LE BORVEC J.P. – GARRIGOU L. (remplace DELORT L.) – ARNOUX I.
        Étaient absents : MARCHANDOT T. – ROUVIER P.
    """)

    assert shown(sitting) == [
        ("present", "M. VANNOZ"), ("present", "Z. KEBBAL"), ("present", "J.P. LE BORVEC"), ("present", "I. ARNOUX"),
        ("absent", "T. MARCHANDOT"), ("absent", "P. ROUVIER"),
    ]  # fmt: skip
    assert [(one.name, one.replaces) for one in sitting.substitutes] == [("L. GARRIGOU", "L. DELORT")]


def test_initials_before_the_surname_are_not_civilities():
    sitting = read("Présents : C. Vannoz, E. Kebbal, M. Garrigou, J.-P. Le Borvec, O. Arnoux\n")

    assert [one.name for one in sitting.members][-4:] == [
        "E. Kebbal",
        "M. Garrigou",
        "J.-P. Le Borvec",
        "O. Arnoux",
    ]
    assert all(one.civility is None for one in sitting.members if one.given == "M.")


def test_a_commune_may_follow_each_name():
    sitting = read(
        "Présents : Marcel Vannoz (Auberive) ; Odile Perrachon (La Combe) ; Hugo Tissandier (Valmy)\n"
    )

    assert [(one.name, one.group) for one in sitting.members] == [
        ("Marcel Vannoz", "Auberive"),
        ("Odile Perrachon", "La Combe"),
        ("Hugo Tissandier", "Valmy"),
    ]


def test_who_presides_is_in_the_room_even_when_the_list_leaves_them_out():
    sitting = read("Présents : Mme Zora KEBBAL, M. Hugo TISSANDIER.\n")

    assert shown(sitting)[0] == ("present", "Marcel VANNOZ")


def test_the_number_declared_present_settles_whether_who_presides_is_one_more():
    sitting = read("Présents : 2\nPrésents : Mme Zora KEBBAL, M. Hugo TISSANDIER.\n")

    assert shown(sitting) == [("present", "Zora KEBBAL"), ("present", "Hugo TISSANDIER")]


def test_staff_and_guests_are_not_members():
    sitting = read("""
        Présents : M. Marcel VANNOZ, Mme Zora KEBBAL, Mme Nadia FERRAND, directrice générale des services.
        Assistaient également : M. Louis ARNOUX, secrétaire de mairie.
        Invité : M. Paul ROUVIER
    """)

    assert shown(sitting) == [("present", "Marcel VANNOZ"), ("present", "Zora KEBBAL")]


def test_a_sentence_after_the_list_adds_nobody():
    sitting = read("""
        Présents : M. Marcel VANNOZ, Mme Zora KEBBAL.
        Absents : néant.

        Mme Lise GARRIGOU, du cabinet Horizon, présente l'étude. M. Paul ROUVIER répond aux questions.
    """)

    assert shown(sitting) == [("present", "Marcel VANNOZ"), ("present", "Zora KEBBAL")]


def test_a_name_twice_in_the_list_stays_twice_for_the_recount_to_say_so():
    sitting = read("Présents : M. Marcel VANNOZ, Mme Zora KEBBAL, Mme Zora KEBBAL.\n")

    assert [one.name for one in sitting.members].count("Zora KEBBAL") == 2


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("(à partir de la question n°5)", 5, None),
        ("(à partir de la question n°5 incluse)", 5, None),
        ("(à partir du rapport 5)", 5, None),
        ("(arrivée à la question 3)", 3, None),
        ("(arrivée après la question 3)", 4, None),
        ("(jusqu'à la question n°19 incluse)", None, 19),
        ("(jusqu'à la question n°19 exclue)", None, 18),
        ("(jusqu'au point 4)", None, 4),
        ("(départ après la question 12)", None, 12),
        ("(départ avant la question 12)", None, 11),
        ("(de la question 3 à la question 7)", 3, 7),
        ("(questions 3 à 7)", 3, 7),
        ("(excusée jusqu'à la question 4)", 5, None),
        ("(sauf question 1)", 2, None),
        ("(arrivée à 18h30)", None, None),
    ],
)
def test_the_part_of_the_sitting_someone_was_there_for_is_read(said, first, last):
    sitting = read(f"Présents : M. Marcel VANNOZ, Mme Zora KEBBAL {said}, M. Hugo TISSANDIER.\n")

    ranges = sitting.members[1].ranges

    assert [(one.first, one.last) for one in ranges] == ([] if first is last is None else [(first, last)])


def test_a_question_left_out_makes_two_parts():
    sitting = read("Présents : M. Marcel VANNOZ, Mme Zora KEBBAL (sauf question 4), M. Hugo TISSANDIER.\n")

    assert [(one.first, one.last) for one in sitting.members[1].ranges] == [(None, 3), (5, None)]


def test_the_question_before_is_the_one_passed_before():
    sitting = read("""
        Ordre de passage : 1 à 3, 6, 4, 5.

        Présents : M. Marcel VANNOZ, Mme Zora KEBBAL (départ avant la question 4), M. Hugo TISSANDIER.
    """)

    assert sitting.order == (1, 2, 3, 6, 4, 5)
    assert sitting.members[1].ranges[0].last == 6
