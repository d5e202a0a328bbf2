"""What sheets answer, page by page."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from declic.records.pact.values import PactHeader
from declic.records.sheets.choices import SheetFault
from declic.records.sheets.values.lines import (
    BlockerLine,
    CommentLine,
    InstitutionOnSheet,
    MilestoneLine,
    NoteLine,
    PersonOnSheet,
    SheetLine,
)


@dataclass(frozen=True, slots=True)
class SheetPage:
    """A whole sheet: `says` holds each field that somebody writes, by its name."""

    header: PactHeader
    line: SheetLine
    measure_title: str
    says: Mapping[str, object]
    institutions: tuple[InstitutionOnSheet, ...]
    people: tuple[PersonOnSheet, ...]
    milestones: tuple[MilestoneLine, ...]
    blockers: tuple[BlockerLine, ...]
    notes: tuple[NoteLine, ...]
    comments: tuple[CommentLine, ...]
    children: tuple[tuple[str, str], ...]
    may_edit: bool
    may_follow: bool
    may_steer: bool


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """
    A change of one field: `kind` names the table, numbers of people and institutions are told by their names.

    `name` is what the milestone, the line of money or the point is called now; empty for what has no name.
    """

    kind: str
    number: int
    field: str
    old: object
    new: object
    at: datetime.datetime
    by: str
    institution_name: str
    why: str
    source: str
    source_label: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """The changes of a sheet and of all that hangs on it, the latest first."""

    header: PactHeader
    line: SheetLine
    measure_title: str
    changes: tuple[ChangeLine, ...]
    page: int
    page_count: int


@dataclass(frozen=True, slots=True)
class SheetsPage:
    """The sheets of a pact."""

    header: PactHeader
    lines: tuple[SheetLine, ...]
    axes: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class NamedLine:
    """Who answers for an axis or a measure: an institution, and there a person, a function, or nobody yet."""

    id: int
    institution_id: int
    institution_name: str
    person_id: int | None
    person_name: str
    function: str
    edition: int


@dataclass(frozen=True, slots=True)
class LedMeasure:
    """A measure with who answers for it, and how many sheets carry it out."""

    id: int
    number: str
    title: str
    leads: tuple[NamedLine, ...]
    sheet_count: int
    may_lead: bool


@dataclass(frozen=True, slots=True)
class PilotedAxis:
    """An axis with its pilots and its measures; `stated` is what the text says of its pilot."""

    id: int
    number: int
    title: str
    stated: str
    pilots: tuple[NamedLine, ...]
    measures: tuple[LedMeasure, ...]
    may_name: bool
    is_piloted: bool


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody with an account who acts for an institution, to be named."""

    person_id: int
    name: str
    institution_id: int
    institution_name: str


@dataclass(frozen=True, slots=True)
class PilotsPage:
    """Who pilots each axis and who answers for each measure."""

    header: PactHeader
    axes: tuple[PilotedAxis, ...]


@dataclass(frozen=True, slots=True)
class MeasureSheets:
    """The sheets of one measure, and whether the viewer may open another."""

    header: PactHeader
    measure_id: int
    number: str
    title: str
    axis_number: int | None
    lines: tuple[SheetLine, ...]
    leads: tuple[NamedLine, ...]
    may_open: bool


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """A model of sheet."""

    id: int
    name: str
    summary: str
    milestone_count: int


@dataclass(frozen=True, slots=True)
class ExpectedAction:
    """
    Something that is expected of the viewer: `kind` says what, `title` of which milestone or sheet.

    `edition` is that of the milestone, where it is one.
    """

    kind: str
    line: SheetLine
    title: str
    due_on: datetime.date | None = None
    days_late: int = 0
    milestone_id: int | None = None
    edition: int = 0


@dataclass(frozen=True, slots=True)
class PublishedSheet:
    """What everyone reads of a sheet."""

    code: str
    title: str
    summary: str
    status: str
    status_label: str
    measure_number: str
    lead_name: str
    start_on: datetime.date | None
    end_on: datetime.date | None


@dataclass(frozen=True, slots=True)
class SheetBrief:
    """What stands above every tab of a sheet, and what it says of its indicators."""

    header: PactHeader
    line: SheetLine
    measure_title: str
    indicators_note: str


@dataclass(frozen=True, slots=True)
class BulkChange:
    """A field that would change: what it says, what it would say."""

    field: str
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class BulkLine:
    """What the same values would change on a sheet; `faults` say why they cannot be kept, by field."""

    id: int
    code: str
    title: str
    may_edit: bool
    changes: tuple[BulkChange, ...]
    faults: tuple[tuple[str, SheetFault], ...]
