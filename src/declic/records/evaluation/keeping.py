"""What the writes of evaluation share: rows that are kept once, periods that may still change."""

import datetime
from collections.abc import Mapping, Set as AbstractSet
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from declic.engines.measuring.periods import Period
from declic.records.accounts.editions import ChangedMeanwhileError
from declic.records.accounts.viewers import Viewer
from declic.records.deliveries.choices import DeliveryKind
from declic.records.evaluation.choices import (
    AggregationChoice,
    EvaluationFault,
    FrequencyChoice,
    ObservationOrigin,
    ObservationState,
)
from declic.records.evaluation.contents import WrongEvaluationError
from declic.records.evaluation.facts import locked_until
from declic.records.evaluation.filling import (
    begun_periods,
    computed,
    delivered,
    last_done,
    rounded,
    whole_of,
)
from declic.records.evaluation.models import Indicator, IndicatorRule, IndicatorTarget, Observation
from declic.records.money.promises import PostPromise
from declic.records.pact.models import Measure, Programme
from declic.records.sheets.choices import ChangeSource
from declic.records.sheets.history import TYPED, Reason, added, change


def keep_indicator(
    programme: Programme, *, measure: Measure | None, values: Mapping[str, Any], by: Viewer
) -> Indicator:
    """Keep a new indicator, its code made of the measure's number and the next free figure."""
    start = measure.number if measure else "P"
    taken = set(Indicator.objects.filter(programme=programme).values_list("code", flat=True))
    number = next(one for one in range(1, len(taken) + 2) if f"I{start}-{one}"[:30] not in taken)
    row = Indicator(programme=programme, measure=measure, code=f"I{start}-{number}"[:30], **values)
    return added(row, by=by)


def keep_rule(row: Indicator, *, values: Mapping[str, Any], by: Viewer) -> None:
    """Keep the rule of a new indicator."""
    added(IndicatorRule(indicator=row, **values), by=by)


def keep_target(row: Indicator, *, values: Mapping[str, Any], by: Viewer, reason: Reason) -> bool:
    """Keep a target, one a day, and say whether anything changed."""
    known = IndicatorTarget.objects.filter(indicator=row, on=values["on"]).first()
    if known is None:
        added(IndicatorTarget(indicator=row, **values), by=by, reason=reason)
        return True
    return bool(change(known, by=by, reason=reason, value=values["value"]))


def open_of_promise(programme: Programme, *, measure: Measure, promise: PostPromise, by: Viewer) -> bool:
    """Open the indicator of the posts that a measure promises; say whether there was none."""
    if Indicator.objects.filter(measure=measure, rule__kinds__icontains=DeliveryKind.POST.value).exists():
        return False
    whole = whole_of(programme)
    values = {
        "name": _("Mediator posts filled"),
        "unit": _("posts"),
        "frequency": FrequencyChoice.MONTH,
        "baseline_value": 0,
        "baseline_on": whole.start,
        "method": _("Each post counts once, from the day it was first filled."),
    }
    row = keep_indicator(programme, measure=measure, values=values, by=by)
    rule = {
        "kinds": [DeliveryKind.POST.value],
        "aggregation": AggregationChoice.DISTINCT,
        "is_cumulative": True,
    }
    keep_rule(row, values=rule, by=by)
    if whole.end > whole.start:
        target = {"on": whole.end, "value": promise.sure[0]}
        keep_target(row, values=target, by=by, reason=Reason(source=ChangeSource.RULE))
    return True


def demand_period(row: Indicator, *, end_on: datetime.date) -> Period:
    """Give the period that ends on a day. Raises WrongEvaluationError for one that is none, or that is locked."""
    done = last_done(delivered(row.programme_id))
    periods = begun_periods(row, whole=whole_of(row.programme), on=timezone.localdate(), done=done)
    period = next((one for one in periods if one.end == end_on), None)
    if period is None:
        raise WrongEvaluationError({"end_on": EvaluationFault.NOT_A_PERIOD})
    until = locked_until(row.programme_id)
    if until is not None and end_on <= until:
        raise WrongEvaluationError({"end_on": EvaluationFault.LOCKED})
    return period


def keep_value(
    row: Indicator, *, period: Period, values: Mapping[str, Any], by: Viewer, seen: int | None
) -> bool:
    """Keep the value of a period, and say whether anything changed. Raises ChangedMeanwhileError."""
    known = Observation.objects.filter(indicator=row, end_on=period.end).first()
    if known is not None:
        return bool(change(known, by=by, seen=seen, **values))
    if seen:
        raise ChangedMeanwhileError(edition=0, by_id=None, by_name="", at=None)
    added(Observation(indicator=row, start_on=period.start, end_on=period.end, **values), by=by)
    return True


def keep_computed(
    row: Indicator,
    *,
    ends: AbstractSet[datetime.date] | None,
    by: Viewer,
    after: datetime.date | None = None,
    until: datetime.date | None = None,
) -> int:
    """Keep what the rule computes of periods that have no value yet, approved; count them."""
    whole, today = whole_of(row.programme), timezone.localdate()
    known = set(Observation.objects.filter(indicator=row).values_list("end_on", flat=True))
    count = 0
    for end, said in computed(row, deliveries=delivered(row.programme_id), whole=whole, on=today).items():
        is_asked = end in ends if ends is not None else _is_between(end, after=after, until=until)
        if said.value is None or end in known or not is_asked:
            continue
        observation = Observation(
            indicator=row,
            start_on=said.period.start,
            end_on=end,
            value=rounded(said.value),
            origin=ObservationOrigin.AUTO,
            state=ObservationState.APPROVED,
        )
        added(observation, by=by, reason=TYPED if ends else Reason(source=ChangeSource.RULE))
        count += 1
    return count


def _is_between(day: datetime.date, *, after: datetime.date | None, until: datetime.date | None) -> bool:
    return (after is None or day > after) and (until is None or day <= until)
