"""Columns of names under their labels, bodies named without accents, acts that take note, files of several sittings."""

import datetime

import pytest

from declic.engines.reading.drafts import SittingDraft, Status
from declic.engines.reading.reader import read_text
from declic.engines.reading.sitting import read_sitting
from declic.engines.reading.text import Layout


HEAD = "CONSEIL MUNICIPAL DE VERNE\nSéance du 4 mars 2024\n\n"
ROLL = "Présents : M. Étienne BOISSARD, Mme Odile ARNOUX, M. Hugo TISSANDIER\n\n"
ACT = "Délibération n° 1 : Voirie\n\nVote : Pour : 3   Contre : 0   Abstention : 0\n"
OTHER = "\nProcès-verbal de la séance du {day}\n\nPrésents : Mme Zora KEBBAL, M. Luc DELORT\n\nDélibération n° 1 : Eau\n\nAdopté à l'unanimité.\n"


def read(text: str) -> SittingDraft:
    found = read_sitting(Layout(text))
    assert found is not None
    return found


def test_names_in_two_columns_stand_under_their_labels():
    columns = (
        "PRÉSENTS                          ABSENTS\n"
        "M. Étienne BOISSARD               Mme Lise GARRIGOU\n"
        "Mme Odile ARNOUX                  M. Luc DELORT\n"
        "M. Hugo TISSANDIER\n\n"
    )

    sitting = read(HEAD + columns + ACT)

    assert [(one.name, one.status) for one in sitting.members] == [
        ("Étienne BOISSARD", Status.PRESENT),
        ("Lise GARRIGOU", Status.ABSENT),
        ("Odile ARNOUX", Status.PRESENT),
        ("Luc DELORT", Status.ABSENT),
        ("Hugo TISSANDIER", Status.PRESENT),
    ]


def test_two_words_apart_above_prose_are_no_columns():
    prose = "PRÉSENTS          ABSENTS\nLa liste des noms est jointe au registre.\n\n"

    assert read_text(HEAD + prose + ACT).sitting is None or read(HEAD + prose + ACT).members == ()


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("CONSEIL DEPARTEMENTAL\nReunion du 4 mars 2024\n\n", "Conseil départemental"),
        (
            "Commune nouvelle de Verne\nConseil municipal\nSéance du 4 mars 2024\n\n",
            "Conseil municipal de Verne",
        ),
        (
            "Communaute de communes des Vals\nConseil communautaire\nSéance du 4 mars 2024\n\n",
            "Conseil communautaire de la Communaute de communes des Vals",
        ),
    ],
)
def test_a_body_has_its_accents_and_its_place(head, body):
    stated = read(head + ROLL + ACT).body

    assert stated is not None
    assert stated.value == body


def test_an_act_that_takes_note_and_does_nothing_else_is_one():
    note = "Délibération n° 2 : Rapport d'activité\n\nLe maire présente le rapport.\n\nPrend acte.\n"

    act = read(HEAD + ROLL + ACT + "\n" + note).deliberations[-1]

    assert (act.title, [(one.verb, one.text) for one in act.decisions], act.vote) == (
        "Rapport d'activité",
        [("prendre acte", "Prend acte")],
        None,
    )


def test_of_several_sittings_in_a_file_the_first_is_read_and_the_others_are_told():
    text = HEAD + ROLL + ACT + OTHER.format(day="8 avril 2024")

    sitting = read(text)

    assert sitting.date is not None
    assert sitting.date.value == datetime.date(2024, 3, 4)
    assert [(one.title, one.vote is not None) for one in sitting.deliberations] == [("Voirie", True)]
    assert len(sitting.members) == 3
    assert [one.message for one in read_text(text).findings if one.rule == "several_sittings"] == [
        "Le fichier contient 2 séances (04/03/2024, 08/04/2024) : seule la première est lue."
    ]


def test_an_earlier_sitting_whose_minutes_are_approved_is_no_second_one():
    text = HEAD + ROLL + ACT + OTHER.format(day="6 février 2024").replace("n° 1", "n° 2")

    assert [one.rule for one in read_text(text).findings if one.rule == "several_sittings"] == []
    assert [one.title for one in read(text).deliberations] == ["Voirie", "Eau"]


def test_people_met_and_counted_inside_an_act_are_no_second_sitting():
    told = "\nDélibération n° 2 : École\n\nRéunion de quartier le 8 avril 2024 à 18 h.\n\nPrésents : 3 - Votants : 3\n\nAdopté à l'unanimité.\n"
    last = "\nDélibération n° 3 : Eau\n\nVote : Pour : 3   Contre : 0   Abstention : 0\n"
    text = HEAD + ROLL + ACT + told + last

    assert [one.title for one in read(text).deliberations] == ["Voirie", "École", "Eau"]
    assert [one.rule for one in read_text(text).findings if one.rule == "several_sittings"] == []


def test_an_evening_told_inside_an_act_is_no_second_sitting():
    told = "\nDélibération n° 2 : École\n\nSéance de cinéma en plein air le 8 juillet 2024\n\nPrésents ce soir-là :\n- 3 classes\n\nAdopté à l'unanimité.\n"
    last = "\nDélibération n° 3 : Eau\n\nVote : Pour : 3   Contre : 0   Abstention : 0\n"

    assert [one.title for one in read(HEAD + ROLL + ACT + told + last).deliberations] == [
        "Voirie",
        "École",
        "Eau",
    ]


@pytest.mark.parametrize("mark", ["", "**", "__"])
def test_the_sittings_that_are_told_are_those_that_are_left_out(mark):
    other = OTHER.format(day="8 avril 2024").replace("Présents :", f"{mark}Présents{mark} :")
    text = HEAD + ROLL + ACT + other

    assert len(read(text).deliberations) == 1
    assert [one.rule for one in read_text(text).findings if one.rule == "several_sittings"] == [
        "several_sittings"
    ]


def test_a_lady_whose_civility_the_scan_spoilt_keeps_her_name():
    sitting = read(HEAD + "Présents : Mrne Odile ARNOUX, M. Hugo TISSANDIER\n\n" + ACT)

    assert [(one.civility, one.name) for one in sitting.members] == [
        ("Mme", "Odile ARNOUX"),
        ("M.", "Hugo TISSANDIER"),
    ]
