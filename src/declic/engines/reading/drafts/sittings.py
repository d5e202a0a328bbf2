"""What a reading proposes of a council's sitting."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from declic.engines.reading.drafts.stated import Stated
from declic.units.question_ranges import QuestionRange
from declic.units.spans import Span


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


class Way(StrEnum):
    """What a member whose vote is told did."""

    FOR = "for"
    AGAINST = "against"
    ABSTENTION = "abstention"
    NOT_TAKING_PART = "not_taking_part"


class Outcome(StrEnum):
    """What became of what was put to the vote."""

    ADOPTED = "adopted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class NamedVoteDraft:
    """How one member voted, where the text says it of them by name."""

    name: str
    way: Way
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ScoreDraft:
    """The votes that a candidate, or a list by who leads it, had in an election."""

    name: str
    votes: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class BallotDraft:
    """
    A secret ballot as it was counted: envelopes, blank and null ones, votes cast, majority, scores.

    `blank_or_null` counts both together, where the text does; `round` is the one that the text says (fr: tour).
    """

    voters: int | None = None
    blank: int | None = None
    null: int | None = None
    cast: int | None = None
    majority: int | None = None
    scores: tuple[ScoreDraft, ...] = ()
    blank_or_null: int | None = None
    round: int | None = None


@dataclass(frozen=True, slots=True)
class PartVoteDraft:
    """The result of one part of an act that is voted part by part (fr: vote par chapitre)."""

    title: str
    votes_for: int | None
    against: int | None
    abstention: int | None
    unanimous: bool | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class VoteDraft:
    """
    The result of a vote as the text states it; None is unsaid, never zero.

    `earlier` holds the ballots counted before the last in the same act, its rounds; `parts` what was voted one by one.
    """

    votes_for: int | None
    against: int | None
    abstention: int | None
    interested: int | None
    unanimous: bool | None
    abstention_counts_non_voters: bool
    spans: tuple[Span, ...]
    outcome: Outcome | None = None
    named: tuple[NamedVoteDraft, ...] = ()
    ballot: BallotDraft | None = None
    earlier: tuple[BallotDraft, ...] = ()
    parts: tuple[PartVoteDraft, ...] = ()


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
class ChoiceDraft:
    """
    A reading that the text leaves open, chosen among its rivals by what the text counts.

    `constraint` says in French what decided; None: nothing did, and a person has to confirm.
    """

    subject: str
    chosen: str
    rivals: tuple[str, ...]
    constraint: str | None
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
    choices: tuple[ChoiceDraft, ...] = ()
    scan_signs: tuple[Span, ...] = ()
    numbers_seen: tuple[str, ...] = ()
