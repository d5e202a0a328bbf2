"""The figures of the diagnosis and the money of the text, each with its sentence."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from declic.records.pact.values import (
    AmountLine,
    AmountsPage as AmountsRead,
    FigureGroup,
    FigureLine,
    FiguresPage as FiguresRead,
)
from declic.web.design.charts.bars import Bar, BarChart, bar_chart
from declic.web.design.components import AxisMark, Empty, Figure, OriginMark, Tab, Tabs, hue
from declic.web.design.pages import Head
from declic.web.design.passages import citation_of
from declic.web.design.wording import euros, number_or_range
from declic.web.residents.pages.header import address, pact_head, pact_tabs


FEWEST_BARS = 2


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """The figures of one axis, or of the whole pact; `groups` are the tabs between them."""

    head: Head
    tabs: Tabs
    groups: Tabs
    mark: AxisMark
    title: str
    chart: BarChart | None
    figures: tuple[Figure, ...]
    empty: Empty | None


@dataclass(frozen=True, slots=True)
class AmountsPage:
    """The money of the text; it is not added up, for its scopes and periods differ."""

    head: Head
    tabs: Tabs
    figures: tuple[Figure, ...]
    empty: Empty | None


class UnknownGroupError(LookupError):
    """The pact has no figures under this axis."""


def figures_page(read: FiguresRead, *, axis: str) -> FiguresPage:
    """Make the page of one group of figures; the first one where `axis` is empty. Raises UnknownGroupError."""
    header = read.header
    keys = {_key(group): group for group in read.groups}
    if axis and axis not in keys:
        raise UnknownGroupError(axis)
    shown = keys[axis] if axis else next(iter(read.groups), None)
    title = _("The figures of the diagnosis")
    lines = (*shown.shares, *shown.counts, *shown.others) if shown else ()
    return FiguresPage(
        head=pact_head(header, title, current=_("Figures")),
        tabs=pact_tabs(header, current="figures"),
        groups=_group_tabs(read, shown=shown),
        mark=AxisMark(shown.axis_number if shown else None),
        title=shown.title if shown else "",
        chart=_chart(shown) if shown and len(shown.shares) >= FEWEST_BARS else None,
        figures=tuple(figure_of(line) for line in lines),
        empty=None if lines else Empty(_("No figure"), _("No figure was read in this text.")),
    )


def amounts_page(read: AmountsRead) -> AmountsPage:
    """Make the page of the money."""
    return AmountsPage(
        head=pact_head(read.header, _("The money that the text names"), current=_("Money")),
        tabs=pact_tabs(read.header, current="amounts"),
        figures=tuple(amount_figure(amount) for amount in read.amounts),
        empty=None if read.amounts else Empty(_("No amount"), _("No amount was read in this text.")),
    )


def figure_of(line: FigureLine) -> Figure:
    """Show a quantity with its sentence."""
    return Figure(
        value=number_or_range(line.value, low=line.low, high=line.high),
        unit=line.unit,
        subject=line.subject,
        qualifier=line.qualifier or "",
        context=", ".join(word for word in (line.place, line.date) if word),
        origin=OriginMark(line.origin),
        citation=citation_of(line.sentence),
    )


def amount_figure(line: AmountLine) -> Figure:
    """Show an amount of money with its sentence."""
    parties = " → ".join(word for word in (line.funder, line.beneficiary) if word)
    return Figure(
        value=euros(line.euros),
        unit="",
        subject=line.purpose or _("what for is not said"),
        qualifier=line.qualifier or "",
        context=", ".join(word for word in (parties, line.period) if word),
        origin=OriginMark(line.origin),
        citation=citation_of(line.sentence),
    )


def _key(group: FigureGroup) -> str:
    return "ensemble" if group.axis_number is None else str(group.axis_number)


def _size(group: FigureGroup) -> int:
    return len(group.shares) + len(group.counts) + len(group.others)


def _group_tabs(read: FiguresRead, *, shown: FigureGroup | None) -> Tabs:
    here = address("figures", read.header)
    tabs = [
        Tab(
            label=_("Whole pact")
            if group.axis_number is None
            else _("Axis %(number)d") % {"number": group.axis_number},
            url=f"{here}?axe={_key(group)}",
            is_current=group is shown,
            count=_size(group),
        )
        for group in read.groups
    ]
    return Tabs(_("Figures by axis"), tuple(tabs), is_minor=True)


def _chart(group: FigureGroup) -> BarChart:
    return bar_chart(
        [_bar(line, axis=group.axis_number) for line in group.shares if line.share is not None],
        key="shares",
        title=_("The shares, side by side"),
        description=_(
            "Each bar goes from 0 to 100 %. The shares are not of the same people: read each sentence."
        ),
        heads=(_("Share of what"), _("Value")),
    )


def _bar(line: FigureLine, *, axis: int | None) -> Bar:
    value = number_or_range(line.value, low=line.low, high=line.high)
    return Bar(line.subject, f"{value}\N{NO-BREAK SPACE}%", line.share or 0.0, hue=hue(axis) or 1)
