"""
What a dossier freezes: the facts of a pact before a meeting, as canonical JSON.

Codes and numbers, not sentences: whoever shows them says the words. The same facts give the same text, whatever the
order in which the database gives rows, and no hour of writing is in it.
"""

import datetime
import hashlib
import json
from collections.abc import Iterator
from typing import Any

from django.db.models import Min

from declic.engines.tracking.alerts import AlertRule
from declic.records.pact.models import Programme
from declic.records.sheets.models import FieldChange
from declic.records.steering.alerting import alert_lines, committees_of
from declic.records.steering.choices import HELD_STATES, ItemKind, ItemState
from declic.records.steering.frozen_axes import frozen_axes, frozen_gauge
from declic.records.steering.frozen_money import frozen_indicators, frozen_money
from declic.records.steering.frozen_participation import frozen_participation
from declic.records.steering.known import Known, gauges_of, known_of
from declic.records.steering.lines import committee_lines, decision_lines, decisions_not_executed
from declic.records.steering.models import Decision, Meeting
from declic.records.steering.rows import day_of
from declic.records.steering.values import AlertLine, CommitteeLine, DecisionLine


FORMAT = "declic-dossier/1"
TO_ARBITRATE = (
    AlertRule.MILESTONE_LATE,
    AlertRule.FUNDING_NOT_GRANTED,
    AlertRule.POST_VACANT,
    AlertRule.AXIS_WITHOUT_PILOT,
    AlertRule.NO_CARRY_OVER,
)
"""The alerts that somebody above a pilot settles."""

TOLD = tuple(f"sheets.{name}" for name in ("actionsheet", "milestone", "blocker", "note"))
"""The rows whose changes a committee reads; who is on a sheet is a name, and stays out of it."""

NAMING = ("title", "cause", "text")
"""The fields that name what was added."""


def snapshot(meeting: Meeting, *, programme: Programme, today: datetime.date) -> dict[str, Any]:
    """Gather what is known of a pact on a day, for a meeting."""
    before = _meeting_before(meeting)
    since = day_of(before.starts_at) if before else None
    decisions = decision_lines(_decided(programme, since=before), today=today)
    waiting = decisions_not_executed(programme, before=meeting, today=today)
    known = known_of(programme, today=today)
    alerts = alert_lines(programme, today=today, known=known)
    axes = frozen_axes(programme, known=known, today=today)
    committees = committee_lines(committees_of(programme), today=today)
    return {
        "format": FORMAT,
        "as_of": today.isoformat(),
        "since": since.isoformat() if since else None,
        "pact": {
            "title": programme.title,
            "slug": programme.slug,
            "signed_on": programme.date.isoformat() if programme.date else None,
            "ends_on": programme.ends_on.isoformat() if programme.ends_on else None,
        },
        "meeting": {
            "committee": meeting.committee.name,
            "number": meeting.number,
            "starts_at": meeting.starts_at.astimezone(datetime.UTC).isoformat(),
            "location": meeting.location,
        },
        "agenda": list(_agenda(meeting)),
        "state": _state(axes, alerts=alerts, committees=committees, waiting=waiting)
        | {"gauges": _gauges(programme, known=known, today=today)},
        "decided": [_decision(one) for one in decisions],
        "waiting": [_decision(one) for one in waiting],
        "changes": list(_changes(programme, since=before)),
        "axes": axes,
        "money": frozen_money(programme, known=known),
        "participation": frozen_participation(programme, known=known),
        "indicators": frozen_indicators(known.indicators),
        "to_arbitrate": list(_to_arbitrate(meeting, alerts=alerts)),
        "alerts": [_alert(line) for line in alerts],
    }


def canonical(facts: dict[str, Any]) -> str:
    """Write facts in the one way that they can be: keys in order, no blanks."""
    return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def seal_of(content: str) -> str:
    """Give the seal of a content: who holds it can tell whether it changed."""
    return hashlib.sha256(content.encode()).hexdigest()


def _meeting_before(meeting: Meeting) -> Meeting | None:
    rows = Meeting.objects.filter(
        committee=meeting.committee_id, starts_at__lt=meeting.starts_at, state__in=HELD_STATES
    )
    return rows.order_by("-starts_at", "-pk").first()


def _decided(programme: Programme, *, since: Meeting | None) -> Any:
    """Find what any committee of the pact decided since the last meeting of this one, that meeting included."""
    rows = Decision.objects.filter(meeting__committee__programme=programme)
    if since is not None:
        rows = rows.filter(meeting__starts_at__gte=since.starts_at)
    return rows.order_by("meeting__starts_at", "meeting_id", "sequence")


