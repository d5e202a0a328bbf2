"""Dates as French writes them: whole, cut, relative; and what only looks like one."""

import datetime

import pytest
from hypothesis import given, strategies as st

from declic.units.french_calendar import MONTHS, weekday_of
from declic.units.french_dates import find_dates, read_date
from declic.units.french_number_words import spell_number


REFERENCE = datetime.date(2024, 5, 16)
DAYS = st.dates(min_value=datetime.date(1950, 1, 1), max_value=datetime.date(2059, 12, 31))


def in_figures(day: datetime.date) -> str:
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def in_full(day: datetime.date) -> str:
    number = "1er" if day.day == 1 else str(day.day)
    return f"{weekday_of(day)} {number} {MONTHS[day.month - 1]} {day.year}"


def in_words(day: datetime.date) -> str:
    number = "premier" if day.day == 1 else spell_number(day.day)
    return f"{number} {MONTHS[day.month - 1]} {spell_number(day.year)}"


def year_first(day: datetime.date) -> str:
    number = "premier" if day.day == 1 else spell_number(day.day)
    return f"L'an {spell_number(day.year)}, le {number} {MONTHS[day.month - 1]}"


@pytest.mark.parametrize("render", [in_figures, in_full, in_words, year_first, datetime.date.isoformat])
@given(day=DAYS)
def test_a_day_reads_back_however_it_is_written(render, day):
    written = f"Séance tenue ce jour, {render(day)}, en mairie."

    assert read_date(written) == day


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error_and_each_date_stands_where_it_says(text):
    found = find_dates(text, reference=REFERENCE)

    assert [mention.span for mention in found] == sorted(mention.span for mention in found)
    assert all(0 <= mention.span.start < mention.span.end <= len(text) for mention in found)


@pytest.mark.parametrize(
    ("words", "passage", "value", "precision"),
    [
        ("le lundi 3 juin 2024", "3 juin 2024", "2024-06-03", "day"),
        ("le 1er juin 2022", "1er juin 2022", "2022-06-01", "day"),
        ("en novembre 2021", "novembre 2021", "2021-11", "month"),
        ("début octobre 2021", "début octobre 2021", "2021-10", "approx"),
        ("fin du mois de mars 2021", "fin du mois de mars 2021", "2021-03", "approx"),
        ("dès la rentrée scolaire 2023", "rentrée scolaire 2023", "2023-09", "approx"),
        ("à l'hiver 2021-2022", "hiver 2021-2022", "2021-12/2022-03", "season"),
        ("au printemps 2020", "printemps 2020", "2020-03/2020-06", "season"),
        ("année scolaire 2019-2020", "2019-2020", "2019/2020", "school-year"),
        ("programmation 2021-2027", "2021-2027", "2021/2027", "year"),
        ("au 1er semestre 2025", "1er semestre 2025", "2025-01/2025-06", "approx"),
        ("livraison T3 2025", "T3 2025", "2025-07/2025-09", "approx"),
        ("fin 2026", "fin 2026", "2026-10/2026-12", "approx"),
        ("à la fin de l'année 2026", "fin de l'année 2026", "2026-12", "approx"),
        ("depuis 2018, la commune", "2018", "2018", "year"),
        ("au cours de l'année 2025", "année 2025", "2025", "year"),
        ("enquête (2017)", "2017", "2017", "year"),
        ("au budget primitif 2019 adopté", "2019", "2019", "year"),
    ],
)
def test_a_date_is_cut_to_what_is_said(words, passage, value, precision):
    (found,) = find_dates(words)

    assert found.span.of(words) == passage
    assert (found.value, found.precision.value) == (value, precision)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("le 14 juin prochain", "2024-06-14"),
        ("le 4 mars prochain", "2025-03-04"),
        ("le 4 mars dernier", "2024-03-04"),
        ("le 30 juin dernier", "2023-06-30"),
        ("en mai dernier", "2023-05"),
        ("l'été dernier", "2023-06/2023-09"),
        ("l'automne prochain", "2024-09/2024-12"),
        ("depuis la rentrée de septembre", "2023-09"),
        ("dès la rentrée de septembre", "2024-09"),
        ("l'an dernier", "2023"),
    ],
)
def test_a_relative_date_is_counted_from_the_day_it_is_said(words, value):
    (found,) = find_dates(words, reference=REFERENCE)

    assert (found.value, found.is_relative) == (value, True)
    assert find_dates(words) == ()


def test_a_season_takes_the_year_of_the_date_it_is_joined_to():
    words = "à l'automne et en janvier 2021"

    assert [(mention.span.of(words), mention.value) for mention in find_dates(words)] == [
        ("l'automne", "2021-09/2021-12"),
        ("janvier 2021", "2021-01"),
    ]


def test_days_said_together_are_each_a_date():
    words = "du lundi 6 au vendredi 10 mai 2024, puis les 28 décembre et 3 janvier 2025"

    assert [mention.value for mention in find_dates(words)] == [
        "2024-05-06",
        "2024-05-10",
        "2024-12-28",
        "2025-01-03",
    ]


def test_the_weekday_of_a_date_is_shown_apart():
    words = "le MARDI 5 mars 2024"
    (found,) = find_dates(words)

    assert found.weekday_span is not None
    assert found.weekday_span.of(words) == "MARDI"
    assert weekday_of(datetime.date(2024, 3, 5)) == "mardi"


@pytest.mark.parametrize(
    "words",
    [
        "31 février 2020",
        "32/01/2020",
        "03.81.00.00.00",
        "n° 2014-173",
        "2000 habitants",
        "un total de 1980.",
        "la salle a été rénovée",
        "le label Villages 2030",
        "au point 1.2.3",
        "les 4 et 5",
    ],
)
def test_what_is_no_date_is_left_alone(words):
    assert find_dates(words, reference=REFERENCE) == ()
