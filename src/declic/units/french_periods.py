"""Dates that say a year or a part of it: years, school years, seasons, terms, the start of school."""

import datetime
import re
from collections.abc import Iterator

from declic.units.date_mentions import DateMention, DatePrecision
from declic.units.french_calendar import GAP, MONTH, TO_COME, TURN, YEAR_IN_FIGURES, year_of_turn
from declic.units.spans import Span


SEASONS = {"printemps": (3, 6), "été": (6, 9), "automne": (9, 12), "hiver": (12, 3)}
SEPTEMBER = 9
MONTHS_OF_YEAR = 12
PART_MONTHS = {"trimestre": 3, "semestre": 6}
RANKS = {"1": 1, "p": 1, "2": 2, "s": 2, "3": 3, "t": 3, "4": 4, "q": 4}
PARTS_OF_YEAR = {"début": ("01", "03"), "debut": ("01", "03"), "mi": ("05", "08"), "fin": ("10", "12")}
EDGES_OF_YEAR = {"début": "01", "debut": "01", "fin": "12"}
LIKELY_YEAR = "(?:19[5-9]|20[0-5])\\d"

RETURN = re.compile(
    rf"\brentrée(?:{GAP}(?:scolaire|universitaire))?(?P<september>{GAP}de{GAP}septembre)?"
    rf"(?:{GAP}(?:de{GAP})?(?P<year>{YEAR_IN_FIGURES})|{GAP}(?P<turn>{TURN}))?",
    re.IGNORECASE,
)
SINCE = re.compile(r"\bdepuis\s(?:la|cette)\s$", re.IGNORECASE)
FROM = re.compile(r"\b(?:dès|pour|d['’]ici|partir\sde|compter\sde|avant)\sla\s$", re.IGNORECASE)
SEASON = re.compile(
    rf"(?:(?P<article>\bl['’])|\b)(?P<season>printemps|été|automne|hiver)\b(?:{GAP}(?P<year>{YEAR_IN_FIGURES})"
    rf"(?:[-/–](?:20)?\d\d(?!\d))?|{GAP}(?P<turn>{TURN})"
    rf"|(?={GAP}(?:et|ou|puis){GAP}(?:à{GAP}l['’]|au{GAP}(?:mois{GAP}d[e'’]{GAP}?)?|en{GAP}|l['’]|le{GAP})?"
    rf"(?:{MONTH}|printemps|automne|été|hiver){GAP}(?P<later>{YEAR_IN_FIGURES})))",
    re.IGNORECASE,
)
PART = re.compile(
    rf"\b(?P<rank>1\s?er|premier|2\s?e|2\s?ème|2\s?nde?|deuxième|seconde?|3\s?e|3\s?ème|troisième|4\s?e|4\s?ème"
    rf"|quatrième){GAP}(?P<part>trimestre|semestre){GAP}(?:de{GAP}l['’]année{GAP}|de{GAP})?(?P<year>{YEAR_IN_FIGURES})"
    rf"|\b(?P<letter>[TS])(?P<quarter>[1-4]){GAP}?(?P<letter_year>20\d{{2}})\b",
    re.IGNORECASE,
)
YEARS = re.compile(
    rf"(?<![\w/.,°-])(?P<first>{LIKELY_YEAR})[ ]?[-/–][ ]?(?P<last>{LIKELY_YEAR}|\d{{2}})(?![\w/-]|[.,]\d)"
)
EDGE = re.compile(
    rf"\b(?P<edge>début|debut|mi|fin)(?:-|{GAP}(?P<long>de{GAP}l['’]année{GAP}|d['’]année{GAP})?)"
    rf"(?P<year>{YEAR_IN_FIGURES})(?![-–/]\d)",
    re.IGNORECASE,
)
SAID_YEAR = re.compile(
    rf"(?:(?<=\ben\s)|(?<=\bdepuis\s)|(?<=\bdès\s)|(?<=\bici\s)|(?<=\bici\sà\s)|(?<=\bcourant\s)|(?<=\bavant\s)"
    rf"|(?<=\baprès\s)|(?<=\bhorizon\s)|(?<=\bexercice\s)|(?<=\bbudget\s)|(?<=\bédition\s)|(?<=\bsaison\s)"
    rf"|(?<=\bentre\s)|(?<=\d{{4}}\set\s)|(?<=\d{{4}}\sà\s)|\bannées?{GAP})(?P<year>{LIKELY_YEAR})"
    r"(?![\d/°-]|[.,]\d|\s?[€%])",
    re.IGNORECASE,
)
BARE_YEAR = re.compile(
    rf"(?<![\w/.,°'’-])(?<!n°\s)(?P<year>{LIKELY_YEAR})(?=\s?[.;:)\]»](?!\d)|[ ]?\||,(?![\d])|\s*\Z|[ ]?\n\s*(?:[-–•A-ZÀ-Ý\n]|\d{{1,2}}\s?[).-])"
    rf"|\s(?:et|à|ou)\s{LIKELY_YEAR}\b)"
)
NAMED_YEAR = re.compile(
    rf"(?<=[a-zà-ÿ]{{4}}\s)(?P<year>{LIKELY_YEAR})(?=\s(?:d(?:e|u|es|ans)\s|(?:et|à|au|aux|ou|par|pour|est|sera|a|sur|avec|en|le|la|les|qui)\s"
    r"|d['’]|l['’]|[a-zà-ÿ]{2,}[^sxz\W\d_]\b))"
)
NOT_NAMED = re.compile(
    r"\b(?:avec|sans|pour|dont|soit|plus|moins|environ|compte|comptent|accueille|accueillent|représente|total|entre|quelque|près|sont"
    r"|dans|chez|sous|vers|parmi|jusque|article|numéro|page)\s$",
    re.IGNORECASE,
)
IN_A_NAME = re.compile(r"(?:[a-zà-ÿ'’«]\s|['’])[A-ZÀ-Ý][\w-]{2,24}[^\S\n]$")
AFTER_A_MONTH = re.compile(rf"\b{MONTH}\s$", re.IGNORECASE)
NOT_A_YEAR = re.compile(
    r"(?:total|montant|nombre|effectif|somme|soit|environ|de\splus)\s(?:de\s)?$|\d\s$", re.IGNORECASE
)
TURN_OF_YEAR = re.compile(rf"\bl['’]an(?:née)?{GAP}(?P<turn>{TURN})", re.IGNORECASE)


