"""What each tab of a sheet holds."""

from dataclasses import dataclass

from declic.web.design.components import Badge, Definitions, Field, Link, Pagination
from declic.web.design.pages import Head
from declic.web.pilots.committees.pages.meetings import DecisionPart
from declic.web.pilots.sheets.pages.top import SheetTop


@dataclass(frozen=True, slots=True)
class Part:
    """Fields of a sheet in words, and where they are edited; empty where the reader may not."""

    title: str
    facts: Definitions
    edit_url: str


@dataclass(frozen=True, slots=True)
class Presentation:
    """What the action is, and what everyone reads of it."""

    head: Head
    top: SheetTop
    part: Part
    public: Part
    children: tuple[Link, ...]
    template_url: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or an institution on the sheet, and where to take it off."""

    name: str
    role: str
    off_url: str


@dataclass(frozen=True, slots=True)
class Actors:
    """Who works on the sheet."""

    head: Head
    top: SheetTop
    institutions: tuple[Actor, ...]
    people: tuple[Actor, ...]
    institution_fields: tuple[Field, ...]
    institution_url: str
    person_fields: tuple[Field, ...]
    person_url: str


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone: `done_url` is where one says that it is done today."""

    title: str
    due: str
    owner: str
    weight: int
    badges: tuple[Badge, ...]
    edit_url: str
    done_url: str
    edition: int


@dataclass(frozen=True, slots=True)
class Calendar:
    """When the action runs, and its milestones."""

    head: Head
    top: SheetTop
    part: Part
    steps: tuple[Step, ...]
    add_url: str


@dataclass(frozen=True, slots=True)
class Means:
    """With what the action is made, and how it will be judged."""

    head: Head
    top: SheetTop
    part: Part


@dataclass(frozen=True, slots=True)
class Decided:
    """What committees decided about the action."""

    head: Head
    top: SheetTop
    decisions: tuple[DecisionPart, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A blocker."""

    cause: str
    lifting_condition: str
    words: str
    badge: Badge
    edit_url: str


@dataclass(frozen=True, slots=True)
class Word:
    """A note or a comment."""

    kicker: str
    text: str
    by: str
    edit_url: str


@dataclass(frozen=True, slots=True)
class Following:
    """How the action goes: blockers, notes, and what colleagues say to each other."""

    head: Head
    top: SheetTop
    blockers: tuple[Block, ...]
    blocker_url: str
    notes: tuple[Word, ...]
    note_fields: tuple[Field, ...]
    note_url: str
    comments: tuple[Word, ...]
    comment_fields: tuple[Field, ...]
    comment_url: str


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one field in words."""

    what: str
    field: str
    old: str
    new: str
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class History:
    """How the sheet came to say what it says."""

    head: Head
    top: SheetTop
    changes: tuple[Change, ...]
    pagination: Pagination | None
