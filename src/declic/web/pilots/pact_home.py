"""What the home of a pact tells of its steering: three gauges, the next meeting, money, how each measure fares."""

import datetime
from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from declic.engines.funding.totals import Sums
from declic.engines.tracking.gauges import Gauge, NotCalculable
from declic.records.pact.values import PactHeader
from declic.records.steering.home_values import MeasureStanding, PactStanding
from declic.web.design.charts.gauges import GaugeBar, GaugesChart, gauges_chart
from declic.web.design.components import Badge, Link, Tile
from declic.web.design.wording import day
from declic.web.pilots.committees.dossiers.parts import HEALTH_TONES, HEALTHS
from declic.web.pilots.committees.wording import instant
from declic.web.pilots.money.pages.words import missing, side_by_side
from declic.web.pilots.pages.header import address
from declic.web.pilots.pages.standing import StandingPart, Told
from declic.web.pilots.pages.steering import Count, SteeringPage


WHY_NOT = {
    NotCalculable.NO_START: gettext_lazy("the day of the pact is not known"),
    NotCalculable.NO_END: gettext_lazy("the end of the pact is not known"),
    NotCalculable.NO_MILESTONE: gettext_lazy("no sheet has a milestone"),
    NotCalculable.NO_INDICATOR: gettext_lazy("the pact has no indicator"),
    NotCalculable.NO_RESULT: gettext_lazy("no indicator has a value and a target yet"),
}


def with_standing(
    page: SteeringPage, read: PactStanding, *, header: PactHeader, today: datetime.date
) -> SteeringPage:
    """Add to the home of a pact how the whole fares, and to each tile how its measure does."""
    alerts, late = read.alerts, read.late_decisions
    counts = (
        Count(alerts, ngettext("alert", "alerts", alerts), address("alerts", header)),
        Count(late, ngettext("late decision", "late decisions", late), address("decisions", header)),
    )
    axes = tuple(
        replace(axis, tiles=tuple(_told(tile, read=read.measures.get(tile.number)) for tile in axis.tiles))
        for axis in page.axes
    )
    standing = _standing(read, header=header, today=today)
    return replace(page, counts=(*page.counts, *counts), axes=axes, standing=standing)


def _standing(read: PactStanding, *, header: PactHeader, today: datetime.date) -> StandingPart:
    return StandingPart(
        gauges=_gauges(read, today=today),
        told=(_meeting(read, header=header), *money_told(read.money, header=header)),
    )


def _told(tile: Tile, *, read: MeasureStanding | None) -> Tile:
    if read is None:
        return tile
    return replace(tile, health=_health(read), note=_delivered(read))


def _gauges(read: PactStanding, *, today: datetime.date) -> GaugesChart:
    as_of = _("computed on %(day)s") % {"day": day(today)}
    time = GaugeBar(
        _("Time elapsed"),
        read.elapsed.percent,
        _why_not(read.elapsed),
        _("from the dates, %s") % as_of,
        hue=1,
    )
    steps = GaugeBar(
        _("Weighted milestones"),
        read.reached.percent,
        _why_not(read.reached),
        _counted(
            ngettext(
                "%(count)d milestone of every sheet, %(when)s",
                "%(count)d milestones of every sheet, %(when)s",
                read.milestone_count,
            ),
            read.milestone_count,
            when=as_of,
        ),
        hue=2,
    )
    results = GaugeBar(
        _("Results"),
        read.results.percent,
        _why_not(read.results),
        _counted(
            ngettext(
                "observed by %(count)d indicator, %(when)s",
                "observed by %(count)d indicators, %(when)s",
                read.indicator_count,
            ),
            read.indicator_count,
            when=as_of,
        ),
        hue=3,
    )
    return gauges_chart((time, steps, results), key="pact-gauges", title=_("Progress"))


def _why_not(gauge: Gauge) -> str:
    return str(WHY_NOT[gauge.why]) if gauge.why else ""


def _counted(words: str, count: int, *, when: str) -> str:
    return words % {"count": count, "when": when}


def _meeting(read: PactStanding, *, header: PactHeader) -> Told:
    name, coming = _("Next meeting"), read.next_meeting
    if coming is None:
        way = Link(_("The committees"), address("committees", header))
        return Told(name, _("none is planned"), way)
    way = Link(coming.committee_name, reverse("meeting", args=[coming.id]))
    return Told(name, instant(coming.starts_at), way)


def money_told(money: Sums, *, header: PactHeader) -> tuple[Told, ...]:
    """Tell what is secured, sought and missing."""
    way = Link(_("The money"), address("money", header))
    said = {
        _("Secured"): side_by_side(money, "secured"),
        _("Sought"): side_by_side(money, "sought"),
        _("Missing"): missing(money),
    }
    return tuple(Told(name, words, way) for name, words in said.items())


def _health(one: MeasureStanding) -> Badge | None:
    if one.health is None:
        return None
    return Badge(str(HEALTHS[one.health]), HEALTH_TONES[one.health])


def _delivered(one: MeasureStanding) -> str:
    if one.delivered_on is None:
        return ""
    return _("last delivery on %(day)s") % {"day": day(one.delivered_on)}
