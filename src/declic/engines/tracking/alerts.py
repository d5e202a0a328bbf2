"""
Alerts: twelve stated rules over what is known of a programme, each with the facts that raised it.

The same facts on the same day give the same alerts, in the same order; nothing is raised by what is unknown.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from declic.engines.tracking.alert_facts import ProgrammeFacts


class AlertRule(StrEnum):
    """What an alert was raised by."""

    MEASURE_WITHOUT_SHEET = "measure_without_sheet"
    AXIS_WITHOUT_PILOT = "axis_without_pilot"
    NO_UPDATE = "no_update"
    MILESTONE_LATE = "milestone_late"
    NO_DELIVERY = "no_delivery"
    FUNDING_NOT_GRANTED = "funding_not_granted"
    INDICATOR_OUT_OF_DATE = "indicator_out_of_date"
    DECISION_OVERDUE = "decision_overdue"
    CADENCE_NOT_KEPT = "cadence_not_kept"
    POST_VACANT = "post_vacant"
    FINDING_NOT_EXPLAINED = "finding_not_explained"
    NO_CARRY_OVER = "no_carry_over"


@dataclass(frozen=True, slots=True)
class Patience:
    """After how many days, or how many days before, each rule speaks."""

    no_update_days: int = 45
    no_delivery_days: int = 60
    funding_days: int = 30
    carry_over_days: int = 90


PATIENCE = Patience()


@dataclass(frozen=True, slots=True)
class Alert:
    """
    Something that waits for somebody: the rule, what it is about, since when (None: unknown), and who answers for it.

    `days` is how many days it lasts, or are left before the day that the rule looks at; `facts` are the others, each
    by its name: the day it was due, how many were held.
    """

    rule: AlertRule
    mark: str
    title: str
    owner: str
    since: datetime.date | None = None
    days: int | None = None
    facts: tuple[tuple[str, str], ...] = field(default=())

    @property
    def key(self) -> str:
        """Name it among the alerts of its programme: one rule speaks once of one thing."""
        return f"{self.rule} {self.mark}"


def raise_alerts(
    programme: ProgrammeFacts, *, today: datetime.date, patience: Patience = PATIENCE
) -> tuple[Alert, ...]:
    """Give the alerts of a programme, rule after rule, each rule in the order of its facts."""
    return tuple(
        alert
        for rule in (
            _measures_without_sheet(programme),
            _axes_without_pilot(programme),
            _sheets_without_update(programme, today=today, patience=patience),
            _late_milestones(programme, today=today),
            _sheets_without_delivery(programme, today=today, patience=patience),
            _money_not_granted(programme, today=today, patience=patience),
            _indicators_out_of_date(programme, today=today),
            _overdue_decisions(programme, today=today),
            _cadences_not_kept(programme, today=today),
            _vacant_posts(programme, today=today),
            _findings(programme, today=today),
            _no_carry_over(programme, today=today, patience=patience),
        )
        for alert in rule
    )


def _measures_without_sheet(programme: ProgrammeFacts) -> Iterator[Alert]:
    for one in programme.measures:
        if not one.has_sheet:
            yield Alert(AlertRule.MEASURE_WITHOUT_SHEET, one.mark, one.title, one.owner, programme.started_on)


def _axes_without_pilot(programme: ProgrammeFacts) -> Iterator[Alert]:
    for one in programme.axes:
        if not one.pilot:
            yield Alert(
                AlertRule.AXIS_WITHOUT_PILOT, one.mark, one.title, programme.owner, programme.started_on
            )


def _sheets_without_update(
    programme: ProgrammeFacts, *, today: datetime.date, patience: Patience
) -> Iterator[Alert]:
    for one in programme.sheets:
        days = _days(one.updated_on, until=today)
        if one.is_open and days is not None and days >= patience.no_update_days:
            yield Alert(AlertRule.NO_UPDATE, one.mark, one.title, one.owner, one.updated_on, days)


def _late_milestones(programme: ProgrammeFacts, *, today: datetime.date) -> Iterator[Alert]:
    for one in programme.milestones:
        days = _days(one.due_on, until=today)
        if not one.is_reached and days is not None and days > 0:
            yield Alert(AlertRule.MILESTONE_LATE, one.mark, one.title, one.owner, one.due_on, days)


def _sheets_without_delivery(
    programme: ProgrammeFacts, *, today: datetime.date, patience: Patience
) -> Iterator[Alert]:
    for one in programme.sheets:
        since = one.delivered_on or one.started_on
        days = _days(since, until=today)
        if one.is_running and one.delivers and days is not None and days >= patience.no_delivery_days:
            facts = (("last_delivery", str(one.delivered_on or "")),)
            yield Alert(AlertRule.NO_DELIVERY, one.mark, one.title, one.owner, since, days, facts)


def _money_not_granted(
    programme: ProgrammeFacts, *, today: datetime.date, patience: Patience
) -> Iterator[Alert]:
    for one in programme.funding:
        if one.is_granted or one.starts_on is None:
            continue
        left = (one.starts_on - today).days
        if left <= patience.funding_days:
            facts = (("starts_on", str(one.starts_on)),)
            since = one.starts_on - datetime.timedelta(days=patience.funding_days)
            yield Alert(AlertRule.FUNDING_NOT_GRANTED, one.mark, one.title, one.owner, since, left, facts)


def _indicators_out_of_date(programme: ProgrammeFacts, *, today: datetime.date) -> Iterator[Alert]:
    for one in programme.indicators:
        days = _days(one.next_value_due_on, until=today)
        if days is not None and days > 0:
            yield Alert(
                AlertRule.INDICATOR_OUT_OF_DATE, one.mark, one.title, one.owner, one.next_value_due_on, days
            )


def _overdue_decisions(programme: ProgrammeFacts, *, today: datetime.date) -> Iterator[Alert]:
    for one in programme.decisions:
        days = _days(one.due_on, until=today)
        if one.is_open and days is not None and days > 0:
            yield Alert(AlertRule.DECISION_OVERDUE, one.mark, one.title, one.owner, one.due_on, days)


def _cadences_not_kept(programme: ProgrammeFacts, *, today: datetime.date) -> Iterator[Alert]:
    for one in programme.committees:
        if one.held < one.due:
            facts = (("held", str(one.held)), ("due", str(one.due)), ("after", str(one.held_after)))
            days = _days(one.missing_since, until=today)
            yield Alert(
                AlertRule.CADENCE_NOT_KEPT, one.mark, one.title, one.owner, one.missing_since, days, facts
            )


def _vacant_posts(programme: ProgrammeFacts, *, today: datetime.date) -> Iterator[Alert]:
    for one in programme.posts:
        days = _days(one.vacant_since, until=today)
        if days is not None and days >= 0:
            yield Alert(AlertRule.POST_VACANT, one.mark, one.title, one.owner, one.vacant_since, days)


def _findings(programme: ProgrammeFacts, *, today: datetime.date) -> Iterator[Alert]:
    for one in programme.findings:
        if not one.is_explained:
            days = _days(one.found_on, until=today)
            yield Alert(AlertRule.FINDING_NOT_EXPLAINED, one.mark, one.title, one.owner, one.found_on, days)


def _no_carry_over(programme: ProgrammeFacts, *, today: datetime.date, patience: Patience) -> Iterator[Alert]:
    """Speak once of the whole programme: thirty measures that end together are one thing to decide."""
    if programme.ends_on is None:
        return
    left = (programme.ends_on - today).days
    waiting = [one for one in programme.measures if not one.has_carry_over]
    if waiting and left <= patience.carry_over_days:
        since = programme.ends_on - datetime.timedelta(days=patience.carry_over_days)
        facts = (("ends_on", str(programme.ends_on)), ("measures", str(len(waiting))))
        yield Alert(
            AlertRule.NO_CARRY_OVER, programme.mark, programme.title, programme.owner, since, left, facts
        )


def _days(since: datetime.date | None, *, until: datetime.date) -> int | None:
    return None if since is None else (until - since).days
