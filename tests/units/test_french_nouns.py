"""What a number counts is written as it stands beside it."""

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from declic.units.french_nouns import IRREGULAR, beside


@pytest.mark.parametrize(
    ("value", "noun", "written"),
    [
        (1, "postes", "poste"),
        (0, "postes", "poste"),
        (2, "postes", "postes"),
        (Decimal("1.50"), "heures d’accueil", "heure d’accueil"),
        (-1, "personnes accompagnées", "personne accompagnée"),
        (1, "jeunes de 16 à 25 ans", "jeune de 16 à 25 ans"),
        (1, "mois", "mois"),
        (1, "ateliers hors les murs", "atelier hors les murs"),
        (1, "adultes-relais formés", "adulte-relais formé"),
        (1, "postes d’adultes-relais", "poste d’adultes-relais"),
        (1, "après-midis", "après-midis"),
        (1, "ans", "an"),
        (1, "parcours suivis", "parcours suivis"),
        (1, "permis de conduire", "permis de conduire"),
        (0, "devis signés", "devis signés"),
        (1, "logis", "logis"),
        (1, "élus locaux", "élus locaux"),
        (1, "QPV", "QPV"),
        (1, "MNAs", "MNAs"),
        (1, "%", "%"),
        (1, "", ""),
    ],
)
def test_a_plural_is_singular_below_two_and_only_there(value, noun, written):
    assert beside(value, noun=noun) == written


@given(st.integers(2, 10**6), st.text(max_size=40))
def test_from_two_on_words_stay_as_they_are(value: int, noun: str) -> None:
    assert beside(value, noun=noun) == beside(-value, noun=noun) == noun


@given(st.decimals("-1.99", "1.99", places=2), st.text(max_size=40))
def test_below_two_only_final_letters_are_taken_away(value: Decimal, noun: str) -> None:
    written = beside(value, noun=noun)

    assert len(written.split(" ")) == len(noun.split(" "))
    pairs = zip(written.split(" "), noun.split(" "), strict=True)
    assert all(old in (new, f"{new}s") or IRREGULAR.get(old) == new for new, old in pairs)
