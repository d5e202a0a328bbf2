"""Progress towards a target: how far, against what was expected by that day, or why it cannot be calculated."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise


class Direction(StrEnum):
    """Which way an indicator is meant to go."""

    UP = "up"
    DOWN = "down"


class Incalculable(StrEnum):
    """Why progress cannot be calculated: it is never zero."""

    NO_VALUE = "no_value"
    NO_BASELINE = "no_baseline"
    NO_TARGET = "no_target"
    NOTHING_TO_GAIN = "nothing_to_gain"
    TARGET_CONTRADICTS = "target_contradicts"


class UnorderedPointsError(ValueError):
    """Two points of a trajectory bear one day, or the baseline comes after a target."""


@dataclass(frozen=True, slots=True)
class Point:
    """A value on a day."""

    on: datetime.date
    value: Decimal


@dataclass(frozen=True, slots=True)
class Trajectory:
    """Where an indicator starts, where it should be on the way, and where it should end (the last target)."""

    direction: Direction
    baseline: Point | None = None
    targets: tuple[Point, ...] = ()

    def __post_init__(self) -> None:
        """Refuse points that do not follow each other in time."""
        days = [point.on for point in ((self.baseline,) if self.baseline else ()) + self.targets]
        if any(second <= first for first, second in pairwise(days)):
            raise UnorderedPointsError


@dataclass(frozen=True, slots=True)
class Progress:
    """
    How far: `share` and `expected` are between 0 and 1, or None with the reason in `why`.

    `expected` is prorated in time between the points; `gap` is the share less what was expected, `is_beyond` where
    the value lies outside the way from the baseline to the target.
    """

    share: Decimal | None
    expected: Decimal | None
    why: Incalculable | None = None
    is_beyond: bool = False

    @property
    def gap(self) -> Decimal | None:
        """Give how far ahead (above zero) or behind (below zero) it is."""
        return None if self.share is None or self.expected is None else self.share - self.expected


def progress(trajectory: Trajectory, *, value: Decimal | None, on: datetime.date) -> Progress:
    """Say how far a value of that day is on its way from the baseline to the last target."""
    reason = _why_not(trajectory, value=value)
    if reason is not None or trajectory.baseline is None or value is None:
        return Progress(None, None, reason)
    start, goal = trajectory.baseline.value, trajectory.targets[-1].value
    share = (value - start) / (goal - start)
    awaited = (expected_value(trajectory, on=on) - start) / (goal - start)
    return Progress(_bounded(share), _bounded(awaited), is_beyond=not 0 <= share <= 1)


def expected_value(trajectory: Trajectory, *, on: datetime.date) -> Decimal:
    """
    Give the value expected on a day: prorated in days between the two points around it, the nearest beyond the ends.

    Raises LookupError for a trajectory without a point.
    """
    points = _points(trajectory)
    if not points:
        raise LookupError
    if on <= points[0].on:
        return points[0].value
    for before, after in pairwise(points):
        if on <= after.on:
            part = Decimal((on - before.on).days) / (after.on - before.on).days
            return before.value + (after.value - before.value) * part
    return points[-1].value


def _why_not(trajectory: Trajectory, *, value: Decimal | None) -> Incalculable | None:
    if value is None:
        return Incalculable.NO_VALUE
    if trajectory.baseline is None:
        return Incalculable.NO_BASELINE
    if not trajectory.targets:
        return Incalculable.NO_TARGET
    return _why_no_way(trajectory.baseline, goal=trajectory.targets[-1], direction=trajectory.direction)


def _why_no_way(start: Point, *, goal: Point, direction: Direction) -> Incalculable | None:
    if start.value == goal.value:
        return Incalculable.NOTHING_TO_GAIN
    goes_up = goal.value > start.value
    return None if goes_up == (direction is Direction.UP) else Incalculable.TARGET_CONTRADICTS


def _points(trajectory: Trajectory) -> Sequence[Point]:
    return ((trajectory.baseline,) if trajectory.baseline else ()) + trajectory.targets


def _bounded(share: Decimal) -> Decimal:
    return min(Decimal(1), max(Decimal(0), share))
