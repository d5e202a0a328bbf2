"""Numbers that leave their unit unsaid: between brackets, after a label, « respectivement », « dont 12 sont »."""

import re
from dataclasses import replace

from declic.engines.reading.figure_counts import CARDINAL
from declic.engines.reading.figure_scenes import Quantity, QuantityKind, Scene
from declic.engines.reading.figure_words import GROUP, NOT_NOUNS, RATE_NOUN, looks_countable
from declic.engines.reading.quantities_words import qualifier_before
from declic.units.french_numbers import NumberForm, NumberMention
from declic.units.spans import Span


OPENING = re.compile(r"\(\s?$")
CLOSING = re.compile(r"\s?\)")
SOURCE = re.compile(r"\s(?:au|aux|en|selon|d['’]après|à|dans|sur|depuis|fin|début|pour|avec|chez)\b")
LABEL = re.compile(r"[:|]\s?$")
POPULATION_LABEL = re.compile(r"\bpopulation\b[^:|]{0,40}[:|]\s?$", re.IGNORECASE)
ENDS = re.compile(r"\s?(?:[.;,)(|]|$|\n)")
INDEX_END = re.compile(r"\s?(?:[.;,)(]|$|\n|(?:contre|en|pour|à|et|au)\s)")
RESPECTIVELY = re.compile(
    r"\brespectivement\b(?:\s(?:à|de|d['’]|par|pour|aux?))?\s?(?:[\d.,%\s]{0,24}(?:et|,|puis)\s(?:à\s|de\s)?)?$"
)
VERB = re.compile(r"\s(?P<verb>[a-zà-ÿ]{3,}(?<!m)ent|sont|ont|étaient|seront|avaient|auront)\b")
OPENS_CLAUSE = re.compile(r"(?:^|[.;:,(]\s|\bet\s|\bdont\s|\blesquel(?:le)?s\s|\beux\s|\belles\s)$")
AMONG = re.compile(
    r"\b(?:dont|parmi\slesquel(?:le)?s|soit|contre)\s(?:(?:plus|moins|près)\sde\s|environ\s|au\smoins\s)?$"
)
NUMBER_OF = re.compile(r"\b[Nn]ombre (?:total )?(?:de |d['’])(?P<what>[^\W\d_]+(?:s|x)\b)")
PLURAL_NOUN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+){0,2}")
POPULATION = re.compile(r"\b(?:(?:des|les|chez\sles)\s(?:(?:moins|plus)\sde\s)?|de\s(?:moins|plus)\sde\s)$")
SHARE_OF = re.compile(r"\s(?:d(?:es|e|['’])|chez|parmi)\s?(?:les\s)?(?:(?:moins|plus)\sde\s)?")
COMPARED = re.compile(
    r"\s(?:auparavant|précédemment|avant|actuellement|aujourd['’]hui|(?:en|au|l['’]an(?:née)?)\s)"
)
GOES_ON = re.compile(r"(?:,|\bet)\s$")
INDEX = re.compile(
    r"\b(?P<noun>indices?|ratios?|coefficients?|densités?|taux)\b[^.;:,]{0,50}\s(?:est\s(?:estimée?\s)?(?:de|à)|s['’](?:élève|établit)\sà|atteint|vaut|:)\s$",
    re.IGNORECASE,
)
ARE = re.compile(r"\b(?:sont|étaient|seront)\s(?:(?:plus|moins|près)\sde\s|environ\s)?$")
WINDOW = 90
CHAIN = 48


def read_bracketed(scene: Scene, index: int) -> Quantity | None:
    """Read « taux régional (6,1) », « une trentaine (28 selon l'enquête) », « les agents (14) »."""
    number = scene.numbers[index]
    before = scene.before(number.span.start, width=WINDOW)
    if number.form not in CARDINAL or not OPENING.search(before):
        return None
    if CLOSING.match(scene.text, number.span.end):
        return _rate_like(scene, number) or _named_before(scene, number, OPENING.sub("", before))
    if SOURCE.match(scene.text, number.span.end):
        return _exact(scene, number) or _named_before(scene, number, OPENING.sub("", before))
    return None


