"""Horizontal bars: values that can be compared at a glance, each with its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from declic.web.design.charts.scales import percent
from declic.web.design.components import Cell, Table


@dataclass(frozen=True, slots=True)
class Bar:
    """One value: `share` (0 to 1) is its length, `value` its words with the unit."""

    label: str
    value: str
    share: float
    hue: int = 0

    @property
    def length(self) -> str:
        """The length as SVG wants it, never beyond the paper."""
        return percent(min(max(self.share, 0.0), 1.0))


@dataclass(frozen=True, slots=True)
class BarChart:
    """The bars, their words and their table."""

    template: ClassVar[str] = "design/charts/bars.html"
    key: str
    title: str
    description: str
    bars: tuple[Bar, ...]
    table: Table


def bar_chart(
    bars: Sequence[Bar], *, key: str, title: str, description: str, heads: tuple[str, str]
) -> BarChart:
    """Draw bars; `heads` name the two columns of their table."""
    rows = tuple((Cell(bar.label), Cell(bar.value, is_number=True)) for bar in bars)
    return BarChart(key, title, description, tuple(bars), Table(title, heads, rows))
