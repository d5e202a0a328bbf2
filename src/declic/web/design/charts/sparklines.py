"""A sparkline: the trend of a few values in the space of a word, with the line of their target."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from declic.web.design.charts.scales import percent


HEIGHT = 36


@dataclass(frozen=True, slots=True)
class Segment:
    """A straight line between two values."""

    x1: str
    y1: int
    x2: str
    y2: int


@dataclass(frozen=True, slots=True)
class Sparkline:
    """The trend; `words` say it to who cannot see it, and the page of what it shows has its table."""

    template: ClassVar[str] = "design/charts/sparkline.html"
    words: str
    segments: tuple[Segment, ...]
    last: tuple[str, int]
    target: int | None
    height: int = HEIGHT


def sparkline(values: Sequence[float], *, target: float | None, words: str) -> Sparkline:
    """Draw values in order, evenly spread. Raises ValueError where there is none."""
    if not values:
        raise ValueError("Nothing has no trend.")
    ceiling = max([*values, target or 0.0, 0.0]) or 1.0
    floor = min([*values, 0.0])
    places = [
        (percent(0.04 + 0.92 * (position / max(1, len(values) - 1))), _y(value, floor=floor, ceiling=ceiling))
        for position, value in enumerate(values)
    ]
    return Sparkline(
        words=words,
        segments=tuple(Segment(*one, *other) for one, other in pairwise(places)),
        last=places[-1],
        target=None if target is None else _y(target, floor=floor, ceiling=ceiling),
    )


def _y(value: float, *, floor: float, ceiling: float) -> int:
    return round(4 + (HEIGHT - 8) * (1 - (value - floor) / ((ceiling - floor) or 1.0)))
