"""Where a text stands on the pages of its file."""

from dataclasses import dataclass

from declic.units.spans import Span


Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the top left corner of a page."""
Turn = tuple[float, float, float, float, float, float]
"""How a place (x, y) of the text stands on the page as it is shown: (a·x + c·y + e, b·x + d·y + f)."""


@dataclass(frozen=True, slots=True)
class LineBox:
    """
    A line of the text on its page: its characters, and its box in points from the top left corner.

    `words` are the left and the right of each of its words, none where they are not told apart; `tails` are the boxes
    of the end of its last word, where that was cut and goes on below.
    """

    span: Span
    left: float
    top: float
    right: float
    bottom: float
    words: tuple[tuple[float, float], ...] = ()
    tails: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """
    One page of a file: the characters of the text that it holds, its size in points, and the box of each line.

    `furniture` are the lines of the page that are left out of the text: running titles and page numbers; `turn` is how
    the page is shown, where it is turned or trimmed.
    """

    number: int
    span: Span
    width: float
    height: float
    lines: tuple[LineBox, ...] = ()
    furniture: tuple[str, ...] = ()
    turn: Turn | None = None


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """The text of a file, in the words `encoding` says how it was written; `pages` where the file has pages."""

    text: str
    encoding: str
    pages: tuple[Page, ...] = ()
