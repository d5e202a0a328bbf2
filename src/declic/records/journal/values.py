"""What the journal answers."""

import datetime
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One line as it is shown."""

    id: int
    at: datetime.datetime
    who: str
    verb: str
    about: str


@dataclass(frozen=True, slots=True)
class SealedLine:
    """One line with its seal and the one before it, as they are kept."""

    id: int
    at: datetime.datetime
    who: str
    verb: str
    about: str
    previous_hash: str
    hash: str


class Harm(StrEnum):
    """What was done to a line behind the journal's back."""

    ALTERED = "altered"
    MISSING = "missing"
    OUT_OF_TURN = "out of turn"
    CUT = "cut"
    REWRITTEN = "rewritten"


@dataclass(frozen=True, slots=True)
class JournalFault:
    """A line that does not hold: `number` is its own, or the first of those that are gone."""

    number: int
    harm: Harm


@dataclass(frozen=True, slots=True)
class ChainReport:
    """How many lines there are, the seal and the number of the last one, and every line that does not hold."""

    line_count: int
    head: str
    last_number: int
    faults: tuple[JournalFault, ...]

    @property
    def is_whole(self) -> bool:
        """Say whether no line was altered, removed, added out of turn or cut at the end."""
        return not self.faults

    @property
    def broken_at(self) -> int | None:
        """Give the first line that does not hold, if any."""
        return self.faults[0].number if self.faults else None
