"""The shapes that every command prints in: facts, tables and clean words."""

import re
import sys
from collections.abc import Iterable, Sequence
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.status import Status
from rich.table import Table
from rich.text import Text


NOT_A_TERMINAL_WIDTH = 110
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What a document must not send to a terminal: escape sequences, and marks that turn the writing around."""


def paper() -> Console:
    """Give the console that tables are printed on: standard output, without colours when it is not a terminal."""
    width = None if sys.stdout.isatty() else NOT_A_TERMINAL_WIDTH
    return Console(file=sys.stdout, width=width, highlight=False, emoji=False, markup=False)


def sheet(page: TextIO) -> Console:
    """Give the console that writes tables to a file: no colours, a fixed width."""
    return Console(
        file=page, width=NOT_A_TERMINAL_WIDTH, highlight=False, emoji=False, markup=False, color_system=None
    )


def waiting(words: str) -> Status:
    """Show on standard error that work is going on; nothing at all when it is not a terminal."""
    return Console(stderr=True).status(words)


def clean(words: object) -> str:
    """Give words of a document without what would act on the terminal; nothing for None."""
    return "" if words is None else CONTROL.sub("�", str(words)).replace("\n", " ").replace("\t", " ")


def facts(rows: Iterable[tuple[str, object]]) -> Table:
    """Lay out what is known as two columns; a fact that is unknown is left out."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in rows:
        if value not in (None, ""):
            table.add_row(Text(name), Text(clean(value)))
    return table


def grid(headings: Sequence[str], rows: Iterable[Sequence[object]], *, right: Iterable[int] = ()) -> Table:
    """Lay out rows under headings; columns numbered in `right` hold numbers."""
    numbers = set(right)
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for index, heading in enumerate(headings):
        table.add_column(heading, justify="right" if index in numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*(cell if isinstance(cell, Text) else Text(clean(cell)) for cell in row))
    return table


def title(words: str) -> Text:
    """Give a heading."""
    return Text(f"\n{clean(words)}", style="bold")
