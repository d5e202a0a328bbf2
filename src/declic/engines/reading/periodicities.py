"""How often something happens, in the words of French plans: « trois fois par an », « tous les mois », « mensuelle »."""

import re
from dataclasses import dataclass

from declic.engines.reading.text import Layout
from declic.units.french_numbers import read_number
from declic.units.spans import Span


COUNT = r"(?:une|un|deux|trois|quatre|cinq|six|sept|huit|dix|douze|\d{1,2})"
PERIOD = r"(?:an|annee|mois|trimestre|semestre|semaine|quinzaine)"
TIMES = re.compile(
    rf"\b(?:(?P<least>au moins|au minimum|a minima) )?(?P<count>{COUNT})(?: a (?P<most>{COUNT}))? (?:fois|reunions?|seances?|rencontres?)"
    rf"(?: minimum| au moins)? (?:par|chaque|dans l') ?(?P<period>{PERIOD})\b",
)
EVERY = re.compile(
    rf"\b(?:chaque (?P<one>{PERIOD})|tou(?:s|tes) les (?:(?P<count>{COUNT}) )?(?P<many>ans|annees|mois|trimestres|semestres|semaines))\b",
)
ADJECTIVE = re.compile(
    r"\b(?P<word>bimensuel|mensuel|bimestriel|trimestriel|semestriel|annuel|hebdomadaire|quotidien|bihebdomadaire|biannuel)(?:le)?s?\b"
    r"|\b(?P<adverb>mensuellement|trimestriellement|semestriellement|annuellement)\b",
)
ADJECTIVES = {"an": "annuel", "annee": "annuel", "mois": "mensuel", "trimestre": "trimestriel",
              "semestre": "semestriel", "semaine": "hebdomadaire", "quinzaine": "tous les quinze jours"}  # fmt: skip
PERIOD_WORDS = {"annee": "an", "ans": "an", "annees": "an"}


@dataclass(frozen=True, slots=True)
class Periodicity:
    """A rhythm, in short French words, and where it is said."""

    words: str
    span: Span


def find_periodicities(layout: Layout, passage: Span) -> tuple[Periodicity, ...]:
    """Find the rhythms that a passage says, in reading order."""
    found = [
        Periodicity(words, Span(*match.span()))
        for pattern, wording in ((TIMES, _times), (EVERY, _every), (ADJECTIVE, _adjective))
        for match in pattern.finditer(layout.folded, passage.start, passage.end)
        if (words := wording(match))
    ]
    return tuple(sorted(found, key=lambda periodicity: periodicity.span))


def _times(match: re.Match[str]) -> str:
    low, most = read_number(match["count"]), read_number(match["most"]) if match["most"] else None
    period = PERIOD_WORDS.get(match["period"], match["period"])
    count = f"{low or 1:g} à {most:g}" if most else f"{low or 1:g}"
    least = "au moins " if match["least"] else ""
    return f"{least}{count} fois par {period}"


def _every(match: re.Match[str]) -> str:
    if match["count"]:
        many = match["many"].replace("annees", "ans")
        return f"tous les {read_number(match['count']) or 1:g} {many}"
    word = match["one"] or match["many"].removesuffix("s")
    return ADJECTIVES.get("mois" if word == "moi" else word, "")


def _adjective(match: re.Match[str]) -> str:
    return match["word"] or match["adverb"].removesuffix("lement")
