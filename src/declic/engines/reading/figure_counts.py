"""Numbers that stand with their own unit: counts, shares, measures, rates, ranges."""

import re

from declic.engines.reading.figure_scenes import Quantity, QuantityKind, Scene
from declic.engines.reading.figure_words import (
    AGED,
    BY_VOTES,
    COMPOUND,
    INHABITANTS,
    MULTIPLIED,
    NOMINAL_AGE,
    NOUN,
    OCCUPANTS,
    OF,
    OF_NOUN,
    OLDEST_AGE,
    PASSING_ADJECTIVES,
    PERCENT,
    PHYSICAL_UNIT,
    RATE,
    RATE_NOUN,
    SHORT_INHABITANTS,
    TIME_UNIT,
    TIMES,
    VOTE_AROUND,
    looks_countable,
)
from declic.engines.reading.quantities_words import qualifier_after, qualifier_before
from declic.units.french_numbers import NumberForm, NumberMention, read_number
from declic.units.spans import Span


CARDINAL = frozenset({NumberForm.FIGURES, NumberForm.WORDS, NumberForm.APPROXIMATE})
ONE_IN = re.compile(
    r"\s(?!(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|jour|semaine|mois|an|année|week-end|fois)s?\b)(?:[^\W\d_][\w'’ -]{1,30}?\s)?sur\s",
    re.IGNORECASE,
)
OUTLINE = re.compile(r"\.\d{1,2}$")  # « 2.4 » before a word is the number of a heading
LARGEST_DIVISOR = 10
SMALLEST_BASE = 100
HALF = re.compile(r"\set\sdemie?\b")
ROUND_WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 100})
RANGE_JOIN = re.compile(r"\s?(?:à|-|–|/|‑)\s?|\sou\s|\set\s")
PLAIN_JOIN = re.compile(r"\s(?:et|ou)\s")


def read_one_in(scene: Scene, index: int) -> Quantity | None:
    """Read « un jeune sur quatre », « 9 élèves sur 10 » as a share; how often a day comes back is none."""
    if index + 1 >= len(scene.numbers):
        return None
    part, whole = scene.numbers[index], scene.numbers[index + 1]
    join = ONE_IN.fullmatch(scene.text, part.span.end, whole.span.start)
    is_plain = {part.form, whole.form} <= {*CARDINAL, NumberForm.ARTICLE}
    if not join or not is_plain or part.value >= whole.value or whole.value not in ROUND_WHOLES:
        return None
    said = qualifier_before(scene.text, part.span.start)
    span = Span(part.span.start, whole.span.end)
    return Quantity(
        (span,), QuantityKind.SHARE, "part", whole.span.end, value=part.value / whole.value, qualifier=said
    )


def read_length(scene: Scene, index: int) -> Quantity | None:
    """Read a length in hours (« 2h30 d'atelier »)."""
    number = scene.numbers[index]
    length = scene.length_at(number.span)
    if length is None or length.span.start != number.span.start:
        return None
    return _measured(scene, length.span, "heures", value=length.hours)


def read_share(scene: Scene, index: int) -> Quantity | None:
    """Read a percentage, a fraction (« le quart des ») or a multiple (« au double des »)."""
    number = scene.numbers[index]
    found = PERCENT.match(scene.text, number.span.end)
    if found and number.form in CARDINAL:
        unit = "‰" if "‰" in found.group() else "%"
        return _shared(scene, Span(number.span.start, found.end()), unit, number.value)
    if number.form is NumberForm.FRACTION and OF.match(scene.text, number.span.end):
        return _shared(scene, number.span, "part", number.value)
    return _slashed(scene, index) or _multiple(scene, number)


def _multiple(scene: Scene, number: NumberMention) -> Quantity | None:
    is_times = TIMES.match(scene.text, number.span.end) or MULTIPLIED.search(scene.before(number.span.start))
    is_double = number.form is NumberForm.MULTIPLE and OF.match(scene.text, number.span.end)
    if is_double or (is_times and number.form in CARDINAL):
        return Quantity((number.span,), QuantityKind.MULTIPLE, "×", number.span.end, value=number.value)
    return None


