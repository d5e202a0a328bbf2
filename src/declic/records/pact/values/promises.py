"""Axes and measures, who answers for them, what already runs, what the text says against itself."""

import datetime
from dataclasses import dataclass

from declic.engines.reading.drafts import Severity
from declic.records.council.passages import Origin, Passage
from declic.records.pact.values.states import FindingState, MeasureState


@dataclass(frozen=True, slots=True)
class MeasureTile:
    """
    A measure among its siblings.

    `title` is what to show: the plain title, or the first words of the official text; `states` are all that
    are true of it and `state` the most pressing.
    """

    number: str
    axis_number: int | None
    parent_number: str | None
    title: str
    plain_title: str | None
    official_text: str
    commitment: str | None
    commitment_label: str
    state: MeasureState
    states: tuple[MeasureState, ...]
    open_finding_count: int


@dataclass(frozen=True, slots=True)
class AxisTile:
    """An axis with its measures in published order; an axis number of None gathers measures of no axis."""

    number: int | None
    title: str
    pilot: str | None
    measures: tuple[MeasureTile, ...]
    ongoing_action_count: int
    figure_count: int


@dataclass(frozen=True, slots=True)
class WordingLine:
    """One wording of an axis's name in the text; `is_title` marks the one of its own article."""

    text: str
    is_title: bool
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class SectionLine:
    """A lettered part of an axis: context, ongoing actions, plan; `body` is its whole text as one passage."""

    letter: str
    title: str
    body: Passage
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class RoleLine:
    """Who carries, coordinates or pilots; `axes` is empty for a role in the whole programme."""

    organisation: str
    role: str
    axes: tuple[int, ...]
    origin: Origin
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class OngoingActionLine:
    """Something that already ran when the programme was signed."""

    action_id: int
    axis_number: int | None
    title: str
    text: str
    carrier: str | None
    origin: Origin
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class MeasureNeighbour:
    """The measure before or after in the text."""

    number: str
    title: str


@dataclass(frozen=True, slots=True)
class NamedLine:
    """An organisation or a scheme that a measure names."""

    name: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class MeasurePlace:
    """Where in the document a measure stands: its article and lettered section, as far as they are known."""

    article_number: int | None
    article_title: str | None
    section_letter: str | None
    section_title: str | None


@dataclass(frozen=True, slots=True)
class FindingLine:
    """
    Something that the text says against itself, and what was answered.

    `measure_numbers` are the measures whose passages it touches; `explanation`, `explained_by` and
    `explained_at` are None while it is open.
    """

    finding_id: int
    rule: str
    severity: Severity
    message: str
    state: FindingState
    explanation: str | None
    explained_by: str | None
    explained_at: datetime.datetime | None
    edition: int
    measure_numbers: tuple[str, ...]
    passages: tuple[Passage, ...]
