"""Where a text stands on the pages of its file."""

from dataclasses import dataclass

from declic.units.spans import Span


@dataclass(frozen=True, slots=True)
class LineBox:
    """A line of the text on its page: its characters, and its box in points from the top left corner."""

    span: Span
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """
    One page of a file: the characters of the text that it holds, its size in points, and the box of each line.

    `furniture` are the lines of the page that are left out of the text: running titles and page numbers.
    """

    number: int
    span: Span
    width: float
    height: float
    lines: tuple[LineBox, ...] = ()
    furniture: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """The text of a file, in the words `encoding` says how it was written; `pages` where the file has pages."""

    text: str
    encoding: str
    pages: tuple[Page, ...] = ()
