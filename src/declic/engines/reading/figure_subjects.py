"""What a figure is about, in the words of its own sentence."""

import re

from declic.engines.reading.figure_scenes import Quantity, QuantityKind, Scene
from declic.engines.reading.figure_words import GROUP, RATE_NOUN
from declic.engines.reading.sheet_fields import FIELD_NAME
from declic.engines.reading.text import rejoin


FIELD = rf"(?m:^{FIELD_NAME}:[^\n]*\n[ \t]*(?=[A-ZÀ-Ý\d]|\Z))|\n[ \t]*(?={FIELD_NAME}:\s)"
"""A line « Pilote : … » of a sheet, whole, and the end of a line before one."""
PUNCTUATION = re.compile(FIELD + r"|\s\|\s|[;:()!?«»]|[,.](?!\d)|\s[–—-]\s|\n\s*\n")
CELL = re.compile(r"\s\|\s?")
CLAUSE_END = re.compile(
    FIELD
    + r"|[;:()!?«»]|[,.](?!\d)|\s[–—-]\s|\n\s*\n|\set\s(?:\d|une?\s|deux\s|trois\s|quatre\s)|\s(?:dont|qui|que|ainsi\sque|afin|soit|où)\s"
)
VERB = re.compile(
    r"\s(?:est|sont|était|étaient|sera|seront|a|ont|avait|avaient|peu(?:t|vent)|pourr\w+|doi(?:t|vent)|permet\w*|bénéfici\w+"
    r"|[a-zà-ÿ]{4,}(?<!m)ent)\b"
)
COMPLEMENT = re.compile(r"\s?(?:d(?:es|e|u)\s|d['’]|aux?\s|en\s|de\sla\s|chez\s|parmi\s)")
AGO = re.compile(
    r"\b(?:il\sy\sa|depuis|en|pendant|durant|après)\s(?:près\sde\s|plus\sde\s|environ\s)?$", re.IGNORECASE
)
OPENING = re.compile(r"\([^()]{0,60}$")
TAIL_WORDS = re.compile(
    r"(?:\s|^)(?:âgée?s?|de|d['’]|des|du|à|aux?|pour|les?|la|l['’]|entre|une?|en|sur|avec|plus|moins|près|environ|ayant|par|seuls?|et"
    r"|dans|notamment|mais|soit|avoir|autour|lesquels?|respectivement|encore|jusqu['’]|est|sont)\s*$",
    re.IGNORECASE,
)
HEAD_WORDS = re.compile(
    r"^(?:de\sla\s|de\sl['’]|d['’]|des\s|de\s|du\s|les?\s|la\s|l['’]|aux?\s|à\s|et\s|en\s|pour\s|par\s|soit\s|mais\s|notamment\s"
    r"|lequel\s|laquelle\s|qui\s|que\s|où\s|dont\s|avec\s|une?\s)+",
    re.IGNORECASE,
)
ABOUT_ITSELF = re.compile(r"\b(?:ce\squi\s|cela\s|soit\s?$|ceci\s|c['’]est)", re.IGNORECASE)
THEM = re.compile(r"\s?d['’]entre\s(?:eux|elles)\b|\s(?=(?:sont|ont|vivent|bénéficient|étaient|résident)\b)")
CLAUSE_START = re.compile(
    r"(?:^|[.,;:]\s|\n\s?\n|[-–•]\s)(?:les?\s|la\s|l['’]|une?\s|des\s|ces\s)?$", re.IGNORECASE
)
ADDITION = re.compile(r"(?:dont|soit|et|ou|parmi)\b", re.IGNORECASE)
VALUES = re.compile(r"(?:\s(?:à|de)\s)?[\d.,]+\s?(?:et|,)?\s?$")
LONGEST = 110
WINDOW = 170
NEAR = 14
SHORT = 4


def subject_of(scene: Scene, quantity: Quantity) -> str:
    """
    Give the words that a figure is about, short and verbatim.

    A count is about its noun and what follows it; a share about what it is a share of; a rate, an age, a
    length about what stands before, or about what they complete (« 2 km du bourg »).
    """
    of_kind = {QuantityKind.RATE: _rate, QuantityKind.SHARE: _share, QuantityKind.MEASURE: _measure}
    is_pronoun = quantity.is_inherited and quantity.kind not in {QuantityKind.RATE, QuantityKind.SHARE}
    way = _inherited if is_pronoun else of_kind.get(quantity.kind, _count)
    return way(scene, quantity)


def _count(scene: Scene, quantity: Quantity) -> str:
    at = quantity.span.start
    is_first = at - scene.context.sentence(at).start < SHORT
    opens = is_first or CLAUSE_START.search(scene.before(at, width=NEAR)) is not None
    clause = _right(scene, quantity.span.end, unit_end=quantity.end, with_verb=opens)
    if clause and clause != quantity.unit:
        return clause
    return _up_to(scene, quantity) or quantity.unit


def _up_to(scene: Scene, quantity: Quantity) -> str:
    """Give the clause that ends with the unit, back to the one before where it only adds to it (« dont »)."""
    end = max(quantity.end, quantity.span.end)
    start = max(scene.context.paragraph(quantity.span.start).start, end - WINDOW)
    words = scene.text[start:end]
    edges = [0, *(found.end() for found in PUNCTUATION.finditer(words, 0, quantity.span.start - start))]
    kept = rejoin(words[edges[-1] :])
    if len(edges) > 1 and (ADDITION.match(kept) or words[edges[-1] - 1] == "("):
        kept = rejoin(words[edges[-2] :])
    closed = f"{kept})" if kept.count("(") > kept.count(")") else kept
    return _shorten_left(HEAD_WORDS.sub("", closed.strip(" -–*")))


