"""A rhythm read from short French words."""

import pytest
from hypothesis import given, strategies as st

from declic.engines.scheduling.cadences import MONTHLY, THREE_A_YEAR, Cadence
from declic.engines.scheduling.wordings import cadence_of


@pytest.mark.parametrize(
    ("words", "cadence"),
    [
        ("3 fois par an", THREE_A_YEAR),
        ("mensuel", MONTHLY),
        ("mensuelle", MONTHLY),
        ("au moins 2 fois par semestre", Cadence(2, 6)),
        ("2 à 3 fois par an", Cadence(2, 12)),
        ("tous les 2 mois", Cadence(1, 2)),
        ("trimestriel", Cadence(1, 3)),
        ("bimensuel", None),
        ("hebdomadaire, tous les lundis", None),
        ("0 fois par an", None),
        ("", None),
    ],
)
def test_a_rhythm_is_read_or_left_unknown(words, cadence):
    assert cadence_of(words) == cadence


@given(st.text(max_size=60))
def test_any_words_give_a_rhythm_or_none(words):
    found = cadence_of(words)

    assert found is None or found.meetings >= 1
