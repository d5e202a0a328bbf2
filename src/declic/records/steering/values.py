"""What pages know of steering: frozen values, without rows."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from declic.engines.scheduling.cadences import Rhythm
from declic.engines.tracking.alerts import Alert
from declic.records.council.passages import Passage
from declic.records.pact.values import PactHeader
from declic.records.steering.choices import (
    CommitteeKind,
    DecisionKind,
    DecisionState,
    ItemKind,
    ItemState,
    MeetingState,
    PresenceChoice,
)


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that a form offers: its number and its words."""

    id: int
    words: str


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting among others."""

    id: int
    committee_id: int
    committee_name: str
    number: int
    starts_at: datetime.datetime
    ends_at: datetime.datetime | None
    location: str
    state: MeetingState
    edition: int


@dataclass(frozen=True, slots=True)
class CommitteeLine:
    """A committee with its rhythm (None where none was promised or the first day is unknown)."""

    id: int
    name: str
    kind: CommitteeKind
    rhythm: Rhythm | None
    meetings_due: int | None
    months: int | None
    member_count: int
    next_meeting: MeetingLine | None
    last_held: MeetingLine | None


@dataclass(frozen=True, slots=True)
class CommitteesPage:
    """The committees of a programme; `promised_count` of the text are not open yet."""

    header: PactHeader
    committees: tuple[CommitteeLine, ...]
    promised_count: int
    open_decisions: int
    late_decisions: int
    may_keep: bool


@dataclass(frozen=True, slots=True)
class MemberLine:
    """An institution that sits in a committee; names of accounts are told to who keeps it."""

    institution_id: int
    institution: str
    function: str
    alternate: str
    is_chair: bool
    receives: bool
    edition: int


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A point of an agenda."""

    id: int
    kind: ItemKind
    state: ItemState
    title: str
    question: str
    presenter: str
    minutes_planned: int
    outcome: str
    sheet_id: int | None
    was_postponed: bool
    proposed_by: str
    edition: int


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision: `effects` say what it changed, in the order it did."""

    id: int
    number: str
    kind: DecisionKind
    text: str
    owner: str
    owner_id: int | None
    due_on: datetime.date | None
    state: DecisionState
    is_late: bool
    committee: str
    meeting_id: int
    decided_on: datetime.date
    item_id: int | None
    effects: tuple["EffectLine", ...]
    edition: int


@dataclass(frozen=True, slots=True)
class EffectLine:
    """What a decision changed: of what, from what to what; not applied where `applied_at` is None."""

    kind: str
    about: str
    old: str
    value: str
    applied_at: datetime.datetime | None


@dataclass(frozen=True, slots=True)
class CommitteePage:
    """
    One committee: its mandate with its line of the text, who sits there, its meetings, its backlog.

    `promised` is how often it meets, as the text was read; empty where it says nothing.
    """

    header: PactHeader
    committee: CommitteeLine
    mandate: str
    passage: Passage | None
    promised: str
    members: tuple[MemberLine, ...]
    meetings: tuple[MeetingLine, ...]
    backlog: tuple[ItemLine, ...]
    institutions: tuple[Choice, ...]
    people: tuple[Choice, ...]
    may_keep: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """
    A point that is proposed for an agenda: by an alert, by a decision that waits, or from the backlog.

    Where one rule raised many alerts, they are one point, without a title of its own: `count` of them.
    """

    proposed_by: str
    title: str
    item_id: int | None = None
    alert: Alert | None = None
    sheet_id: int | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class AttendanceLine:
    """How an institution was there; None where nobody said."""

    institution_id: int
    institution: str
    presence: PresenceChoice | None


@dataclass(frozen=True, slots=True)
class DossierLine:
    """A frozen dossier among others."""

    id: int
    sequence: int
    sha256: str
    frozen_at: datetime.datetime


@dataclass(frozen=True, slots=True)
class FrozenDossier:
    """A dossier with its content, as canonical JSON."""

    id: int
    sequence: int
    sha256: str
    frozen_at: datetime.datetime
    content: str


@dataclass(frozen=True, slots=True)
class MeetingOffers:
    """What the forms of a meeting offer: nothing once it is over, or to who does not keep it."""

    institutions: tuple[Choice, ...] = ()
    sheets: tuple[Choice, ...] = ()
    milestones: tuple[Choice, ...] = ()
    lines: tuple[Choice, ...] = ()
    targets: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """A meeting as those who keep it work in it; `was_convened` is whether a convocation was ever sent from here."""

    header: PactHeader
    meeting: MeetingLine
    items: tuple[ItemLine, ...]
    proposals: tuple[Proposal, ...]
    attendance: tuple[AttendanceLine, ...]
    decisions: tuple[DecisionLine, ...]
    followed: tuple[DecisionLine, ...]
    minutes: str
    dossiers: tuple[DossierLine, ...]
    receivers: int
    was_convened: bool
    offers: MeetingOffers
    may_keep: bool


@dataclass(frozen=True, slots=True)
class DecisionsPage:
    """The register of decisions of a programme."""

    header: PactHeader
    decisions: tuple[DecisionLine, ...]
    institutions: tuple[Choice, ...]
    may_keep: bool


@dataclass(frozen=True, slots=True)
class AlertLine:
    """An alert, and why it is muted where it is."""

    alert: Alert
    reason: str = ""
    until_on: datetime.date | None = None
    is_muted: bool = False


@dataclass(frozen=True, slots=True)
class AlertsPage:
    """The alerts of a programme, those that speak first; `codes` are those of the sheets that their marks are of."""

    header: PactHeader
    alerts: tuple[AlertLine, ...]
    codes: Mapping[str, str]
    may_keep: bool
