"""A roll in columns under their labels (« PRÉSENTS      ABSENTS »): each column holds the people of its label."""

import re
from dataclasses import dataclass

from declic.engines.reading.drafts import Status
from declic.engines.reading.people import read_person
from declic.engines.reading.roll_crosses import HABITS, SPACED_CELL, STATES, lines_of
from declic.engines.reading.roll_seats import Seat
from declic.engines.reading.roll_tables import KINDS, TableRoll
from declic.units.folding import fold
from declic.units.spans import Span


@dataclass(frozen=True, slots=True)
class _Column:
    """The state that a label says and the place in the line where it stands."""

    status: Status
    place: int


WERE = re.compile(r"(?:(?:etaient|membres?|conseillers?|elus?)\s+)*")
FEWEST_COLUMNS = 2
FEWEST_PEOPLE = 3
SHIFT = 6


def read_columns(view: str) -> TableRoll:
    """
    Read the columns of names in the head of a text whose mark-up is blank.

    Every cell below the labels must be a whole name under one of them; the first line that is not ends the columns.
    """
    columns: tuple[_Column, ...] = ()
    seats: list[Seat] = []
    start = end = 0
    for at, line in lines_of(view):
        if columns and (line.strip() or seats):
            row = _row(line, at, columns)
            if not row:
                break
            seats += row
            end = at + len(line)
        elif not columns:
            columns = _columns(line)
            start = at
    if len(seats) < FEWEST_PEOPLE or len({seat.status for seat in seats}) < FEWEST_COLUMNS:
        return TableRoll()
    return TableRoll(tuple(seats), (), start, end)


def _columns(line: str) -> tuple[_Column, ...]:
    """Read a line that is nothing but labels, two at least."""
    found = [(cell.start(), _status(fold(cell.group()).rstrip(" :"))) for cell in SPACED_CELL.finditer(line)]
    columns = tuple(_Column(status, place) for place, status in found if status)
    return columns if len(columns) == len(found) >= FEWEST_COLUMNS else ()


def _status(label: str) -> Status | None:
    were = WERE.match(label)
    words = label[were.end() :] if were else label
    return next((status for pattern, status in STATES if pattern.fullmatch(words)), None)


def _row(line: str, at: int, columns: tuple[_Column, ...]) -> list[Seat]:
    """Give the seats of a line, none where a cell of it is no name under a label."""
    seats: list[Seat] = []
    for cell in SPACED_CELL.finditer(line):
        column = min(columns, key=lambda one: abs(one.place - cell.start()))
        words = cell.group()
        person = read_person(words, fold(words), 0, habits=HABITS)
        is_whole = person is not None and bool(person.surname) and not words[person.end :].strip(" .,")
        is_named = person is not None and bool(person.given or person.civility)
        if not person or not is_whole or not is_named or abs(column.place - cell.start()) > SHIFT:
            return []
        span = Span(at + cell.start(), at + cell.start() + person.end)
        status = column.status
        seats.append(
            Seat(person.given, person.surname, person.civility, None, status, KINDS[status], spans=[span])
        )
    return seats
