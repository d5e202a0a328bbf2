"""Deliveries become observations by rules, each counted once; what nobody counted is never zero."""

import datetime
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, strategies as st

from declic.engines.measuring.observing import (
    Aggregation,
    Delivered,
    RepeatedDeliveryError,
    Rule,
    Unknown,
    observe,
)
from declic.engines.measuring.periods import Frequency, Period, ReversedPeriodError, freshness, periods_of


def day(month: int, date: int) -> datetime.date:
    return datetime.date(2023, month, date)


YEAR = Period(day(2, 1), day(12, 31))
QUARTERS = periods_of(YEAR, frequency=Frequency.QUARTER)
END = day(12, 31)


def held(key: str, on: datetime.date, count: int | None = None, **more: Any) -> Delivered:
    return Delivered(**{"key": key, "kind": "session", "on": on, "measure": "23", "count": count, **more})


def values(deliveries, rule: Rule, *, periods=QUARTERS, on=END):
    return [one.value for one in observe(deliveries, rule=rule, periods=periods, on=on)]


SESSIONS = frozenset({"session"})
IN_MARCH, IN_MAY, IN_JUNE = held("a", day(3, 10), 12), held("b", day(5, 2), 8), held("c", day(6, 30), 5)
HELD = (IN_JUNE, IN_MARCH, IN_MAY)


@pytest.mark.parametrize(
    ("aggregation", "expected"),
    [
        (Aggregation.SUM, [12, 13, None, None]),
        (Aggregation.COUNT, [1, 2, None, None]),
        (Aggregation.LAST, [12, 5, None, None]),
        (Aggregation.AVERAGE, [12, Decimal("6.5"), None, None]),
    ],
)
def test_the_deliveries_of_a_period_make_its_value(aggregation, expected):
    assert values(HELD, Rule(SESSIONS, aggregation)) == expected


def test_a_cumulative_indicator_counts_since_the_start():
    assert values(HELD, Rule(SESSIONS, Aggregation.SUM, is_cumulative=True)) == [12, 25, 25, 25]


def test_one_person_met_twice_is_one_person():
    met = [held(key, day(4, 5), 1, person=who) for key, who in (("a", "k1"), ("b", "k1"), ("c", "k2"))]

    assert values(met, Rule(SESSIONS, Aggregation.DISTINCT)) == [None, 2, None, None]


def test_people_without_a_key_leave_the_count_incomplete_and_not_zero():
    met = [held("a", day(4, 5), 1, person="k1"), held("b", day(4, 6), 9)]
    known = observe(met, rule=Rule(SESSIONS, Aggregation.DISTINCT), periods=QUARTERS, on=END)[1]
    unknown = observe(met[1:], rule=Rule(SESSIONS, Aggregation.DISTINCT), periods=QUARTERS, on=END)[1]

    assert (known.value, known.uncounted, known.is_incomplete) == (Decimal(1), 1, True)
    assert (unknown.value, unknown.why) == (None, Unknown.NO_KEY)


def test_what_was_held_and_not_counted_is_not_zero():
    found = observe([held("a", day(3, 10))], rule=Rule(SESSIONS, Aggregation.SUM), periods=QUARTERS, on=END)

    assert [(one.value, one.why) for one in found[:2]] == [
        (None, Unknown.NOT_COUNTED),
        (None, Unknown.NO_DELIVERY),
    ]


def test_a_rule_counts_one_part_of_those_who_came():
    met = [held("a", day(3, 10), 12, parts={"female": 7, "16-25": 5}), held("b", day(3, 11), 4)]
    found = observe(met, rule=Rule(SESSIONS, Aggregation.SUM, part="female"), periods=QUARTERS, on=END)[0]

    assert (found.value, found.uncounted) == (Decimal(7), 1)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"measures": frozenset({"23"})}, 1),
        ({"measures": frozenset({"33"})}, None),
        ({"sheets": frozenset({"23-1"})}, 1),
        ({"sheets": frozenset({"23-2"})}, None),
        ({"places": frozenset({"salle"})}, 1),
        ({"places": frozenset({"parc"})}, None),
    ],
)
def test_a_filter_keeps_what_it_names(filters, expected):
    one = held("a", day(3, 10), sheet="23-1", place="salle")

    assert values([one], Rule(SESSIONS, Aggregation.COUNT, **filters))[0] == expected


def test_what_is_to_come_is_not_counted():
    assert values(HELD, Rule(SESSIONS, Aggregation.SUM), on=day(5, 15)) == [12, 8]


