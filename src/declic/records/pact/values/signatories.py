"""Who signed, and where each stands."""

import datetime
from dataclasses import dataclass

from declic.records.council.passages import Cited, Origin, Passage
from declic.records.pact.values.states import ValidationState


@dataclass(frozen=True, slots=True)
class SignatorySummary:
    """How many signatories stand where."""

    total: int
    validated: int
    awaited: int
    not_required: int
    unknown: int


@dataclass(frozen=True, slots=True)
class RepresentativeLine:
    """Who stands for a signatory."""

    name: str
    civility: str | None
    function: str | None


@dataclass(frozen=True, slots=True)
class ValidationLine:
    """
    Where a signatory stands with its own assembly, and the deliberation that proves it.

    The state is proposed by the house until a person records it (`recorded_at`). `sitting_id` opens « Vérifier
    une délibération »; `reference` names an act that is not kept here.
    """

    state: ValidationState
    label: str
    recorded_at: datetime.datetime | None
    deliberation_id: int | None
    deliberation_number: str | None
    deliberation_title: str | None
    reference: str | None
    sitting_id: int | None
    validated_on: datetime.date | None


@dataclass(frozen=True, slots=True)
class SignatoryLine:
    """A party of the programme: its representatives, its place among the signatures, its own validation."""

    signatory_id: int
    institution_id: int
    organisation: str
    representatives: tuple[RepresentativeLine, ...]
    signature: Cited[str] | None
    edition: int
    validation: ValidationLine
    origin: Origin
    passages: tuple[Passage, ...]
