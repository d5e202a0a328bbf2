"""What deliveries answer."""

import datetime
from dataclasses import dataclass

from declic.records.deliveries.choices import DeliveryKind
from declic.records.pact.values import PactHeader


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """
    Something that was done; `parts` are the counts by sex and age band that somebody gave.

    `may_change` is whether the viewer may correct it or take it back; what a post says by itself, nobody may.
    """

    delivery_id: int
    edition: int
    kind: DeliveryKind
    on: datetime.date
    measure_number: str
    axis_number: int | None
    sheet_id: int | None
    sheet_code: str | None
    place: str
    count: int | None
    parts: tuple[tuple[str, int], ...]
    may_change: bool


@dataclass(frozen=True, slots=True)
class DeliveriesPage:
    """What was done for a programme, the latest first: the page asked for, and how many there are in all."""

    header: PactHeader
    rows: tuple[DeliveryRow, ...]
    total: int
    may_record: bool


@dataclass(frozen=True, slots=True)
class DeliveryChoices:
    """Where somebody may record what was done: sheets (key and words), and measures."""

    header: PactHeader
    sheets: tuple[tuple[str, str], ...]
    measures: tuple[tuple[str, str], ...]
