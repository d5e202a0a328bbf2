"""Measures that a plan counts anew under each axis or measure, told apart by what stands above them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import compress

from declic.engines.reading.drafts import MeasureDraft
from declic.units.folding import fold


LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class _Placed:
    """A measure, how the text names its like (« action », one figure), and the place of the measure above it."""

    measure: MeasureDraft
    kind: tuple[str, int]
    above: int | None


def told_apart(measures: Sequence[MeasureDraft], *, text: str) -> tuple[MeasureDraft, ...]:
    """
    Give the measures of a plan under numbers that it holds once each, and their parents by those numbers.

    « Action 1 » of measure 3 is « 3.1 », with « 1 » kept as `published`, where the plan counts its actions anew;
    what stands above it is a measure, else the heading that the plan names there, else its axis. Where that is not
    enough its axis comes first. Numbers that stand alone stay as they are; measures that nothing above tells apart
    keep their own, and so do all the others. A parent that is no measure is left out.
    """
    kinds = [_kind(measure, text=text) for measure in measures]
    placed = [
        _Placed(measure, kind, _above(measures, kinds, rank=rank))
        for rank, (measure, kind) in enumerate(zip(measures, kinds, strict=True))
    ]
    anew = _counted_anew(placed)
    ways = (_numbers(placed, anew=anew, is_wide=False), _numbers(placed, anew=anew, is_wide=True))
    own = [measure.number for measure in measures]
    numbers = next((way for way in ways if len(set(way)) == len(way)), own)
    return tuple(
        replace(
            one.measure,
            number=number,
            published=one.measure.number if number != one.measure.number else one.measure.published,
            parent=None if one.above is None else numbers[one.above],
        )
        for one, number in zip(placed, numbers, strict=True)
    )


def _kind(measure: MeasureDraft, *, text: str) -> tuple[str, int]:
    """Say how the text names the measure before its number, and of how many parts the number is."""
    number = measure.published or measure.number
    start = measure.spans[0].start if measure.spans else 0
    before, found, _after = text[start : start + LONGEST_NAME].partition(number)
    return fold(before).strip() if found else "", number.count(".")


def _above(measures: Sequence[MeasureDraft], kinds: Sequence[tuple[str, int]], *, rank: int) -> int | None:
    """
    Give the place of the last measure before it that bears its parent's number, in its axis and of a wider kind.

    A kind is wider where the plan names it first: « Mesure 1 » comes before its own « Action 1 ».
    """
    own, widest = measures[rank], kinds.index(kinds[rank])
    if own.parent is None:
        return None
    return next(
        (
            place
            for place in range(rank - 1, -1, -1)
            if measures[place].number == own.parent
            and measures[place].axis == own.axis
            and kinds.index(kinds[place]) < widest
        ),
        None,
    )


def _counted_anew(placed: Sequence[_Placed]) -> frozenset[tuple[str, int]]:
    """Give the kinds whose numbers come back, and those below a measure that bear the number of another kind."""
    counts = Counter((one.kind, one.measure.number) for one in placed)
    anew = {kind for (kind, _number), count in counts.items() if count > 1}
    bearers = Counter(number for _kind, number in counts)
    shared = [one for one in placed if bearers[one.measure.number] > 1]
    return frozenset(anew | {one.kind for one in shared if one.above is not None})


def _numbers(placed: Sequence[_Placed], *, anew: frozenset[tuple[str, int]], is_wide: bool) -> list[str]:
    numbers: list[str] = []
    for one in placed:
        number = one.measure.number
        if one.kind in anew:
            number = ".".join([*_prefix(one, numbers=numbers, is_wide=is_wide), number])
        numbers.append(number)
    return numbers


def _prefix(one: _Placed, *, numbers: Sequence[str], is_wide: bool) -> tuple[str, ...]:
    if one.above is not None:
        return (numbers[one.above],)
    axis, parent = str(one.measure.axis), one.measure.parent or ""
    has_axis = one.measure.axis is not None and (is_wide or not parent)
    return tuple(compress((axis, parent), (has_axis, bool(parent))))
