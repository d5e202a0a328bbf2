"""Gauges side by side: how far each is, or why it cannot be calculated; never one in another."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import gettext as _

from declic.web.design.charts.scales import percent
from declic.web.design.components import Cell, Table


@dataclass(frozen=True, slots=True)
class GaugeBar:
    """One gauge: `percent` is None where it cannot be calculated, and `why` says why; `note` says from what, as of when."""

    label: str
    percent: int | None
    why: str = ""
    note: str = ""
    hue: int = 0

    @property
    def value(self) -> str:
        """Say its value in words."""
        if self.percent is None:
            return _("not calculable")
        return f"{self.percent}\N{NARROW NO-BREAK SPACE}%"

    @property
    def length(self) -> str:
        """Give the length as SVG wants it."""
        return percent((self.percent or 0) / 100)


@dataclass(frozen=True, slots=True)
class GaugesChart:
    """The gauges, their words and their table."""

    template: ClassVar[str] = "design/charts/gauges.html"
    key: str
    title: str
    gauges: tuple[GaugeBar, ...]
    gap: str
    table: Table


def gauges_chart(gauges: Sequence[GaugeBar], *, key: str, title: str, gap: str = "") -> GaugesChart:
    """Draw gauges in their order; `gap` says what lies between what is declared and what is observed."""
    rows = tuple(
        (Cell(one.label), Cell(one.value, is_number=True), Cell(one.why or one.note)) for one in gauges
    )
    heads = (_("Gauge"), _("Value"), _("From what"))
    return GaugesChart(key, title, tuple(gauges), gap, Table(title, heads, rows))
