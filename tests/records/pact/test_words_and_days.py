"""The small pure rules of the room: days of a date, sentences, names of local authorities, units."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from declic.engines.reading.commitments import Commitment as ReadCommitment
from declic.records.pact.choices import Commitment, commitment_label
from declic.records.pact.key_dates import days_of
from declic.records.pact.lines import figure_kind
from declic.records.pact.values import FigureKind
from declic.records.pact.wordings import first_words, free_slug, is_local_authority, sentence_around
from declic.units.spans import Span


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("value", "precision", "first", "last"),
    [
        ("2023-07-04", "day", "2023-07-04", "2023-07-04"),
        ("2024-02", "month", "2024-02-01", "2024-02-29"),
        ("2014", "year", "2014-01-01", "2014-12-31"),
        ("2022-06/2022-09", "season", "2022-06-01", "2022-09-30"),
        ("2021/2022", "school-year", "2021-09-01", "2022-08-31"),
    ],
)
def test_a_date_means_from_its_first_day_to_its_last(value, precision, first, last):
    assert days_of(value, precision=precision) == (day(first), day(last))


@pytest.mark.parametrize(
    "value", ["", "bientôt", "2023-13", "2023-02-30", "2023/", "04/07/2023", "2023-1-2-3"]
)
def test_what_is_not_a_date_stays_undated_or_a_year(value):
    found = days_of(value, precision="day")

    assert found is None or value == "2023/"


@given(st.text(max_size=30))
def test_no_text_makes_a_date_fail(value):
    found = days_of(value, precision="day")

    assert found is None or found[0].year >= 1


@pytest.mark.parametrize(
    "name",
    [
        "Conseil régional de Bourgogne",
        "le Conseil départemental",
        "Ville de Valmont",
        "la Commune de Valmont",
        "Communauté urbaine du Grand Valmont",
        "Communauté de communes des Rives",
        "Grand Valmont Métropole",
        "Région Bretagne",
        "Métropole de Valmont",
    ],
)
def test_a_local_authority_is_known_by_its_name(name):
    assert is_local_authority(name)


@pytest.mark.parametrize(
    "name",
    [
        "État",
        "Agence régionale de santé",
        "Caisse d'allocations familiales du Doubs",
        "Préfecture de région",
        "Pôle emploi",
        "Communauté éducative",
        "Académie",
    ],
)
def test_another_body_is_not_taken_for_a_local_authority(name):
    assert not is_local_authority(name)


def test_a_sentence_is_the_one_that_holds_the_passage():
    sentences = [Span(0, 10), Span(11, 30), Span(31, 40)]

    assert sentence_around(Span(15, 17), text="." * 40, sentences=sentences) == Span(11, 30)


def test_a_passage_over_two_sentences_takes_both():
    sentences = [Span(0, 10), Span(11, 30), Span(31, 40)]

    assert sentence_around(Span(5, 17), text="." * 40, sentences=sentences) == Span(0, 30)


def test_parts_that_a_semicolon_parts_on_one_line_are_read_whole():
    text = "Plus que la moyenne (9) ; que la région (8) ; que le pays (7). Fin."
    cuts = [Span(0, 25), Span(26, 45), Span(46, 62), Span(63, 67)]

    assert sentence_around(Span(41, 42), text=text, sentences=cuts) == Span(0, 62)


def test_items_of_a_list_stay_apart_though_they_end_with_a_semicolon():
    text = "- trois salles ;\n- deux cours ;"

    assert sentence_around(Span(2, 7), text=text, sentences=[Span(0, 16), Span(17, 31)]) == Span(0, 16)


@pytest.mark.parametrize("sentences", [[], [Span(50, 60)], [Span(0, 2)]])
def test_a_passage_out_of_every_sentence_is_its_own(sentences):
    assert sentence_around(Span(10, 12), text="." * 60, sentences=sentences) == Span(10, 12)


@given(
    start=st.integers(0, 99),
    length=st.integers(1, 10),
    cuts=st.lists(st.integers(1, 99), unique=True, max_size=20),
)
def test_the_sentence_always_holds_the_passage(start, length, cuts):
    ends = [0, *sorted(cuts), 120]
    sentences = [Span(a, b) for a, b in pairwise(ends)]
    passage = Span(start, start + length)

    assert sentence_around(passage, text=".;" * 60, sentences=sentences).holds(passage)


def test_the_first_words_are_cut_at_a_word():
    assert first_words("Nous ouvrirons une grande ludothèque", most=20) == "Nous ouvrirons une …"


def test_a_short_text_is_whole():
    assert first_words("Nous ouvrirons.") == "Nous ouvrirons."


@pytest.mark.parametrize(
    ("taken", "slug"),
    [
        (set(), "pacte"),
        ({"pacte"}, "pacte-2"),
        ({"pacte", "pacte-2"}, "pacte-3"),
        ({"pacte", "pacte-3"}, "pacte-2"),
    ],
)
def test_a_slug_is_the_first_free_one(taken, slug):
    assert free_slug("pacte", taken=taken) == slug


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("%", FigureKind.SHARE),
        ("rang", FigureKind.RANK),
        ("ans", FigureKind.AGE),
        ("jeunes", FigureKind.COUNT),
        ("km", FigureKind.OTHER),
        ("pour 10 000 habitants", FigureKind.OTHER),
        ("", FigureKind.OTHER),
    ],
)
def test_a_unit_says_what_it_measures(unit, kind):
    assert figure_kind(unit) is kind


def test_every_commitment_that_the_reading_knows_has_its_words():
    assert {word.value for word in ReadCommitment} == set(Commitment.values)
    assert all(commitment_label(word.value) for word in ReadCommitment)


def test_an_unknown_commitment_says_nothing():
    assert commitment_label("") == commitment_label("dance") == ""
