"""A whole programme with its document: what leaves a site as one paper, and opens the same programme in another."""

from dataclasses import dataclass

from declic.engines.reading.drafts import Finding, PactDraft
from declic.records.pact.values.programmes import CoverageLine
from declic.records.pact.values.states import ValidationState


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The file that the programme was read from, and the text that every passage counts in."""

    title: str
    file_name: str
    sha256: str
    text: str
    data: bytes


@dataclass(frozen=True, slots=True)
class WholeFinding:
    """What the text says against itself, and what was answered (empty: nothing); never by whom."""

    finding: Finding
    explanation: str


@dataclass(frozen=True, slots=True)
class WholeValidation:
    """Where a signatory stands with its own assembly; `proof` names the deliberation, wherever it is kept."""

    organisation: str
    state: ValidationState
    is_recorded: bool
    proof: str


@dataclass(frozen=True, slots=True)
class WholePact:
    """A programme, whole, as one viewer may read it; plain titles are by the number of their measure."""

    slug: str
    source: SourceFile
    pact: PactDraft
    findings: tuple[WholeFinding, ...]
    coverage: CoverageLine
    plain_titles: tuple[tuple[str, str], ...]
    validations: tuple[WholeValidation, ...]
