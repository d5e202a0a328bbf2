"""A roll written as a table of crosses: a line for each member, a cross under « Présent », « Excusé », « Absent »."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from declic.engines.reading.drafts import Status
from declic.engines.reading.people import Habits, Person, read_person
from declic.engines.reading.roll_seats import Seat
from declic.engines.reading.roll_tables import KINDS, TableRoll
from declic.engines.reading.roll_votes import GivenVote
from declic.units.folding import fold
from declic.units.spans import Span


@dataclass(frozen=True, slots=True)
class _Cell:
    """Words of one cell and where they are in the text; `column` is told by bars, else by the place in the line."""

    text: str
    start: int
    column: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + len(self.text))


@dataclass(frozen=True, slots=True)
class _Heads:
    """What the columns are: states by column, the column of proxies, and where each column stands in its line."""

    states: dict[int, Status]
    proxy: int | None
    places: tuple[tuple[int, int], ...]
    bar: str | None


STATES = (
    (re.compile(r"presente?s?(?:\(e\))?"), Status.PRESENT),
    (re.compile(r"(?:absente?s?[ /-]*)?excusee?s?(?:\(e\))?"), Status.EXCUSED),
    (re.compile(r"absente?s?(?:\(e\))?(?:\s+non\s+excusee?s?)?"), Status.ABSENT),
    (re.compile(r"representee?s?(?:\(e\))?"), Status.REPRESENTED),
)
PROXY = re.compile(
    r"(?:a\s+donne\s+|donne\s+)?(?:pouvoir|procuration|mandat)s?(?:\s+(?:donnee?\s+)?(?:a|de).*)?"
)
CROSSES = frozenset({"x", "xx", "✓", "✔", "☒", "☑", "oui", "●", "•", "■"})
SPACED_CELL = re.compile(r"\S+(?: \S+)*")
FEWEST_STATES = 2
FEWEST_LINES = 3
FARTHEST = 20_000
MOST_STRANGE_LINES = 3
HABITS = Habits()


def read_crosses(view: str) -> TableRoll:
    """
    Read a table of crosses in the head of a text whose mark-up is blank; the first one that is one.

    A line without exactly one cross under a state says nothing; fewer than three lines are no table.
    """
    lines = list(lines_of(view))
    for number, (at, line) in enumerate(lines):
        heads = _heads(line)
        if heads:
            roll = _roll(lines[number + 1 :], heads, start=at)
            if len(roll.seats) >= FEWEST_LINES:
                return roll
    return TableRoll()


def lines_of(view: str) -> Iterator[tuple[int, str]]:
    """Give the lines of the head of a text, each with its place."""
    at = 0
    for line in view[:FARTHEST].split("\n"):
        yield at, line
        at += len(line) + 1


def _roll(lines: list[tuple[int, str]], heads: _Heads, *, start: int) -> TableRoll:
    seats: list[Seat] = []
    votes: list[GivenVote] = []
    end, strange = start, 0
    for at, line in lines:
        found = _member(line, at, heads)
        if found:
            seat, vote = found
            seats.append(seat)
            votes.extend([vote] if vote else [])
            end, strange = at + len(line), 0
        elif line.strip(" |\t-:+="):
            strange += 1
            if strange == MOST_STRANGE_LINES:
                break
    return TableRoll(tuple(seats), tuple(votes), start, end)


def _heads(line: str) -> _Heads | None:
    bar = "|" if "|" in line else None
    cells = list(_cells(line, 0, bar))
    states: dict[int, Status] = {}
    proxy = None
    for cell in cells:
        folded = fold(cell.text)
        state = next((status for pattern, status in STATES if pattern.fullmatch(folded)), None)
        if state:
            states[cell.column] = state
        elif PROXY.fullmatch(folded):
            proxy = cell.column
    if len(states) < FEWEST_STATES or min(states) == 0:
        return None
    return _Heads(states, proxy, tuple((cell.start, cell.span.end) for cell in cells), bar)


def _cells(line: str, at: int, bar: str | None) -> Iterator[_Cell]:
    """Give the cells that hold words, each with its column."""
    if bar is None:
        for column, found in enumerate(SPACED_CELL.finditer(line)):
            yield _Cell(found.group(), at + found.start(), column)
        return
    inner = line.rstrip()
    first = len(inner) - len(inner.lstrip())
    if inner[first : first + 1] == bar:
        first += 1
    column, place = 0, first
    while place <= len(inner):
        words = inner[place:].partition(bar)[0]
        if words.strip():
            yield _Cell(words.strip(), at + place + len(words) - len(words.lstrip()), column)
        column, place = column + 1, place + len(words) + 1


def _member(line: str, at: int, heads: _Heads) -> tuple[Seat, GivenVote | None] | None:
    cells = [
        (heads_column, cell)
        for cell in _cells(line, at, heads.bar)
        if (heads_column := _column(cell, at, heads)) is not None
    ]
    crossed = [heads.states[column] for column, cell in cells if column in heads.states and _is_cross(cell)]
    named = [cell for column, cell in cells if column < min(heads.states)]
    person = _person(named)
    if not person or len(crossed) != 1:
        return None
    status = crossed[0]
    spans = [cell.span for cell in named]
    seat = Seat(person.given, person.surname, person.civility, None, status, KINDS[status], (), spans=spans)
    holders = [cell for column, cell in cells if column == heads.proxy]
    holder = _person(holders[:1]) if status is not Status.PRESENT else None
    if not holder:
        return seat, None
    return seat, GivenVote(person, holder, (), spans[0], Span(spans[0].start, holders[0].span.end))


def _column(cell: _Cell, at: int, heads: _Heads) -> int | None:
    """Give the column of a cell: its number between bars, else that of the head above it."""
    if heads.bar is not None:
        return cell.column if cell.column <= max(heads.states) or cell.column == heads.proxy else None
    start, end = cell.start - at, cell.span.end - at
    middle = (start + end) / 2
    above = [n for n, (left, right) in enumerate(heads.places) if start < right and left < end]
    if above:
        return above[0]
    return min(range(len(heads.places)), key=lambda n: abs(sum(heads.places[n]) / 2 - middle))


def _is_cross(cell: _Cell) -> bool:
    return fold(cell.text).strip(" .()[]") in CROSSES


def _person(cells: list[_Cell]) -> Person | None:
    """Give the person whom the cells name, and nothing else: « NOM | Prénom » as « NOM Prénom »."""
    words = " ".join(cell.text for cell in cells)
    person = read_person(words, fold(words), 0, habits=HABITS) if words else None
    if not person or words[person.end :].strip(" .,"):
        return None
    return person if person.surname and (person.given or person.civility) else None
