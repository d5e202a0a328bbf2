"""Numbers as French writes them, in figures and in words, with the passage of each."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from declic.units.french_number_words import (
    CARDINAL_WORDS,
    ORDINAL_STEMS,
    SCALES,
    plain_word,
    read_ordinal_word,
    take_cardinal,
)
from declic.units.spans import Span


class NumberForm(StrEnum):
    """How a number is written: it decides what the number may be used for."""

    FIGURES = "figures"
    WORDS = "words"
    ARTICLE = "article"  # « un », « une »: a number only if something else proves it
    APPROXIMATE = "approximate"  # « une soixantaine »
    FRACTION = "fraction"  # « le quart », « deux tiers »
    MULTIPLE = "multiple"  # « double »
    ORDINAL = "ordinal"  # « 3ème », « second »


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number of a text and where it stands; « une petite trentaine » has the nuance « petite »."""

    span: Span
    value: float
    form: NumberForm
    nuance: str | None = None


COLLECTIVES = {
    "huitaine": 8,
    "dizaine": 10,
    "douzaine": 12,
    "quinzaine": 15,
    "vingtaine": 20,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
    "soixantaine": 60,
    "centaine": 100,
    "millier": 1000,
}
FEW = {"un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6}
SHARES = {"moitié": 2, "tiers": 3, "quart": 4, "cinquième": 5, "sixième": 6, "huitième": 8, "dixième": 10}
MULTIPLES = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}

_SPACE = "[ \u00a0\u2009\u202f]"
_GAP = rf"(?:[-‐‑]\n?|{_SPACE}{{1,2}}|{_SPACE}?\n[ \t]{{0,8}})"
_CARDINAL = "|".join(CARDINAL_WORDS)
_STEMS = "|".join(sorted(ORDINAL_STEMS, key=len, reverse=True))
_GROUPED = rf"\d{{1,3}}(?:{_SPACE}\d{{3}}){{1,4}}(?!\d)|[1-9]\d{{0,2}}(?:\.\d{{3}}){{1,4}}(?!\.?\d)"
_FEW = "|".join(FEW)

FIGURES = re.compile(
    rf"(?<![\w.,])(?P<whole>{_GROUPED}|\d{{1,15}})(?P<part>[.,]\d{{1,9}}(?![.,]\d))?(?!\d|[.,]\d)"
    rf"(?:{_SPACE}?(?P<scale>mille|millions?|milliards?)\b)?",
    re.IGNORECASE,
)
CARDINAL_RUN = re.compile(
    rf"(?<!\w)(?<![lL]['’])(?<!quelqu['’])(?:{_CARDINAL})\b(?:{_GAP}(?:et{_GAP})?(?:{_CARDINAL})\b){{0,12}}",
    re.IGNORECASE,
)
CARDINAL_WORD = re.compile(r"[^\W\d_]+")
COLLECTIVE = re.compile(
    rf"\b(?P<count>{_FEW})\s(?:(?P<nuance>petite?|bonne|bon|grosse|gros)s?\s)?"
    rf"(?P<noun>{'|'.join(COLLECTIVES)})s?\b",
    re.IGNORECASE,
)
SHARE = re.compile(
    rf"\b(?:(?:les?|la|aux?|des)\s)?(?:(?P<count>{_FEW})[\s-])?(?P<noun>{'|'.join(SHARES)})s?\b",
    re.IGNORECASE,
)
MULTIPLE = re.compile(rf"(?<=\b[lLaAd][eu]\s)(?P<noun>{'|'.join(MULTIPLES)})\b", re.IGNORECASE)
ORDINAL_FIGURES = re.compile(
    r"(?<![\w.,])(?P<rank>\d{1,4})[ ]?(?:\^\{)?(?:ers?|i?[eè]res?|res?|nde?s?|i?[eè]mes?|e|ᵉʳ|ᵉ)(?!\w)\}?",
    re.IGNORECASE,
)
ORDINAL_WORDS = re.compile(
    rf"(?<!\w)(?:premi(?:er|ère)s?|secondes?|seconds?"
    rf"|(?:(?:{_CARDINAL}|et){_GAP}){{0,8}}(?:{_STEMS})i[èe]mes?)(?!\w)",
    re.IGNORECASE,
)
GLUED_UNIT = re.compile(r"(?:km|ans?|h|[mM]²?|ha|t|k?[wW]h|min|mois|jours?|[mMk]?€)(?![^\W\d_])")


