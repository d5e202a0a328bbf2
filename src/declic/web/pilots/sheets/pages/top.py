"""What the tabs of a sheet share: where it stands, its state, its gauges, what is missing, its tabs."""

import datetime
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext

from declic.engines.tracking.gauges import gap
from declic.engines.tracking.health import Health
from declic.records.pact.values import PactHeader
from declic.records.sheets.choices import CLOSED_STATUSES, Publication, SheetStatus
from declic.records.sheets.values import SheetLine
from declic.records.steering.sheet_values import HealthSaid, SheetSteering
from declic.web.design.charts.gauges import GaugeBar, GaugesChart, gauges_chart
from declic.web.design.components import AxisMark, Badge, Link, Message, Tab, Tabs, Tone
from declic.web.design.pages import Head
from declic.web.design.wording import day
from declic.web.pilots.committees.dossiers.parts import HEALTH_TONES, HEALTHS, REASONS
from declic.web.pilots.pages.header import steering_head
from declic.web.pilots.sheets.wording import LATE, PARTS, late_badge, why_not


STATUS_TONES: dict[str, Tone] = {
    SheetStatus.ONGOING: "info",
    SheetStatus.DONE: "good",
    SheetStatus.PAUSED: "watch",
    SheetStatus.BLOCKED: "bad",
}


@dataclass(frozen=True, slots=True)
class HealthPart:
    """How a sheet fares: by the rules with their reasons, and in the words of a pilot where one wrote."""

    proposed: Badge
    reasons: str
    written: Badge | None
    why: str
    by: str
    url: str


@dataclass(frozen=True, slots=True)
class SheetTop:
    """The top of every tab of a sheet."""

    mark: AxisMark
    measure: Link
    code: str
    title: str
    lead_name: str
    badges: tuple[Badge, ...]
    late: str
    gauges: GaugesChart
    health: HealthPart | None
    completeness: str
    missing: tuple[str, ...]
    tabs: Tabs
    notices: tuple[Message, ...]


def sheet_address(name: str, line: SheetLine, **more: str | int) -> str:
    """Give the address of a page of a sheet."""
    return reverse(name, kwargs={"slug": line.slug, "code": line.code, **more})


def sheet_tabs(line: SheetLine, *, current: str) -> Tabs:
    """Give the tabs of a sheet; other rooms add theirs here, by the name of their address."""
    labels = {
        "sheet": _("Presentation"),
        "sheet_actors": _("Actors"),
        "sheet_calendar": _("Calendar and milestones"),
        "sheet_means": _("Means"),
        "sheet_money": _("Funding"),
        "sheet_indicators": _("Indicators"),
        "sheet_following": _("Follow-up"),
        "sheet_decisions": _("Decisions"),
        "sheet_history": _("History"),
    }
    tabs = [Tab(label, _tab_address(name, line), name == current) for name, label in labels.items()]
    return Tabs(_("Parts of the sheet"), tuple(tabs))


def _tab_address(name: str, line: SheetLine) -> str:
    """Give the address of a tab; the money of a sheet is found by the sheet's number."""
    if name == "sheet_money":
        return reverse(name, kwargs={"slug": line.slug, "sheet_id": line.id})
    return sheet_address(name, line)


def sheet_head(header: PactHeader, line: SheetLine, *, title: str = "") -> Head:
    """Name a page of a sheet, below the sheets of its pact."""
    sheets = Link(_("Action sheets"), reverse("sheets", args=[header.slug]))
    name = f"{line.code} · {line.title}"
    if not title:
        return steering_head(header, name, sheets, current=line.code)
    own = Link(line.code, sheet_address("sheet", line))
    return steering_head(header, f"{title} – {line.code}", sheets, own, current=title)


