"""From a row of 28 texts to what it says of a sheet; what cannot be read is said with its column."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from declic.records.partners.names import normalised
from declic.records.sheets.choices import PersonRole
from declic.records.sheets.spreadsheet.columns import (
    COLUMNS,
    FUNDERS,
    PARTICIPATIONS,
    PRIORITIES,
    READ_AS,
    STATUSES,
    TEXTS,
    Column,
)
from declic.records.sheets.spreadsheet.exporting import PEOPLE
from declic.records.sheets.spreadsheet.files import Row


DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})|(\d{4})-(\d{1,2})-(\d{1,2})")
NUMBER = re.compile(r"[\w.\-]*\d[\w.\-]*")
NOT_AN_AMOUNT = re.compile(r"[\s€\u202f\u00a0]")


class RefusedCellError(ValueError):
    """A cell cannot be read: which column, and why, in French."""

    def __init__(self, column: Column, reason: str) -> None:
        """Keep both."""
        super().__init__(f"{column.value}: {reason}")
        self.column, self.reason = column, reason


@dataclass(frozen=True, slots=True)
class SaidRow:
    """What a row says; an empty cell says nothing, and changes nothing."""

    title: str
    parent: str
    measure: str
    says: Mapping[str, object]
    carriers: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    people: tuple[tuple[PersonRole, str], ...] = field(default=())


def said_by(row: Row) -> SaidRow:
    """Read a row. Raises RefusedCellError for the first cell that cannot be read."""
    cells = dict(zip(COLUMNS, row, strict=True))
    action, part = cells[Column.TITLE], cells[Column.PART_TITLE]
    if not action:
        raise RefusedCellError(Column.TITLE, "le titre de l'action manque")
    measure = cells[Column.MEASURE] or cells[Column.AXIS]
    if not NUMBER.search(measure):
        raise RefusedCellError(Column.MEASURE, "le numéro de la mesure manque")
    says: dict[str, object] = {name: cells[column] for column, name in TEXTS.items() if cells[column]}
    says |= _closed(cells) | _dates(cells) | _money(cells)
    people = [(role, name) for column, role in PEOPLE.items() for name in _lines(cells[column])]
    return SaidRow(
        title=part or action,
        parent=action if part else "",
        measure=measure,
        says=says,
        carriers=_lines(cells[Column.LEAD]),
        partners=_lines(cells[Column.PARTNERS]),
        people=tuple(people),
    )


def numbers_in(text: str) -> tuple[str, ...]:
    """Give what may be the number of a measure in a cell, in order."""
    return tuple(NUMBER.findall(text))


def _lines(cell: str) -> tuple[str, ...]:
    lines = (" ".join(line.split()) for line in cell.split("\n"))
    return tuple(dict.fromkeys(line for line in lines if line))


def _closed(cells: Mapping[Column, str]) -> dict[str, object]:
    found: dict[str, object] = {}
    for column, name, words in (
        (Column.STATUS, "status", {**_bare(STATUSES), **READ_AS}),
        (Column.PRIORITY, "priority", _bare(PRIORITIES)),
        (Column.PARTICIPATION, "participation", _bare(PARTICIPATIONS)),
    ):
        said = normalised(cells[column])
        if not said:
            continue
        close = [value for word, value in words.items() if word == said or word.startswith(said)]
        if not close:
            raise RefusedCellError(column, f"« {cells[column][:60]} » n'est pas une valeur connue")
        found[name] = str(words.get(said, close[0]))
    return found


def _bare(words: Mapping[Any, str]) -> dict[str, object]:
    return {normalised(said): value for value, said in words.items()}


def _dates(cells: Mapping[Column, str]) -> dict[str, object]:
    found: dict[str, object] = {}
    for column, name in ((Column.START, "start_on"), (Column.END, "end_on")):
        if cells[column]:
            found[name] = _date(column, cells[column])
    start, end = found.get("start_on"), found.get("end_on")
    if isinstance(start, datetime.date) and isinstance(end, datetime.date) and end < start:
        raise RefusedCellError(Column.END, "la fin vient avant le début")
    return found


def _date(column: Column, cell: str) -> datetime.date:
    met, refused = (
        DATE.fullmatch(cell),
        RefusedCellError(column, f"« {cell[:30]} » n'est pas une date JJ/MM/AAAA"),
    )
    if met is None:
        raise refused
    day, month, year = met[1] or met[6], met[2] or met[5], met[3] or met[4]
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError as error:
        raise refused from error


def _money(cells: Mapping[Column, str]) -> dict[str, object]:
    found: dict[str, object] = {}
    if cells[Column.BUDGET]:
        found["announced_budget"] = _amount(Column.BUDGET, cells[Column.BUDGET])
    pairs = []
    for funder, amount in FUNDERS:
        if cells[amount] and not cells[funder]:
            raise RefusedCellError(funder, "un montant sans financeur")
        if cells[funder]:
            euros = f"{_amount(amount, cells[amount]):f}" if cells[amount] else ""
            pairs.append([cells[funder], euros])
    if pairs:
        found["announced_funders"] = pairs
    return found


def _amount(column: Column, cell: str) -> Decimal:
    try:
        euros = Decimal(NOT_AN_AMOUNT.sub("", cell).replace(",", ".")).quantize(Decimal("0.01"))
    except InvalidOperation as error:
        raise RefusedCellError(column, f"« {cell[:30]} » n'est pas un montant") from error
    if euros < 0:
        raise RefusedCellError(column, "le montant est négatif")
    return euros