def read_number(words: str) -> float | None:
    """
    Give the value of a passage that is nothing but a number, in figures or in words; None otherwise.

    « 3 412 » is 3412, « 7,25 » is 7.25, « deux mille vingt et un » is 2021, « une soixantaine » is 60,
    « 3ème » is 3.
    """
    passage = words.strip()
    whole = Span(0, len(passage))
    return next((found.value for found in find_numbers(passage) if found.span == whole), None)


def find_numbers(text: str) -> tuple[NumberMention, ...]:
    """
    Find every number of a text, in reading order, without overlap.

    « un » and « une » have the form ARTICLE: whoever asks must prove that they count. A number glued to
    letters (« CM2 ») and one inside an outline (« 1.1.2 ») are not numbers; a unit may be glued (« 3km »).
    """
    taken: list[NumberMention] = []
    readers: tuple[Callable[[str], Iterator[NumberMention]], ...] = (
        _collectives,
        _shares,
        _multiples,
        _ordinals,
        _figures,
        _cardinals,
    )
    for read in readers:
        taken = _with_new(taken, read(text))
    return tuple(taken)


def _with_new(taken: list[NumberMention], found: Iterator[NumberMention]) -> list[NumberMention]:
    """Add what meets nothing already taken; both come in reading order, and so does the result."""
    merged: list[NumberMention] = []
    at = 0
    for mention in found:
        while at < len(taken) and taken[at].span.end <= mention.span.start:
            merged.append(taken[at])
            at += 1
        if at == len(taken) or not taken[at].span.meets(mention.span):
            merged.append(mention)
    return merged + taken[at:]


def _figures(text: str) -> Iterator[NumberMention]:
    for found in FIGURES.finditer(text):
        end = found.end()
        if text[end : end + 1].isalpha() and not GLUED_UNIT.match(text, end):
            continue
        yield NumberMention(Span(*found.span()), _value_in_figures(found), NumberForm.FIGURES)


def _value_in_figures(found: re.Match[str]) -> float:
    whole = re.sub(r"\D", "", found["whole"])
    part = found["part"]
    value = float(f"{whole}.{part[1:]}") if part else int(whole)
    scale = (found["scale"] or "").lower()
    if not scale:
        return value
    scaled = round(value * (1000 if scale == "mille" else SCALES[scale]), 6)
    return int(scaled) if scaled == int(scaled) else scaled


def _cardinals(text: str) -> Iterator[NumberMention]:
    for run in CARDINAL_RUN.finditer(text):
        spans = [Span(*word.span()) for word in CARDINAL_WORD.finditer(text, run.start(), run.end())]
        words = [plain_word(span.of(text)) for span in spans]
        at = 0
        while at < len(words):
            value, end = take_cardinal(words, at=at)
            if end > at:
                is_article = end == at + 1 and words[at] in {"un", "une"}
                form = NumberForm.ARTICLE if is_article else NumberForm.WORDS
                yield NumberMention(Span(spans[at].start, spans[end - 1].end), value, form)
            at = max(end, at + 1)


def _collectives(text: str) -> Iterator[NumberMention]:
    for found in COLLECTIVE.finditer(text):
        value = FEW[found["count"].lower()] * COLLECTIVES[found["noun"].lower()]
        nuance = found["nuance"].lower() if found["nuance"] else None
        yield NumberMention(Span(*found.span()), value, NumberForm.APPROXIMATE, nuance)


def _shares(text: str) -> Iterator[NumberMention]:
    for found in SHARE.finditer(text):
        count = found["count"]
        if found.group().lower() == found["noun"].lower() and found["noun"].lower() != "moitié":
            continue  # « tiers » alone is a third person, « quart » alone a shift
        value = FEW[count.lower()] if count else 1
        yield NumberMention(Span(*found.span()), value / SHARES[found["noun"].lower()], NumberForm.FRACTION)


def _multiples(text: str) -> Iterator[NumberMention]:
    for found in MULTIPLE.finditer(text):
        yield NumberMention(Span(*found.span()), MULTIPLES[found["noun"].lower()], NumberForm.MULTIPLE)


def _ordinals(text: str) -> Iterator[NumberMention]:
    mentions = [
        NumberMention(Span(*found.span()), int(found["rank"]), NumberForm.ORDINAL)
        for found in ORDINAL_FIGURES.finditer(text)
    ]
    for found in ORDINAL_WORDS.finditer(text):
        rank = read_ordinal_word(found.group())
        if rank is not None:
            mentions.append(NumberMention(Span(*found.span()), rank, NumberForm.ORDINAL))
    yield from sorted(mentions, key=lambda mention: mention.span)
