"""The life of a funding line: the stages it goes through, and which may follow which."""

import datetime
from collections.abc import Mapping
from enum import StrEnum


class Stage(StrEnum):
    """Where a funding line stands, from a wish to a settled account."""

    CONSIDERED = "considered"
    REQUESTED = "requested"
    GRANTED = "granted"
    REFUSED = "refused"
    SIGNED = "signed"
    PAID = "paid"
    SETTLED = "settled"


SECURED = frozenset({Stage.GRANTED, Stage.SIGNED, Stage.PAID, Stage.SETTLED})
"""The stages at which somebody has answered for the money."""

SOUGHT = frozenset({Stage.CONSIDERED, Stage.REQUESTED})
"""The stages at which nobody has answered yet."""

NEXT: Mapping[Stage, tuple[Stage, ...]] = {
    Stage.CONSIDERED: (Stage.REQUESTED,),
    Stage.REQUESTED: (Stage.GRANTED, Stage.REFUSED),
    Stage.GRANTED: (Stage.SIGNED,),
    Stage.REFUSED: (Stage.REQUESTED,),
    Stage.SIGNED: (Stage.PAID,),
    Stage.PAID: (Stage.SETTLED,),
    Stage.SETTLED: (),
}

BEFORE: Mapping[Stage, Stage] = {
    Stage.REQUESTED: Stage.CONSIDERED,
    Stage.GRANTED: Stage.REQUESTED,
    Stage.REFUSED: Stage.REQUESTED,
    Stage.SIGNED: Stage.GRANTED,
    Stage.PAID: Stage.SIGNED,
    Stage.SETTLED: Stage.PAID,
}
"""Where each stage comes from: the only way back, for who corrects a mistake and says why."""


class Refusal(StrEnum):
    """Why a line may not move."""

    NOT_NEXT = "not_next"
    TOO_EARLY = "too_early"
    NEEDS_REASON = "needs_reason"
    NEEDS_AGREEMENT = "needs_agreement"


def refusal_to_move(
    dates: Mapping[Stage, datetime.date],
    *,
    now_at: Stage,
    to: Stage,
    on: datetime.date,
    reason: str = "",
    agreement: str = "",
) -> Refusal | None:
    """
    Say why a line may not move, or None where it may.

    It moves to one of the next stages, no earlier than the day it came to the stage where it is; a signed line
    names its agreement; it goes back to the stage before for a written reason only.
    """
    if to == BEFORE.get(now_at) and to not in NEXT[now_at]:
        return None if reason.strip() else Refusal.NEEDS_REASON
    if to not in NEXT[now_at]:
        return Refusal.NOT_NEXT
    if now_at in dates and on < dates[now_at]:
        return Refusal.TOO_EARLY
    return Refusal.NEEDS_AGREEMENT if to is Stage.SIGNED and not agreement.strip() else None


def dates_after(
    dates: Mapping[Stage, datetime.date], *, now_at: Stage, to: Stage, on: datetime.date
) -> dict[Stage, datetime.date]:
    """Give the dates of the stages once the line moved: a step back forgets the stage that it leaves."""
    kept = {stage: day for stage, day in dates.items() if stage is not to}
    if to == BEFORE.get(now_at):
        kept.pop(now_at, None)
        if to in dates and to not in NEXT[now_at]:
            return kept | {to: dates[to]}
    return kept | {to: on}
