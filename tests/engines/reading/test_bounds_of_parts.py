"""Parts of a sitting said by question, by an act's number or by an hour; rolls cut by lines, tables and stamps."""

import datetime

import pytest

from declic.engines.reading.drafts import SittingDraft
from declic.engines.reading.sitting import read_sitting
from declic.engines.reading.text import Layout
from declic.engines.voting.recount import recount
from declic.records.sources.rolls import findings_of, roll_of
from declic.units.question_ranges import WHOLE_SITTING, QuestionRange


DAY = datetime.date(2024, 3, 4)
HEAD = """COMMUNAUTÉ DE COMMUNES DU PAYS DE VERNE
Séance du lundi 4 mars 2024

Le conseil communautaire s'est réuni à 18 h 30 sous la présidence de M. Étienne BOISSARD, président.

Conseillers en exercice : 6

Présents : M. Étienne BOISSARD, Mme Odile ARNOUX, M. Hugo TISSANDIER, Mme Zora KEBBAL{late}

Excusés : Mme Lise GARRIGOU (pouvoir à Mme Zora KEBBAL{until}), M. Luc DELORT

"""
ACTS = """Délibération n° 2024-03-11 : Voirie

Vote : Pour : 5   Contre : 0   Abstention : 0

Délibération n° 2024-03-12 : Tarifs

Vote : Pour : {second}   Contre : 0   Abstention : 0

Délibération n° 2024-03-13 : Travaux

Vote : Pour : 4   Contre : 0   Abstention : 0
"""


def read(text: str) -> SittingDraft:
    found = read_sitting(Layout(text))
    assert found is not None
    return found


def minutes(*, until: str = "", late: str = "", second: int = 5) -> str:
    return HEAD.format(until=until, late=late) + ACTS.format(second=second)


def contradictions(sitting: SittingDraft) -> list[str]:
    return [one.message for one in findings_of(recount(roll_of(sitting)), sitting=sitting)]


def test_a_proxy_that_an_act_bounds_ends_with_the_question_of_that_act():
    sitting = read(minutes(until=", jusqu'à la délibération n° 2024-03-12"))

    assert [one.range for one in sitting.proxies] == [QuestionRange(None, 2)]
    assert contradictions(sitting) == []


def test_the_last_number_of_an_act_is_enough_where_one_act_ends_with_it():
    sitting = read(minutes(until=", jusqu'à la délibération n° 12"))

    assert [one.range for one in sitting.proxies] == [QuestionRange(None, 2)]


def test_a_number_that_is_no_act_bounds_as_it_is_written():
    sitting = read(minutes(until=", jusqu'à la question n° 2"))

    assert [one.range for one in sitting.proxies] == [QuestionRange(None, 2)]


def test_the_counted_votes_place_a_proxy_that_an_hour_bounds():
    sitting = read(minutes(until=", jusqu'à 19 h 10", second=4))

    assert [one.range for one in sitting.proxies] == [QuestionRange(None, 1)]
    assert [one.constraint is not None for one in sitting.choices] == [True]
    assert contradictions(sitting) == []


def test_an_hour_that_no_count_places_waits_for_a_person_and_contradicts_nothing():
    text = HEAD.format(until=", jusqu'à 19 h 10", late="") + "\n\n".join(
        f"Délibération n° 2024-03-1{at} : Voirie {at}\n\nAdopté à l'unanimité." for at in (1, 2, 3)
    )

    sitting = read(text)

    assert [one.range for one in sitting.proxies] == [WHOLE_SITTING]
    assert [one.constraint for one in sitting.choices] == [None]
    assert contradictions(sitting) == []


def test_who_leaves_when_their_proxy_ends_does_so_at_the_same_question():
    sitting = read(minutes(until=", jusqu'à 19 h 10", late=", Mme Anne VANNOZ (jusqu'à 19 h 10)", second=4))

    assert [one.range for one in sitting.proxies] == [QuestionRange(None, 1)]
    assert [(one.name, one.ranges) for one in sitting.members if one.ranges] == [
        ("Anne VANNOZ", (QuestionRange(None, 1),))
    ]


def test_a_table_of_two_columns_gives_the_votes_away():
    table = "| Mandant | Mandataire |\n|---|---|\n| M. Luc DELORT | Mme Odile ARNOUX |\n\n"

    sitting = read(HEAD.format(until="", late="") + table + ACTS.format(second=5))

    assert [(one.giver, one.holder) for one in sitting.proxies] == [
        ("Lise GARRIGOU", "Zora KEBBAL"),
        ("Luc DELORT", "Odile ARNOUX"),
    ]


def test_a_vote_is_given_from_one_to_another_in_a_list_cut_by_its_lines():
    listed = "Pouvoirs : de M. Luc DELORT à Mme Odile\nARNOUX; de M. Paul ROUVIER à\nM. Hugo TISSANDIER.\n\n"

    sitting = read(HEAD.format(until="", late="") + listed + ACTS.format(second=5))

    assert [(one.giver, one.holder) for one in sitting.proxies][1:] == [
        ("Luc DELORT", "Odile ARNOUX"),
        ("Paul ROUVIER", "Hugo TISSANDIER"),
    ]


def test_a_commune_cut_by_its_line_stays_one_commune():
    roll = (
        "Présents : Auberive : M. Hugo TISSANDIER, Mme Odile ARNOUX ; La\nCombe-Haute : Mme Zora KEBBAL.\n\n"
    )

    sitting = read("CONSEIL COMMUNAUTAIRE DE VERNE\nSéance du 4 mars 2024\n\n" + roll + ACTS.format(second=5))

    assert [one.group for one in sitting.members] == ["Auberive", "Auberive", "La Combe-Haute"]


@pytest.mark.parametrize("more", ["", "Reçu en préfecture le 05/01/2031\nAffiché le\n", "Publié le\n"])
def test_a_stamp_within_a_roll_is_nobody_and_no_day(more):
    stamp = f"\nEnvoyé en préfecture le 05/01/2031\n{more}ID : 099-219900011-20310104-D1-DE\nMme Inès OUDINÉ"

    sitting = read(minutes(late="," + stamp))

    assert [one.name for one in sitting.members][:5] == [
        "Étienne BOISSARD", "Odile ARNOUX", "Hugo TISSANDIER", "Zora KEBBAL", "Inès OUDINÉ",
    ]  # fmt: skip
    assert sitting.date is not None
    assert sitting.date.value == DAY


def test_who_opens_the_sitting_presides_where_nothing_else_says_it():
    text = "CONSEIL MUNICIPAL DE VERNE\nSéance du 4 mars 2024\n\nMadame Odile ARNOUX, maire, ouvre la séance à 19 heures 30.\n\nMembres en exercice : 6\n\n"

    sitting = read(text + "Présents : Mme Odile ARNOUX, M. Hugo TISSANDIER\n\n" + ACTS.format(second=5))

    assert sitting.chair is not None
    assert sitting.chair.value == "Odile ARNOUX"
    assert sitting.members_in_office is not None
    assert sitting.members_in_office.value == 6


def test_a_title_cut_by_its_line_is_one_word():
    cut = "Délibération n° 2024-03-14 : Recensement de la popu-\nlation\n\nVote : Pour : 4   Contre : 0   Abstention : 0\n"

    assert read(minutes() + "\n" + cut).deliberations[-1].title == "Recensement de la population"