def sheet_top(
    line: SheetLine,
    *,
    measure_title: str,
    current: str,
    today: datetime.date,
    notices: tuple[Message, ...] = (),
    steering: SheetSteering | None = None,
) -> SheetTop:
    """Give the top of a tab; with its results and its health where `steering` says them."""
    url = reverse("measure_sheets", kwargs={"slug": line.slug, "number": line.measure_number})
    missing = tuple(str(PARTS[part]) for part in line.completeness.missing)
    return SheetTop(
        mark=AxisMark(line.axis_number),
        measure=Link(_("Measure %(number)s: %(title)s") % _measure(line, measure_title), url),
        code=line.code,
        title=line.title,
        lead_name=line.lead_name,
        badges=sheet_badges(line),
        late=_late(line),
        gauges=_gauges(line, steering=steering, today=today),
        health=health_part(line, steering) if steering else None,
        completeness=_("Complete at %(percent)d %%") % {"percent": line.completeness.percent},
        missing=missing,
        tabs=sheet_tabs(line, current=current),
        notices=notices,
    )


def sheet_badges(line: SheetLine) -> tuple[Badge, ...]:
    """Say where a sheet stands, in a few badges."""
    badges = [Badge(line.status_label, STATUS_TONES.get(line.status, "neutral")), *late_badge(line.lateness)]
    if line.is_blocked and line.status != SheetStatus.BLOCKED:
        badges.append(Badge(_("blocker to lift"), "bad"))
    if line.publication == Publication.PUBLISHED:
        badges.append(Badge(_("public"), "good"))
    return tuple(badges)


def _measure(line: SheetLine, title: str) -> dict[str, str]:
    return {"number": line.measure_number, "title": title}


def _late(line: SheetLine) -> str:
    because = line.lateness.because
    return _("Late: %(why)s.") % {"why": LATE[because]} if because else ""


def health_part(line: SheetLine, read: SheetSteering) -> HealthPart:
    """Say how a sheet fares: what the rules propose, and beside it what a pilot wrote."""
    reasons = ", ".join(str(REASONS[one]) for one in read.reasons)
    written = read.written
    return HealthPart(
        proposed=Badge(str(HEALTHS[read.health]), HEALTH_TONES[read.health]),
        reasons=_("by the rules: %(reasons)s") % {"reasons": reasons},
        written=Badge(str(written.health.label), HEALTH_TONES[Health(written.health)]) if written else None,
        why=written.why if written else "",
        by=_written_by(written) if written else "",
        url=sheet_address("sheet_health", line) if read.may_write else "",
    )


def _written_by(written: HealthSaid) -> str:
    who = written.by or _("account erased")
    if written.at is None:
        return who
    return f"{who}, {day(timezone.localtime(written.at).date())}"


def _gauges(line: SheetLine, *, steering: SheetSteering | None, today: datetime.date) -> GaugesChart:
    as_of = _("computed on %(day)s") % {"day": day(today)}
    time = GaugeBar(
        _("Time elapsed"), line.time.percent, why_not(line.time), _("from the dates, %s") % as_of, hue=1
    )
    steps = GaugeBar(
        _("Weighted milestones"),
        line.milestones.percent,
        why_not(line.milestones),
        _("declared on the sheet, %s") % as_of,
        hue=2,
    )
    bars = (time, steps, _results(steering, as_of=as_of)) if steering else (time, steps)
    return gauges_chart(bars, key="gauges", title=_("Progress"), gap=_gap(line))


def _results(read: SheetSteering, *, as_of: str) -> GaugeBar:
    count = read.indicator_count
    from_what = ngettext(
        "observed by %(count)d indicator, %(when)s", "observed by %(count)d indicators, %(when)s", count
    ) % {"count": count, "when": as_of}
    return GaugeBar(_("Results"), read.results.percent, why_not(read.results), from_what, hue=3)


def _gap(line: SheetLine) -> str:
    points = gap(line.milestones, expected=line.time)
    if points is None or line.status in CLOSED_STATUSES:
        return ""
    words = {"points": abs(points)}
    if points < 0:
        return _("The milestones are %(points)d points behind the time elapsed.") % words
    return _("The milestones are %(points)d points ahead of the time elapsed.") % words