def _agenda(meeting: Meeting) -> Iterator[dict[str, Any]]:
    items = meeting.items.exclude(state=ItemState.DROPPED).select_related("presenter")
    for item in items.order_by("position", "pk"):
        yield {
            "title": item.title,
            "kind": item.kind,
            "question": item.question,
            "presenter": item.presenter.name if item.presenter else "",
            "minutes": item.minutes_planned,
        }


def _state(
    axes: list[dict[str, Any]],
    *,
    alerts: tuple[AlertLine, ...],
    committees: tuple[CommitteeLine, ...],
    waiting: tuple[DecisionLine, ...],
) -> dict[str, Any]:
    measures = [measure for axis in axes for measure in axis["measures"]]
    sheets = [sheet for measure in measures for sheet in measure["sheets"]]
    statuses = sorted({sheet["status"] for sheet in sheets})
    healths = sorted({sheet["health"] for sheet in sheets})
    rules = [line.alert.rule for line in alerts if not line.is_muted]
    return {
        "measures": len(measures),
        "measures_with_sheet": sum(bool(measure["sheets"]) for measure in measures),
        "sheets": len(sheets),
        "late_sheets": sum(sheet["is_late"] for sheet in sheets),
        "statuses": {one: sum(sheet["status"] == one for sheet in sheets) for one in statuses},
        "healths": {one: sum(sheet["health"] == one for sheet in sheets) for one in healths},
        "alerts": {rule.value: rules.count(rule) for rule in AlertRule if rule in rules},
        "waiting": len(waiting),
        "late_decisions": sum(one.is_late for one in waiting),
        "rhythms": [_rhythm(line) for line in committees if line.rhythm is not None],
    }


def _gauges(programme: Programme, *, known: Known, today: datetime.date) -> dict[str, Any]:
    found = gauges_of(programme, known=known, today=today)
    names = ("elapsed", "milestones", "results")
    return {name: frozen_gauge(one) for name, one in zip(names, found, strict=True)}


def _rhythm(line: CommitteeLine) -> dict[str, Any]:
    found = line.rhythm
    return {
        "committee": line.name,
        "held": found.held if found else 0,
        "due": found.due if found else 0,
        "held_after": found.held_after if found else 0,
        "in_all": found.in_all if found else None,
    }


def _decision(one: DecisionLine) -> dict[str, Any]:
    return {
        "number": one.number,
        "text": one.text,
        "kind": one.kind.value,
        "owner": one.owner,
        "due_on": one.due_on.isoformat() if one.due_on else None,
        "state": one.state.value,
        "is_late": one.is_late,
        "effects": [
            {"kind": effect.kind, "about": effect.about, "old": effect.old, "new": effect.value}
            for effect in one.effects
        ],
    }


def _changes(programme: Programme, *, since: Meeting | None) -> Iterator[dict[str, Any]]:
    """Give what changed on the sheets since the last meeting, in order; what was added is one line, by its title."""
    every = FieldChange.objects.filter(programme=programme, kind__in=TOLD, sheet__isnull=False)
    firsts = every.order_by().values("kind", "number").annotate(first=Min("at"))
    added = {(one["kind"], one["number"]): one["first"] for one in firsts}
    rows = every.filter(at__gt=since.starts_at) if since is not None else every
    told: set[tuple[str, int]] = set()
    for row in rows.select_related("sheet__measure", "institution").order_by("id"):
        key = (row.kind, row.number)
        is_new = added[key] == row.at
        is_hidden = (row.field not in NAMING or key in told) if is_new else row.field.endswith("_id")
        if row.sheet is None or is_hidden:
            continue
        told.add(key)
        yield {
            "on": day_of(row.at).isoformat(),
            "sheet": f"{row.sheet.measure.number}-{row.sheet.sequence}",
            "what": row.kind.removeprefix("sheets."),
            "field": None if is_new else row.field,
            "old": None if is_new else row.old,
            "new": row.new,
            "source": row.source,
            "by": row.institution.name if row.institution else "",
        }


def _to_arbitrate(meeting: Meeting, *, alerts: tuple[AlertLine, ...]) -> Iterator[dict[str, Any]]:
    """Give what is asked of the committee, then the alerts that only it can settle."""
    kinds = (ItemKind.DECISION, ItemKind.VALIDATION)
    for item in meeting.items.filter(kind__in=kinds, state=ItemState.WAITING).order_by("position", "pk"):
        yield {"title": item.title, "question": item.question, "rule": None}
    for line in alerts:
        if not line.is_muted and line.alert.rule in TO_ARBITRATE:
            yield {"title": line.alert.title, "question": "", "rule": line.alert.rule.value}


def _alert(line: AlertLine) -> dict[str, Any]:
    alert = line.alert
    return {
        "rule": alert.rule.value,
        "title": alert.title,
        "owner": alert.owner,
        "since": alert.since.isoformat() if alert.since else None,
        "muted": line.reason if line.is_muted else None,
    }
