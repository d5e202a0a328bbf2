"""What everyone may read of a promise: what was done, what is left. Only what is published or approved, never persons."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from declic.records.deliveries.choices import DeliveryKind
from declic.records.deliveries.models import Delivery
from declic.records.evaluation.choices import AggregationChoice, ObservationState
from declic.records.evaluation.models import Indicator, Observation
from declic.records.money.choices import PostState
from declic.records.money.models import MediatorPost
from declic.records.money.promises import promised_posts
from declic.records.pact.models import Measure
from declic.records.sheets.choices import Publication, SheetRole
from declic.records.sheets.models import ActionSheet


HAPPENINGS = (DeliveryKind.SESSION, DeliveryKind.EVENT, DeliveryKind.AGREEMENT)
"""What is counted by times, not by people."""

THINGS = {DeliveryKind.POST.value, DeliveryKind.AGREEMENT.value}
"""What is never a person, however it is counted."""

SMALLEST_SHOWN = 5
"""Fewer people than this are never counted in public."""


@dataclass(frozen=True, slots=True)
class PublishedAction:
    """An action that its institutions published; `next_step` is the first milestone not reached, with its day."""

    code: str
    title: str
    summary: str
    status: str
    lead: str
    start_on: datetime.date | None
    end_on: datetime.date | None
    steps_done: int
    steps: int
    next_step: str
    next_on: datetime.date | None


@dataclass(frozen=True, slots=True)
class Happening:
    """What took place for the measure: how often, and the last day."""

    kind: DeliveryKind
    times: int
    last_on: datetime.date


@dataclass(frozen=True, slots=True)
class PublishedPosts:
    """Posts promised (between `least` and `most` as the text can be read) and filled today."""

    least: int
    most: int
    filled: int


@dataclass(frozen=True, slots=True)
class PublishedValue:
    """The last approved value of an indicator; None with `is_small` where it would count too few people."""

    name: str
    unit: str
    value: Decimal | None
    is_small: bool
    until: datetime.date
    target: Decimal | None
    target_on: datetime.date | None


@dataclass(frozen=True, slots=True)
class PublishedMeasure:
    """What was done for a promise, and what is left, as everyone may read it."""

    sheets: tuple[PublishedAction, ...]
    happenings: tuple[Happening, ...]
    posts: PublishedPosts | None
    values: tuple[PublishedValue, ...]


def published(measure: Measure) -> PublishedMeasure:
    """Gather what is published of a measure; a bounded number of queries."""
    return PublishedMeasure(
        sheets=tuple(_sheets(measure)),
        happenings=_happenings(measure),
        posts=_posts(measure),
        values=tuple(_values(measure)),
    )


def _sheets(measure: Measure) -> Iterable[PublishedAction]:
    rows = ActionSheet.objects.filter(measure=measure, publication=Publication.PUBLISHED)
    for row in rows.prefetch_related("milestones", "institutions__institution").order_by("sequence"):
        steps = [one for one in row.milestones.all() if not one.is_cancelled]
        waiting = sorted((one.due_on, one.title) for one in steps if one.done_on is None)
        leads = [str(one.institution) for one in row.institutions.all() if one.role == SheetRole.LEAD]
        yield PublishedAction(
            code=f"{measure.number}-{row.sequence}",
            title=row.title,
            summary=row.public_summary,
            status=row.get_status_display(),
            lead=leads[0] if leads else "",
            start_on=row.start_on,
            end_on=row.end_on,
            steps_done=len(steps) - len(waiting),
            steps=len(steps),
            next_step=waiting[0][1] if waiting else "",
            next_on=waiting[0][0] if waiting else None,
        )


def _happenings(measure: Measure) -> tuple[Happening, ...]:
    found: dict[str, list[datetime.date]] = {}
    for kind, on in Delivery.objects.filter(measure=measure, kind__in=HAPPENINGS).values_list("kind", "on"):
        found.setdefault(kind, []).append(on)
    return tuple(
        Happening(kind, len(days), max(days)) for kind in HAPPENINGS if (days := found.get(kind.value))
    )


def _posts(measure: Measure) -> PublishedPosts | None:
    promise = promised_posts(measure.programme_id).get(measure.pk)
    filled = MediatorPost.objects.filter(measure=measure, state=PostState.FILLED).count()
    if promise is None:
        return PublishedPosts(0, 0, filled) if filled else None
    least, most = promise.sure
    return PublishedPosts(least, most, filled)


def _values(measure: Measure) -> Iterable[PublishedValue]:
    approved = Observation.objects.filter(
        indicator__measure=measure, state=ObservationState.APPROVED
    ).order_by("end_on", "id")
    last = {one.indicator_id: one for one in approved}
    rows = Indicator.objects.filter(pk__in=last).select_related("rule").prefetch_related("targets")
    for row in rows.order_by("code"):
        value = last[row.pk]
        targets = sorted((one.on, one.value) for one in row.targets.all())
        small = counts_too_few(row, value=value.value)
        yield PublishedValue(
            name=row.name,
            unit=row.unit,
            value=None if small else value.value,
            is_small=small,
            until=value.end_on,
            target=targets[-1][1] if targets else None,
            target_on=targets[-1][0] if targets else None,
        )


def counts_too_few(row: Indicator, *, value: Decimal) -> bool:
    """Say whether a value of an indicator, fetched with its rule, counts so few people that it is never public."""
    return _counts_people(row) and 0 < value < SMALLEST_SHOWN


def _counts_people(row: Indicator) -> bool:
    """Say whether a value may count persons; one that was typed may, whatever its unit says."""
    rule = getattr(row, "rule", None)
    if rule is None or rule.part:
        return True
    counts_times = rule.aggregation == AggregationChoice.COUNT
    return not counts_times and not set(rule.kinds) <= THINGS
