"""A whole reading: its kind, its drafts, its findings and its coverage."""

from dataclasses import dataclass, field
from enum import StrEnum

from declic.engines.reading.drafts.pacts import PactDraft
from declic.engines.reading.drafts.sittings import SittingDraft
from declic.units.spans import Span


class DocumentKind(StrEnum):
    """What a public document is, as far as its own text proves it."""

    DELIBERATION = "deliberation"
    MINUTES = "minutes"
    NOTICE = "notice"
    PACT = "pact"
    PLAN = "plan"
    MIXED = "mixed"
    UNKNOWN = "unknown"


class Severity(StrEnum):
    """How much a finding matters to who reads it."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that the text says against itself, or leaves unsaid (fr: anomalie relevée); message in French."""

    rule: str
    severity: Severity
    message: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class IgnoredDigits:
    """Digits that name something instead of counting it (a road, a school level…), and what, in French."""

    reason: str
    span: Span


@dataclass(frozen=True, slots=True)
class Coverage:
    """
    What share of the text is accounted for.

    Each sentence is attached (a draft was read in it), ignored (a formula or a heading that says nothing to
    keep) or orphan; each token of digits is claimed by a draft, ignored for a reason, or unread.
    """

    attached: tuple[Span, ...] = ()
    ignored: tuple[Span, ...] = ()
    orphans: tuple[Span, ...] = ()
    digits: tuple[Span, ...] = ()
    unread_digits: tuple[Span, ...] = ()
    ignored_digits: tuple[IgnoredDigits, ...] = ()

    @property
    def sentence_count(self) -> int:
        """Count the sentences of the text."""
        return len(self.attached) + len(self.ignored) + len(self.orphans)


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read in one text."""

    kind: DocumentKind
    text: str
    sitting: SittingDraft | None = None
    pact: PactDraft | None = None
    findings: tuple[Finding, ...] = ()
    coverage: Coverage = field(default_factory=Coverage)
