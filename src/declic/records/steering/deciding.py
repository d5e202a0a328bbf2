"""What a decision changes by itself: once, with its trace in the history of what it changed."""

import datetime
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from declic.engines.funding.stages import Stage
from declic.records.accounts.viewers import Viewer
from declic.records.evaluation.contents import cleaned as clean_evaluation
from declic.records.evaluation.models import IndicatorTarget
from declic.records.money.models import FundingLine
from declic.records.money.moving import Move, moved
from declic.records.sheets.choices import ChangeSource, SheetStatus
from declic.records.sheets.contents import cleaned
from declic.records.sheets.history import Reason, as_json, change
from declic.records.sheets.models import ActionSheet, Milestone
from declic.records.steering.choices import EffectKind
from declic.records.steering.models import Committee, Decision, DecisionEffect
from declic.records.steering.rows import day_of


Value = datetime.date | SheetStatus | Stage | Decimal
BECOMES: dict[EffectKind, type] = {
    EffectKind.SHEET_END: datetime.date,
    EffectKind.SHEET_STATUS: SheetStatus,
    EffectKind.MILESTONE_DUE: datetime.date,
    EffectKind.FUNDING_STAGE: Stage,
    EffectKind.INDICATOR_TARGET: Decimal,
}
"""Of what kind the value of each effect is."""

ON = {
    EffectKind.SHEET_END: "sheet",
    EffectKind.SHEET_STATUS: "sheet",
    EffectKind.MILESTONE_DUE: "milestone",
    EffectKind.FUNDING_STAGE: "line",
    EffectKind.INDICATOR_TARGET: "target",
}
"""On what each kind of effect is."""

FIELDS = {
    EffectKind.SHEET_END: "end_on",
    EffectKind.SHEET_STATUS: "status",
    EffectKind.MILESTONE_DUE: "due_on",
    EffectKind.FUNDING_STAGE: "stage",
    EffectKind.INDICATOR_TARGET: "value",
}
"""The field that each kind of effect changes."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What a decision is to change: what, on which row, and what it becomes (a day, a status, a stage, a number)."""

    kind: EffectKind
    target_id: int
    value: Value


def value_of(kind: EffectKind, words: str) -> Value:
    """Read a value of an effect as it is kept. Raises ValueError for words that are none."""
    becomes = BECOMES[kind]
    try:
        found: Value = datetime.date.fromisoformat(words) if becomes is datetime.date else becomes(words)
    except InvalidOperation as error:
        raise ValueError(words) from error
    is_endless = isinstance(found, Decimal) and not found.is_finite()
    if is_endless or as_json(found) != words:
        raise ValueError(words)
    return found


def keep_effect(decision: Decision, *, effect: Effect, onto: Committee) -> None:
    """
    Keep what a decision is to change.

    Raises LookupError where it is on nothing of the committee's programme, ValueError for a value of another kind
    than the effect's.
    """
    can_become = isinstance(effect.value, BECOMES[effect.kind])
    if not can_become:
        raise ValueError(f"{effect.kind} cannot become {effect.value}.")
    if not _rows(effect.kind, programme_id=onto.programme_id).filter(pk=effect.target_id).exists():
        raise LookupError(effect.target_id)
    on = {f"{ON[effect.kind]}_id": effect.target_id}
    DecisionEffect.objects.create(decision=decision, kind=effect.kind, value=as_json(effect.value), **on)


def apply_effect(effect_id: int, *, by: Viewer) -> bool:
    """
    Make the change of an effect where it was not made yet, inside a write, and say whether it was made now.

    Raises LookupError, and what the row itself refuses (WrongSheetError, WrongMoneyError, WrongEvaluationError).
    """
    row = DecisionEffect.objects.select_for_update().filter(pk=effect_id).first()
    if row is None:
        raise LookupError(effect_id)
    if row.applied_at is not None:
        return False
    kind = EffectKind(row.kind)
    target = getattr(row, ON[kind])
    old = as_json(getattr(target, FIELDS[kind]))
    reason = Reason(why=row.decision.text, source=ChangeSource.DECISION, cause=f"decision {row.decision_id}")
    _make(target, kind=kind, value=value_of(kind, row.value), reason=reason, decision=row.decision, by=by)
    DecisionEffect.objects.filter(pk=row.pk).update(applied_at=timezone.now(), old=old or "")
    return True


def _make(
    target: Any, *, kind: EffectKind, value: Value, reason: Reason, decision: Decision, by: Viewer
) -> None:
    """Change the field that a kind of effect changes, as whoever types it would: what is refused there is refused here."""
    match value:
        case Stage():
            moved(target, move=Move(value, day_of(decision.meeting.starts_at)), by=by, reason=reason)
        case Decimal():
            said = clean_evaluation({"on": target.on, "value": value})
            change(target, by=by, reason=reason, value=said["value"])
        case SheetStatus():
            change(target, by=by, reason=reason, status=cleaned({"status": value}, onto=target)["status"])
        case _ if kind is EffectKind.SHEET_END:
            change(target, by=by, reason=reason, end_on=cleaned({"end_on": value}, onto=target)["end_on"])
        case _:
            change(target, by=by, reason=reason, due_on=value)


def _rows(kind: EffectKind, *, programme_id: int) -> QuerySet[Any]:
    """Find what an effect of that kind may be on, in a programme."""
    match ON[kind]:
        case "milestone":
            return Milestone.objects.filter(sheet__measure__programme=programme_id)
        case "line":
            return FundingLine.objects.filter(programme=programme_id)
        case "target":
            return IndicatorTarget.objects.filter(indicator__programme=programme_id)
        case _:
            return ActionSheet.objects.filter(measure__programme=programme_id)
