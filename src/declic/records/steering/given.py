"""What people give to the writes of steering, as frozen values."""

import datetime
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from declic.records.steering.choices import CommitteeKind, DecisionKind, Fate, ItemKind
from declic.records.steering.deciding import Effect


@dataclass(frozen=True, slots=True)
class GivenCommittee:
    """A committee: without `meetings_due` in so many `months`, no rhythm was promised."""

    name: str
    kind: CommitteeKind
    mandate: str = ""
    meetings_due: int | None = None
    months: int | None = None


@dataclass(frozen=True, slots=True)
class GivenSeat:
    """Who sits for an institution, and who takes that place; accounts receive the convocation."""

    function: str = ""
    alternate: str = ""
    is_chair: bool = False
    person_id: int | None = None
    alternate_person_id: int | None = None


@dataclass(frozen=True, slots=True)
class GivenMeeting:
    """When and where a committee meets."""

    starts_at: datetime.datetime
    ends_at: datetime.datetime | None = None
    location: str = ""


@dataclass(frozen=True, slots=True)
class GivenItem:
    """A point of an agenda; `proposed_by` names what proposed it."""

    title: str
    kind: ItemKind = ItemKind.REVIEW
    question: str = ""
    presenter_id: int | None = None
    minutes_planned: int = 10
    sheet_id: int | None = None
    proposed_by: str = ""


@dataclass(frozen=True, slots=True)
class GivenDecision:
    """A decision as it is typed; `form_key` is its form: the same form sent twice is one decision."""

    text: str
    kind: DecisionKind = DecisionKind.DECISION
    owner_id: int | None = None
    due_on: datetime.date | None = None
    item_id: int | None = None
    effect: Effect | None = None
    form_key: UUID = field(default_factory=uuid4)


@dataclass(frozen=True, slots=True)
class GivenCarryOver:
    """What becomes of a measure when the pact ends: who takes it over and in which frame, or why it ends."""

    fate: Fate
    institution_id: int | None = None
    frame: str = ""
    why: str = ""
