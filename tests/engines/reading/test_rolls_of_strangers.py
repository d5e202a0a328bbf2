"""Rolls as councils, unions of communes and web pages write them: invented people, shapes met in the wild."""

import datetime

import pytest

from declic.engines.reading.drafts import SittingDraft, Status
from declic.engines.reading.sitting import read_sitting
from declic.engines.reading.text import Layout


HEAD = "CONSEIL MUNICIPAL DE VERNE\nSéance du 4 mars 2024\n\n"


def read(text: str) -> SittingDraft:
    found = read_sitting(Layout(text))
    assert found is not None
    return found


def present(text: str) -> list[str]:
    return [one.name for one in read(text).members if one.status is Status.PRESENT]


def away(text: str) -> list[str]:
    return [one.name for one in read(text).members if one.status is not Status.PRESENT]


@pytest.mark.parametrize(
    "stamp", ["12/03/2024", "Publié le 12/03/2024", "Reçu en préfecture le 12/03/2024", "12-03-2024"]
)
def test_a_stamp_and_its_day_in_the_middle_of_a_roll_take_nobody_away(stamp):
    roll = (
        f"Présents : Odile ARNOUX, Hugo TISSANDIER, {stamp} Lise GARRIGOU, Luc DELORT\nAbsent : Ali YBARNOU\n"
    )

    assert present(HEAD + roll) == ["Odile ARNOUX", "Hugo TISSANDIER", "Lise GARRIGOU", "Luc DELORT"]
    assert away(HEAD + roll) == ["Ali YBARNOU"]


def test_a_surname_that_councils_use_as_a_word_is_a_surname_before_a_given_name_where_surnames_come_first():
    roll = "Présents : ARNOUX Odile, VILLE Pierre (BUSSIÈRES), TISSANDIER Hugo, GARRIGOU Lise, DELORT Luc\n"

    assert present(HEAD + roll) == [
        "Odile ARNOUX", "Pierre VILLE", "Hugo TISSANDIER", "Lise GARRIGOU", "Luc DELORT",
    ]  # fmt: skip


def test_people_numbered_on_one_line_are_read_and_their_numbers_are_no_total():
    roll = (
        "Conseillers présents : 1. ARNOUX Odile 2. TISSANDIER Hugo 3. DELORT Luc 4. 5. GARRIGOU Lise KEBBAL Zora "
        "Auditeurs présents : 12 Ordre du jour 1. Voirie 2. Eau"
    )

    sitting = read(HEAD + roll)

    assert present(HEAD + roll) == [
        "Odile ARNOUX", "Hugo TISSANDIER", "Luc DELORT", "Lise GARRIGOU", "Zora KEBBAL",
    ]  # fmt: skip
    assert sitting.declared_present is None


def test_numbers_of_acts_after_a_roll_seat_nobody():
    roll = "Présents : ARNOUX Odile, TISSANDIER Hugo\n\n1. APPROBATION DU BUDGET\n2. TARIFS DE L'EAU\n"

    assert present(HEAD + roll) == ["Odile ARNOUX", "Hugo TISSANDIER"]


def test_a_label_spaced_letter_by_letter_is_a_label():
    roll = (
        "P R E S E N T S\n\nO. ARNOUX, H. TISSANDIER, L. DELORT.\n\n"
        "A B S E N T S E X C U S E S AYA N T D O N N E P O U V O I R\n\n"
        "L. GARRIGOU (Pouvoir à O. ARNOUX),\nZ. KEBBAL (Pouvoir à L. DELORT).\n"
    )

    assert present(HEAD + roll) == ["O. ARNOUX", "H. TISSANDIER", "L. DELORT"]
    assert [(one.giver, one.holder) for one in read(HEAD + roll).proxies] == [
        ("L. GARRIGOU", "O. ARNOUX"),
        ("Z. KEBBAL", "L. DELORT"),
    ]


def test_a_table_of_votes_given_that_a_web_page_put_on_one_line_is_read_two_by_two():
    roll = (
        "Présents : Mme Odile ARNOUX ; M. Hugo TISSANDIER. Absents/Excusés ayant donné procuration : "
        "Absents/excusés Pouvoir à Lise GARRIGOU Odile ARNOUX Luc DELORT Hugo TISSANDIER\n"
    )

    assert present(HEAD + roll) == ["Odile ARNOUX", "Hugo TISSANDIER"]
    assert [(one.giver, one.holder) for one in read(HEAD + roll).proxies] == [
        ("Lise GARRIGOU", "Odile ARNOUX"),
        ("Luc DELORT", "Hugo TISSANDIER"),
    ]


def test_who_was_away_at_the_opening_and_came_later_is_present_and_the_sitting_did_not_open_then():
    text = (
        "L'an deux mil quatorze, le mardi 8 avril, à vingt heures trente, le Conseil municipal s'est réuni, sous la "
        "présidence de Mme Odile ARNOUX, maire.\n\nÉtaient présents :\n- Hugo TISSANDIER,- Lise GARRIGOU,\n"
        "- Luc DELORT- Zora KEBBAL.\n- Anne ROUVRE (Absente à l'ouverture de la séance, arrivée à 20 heures 50)\n\n"
        "ABSENT : M. YBARNOU\n\nSecrétariat de séance : M. Luc DELORT.\n"
    )

    sitting = read(text)

    assert present(text) == [
        "Odile ARNOUX", "Hugo TISSANDIER", "Lise GARRIGOU", "Luc DELORT", "Zora KEBBAL", "Anne ROUVRE",
    ]  # fmt: skip
    assert away(text) == ["YBARNOU"]
    assert sitting.secretary is not None
    assert sitting.secretary.value == "Luc DELORT"
    assert sitting.opened_at is not None
    assert sitting.opened_at.value == datetime.time(20, 30)


