"""
Sums of money: secured, sought, lost, missing, for a whole or for its parts, where nothing is counted twice.

Whatever the part, a line is counted in one group only: a measure that serves two axes counts in its own, a sub-measure
in its own measure. Amounts without tax and amounts with tax have each their sums, side by side.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from declic.engines.funding.lines import ZERO, Cost, Line, Tax, each_once


class Dimension(StrEnum):
    """By what money is told apart."""

    FUNDER = "funder"
    AXIS = "axis"
    MEASURE = "measure"
    YEAR = "year"
    CREDIT = "credit"
    NATURE = "nature"


Key = str | int | None
"""What names a group: None gathers what has no axis, or no measure."""

OF_LINES: Mapping[Dimension, Callable[[Line], Key]] = {
    Dimension.FUNDER: lambda line: line.funder,
    Dimension.AXIS: lambda line: line.place.axis,
    Dimension.MEASURE: lambda line: line.place.measure,
    Dimension.YEAR: lambda line: line.year,
    Dimension.CREDIT: lambda line: line.credit,
    Dimension.NATURE: lambda line: line.nature,
}
OF_COSTS: Mapping[Dimension, Callable[[Cost], Key]] = {
    Dimension.AXIS: lambda cost: cost.place.axis,
    Dimension.MEASURE: lambda cost: cost.place.measure,
    Dimension.YEAR: lambda cost: cost.year,
    Dimension.NATURE: lambda cost: cost.nature,
}
"""A cost has no funder and no kind of credit."""


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums in euros of one tax basis; `cost` is None where nobody said what it costs."""

    secured: Decimal = ZERO
    sought: Decimal = ZERO
    lost: Decimal = ZERO
    cost: Decimal | None = None

    @property
    def missing(self) -> Decimal | None:
        """What the cost exceeds what is secured by, never below zero; None where it cannot be calculated."""
        return None if self.cost is None else max(ZERO, self.cost - self.secured)

    @property
    def outstanding(self) -> Decimal:
        """What was asked and is not secured, refusals included: what a funder is missed for."""
        return self.sought + self.lost

    @property
    def surplus(self) -> Decimal:
        """What is secured beyond the cost."""
        return ZERO if self.cost is None else max(ZERO, self.secured - self.cost)


@dataclass(frozen=True, slots=True)
class Sums:
    """The totals of each tax basis: they are never added to each other."""

    excluded: Totals = Totals()
    included: Totals = Totals()

    def of(self, tax: Tax) -> Totals:
        """Give the totals of one basis."""
        return self.excluded if tax is Tax.EXCLUDED else self.included

    @property
    def is_mixed(self) -> bool:
        """Say whether both bases bear money, so that no single sum can be shown."""
        return all(one != Totals() for one in (self.excluded, self.included))


@dataclass(frozen=True, slots=True)
class Group:
    """One part of the whole with its sums."""

    key: Key
    sums: Sums


@dataclass(frozen=True, slots=True)
class Crossing:
    """A cell of a matrix: the group of its row, the group of its column, the sums of the lines in both."""

    row: Key
    column: Key
    sums: Sums


def count(lines: Iterable[Line], *, costs: Iterable[Cost] = ()) -> Sums:
    """Sum lines and costs, each once. Raises ConflictingLineError."""
    own, spent = each_once(lines), each_once(costs)
    return Sums(*(_totals(own, costs=spent, tax=tax) for tax in (Tax.EXCLUDED, Tax.INCLUDED)))


def count_by(lines: Iterable[Line], *, by: Dimension, costs: Iterable[Cost] = ()) -> tuple[Group, ...]:
    """
    Sum by part, the parts in order of their keys, what has none last; the parts add up to the whole.

    By funder or kind of credit nothing is said to be missing: a cost belongs to neither. Raises
    ConflictingLineError.
    """
    own, spent = each_once(lines), each_once(costs)
    of_line, of_cost = OF_LINES[by], OF_COSTS.get(by)
    keys = {of_line(line) for line in own} | ({of_cost(cost) for cost in spent} if of_cost else set())
    return tuple(
        Group(
            key,
            count(
                (line for line in own if of_line(line) == key),
                costs=(cost for cost in spent if of_cost(cost) == key) if of_cost else (),
            ),
        )
        for key in sorted(keys, key=_order)
    )


def cross(lines: Iterable[Line], *, rows: Dimension, columns: Dimension) -> tuple[Crossing, ...]:
    """Give the cells of a matrix that bear money, by row then column. Raises ConflictingLineError."""
    held: dict[tuple[Key, Key], list[Line]] = {}
    for line in each_once(lines):
        held.setdefault((OF_LINES[rows](line), OF_LINES[columns](line)), []).append(line)
    ordered = sorted(held, key=lambda pair: (_order(pair[0]), _order(pair[1])))
    return tuple(Crossing(row, column, count(held[row, column])) for row, column in ordered)


def within_measure(lines: Iterable[Line], *, measure: str) -> tuple[Line, ...]:
    """Give the lines put on a measure or on one below it, each once."""
    return tuple(line for line in each_once(lines) if measure in line.place.measures)


def serving_axis(lines: Iterable[Line], *, axis: int) -> tuple[Line, ...]:
    """Give the lines of other axes whose measure serves this one too: to be told beside its sums, never added."""
    return tuple(
        line for line in each_once(lines) if axis in line.place.also_axes and axis != line.place.axis
    )


def _totals(lines: Iterable[Line], *, costs: Iterable[Cost], tax: Tax) -> Totals:
    own = [line for line in lines if line.tax is tax]
    spent = [cost.euros for cost in costs if cost.tax is tax]
    return Totals(
        secured=sum((line.secured for line in own), ZERO),
        sought=sum((line.sought for line in own), ZERO),
        lost=sum((line.lost for line in own), ZERO),
        cost=sum(spent, ZERO) if spent else None,
    )


def _order(key: Key) -> tuple[bool, bool, float, str]:
    """Order keys of one kind, the numbers as numbers (« 9 » before « 10 »), what has no key last."""
    word = "" if key is None else str(key)
    is_number = word.isdecimal()
    return key is None, not is_number, float(word) if is_number else 0.0, word