def test_one_key_said_in_two_ways_is_refused():
    with pytest.raises(RepeatedDeliveryError):
        values([held("a", day(3, 1), 1), held("a", day(3, 1), 2)], Rule(SESSIONS, Aggregation.SUM))


deliveries = st.builds(
    held,
    key=st.uuids().map(str),
    on=st.dates(day(1, 1), END),
    count=st.none() | st.integers(0, 500),
    person=st.sampled_from(["", "k1", "k2", "k3"]),
)
rules = st.builds(
    Rule,
    kinds=st.just(SESSIONS),
    aggregation=st.sampled_from(Aggregation),
    is_cumulative=st.booleans(),
)


@given(st.lists(deliveries, max_size=15), rules, st.sampled_from(Frequency), st.randoms())
def test_the_order_of_deliveries_and_their_repetition_change_nothing(done, rule, frequency, chance):
    periods = periods_of(YEAR, frequency=frequency)
    turned = [*done, *done]
    chance.shuffle(turned)

    assert observe(turned, rule=rule, periods=periods, on=END) == observe(
        done, rule=rule, periods=periods, on=END
    )


@given(st.lists(deliveries, max_size=15), st.sampled_from([Aggregation.SUM, Aggregation.COUNT]))
def test_the_periods_add_up_to_the_whole(done, aggregation):
    rule = Rule(SESSIONS, aggregation)
    parts = sum(value for value in values(done, rule) if value is not None)

    assert parts == (values(done, rule, periods=(YEAR,))[0] or 0)


@given(st.lists(deliveries, max_size=15), rules)
def test_a_value_stands_on_deliveries_and_its_lack_on_a_reason(done, rule):
    for one in observe(done, rule=rule, periods=QUARTERS, on=END):
        assert (one.value is None) == (one.why is not None)
        assert one.value is None or one.keys


dates = st.dates(datetime.date(2019, 1, 1), datetime.date(2027, 12, 31))


@given(dates, dates, st.sampled_from(Frequency))
def test_periods_follow_each_other_without_gap_and_are_the_whole(one, other, frequency):
    whole = Period(min(one, other), max(one, other))
    found = periods_of(whole, frequency=frequency)

    assert (found[0].start, found[-1].end) == (whole.start, whole.end)
    for before, after in pairwise(found):
        assert after.start == before.end + datetime.timedelta(days=1)


def test_quarters_are_cut_where_the_whole_ends():
    assert [(one.start, one.end) for one in QUARTERS] == [
        (day(2, 1), day(3, 31)),
        (day(4, 1), day(6, 30)),
        (day(7, 1), day(9, 30)),
        (day(10, 1), day(12, 31)),
    ]


def test_a_period_does_not_end_before_it_starts():
    with pytest.raises(ReversedPeriodError):
        Period(day(3, 2), day(3, 1))


def fresh(on: datetime.date, *known: datetime.date, adds_up: bool = False):
    return freshness(
        YEAR,
        frequency=Frequency.QUARTER,
        delay_days=30,
        known=frozenset(known),
        on=on,
        is_cumulative=adds_up,
    )


def test_an_indicator_is_in_time_on_the_day_it_is_due_and_late_the_day_after():
    assert fresh(day(4, 30)).is_up_to_date
    late = fresh(day(5, 1))
    assert (late.is_up_to_date, late.awaited, late.days_late) == (False, QUARTERS[0], 1)


def test_what_adds_up_since_the_start_awaits_only_what_follows_its_last_value():
    second = QUARTERS[1].end

    in_time, late = fresh(day(10, 30), second, adds_up=True), fresh(day(10, 31), second, adds_up=True)

    assert (in_time.is_up_to_date, in_time.next_due_on) == (True, day(10, 30))
    assert (late.awaited, late.days_late) == (QUARTERS[2], 1)
    assert fresh(day(10, 30), second).awaited == QUARTERS[0]


def test_an_observed_period_is_awaited_no_more():
    found = fresh(day(5, 1), day(3, 31))

    assert (found.is_up_to_date, found.next_due_on) == (True, day(7, 30))


@given(
    st.dates(day(1, 1), datetime.date(2024, 12, 31)), st.sets(st.sampled_from([one.end for one in QUARTERS]))
)
def test_who_knows_every_period_is_up_to_date(on, known):
    assert fresh(on, *(one.end for one in QUARTERS)).is_up_to_date
    found = fresh(on, *known)
    assert found.is_up_to_date == (found.awaited is None)
    assert (found.days_late > 0) == (not found.is_up_to_date)
