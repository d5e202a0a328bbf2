"""Names of persons as they are compared."""

import pytest
from hypothesis import given, strategies as st

from declic.units.folding import fold
from declic.units.person_names import find_namesake, is_same_name, name_key


COUNCIL = ("Jean DUPRÉ", "Jean-Luc MARCHANDOT", "Lise GARRIGOU", "Paul GARRIGOU", "Anne LE BORVEC")


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("Jean Dupre", 0),
        ("DUPRÉ Jean", 0),
        ("jean-luc  marchandot", 1),
        ("JeanLuc Marchandot", 1),
        ("Jean", 0),
        ("Lise", 2),
        ("LE BORVEC", 4),
        ("J. Dupré", 0),
        ("P. GARRIGOU", 3),
        ("GARRIGOU", None),
        ("Odile GARRIGOU", None),
        ("", None),
        ("…", None),
    ],
)
def test_a_name_is_found_where_a_single_one_answers_to_it(said, place):
    assert find_namesake(said, among=COUNCIL) == place


def test_two_people_of_one_surname_are_two():
    assert not is_same_name("Lise GARRIGOU", "Paul GARRIGOU")


def test_a_key_has_neither_case_nor_accents_nor_hyphens():
    assert name_key("Jean-Luc  L’HÔTE") == "jean luc l hote"


@given(st.text())
def test_folding_keeps_every_character_in_its_place(text):
    assert len(fold(text)) == len(text)


@given(st.text(max_size=40), st.lists(st.text(max_size=20), max_size=5))
def test_looking_for_any_name_never_raises(said, among):
    place = find_namesake(said, among=among)

    assert place is None or 0 <= place < len(among)
