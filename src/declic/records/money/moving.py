"""How a funding line goes from a stage to another: its day, what comes along, and what refuses it."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils import timezone

from declic.engines.funding.stages import Stage, dates_after, refusal_to_move
from declic.records.accounts.viewers import Viewer
from declic.records.money.choices import MoneyFault, StageChoice
from declic.records.money.contents import WrongMoneyError, cleaned, demand_past
from declic.records.money.models import FundingLine
from declic.records.sheets.history import Reason, change


@dataclass(frozen=True, slots=True)
class Move:
    """Where a line goes and since when, with what comes along: what was granted, the reference of the agreement."""

    to: Stage
    on: datetime.date
    says: Mapping[str, object] = field(default_factory=dict)


def moved(row: FundingLine, *, move: Move, by: Viewer, reason: Reason, seen: int | None = None) -> bool:
    """
    Move a line that is held, inside a write, and say whether anything changed.

    Where it stands there already since that day, nothing does. Raises WrongMoneyError, ChangedMeanwhileError.
    """
    dates = {stage: day for stage in Stage if (day := getattr(row, f"{stage.value}_on")) is not None}
    if row.stage == move.to and dates.get(move.to) == move.on:
        return False
    demand_past(move.on, field="on", today=timezone.localdate())
    values = cleaned(move.says)
    agreement = str(values.get("agreement_reference", row.agreement_reference))
    _demand_move(move, dates=dates, now_at=Stage(row.stage), why=reason.why, agreement=agreement)
    after = dates_after(dates, now_at=Stage(row.stage), to=move.to, on=move.on)
    days = {f"{stage.value}_on": after.get(stage) for stage in Stage}
    return bool(
        change(row, by=by, seen=seen, reason=reason, stage=StageChoice(move.to.value), **days, **values)
    )


def _demand_move(
    move: Move, *, dates: Mapping[Stage, datetime.date], now_at: Stage, why: str, agreement: str
) -> None:
    """Raise WrongMoneyError where the line may not go there."""
    refused = refusal_to_move(dates, now_at=now_at, to=move.to, on=move.on, reason=why, agreement=agreement)
    if refused is not None:
        beside = {"needs_reason": "why", "needs_agreement": "agreement_reference", "too_early": "on"}
        raise WrongMoneyError({beside.get(refused.value, "to"): MoneyFault(refused.value)})
