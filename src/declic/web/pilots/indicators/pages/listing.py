"""The page of indicators: each with its trend, its target, where its value comes from, and what waits."""

from dataclasses import dataclass

from django.utils.translation import gettext as _, ngettext

from declic.records.evaluation.values import IndicatorLine, IndicatorsPage as IndicatorsRead
from declic.records.pact.values import PactHeader
from declic.web.design.charts.sparklines import Sparkline, sparkline
from declic.web.design.components import AxisMark, Badge, Empty, Link, Message, Tabs
from declic.web.design.pages import Head
from declic.web.design.wording import day, quantity
from declic.web.pilots.indicators.pages.words import (
    freshness_badge,
    latest_words,
    origin_words,
    period_words,
    progress_words,
    state_badge,
)
from declic.web.pilots.pages.header import address, steering_head, steering_tabs


@dataclass(frozen=True, slots=True)
class IndicatorPart:
    """An indicator in the list."""

    axis: AxisMark
    title: str
    way: Link
    measure: str
    latest: str
    target: str
    progress: str
    origin: str
    badges: tuple[Badge, ...]
    trend: Sparkline | None


@dataclass(frozen=True, slots=True)
class WaitingPart:
    """A value that waits for somebody to approve it."""

    title: str
    words: str
    badge: Badge
    way: Link


@dataclass(frozen=True, slots=True)
class IndicatorsPage:
    """The indicators of a pact."""

    head: Head
    tabs: Tabs
    notices: tuple[Message, ...]
    locked: Message | None
    empty: Empty | None
    waiting: tuple[WaitingPart, ...]
    indicators: tuple[IndicatorPart, ...]
    ways: tuple[Link, ...]
    promised_url: str
    promised: str
    files: tuple[Link, ...]


def indicators_page(read: IndicatorsRead, *, notices: tuple[Message, ...]) -> IndicatorsPage:
    """Show the indicators of a pact."""
    count = read.promised_count if read.may_add else 0
    words = ngettext(
        "%(count)d measure promises posts and has no indicator of them.",
        "%(count)d measures promise posts and have no indicator of them.",
        count,
    )
    return IndicatorsPage(
        head=steering_head(read.header, _("Indicators")),
        tabs=steering_tabs(read.header, current="indicators"),
        notices=notices,
        locked=_locked(read),
        empty=None
        if read.indicators
        else Empty(_("No indicator yet"), _("Nothing is observed of this pact yet.")),
        waiting=tuple(_waiting(read)),
        indicators=tuple(indicator_part(one, header=read.header) for one in read.indicators),
        ways=(Link(_("Add an indicator"), address("add_indicator", read.header)),) if read.may_add else (),
        promised_url=address("open_promised", read.header) if count else "",
        promised=words % {"count": count} if count else "",
        files=(
            Link(
                _("The indicators and their values as a spreadsheet (.xlsx)"),
                address("indicators_xlsx", read.header),
            ),
        )
        if read.indicators
        else (),
    )


def _locked(read: IndicatorsRead) -> Message | None:
    if read.locked_until is None:
        return None
    words = _("Periods that ended by %(day)s no longer change: a dossier used them.")
    return Message(words % {"day": day(read.locked_until)})


def _waiting(read: IndicatorsRead) -> list[WaitingPart]:
    return [
        WaitingPart(
            title=line.name,
            words=f"{quantity(one.value, unit=line.unit)}, {period_words(one.period)}"
            if one.value is not None
            else "",
            badge=state_badge(one),
            way=Link(
                _("Look at it") if not line.may_approve else _("Approve or return"),
                address("indicator", read.header, indicator_id=line.indicator_id),
            ),
        )
        for line, one in read.waiting
    ]


def indicator_part(line: IndicatorLine, *, header: PactHeader) -> IndicatorPart:
    """Show an indicator in a list."""
    known = [float(one.value) for one in line.periods if one.value is not None]
    latest = line.latest
    badges = [freshness_badge(line.freshness)]
    if latest is not None:
        badges.append(state_badge(latest))
    return IndicatorPart(
        axis=AxisMark(line.measure.axis_number if line.measure else None),
        title=line.name,
        way=Link(_("See the indicator"), address("indicator", header, indicator_id=line.indicator_id)),
        measure=_("Measure %(number)s") % {"number": line.measure.number}
        if line.measure
        else _("Whole pact"),
        latest=latest_words(line),
        target=quantity(line.target, unit=line.unit) if line.target is not None else _("no target"),
        progress=progress_words(line.progress),
        origin=origin_words(latest) if latest else "",
        badges=tuple(badges),
        trend=sparkline(
            known,
            target=float(line.target) if line.target is not None else None,
            words=_("Trend: %(values)s") % {"values": ", ".join(f"{value:g}" for value in known)},
        )
        if known
        else None,
    )
