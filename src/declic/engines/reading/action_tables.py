"""Tables of actions: a row on a line, cells between bars or apart, and the names that the first row gives to columns."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from declic.engines.reading.heading_labels import Label
from declic.engines.reading.text import Layout, Line
from declic.units.folding import fold
from declic.units.spans import Span


BAR = "|"
CELL = re.compile(r"[^|]+")
APART = re.compile(r"\S+(?:[ \u00a0]\S+)*")
RULE = re.compile(r"[|:\s-]+")
LEAST_CELLS = 2
NAMES_AN_ACTION = re.compile(
    r"(?:(?:intitule|libelle|nom|titre) (?:de |des )?(?:l'|la )?)?(?:actions?|mesures?|engagements?)\b(?! n)"
)
SAYS_THE_ACTION = (
    re.compile(
        r"(?:intitule|libelle|nom|titre) (?:de |des )?(?:l'|la )?(?:actions?|mesures?|engagements?)\b"
    ),
    re.compile(r"(?:actions?|mesures?|engagements?)$"),
    re.compile(r"(?:intitule|libelle|titre)\b"),
    re.compile(r"(?:actions?|mesures?|engagements?)\b(?! n)"),
    re.compile(r"(?:description|descriptif|contenu)\b"),
)
"""How the column that holds the words of the actions is named, the surest first."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: where its cells stand, and the names of their columns (empty where no first row names them)."""

    cells: tuple[Span, ...]
    names: tuple[str, ...]


def read_rows(layout: Layout) -> Mapping[int, Row]:
    """
    Give the rows of every table of a text by the number of their line; those that name the columns have no names.

    What a page puts between two rows does not end a table: a row with figures and as many cells goes on with it.
    """
    rows: dict[int, Row] = {}
    names: tuple[str, ...] = ()
    was_row = False
    for line in layout.lines:
        cells = tuple(_cells(line))
        is_named = BAR in line.text or was_row or _names_columns(layout, cells)
        if len(cells) < LEAST_CELLS or not is_named:
            was_row = was_row and RULE.fullmatch(line.text) is not None
            continue
        goes_on = was_row or (len(cells) == len(names) and any(letter.isdigit() for letter in line.text))
        if not goes_on:
            names = tuple(cell.of(layout.text) for cell in cells)
        rows[line.number] = Row(cells, names if goes_on and len(names) == len(cells) else ())
        was_row = True
    return rows


def _cells(line: Line) -> Iterator[Span]:
    """Give the cells between bars; of a line without bars, what stands apart by two blanks, in three cells at least."""
    if RULE.fullmatch(line.text):
        return
    found = list((CELL if BAR in line.text else APART).finditer(line.text))
    if BAR not in line.text and len(found) <= LEAST_CELLS:
        return
    for cell in found:
        words = cell.group()
        if words.strip():
            start = line.span.start + cell.start() + len(words) - len(words.lstrip())
            yield Span(start, start + len(words.strip()))


def _names_columns(layout: Layout, cells: Sequence[Span]) -> bool:
    """Say whether cells that no bar parts are the names of columns: they count nothing, as « Mesure 1 :  Ouvrir  un… » does."""
    names = [fold(cell.of(layout.text)) for cell in cells]
    is_plain = not any(letter.isdigit() for name in names for letter in name)
    return is_plain and any(NAMES_AN_ACTION.match(name) for name in names)


def with_own_cells(layout: Layout, labels: Sequence[Label]) -> tuple[Label, ...]:
    """
    Cut the titles of the headings that stand in a row of a table to the cell that says the action.

    It is the cell of the column so named, else the first that holds the words after the number.
    """
    rows = read_rows(layout)
    return tuple(
        _with_own_cell(layout, label, rows[label.line]) if label.line in rows else label for label in labels
    )


def _with_own_cell(layout: Layout, label: Label, row: Row) -> Label:
    named = (
        cell
        for pattern in SAYS_THE_ACTION
        for cell, name in zip(row.cells, row.names, strict=False)
        if pattern.match(fold(name)) and cell.end > label.title.start
    )
    after = (cell for cell in row.cells if cell.end > label.title.start)
    own = next(named, None) or next(after, None)
    if own is None or not any(letter.isalpha() for letter in own.of(layout.text)):
        return label
    return replace(label, title=Span(max(own.start, label.title.start), own.end))
