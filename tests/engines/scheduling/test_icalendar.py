"""Calendars that other programs read."""

import datetime
import re
from typing import Any

import icalendar
import pytest
from hypothesis import given, strategies as st

from declic.engines.scheduling.icalendar import CalendarEvent, calendar_text, escaped, folded


AT = datetime.datetime(2023, 5, 31, 14, 0, tzinfo=datetime.UTC)
TEXTS = st.text(st.characters(blacklist_categories=("Cs", "Cc")) | st.sampled_from("\n,;\\"), max_size=200)


def unfolded(text: str) -> str:
    return text.replace("\r\n ", "")


def unescaped(text: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], text)


def test_a_meeting_is_written_as_the_standard_says():
    event = CalendarEvent(
        "meeting-1@declic",
        "Comité, n° 1",
        AT,
        AT,
        AT + datetime.timedelta(hours=2),
        place="Salle ; 2",
        sequence=1,
    )

    text = calendar_text("Pacte", events=[event], method="REQUEST")

    assert text.splitlines() == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Declic//Declic//FR",
        "CALSCALE:GREGORIAN",
        "METHOD:REQUEST",
        "X-WR-CALNAME:Pacte",
        "BEGIN:VEVENT",
        "UID:meeting-1@declic",
        "DTSTAMP:20230531T140000Z",
        "SEQUENCE:1",
        "DTSTART:20230531T140000Z",
        "DTEND:20230531T160000Z",
        "SUMMARY:Comité\\, n° 1",
        "LOCATION:Salle \\; 2",
        "STATUS:CONFIRMED",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    assert text.endswith("END:VCALENDAR\r\n")


def test_a_milestone_is_a_whole_day_and_a_meeting_given_up_is_cancelled():
    day = CalendarEvent("m@declic", "Jalon", datetime.date(2023, 6, 1), AT)
    gone = CalendarEvent("n@declic", "Réunion", AT, AT, is_cancelled=True)

    text = calendar_text("Pacte", events=[day, gone])

    assert "DTSTART;VALUE=DATE:20230601" in text
    assert "STATUS:CANCELLED" in text


def test_an_instant_without_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        calendar_text("x", events=[CalendarEvent("u", "t", AT.replace(tzinfo=None), AT)])


@given(TEXTS)
def test_what_is_escaped_is_read_back(text):
    assert unescaped(escaped(text)) == text


@given(TEXTS)
def test_a_folded_line_is_read_back_and_none_is_longer_than_75_bytes(text):
    line = f"SUMMARY:{escaped(text)}"

    parts = folded(line).split("\r\n")

    assert unfolded(folded(line)) == line
    assert all(len(part.encode()) <= 75 for part in parts)


@given(TEXTS, TEXTS)
def test_no_text_can_add_a_line_of_its_own_to_a_calendar(title, place):
    text = calendar_text("x", events=[CalendarEvent("u", title, AT, AT, place=place or "x")])

    assert len(unfolded(text).split("\r\n")) == 17


@given(TEXTS.filter(str.strip), TEXTS, st.integers(0, 99))
def test_another_program_reads_what_we_write(title, place, sequence):
    event = CalendarEvent(
        "u@declic", title, AT, AT, place=place, sequence=sequence, url="https://valmont.example/r/1"
    )

    read = icalendar.Calendar.from_ical(calendar_text("Pacte", events=[event]))

    found: Any = read.walk("VEVENT")[0]
    assert str(found["SUMMARY"]) == title
    assert str(found.get("LOCATION", "")) == place
    assert found["DTSTART"].dt == AT
    assert int(found["SEQUENCE"]) == sequence