def _share(scene: Scene, quantity: Quantity) -> str:
    at = quantity.span.end
    group = _group(scene, quantity)
    if group:
        them = THEM.match(scene.text, at)
        clause = _right(scene, them.end() if them else at)
        return f"{group} : {clause}" if clause else group
    clause = _right(scene, at) if COMPLEMENT.match(scene.text, at) else ""
    opened = OPENING.search(scene.text[max(0, quantity.span.start - WINDOW) : quantity.span.start])
    if opened:
        bracket = max(0, quantity.span.start - WINDOW) + opened.start()
        frame = _left(scene, bracket, edges=PUNCTUATION)
        return " : ".join(part for part in (frame, clause) if part) or quantity.unit
    return clause or _before_or_earlier(scene, quantity.span.start) or _right(scene, at) or quantity.unit


def _group(scene: Scene, quantity: Quantity) -> str | None:
    """Give the people that « d'entre elles » or a bare verb after a percentage speak of."""
    if quantity.unit != "%" or not THEM.match(scene.text, quantity.span.end):
        return None
    start = max(
        scene.context.paragraph(quantity.span.start).start - WINDOW, quantity.span.start - 3 * WINDOW, 0
    )
    groups = GROUP.findall(scene.text[start : quantity.span.start])
    return groups[-1].lower() if groups else None


def _before_or_earlier(scene: Scene, at: int) -> str:
    """Give the clause before a place, or the one before it where that only points back (« ce qui représente »)."""
    before = _left(scene, at)
    start = max(scene.context.paragraph(at).start, at - WINDOW)
    raw = scene.text[start:at]
    if len(before) >= SHORT and not ABOUT_ITSELF.search(raw[-2 * NEAR :]):
        return before
    edges = [found.start() for found in PUNCTUATION.finditer(raw.rstrip(" (:"))]
    return _left(scene, start + edges[-1]) if edges else before


def _measure(scene: Scene, quantity: Quantity) -> str:
    if quantity.unit == "ans":
        start = max(scene.context.paragraph(quantity.span.start).start, quantity.span.start - WINDOW)
        raw = scene.text[start : quantity.span.start]
        people = list(GROUP.finditer(raw))
        if people and not PUNCTUATION.search(raw, people[-1].start()):
            return _trim(rejoin(raw[people[-1].start() :]))
    if COMPLEMENT.match(scene.text, quantity.span.end):
        clause = _right(scene, quantity.span.end)
        if clause:
            return clause
    opened = PUNCTUATION.match(scene.text, quantity.span.end)
    if opened and AGO.search(scene.before(quantity.span.start)):
        return _right(scene, opened.end()) or quantity.unit
    before = _before_or_earlier(scene, quantity.span.start)
    return before or _right(scene, quantity.span.end) or quantity.unit


def _rate(scene: Scene, quantity: Quantity) -> str:
    start = max(scene.context.paragraph(quantity.span.start).start, quantity.span.start - WINDOW)
    raw = scene.text[start : quantity.span.start]
    nouns = list(RATE_NOUN.finditer(raw))
    own = _left(scene, quantity.span.start)
    if not nouns:
        return own or quantity.unit
    since = rejoin(raw[nouns[-1].start() :]).rstrip(" (")
    if PUNCTUATION.search(since):
        return f"{nouns[-1].group()} {own}".strip()
    return _trim(VALUES.sub("", since))


def _inherited(scene: Scene, quantity: Quantity) -> str:
    clause = _right(scene, quantity.span.end)
    return f"{quantity.unit} : {clause}" if clause else quantity.unit


def _right(scene: Scene, at: int, *, unit_end: int | None = None, with_verb: bool = True) -> str:
    words = scene.text[at : min(at + WINDOW, scene.context.end_of_whole(at))]
    first = (unit_end or at) - at
    patterns = (CLAUSE_END, CELL) if with_verb else (CLAUSE_END, CELL, VERB)
    ends = [found.start() for pattern in patterns if (found := pattern.search(words, max(first, 0)))]
    kept = _trim(rejoin(words[: min(ends, default=len(words))]))
    return kept if len(kept) <= LONGEST else _trim(kept[:LONGEST].rsplit(" ", 1)[0])


def _left(scene: Scene, at: int, *, edges: re.Pattern[str] = CLAUSE_END) -> str:
    start = max(scene.context.paragraph(at).start, at - WINDOW)
    words = scene.text[start:at].rstrip().rstrip("(:").rstrip()
    found = list(edges.finditer(words))
    return _shorten_left(_trim(rejoin(words[found[-1].end() :] if found else words)))


def _shorten_left(words: str) -> str:
    return words if len(words) <= LONGEST else _trim(words[-LONGEST:].split(" ", 1)[-1])


def _trim(words: str) -> str:
    kept = words
    while (found := TAIL_WORDS.search(kept)) is not None:
        kept = kept[: found.start()]
    return HEAD_WORDS.sub("", kept.strip(" -–'’\"/*|")).strip()
