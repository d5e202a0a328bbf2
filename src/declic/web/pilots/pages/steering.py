"""The pilots' home of a pact: every measure as a tile, what waits for an answer, what the reading accounts for."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from declic.records.pact.values import (
    AxisTile,
    FindingState,
    MeasureState,
    MeasureTile,
    PactHeader,
    PactLine,
    PactList,
    SteeringHome,
)
from declic.web.design.charts.coverage import CoverageChart, coverage_chart
from declic.web.design.choosing import Search
from declic.web.design.components import (
    AxisMark,
    Badge,
    Card,
    Empty,
    Link,
    Message,
    Pagination,
    Tabs,
    Tile,
)
from declic.web.design.listing import pact_search, pagination
from declic.web.design.pages import Head, head
from declic.web.design.wording import day
from declic.web.pilots.pages.carried_out import carried_out
from declic.web.pilots.pages.findings import FindingPart, finding_part
from declic.web.pilots.pages.header import address, state_badge, steering_tabs
from declic.web.pilots.pages.standing import StandingPart
from declic.web.pilots.pages.steering_filters import Filter, axis_filter, state_filter
from declic.web.pilots.pages.unread import unread_in_words


FIRST_FINDINGS = 3


@dataclass(frozen=True, slots=True)
class Count:
    """A number of the dashboard, its words, and where to see what it counts."""

    number: int
    words: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class AxisPart:
    """An axis with its measures as tiles."""

    mark: AxisMark
    title: str
    words: str
    pilot: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class SteeringPage:
    """The pilots' home of a pact."""

    head: Head
    notices: tuple[Message, ...]
    dates: str
    tabs: Tabs
    counts: tuple[Count, ...]
    axis_filter: Tabs
    state_filter: Tabs
    axes: tuple[AxisPart, ...]
    empty: Empty | None
    findings: tuple[FindingPart, ...]
    findings_url: str
    more_findings: str
    coverage: CoverageChart
    unread_digits: str
    standing: StandingPart | None = None


@dataclass(frozen=True, slots=True)
class PactsPage:
    """The pacts that can be steered, where there is not exactly one."""

    head: Head
    notices: tuple[Message, ...]
    cards: tuple[Card, ...]
    empty: Empty | None
    search: Search | None
    pagination: Pagination | None


def pacts_page(found: PactList, *, notices: tuple[Message, ...]) -> PactsPage:
    """Show the pacts one by one; where there is none, lead to the reading of a document."""
    text = _(
        "Put in the deliberation or the pact that was signed: it is read, you review it, and it opens here."
    )
    empty = Empty(_("No pact yet"), text, Link(_("Read a document"), reverse("read_document")))
    return PactsPage(
        head=Head(_("Steering")),
        notices=notices,
        cards=tuple(_card(line) for line in found.lines),
        empty=None if found.total or found.words else empty,
        search=pact_search(words=found.words, total=found.total, pages=found.pages),
        pagination=pagination(page=found.page, pages=found.pages, words=found.words),
    )


def steering_page(
    read: SteeringHome,
    *,
    asked: Filter,
    sheet_counts: Mapping[str, int],
    pilots: Mapping[int, str],
    notices: tuple[Message, ...],
) -> SteeringPage:
    """
    Show the home of a pact, with the tiles that are asked for.

    `sheet_counts` are by the measures' numbers, `pilots` are who was named, in words, by the axes'.
    """
    home, header = carried_out(read, sheet_counts=sheet_counts), read.header
    waiting = [one for one in home.findings if one.state is FindingState.OPEN]
    axes = tuple(
        part for axis in home.axes if (part := _axis_part(axis, header=header, asked=asked, pilots=pilots))
    )
    return SteeringPage(
        head=head(header.title.value, Link(_("Steering"), reverse("steering"))),
        notices=notices,
        dates=_dates(header),
        tabs=steering_tabs(header, current="steering_pact"),
        counts=_counts(home, sheet_count=sum(sheet_counts.values())),
        axis_filter=axis_filter(home, asked=asked),
        state_filter=state_filter(home, asked=asked),
        axes=axes,
        empty=None if axes else Empty(_("No measure is so"), _("Choose another axis or another state.")),
        findings=tuple(finding_part(one, header=header) for one in waiting[:FIRST_FINDINGS]),
        findings_url=address("steering_findings", header),
        more_findings=_more(len(waiting) - FIRST_FINDINGS),
        coverage=coverage_chart(
            attached=home.coverage.attached, ignored=home.coverage.ignored, orphans=home.coverage.orphans
        ),
        unread_digits=unread_in_words(
            home.coverage.digits - home.coverage.digits_claimed, total=home.coverage.digits
        ),
    )


