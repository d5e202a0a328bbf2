"""What money answers."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from declic.engines.funding.line_up import Employer
from declic.engines.funding.lines import Tax
from declic.engines.funding.stages import Stage
from declic.engines.funding.totals import Crossing, Group, Sums
from declic.engines.measuring.promises import Fulfilment
from declic.records.money.choices import PostState
from declic.records.money.promises import PostPromise
from declic.records.pact.values import PactHeader


@dataclass(frozen=True, slots=True)
class Named:
    """Something that can be chosen: its key, its words."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class LineRow:
    """A funding line as everybody who works on the pact sees it; `on` is the day it came to its stage."""

    line_id: int
    edition: int
    purpose: str
    funder_id: int
    funder: str
    funder_siret: str
    beneficiary_id: int | None
    beneficiary: str
    beneficiary_siret: str
    beneficiary_rna: str
    instrument: str
    credit: str
    nature: str
    fiscal_year: int
    euros: Decimal
    granted_euros: Decimal | None
    tax: Tax
    stage: Stage
    days: tuple[tuple[Stage, datetime.date], ...]
    agreement_reference: str
    report_due_on: datetime.date | None
    axis_number: int | None
    measure_number: str | None
    sheet_id: int | None
    sheet_code: str | None

    @property
    def on(self) -> datetime.date | None:
        """The day it came to where it stands."""
        return self.day_of(self.stage)

    def day_of(self, stage: Stage) -> datetime.date | None:
        """Give the day it came to a stage, where it did."""
        return dict(self.days).get(stage)


@dataclass(frozen=True, slots=True)
class MoneyPage:
    """All the money of a programme: its lines, their sums, apart by funder, axis, measure, year and kind of credit."""

    header: PactHeader
    lines: tuple[LineRow, ...]
    whole: Sums
    by_funder: tuple[Group, ...]
    by_axis: tuple[Group, ...]
    by_measure: tuple[Group, ...]
    by_year: tuple[Group, ...]
    by_credit: tuple[Group, ...]
    cells: tuple[Crossing, ...]
    axes: tuple[tuple[int, str], ...]
    may_add: bool


@dataclass(frozen=True, slots=True)
class CostRow:
    """What a sheet is planned to cost in a year."""

    fiscal_year: int
    nature: str
    tax: Tax
    euros: Decimal


@dataclass(frozen=True, slots=True)
class SheetMoney:
    """The money of one sheet: its lines, what it costs, the sums."""

    sheet_id: int
    code: str
    title: str
    header: PactHeader
    lines: tuple[LineRow, ...]
    costs: tuple[CostRow, ...]
    whole: Sums
    may_edit: bool


@dataclass(frozen=True, slots=True)
class Trace:
    """A change of a field: what it was, what it became, who made it and why."""

    field: str
    old: object
    new: object
    at: datetime.datetime
    who: str
    why: str


@dataclass(frozen=True, slots=True)
class LinePage:
    """One funding line with its history, and where it may go."""

    header: PactHeader
    line: LineRow
    history: tuple[Trace, ...]
    may_edit: bool


@dataclass(frozen=True, slots=True)
class PostRow:
    """A mediator post: filled or not since a day; never by whom."""

    post_id: int
    edition: int
    measure_number: str
    axis_number: int | None
    sheet_id: int | None
    sheet_code: str | None
    employer_id: int
    employer: str
    mission: str
    agreement_reference: str
    starts_on: datetime.date | None
    ends_on: datetime.date | None
    state: PostState
    state_on: datetime.date | None
    open_data_id: str
    may_edit: bool


@dataclass(frozen=True, slots=True)
class PromisedPosts:
    """What a measure promises in posts beside what is filled, and the employers of the open data that look like its own."""

    promise: PostPromise
    axis_number: int | None
    posts: tuple[PostRow, ...]
    filled: Fulfilment
    employers: tuple[Employer, ...]
    may_steer: bool


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """A row of a file that was not taken: its place, and why."""

    row: int
    column: str
    reason: str


@dataclass(frozen=True, slots=True)
class DoubtfulLine:
    """A year whose amounts cannot be believed, beside the last one that can (euros as text)."""

    year: int
    euros: str
    usual_year: int
    usual: str
    count: int


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did."""

    file_name: str
    imported_at: datetime.datetime
    added: int
    changed: int
    known: int
    elsewhere: int
    refused: tuple[RefusedLine, ...]
    doubtful: tuple[DoubtfulLine, ...]


@dataclass(frozen=True, slots=True)
class PostsPage:
    """The posts of a programme: promised, filled, and what the open data say."""

    header: PactHeader
    promised: tuple[PromisedPosts, ...]
    others: tuple[PostRow, ...]
    employers: tuple[Employer, ...]
    imports: tuple[ImportReport, ...]
    may_import: bool


@dataclass(frozen=True, slots=True)
class MoneyChoices:
    """What a form about money lets one choose among: institutions, measures and sheets where one may put some."""

    header: PactHeader
    institutions: tuple[Named, ...]
    measures: tuple[Named, ...]
    sheets: tuple[Named, ...]
