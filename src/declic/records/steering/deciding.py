"""What a decision changes by itself: once, with its trace in the history of what it changed."""

import datetime
from dataclasses import dataclass

from django.utils import timezone

from declic.records.accounts.viewers import Viewer
from declic.records.sheets.choices import ChangeSource, SheetStatus
from declic.records.sheets.contents import cleaned
from declic.records.sheets.history import Reason, as_json, change
from declic.records.sheets.models import ActionSheet, Milestone
from declic.records.steering.choices import EffectKind
from declic.records.steering.models import Committee, Decision, DecisionEffect


FIELDS = {
    EffectKind.SHEET_END: "end_on",
    EffectKind.SHEET_STATUS: "status",
    EffectKind.MILESTONE_DUE: "due_on",
}
"""The field that each kind of effect changes."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What a decision is to change: what, on which sheet or milestone, and what it becomes (a day, a status)."""

    kind: EffectKind
    target_id: int
    value: datetime.date | SheetStatus


def keep_effect(decision: Decision, *, effect: Effect, onto: Committee) -> None:
    """
    Keep what a decision is to change.

    Raises LookupError where it is no sheet or milestone of the committee's programme, ValueError for a value of
    another kind than the effect's.
    """
    wants_status = effect.kind is EffectKind.SHEET_STATUS
    if wants_status != isinstance(effect.value, SheetStatus):
        raise ValueError(f"{effect.kind} cannot become {effect.value}.")
    on_milestone = effect.kind is EffectKind.MILESTONE_DUE
    rows = (
        Milestone.objects.filter(sheet__measure__programme=onto.programme_id)
        if on_milestone
        else ActionSheet.objects.filter(measure__programme=onto.programme_id)
    )
    if not rows.filter(pk=effect.target_id).exists():
        raise LookupError(effect.target_id)
    DecisionEffect.objects.create(
        decision=decision,
        kind=effect.kind,
        sheet_id=None if on_milestone else effect.target_id,
        milestone_id=effect.target_id if on_milestone else None,
        value=as_json(effect.value),
    )


def apply_effect(effect_id: int, *, by: Viewer) -> bool:
    """Make the change of an effect where it was not made yet, inside a write, and say whether it was made now."""
    row = DecisionEffect.objects.select_for_update().filter(pk=effect_id).first()
    if row is None:
        raise LookupError(effect_id)
    if row.applied_at is not None:
        return False
    target = row.milestone or row.sheet
    if target is None:
        raise LookupError(effect_id)
    field = FIELDS[EffectKind(row.kind)]
    value: object = (
        row.value if row.kind == EffectKind.SHEET_STATUS else datetime.date.fromisoformat(row.value)
    )
    if isinstance(target, ActionSheet):
        value = cleaned({field: value}, onto=target)[field]
    old = getattr(target, field)
    reason = Reason(why="", source=ChangeSource.DECISION, cause=f"decision {row.decision_id}")
    change(target, by=by, seen=None, reason=reason, **{field: value})
    said = as_json(old)
    DecisionEffect.objects.filter(pk=row.pk).update(applied_at=timezone.now(), old=said or "")
    return True
