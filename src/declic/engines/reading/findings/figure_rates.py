"""Rates and percentages that their own paragraph can recompute."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from declic.engines.reading.drafts import FigureDraft, Finding, Severity
from declic.engines.reading.findings.figure_numbers import say
from declic.engines.reading.quantities_context import Context
from declic.units.spans import Span


RATE_UNIT = re.compile(r"pour (?P<base>[\d ]+) ")
RESPECTIVELY = re.compile(r"\brespectivement\b", re.IGNORECASE)
REPRESENTS = re.compile(
    r"\b(?:ce\squi\sreprésente|soit|représentant|c['’]est[- ]à[- ]dire)\s(?:environ\s|près\sde\s|un\speu\splus\sde\s)?$",
    re.IGNORECASE,
)
SAME = 0.02
ROUNDED = 0.05
SAME_RATIO = 0.1
POINTS = 1.5
LEAD = 40
TWO = 2


def respective_findings(context: Context, *, figures: Sequence[FigureDraft]) -> Iterator[Finding]:
    """
    Find two rates that « respectivement » gives in the order contrary to the one they come from.

    Proof: recomputed from the counts and populations of the paragraph, they fit when swapped and not as said;
    or the two rates before them stand in the very ratio, upside down.
    """
    for first, second in pairwise(figures):
        if not _are_respective(context, first, second):
            continue
        before = [
            figure
            for figure in figures
            if figure.spans[0].end <= first.spans[0].start
            and context.paragraph_index(figure.spans[0].start)
            == context.paragraph_index(first.spans[0].start)
        ]
        reason = _recomputed(before, first, second) or _upside_down(before, first, second)
        if reason:
            said = f"{say(first.value or 0)} et {say(second.value or 0)}"
            yield Finding(
                rule="respectively-inverted",
                severity=Severity.WARNING,
                message=f"« respectivement » {said} : l'ordre est inverse de celui de la phrase ({reason}).",
                spans=(_respective_span(context, first, second),),
            )


def _are_respective(context: Context, first: FigureDraft, second: FigureDraft) -> bool:
    if (
        first.unit != second.unit
        or first.value is None
        or second.value is None
        or first.value == second.value
    ):
        return False
    start, end = first.spans[0].start, second.spans[0].start
    is_one_clause = context.sentence(start) == context.sentence(end) and end - start < LEAD
    return is_one_clause and RESPECTIVELY.search(context.layout.text, max(0, start - LEAD), start) is not None


def _respective_span(context: Context, first: FigureDraft, second: FigureDraft) -> Span:
    start = first.spans[0].start
    found = RESPECTIVELY.search(context.layout.text, max(0, start - LEAD), start)
    return Span(found.start() if found else start, second.spans[0].end)


def _recomputed(before: Sequence[FigureDraft], first: FigureDraft, second: FigureDraft) -> str | None:
    based = RATE_UNIT.match(first.unit)
    base = int(based["base"].replace(" ", "")) if based else 0
    bases = [source for figure in before if base and (source := _source(figure, before, base))]
    if len(bases) != TWO:
        return None
    (count, one), (_, other) = bases
    said = (first.value or 0, second.value or 0)
    taken = {figure.value for figure in before if figure.value and figure.value < count}
    rates = {less: ((count - less) / one * base, (count - less) / other * base) for less in sorted(taken)}
    if any(_fits(said, both) for both in rates.values()):
        return None
    less = next((less for less, both in rates.items() if _fits(said, both[::-1])), None)
    if less is None:
        return None
    kept = say(count - less)
    return (
        f"{kept} pour {say(one)} donne {say(rates[less][0])}, pour {say(other)} donne {say(rates[less][1])}"
    )


def _source(rate: FigureDraft, before: Sequence[FigureDraft], base: int) -> tuple[float, float] | None:
    """Give the count and the population that a rate is computed from, if the paragraph holds them."""
    if rate.value is None or not RATE_UNIT.match(rate.unit):
        return None
    counts = [figure.value for figure in before if figure.value and not RATE_UNIT.match(figure.unit)]
    for count, population in product(counts, counts):
        if count < population and _near(count / population * base, rate.value, SAME):
            return count, population
    return None


def _fits(said: tuple[float, float], rates: tuple[float, ...]) -> bool:
    return all(_near(rate, value, ROUNDED) for rate, value in zip(rates, said, strict=True))


def _near(one: float, other: float, tolerance: float) -> bool:
    return abs(one - other) <= tolerance * max(abs(other), 1e-9)


def _upside_down(before: Sequence[FigureDraft], first: FigureDraft, second: FigureDraft) -> str | None:
    rates = [figure.value for figure in before if figure.unit == first.unit and figure.value]
    if len(rates) != TWO or not first.value or not second.value:
        return None
    is_inverse = _near(first.value / second.value, rates[1] / rates[0], SAME_RATIO)
    if not is_inverse or _near(rates[0], rates[1], SAME_RATIO):
        return None
    return f"les deux valeurs d'avant sont {say(rates[0])} et {say(rates[1])}"


def percentage_findings(context: Context, *, figures: Sequence[FigureDraft]) -> Iterator[Finding]:
    """Find « 30 sur 200, ce qui représente 25 % »: the two counts just before deny the percentage."""
    for index, share in enumerate(figures):
        if share.unit != "%" or share.value is None or index < TWO:
            continue
        start = share.spans[0].start
        whole, part = figures[index - 2], figures[index - 1]
        if not _are_part_and_whole(context, whole, part, start):
            continue
        true = (part.value or 0) / (whole.value or 1) * 100
        if abs(true - share.value) > POINTS:
            yield Finding(
                rule="percentage-contradicts-counts",
                severity=Severity.WARNING,
                message=f"{say(part.value or 0)} sur {say(whole.value or 0)} font {say(true)} %, et non {say(share.value)} %.",
                spans=(share.spans[0], whole.spans[0], part.spans[0]),
            )


def _are_part_and_whole(context: Context, whole: FigureDraft, part: FigureDraft, start: int) -> bool:
    if not whole.value or not part.value or whole.unit != part.unit or part.value >= whole.value:
        return False
    index = context.paragraph_index(start)
    is_near = all(context.paragraph_index(figure.spans[0].start) == index for figure in (whole, part))
    before = context.layout.text[max(0, start - LEAD) : start]
    return is_near and REPRESENTS.search(before) is not None
