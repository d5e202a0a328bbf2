"""What a reading proposes: frozen values, each with the passages it was read from."""

import datetime
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from declic.units.question_ranges import QuestionRange
from declic.units.spans import Span


T = TypeVar("T")


class Origin(StrEnum):
    """How a value came to be: these are never mixed."""

    READ = "read"
    COMPUTED = "computed"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class Stated(Generic[T]):
    """A single value with the passages that state it."""

    value: T
    spans: tuple[Span, ...]
    origin: Origin = Origin.READ


class DocumentKind(StrEnum):
    """What a public document is, as far as its own text proves it."""

    DELIBERATION = "deliberation"
    MINUTES = "minutes"
    NOTICE = "notice"
    PACT = "pact"
    PLAN = "plan"
    MIXED = "mixed"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """How a member stands in the roll of a sitting."""

    PRESENT = "present"
    ABSENT = "absent"
    EXCUSED = "excused"
    REPRESENTED = "represented"


@dataclass(frozen=True, slots=True)
class MemberDraft:
    """A member named in the roll (fr: membre du conseil); `group` is a commune or a political group."""

    name: str
    given: str | None
    surname: str | None
    civility: str | None
    group: str | None
    status: Status
    ranges: tuple[QuestionRange, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class SubstituteDraft:
    """Who sits in another member's place, which is not a proxy (fr: suppléant)."""

    name: str
    replaces: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ProxyDraft:
    """A vote given to another member for a part of the sitting (fr: procuration, pouvoir)."""

    giver: str
    holder: str
    range: QuestionRange
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class DecisionDraft:
    """One thing that a deliberation decides: the verb and its clause."""

    verb: str
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class VoteDraft:
    """The result of a vote as the text states it; None is unsaid, never zero."""

    votes_for: int | None
    against: int | None
    abstention: int | None
    interested: int | None
    unanimous: bool | None
    abstention_counts_non_voters: bool
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class DeliberationDraft:
    """An act of the council (fr: délibération)."""

    number: str | None
    question: int | None
    title: str | None
    rapporteur: str | None
    budget_impact: str | None
    summary: str | None
    decisions: tuple[DecisionDraft, ...]
    vote: VoteDraft | None
    appeal_court: str | None
    appeal_months: int | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class SignatureDraft:
    """Who signs, and as what."""

    name: str
    role: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class SittingDraft:
    """A council's sitting as its minutes state it (fr: séance)."""

    body: Stated[str] | None = None
    date: Stated[datetime.date] | None = None
    weekday: Stated[str] | None = None
    published_on: Stated[datetime.date] | None = None
    convened_on: Stated[datetime.date] | None = None
    opened_at: Stated[datetime.time] | None = None
    closed_at: Stated[datetime.time] | None = None
    chair: Stated[str] | None = None
    secretary: Stated[str] | None = None
    members_in_office: Stated[int] | None = None
    declared_present: Stated[int] | None = None
    declared_absent: Stated[int] | None = None
    declared_proxies: Stated[int] | None = None
    declared_voters: Stated[int] | None = None
    order: tuple[int, ...] = ()
    order_spans: tuple[Span, ...] = ()
    members: tuple[MemberDraft, ...] = ()
    substitutes: tuple[SubstituteDraft, ...] = ()
    proxies: tuple[ProxyDraft, ...] = ()
    deliberations: tuple[DeliberationDraft, ...] = ()
    signatures: tuple[SignatureDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class RepresentativeDraft:
    """Who stands for a party of a pact."""

    name: str
    civility: str | None
    function: str | None


@dataclass(frozen=True, slots=True)
class PartyDraft:
    """An institution that enters the pact (fr: signataire)."""

    organisation: str
    representatives: tuple[RepresentativeDraft, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class SignatureBlockDraft:
    """A place for a signature at the end of the pact, and the party it stands for (an organisation's name)."""

    text: str
    organisation: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """A numbered article; `spans` is its heading line, `body` runs to the next one."""

    number: int
    title: str
    spans: tuple[Span, ...]
    body: Span


@dataclass(frozen=True, slots=True)
class SectionDraft:
    """A lettered part of an axis: context, ongoing actions, plan."""

    letter: str
    title: str
    spans: tuple[Span, ...]
    body: Span


@dataclass(frozen=True, slots=True)
class AxisDraft:
    """An axis (fr: axe): its title, every other wording of it in the text, and its lettered sections."""

    number: int
    title: str
    titles: tuple[str, ...]
    article: int | None
    sections: tuple[SectionDraft, ...]
    pilot: str | None
    spans: tuple[Span, ...]
    body: Span


@dataclass(frozen=True, slots=True)
class NamedDraft:
    """An organisation or a scheme named in a passage."""

    name: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class MeasureDraft:
    """
    A promise of the plan (fr: mesure), verbatim and rejoined.

    `number` is as published; `parent` is the number of the measure above it, if any; `commitment` is one of
    the words of `commitments.py`; `secondary_axes` are axes that the text says it belongs to as well.
    """

    number: str
    axis: int | None
    parent: str | None
    text: str
    bullets: tuple[str, ...]
    commitment: str | None
    verb: str | None
    organisations: tuple[NamedDraft, ...]
    schemes: tuple[NamedDraft, ...]
    secondary_axes: tuple[int, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class OngoingActionDraft:
    """Something that already runs when the pact is signed (fr: action en cours)."""

    axis: int | None
    title: str
    text: str
    carrier: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class FigureDraft:
    """
    A quantity of the text that is not money.

    `value` is alone, or `low` and `high` are the two ends of a range; a rank (« 3ème ») has the unit `rang`.
    """

    value: float | None
    low: float | None
    high: float | None
    unit: str
    qualifier: str | None
    subject: str
    place: str | None
    date: str | None
    axis: int | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class AmountDraft:
    """Money of the text, in euros."""

    value_eur: float
    qualifier: str | None
    funder: str | None
    beneficiary: str | None
    purpose: str | None
    period: str | None
    axis: int | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class BodyDraft:
    """A body or a regular meeting that the pact names (fr: instance)."""

    name: str
    periodicity: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class DateDraft:
    """
    A date of the text.

    `value` is ISO, cut to its precision (`2023-07-04`, `2022-12`, `2014`), or two of them joined by a stroke
    for a season or a school year (`2022-06/2022-09`); `precision` is day, month, year, season, school-year
    or approx.
    """

    value: str
    precision: str
    label: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class EventDraft:
    """Something that is to happen or happens regularly, in public."""

    name: str
    date: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class RoleDraft:
    """Who carries, coordinates or pilots what."""

    organisation: str
    role: str
    axes: tuple[int, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class PactDraft:
    """A pact or a plan as its text states it."""

    title: Stated[str] | None = None
    date: Stated[datetime.date] | None = None
    weekday: Stated[str] | None = None
    ends_on: Stated[datetime.date] | None = None
    successor: Stated[str] | None = None
    reserve: Stated[str] | None = None
    parties: tuple[PartyDraft, ...] = ()
    signature_blocks: tuple[SignatureBlockDraft, ...] = ()
    articles: tuple[ArticleDraft, ...] = ()
    diagnosis: tuple[Stated[str], ...] = ()
    axes: tuple[AxisDraft, ...] = ()
    roles: tuple[RoleDraft, ...] = ()
    ongoing_actions: tuple[OngoingActionDraft, ...] = ()
    measures: tuple[MeasureDraft, ...] = ()
    figures: tuple[FigureDraft, ...] = ()
    amounts: tuple[AmountDraft, ...] = ()
    bodies: tuple[BodyDraft, ...] = ()
    dates: tuple[DateDraft, ...] = ()
    events: tuple[EventDraft, ...] = ()


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
