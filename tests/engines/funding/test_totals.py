"""Money is summed once, whatever nests, and two tax bases are never added to each other."""

from collections.abc import Iterable
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from declic.engines.funding.lines import ConflictingLineError, Cost, Line, NegativeAmountError, Place, Tax
from declic.engines.funding.stages import Stage
from declic.engines.funding.totals import (
    Dimension,
    Sums,
    Totals,
    count,
    count_by,
    cross,
    serving_axis,
    within_measure,
)


WORKSHOPS = Place(axis=1, measures=("3", "3a"), also_axes=(2,))


def line(key: str, euros: str, stage: Stage = Stage.GRANTED, **more) -> Line:
    said = {
        "tax": Tax.INCLUDED,
        "funder": "Préfecture de Valmont",
        "credit": "specific",
        "nature": "operating",
    }
    return Line(key, Decimal(euros), stage, **{**said, "year": 2023, "place": WORKSHOPS, **more})


def whole(totals: Iterable[Totals], name: str) -> Decimal:
    return sum((getattr(one, name) for one in totals), Decimal(0))


cents = st.integers(min_value=0, max_value=10**9).map(lambda number: Decimal(number) / 100)
places = st.builds(
    Place,
    axis=st.none() | st.integers(1, 5),
    measures=st.sampled_from([(), ("3",), ("3", "3a"), ("3", "3a", "3a1"), ("10",)]),
    also_axes=st.lists(st.integers(1, 5), max_size=3, unique=True).map(tuple),
)
costs = st.builds(
    Cost,
    key=st.uuids().map(str),
    euros=cents,
    tax=st.sampled_from(Tax),
    nature=st.sampled_from(["operating", "investment"]),
    year=st.integers(2022, 2025),
    place=places,
)
lines = st.builds(
    Line,
    key=st.uuids().map(str),
    euros=cents,
    stage=st.sampled_from(Stage),
    tax=st.sampled_from(Tax),
    funder=st.sampled_from(["État", "Ville", "Région"]),
    credit=st.sampled_from(["specific", "common", "valued"]),
    nature=st.sampled_from(["operating", "investment"]),
    year=st.integers(2022, 2025),
    place=places,
    granted=st.none() | cents,
)


def test_what_is_granted_is_secured_and_what_is_asked_is_sought():
    held = [line("a", "1000.10"), line("b", "500", Stage.REQUESTED), line("c", "70", Stage.REFUSED)]

    sums = count(held, costs=[Cost("z", Decimal(2000), Tax.INCLUDED, "operating", 2023, WORKSHOPS)])

    assert sums.included == Totals(Decimal("1000.10"), Decimal(500), Decimal(70), Decimal(2000))
    assert sums.included.missing == Decimal("999.90")
    assert sums.included.outstanding == Decimal(570)


def test_less_granted_than_asked_is_lost():
    sums = count([line("a", "1000", Stage.SIGNED, granted=Decimal(800))])

    assert (sums.included.secured, sums.included.lost) == (Decimal(800), Decimal(200))


def test_nothing_is_said_to_be_missing_where_nobody_said_the_cost():
    assert count([line("a", "10")]).included.missing is None


def test_more_secured_than_the_cost_leaves_nothing_missing():
    sums = count([line("a", "30")], costs=[Cost("z", Decimal(20), Tax.INCLUDED, "operating", 2023)])

    assert (sums.included.missing, sums.included.surplus) == (Decimal(0), Decimal(10))


def test_amounts_with_and_without_tax_stand_side_by_side():
    sums = count([line("a", "100"), line("b", "30", tax=Tax.EXCLUDED)])

    assert (sums.included.secured, sums.excluded.secured, sums.is_mixed) == (Decimal(100), Decimal(30), True)


def test_a_measure_that_serves_two_axes_is_counted_in_its_own():
    groups = count_by([line("a", "100")], by=Dimension.AXIS)

    assert [(group.key, group.sums.included.secured) for group in groups] == [(1, Decimal(100))]
    assert [one.key for one in serving_axis([line("a", "100")], axis=2)] == ["a"]
    assert serving_axis([line("a", "100")], axis=1) == ()


def test_measures_come_in_the_order_of_their_numbers_and_what_has_none_last():
    held = [
        line(number, "1", place=Place(measures=(number,) if number != "none" else ()))
        for number in ("10", "none", "9", "2bis")
    ]

    assert [group.key for group in count_by(held, by=Dimension.MEASURE)] == ["9", "10", "2bis", None]


def test_a_sub_measure_counts_in_the_one_above_it_too_when_that_one_is_asked_for():
    held = [line("a", "100"), line("b", "10", place=Place(1, ("3",))), line("c", "1", place=Place(1, ("4",)))]

    assert [one.key for one in within_measure(held, measure="3")] == ["a", "b"]


def test_one_key_said_in_two_ways_is_refused():
    with pytest.raises(ConflictingLineError):
        count([line("a", "100"), line("a", "101")])


def test_money_below_zero_is_refused():
    with pytest.raises(NegativeAmountError):
        line("a", "-1")


@given(st.lists(lines, max_size=12, unique_by=lambda one: one.key), st.data())
def test_a_line_is_counted_once_however_often_it_comes(held, data):
    repeated = data.draw(st.lists(st.sampled_from(held), max_size=20)) if held else []

    assert count([*held, *repeated]) == count(held)


@given(
    st.lists(lines, max_size=15, unique_by=lambda one: one.key),
    st.lists(costs, max_size=6, unique_by=lambda one: one.key),
    st.sampled_from(Dimension),
    st.sampled_from(Tax),
)
def test_the_parts_add_up_to_the_whole_however_lines_measures_and_axes_nest(held, spent, by, tax):
    total = count(held, costs=spent).of(tax)
    parts = [group.sums.of(tax) for group in count_by(held, by=by, costs=spent)]

    for name in ("secured", "sought", "lost"):
        assert whole(parts, name) == getattr(total, name)
    if by not in {Dimension.FUNDER, Dimension.CREDIT}:
        assert sum((part.cost for part in parts if part.cost is not None), Decimal(0)) == (total.cost or 0)


@given(st.lists(lines, max_size=15), st.sampled_from(Dimension), st.sampled_from(Dimension))
def test_the_cells_of_a_matrix_add_up_to_the_whole(held, rows, columns):
    total = count(held)
    cells = cross(held, rows=rows, columns=columns)

    for tax in Tax:
        assert whole([cell.sums.of(tax) for cell in cells], "secured") == total.of(tax).secured
        assert whole([cell.sums.of(tax) for cell in cells], "sought") == total.of(tax).sought
    assert len({(cell.row, cell.column) for cell in cells}) == len(cells)


@given(st.lists(lines, max_size=12))
def test_each_euro_asked_is_secured_sought_or_lost_unless_more_was_granted(held):
    for one in held:
        if one.secured <= one.euros:
            assert one.secured + one.sought + one.lost == one.euros
        else:
            assert (one.sought, one.lost) == (0, 0)


@given(st.lists(lines, max_size=12))
def test_what_is_missing_is_never_below_zero(held):
    cost = Cost("z", Decimal(1), Tax.INCLUDED, "operating", 2023)
    missing = count(held, costs=[cost]).included.missing

    assert missing is not None
    assert 0 <= missing <= 1


@given(st.lists(lines, max_size=12), st.randoms())
def test_the_order_of_lines_changes_nothing(held, chance):
    turned = list(held)
    chance.shuffle(turned)

    assert count_by(turned, by=Dimension.FUNDER) == count_by(held, by=Dimension.FUNDER)


def test_nothing_sums_to_nothing():
    assert count([]) == Sums()
