"""Hours of the day, and lengths that look like them."""

import datetime

import pytest
from hypothesis import given, strategies as st

from declic.units.french_hours import find_hour_lengths, find_hours


@given(st.times())
def test_a_time_of_the_day_reads_back(time):
    minute = datetime.time(time.hour, time.minute)

    (found,) = find_hours(f"la séance est ouverte à {minute.hour}h{minute.minute:02d}.")

    assert found.at == minute


@pytest.mark.parametrize(
    ("words", "hour", "minute"),
    [
        ("à 18 heures 30", 18, 30),
        ("à vingt heures", 20, 0),
        ("à dix-huit heures trente", 18, 30),
        ("à 19 h", 19, 0),
        ("vers 20 H 15", 20, 15),
        ("levée à 22:05", 22, 5),
        ("à partir de 9 h 30, un goûter", 9, 30),
    ],
)
def test_an_hour_is_read_however_it_is_written(words, hour, minute):
    assert [mention.at for mention in find_hours(words)] == [datetime.time(hour, minute)]


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("effectuent 7h30 de permanence par semaine", 7.5),
        ("35 heures par semaine", 35),
        ("pour une durée de 2 h", 2),
        ("un volume de 120 heures", 120),
    ],
)
def test_a_length_is_no_time_of_the_day(words, hours):
    assert find_hours(words) == ()
    assert [length.hours for length in find_hour_lengths(words)] == [hours]


@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text):
    spans = [mention.span for mention in find_hours(text)] + [
        length.span for length in find_hour_lengths(text)
    ]

    assert all(span.of(text) for span in spans)
