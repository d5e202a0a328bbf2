"""
What the rules of alerts look at: facts of measures, sheets, money, committees, as plain values.

`mark` (« sheet 12 », « measure 53 ») names what a fact is about and `title` says it in words; `owner` is who answers
for it, empty where nobody does. A day that is unknown is None, and raises no alert by itself.
"""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MeasureFacts:
    """A measure: whether it has an action sheet, and whether its carry-over was decided."""

    mark: str
    title: str
    has_sheet: bool
    has_carry_over: bool = False
    owner: str = ""


@dataclass(frozen=True, slots=True)
class AxisFacts:
    """An axis: who pilots it, empty for nobody."""

    mark: str
    title: str
    pilot: str


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """
    An action sheet: `is_open` until it is done or dropped, `is_running` between its start and that.

    `delivers` is False for a sheet from which no delivery is expected.
    """

    mark: str
    title: str
    is_open: bool
    is_running: bool
    updated_on: datetime.date | None
    started_on: datetime.date | None = None
    delivered_on: datetime.date | None = None
    delivers: bool = True
    owner: str = ""


@dataclass(frozen=True, slots=True)
class MilestoneFacts:
    """A milestone: the day it is due, and whether it is reached."""

    mark: str
    title: str
    due_on: datetime.date | None
    is_reached: bool
    owner: str = ""


@dataclass(frozen=True, slots=True)
class FundingFacts:
    """A line of funding that is sought: whether it is granted, and when what it pays for starts."""

    mark: str
    title: str
    is_granted: bool
    starts_on: datetime.date | None
    owner: str = ""


@dataclass(frozen=True, slots=True)
class PostFacts:
    """A post that is promised or funded: vacant since when, None where somebody holds it."""

    mark: str
    title: str
    vacant_since: datetime.date | None
    owner: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorFacts:
    """An indicator: the day by which its next value is due."""

    mark: str
    title: str
    next_value_due_on: datetime.date | None
    owner: str = ""


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """A decision of a committee: whether it still waits to be carried out, and by when."""

    mark: str
    title: str
    is_open: bool
    due_on: datetime.date | None
    owner: str = ""


@dataclass(frozen=True, slots=True)
class CommitteeFacts:
    """A committee: the meetings held and due by today, since when one is missing, those held once all was over."""

    mark: str
    title: str
    held: int
    due: int
    missing_since: datetime.date | None
    owner: str = ""
    held_after: int = 0


@dataclass(frozen=True, slots=True)
class FindingFacts:
    """Something that the text says against itself, and whether it was explained."""

    mark: str
    title: str
    is_explained: bool
    found_on: datetime.date | None = None
    owner: str = ""


@dataclass(frozen=True, slots=True)
class ProgrammeFacts:
    """A programme with all that its alerts are judged by."""

    mark: str
    title: str
    started_on: datetime.date | None = None
    ends_on: datetime.date | None = None
    owner: str = ""
    measures: tuple[MeasureFacts, ...] = ()
    axes: tuple[AxisFacts, ...] = ()
    sheets: tuple[SheetFacts, ...] = ()
    milestones: tuple[MilestoneFacts, ...] = ()
    funding: tuple[FundingFacts, ...] = ()
    posts: tuple[PostFacts, ...] = ()
    indicators: tuple[IndicatorFacts, ...] = ()
    decisions: tuple[DecisionFacts, ...] = ()
    committees: tuple[CommitteeFacts, ...] = ()
    findings: tuple[FindingFacts, ...] = ()
