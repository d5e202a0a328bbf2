"""The alerts of a programme with what was muted, and what they propose for an agenda."""

import datetime
from collections.abc import Iterator

from declic.engines.tracking.alerts import Alert, AlertRule, raise_alerts
from declic.records.pact.models import Programme
from declic.records.sheets.models import ActionSheet, Milestone
from declic.records.steering.choices import ItemState
from declic.records.steering.facts import programme_facts
from declic.records.steering.known import Known, known_of
from declic.records.steering.models import AgendaItem, Committee, Meeting, MutedAlert
from declic.records.steering.values import AlertLine, DecisionLine, Proposal


KEPT_ELSEWHERE = (AlertRule.DECISION_OVERDUE, AlertRule.CADENCE_NOT_KEPT)
"""What a meeting shows anyway: the decisions that come back, and its own rhythm."""

MANY = 3
"""More alerts of one rule than this make one point."""


def alert_lines(
    programme: Programme, *, today: datetime.date, known: Known | None = None
) -> tuple[AlertLine, ...]:
    """Give the alerts of a programme on a day, those that speak before those that are muted."""
    found = known or known_of(programme, today=today)
    muted = {row.key: row for row in MutedAlert.objects.filter(programme=programme).order_by("pk")}
    raised = raise_alerts(programme_facts(programme, known=found, today=today), today=today)
    lines = [_line(alert, muted=muted.get(alert.key), today=today) for alert in raised]
    return tuple(sorted(lines, key=lambda line: line.is_muted))


def proposals_for(
    meeting: Meeting,
    *,
    programme: Programme,
    known: Known,
    followed: tuple[DecisionLine, ...],
    today: datetime.date,
) -> tuple[Proposal, ...]:
    """Propose points: what waits in the backlog, decisions that are late, alerts that speak; none that is there already."""
    waiting = AgendaItem.objects.filter(committee=meeting.committee_id, state=ItemState.WAITING)
    rows = list(waiting.order_by("position", "id"))
    taken = {row.proposed_by for row in rows if row.proposed_by}
    backlog = [
        Proposal(row.proposed_by, row.title, item_id=row.pk, sheet_id=row.sheet_id)
        for row in rows
        if row.meeting_id is None
    ]
    late = [
        Proposal(f"decision {one.id}", f"{one.number} {one.text}"[:300])
        for one in followed
        if one.is_late and f"decision {one.id}" not in taken
    ]
    speaking = [line.alert for line in alert_lines(programme, today=today, known=known) if not line.is_muted]
    return (*backlog, *late, *_raised(speaking, taken=taken))


def _raised(alerts: list[Alert], *, taken: set[str]) -> Iterator[Proposal]:
    """Propose the alerts, those of one rule together where they are many."""
    grouped: dict[AlertRule, list[Alert]] = {}
    for alert in alerts:
        if alert.rule not in KEPT_ELSEWHERE:
            grouped.setdefault(alert.rule, []).append(alert)
    for rule, raised in grouped.items():
        if len(raised) > MANY:
            if f"rule {rule}" not in taken:
                yield Proposal(f"rule {rule}", "", alert=raised[0], count=len(raised))
            continue
        for alert in raised:
            if alert.key not in taken:
                yield Proposal(alert.key, alert.title, alert=alert, sheet_id=_sheet_in(alert))


def sheet_codes(programme: Programme) -> dict[str, str]:
    """Give the code of the sheet that each mark of a sheet or a milestone is of (« milestone 4 » → « 23-1 »)."""
    sheets = ActionSheet.objects.filter(measure__programme=programme).select_related("measure").order_by("pk")
    codes = {row.pk: f"{row.measure.number}-{row.sequence}" for row in sheets}
    steps = Milestone.objects.filter(sheet__measure__programme=programme).order_by("pk")
    marks = {f"milestone {number}": codes[sheet] for number, sheet in steps.values_list("pk", "sheet_id")}
    return {f"sheet {number}": code for number, code in codes.items()} | marks


def committees_of(programme: Programme) -> list[Committee]:
    """Find the committees of a programme."""
    return list(
        Committee.objects.filter(programme=programme)
        .select_related("programme", "body__citation")
        .order_by("pk")
    )


def _line(alert: Alert, *, muted: MutedAlert | None, today: datetime.date) -> AlertLine:
    if muted is None:
        return AlertLine(alert)
    is_muted = muted.is_muted and (muted.until_on is None or today <= muted.until_on)
    return AlertLine(alert, muted.reason, muted.until_on, is_muted)


def _sheet_in(alert: Alert) -> int | None:
    kind, _space, number = alert.mark.partition(" ")
    return int(number) if kind == "sheet" else None