def _rate_like(scene: Scene, number: NumberMention) -> Quantity | None:
    start = scene.context.paragraph(number.span.start).start
    before = scene.text[max(start, number.span.start - WINDOW) : number.span.start]
    last = scene.quantities[-1] if scene.quantities else None
    is_chained = last is not None and last.is_inherited and number.span.start - last.span.end < CHAIN
    if not RATE_NOUN.search(before) and not is_chained:
        return None
    model = scene.last_in_paragraph(number.span.start, QuantityKind.RATE)
    return _inherited(number, model) if model else None


def _exact(scene: Scene, number: NumberMention) -> Quantity | None:
    """Give the exact value that follows an approximate one, in its stead: both passages say it."""
    last = scene.quantities[-1] if scene.quantities else None
    if last is None or last.qualifier != "environ" or scene.text[last.end : number.span.start].strip() != "(":
        return None
    scene.quantities.pop()
    return replace(
        last, spans=(number.span, *last.spans), value=number.value, qualifier=None, end=number.span.end
    )


def _named_before(scene: Scene, number: NumberMention, before: str) -> Quantity | None:
    unit = _last_plural(before, value=number.value, within=2)
    if unit is None or number.form is not NumberForm.FIGURES:
        return None
    qualifier = qualifier_before(scene.text, number.span.start)
    return _count(number, unit, qualifier)


def read_labelled(scene: Scene, index: int) -> Quantity | None:
    """Read « en infirmiers libéraux : une vingtaine » and « Nombre de logements : 250 »."""
    number = scene.numbers[index]
    before = scene.before(number.span.start, width=WINDOW)
    if number.form not in CARDINAL or not LABEL.search(before) or not ENDS.match(scene.text, number.span.end):
        return None
    is_population = POPULATION_LABEL.search(before) is not None
    name = LABEL.sub("", before)
    counted = NUMBER_OF.search(name)
    last = _last_plural(counted["what"] if counted else name, value=number.value, within=3)
    unit = "habitants" if is_population else last
    if unit is None:
        return None
    qualifier = "environ" if number.form is NumberForm.APPROXIMATE else None
    return _count(number, unit, qualifier)


def _last_plural(before: str, *, value: float, within: int) -> str | None:
    """Give the plural noun, with the adjective after it, that ends a passage."""
    words = PLURAL_NOUN.findall(before.rstrip())[-within:]
    plurals = [
        word for word in words if looks_countable(word, value=max(value, 2)) and word.lower() not in NOT_NOUNS
    ]
    return " ".join(plurals[-2:]) if plurals and plurals[-1] == words[-1] else None


def _count(number: NumberMention, unit: str, qualifier: str | None) -> Quantity:
    return Quantity(
        (number.span,),
        QuantityKind.COUNT,
        unit,
        number.span.end,
        value=number.value,
        qualifier=qualifier,
        is_inherited=True,
    )


def read_respective(scene: Scene, index: int) -> Quantity | None:
    """Read the numbers after « respectivement »: they have the unit of the rates they come from."""
    number = scene.numbers[index]
    sentence = scene.context.sentence(number.span.start)
    before = scene.text[max(sentence.start, number.span.start - CHAIN) : number.span.start]
    if number.form not in CARDINAL or not RESPECTIVELY.search(before):
        return None
    kinds = (
        (QuantityKind.RATE, QuantityKind.SHARE)
        if RATE_NOUN.search(
            scene.text, max(sentence.start, number.span.start - 2 * WINDOW), number.span.start
        )
        else (QuantityKind.COUNT,)
    )
    model = scene.last_in_paragraph(number.span.start, *kinds)
    return _inherited(number, model) if model else None


def read_pronoun(scene: Scene, index: int) -> Quantity | None:
    """Read « 75 habitent dans… » and « dont 12 en alternance »: they count what was last counted."""
    number = scene.numbers[index]
    is_plain = number.form in {NumberForm.FIGURES, NumberForm.WORDS}
    if not is_plain or not (_is_subject(scene, number) or _goes_on(scene, number)):
        return None
    last = scene.quantities[-1] if scene.quantities else None
    is_rate = (
        last is not None and last.kind is QuantityKind.RATE and number.span.start - last.span.end < CHAIN
    )
    model = last if is_rate else scene.last_in_paragraph(number.span.start, QuantityKind.COUNT)
    if model is None or not (is_rate or float(number.value).is_integer()):
        return None
    return replace(_inherited(number, model), qualifier=qualifier_before(scene.text, number.span.start))


