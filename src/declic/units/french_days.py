"""Dates that say a day or a month, in figures and in words."""

import datetime
import re
from collections.abc import Iterator

from declic.units.date_mentions import DateMention, DatePrecision
from declic.units.french_calendar import (
    DAY_IN_FIGURES,
    DAY_IN_WORDS,
    GAP,
    MONTH,
    TURN,
    WEEKDAY,
    YEAR,
    YEAR_IN_FIGURES,
    day_number,
    make_day,
    month_number,
    year_number,
    year_of_turn,
)
from declic.units.spans import Span


_DAY = f"(?:{DAY_IN_FIGURES}|{DAY_IN_WORDS})"
_JOIN = rf"{GAP}?(?:,|\bet\b|\bau\b|\bà\b|-|–|\bou\b|\bpuis\b){GAP}?(?:le{GAP}|{WEEKDAY}{GAP}){{0,2}}"

ISO = re.compile(r"(?<![\w/.-])(\d{4})-(\d{2})-(\d{2})(?![\w/-]|\.\d)")
IN_FIGURES = re.compile(
    rf"(?<![\w/.,-])(?:(?P<weekday>{WEEKDAY}){GAP})?(?P<day>\d{{1,2}})(?P<mark>[/.-])(?P<month>\d{{1,2}})(?P=mark)"
    r"(?P<year>\d{4}|\d{2})(?!\w|[/-]\w|\.\d)",
    re.IGNORECASE,
)
YEAR_FIRST = re.compile(
    rf"\bl['’]an{GAP}(?P<year>{YEAR}),?{GAP}(?:et{GAP})?(?:le{GAP})?(?:(?P<weekday>{WEEKDAY}),?{GAP})?"
    rf"(?P<day>{_DAY})(?:{GAP}jours?)?{GAP}(?:du{GAP}mois{GAP}d[e'’]{GAP}?)?(?P<month>{MONTH})",
    re.IGNORECASE,
)
DAY_FIRST = re.compile(
    rf"(?<![\w,.])(?:(?P<weekday>{WEEKDAY}),?{GAP}(?:le{GAP})?)?(?P<day>{_DAY}){GAP}(?P<month>{MONTH})"
    rf"(?:,?{GAP}(?P<year>{YEAR})|{GAP}(?P<turn>{TURN}))",
    re.IGNORECASE,
)
EARLIER_DAY = re.compile(
    rf"\b(?:du|des|les?|entre{GAP}le|et|,){GAP}(?P<whole>(?:(?P<weekday>{WEEKDAY}){GAP})?(?P<day>{DAY_IN_FIGURES})"
    rf"(?:{GAP}(?P<month>{MONTH}))?){_JOIN}$",
    re.IGNORECASE,
)
MONTH_YEAR = re.compile(
    rf"(?:\b(?P<part>début|debut|mi|fin)(?:-|{GAP}(?:d[eu]{GAP}(?:mois{GAP}de{GAP})?)?))?"
    rf"\b(?P<month>{MONTH})(?:{GAP}(?P<year>{YEAR_IN_FIGURES})|{GAP}(?P<turn>{TURN}))",
    re.IGNORECASE,
)
DAY_BEFORE = re.compile(r"\d{1,2}(?:er)?\s$")
THIS_CENTURY = 2000
EARLIEST_YEAR = 1500
WINDOW = 48
LONGEST_SERIES = 7


def find_iso_days(text: str) -> Iterator[DateMention]:
    """Find « 2023-03-08 »."""
    for found in ISO.finditer(text):
        day = make_day(*(int(part) for part in found.groups()))
        if day:
            yield DateMention(Span(*found.span()), day.isoformat(), DatePrecision.DAY)


def find_days_in_figures(text: str) -> Iterator[DateMention]:
    """Find « 16/05/2024 » and « 16.5.2024 »; a year of two figures is of this century, and only after strokes."""
    for found in IN_FIGURES.finditer(text):
        is_short = len(found["year"]) == len("23")
        if is_short and found["mark"] != "/":
            continue
        year = int(found["year"]) + (THIS_CENTURY if is_short else 0)
        day = make_day(year, int(found["month"]), int(found["day"]))
        if day and day.year > EARLIEST_YEAR:
            yield _mention(found, day)


def find_days_year_first(text: str) -> Iterator[DateMention]:
    """Find « L'an deux mille vingt, le vingt-cinq mai »."""
    for found in YEAR_FIRST.finditer(text):
        day = make_day(year_number(found["year"]), month_number(found["month"]), day_number(found["day"]))
        if day:
            weekday_span = Span(*found.span("weekday")) if found["weekday"] else None
            yield DateMention(Span(*found.span()), day.isoformat(), DatePrecision.DAY, weekday_span)


def find_days(text: str, *, reference: datetime.date | None) -> Iterator[DateMention]:
    """
    Find « jeudi 16 mai 2024 » and « le 14 juin prochain », and the days said just before with them.

    « du 3 au 7 juillet 2023 » is two days. Without a reference, a relative date is left out.
    """
    for found in DAY_FIRST.finditer(text):
        month, number = month_number(found["month"]), day_number(found["day"])
        if not found["year"] and reference is None:
            continue
        year = (
            year_of_turn(found["turn"], month=month, day=number, reference=reference)
            if found["turn"] and reference
            else year_number(found["year"])
        )
        day = make_day(year, month, number)
        if day:
            yield from reversed(list(_earlier_days(text, found.start(), day)))
            yield _mention(found, day, is_relative=bool(found["turn"]))


def _earlier_days(text: str, at: int, later: datetime.date) -> Iterator[DateMention]:
    for _ in range(LONGEST_SERIES):
        start = max(0, at - WINDOW)
        found = EARLIER_DAY.search(text[start:at])
        if not found:
            return
        month = month_number(found["month"]) if found["month"] else later.month
        year = later.year - 1 if month > later.month else later.year
        day = make_day(year, month, day_number(found["day"]))
        if not day:
            return
        at, later = start + found.start("whole"), day
        yield _mention(found, day, offset=start, end=found.end("whole"))


def find_months(text: str, *, reference: datetime.date | None) -> Iterator[DateMention]:
    """Find « mai 2024 », « début mai 2024 » (approx) and « mars dernier »."""
    for found in MONTH_YEAR.finditer(text):
        if not found["year"] and reference is None:
            continue
        if DAY_BEFORE.search(text, max(0, found.start() - 8), found.start()):
            continue  # a day that the calendar has not: say nothing
        month = month_number(found["month"])
        year = (
            year_of_turn(found["turn"], month=month, day=None, reference=reference)
            if found["turn"] and reference
            else year_number(found["year"])
        )
        precision = DatePrecision.APPROX if found["part"] else DatePrecision.MONTH
        value = f"{year:04d}-{month:02d}"
        yield DateMention(Span(*found.span()), value, precision, is_relative=bool(found["turn"]))


def _mention(
    found: re.Match[str],
    day: datetime.date,
    *,
    offset: int = 0,
    end: int | None = None,
    is_relative: bool = False,
) -> DateMention:
    span = Span(offset + found.start("day"), offset + (found.end() if end is None else end))
    weekday = found.span("weekday")
    weekday_span = Span(offset + weekday[0], offset + weekday[1]) if found["weekday"] else None
    return DateMention(span, day.isoformat(), DatePrecision.DAY, weekday_span, is_relative)
