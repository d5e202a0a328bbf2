"""Figures of the diagnosis and money, each with its sentence."""

from dataclasses import dataclass
from decimal import Decimal

from declic.records.council.passages import Origin, Passage
from declic.records.pact.values.states import FigureKind


@dataclass(frozen=True, slots=True)
class FigureLine:
    """
    A quantity of the text with the sentence that says it.

    `value` stands alone, or `low` and `high` are the ends of a range; `share` is the value between 0 and 1
    where the unit is per cent, else None.
    """

    figure_id: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    qualifier: str | None
    subject: str
    place: str | None
    date: str | None
    kind: FigureKind
    share: float | None
    axis_number: int | None
    measure_number: str | None
    sentence: Passage
    origin: Origin
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """The figures of one axis, or of the whole programme where `axis_number` is None, by what they measure."""

    axis_number: int | None
    title: str
    shares: tuple[FigureLine, ...]
    counts: tuple[FigureLine, ...]
    others: tuple[FigureLine, ...]


@dataclass(frozen=True, slots=True)
class AmountLine:
    """Money of the text, in euros, with the sentence that says it."""

    amount_id: int
    euros: Decimal
    qualifier: str | None
    funder: str | None
    beneficiary: str | None
    purpose: str | None
    period: str | None
    axis_number: int | None
    measure_number: str | None
    sentence: Passage
    origin: Origin
    passages: tuple[Passage, ...]