def _slashed(scene: Scene, index: int) -> Quantity | None:
    """Read « les 2/3 des habitants »."""
    if index + 1 >= len(scene.numbers) or scene.between(index) != "/":
        return None
    part, whole = scene.numbers[index], scene.numbers[index + 1]
    if not OF.match(scene.text, whole.span.end) or not 0 < part.value < whole.value <= LARGEST_DIVISOR:
        return None
    return _shared(scene, Span(part.span.start, whole.span.end), "part", part.value / whole.value)


def _shared(scene: Scene, span: Span, unit: str, value: float) -> Quantity:
    qualifier = qualifier_before(scene.text, span.start)
    return Quantity((span,), QuantityKind.SHARE, unit, span.end, value=value, qualifier=qualifier)


def read_rate(scene: Scene, index: int) -> Quantity | None:
    """Read « 7,5 pour 1 000 habitants »: the base is part of the unit."""
    number = scene.numbers[index]
    found = RATE.match(scene.text, number.span.end)
    if not found or number.form not in CARDINAL:
        return None
    base = int(read_number(found["base"]) or 0)
    if found["what"] and (base < SMALLEST_BASE or not _is_a_rate(scene, number)):
        return None  # « 2 adultes pour 10 enfants » are two counts
    noun = found["noun"]
    named = "habitants" if INHABITANTS.search(noun) else noun.rstrip(".")
    unit = f"pour {base:,} {named}".replace(",", " ")
    return Quantity(
        (number.span, Span(found.start("whole"), found.end())),
        QuantityKind.RATE,
        unit,
        found.end(),
        value=number.value,
        qualifier=_qualifier(scene, number, found.end()),
    )


def _is_a_rate(scene: Scene, number: NumberMention) -> bool:
    is_exact = not float(number.value).is_integer()
    return is_exact or RATE_NOUN.search(scene.before(number.span.start)) is not None


def read_measure(scene: Scene, index: int) -> Quantity | None:
    """Read « 6 mois minimum », « 4 km », « 15 ans »: the unit is part of the passage."""
    number = scene.numbers[index]
    if number.form not in CARDINAL:
        return None
    start = number.span.end
    if number.form is NumberForm.APPROXIMATE and (of := OF.match(scene.text, start)):
        start = of.end() - 1 if scene.text[of.end() - 1].isspace() else of.end()
    found = TIME_UNIT.match(scene.text, start) or PHYSICAL_UNIT.match(scene.text, start)
    if not found:
        return None
    half = HALF.match(scene.text, found.end())
    span = Span(number.span.start, half.end() if half else found.end())
    value = number.value + 0.5 if half else number.value
    return _measured(scene, span, _unit_name(found["unit"]), value=value, number=number)


def _measured(
    scene: Scene, span: Span, unit: str, *, value: float, number: NumberMention | None = None
) -> Quantity:
    said = qualifier_before(scene.text, span.start) or qualifier_after(scene.text, span.end)
    if not said and number and number.form is NumberForm.APPROXIMATE:
        said = "environ"
    return Quantity((span,), QuantityKind.MEASURE, unit, span.end, value=value, qualifier=said)


def _unit_name(words: str) -> str:
    return "ans" if words.lower() in {"an", "ans"} else words


def read_range(scene: Scene, index: int) -> Quantity | None:
    """
    Read « 11 à 14 ans », « 30 à 40 places », « entre 3 et 5 jours », « 6/10 ans », « enfants de 4 à 7 ».
    """
    join = scene.between(index)
    if join is None or not RANGE_JOIN.fullmatch(join.replace("\n", " ")):
        return None
    low, high = scene.numbers[index], scene.numbers[index + 1]
    is_between = scene.before(low.span.start).lower().endswith("entre ")
    if low.value >= high.value or not {low.form, high.form} <= CARDINAL:
        return None
    if PLAIN_JOIN.fullmatch(join) and not is_between:
        return None
    return _ranged(scene, low, high)


