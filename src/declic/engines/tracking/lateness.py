"""Lateness: computed from dates, never typed; what has no date cannot be late."""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class LateBecause(StrEnum):
    """What was due and is not done."""

    END_PASSED = "end_passed"
    NOT_STARTED = "not_started"
    DUE_PASSED = "due_passed"


@dataclass(frozen=True, slots=True)
class Lateness:
    """By how many days something is late, and why; nothing and None where it is not."""

    days: int = 0
    because: LateBecause | None = None

    @property
    def is_late(self) -> bool:
        """Say whether it is late."""
        return self.because is not None


IN_TIME = Lateness()


def sheet_lateness(
    start_on: datetime.date | None,
    end_on: datetime.date | None,
    *,
    has_started: bool,
    is_closed: bool,
    on: datetime.date,
) -> Lateness:
    """
    Say how late an action is on a day: its end has passed, or its start while nothing has begun.

    Done or dropped, it is late no more. The day itself is still in time.
    """
    if is_closed:
        return IN_TIME
    if end_on is not None and end_on < on:
        return Lateness((on - end_on).days, LateBecause.END_PASSED)
    if start_on is not None and start_on < on and not has_started:
        return Lateness((on - start_on).days, LateBecause.NOT_STARTED)
    return IN_TIME


def milestone_lateness(due_on: datetime.date, *, is_over: bool, on: datetime.date) -> Lateness:
    """Say how late a milestone is on a day; reached or cancelled (`is_over`), it is late no more."""
    if is_over or due_on >= on:
        return IN_TIME
    return Lateness((on - due_on).days, LateBecause.DUE_PASSED)
