"""Where and when a figure holds, as its own sentence says it."""

import re

from declic.engines.reading.figure_scenes import Quantity, QuantityKind, Scene
from declic.engines.reading.text import rejoin
from declic.units.spans import Span


RECURRENCE = re.compile(
    r"[^,;:.()]{0,60}?\b(?P<said>par\s(?:an|mois|semaine|jour|trimestre|semestre|année|séance)|chaque\s(?:année|mois|semaine|jour))\b"
)
PLACE = re.compile(
    r"\b(?P<place>(?:quartiers?|villes?|communes?|QPV|bassins?\sd['’]emploi|départements?|régions?|agglomérations?|cantons?)"
    r"\s(?:prioritaires?\s)?(?:de\sla\s|de\s|du\s|des\s|d['’])?(?P<name>[A-ZÀ-Ý][a-zà-ÿ][\wà-ÿ'’-]+(?:\s[A-ZÀ-Ý][\wà-ÿ'’-]+)*))"
)
ON_PLACE = re.compile(
    r"\b(?:sur|à|À)\s(?P<place>(?P<name>(?!\w+(?:ettre|oir|dre|uire)\b)[A-ZÀ-Ý][a-zà-ÿ][\wà-ÿ]+(?:-[\wà-ÿ]+)*))(?=[\s,.;)]|$)"
)
GENERIC = re.compile(r"bassins?\sd['’]emploi|QPV", re.IGNORECASE)
BARRIER = re.compile(r"[;:()]|,(?!\d)|\s[–—-]\s")
FRAME = 32
NEAR = 60


def place_of(scene: Scene, quantity: Quantity) -> str | None:
    """Give the place that the sentence names nearest to the figure, or None."""
    sentence = scene.sentence_around(quantity.span)
    found: list[tuple[Span, str]] = []
    for pattern in (PLACE, ON_PLACE):
        for match in pattern.finditer(scene.text, sentence.start, sentence.end):
            named = match["place"] if GENERIC.match(match["place"]) else match["name"]
            found.append((Span(*match.span("place")), rejoin(named)))
    if not found:
        return None
    return min(found, key=lambda place: _distance(place[0], quantity.span))[1]


def date_of(scene: Scene, quantity: Quantity) -> str | None:
    """
    Give the date, or how often, that is said of the figure, or None.

    A date holds for a figure when it frames the sentence (« En 2022, … ») or stands beside the figure with no
    punctuation between.
    """
    sentence = scene.sentence_around(quantity.span)
    is_thing = quantity.kind is not QuantityKind.MEASURE or quantity.unit == "heures"
    often = RECURRENCE.match(scene.text, quantity.span.end, sentence.end) if is_thing else None
    if often:
        return rejoin(often["said"])
    spans = scene.dates_in(sentence)
    beside = [span for span in spans if _is_beside(scene, span, quantity.span)]
    framing = [
        span
        for span in spans
        if span.start - sentence.start < FRAME
        and span.end <= quantity.span.start
        and scene.text[span.end : span.end + 2].lstrip()[:1] == ","
    ]
    kept = min(beside, key=lambda span: _distance(span, quantity.span)) if beside else None
    kept = kept or (framing[-1] if framing else None)
    return rejoin(kept.of(scene.text)) if kept else None


def _is_beside(scene: Scene, date: Span, figure: Span) -> bool:
    first, last = sorted((date, figure))
    return _distance(date, figure) < NEAR and BARRIER.search(scene.text[first.end : last.start]) is None


def _distance(one: Span, other: Span) -> int:
    return one.start - other.end if one.start >= other.end else other.start - one.end
