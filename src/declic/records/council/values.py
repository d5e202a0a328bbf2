"""What the reads of councils return: frozen values, complete for the page « Vérifier une délibération »."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from declic.engines.reading.drafts import Status
from declic.engines.voting.verdicts import Verdict
from declic.records.council.passages import Cited, Origin, Passage
from declic.units.question_ranges import QuestionRange


class CellState(StrEnum):
    """Where a member's vote is while one question is taken."""

    PRESENT = "present"
    REPRESENTED = "represented"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class SittingLine:
    """One sitting in a list; the three counts are those of its checks."""

    sitting_id: int
    version_id: int
    council: str
    held_on: datetime.date | None
    titles: tuple[str, ...]
    ok_count: int
    contradiction_count: int
    not_checkable_count: int


@dataclass(frozen=True, slots=True)
class SittingHeader:
    """What the minutes say of the sitting itself; None is unsaid."""

    sitting_id: int
    version_id: int
    council: str
    body: Cited[str] | None
    held_on: Cited[datetime.date] | None
    weekday: Cited[str] | None
    published_on: Cited[datetime.date] | None
    convened_on: Cited[datetime.date] | None
    opened_at: Cited[datetime.time] | None
    closed_at: Cited[datetime.time] | None
    chair: Cited[str] | None
    secretary: Cited[str] | None
    members_in_office: Cited[int] | None
    declared_present: Cited[int] | None
    declared_absent: Cited[int] | None
    declared_proxies: Cited[int] | None
    declared_voters: Cited[int] | None
    order: tuple[int, ...]
    order_passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member of the sitting, as the roll names them; `ranges` is empty for who was never in the room."""

    member_id: int
    name: str
    given: str | None
    surname: str | None
    civility: str | None
    group: str | None
    status: Status
    ranges: tuple[QuestionRange, ...]
    origin: Origin
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class SubstituteLine:
    """Who sat in another member's place, which is not a proxy."""

    name: str
    replaces: str | None
    origin: Origin
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class ProxyLine:
    """
    A vote given to another member, and the questions at which it held or was void.

    `giver_id` and `holder_id` are members of the same grid, None where the roll does not name them.
    """

    proxy_id: int
    giver: str
    giver_id: int | None
    holder: str
    holder_id: int | None
    range: QuestionRange
    usable_at: tuple[int, ...]
    void_at: tuple[int, ...]
    origin: Origin
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """
    One member at one question.

    `represented_by` is the holder whose proxy holds; `votes_of` are those whose votes this member holds;
    `void_holder` and `void_reason` (French) say why a proxy of this member has no effect here.
    """

    question: int
    state: CellState
    represented_by: str | None
    votes_of: tuple[str, ...]
    void_holder: str | None
    void_reason: str | None


@dataclass(frozen=True, slots=True)
class GridRow:
    """One member along the whole sitting; the cells follow the order of passage."""

    member: MemberLine
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class VoidProxy:
    """A proxy in range that has no effect at a question, and why (a French sentence)."""

    proxy_id: int
    giver: str
    holder: str
    reason: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class QuestionCount:
    """
    The arithmetic of one question, computed from the roll: `represented = present + usable_proxies`.

    Also one point of the chart of presence through the sitting: `position` counts from 1 in order of passage.
    """

    position: int
    question: int
    title: str | None
    present: int
    usable_proxies: int
    void_proxies: tuple[VoidProxy, ...]
    represented: int
    quorum: int | None
    quorum_met: bool | None


@dataclass(frozen=True, slots=True)
class VoteLine:
    """The result that the text states; None is unsaid, never zero."""

    votes_for: int | None
    against: int | None
    abstention: int | None
    interested: int | None
    unanimous: bool | None
    abstention_counts_non_voters: bool
    origin: Origin
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class VoteArithmetic:
    """
    The stated votes beside the recounted room: « 89 présents + 24 procurations = 113 = Pour : 113 ».

    `present` counts the members and the substitutes in the room. `cast` adds every stated vote, None where one that
    matters is unsaid; `agrees` is None where it cannot be compared.
    """

    question: int
    present: int
    usable_proxies: int
    represented: int
    cast: int | None
    agrees: bool | None


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One thing that a deliberation decides."""

    verb: str
    text: str
    origin: Origin
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class AppealLine:
    """Before whom and how long an act can be appealed (read), and the last day (computed: label it so)."""

    court: str | None
    months: int | None
    deadline: datetime.date | None
    deadline_origin: Origin


@dataclass(frozen=True, slots=True)
class DeliberationLine:
    """An act of the council with its decisions and its vote."""

    deliberation_id: int
    number: str | None
    question: int | None
    title: str | None
    rapporteur: str | None
    budget_impact: str | None
    summary: str | None
    decisions: tuple[DecisionLine, ...]
    vote: VoteLine | None
    arithmetic: VoteArithmetic | None
    appeal: AppealLine
    origin: Origin
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """Who signs the extract, and as what."""

    name: str
    role: str | None
    origin: Origin
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One of the ten checks: its rule, a short French title, its verdict and sentence, what it stands on."""

    rule: str
    title: str
    verdict: Verdict
    message: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class SittingPage:
    """The whole of « Vérifier une délibération »; `rows` and `questions` share the order of passage."""

    header: SittingHeader
    rows: tuple[GridRow, ...]
    questions: tuple[QuestionCount, ...]
    substitutes: tuple[SubstituteLine, ...]
    proxies: tuple[ProxyLine, ...]
    deliberations: tuple[DeliberationLine, ...]
    signatures: tuple[SignatureLine, ...]
    checks: tuple[CheckLine, ...]


__all__ = [
    "AppealLine",
    "Cell",
    "CellState",
    "CheckLine",
    "DecisionLine",
    "DeliberationLine",
    "GridRow",
    "MemberLine",
    "ProxyLine",
    "QuestionCount",
    "SignatureLine",
    "SittingHeader",
    "SittingLine",
    "SittingPage",
    "SubstituteLine",
    "Verdict",
    "VoidProxy",
    "VoteArithmetic",
    "VoteLine",
]
