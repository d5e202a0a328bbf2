"""Money as the engine sees it: funding lines and costs, each at its place in the programme."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from declic.engines.funding.stages import SECURED, SOUGHT, Stage


ZERO = Decimal(0)


class ConflictingLineError(ValueError):
    """Two lines bear one key and say different things: neither can be counted for the other."""


class NegativeAmountError(ValueError):
    """An amount is below zero, or more was granted than the line may hold."""


class Tax(StrEnum):
    """What an amount says of value added tax (HT, TTC); the two are never added to each other."""

    EXCLUDED = "excluded"
    INCLUDED = "included"


@dataclass(frozen=True, slots=True)
class Place:
    """
    Where money stands in the programme.

    `measures` go from the outermost to the one it was put on; `also_axes` are other axes that the measure serves:
    they are told, and never counted.
    """

    axis: int | None = None
    measures: tuple[str, ...] = ()
    also_axes: tuple[int, ...] = ()

    @property
    def measure(self) -> str | None:
        """The measure on which the money was put."""
        return self.measures[-1] if self.measures else None


@dataclass(frozen=True, slots=True)
class Line:
    """
    Money that somebody was, is or will be asked for: `euros` are what is asked.

    `granted` is what was said yes to, where it differs from what was asked. Raises NegativeAmountError.
    """

    key: str
    euros: Decimal
    stage: Stage
    tax: Tax
    funder: str
    credit: str
    nature: str
    year: int
    place: Place = Place()
    granted: Decimal | None = None

    def __post_init__(self) -> None:
        """Refuse what is below zero."""
        if self.euros < ZERO or (self.granted is not None and self.granted < ZERO):
            raise NegativeAmountError(self.key)

    @property
    def secured(self) -> Decimal:
        """What somebody has answered for."""
        if self.stage not in SECURED:
            return ZERO
        return self.euros if self.granted is None else self.granted

    @property
    def sought(self) -> Decimal:
        """What nobody has answered yet."""
        return self.euros if self.stage in SOUGHT else ZERO

    @property
    def lost(self) -> Decimal:
        """What was asked and refused, wholly or in part."""
        if self.stage is Stage.REFUSED:
            return self.euros
        return max(ZERO, self.euros - self.secured) if self.stage in SECURED else ZERO


@dataclass(frozen=True, slots=True)
class Cost:
    """What something is planned to cost: it belongs to no funder."""

    key: str
    euros: Decimal
    tax: Tax
    nature: str
    year: int
    place: Place = Place()

    def __post_init__(self) -> None:
        """Refuse what is below zero."""
        if self.euros < ZERO:
            raise NegativeAmountError(self.key)


T = TypeVar("T", Line, Cost)


def each_once(rows: Iterable[T]) -> tuple[T, ...]:
    """Give every row once, in order, however often it comes. Raises ConflictingLineError for one key said in two ways."""
    known: dict[str, T] = {}
    for row in rows:
        if known.setdefault(row.key, row) != row:
            raise ConflictingLineError(row.key)
    return tuple(known.values())