def find_returns(text: str, *, reference: datetime.date | None) -> Iterator[DateMention]:
    """Find « la rentrée 2024 »: the month of September, more or less."""
    for found in RETURN.finditer(text):
        year = int(found["year"]) if found["year"] else _year_of_return(text, found, reference=reference)
        if year:
            value = f"{year:04d}-{SEPTEMBER:02d}"
            is_relative = not found["year"]
            yield DateMention(Span(*found.span()), value, DatePrecision.APPROX, is_relative=is_relative)


def _year_of_return(text: str, found: re.Match[str], *, reference: datetime.date | None) -> int | None:
    if reference is None:
        return None
    before = text[max(0, found.start() - 20) : found.start()]
    turn = found["turn"]
    if turn is None and found["september"]:
        turn = "dernier" if SINCE.search(before) else "prochain" if FROM.search(before) else None
    return year_of_turn(turn, month=SEPTEMBER, day=None, reference=reference) if turn else None


def find_seasons(text: str, *, reference: datetime.date | None) -> Iterator[DateMention]:
    """Find « printemps 2024 », « l'hiver dernier », and the autumn of « à l'automne et en janvier 2024 »."""
    for found in SEASON.finditer(text):
        season = found["season"].lower()
        first, last = SEASONS[season]
        if season == "été" and not (found["article"] or found["year"]):
            continue  # « a été », not the summer
        year = _year_of_season(found, first, reference=reference)
        if year:
            value = f"{year:04d}-{first:02d}/{year + (last < first):04d}-{last:02d}"
            start = found.start() if found["turn"] or found["later"] else found.start("season")
            yield DateMention(
                Span(start, found.end()), value, DatePrecision.SEASON, is_relative=bool(found["turn"])
            )


