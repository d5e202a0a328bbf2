"""Numbers as French writes them: read back exactly, and nothing else read as one."""

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from declic.units.french_number_words import read_ordinal_word, spell_number
from declic.units.french_numbers import NumberForm, find_numbers, read_number


SEPARATORS = [" ", "\u00a0", "\u202f", "\u2009", "."]


@given(st.integers(min_value=0, max_value=9999))
def test_a_number_spelt_in_words_reads_back_the_same(value):
    assert read_number(spell_number(value)) == value


@given(st.integers(min_value=0, max_value=999_999))
def test_a_number_in_capitals_with_hyphens_everywhere_reads_back_the_same(value):
    """The spelling of 1990 joins every word of a number."""
    spelt = spell_number(value).replace(" ", "-").upper()

    assert read_number(spelt) == value


@given(st.integers(min_value=1000, max_value=10**12), st.sampled_from(SEPARATORS))
def test_a_number_grouped_by_thousands_reads_back_the_same(value, separator):
    assert read_number(f"{value:,}".replace(",", separator)) == value


@given(st.integers(min_value=0, max_value=10**6), st.integers(min_value=0, max_value=99))
def test_a_decimal_comma_is_read(whole, hundredths):
    assert read_number(f"{whole},{hundredths:02d}") == pytest.approx(whole + hundredths / 100)


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error_and_each_number_stands_where_it_says(text):
    found = find_numbers(text)

    assert [mention.span for mention in found] == sorted(mention.span for mention in found)
    assert all(0 <= mention.span.start < mention.span.end <= len(text) for mention in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@given(st.text(alphabet="abcdefghijklmnop ", max_size=60).filter(lambda text: not find_numbers(text)))
def test_words_around_a_number_do_not_change_it(words):
    found = find_numbers(f"{words} : 1 250 places")

    assert [mention.value for mention in found] == [1250]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("3 412", 3412),
        ("3412", 3412),
        ("12\u202f500", 12500),
        ("7,25", 7.25),
        ("31 millions", 31_000_000),
        ("1,5 million", 1_500_000),
        ("deux mille vingt et un", 2021),
        ("mil neuf cent quatre-vingt-dix-huit", 1998),
        ("septante-trois", 73),
        ("soixante et onze", 71),
        ("trois cent mille", 300_000),
        ("vingt-\ncinq", 25),
        ("une soixantaine", 60),
        ("deux douzaines", 24),
        ("le quart", 0.25),
        ("la moitié", 0.5),
        ("trois quarts", 0.75),
        ("premier", 1),
        ("second", 2),
        ("4ème", 4),
        ("2nde", 2),
        ("1^{er}", 1),
        ("vingt-deuxième", 22),
    ],
)
def test_a_number_is_read_from_its_words(words, value):
    assert read_number(words) == value


@pytest.mark.parametrize(
    "words", ["", "aucun", "tiers", "CM2", "2022pour", "1.1.2", "vingt ans", "5,6,7", "1 2"]
)
def test_what_is_not_a_number_alone_has_no_value(words):
    assert read_number(words) is None


def test_an_article_is_told_from_a_number():
    found = find_numbers("une salle, deux salles et un jardin")

    assert [(mention.value, mention.form) for mention in found] == [
        (1, NumberForm.ARTICLE),
        (2, NumberForm.WORDS),
        (1, NumberForm.ARTICLE),
    ]


def test_the_pronoun_is_no_number():
    assert find_numbers("l'un ou l'autre, quelqu'un") == ()


def test_an_approximation_keeps_its_nuance():
    (found,) = find_numbers("une petite trentaine de familles")

    assert (found.value, found.form, found.nuance) == (30, NumberForm.APPROXIMATE, "petite")


def test_a_double_needs_its_article():
    assert [mention.value for mention in find_numbers("le double de la moyenne")] == [2]
    assert find_numbers("un jeu double face")[0].form is NumberForm.ARTICLE


def test_a_number_beyond_the_words_known_cannot_be_spelt():
    with pytest.raises(ValueError, match="999 999"):
        spell_number(1_000_000)


@pytest.mark.parametrize("word", ["maison", "deux", "", "ieme"])
def test_another_word_is_no_ordinal(word):
    assert read_ordinal_word(word) is None
