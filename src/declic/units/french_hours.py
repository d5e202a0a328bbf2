"""Hours of the day as French writes them, and lengths in hours, which look the same."""

import datetime
import re
from dataclasses import dataclass

from declic.units.french_number_words import CARDINAL_WORDS
from declic.units.french_numbers import read_number
from declic.units.spans import Span


@dataclass(frozen=True, slots=True)
class HourMention:
    """A time of the day and where it is said."""

    span: Span
    at: datetime.time


@dataclass(frozen=True, slots=True)
class HourLength:
    """A length of time in hours (« 7h30 de permanence » is 7.5) and where it is said."""

    span: Span
    hours: float


_WORD = "|".join(CARDINAL_WORDS)
_WORDS = rf"(?:{_WORD})(?:[-\s](?:et[-\s])?(?:{_WORD})){{0,3}}"
HOUR = re.compile(
    rf"(?<![\w:,./])(?:(?P<hour>\d{{1,3}})[ \u00a0\u202f]?(?:h|H|heures?|Heures?|HEURES?)(?!\w*[^\W\d])|"
    rf"(?P<words>{_WORDS})\sheures?\b|(?P<clock>[01]?\d|2[0-3]):(?=[0-5]\d(?![\d:])))"
    rf"(?:\s?(?P<minutes>[0-5]\d)\b(?:\s?(?:minutes?|min|mn)\b)?|\s(?:et\s)?(?P<minute_words>{_WORDS}|demie|quart)"
    r"\b(?:\sminutes?\b)?)?",
    re.IGNORECASE,
)
AT = re.compile(
    r"(?:\bà|\bA|\bdès|\bvers|\bentre|\bavant|\baprès|\bde|\bet|\bpartir\sde|\bjusqu['’]à|[(,:;–-])\s?(?:environ\s)?$",
    re.IGNORECASE,
)
FOR = re.compile(
    r"(?:\bpendant|\bdurant|\bdurée\s(?:\w{1,12}\s)?(?:de|à)|\bvolume\s(?:\w{1,12}\s)?de|\bforfait\sde|\benviron)\s$"
)
OF = re.compile(
    r"\s?(?:d['’]\w|de\s[a-zà-ÿ]|par\s|/\s?(?:sem|mois|an|jour|élève)|hebdo|mensuel|annuel|/\s?\d)",
    re.IGNORECASE,
)
LARGEST_HOUR = 23


def find_hours(text: str) -> tuple[HourMention, ...]:
    """
    Find the times of the day of a text, in reading order (« 19h05 », « 18 heures 30 », « vingt heures »).

    A length (« 7h30 de permanence », « 35 heures par semaine ») is not one: see `find_hour_lengths`.
    """
    mentions: list[HourMention] = []
    for found in HOUR.finditer(text):
        hour, minute = _hour_and_minute(found)
        if hour <= LARGEST_HOUR and not _is_length(text, found):
            mentions.append(HourMention(Span(*found.span()), datetime.time(hour, minute)))
    return tuple(mentions)


def find_hour_lengths(text: str) -> tuple[HourLength, ...]:
    """Find the lengths given in hours, in reading order."""
    lengths: list[HourLength] = []
    for found in HOUR.finditer(text):
        hour, minute = _hour_and_minute(found)
        if not found["clock"] and _is_length(text, found):
            hours = hour + minute / 60
            lengths.append(HourLength(Span(*found.span()), int(hours) if hours.is_integer() else hours))
    return tuple(lengths)


def _hour_and_minute(found: re.Match[str]) -> tuple[int, int]:
    hour = found["hour"] or found["clock"]
    hours = int(hour) if hour else int(read_number(found["words"]) or 0)
    words = (found["minute_words"] or "").lower()
    if words in {"demie", "quart"}:
        return hours, 30 if words == "demie" else 15
    minutes = int(found["minutes"] or 0) or int(read_number(words) or 0)
    return hours, min(minutes, 59)


def _is_length(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - 24) : found.start()]
    if FOR.search(before):
        return True
    is_followed = OF.match(text, found.end()) is not None
    if AT.search(before):
        return is_followed and text[found.end() :].lstrip()[:1] in {"/", "p", "h", "m"}
    has_minutes = found["minutes"] or found["minute_words"]
    says_hours = "heure" in found.group().lower()
    return is_followed or (says_hours and not has_minutes)
