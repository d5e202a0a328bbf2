"""Progress is bounded, knows its direction, and says why it cannot be calculated."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from declic.engines.measuring.progress import (
    Direction,
    Incalculable,
    Point,
    Trajectory,
    UnorderedPointsError,
    expected_value,
    progress,
)
from declic.engines.measuring.promises import Promise, ReversedPromiseError, fulfil


START, MIDDLE, END = (datetime.date(2023, 1, 1), datetime.date(2023, 7, 1), datetime.date(2023, 12, 31))


def way(
    first: object, last: object, *, direction=Direction.UP, between: tuple[Point, ...] = ()
) -> Trajectory:
    baseline = Point(START, Decimal(str(first)))
    return Trajectory(direction, baseline, (*between, Point(END, Decimal(str(last)))))


def test_half_of_the_way_is_a_half():
    assert progress(way(10, 30), value=Decimal(20), on=END).share == Decimal("0.5")


def test_an_indicator_that_must_fall_progresses_as_it_falls():
    found = progress(way(40, 20, direction=Direction.DOWN), value=Decimal(25), on=END)

    assert (found.share, found.is_beyond) == (Decimal("0.75"), False)


def test_beyond_the_target_is_the_whole_way_and_said_so():
    found = progress(way(0, 2), value=Decimal(3), on=END)

    assert (found.share, found.is_beyond) == (Decimal(1), True)


def test_an_intermediate_target_says_what_was_expected_by_its_day():
    trajectory = way(0, 100, between=(Point(MIDDLE, Decimal(20)),))
    found = progress(trajectory, value=Decimal(10), on=MIDDLE)

    assert (found.expected, found.gap) == (Decimal("0.2"), Decimal("-0.1"))
    assert expected_value(trajectory, on=START) == 0
    assert expected_value(trajectory, on=END) == 100


@pytest.mark.parametrize(
    ("trajectory", "value", "why"),
    [
        (way(0, 2), None, Incalculable.NO_VALUE),
        (Trajectory(Direction.UP, None, (Point(END, Decimal(2)),)), 1, Incalculable.NO_BASELINE),
        (Trajectory(Direction.UP, Point(START, Decimal(0))), 1, Incalculable.NO_TARGET),
        (way(2, 2), 1, Incalculable.NOTHING_TO_GAIN),
        (way(2, 1), 1, Incalculable.TARGET_CONTRADICTS),
        (way(1, 2, direction=Direction.DOWN), 1, Incalculable.TARGET_CONTRADICTS),
    ],
)
def test_what_cannot_be_calculated_says_why_and_is_not_zero(trajectory, value, why):
    found = progress(trajectory, value=None if value is None else Decimal(value), on=END)

    assert (found.share, found.expected, found.gap, found.why) == (None, None, None, why)


def test_points_follow_each_other_in_time():
    with pytest.raises(UnorderedPointsError):
        Trajectory(Direction.UP, Point(END, Decimal(0)), (Point(START, Decimal(2)),))


def test_nothing_is_expected_of_no_point():
    with pytest.raises(LookupError):
        expected_value(Trajectory(Direction.UP), on=END)


numbers = st.decimals(-10_000, 10_000, places=2)
days = st.dates(datetime.date(2022, 1, 1), datetime.date(2024, 12, 31))


@given(numbers, numbers, numbers, st.sampled_from(Direction), numbers, days)
def test_progress_never_leaves_its_bounds_and_always_says_something(
    first, between, last, direction, value, on
):
    trajectory = way(first, last, direction=direction, between=(Point(MIDDLE, between),))
    found = progress(trajectory, value=value, on=on)

    assert (found.share is None) == (found.why is not None)
    for share in (found.share, found.expected):
        assert share is None or 0 <= share <= 1


@given(st.integers(-500, 500), st.integers(1, 500), st.integers(0, 500), st.integers(0, 500))
def test_going_the_right_way_never_lowers_progress(first, length, step, more):
    for direction, sign in ((Direction.UP, 1), (Direction.DOWN, -1)):
        trajectory = way(first, first + sign * length, direction=direction)
        near = progress(trajectory, value=Decimal(first + sign * step), on=END).share
        far = progress(trajectory, value=Decimal(first + sign * (step + more)), on=END).share
        assert near is not None
        assert far is not None
        assert far >= near


def test_a_promise_that_reads_in_two_ways_leaves_one_or_two():
    found = fulfil(Promise(2, 3), done=1)

    assert (found.kept, found.left_least, found.left_most, found.is_kept) == (1, 1, 2, False)


def test_what_is_done_beyond_the_promise_is_told_apart():
    found = fulfil(Promise(1, 1), done=3)

    assert (found.kept, found.beyond, found.is_kept) == (1, 2, True)


def test_a_promise_of_less_than_nothing_is_none():
    with pytest.raises(ReversedPromiseError):
        Promise(3, 2)
    with pytest.raises(ValueError, match="-1"):
        fulfil(Promise(1, 1), done=-1)


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 120))
def test_what_is_kept_and_left_is_what_was_promised(least, more, done):
    promise = Promise(least, least + more)
    found = fulfil(promise, done=done)

    assert found.kept + found.left_most == promise.most
    assert 0 <= found.left_least <= found.left_most
    assert found.kept + found.beyond == done
