"""« un » and « une » that count, and ranks: only where something else proves it."""

import re

from declic.engines.reading.figure_counts import compound_of
from declic.engines.reading.figure_scenes import Quantity, QuantityKind, Scene
from declic.engines.reading.figure_words import (
    NOUN,
    RANK_IDIOMS,
    STAFF_AND_PLACES,
    looks_countable,
    singular,
)
from declic.units.french_numbers import NumberForm, NumberMention
from declic.units.spans import Span


LASTING = re.compile(
    r"\b(?:sur|pendant|durant|durée\sd['’]|durée\sde|pour|en|période\sd['’])\s?$", re.IGNORECASE
)
LENGTH = re.compile(
    r"\s(?P<unit>an|année|mois|semaine|journée|jour|demi-journée|heure|semestre|trimestre|nuit)\b"
    r"(?!\s(?:scolaire|d(?:e|u|es)\b|sur\b|spécifique|dédiée|type)|\sd['’]|['’-])",
    re.IGNORECASE,
)
NEW = re.compile(r"\s(?:nouve(?:lle|l|au)|seule?|unique)\s", re.IGNORECASE)
MORE = re.compile(r"\ssupplémentaires?\b", re.IGNORECASE)
LISTED = re.compile(r"(?:,|\bet|\bainsi\squ['’]|\bou|:)\s?$")
RELATIVE = re.compile(
    r"\b(?:qui|que|dont|où|afin|pour\sque|puis|alors)\b|[.;]|\s(?:est|sont|sera|seront|a|ont)\s",
    re.IGNORECASE,
)
EACH = re.compile(r"\b(?:[Cc]haque|[Pp]our\schacune?)\b[^.;:,]{1,70},\s$")
PER = re.compile(
    r"(?:\s[^\W\d_]+){0,3}?\spar\s(?!an\b|mois\b|jour\b|semaine\b|semestre\b|trimestre\b|le\b|la\b|les\b|l['’]|des\b|une?\b|rapport|exemple|ailleurs|conséquent)[a-zà-ÿ]{4,}"
)
NAMED_TO = re.compile(
    r"(?:\s[\w-]+){0,2}\s(?:est|sera|sont|seront|a\sété)\s(?:nommée?|désignée?|recrutée?|affectée?|mise?|prévue?|ouverte?|créée?)"
)
ARTICLE_BEFORE_RANK = re.compile(r"\b(?:d['’])?(?:une?|la|le|cette|ce|leur|son|sa)\s$", re.IGNORECASE)
AND_MORE = re.compile(
    r"[^.;:,\n]{0,40}?(?:,|\set)\s(?:\d{1,3}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)\s[a-zà-ÿ-]{2,}[sx]\b"
)
NEAR = 110


def read_length_of_one(scene: Scene, index: int) -> Quantity | None:
    """Read « sur une journée », « d'une durée d'un an »: an article before a length counts."""
    number = scene.numbers[index]
    if number.form is not NumberForm.ARTICLE or not LASTING.search(scene.before(number.span.start)):
        return None
    found = LENGTH.match(scene.text, number.span.end)
    if not found:
        return None
    unit = "ans" if found["unit"].lower() == "an" else found["unit"]
    return Quantity((Span(number.span.start, found.end()),), QuantityKind.MEASURE, unit, found.end(), value=1)


def read_one(scene: Scene, index: int) -> Quantity | None:
    """
    Read « un » and « une » that count one thing.

    Proofs: a new or further one of what the text counts elsewhere; one more in a list of counted things; one
    for each of something; a sentence without verb that opens with it, about what its paragraph counts.
    """
    number = scene.numbers[index]
    found = NOUN.match(scene.text, number.span.end) if number.form is NumberForm.ARTICLE else None
    if not found or not looks_countable(found["noun"], value=1):
        return None
    noun = found["noun"]
    proofs = (_is_one_more, _is_listed, _is_one_each, _opens_a_line, _opens_a_list)
    if not any(proof(scene, number, noun) for proof in proofs):
        return None
    return Quantity((number.span,), QuantityKind.COUNT, noun, found.end("noun"), value=1)


def _is_one_more(scene: Scene, number: NumberMention, noun: str) -> bool:
    is_new = NEW.match(scene.text, number.span.end) or MORE.match(scene.text, number.span.end + 1 + len(noun))
    return bool(is_new) and singular(noun) in STAFF_AND_PLACES


def _is_listed(scene: Scene, number: NumberMention, noun: str) -> bool:
    if singular(noun) not in STAFF_AND_PLACES or not scene.quantities:
        return False
    last = scene.quantities[-1]
    gap = scene.text[last.end : number.span.start]
    is_near = len(gap) < NEAR and last.kind is QuantityKind.COUNT and LISTED.search(gap) is not None
    is_same = singular(noun) == singular(last.unit.split()[0])
    return is_near and (is_same or RELATIVE.search(gap) is None)


def _is_one_each(scene: Scene, number: NumberMention, noun: str) -> bool:
    after = number.span.end + 1 + len(noun)
    if EACH.search(scene.before(number.span.start, width=NEAR)):
        return NAMED_TO.match(scene.text, after) is not None
    return singular(noun) in STAFF_AND_PLACES and PER.match(scene.text, after) is not None


def _opens_a_list(scene: Scene, number: NumberMention, noun: str) -> bool:
    is_known = singular(noun) in STAFF_AND_PLACES
    return is_known and AND_MORE.match(scene.text, number.span.end + 1 + len(noun)) is not None


def _opens_a_line(scene: Scene, number: NumberMention, noun: str) -> bool:
    if scene.context.sentence(number.span.start).start != number.span.start:
        return False
    start = scene.context.paragraph(number.span.start).start
    return any(
        quantity.kind is QuantityKind.COUNT and singular(quantity.unit.split()[0]) == singular(noun)
        for quantity in reversed(scene.quantities[-6:])
        if quantity.span.start >= start
    )


def read_rank(scene: Scene, index: int) -> Quantity | None:
    """Read « une 4ème classe », « un second point d'accueil »; never « premier », nor a school level or a name."""
    number = scene.numbers[index]
    if number.form is not NumberForm.ORDINAL or number.value <= 1:
        return None
    found = NOUN.match(scene.text, number.span.end)
    if not found or not ARTICLE_BEFORE_RANK.search(scene.before(number.span.start)):
        return None
    noun = found["noun"]
    is_name = noun[0].isupper() and not noun.isupper()
    if is_name or noun.lower() in RANK_IDIOMS:
        return None
    _, end = compound_of(scene.text, found)
    return Quantity((number.span,), QuantityKind.RANK, "rang", end, value=number.value)
