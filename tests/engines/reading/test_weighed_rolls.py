"""Laws of the readings of a roll that the declared totals and the rules of proxies choose, or leave to a person."""

from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from declic.engines.reading.drafts import SittingDraft, Status
from declic.engines.reading.reader import read_text
from declic.engines.reading.sitting import read_sitting
from declic.engines.reading.text import Layout


HEAD = "CONSEIL MUNICIPAL DE VERNE\nSéance du 4 mars 2024\n\n"
NAMES = ("Odile ARNOUX", "Hugo TISSANDIER", "Luc DELORT", "Lise GARRIGOU", "Zohra KEBBAL", "Ali YBARNOU")


def read(text: str) -> SittingDraft:
    found = read_sitting(Layout(HEAD + text))
    assert found is not None
    return found


def present(sitting: SittingDraft) -> list[str]:
    return [one.name for one in sitting.members if one.status is Status.PRESENT]


TWO_LISTS = (
    "En exercice : {office}   Présents : {count}\n\nPrésents : Mme Odile ARNOUX, M. Hugo TISSANDIER, M. Luc DELORT\n\n"
    "Absents : M. Luc DELORT, Mme Lise GARRIGOU\n"
)


@pytest.mark.parametrize(
    ("office", "count", "said", "status"),
    [
        (4, 3, "dans la liste des présents", [Status.PRESENT]),
        (4, 2, "dans la liste des absents", [Status.ABSENT]),
        (5, 3, "deux personnes du même nom", [Status.PRESENT, Status.ABSENT]),
    ],
)
def test_who_is_in_two_lists_is_where_the_totals_say(office, count, said, status):
    sitting = read(TWO_LISTS.format(office=office, count=count))

    (choice,) = sitting.choices
    assert choice.chosen == said
    assert choice.constraint == f"les totaux annoncés : {count} présents, {office} en exercice"
    assert len(choice.rivals) == 2
    assert [one.status for one in sitting.members if one.surname == "DELORT"] == status


def test_who_is_in_two_lists_without_totals_stays_in_both_and_waits_for_a_person():
    text = "Présents : Mme Odile ARNOUX, M. Luc DELORT\n\nAbsents : M. Luc DELORT, Mme Lise GARRIGOU\n"

    sitting = read(text)
    findings = read_text(HEAD + text).findings

    assert [one.constraint for one in sitting.choices] == [None]
    assert [one.surname for one in sitting.members].count("DELORT") == 2
    assert "reading_to_confirm" in {one.rule for one in findings}


@pytest.mark.parametrize(("count", "surnames"), [(4, 4), (3, 3), (7, 3)])
def test_a_comma_that_is_missing_is_given_back_only_where_the_number_present_asks_for_it(count, surnames):
    sitting = read(
        f"Nombre de présents : {count}\n\nPrésents : Mesdames et Messieurs ARNOUX, TISSANDIER DELORT, GARRIGOU.\n"
    )

    assert len(present(sitting)) == surnames
    assert [one.chosen for one in sitting.choices] == ["deux personnes"] * (surnames == 4)


@pytest.mark.parametrize(
    "roll",
    ["Mesdames et Messieurs ARNOUX, LE GALL, GARRIGOU", "M. ARNOUX, Mme TISSANDIER DELORT, M. GARRIGOU"],
)
def test_a_surname_with_a_particle_or_a_civility_of_its_own_is_one_person_whatever_the_totals_say(roll):
    sitting = read(f"Nombre de présents : 4\n\nPrésents : {roll}.\n")

    assert len(present(sitting)) == 3
    assert sitting.choices == ()


def test_two_places_where_one_comma_may_be_missing_wait_for_a_person():
    sitting = read(
        "Nombre de présents : 4\n\nPrésents : Mesdames et Messieurs ARNOUX KEBBAL, TISSANDIER DELORT, YBARNOU.\n"
    )

    assert len(present(sitting)) == 3
    assert [(one.chosen, one.rivals, one.constraint) for one in sitting.choices] == [
        ("une seule personne", ("deux personnes",), None)
    ] * 2


def test_a_name_that_a_stray_mark_parts_is_one_where_the_number_present_says_so():
    sitting = read("Présents : 3\n\nPrésents : Mme Odile ARNOUX ; Mme Lise- GARRIGOU ; M. Luc DELORT\n")

    assert present(sitting) == ["Odile ARNOUX", "Lise GARRIGOU", "Luc DELORT"]
    assert [one.chosen for one in sitting.choices] == ["une seule personne"]


@pytest.mark.parametrize(
    ("proxy", "holder", "constraint"),
    [
        ("M. Ali YBARNOU donne pouvoir à Mme DELORT", "Lise DELORT", "la civilité"),
        ("M. Ali YBARNOU donne pouvoir à DELORT", "DELORT", None),
        ("M. Paul DELORT donne pouvoir à M. DELORT", "Luc DELORT", "nul ne se donne pouvoir, la civilité"),
    ],
)
def test_a_holder_who_could_be_two_members_is_the_one_that_a_proxy_allows(proxy, holder, constraint):
    sitting = read(f"Présents : Mme Odile ARNOUX, M. Luc DELORT, Mme Lise DELORT\n\nPouvoirs :\n{proxy}\n")

    assert [one.holder for one in sitting.proxies] == [holder]
    assert [one.constraint for one in sitting.choices] == [constraint]


def test_a_holder_who_is_away_is_not_the_one_meant():
    text = "Présents : Mme Odile ARNOUX, M. Luc DELORT\n\nAbsents : M. Paul DELORT\n\nPouvoirs :\nM. Ali YBARNOU à M. DELORT\n"

    sitting = read(text)

    assert [(one.giver, one.holder) for one in sitting.proxies] == [("Ali YBARNOU", "Luc DELORT")]
    assert sitting.choices[0].rivals == ("Paul DELORT",)


@given(st.lists(st.sampled_from(NAMES), min_size=2, unique=True), st.integers(0, 12), st.integers(0, 12))
def test_totals_whatever_they_say_change_nothing_of_a_roll_that_leaves_nothing_open(names, count, office):
    roll = f"Présents : {', '.join(names)}\n"

    sitting = read(f"En exercice : {office}   Nombre de présents : {count}\n\n{roll}")

    assert present(sitting) == names
    assert sitting.choices == ()


@given(st.lists(st.sampled_from(NAMES), min_size=2, max_size=6, unique=True), st.data())
def test_a_reading_is_never_chosen_against_the_totals_and_every_rival_is_kept(names, data):
    twice = data.draw(st.lists(st.sampled_from(names), unique=True))
    count = data.draw(st.integers(1, 8))
    roll = f"Nombre de présents : {count}\n\nPrésents : {', '.join(names)}\n\n"

    sitting = read(roll + (f"Absents : {', '.join(twice)}\n" if twice else ""))

    assert len(sitting.choices) == len(twice)
    assert all(one.rivals and one.chosen not in one.rivals for one in sitting.choices)
    if any(one.constraint for one in sitting.choices):
        assert len(present(sitting)) == count
    else:
        assert present(sitting) == names
    assert {one.name for one in replace(sitting).members} == set(names)