def _more(hidden: int) -> str:
    if hidden <= 0:
        return ""
    return ngettext("%(count)d more finding", "%(count)d more findings", hidden) % {"count": hidden}


def _card(line: PactLine) -> Card:
    words = ngettext("%(count)d measure", "%(count)d measures", line.measure_count) % {
        "count": line.measure_count
    }
    signed = _("signed on %(day)s") % {"day": day(line.signed_on)} if line.signed_on else ""
    badges = (Badge(_("ended"), "neutral"),) if line.has_ended else ()
    return Card(line.title, reverse("steering_pact", args=[line.slug]), words, signed, badges)


def _dates(header: PactHeader) -> str:
    said = []
    if header.signed_on:
        said.append(_("signed on %(day)s") % {"day": day(header.signed_on.value)})
    if header.ends_on:
        said.append(_("until %(day)s") % {"day": day(header.ends_on.value)})
    return ", ".join(said)


def _counts(home: SteeringHome, *, sheet_count: int) -> tuple[Count, ...]:
    counts, header, stand = home.counts, home.header, home.signatories
    return (
        Count(counts.measures, ngettext("measure", "measures", counts.measures), "#measures"),
        Count(
            sheet_count,
            ngettext("action sheet", "action sheets", sheet_count),
            address("sheets", header),
        ),
        Count(
            counts.open_findings,
            ngettext("finding to explain", "findings to explain", counts.open_findings),
            address("steering_findings", header),
        ),
        Count(
            stand.awaited,
            ngettext("validation awaited", "validations awaited", stand.awaited),
            address("steering_signatories", header),
        ),
        Count(counts.ongoing_actions, ngettext("ongoing action", "ongoing actions", counts.ongoing_actions)),
        Count(counts.figures, ngettext("figure", "figures", counts.figures), address("figures", header)),
        Count(counts.amounts, ngettext("amount", "amounts", counts.amounts), address("amounts", header)),
    )


def _axis_part(
    axis: AxisTile, *, header: PactHeader, asked: Filter, pilots: Mapping[int, str]
) -> AxisPart | None:
    shown = [each for each in axis.measures if _is_asked(each, asked=asked)]
    if not shown:
        return None
    words = ngettext("%(count)d measure", "%(count)d measures", len(axis.measures)) % {
        "count": len(axis.measures)
    }
    return AxisPart(
        mark=AxisMark(axis.number),
        title=axis.title or _("Measures of no axis"),
        words=words,
        pilot=_pilot(axis, named=pilots.get(axis.number or 0, "")),
        tiles=tuple(_tile(each, header=header) for each in shown),
    )


def _pilot(axis: AxisTile, *, named: str) -> str:
    """Say who was named to pilot an axis; else who the text names; else that nobody is."""
    if named:
        return _("Pilot: %(name)s") % {"name": named}
    if axis.pilot:
        return _("Pilot in the text: %(name)s; nobody was named yet") % {"name": axis.pilot}
    return _("The text names no pilot, and nobody was named yet.")


def _is_asked(measure: MeasureTile, *, asked: Filter) -> bool:
    return asked.axis in (None, measure.axis_number) and (
        asked.state is None or asked.state in measure.states
    )


def _tile(measure: MeasureTile, *, header: PactHeader) -> Tile:
    return Tile(
        number=measure.number,
        title=measure.title,
        url=address("steering_measure", header, number=measure.number),
        axis_number=measure.axis_number,
        badge=state_badge(measure.state, open_finding_count=measure.open_finding_count),
        more=_carried(measure),
    )


def _carried(measure: MeasureTile) -> Badge | None:
    """Say whether a measure has a sheet, beside a state that says something more pressing."""
    carried = (MeasureState.WITH_SHEET, MeasureState.WITHOUT_SHEET)
    also = next((one for one in measure.states if one in carried and one is not measure.state), None)
    return state_badge(also) if also else None
