"""
The pieces that pages are made of: one frozen value and one template each.

`{% show page.card %}` draws a piece with its own template; nothing else is known to it. Every piece has its example
in `examples.py`, shown on the page of components.
"""

from dataclasses import dataclass
from typing import ClassVar, Literal, Protocol

from django.utils.safestring import SafeString

from declic.records.council.passages import Origin


Tone = Literal["neutral", "info", "good", "watch", "bad"]
"""What a badge or a message says of itself; it always has words and a sign too, never the colour alone."""

HUES = 5


class Component(Protocol):
    """A value that has a template to show it."""

    @property
    def template(self) -> str:
        """Give the name of its template, which receives the value as `part`."""


def hue(axis_number: int | None) -> int:
    """Give the colour, 1 to 5, of an axis; 0 (none) for what belongs to no axis. A sixth axis takes the first again."""
    if axis_number is None or axis_number < 1:
        return 0
    return (axis_number - 1) % HUES + 1


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Breadcrumb:
    """Where the page stands (fr: fil d'Ariane): the pages above it, then itself."""

    template: ClassVar[str] = "design/components/breadcrumb.html"
    links: tuple[Link, ...]
    current: str


@dataclass(frozen=True, slots=True)
class Badge:
    """A state in one or two words."""

    template: ClassVar[str] = "design/components/badge.html"
    label: str
    tone: Tone = "neutral"


@dataclass(frozen=True, slots=True)
class OriginMark:
    """How a value came to be: read in a document, computed from it, or proposed by somebody."""

    template: ClassVar[str] = "design/components/origin.html"
    origin: Origin


@dataclass(frozen=True, slots=True)
class AxisMark:
    """The number of an axis on its own colour."""

    template: ClassVar[str] = "design/components/axis_mark.html"
    number: int | None

    @property
    def hue(self) -> int:
        """The axis's colour."""
        return hue(self.number)


@dataclass(frozen=True, slots=True)
class Citation:
    """The words of a document, and the link that shows them in their place; `note` says where in plain words."""

    template: ClassVar[str] = "design/components/citation.html"
    quote: str
    url: str
    note: str = ""
    is_large: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """The link alone that shows a passage in its place; `of` says what is sourced, for who reads links only."""

    template: ClassVar[str] = "design/components/source.html"
    url: str
    of: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A big number with its unit, what it counts, and the sentence that says it."""

    template: ClassVar[str] = "design/components/figure.html"
    value: str
    unit: str
    subject: str
    qualifier: str = ""
    context: str = ""
    origin: OriginMark | None = None
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """Something that leads to its page: a title, a few words, badges, an axis's colour."""

    template: ClassVar[str] = "design/components/card.html"
    title: str
    url: str
    text: str = ""
    kicker: str = ""
    badges: tuple[Badge, ...] = ()
    axis: AxisMark | None = None


@dataclass(frozen=True, slots=True)
class Tile:
    """A measure among others, as small as it can be: its number, its words, its state, how it fares, a note."""

    template: ClassVar[str] = "design/components/tile.html"
    number: str
    title: str
    url: str
    axis_number: int | None = None
    badge: Badge | None = None
    more: Badge | None = None
    health: Badge | None = None
    note: str = ""

    @property
    def hue(self) -> int:
        """The colour of its axis."""
        return hue(self.axis_number)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    text: str
    url: str = ""
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A data table; the first cell of each row names the row."""

    template: ClassVar[str] = "design/components/table.html"
    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def columns(self) -> tuple[tuple[str, bool], ...]:
        """Give each head, and whether numbers stand below it."""
        numbers = {place for row in self.rows for place, cell in enumerate(row) if place and cell.is_number}
        return tuple((head, place in numbers) for place, head in enumerate(self.heads))


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: a link to the page that it names."""

    label: str
    url: str
    is_current: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Tabs:
    """Pages of one thing, side by side (fr: onglets); `label` names them to the ear, `is_minor` below other tabs."""

    template: ClassVar[str] = "design/components/tabs.html"
    label: str
    tabs: tuple[Tab, ...]
    is_minor: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """Something to tell the reader apart from the text."""

    template: ClassVar[str] = "design/components/message.html"
    text: str
    title: str = ""
    tone: Tone = "info"


@dataclass(frozen=True, slots=True)
class Field:
    """
    A field of a form, as `fields.py` makes it: its label, its control already drawn, its help and its errors.

    `is_group` where the control is several boxes under one label.
    """

    template: ClassVar[str] = "design/components/field.html"
    id: str
    label: str
    control: SafeString
    help: str = ""
    errors: tuple[str, ...] = ()
    is_required: bool = True
    is_checkbox: bool = False
    is_group: bool = False


@dataclass(frozen=True, slots=True)
class Pagination:
    """Where one is in a long list; an empty address where there is no such page."""

    template: ClassVar[str] = "design/components/pagination.html"
    current: int
    total: int
    previous_url: str = ""
    next_url: str = ""


@dataclass(frozen=True, slots=True)
class Empty:
    """What to say where there is nothing yet, and what can be done about it."""

    template: ClassVar[str] = "design/components/empty.html"
    title: str
    text: str
    action: Link | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a way."""

    title: str
    text: str = ""
    is_done: bool = False
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of a way, in order."""

    template: ClassVar[str] = "design/components/steps.html"
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A word and what it stands for here, its origin and passage; `is_unsaid` where the text is our « unknown »."""

    term: str
    text: str
    origin: OriginMark | None = None
    source: Source | None = None
    is_unsaid: bool = False


@dataclass(frozen=True, slots=True)
class Definitions:
    """A list of facts: what, then its value."""

    template: ClassVar[str] = "design/components/definitions.html"
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a public office, as a document names them."""

    template: ClassVar[str] = "design/components/person.html"
    name: str
    function: str = ""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The page before and the page after this one, in the document's order."""

    template: ClassVar[str] = "design/components/neighbours.html"
    label: str
    previous: Link | None = None
    next: Link | None = None
