"""The coverage bar: what share of a document is accounted for, and what nobody has explained."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from declic.web.design.charts.scales import percent
from declic.web.design.components import Cell, Table


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the bar: `kind` is `attached`, `ignored` or `orphan` and gives its pattern."""

    kind: str
    label: str
    count: int
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class CoverageChart:
    """The bar, its words and its table."""

    template: ClassVar[str] = "design/charts/coverage.html"
    key: str
    title: str
    description: str
    parts: tuple[Part, ...]
    table: Table


def coverage_chart(*, attached: int, ignored: int, orphans: int, key: str = "coverage") -> CoverageChart:
    """Draw the sentences of a document: attached to a value, ignored for a reason, or not read."""
    counts = (
        ("attached", _("Tied to a value"), attached),
        ("ignored", _("Formulas and headings"), ignored),
        ("orphan", _("Not accounted for"), orphans),
    )
    total = attached + ignored + orphans
    parts: list[Part] = []
    before = 0
    for kind, label, count in counts:
        share = count / total if total else 0.0
        parts.append(Part(kind, label, count, percent(before / total if total else 0.0), percent(share)))
        before += count
    return CoverageChart(
        key=key,
        title=_("What the reading accounts for"),
        description=_description(attached + ignored, total=total),
        parts=tuple(parts),
        table=Table(
            _("Sentences of the document"),
            (_("What became of them"), _("Sentences")),
            tuple((Cell(part.label), Cell(str(part.count), is_number=True)) for part in parts),
        ),
    )


def _description(accounted: int, *, total: int) -> str:
    if not total:
        return _("The document has no sentence.")
    return _("%(share)s %% of the %(total)d sentences are accounted for.") % {
        "share": number_format(100 * accounted / total, decimal_pos=1),
        "total": total,
    }