def _ranged(scene: Scene, low: NumberMention, high: NumberMention) -> Quantity | None:
    whole = Span(low.span.start, high.span.end)
    text = scene.text
    measured = TIME_UNIT.match(text, whole.end) or PERCENT.match(text, whole.end)
    measured = measured or PHYSICAL_UNIT.match(text, whole.end)
    if measured:
        said = measured.groupdict().get("unit")
        whole = Span(whole.start, measured.end())
        kind = QuantityKind.MEASURE if said else QuantityKind.SHARE
        return _between(scene, whole, kind, (_unit_name(said) if said else "%", whole.end), (low, high))
    if _are_ages(scene, whole, high.value):
        return _between(scene, whole, QuantityKind.MEASURE, ("ans", whole.end), (low, high))
    counted = counted_unit(scene, high)
    if counted is None:
        return None
    return _between(scene, whole, QuantityKind.COUNT, counted, (low, high))


def _are_ages(scene: Scene, whole: Span, oldest: float) -> bool:
    if oldest > OLDEST_AGE:
        return False
    before = scene.before(whole.start)
    if AGED.search(before):
        return True
    following = NOUN.match(scene.text, whole.end)
    is_alone = not following or not looks_countable(following["noun"], value=oldest)
    return is_alone and NOMINAL_AGE.search(before) is not None


def _between(
    scene: Scene,
    span: Span,
    kind: QuantityKind,
    unit: tuple[str, int],
    ends: tuple[NumberMention, NumberMention],
) -> Quantity:
    qualifier = qualifier_before(scene.text, span.start) or qualifier_after(scene.text, unit[1])
    low, high = ends
    return Quantity((span,), kind, unit[0], unit[1], low=low.value, high=high.value, qualifier=qualifier)


def read_count(scene: Scene, index: int) -> Quantity | None:
    """Read a number with the plural that it counts (« deux nouvelles conventions », « 5 QPV »)."""
    number = scene.numbers[index]
    is_outline = OUTLINE.search(number.span.of(scene.text)) is not None
    if number.form not in CARDINAL or is_outline or _is_a_vote(scene, number):
        return None
    unit = counted_unit(scene, number)
    if unit is None:
        return None
    name, end = unit
    qualifier = _qualifier(scene, number, end)
    return Quantity((number.span,), QuantityKind.COUNT, name, end, value=number.value, qualifier=qualifier)


def _is_a_vote(scene: Scene, number: NumberMention) -> bool:
    if VOTE_AROUND.match(scene.text, number.span.end):
        return True
    is_voices = scene.text[number.span.end : number.span.end + 5].strip() == "voix"
    return is_voices and BY_VOTES.search(scene.before(number.span.start)) is not None


def counted_unit(scene: Scene, number: NumberMention) -> tuple[str, int] | None:
    """Give the noun that a number counts, with what belongs to it, and where its words end."""
    text, end = scene.text, number.span.end
    if occupants := OCCUPANTS.match(text, end):
        return "habitants", occupants.end() - 1
    is_collective = number.form is NumberForm.APPROXIMATE
    if short := SHORT_INHABITANTS.match(text, end):
        return "habitants", short.end()
    needs_of = is_collective or text[number.span.start : end].lower().endswith(
        ("million", "millions", "milliards")
    )
    found = (OF_NOUN if needs_of else NOUN).match(text, end)
    if not found or not looks_countable(found["noun"], value=number.value):
        return None
    is_next_heading = "\n" in text[end : found.start("noun")] and not found["noun"].islower()
    return None if is_next_heading or _is_a_name(text, number, found["noun"]) else compound_of(text, found)


def _is_a_name(text: str, number: NumberMention, noun: str) -> bool:
    """Say whether a number in words and its noun both have a capital (« les Quatre Vents »)."""
    is_capital = number.form is NumberForm.WORDS and text[number.span.start].isupper()
    return is_capital and noun[0].isupper() and not noun.isupper()


def compound_of(text: str, found: re.Match[str]) -> tuple[str, int]:
    """Give a noun with the tail that makes it one thing (« demandeurs d'emploi »), and where it ends."""
    noun, end = found["noun"], found.end("noun")
    tail = COMPOUND.match(text, end)
    if tail and tail["tail"].strip() not in PASSING_ADJECTIVES:
        return f"{noun} {tail['tail'].strip()}", tail.end("tail")
    return noun, end


def _qualifier(scene: Scene, number: NumberMention, end: int) -> str | None:
    said = qualifier_before(scene.text, number.span.start) or qualifier_after(scene.text, end)
    return said or ("environ" if number.form is NumberForm.APPROXIMATE else None)
