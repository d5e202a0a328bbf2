"""The page of one indicator: its trajectory, its periods, the forms that enter, approve, return and aim."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from django.utils.translation import gettext as _

from declic.engines.measuring.periods import Period
from declic.records.deliveries.choices import DeliveryKind
from declic.records.evaluation.choices import (
    AggregationChoice,
    DirectionChoice,
    FrequencyChoice,
    IndicatorKind,
    ObservationState,
)
from declic.records.evaluation.values import IndicatorLine, IndicatorPage as IndicatorRead, PeriodValue
from declic.web.design.charts.trajectories import TrajectoryChart, trajectory_chart
from declic.web.design.choosing import Seen
from declic.web.design.components import Badge, Definitions, Link, Message, Tabs, Term
from declic.web.design.pages import Head
from declic.web.design.wording import day, quantity
from declic.web.pilots.indicators.pages.words import (
    freshness_badge,
    iso,
    latest_words,
    origin_words,
    period_words,
    progress_words,
    state_badge,
    unknown_words,
)
from declic.web.pilots.pages.header import address, steering_head, steering_tabs


@dataclass(frozen=True, slots=True)
class PeriodPart:
    """A period with its value, and what can be done about it."""

    title: str
    value: str
    notes: tuple[str, ...]
    badge: Badge
    end_on: str
    may_approve: bool
    may_return: bool


@dataclass(frozen=True, slots=True)
class IndicatorPage:
    """One indicator."""

    head: Head
    tabs: Tabs
    notices: tuple[Message, ...]
    badge: Badge
    chart: TrajectoryChart | None
    facts: Definitions
    periods: tuple[PeriodPart, ...]
    review_url: str
    ways: tuple[Link, ...]
    back: Link
    seen: Seen


def indicator_page(read: IndicatorRead, *, notices: tuple[Message, ...]) -> IndicatorPage:
    """Show one indicator."""
    line, header = read.line, read.header
    here = {"indicator_id": line.indicator_id}
    ways = []
    if line.may_enter:
        ways.append(Link(_("Enter a value"), address("enter_value", header, **here)))
    if line.may_approve:
        ways.append(Link(_("Set a target"), address("set_target", header, **here)))
        ways.append(Link(_("Edit this indicator"), address("edit_indicator", header, **here)))
    return IndicatorPage(
        head=steering_head(header, line.name),
        tabs=steering_tabs(header, current="indicators"),
        notices=notices,
        badge=freshness_badge(line.freshness),
        chart=_chart(line),
        facts=Definitions(tuple(_facts(line))),
        periods=tuple(_periods(line)),
        review_url=address("review_value", header, **here),
        ways=tuple(ways),
        back=Link(_("Back to the indicators"), address("indicators", header)),
        seen=Seen(line.edition),
    )


def _chart(line: IndicatorLine) -> TrajectoryChart | None:
    values = [
        (one.period.end, float(one.value), quantity(one.value, unit=line.unit))
        for one in line.periods
        if one.value is not None
    ]
    start = line.trajectory.baseline
    points = [*((start,) if start else ()), *line.trajectory.targets]
    way = [(one.on, float(one.value), quantity(one.value, unit=line.unit)) for one in points]
    if not values and not way:
        return None
    return (
        trajectory_chart(
            values,
            way=way if len(way) > 1 else (),
            key="trajectory",
            title=line.name,
            description=progress_words(line.progress),
        )
        if values or len(way) > 1
        else None
    )


def _facts(line: IndicatorLine) -> list[Term]:
    start, target = line.trajectory.baseline, line.trajectory.targets[-1] if line.trajectory.targets else None
    unknown = _("unknown")
    said = [
        Term(
            _("Measure"), f"{line.measure.number}. {line.measure.title}" if line.measure else _("Whole pact")
        ),
        Term(_("Last value"), latest_words(line), is_unsaid=line.latest is None),
        Term(_("Progress"), progress_words(line.progress), is_unsaid=line.progress.share is None),
        Term(
            _("Start"),
            f"{quantity(start.value, unit=line.unit)} ({day(start.on)})" if start else unknown,
            is_unsaid=start is None,
        ),
        Term(
            _("Target"),
            f"{quantity(target.value, unit=line.unit)} ({day(target.on)})" if target else unknown,
            is_unsaid=target is None,
        ),
        Term(_("Kind"), str(IndicatorKind(line.kind).label)),
        Term(_("Direction"), str(DirectionChoice(line.direction).label)),
        Term(_("How often"), str(FrequencyChoice(line.frequency).label)),
        Term(_("Filled by"), _rule_words(line)),
    ]
    said += [
        Term(name, words)
        for name, words in ((_("How it is calculated"), line.method), (_("Limits"), line.limits))
        if words
    ]
    return said


def _rule_words(line: IndicatorLine) -> str:
    if line.rule is None:
        return _("nothing: somebody types it")
    kinds = ", ".join(str(DeliveryKind(kind).label).lower() for kind in line.rule.kinds)
    how = str(AggregationChoice(line.rule.aggregation).label).lower()
    since = _("since the start of the pact") if line.rule.is_cumulative else _("period by period")
    return f"{kinds} – {how}, {since}"


def _periods(line: IndicatorLine) -> Iterator[PeriodPart]:
    """Give the periods, the newest first; those that follow each other and say the same silence stand as one."""
    for silence, run in groupby(reversed(line.periods), key=lambda one: _silence(one, line=line)):
        known = list(run)
        if silence is None:
            yield from (_period(one, line=line) for one in known)
        else:
            whole = Period(known[-1].period.start, known[0].period.end)
            yield replace(_period(known[0], line=line), title=period_words(whole))


def _silence(one: PeriodValue, *, line: IndicatorLine) -> tuple[str, ...] | None:
    """Say why a period has no value and what else is told of it; None for one that has a value or was reviewed."""
    if one.value is not None or one.state is not None:
        return None
    return (unknown_words(one.why), *_notes(one, line=line))


def _period(one: PeriodValue, *, line: IndicatorLine) -> PeriodPart:
    is_open = line.may_approve and not one.is_locked and one.value is not None
    return PeriodPart(
        title=period_words(one.period),
        value=unknown_words(one.why) if one.value is None else quantity(one.value, unit=line.unit),
        notes=tuple(_notes(one, line=line)),
        badge=state_badge(one),
        end_on=iso(one.period.end),
        may_approve=is_open and not one.is_approved,
        may_return=is_open and one.state in {ObservationState.SUBMITTED, ObservationState.APPROVED},
    )


def _notes(one: PeriodValue, *, line: IndicatorLine) -> list[str]:
    notes = [origin_words(one), one.comment, one.evidence, one.review_words]
    if one.is_incomplete:
        notes.append(_("at least: some deliveries were not counted"))
    if one.has_drifted and one.computed is not None:
        today = quantity(one.computed, unit=line.unit)
        notes.append(_("the deliveries recorded since give %(value)s today") % {"value": today})
    if one.is_locked:
        notes.append(_("locked: a dossier used it"))
    return [note for note in notes if note]
