"""What pages know of a sheet that is steered."""

import datetime
from dataclasses import dataclass

from declic.engines.tracking.gauges import Gauge
from declic.engines.tracking.health import Health, HealthReason
from declic.records.pact.values import PactHeader
from declic.records.steering.choices import Fate, HealthChoice


@dataclass(frozen=True, slots=True)
class HealthSaid:
    """How a sheet fares in somebody's words: `by` is empty once the account is erased."""

    health: HealthChoice
    why: str
    by: str
    at: datetime.datetime | None
    edition: int


@dataclass(frozen=True, slots=True)
class SheetSteering:
    """How a sheet fares: its results, what the rules propose with every reason, and what a pilot wrote beside it."""

    sheet_id: int
    results: Gauge
    indicator_count: int
    health: Health
    reasons: tuple[HealthReason, ...]
    written: HealthSaid | None
    may_write: bool


@dataclass(frozen=True, slots=True)
class CarryOverSaid:
    """What becomes of a measure when the pact ends."""

    fate: Fate
    institution_id: int | None
    institution: str
    frame: str
    why: str
    edition: int


@dataclass(frozen=True, slots=True)
class CarryOverPage:
    """A measure, and what becomes of it when the pact ends; None where nobody said."""

    header: PactHeader
    measure_id: int
    number: str
    title: str
    said: CarryOverSaid | None
    may_say: bool
