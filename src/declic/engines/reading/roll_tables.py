"""A roll written as a table: a line for each member, and a word that says whether they are there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from declic.engines.reading.drafts import Status
from declic.engines.reading.people import Habits, Person, read_civility, read_person
from declic.engines.reading.ranges import read_ranges
from declic.engines.reading.roll_labels import BlockKind
from declic.engines.reading.roll_seats import Seat
from declic.engines.reading.roll_votes import GivenVote
from declic.engines.reading.text import rejoin
from declic.units.folding import fold
from declic.units.spans import Span


@dataclass(frozen=True, slots=True)
class TableRoll:
    """The seats and the votes given of a roll in a table, and where the table ends."""

    seats: tuple[Seat, ...] = ()
    votes: tuple[GivenVote, ...] = ()
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    folded: str
    start: int


CELL = re.compile(r"[^|;\t]+?(?=\s{2,}|\s[–:-]\s|\s?[|;\t]|$)")
STATES = re.compile(
    r"\s*(?P<state>presente?|absente?|excusee?|representee?|(?:absente?\s+)?(?:non\s+)?excusee?)(?!\w)(?P<rest>.*)"
)
STATUS = {"p": Status.PRESENT, "a": Status.ABSENT, "e": Status.EXCUSED, "r": Status.REPRESENTED}
KINDS = {
    Status.PRESENT: BlockKind.PRESENT,
    Status.ABSENT: BlockKind.ABSENT,
    Status.EXCUSED: BlockKind.EXCUSED,
    Status.REPRESENTED: BlockKind.REPRESENTED,
}
OPENING = re.compile(r"(?:pouvoirs?|procurations?)?\s*(?:a|au|par|:|donnee?\s+a)?\s*(?=[a-z])")
FEWEST_LINES = 3
FARTHEST = 20_000
HABITS = Habits()


def read_table(view: str, *, order: Sequence[int]) -> TableRoll:
    """
    Read a table of presence in the head of a text whose mark-up is blank.

    Fewer than three lines with a full name and its state are no table.
    """
    seats: list[Seat] = []
    votes: list[GivenVote] = []
    start = end = at = 0
    for line in view[:FARTHEST].split("\n"):
        seat = _read_line(line, at, order=order)
        if seat:
            start, end = (start or at), at + len(line)
            seats.append(seat[0])
            votes.extend(seat[1])
        at += len(line) + 1
    if len(seats) < FEWEST_LINES:
        return TableRoll()
    return TableRoll(tuple(seats), tuple(votes), start, end)


def _read_line(line: str, at: int, *, order: Sequence[int]) -> tuple[Seat, list[GivenVote]] | None:
    cells = [
        _Cell(
            found.group().strip(),
            fold(found.group().strip()),
            found.start() + len(found.group()) - len(found.group().lstrip()),
        )
        for found in CELL.finditer(line)
        if found.group().strip()
    ]
    places = [place for place, cell in enumerate(cells) if STATES.fullmatch(cell.folded)]
    if not places or places[0] == 0:
        return None
    named = [(place, person) for place in range(places[0]) if (person := _person(cells[place]))]
    if not named:
        return None
    place, person = named[-1]
    group = next(
        (rejoin(cell.text) for cell in cells[:place] if cell.text[0].isupper() and not _person(cell)), None
    )
    span = Span(at + cells[place].start, at + cells[place].start + person.end)
    status = _status(cells[places[0]].folded)
    words = " ".join(cell.folded for cell in cells[places[0] :])
    ranges = read_ranges(words, order=order) if status is Status.PRESENT else ()
    seat = Seat(
        person.given, person.surname, person.civility, group, status, KINDS[status], ranges, spans=[span]
    )
    return seat, _votes(cells[places[0] :], person, span, at, status)


def _votes(cells: list[_Cell], giver: Person, span: Span, at: int, status: Status) -> list[GivenVote]:
    if status is Status.PRESENT:
        return []
    for cell in cells:
        state = STATES.fullmatch(cell.folded)
        start = state.start("rest") if state else 0
        opening = OPENING.match(cell.folded, start)
        place = opening.end() if opening else start
        holder = read_person(cell.text, cell.folded, place, habits=HABITS) if place < len(cell.text) else None
        if holder and (holder.civility or (holder.given and holder.surname)):
            return [GivenVote(giver, holder, (), span, Span(span.start, at + cell.start + holder.end))]
    return []


def _status(folded: str) -> Status:
    if "non excus" in folded:
        return Status.ABSENT
    return STATUS["e" if "excus" in folded else folded.strip()[0]]


def _person(cell: _Cell) -> Person | None:
    """Give the person that a cell is nothing but."""
    person = read_person(cell.text, cell.folded, 0, habits=HABITS)
    if not person or cell.text[person.end :].strip(" .,"):
        return None
    return person if read_civility(cell.text, cell.folded, 0) or (person.given and person.surname) else None
