"""What the pages of every audience begin with, and the pages that belong to the site itself."""

from dataclasses import dataclass

from declic.web.design.choosing import BothTexts
from declic.web.design.components import Breadcrumb, Component, Link, Tabs


@dataclass(frozen=True, slots=True)
class Head:
    """The page's own title (its `h1` and the browser's), and where it stands."""

    title: str
    trail: Breadcrumb | None = None


def head(title: str, *above: Link, current: str = "") -> Head:
    """Name a page that stands below others; `current` is a shorter name of it for the breadcrumb."""
    return Head(title, Breadcrumb(above, current or title) if above else None)


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """What went wrong, in words, and what can be done about it."""

    head: Head
    text: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class FaultPage:
    """A fault of ours; `number` is how it can be found in the log, empty where it has none."""

    number: str


@dataclass(frozen=True, slots=True)
class NotKeptPage:
    """What was sent could not be kept; `number` is how it can be found in the log, empty where it has none."""

    title: str
    text: str
    number: str


@dataclass(frozen=True, slots=True)
class BothTextsPage:
    """Two texts of one thing, and the choice between them; `again` is what the form sends again."""

    head: Head
    both: BothTexts
    again: tuple[tuple[str, str], ...]
    keep_url: str


@dataclass(frozen=True, slots=True)
class TextPage:
    """A page whose words are in its template."""

    head: Head


@dataclass(frozen=True, slots=True)
class Example:
    """A component as it looks: its name in the code, what it is for, and pieces made of invented values."""

    name: str
    purpose: str
    parts: tuple[Component, ...]


def example(*parts: Component) -> Example:
    """Show pieces of one kind under the name and the first sentence that the code gives them."""
    kind = type(parts[0])
    return Example(kind.__name__, (kind.__doc__ or "").strip().splitlines()[0], parts)


@dataclass(frozen=True, slots=True)
class ComponentsPage:
    """Every component of one kind with its example, and the way to the other kinds."""

    head: Head
    kinds: Tabs
    examples: tuple[Example, ...]
