"""
Meetings and dates as a calendar that other programs read: the text of RFC 5545.

The same things give the same text: nothing is stamped with the hour at which it is written. Lines are folded at 75
bytes, never inside a letter.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal


PRODUCT = "-//Declic//Declic//FR"
LONGEST_LINE_BYTES = 75
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})
CONTROLS = dict.fromkeys(code for code in range(32) if chr(code) not in "\n\r")
"""A calendar holds no other sign of control than the end of a line."""


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """
    Something that happens at an instant, or on a day where `starts` is a date.

    `uid` stays the same for ever, `sequence` counts its changes, `changed_at` is the last of them. Instants know
    their time zone.
    """

    uid: str
    title: str
    starts: datetime.datetime | datetime.date
    changed_at: datetime.datetime
    ends: datetime.datetime | datetime.date | None = None
    place: str = ""
    text: str = ""
    url: str = ""
    sequence: int = 0
    is_cancelled: bool = False


def calendar_text(
    name: str, *, events: Iterable[CalendarEvent], method: Literal["PUBLISH", "REQUEST", "CANCEL"] = "PUBLISH"
) -> str:
    """Write a calendar; `method` says whether it is only shown or asks somebody to come."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        f"METHOD:{method}",
        f"X-WR-CALNAME:{escaped(name)}",
    ]
    for event in events:
        lines.extend(_event(event))
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines)


def escaped(text: str) -> str:
    """Write a text so that it is read back as it is, without signs of control."""
    return text.replace("\r\n", "\n").translate(CONTROLS).translate(ESCAPED)


def folded(line: str) -> str:
    """Cut a long line into lines of at most 75 bytes, each but the first after a space."""
    parts: list[str] = []
    current, size = "", 0
    for letter in line:
        length = len(letter.encode())
        if size + length > LONGEST_LINE_BYTES:
            parts.append(current)
            current, size = "", 1
        current += letter
        size += length
    return "\r\n ".join([*parts, current])


def _event(event: CalendarEvent) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.uid)}"
    yield f"DTSTAMP:{_instant(event.changed_at)}"
    yield f"SEQUENCE:{event.sequence}"
    yield f"DTSTART{_moment(event.starts)}"
    if event.ends is not None:
        yield f"DTEND{_moment(event.ends)}"
    yield f"SUMMARY:{escaped(event.title)}"
    for name, said in (("LOCATION", event.place), ("DESCRIPTION", event.text)):
        if said:
            yield f"{name}:{escaped(said)}"
    if event.url:
        yield f"URL:{event.url.translate(CONTROLS)}"
    yield f"STATUS:{'CANCELLED' if event.is_cancelled else 'CONFIRMED'}"
    yield "END:VEVENT"


def _moment(at: datetime.datetime | datetime.date) -> str:
    return f":{_instant(at)}" if isinstance(at, datetime.datetime) else f";VALUE=DATE:{at:%Y%m%d}"


def _instant(at: datetime.datetime) -> str:
    if at.tzinfo is None:
        raise ValueError("An instant of a calendar knows its time zone.")
    return f"{at.astimezone(datetime.UTC):%Y%m%dT%H%M%SZ}"
