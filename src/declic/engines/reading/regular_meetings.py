"""Meetings without a body: « réunions bimensuelles », « tous les lundis », « un jeudi sur deux »."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from declic.engines.reading.text import BULLET, Layout
from declic.units.spans import Span


WEEKDAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
ON_DAYS = re.compile(
    rf"\b(?:(?P<every>tous les {WEEKDAY}s?|chaque {WEEKDAY})"
    rf"|(?P<other>un {WEEKDAY} sur (?:deux|trois|quatre)|(?:le )?(?:premier|deuxieme|troisieme|dernier|1er|2e|3e) {WEEKDAY} (?:de chaque|du) mois))"
    r"(?P<hour>,? (?:a partir de|a|des) \d{1,2} ?h(?: ?\d{2})?)?",
)
MEETINGS = (
    r"(?:reunions?|ateliers?|permanences?|rencontres?|cafes?|groupes? de parole|consultations?|seances?)"
)
RHYTHM = re.compile(
    rf"\b(?P<what>{MEETINGS}) (?P<rhythm>bimensuel|mensuel|bimestriel|trimestriel|hebdomadaire|quotidien)(?:le)?s?\b",
)
ACTIVITY = re.compile(
    r"\b(?:maraudes?|permanences?|ateliers?|cafes?|reunions?|consultations?|accueils?|marches?|visites?|tournees?|rencontres?"
    r"|entrainements?|cours|groupes? de parole|points? d'ecoute|depistages?)\b",
)
AFTER = re.compile(r", (?:une? |le |la |les |des |l')?(?P<what>[^,.;:«]{3,40}(?:« ?[^«»]{2,60} ?»)?)")
VERB_AFTER = re.compile(r"\s(?:permet|est|sont|se|sera|reunit|accueille|a lieu|ont lieu)\b")
HOUR = re.compile(r"\d{1,2} ?h(?: ?\d{2})?")
ITEM_TITLE = re.compile(r"(?:\d{1,2} ?[-–—.)] ?)?(?P<title>[^:\n]{6,120}?) ?: ?$")


@dataclass(frozen=True, slots=True)
class RegularMeeting:
    """A meeting that comes back: its name as far as the sentence gives one, its rhythm, its passage."""

    name: str
    periodicity: str
    span: Span


def find_regular_meetings(layout: Layout, *, since: int) -> Iterator[RegularMeeting]:
    """Find the meetings that have a rhythm but are no body, in reading order."""
    for sentence in layout.sentences:
        if sentence.start < since:
            continue
        for match in RHYTHM.finditer(layout.folded, sentence.start, sentence.end):
            span = Span(*match.span())
            name = _title_before(layout, sentence, span) or layout.rejoined(span)
            yield RegularMeeting(name, match["rhythm"], span)
        for match in ON_DAYS.finditer(layout.folded, sentence.start, sentence.end):
            named = _named(layout, sentence, match)
            if named:
                span = Span(*match.span())
                yield RegularMeeting(named, _rhythm(layout, match), span)


def _rhythm(layout: Layout, match: re.Match[str]) -> str:
    words = layout.rejoined(Span(*match.span("every" if match["every"] else "other"))).lower()
    hour = HOUR.search(match["hour"] or "")
    weekly = f"hebdomadaire, {words}" if match["every"] else words
    return f"{weekly}, {hour.group()}" if hour else weekly


def _named(layout: Layout, sentence: Span, match: re.Match[str]) -> str | None:
    """Name a meeting by the activity before its day, or by what comes just after it."""
    before = [
        Span(*found.span()) for found in ACTIVITY.finditer(layout.folded, sentence.start, match.start())
    ]
    if before:
        return layout.rejoined(before[-1])
    line_end = layout.text.find("\n", match.end())
    after = AFTER.match(layout.folded, match.end(), line_end if line_end >= 0 else len(layout.text))
    if not after:
        return None
    verb = VERB_AFTER.search(after["what"])
    end = after.start("what") + (verb.start() if verb else len(after["what"]))
    return layout.rejoined(Span(after.start("what"), end)) or None


def _title_before(layout: Layout, sentence: Span, span: Span) -> str | None:
    """Give the title of the item that says the meeting: « 3 – Écoute des locataires : réunions mensuelles »."""
    start = max(layout.text.rfind("\n", 0, span.start) + 1, sentence.start - 160)
    lead = layout.text[start : span.start]
    mark = BULLET.match(lead)
    found = ITEM_TITLE.match(lead[mark.end() :] if mark else lead)
    return found["title"].strip() if found else None
