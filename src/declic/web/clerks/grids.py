"""
The grid of a sitting, members × questions, cut so that it can be read at a glance.

By periods, the questions between which nobody moves share one column, and a row is a few stretches; by questions,
each question has its column.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from django.utils.translation import gettext

from declic.records.council.passages import Passage
from declic.records.council.values import Cell, CellState, GridRow, MemberLine, ProxyLine, SittingPage
from declic.web.clerks.sources import first_url


class Detail(StrEnum):
    """How finely the grid is cut."""

    PERIODS = "periodes"
    QUESTIONS = "questions"


class Movement(StrEnum):
    """Which members the grid shows."""

    ALL = "tous"
    MOVED = "mouvements"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader asks of the grid; None is no condition."""

    question: int | None = None
    group: str | None = None
    movement: Movement = Movement.ALL
    detail: Detail = Detail.PERIODS


@dataclass(frozen=True, slots=True)
class Column:
    """Questions taken one after the other, in order of passage; `label` names them all."""

    label: str
    questions: tuple[int, ...]

    @property
    def first(self) -> int:
        """The question that opens the column."""
        return self.questions[0]


@dataclass(frozen=True, slots=True)
class Place:
    """
    Where a vote is: `kind` is present, holding, represented, void or away.

    `sign` is its picture and `mark` its letters, `words` say it, `who` is the member who holds it or those whose
    votes it carries.
    """

    kind: str
    sign: str
    mark: str
    words: str
    who: str = ""

    @property
    def label(self) -> str:
        """Say it whole, with the names."""
        return f"{self.words} {self.who}".strip()

    @property
    def is_linked(self) -> bool:
        """Say whether it stands on words of its own: those of a proxy."""
        return self.kind in {"represented", "void"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A member's place along one or several columns, and the passages it stands on."""

    place: Place
    column_count: int
    passages: tuple[Passage, ...]

    @property
    def url(self) -> str:
        """The first passage, in its document."""
        return first_url(self.passages)


@dataclass(frozen=True, slots=True)
class Line:
    """One member along the columns."""

    member: MemberLine
    stretches: tuple[Stretch, ...]

    @property
    def url(self) -> str:
        """The member's words in the roll."""
        return first_url(self.member.passages)


@dataclass(frozen=True, slots=True)
class Group:
    """The members of one commune or political group; an empty name where the roll says none."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The part of the sitting that was asked for."""

    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    shown_count: int
    member_count: int
    detail: Detail

    @property
    def column_count(self) -> int:
        """Every column, the members' own too."""
        return len(self.columns) + 1


def draw_grid(sitting: SittingPage, *, asked: Asked) -> Grid:
    """Give the members and questions that were asked for, members by group, questions in order of passage."""
    rows = [row for row in sitting.rows if _is_asked(row, asked=asked)]
    columns = _columns(sitting, asked=asked)
    proxies = _proxies_by_giver(sitting.proxies)
    lines = [_line(row, columns=columns, proxies=proxies, detail=asked.detail) for row in rows]
    return Grid(
        columns=columns,
        groups=_groups(lines),
        shown_count=len(rows),
        member_count=len(sitting.rows),
        detail=asked.detail,
    )


def groups_of(rows: Iterable[GridRow]) -> tuple[str, ...]:
    """List the communes or political groups of the roll, in alphabetical order."""
    return tuple(sorted({row.member.group for row in rows if row.member.group}))


def questions_in_words(questions: Sequence[int]) -> str:
    """Name questions in order of passage, runs joined: « 21–44, 46, 45 »."""
    runs: list[list[int]] = []
    for question in questions:
        if runs and question == runs[-1][-1] + 1:
            runs[-1].append(question)
        else:
            runs.append([question])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _is_asked(row: GridRow, *, asked: Asked) -> bool:
    if asked.group is not None and row.member.group != asked.group:
        return False
    return asked.movement is Movement.ALL or _moved(row)


def _moved(row: GridRow) -> bool:
    """Who came, left, gave a vote or held one."""
    return len({_sameness(cell) for cell in row.cells}) > 1 or any(
        cell.votes_of or cell.represented_by or cell.void_holder for cell in row.cells
    )


def _columns(sitting: SittingPage, *, asked: Asked) -> tuple[Column, ...]:
    order = [count.question for count in sitting.questions]
    if asked.question is not None:
        return (Column(str(asked.question), (asked.question,)),)
    if asked.detail is Detail.QUESTIONS:
        return tuple(Column(str(question), (question,)) for question in order)
    periods: list[list[int]] = []
    before: list[tuple[object, ...]] = []
    for position, question in enumerate(order):
        now = [_sameness(row.cells[position]) for row in sitting.rows]
        if not periods or now != before:
            periods.append([])
        periods[-1].append(question)
        before = now
    return tuple(Column(questions_in_words(period), tuple(period)) for period in periods)


def _sameness(cell: Cell) -> tuple[object, ...]:
    return (cell.state, cell.represented_by, cell.votes_of, cell.void_holder, cell.void_reason)


def _proxies_by_giver(proxies: Iterable[ProxyLine]) -> dict[int, list[ProxyLine]]:
    by_giver: dict[int, list[ProxyLine]] = {}
    for proxy in proxies:
        if proxy.giver_id is not None:
            by_giver.setdefault(proxy.giver_id, []).append(proxy)
    return by_giver


def _line(
    row: GridRow, *, columns: tuple[Column, ...], proxies: dict[int, list[ProxyLine]], detail: Detail
) -> Line:
    cells = {cell.question: cell for cell in row.cells}
    given = proxies.get(row.member.member_id, [])
    taken = [cells[column.first] for column in columns]
    runs: list[list[Cell]] = [[cell] for cell in taken]
    if detail is Detail.PERIODS:
        runs = [list(run) for _, run in groupby(taken, key=_sameness)]
    return Line(row.member, tuple(_stretch(run, member=row.member, given=given) for run in runs))


def _stretch(run: list[Cell], *, member: MemberLine, given: list[ProxyLine]) -> Stretch:
    return Stretch(
        place=place_of(run[0]), column_count=len(run), passages=_passages(run[0], member=member, given=given)
    )


def place_of(cell: Cell) -> Place:
    """Say where a vote is."""
    if cell.state is CellState.REPRESENTED:
        return _represented(cell.represented_by or "")
    if cell.state is CellState.AWAY:
        return _void(cell.void_holder) if cell.void_holder else _away()
    return _holding(cell.votes_of) if cell.votes_of else _present()


def legend() -> tuple[Place, ...]:
    """Give every place a vote can be, for who reads the grid the first time."""
    return (_present(), _holding(()), _represented(""), _void(""), _away())


def _present() -> Place:
    return Place("present", "●", "P", gettext("in the room"))


def _holding(givers: Sequence[str]) -> Place:
    words = gettext("in the room, with the vote of")
    return Place("holding", "● +", f"P+{len(givers) or 1}", words, ", ".join(givers))


def _represented(holder: str) -> Place:
    return Place("represented", "→", "R", gettext("away, represented by"), holder)


def _void(holder: str) -> Place:
    return Place("void", "×", "×", gettext("away, proxy without effect to"), holder)


def _away() -> Place:
    return Place("away", "–", "–", gettext("away"))


def _passages(cell: Cell, *, member: MemberLine, given: list[ProxyLine]) -> tuple[Passage, ...]:
    """Give the words of the proxy for a vote in someone else's hands, those of the roll for a presence."""
    for proxy in given:
        if cell.question in proxy.usable_at or cell.question in proxy.void_at:
            return proxy.passages
    return member.passages


def _groups(lines: list[Line]) -> tuple[Group, ...]:
    def name(line: Line) -> str:
        return line.member.group or ""

    ordered = sorted(lines, key=name)
    return tuple(Group(group, tuple(members)) for group, members in groupby(ordered, key=name))
