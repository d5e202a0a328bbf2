"""A programme as a whole: in a list, in a header, in numbers."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from declic.engines.reading.drafts import Coverage
from declic.records.council.passages import Cited, Origin, Passage


@dataclass(frozen=True, slots=True)
class PactLine:
    """One programme in a list; `slug` names it in addresses and in every read."""

    slug: str
    title: str
    signed_on: datetime.date | None
    ends_on: datetime.date | None
    has_ended: bool
    is_public: bool
    axis_count: int
    measure_count: int
    signatory_count: int


@dataclass(frozen=True, slots=True)
class PactList:
    """One page of the programmes that hold the words asked for; `total` of them on `pages` pages, counted from 1."""

    lines: tuple[PactLine, ...]
    words: str
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class PactHeader:
    """
    What every page of a programme says of it.

    `version_id` is the document it was opened from, `sitting_id` the sitting that the same document states;
    `is_steered_here` says whether who looks may see the pilots' pages.
    """

    slug: str
    version_id: int
    document_slug: str
    sitting_id: int | None
    title: Cited[str]
    signed_on: Cited[datetime.date] | None
    ends_on: Cited[datetime.date] | None
    successor: Cited[str] | None
    is_public: bool
    is_steered_here: bool


@dataclass(frozen=True, slots=True)
class PactCounts:
    """How many rows of each kind the programme holds."""

    axes: int
    measures: int
    ongoing_actions: int
    figures: int
    amounts: int
    signatories: int
    bodies: int
    findings: int
    open_findings: int


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """What share of the document is accounted for: sentences and tokens of digits."""

    sentences: int
    attached: int
    ignored: int
    orphans: int
    digits: int
    digits_claimed: int

    @classmethod
    def of(cls, coverage: Coverage) -> "CoverageLine":
        """Count the passages of a reading's coverage."""
        digits = len(coverage.digits)
        return cls(
            sentences=coverage.sentence_count,
            attached=len(coverage.attached),
            ignored=len(coverage.ignored),
            orphans=len(coverage.orphans),
            digits=digits,
            digits_claimed=digits - len(coverage.unread_digits),
        )

    @classmethod
    def of_answer(cls, coverage: Mapping[str, Any]) -> "CoverageLine":
        """Take the counts of an answer in the format `declic-reading/1`."""
        return cls(
            sentences=coverage["sentences"],
            attached=coverage["attached"],
            ignored=coverage["ignored"],
            orphans=len(coverage["orphans"]),
            digits=coverage["digits"],
            digits_claimed=coverage["digits_claimed"],
        )

    @property
    def accounted_share(self) -> float | None:
        """Share of the sentences attached or ignored for a reason, between 0 and 1; None without sentences."""
        return (self.attached + self.ignored) / self.sentences if self.sentences else None


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A body that the text sets up, and how often it meets."""

    name: str
    periodicity: str | None
    origin: Origin
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class NextThing:
    """A date of the text that has not passed: `on` its first day, `value` and `precision` as read."""

    on: datetime.date
    value: str
    precision: str
    label: str
    origin: Origin
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class OpenedDocument:
    """What a reviewed draft became: a sitting, a programme, both, or neither."""

    version_id: int
    sitting_id: int | None
    slug: str | None
