"""Stacked bars: a whole and its parts side by side, one bar a row; each part has its pattern, its words, its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from declic.web.design.charts.scales import percent
from declic.web.design.components import Cell, Table


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a bar: `kind` (1, 2 or 3) gives its pattern; `amount` its length, `words` what it is worth."""

    kind: int
    amount: float
    words: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A part as SVG wants it."""

    kind: int
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Stack:
    """One bar with its pieces."""

    label: str
    value: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class StackChart:
    """The bars, their legend, their words and their table."""

    template: ClassVar[str] = "design/charts/stacks.html"
    key: str
    title: str
    description: str
    legend: tuple[tuple[int, str], ...]
    stacks: tuple[Stack, ...]
    table: Table


def stack_chart(
    rows: Sequence[tuple[str, str, Sequence[Slice]]],
    *,
    key: str,
    title: str,
    description: str,
    heads: tuple[str, ...],
) -> StackChart:
    """
    Draw rows of (label, words of the whole, parts); the longest fills the width.

    `heads` name the columns of the table: the row, then its parts in order.
    """
    longest = max([sum(part.amount for part in parts) for _label, _value, parts in rows], default=0.0) or 1.0
    return StackChart(
        key=key,
        title=title,
        description=description,
        legend=tuple(enumerate(heads[1:], start=1)),
        stacks=tuple(Stack(label, value, _pieces(parts, longest=longest)) for label, value, parts in rows),
        table=Table(
            title,
            heads,
            tuple(
                (Cell(label), *(Cell(part.words, is_number=True) for part in parts))
                for label, _value, parts in rows
            ),
        ),
    )


def _pieces(parts: Sequence[Slice], *, longest: float) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    before = 0.0
    for part in parts:
        if part.amount > 0:
            pieces.append(Piece(part.kind, percent(before / longest), percent(part.amount / longest)))
        before += part.amount
    return tuple(pieces)
