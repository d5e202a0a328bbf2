"""Indicators filled: what was kept, what the rules compute from deliveries, and how far it is on the way."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from declic.engines.measuring.observing import Aggregation, Delivered, Observed, Rule, observe
from declic.engines.measuring.periods import Frequency, Period, freshness, periods_of
from declic.engines.measuring.progress import Direction, Point, Progress, Trajectory, progress
from declic.records.deliveries.models import PARTS, Delivery
from declic.records.evaluation.choices import ObservationOrigin, ObservationState
from declic.records.evaluation.models import Indicator, IndicatorRule, Observation
from declic.records.evaluation.values import IndicatorLine, MeasureOf, PeriodValue, RuleLine
from declic.records.pact.models import Measure, Programme


A_YEAR = datetime.timedelta(days=364)
A_DAY = datetime.timedelta(days=1)


def whole_of(programme: Programme) -> Period:
    """Give the time of a programme: from its date to its end, a year where no end is said."""
    start = programme.date or programme.recorded_at.date()
    end = programme.ends_on or start + A_YEAR
    return Period(start, max(start, end))


def delivered(programme_id: int) -> tuple[Delivered, ...]:
    """Give what was done for a programme, as the engine counts it, in one query."""
    rows = Delivery.objects.filter(measure__programme_id=programme_id).select_related("measure")
    return tuple(
        Delivered(
            key=str(row.pk),
            kind=row.kind,
            on=row.on,
            measure=row.measure.number,
            sheet=str(row.sheet_id or ""),
            place=row.place_words,
            count=row.count,
            parts={name: getattr(row, name) for name in PARTS if getattr(row, name) is not None},
            person=row.person_key,
        )
        for row in rows.order_by("on", "id")
    )


def trajectory_of(row: Indicator) -> Trajectory:
    """Give where an indicator starts and where it should go; targets before the start are left out."""
    baseline = None
    if row.baseline_value is not None and row.baseline_on is not None:
        baseline = Point(row.baseline_on, row.baseline_value)
    targets = tuple(
        Point(one.on, one.value)
        for one in sorted(row.targets.all(), key=lambda one: one.on)
        if baseline is None or one.on > baseline.on
    )
    return Trajectory(Direction(row.direction), baseline, targets)


def begun_periods(
    row: Indicator, *, whole: Period, on: datetime.date, done: datetime.date | None = None
) -> tuple[Period, ...]:
    """
    Give the periods of an indicator that have begun; `done` is the last day on which something was done.

    A promise kept after the end of the pact is kept: its periods go on until that day, years where there was one.
    """
    frequency = Frequency(row.frequency)
    begun = [one for one in periods_of(whole, frequency=frequency) if one.start <= on]
    if done is not None and done > whole.end:
        after = Period(whole.end + A_DAY, done.replace(month=12, day=31))
        more = Frequency.YEAR if frequency is Frequency.WHOLE else frequency
        begun += [one for one in periods_of(after, frequency=more) if one.start <= min(on, done)]
    return tuple(begun)


def last_done(deliveries: Iterable[Delivered]) -> datetime.date | None:
    """Give the last day on which something was done; None where nothing was."""
    return max((one.on for one in deliveries), default=None)


def computed(
    row: Indicator, *, deliveries: Sequence[Delivered], whole: Period, on: datetime.date
) -> Mapping[datetime.date, Observed]:
    """Give what the rule says of each period that has begun, by its end; nothing without a rule."""
    rule = rule_of(row)
    if rule is None:
        return {}
    periods = begun_periods(row, whole=whole, on=on, done=last_done(deliveries))
    said = observe(deliveries, rule=_engine_rule(rule), periods=periods, on=on)
    return {one.period.end: one for one in said}


def rule_of(row: Indicator) -> IndicatorRule | None:
    """Give the rule of an indicator, where it has one."""
    return getattr(row, "rule", None)


def filled(
    row: Indicator,
    *,
    deliveries: Sequence[Delivered],
    whole: Period,
    on: datetime.date,
    locked_until: datetime.date | None,
) -> tuple[PeriodValue, ...]:
    """Give the value of every period that has begun: what was kept first, else what the rule computes."""
    kept = {one.end_on: one for one in row.observations.all()}
    said = computed(row, deliveries=deliveries, whole=whole, on=on)
    return tuple(
        _value(
            period,
            kept=kept.get(period.end),
            said=said.get(period.end),
            is_locked=locked_until is not None and period.end <= locked_until,
        )
        for period in begun_periods(row, whole=whole, on=on, done=last_done(deliveries))
    )


def line_of(
    row: Indicator,
    *,
    periods: Sequence[PeriodValue],
    whole: Period,
    on: datetime.date,
    rights: tuple[bool, bool],
) -> IndicatorLine:
    """Give an indicator as people see it; `rights` say whether the viewer may enter and approve its values."""
    rule = rule_of(row)
    return IndicatorLine(
        indicator_id=row.pk,
        edition=row.edition,
        code=row.code,
        name=row.name,
        kind=row.kind,
        unit=row.unit,
        direction=row.direction,
        frequency=row.frequency,
        delay_days=row.delay_days,
        method=row.method,
        limits=row.limits,
        data_owner=str(row.data_owner) if row.data_owner else "",
        measure=_measure_line(row.measure) if row.measure else None,
        rule=_rule_line(rule) if rule else None,
        trajectory=trajectory_of(row),
        periods=tuple(periods),
        progress=_progress(row, periods=periods, on=on),
        freshness=freshness(
            whole,
            frequency=Frequency(row.frequency),
            delay_days=row.delay_days,
            known=frozenset(one.period.end for one in periods if one.value is not None),
            on=on,
            is_cumulative=rule is not None and rule.is_cumulative,
        ),
        may_enter=rights[0],
        may_approve=rights[1],
    )


def _progress(row: Indicator, *, periods: Sequence[PeriodValue], on: datetime.date) -> Progress:
    latest = next((one for one in reversed(periods) if one.value is not None), None)
    if latest is None:
        return progress(trajectory_of(row), value=None, on=on)
    return progress(trajectory_of(row), value=latest.value, on=min(on, latest.period.end))


def _measure_line(row: Measure) -> MeasureOf:
    return MeasureOf(row.number, row.plain_title or row.official_text, row.axis.number if row.axis else None)


def _engine_rule(rule: IndicatorRule) -> Rule:
    measure = rule.indicator.measure
    return Rule(
        kinds=frozenset(rule.kinds),
        aggregation=Aggregation(rule.aggregation),
        measures=frozenset({measure.number}) if measure else frozenset(),
        sheets=frozenset({str(rule.sheet_id)}) if rule.sheet_id else frozenset(),
        part=rule.part,
        is_cumulative=rule.is_cumulative,
    )


def _rule_line(rule: IndicatorRule) -> RuleLine:
    return RuleLine(
        kinds=tuple(rule.kinds),
        aggregation=rule.aggregation,
        part=rule.part,
        is_cumulative=rule.is_cumulative,
        sheet_code=rule.sheet.code if rule.sheet else None,
    )


def _value(
    period: Period, *, kept: Observation | None, said: Observed | None, is_locked: bool
) -> PeriodValue:
    today = said.value if said else None
    origin = ObservationOrigin.AUTO if today is not None else None
    return PeriodValue(
        period=period,
        value=kept.value if kept else today,
        origin=ObservationOrigin(kept.origin) if kept else origin,
        state=ObservationState(kept.state) if kept else None,
        why=None if kept or said is None else said.why,
        computed=today,
        is_incomplete=bool(said and said.is_incomplete and not kept),
        is_locked=is_locked,
        observation_id=kept.pk if kept else None,
        edition=kept.edition if kept else 0,
        comment=kept.comment if kept else "",
        evidence=kept.evidence if kept else "",
        review_words=kept.review_words if kept else "",
        delivery_count=len(said.keys) if said else 0,
    )


def rounded(value: Decimal) -> Decimal:
    """Give a value as it is kept: to the hundredth."""
    return value.quantize(Decimal("0.01"))
