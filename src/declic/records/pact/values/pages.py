"""What one read returns: everything that a page shows."""

from dataclasses import dataclass

from declic.records.council.passages import Cited, Origin, Passage
from declic.records.pact.values.programmes import BodyLine, CoverageLine, NextThing, PactCounts, PactHeader
from declic.records.pact.values.promises import (
    AxisTile,
    FindingLine,
    MeasureNeighbour,
    MeasurePlace,
    MeasureTile,
    NamedLine,
    OngoingActionLine,
    RoleLine,
    SectionLine,
    WordingLine,
)
from declic.records.pact.values.quantities import AmountLine, FigureGroup, FigureLine
from declic.records.pact.values.signatories import SignatoryLine, SignatorySummary


@dataclass(frozen=True, slots=True)
class PactHome:
    """The public home of a programme."""

    header: PactHeader
    has_ended: bool
    diagnosis: tuple[Cited[str], ...]
    axes: tuple[AxisTile, ...]
    counts: PactCounts
    signatories: SignatorySummary
    bodies: tuple[BodyLine, ...]
    roles: tuple[RoleLine, ...]
    next_things: tuple[NextThing, ...]


@dataclass(frozen=True, slots=True)
class AxisPage:
    """One axis: its names, context, what already runs, what is promised, its figures and money."""

    header: PactHeader
    number: int
    title: str
    article: int | None
    pilot: str | None
    origin: Origin
    passages: tuple[Passage, ...]
    wordings: tuple[WordingLine, ...]
    sections: tuple[SectionLine, ...]
    roles: tuple[RoleLine, ...]
    ongoing_actions: tuple[OngoingActionLine, ...]
    measures: tuple[MeasureTile, ...]
    also_measures: tuple[MeasureTile, ...]
    figures: FigureGroup
    amounts: tuple[AmountLine, ...]
    previous_number: int | None
    next_number: int | None


@dataclass(frozen=True, slots=True)
class MeasurePage:
    """
    One promise, whole.

    `official_text` is verbatim and never changes; `published_number` is the text's own where `number` is computed,
    because the text counts anew under each axis or measure; `quantities` and `amounts` are those said inside it;
    `roles` are those of its axis and of the whole programme; `findings` are public too: the text is.
    """

    header: PactHeader
    measure_id: int
    number: str
    published_number: str | None
    official_text: str
    bullets: tuple[str, ...]
    plain_title: str | None
    edition: int
    title: str
    commitment: str | None
    commitment_label: str
    axis_number: int | None
    axis_title: str | None
    secondary_axes: tuple[int, ...]
    parent: MeasureNeighbour | None
    children: tuple[MeasureNeighbour, ...]
    place: MeasurePlace
    organisations: tuple[NamedLine, ...]
    schemes: tuple[NamedLine, ...]
    roles: tuple[RoleLine, ...]
    quantities: tuple[FigureLine, ...]
    amounts: tuple[AmountLine, ...]
    related_actions: tuple[OngoingActionLine, ...]
    findings: tuple[FindingLine, ...]
    previous: MeasureNeighbour | None
    next: MeasureNeighbour | None
    origin: Origin
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """Every figure of the diagnosis, grouped by axis, the whole programme's first."""

    header: PactHeader
    groups: tuple[FigureGroup, ...]


@dataclass(frozen=True, slots=True)
class AmountsPage:
    """Every amount of the text; they are not added up: their scopes and periods differ."""

    header: PactHeader
    amounts: tuple[AmountLine, ...]


@dataclass(frozen=True, slots=True)
class SignatoriesPage:
    """Who signed and where each stands; `reserve` is the sentence that makes validation necessary."""

    header: PactHeader
    reserve: Cited[str] | None
    summary: SignatorySummary
    signatories: tuple[SignatoryLine, ...]
    unassigned_blocks: tuple[Cited[str], ...]


@dataclass(frozen=True, slots=True)
class FindingsPage:
    """Every finding, the open and the gravest first."""

    header: PactHeader
    findings: tuple[FindingLine, ...]


@dataclass(frozen=True, slots=True)
class SteeringHome:
    """The pilots' home of a programme; the `may_…` say which buttons the viewer has a right to."""

    header: PactHeader
    axes: tuple[AxisTile, ...]
    findings: tuple[FindingLine, ...]
    coverage: CoverageLine
    counts: PactCounts
    signatories: SignatorySummary
    may_explain_findings: bool
    may_title_measures: bool
    may_record_validations: bool
