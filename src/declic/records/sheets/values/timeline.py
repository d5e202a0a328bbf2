"""What the timeline of a pact answers."""

import datetime
from dataclasses import dataclass

from declic.records.pact.values import PactHeader
from declic.records.sheets.values.lines import SheetLine


@dataclass(frozen=True, slots=True)
class TimelineStep:
    """A milestone through time: when it is due, and when it was done."""

    title: str
    due_on: datetime.date
    done_on: datetime.date | None
    is_late: bool


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A sheet and its milestones."""

    line: SheetLine
    steps: tuple[TimelineStep, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The sheets of a pact through time."""

    header: PactHeader
    rows: tuple[TimelineRow, ...]
    axes: tuple[tuple[int, str], ...]