def _year_of_season(found: re.Match[str], month: int, *, reference: datetime.date | None) -> int | None:
    if found["year"] or found["later"]:
        return int(found["year"] or found["later"])
    if reference is None:
        return None
    return year_of_turn(found["turn"], month=month, day=None, reference=reference)


def find_parts_of_year(text: str) -> Iterator[DateMention]:
    """Find « premier semestre 2023 », « T2 2024 », and the like."""
    for found in PART.finditer(text):
        part = found["part"] or {"t": "trimestre", "s": "semestre"}[found["letter"].lower()]
        rank = int(found["quarter"]) if found["quarter"] else RANKS[found["rank"][0].lower()]
        months = PART_MONTHS[part.lower()]
        last = rank * months
        if last <= MONTHS_OF_YEAR:
            year = found["year"] or found["letter_year"]
            value = f"{year}-{last - months + 1:02d}/{year}-{last:02d}"
            yield DateMention(Span(*found.span()), value, DatePrecision.APPROX)


def find_edges_of_year(text: str) -> Iterator[DateMention]:
    """Find « début 2024 », « mi-2024 », « fin 2024 », and « le début de l'année 2024 » which is January."""
    for found in EDGE.finditer(text):
        edge, year = found["edge"].lower(), found["year"]
        first, last = PARTS_OF_YEAR[edge]
        is_narrow = found["long"] and edge in EDGES_OF_YEAR
        value = f"{year}-{EDGES_OF_YEAR[edge]}" if is_narrow else f"{year}-{first}/{year}-{last}"
        yield DateMention(Span(*found.span()), value, DatePrecision.APPROX)


def find_runs_of_years(text: str) -> Iterator[DateMention]:
    """Find « 2023-2024 », a school year where the two follow each other, otherwise a run of years."""
    for found in YEARS.finditer(text):
        first = int(found["first"])
        is_whole = len(found["last"]) == len(found["first"])
        last = int(found["last"]) if is_whole else first // 100 * 100 + int(found["last"])
        follows = last == first + 1
        if follows or (last > first and is_whole):
            precision = DatePrecision.SCHOOL_YEAR if follows else DatePrecision.YEAR
            yield DateMention(Span(*found.span()), f"{first}/{last}", precision)


def find_years(text: str, *, reference: datetime.date | None) -> Iterator[DateMention]:
    """Find « en 2018 », « année 2024 », « l'an dernier », and a year alone that nothing can be counted with."""
    mentions = [
        DateMention(Span(*found.span()), found["year"], DatePrecision.YEAR)
        for found in SAID_YEAR.finditer(text)
    ]
    mentions += [
        DateMention(Span(*found.span()), found["year"], DatePrecision.YEAR)
        for found in BARE_YEAR.finditer(text)
        if not _is_no_year(text, found.start())
    ]
    mentions += [
        DateMention(Span(*found.span("year")), found["year"], DatePrecision.YEAR)
        for found in NAMED_YEAR.finditer(text)
        if not _is_no_year(text, found.start())
    ]
    if reference:
        for found in TURN_OF_YEAR.finditer(text):
            year = reference.year + (1 if found["turn"].lower() in TO_COME else -1)
            mentions.append(DateMention(Span(*found.span()), f"{year}", DatePrecision.YEAR, is_relative=True))
    yield from sorted(mentions, key=lambda mention: mention.span)


def _is_no_year(text: str, at: int) -> bool:
    """Say whether what stands before a bare year makes it a count or the end of a name (« Agenda 2030 »)."""
    before = text[max(0, at - 32) : at]
    return any(pattern.search(before) for pattern in (NOT_A_YEAR, NOT_NAMED, IN_A_NAME, AFTER_A_MONTH))