def _is_subject(scene: Scene, number: NumberMention) -> bool:
    opens = scene.context.sentence(number.span.start).start == number.span.start
    opens = opens or OPENS_CLAUSE.search(scene.before(number.span.start)) is not None
    return opens and VERB.match(scene.text, number.span.end) is not None


def _goes_on(scene: Scene, number: NumberMention) -> bool:
    if not (SOURCE.match(scene.text, number.span.end) or COMPARED.match(scene.text, number.span.end)):
        return False
    before = scene.before(number.span.start)
    follows = bool(scene.quantities) and scene.quantities[-1].is_inherited and GOES_ON.search(before)
    return bool(AMONG.search(before) or OPENING.search(before) or follows)


def read_index(scene: Scene, index: int) -> Quantity | None:
    """Read « l'indice de jeunesse est de 1,4 »: an index has no other unit than its own name."""
    number = scene.numbers[index]
    found = INDEX.search(scene.before(number.span.start, width=WINDOW))
    if number.form is not NumberForm.FIGURES or not found or not INDEX_END.match(scene.text, number.span.end):
        return None
    unit = found["noun"].lower().removesuffix("s")
    return Quantity((number.span,), QuantityKind.RATE, unit, number.span.end, value=number.value)


def read_said_of_people(scene: Scene, index: int) -> Quantity | None:
    """Read « les jeunes sans emploi sont 1 250 »: the number counts the people who are its subject."""
    number = scene.numbers[index]
    before = scene.before(number.span.start, width=WINDOW)
    if (
        number.form is not NumberForm.FIGURES
        or not ARE.search(before)
        or not ENDS.match(scene.text, number.span.end)
    ):
        return None
    people = GROUP.search(before)
    if people is None:
        return None
    return _count(number, people.group().lower(), qualifier_before(scene.text, number.span.start))


def _inherited(number: NumberMention, model: Quantity) -> Quantity:
    return Quantity(
        (number.span,), model.kind, model.unit, number.span.end, value=number.value, is_inherited=True
    )


def merge_populations(scene: Scene) -> list[Quantity]:
    """
    Give the quantities with the ages that only name whom a percentage is about joined to it.

    « 12 % des 18-24 ans » is one figure; « la part des plus de 60 ans (20 %) » too.
    """
    merged: list[Quantity] = []
    pending: list[Span] = []
    for at, quantity in enumerate(scene.quantities):
        following = scene.quantities[at + 1] if at + 1 < len(scene.quantities) else None
        previous = merged[-1] if merged else None
        if _names_population(scene, quantity):
            if previous and _is_share_of(scene, previous, quantity):
                merged[-1] = replace(previous, spans=(*previous.spans, quantity.span))
                continue
            if following and _is_bracketed_share(scene, quantity, following):
                pending.append(quantity.span)
                continue
        merged.append(replace(quantity, spans=(*quantity.spans, *pending)) if pending else quantity)
        pending = []
    return merged


def _names_population(scene: Scene, quantity: Quantity) -> bool:
    if quantity.unit != "ans":
        return False
    return POPULATION.search(scene.before(quantity.span.start)) is not None


def _is_share_of(scene: Scene, share: Quantity, age: Quantity) -> bool:
    if share.kind is not QuantityKind.SHARE:
        return False
    return SHARE_OF.fullmatch(scene.text, share.span.end, age.span.start) is not None


def _is_bracketed_share(scene: Scene, age: Quantity, share: Quantity) -> bool:
    between = scene.text[age.span.end : share.span.start]
    is_same = share.kind is QuantityKind.SHARE and scene.context.sentence(
        age.span.start
    ) == scene.context.sentence(share.span.start)
    return is_same and between.rstrip().endswith("(")
