"""The chart of an indicator: its values through time beside the way to its target."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from django.utils.translation import gettext as _

from declic.web.design.charts.scales import marks, percent
from declic.web.design.components import Cell, Table
from declic.web.design.wording import short_day


HEIGHT = 200


@dataclass(frozen=True, slots=True)
class Dot:
    """A value at its place."""

    x: str
    y: int
    label: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line between two places."""

    x1: str
    y1: int
    x2: str
    y2: int


@dataclass(frozen=True, slots=True)
class TrajectoryChart:
    """The drawing, its words and its table."""

    template: ClassVar[str] = "design/charts/trajectory.html"
    key: str
    title: str
    description: str
    values: tuple[Dot, ...]
    lines: tuple[Stroke, ...]
    way: tuple[Stroke, ...]
    heights: tuple[tuple[str, str], ...]
    ends: tuple[str, str]
    table: Table
    height: int = HEIGHT


Known = Sequence[tuple[datetime.date, float, str]]
"""Values on their days, each with its words."""


def trajectory_chart(values: Known, *, way: Known, key: str, title: str, description: str) -> TrajectoryChart:
    """
    Draw values in order of days, and the way from the start to the target where it is known.

    Raises ValueError where there is neither. Values below zero stand on the ground: the table says them.
    """
    days = [day for day, _value, _words in (*values, *way)]
    if not days:
        raise ValueError("An indicator without a value or a target has no chart.")
    first, last = min(days), max(days)
    length = max(1, (last - first).days)
    scale = marks(max([0.0, *(value for _day, value, _words in (*values, *way))]))

    def dots(known: Known) -> tuple[Dot, ...]:
        return tuple(
            Dot(percent((day - first).days / length), _y(value, ceiling=scale[-1]), words)
            for day, value, words in sorted(known)
        )

    return TrajectoryChart(
        key=key,
        title=title,
        description=description,
        values=dots(values),
        lines=_strokes(dots(values)),
        way=_strokes(dots(way)),
        heights=tuple((str(_y(value, ceiling=scale[-1])), str(value)) for value in scale),
        ends=(short_day(first), short_day(last)),
        table=Table(
            title,
            (_("Day"), _("Value")),
            tuple(
                (Cell(short_day(day)), Cell(words, is_number=True)) for day, _value, words in sorted(values)
            ),
        ),
    )


def _y(value: float, *, ceiling: int) -> int:
    return round(HEIGHT * (1 - min(1.0, max(0.0, value / ceiling))))


def _strokes(dots: Sequence[Dot]) -> tuple[Stroke, ...]:
    return tuple(Stroke(one.x, one.y, other.x, other.y) for one, other in pairwise(dots))
