"""The chart « axes and their measures »: one bar per axis, one block per measure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import gettext as _, ngettext

from declic.web.design.charts.scales import percent
from declic.web.design.components import AxisMark, Cell, Table


GAP = 0.004


@dataclass(frozen=True, slots=True)
class AxisMeasures:
    """An axis and how many measures it holds."""

    number: int | None
    title: str
    measure_count: int


@dataclass(frozen=True, slots=True)
class Block:
    """A measure as a block of its axis's bar."""

    x: str
    width: str


@dataclass(frozen=True, slots=True)
class AxisBar:
    """An axis with its blocks."""

    mark: AxisMark
    title: str
    count: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class AxesChart:
    """The bars, their words and their table."""

    template: ClassVar[str] = "design/charts/axes.html"
    key: str
    title: str
    description: str
    bars: tuple[AxisBar, ...]
    table: Table


def axes_chart(axes: Sequence[AxisMeasures], *, key: str = "axes") -> AxesChart:
    """Draw the axes in their order; the longest bar fills the width."""
    longest = max([1, *(axis.measure_count for axis in axes)])
    total = sum(axis.measure_count for axis in axes)
    return AxesChart(
        key=key,
        title=_("The axes and their measures"),
        description=ngettext(
            "%(count)d measure in all; each block is one measure.",
            "%(count)d measures in all; each block is one measure.",
            total,
        )
        % {"count": total},
        bars=tuple(
            AxisBar(
                AxisMark(axis.number), axis.title, _count(axis), _blocks(axis.measure_count, longest=longest)
            )
            for axis in axes
        ),
        table=Table(
            _("The axes and their measures"),
            (_("Axis"), _("Measures")),
            tuple((Cell(_name(axis)), Cell(str(axis.measure_count), is_number=True)) for axis in axes),
        ),
    )


def _count(axis: AxisMeasures) -> str:
    words = ngettext("%(count)d measure", "%(count)d measures", axis.measure_count)
    return words % {"count": axis.measure_count}


def _name(axis: AxisMeasures) -> str:
    return axis.title if axis.number is None else f"{axis.number}. {axis.title}"


def _blocks(count: int, *, longest: int) -> tuple[Block, ...]:
    width = 1 / longest
    return tuple(Block(percent(place * width), percent(width - GAP)) for place in range(count))