def test_who_leaves_and_gives_a_vote_is_present_and_the_vote_is_given():
    roll = (
        "Présents : ARNOUX Odile, TISSANDIER Hugo présent jusqu'à la délibération n° 7 puis procuration à ARNOUX Odile, "
        "DELORT Luc (sort de la séance à la délibération n° 8, procuration à GARRIGOU Lise), GARRIGOU Lise\n"
    )

    assert present(HEAD + roll) == ["Odile ARNOUX", "Hugo TISSANDIER", "Luc DELORT", "Lise GARRIGOU"]
    assert {(one.giver, one.holder) for one in read(HEAD + roll).proxies} == {
        ("Hugo TISSANDIER", "Odile ARNOUX"),
        ("Luc DELORT", "Lise GARRIGOU"),
    }


def test_counts_in_the_middle_of_a_line_open_a_list():
    roll = (
        "Présents : 2 Odile ARNOUX Hugo TISSANDIER Absents et procurations : 2 Lise GARRIGOU excusée "
        "Luc DELORT Pouvoir à Odile ARNOUX Le maire a ouvert la séance"
    )

    assert present(HEAD + roll) == ["Odile ARNOUX", "Hugo TISSANDIER"]
    assert away(HEAD + roll) == ["Lise GARRIGOU", "Luc DELORT"]


def test_a_title_of_proxies_in_the_middle_of_a_line_gives_nobody_s_vote():
    roll = (
        "Présents : Ms ARNOUX Odet – TISSANDIER Hugo –Mmes GARRIGOU Lise- KEBBAL Zora – Absents excusés : "
        "DELORT Luc – ROUVRE Anne Procurations Mme Anne ROUVRE a donné procuration à M. Odet ARNOUX\n"
    )

    assert present(HEAD + roll) == ["Odet ARNOUX", "Hugo TISSANDIER", "Lise GARRIGOU", "Zora KEBBAL"]
    assert [(one.giver, one.holder) for one in read(HEAD + roll).proxies] == [("Anne ROUVRE", "Odet ARNOUX")]


def test_who_stands_before_words_that_end_the_roll_is_still_of_it():
    roll = "Présents : Odile ARNOUX, Luc DELORT, Hugo TISSANDIER Nombre de conseillers : Excusés : Lise GARRIGOU\n"

    assert present(HEAD + roll) == ["Odile ARNOUX", "Luc DELORT", "Hugo TISSANDIER"]


def test_the_office_alone_may_stand_before_the_name_of_who_presides():
    text = "Le 4 mars 2024 le conseil municipal s'est réuni sous la présidence du Maire, Odet ARNOUX.\nPrésents : Luc DELORT, Odet ARNOUX\n"

    sitting = read(text)

    assert sitting.chair is not None
    assert sitting.chair.value == "Odet ARNOUX"


@pytest.mark.parametrize(
    "text",
    [
        (
            "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS République Française L'an deux mil vingt-trois, le jeudi 30 novembre 2023 à "
            "19h30, le Conseil municipal s'est réuni. Date de convocation : 23/11/2023 Présents : Odile ARNOUX, Luc DELORT"
        ),
        (
            "COMITÉ SYNDICAL Réunion du 31 janvier 2024 Approbation du procès-verbal Réunion du 30 novembre 2023 sous la "
            "présidence de Mme Odile ARNOUX Présents : Mme ARNOUX Odile, M. DELORT Luc"
        ),
    ],
)
def test_the_day_of_the_sitting_is_the_one_that_its_sentence_says(text):
    sitting = read(text)

    assert sitting.date is not None
    assert sitting.date.value == datetime.date(2023, 11, 30)


def test_the_secretary_may_be_named_by_a_nomination():
    text = (
        HEAD
        + "Présents : Mme Odile ARNOUX, M. Luc DELORT\n\nLe maire propose la nomination de Luc DELORT, secrétaire de séance.\n"
    )

    sitting = read(text)

    assert sitting.secretary is not None
    assert sitting.secretary.value == "Luc DELORT"


@pytest.mark.parametrize(
    "year", ["deux mil vingt", "deux mille vingt", "deux-mil-vingt", "deux-mille-vingt", "2020"]
)
def test_the_year_may_be_spelt_as_registers_did(year):
    sitting = read(
        f"L'an {year}, le 09 juillet, le Conseil municipal s'est réuni. Présents : Odile ARNOUX, Luc DELORT\n"
    )

    assert sitting.date is not None
    assert sitting.date.value == datetime.date(2020, 7, 9)


def test_a_label_in_quotation_marks_keeps_its_number():
    totals = "En exercice 91\n\nPrésents 77\n\nNombre de « pouvoirs » 9 Votants 86\n\n"

    sitting = read(f"{HEAD}{totals}Présents : Odile ARNOUX, Luc DELORT\n")

    assert sitting.declared_voters is not None
    assert sitting.declared_voters.value == 86
