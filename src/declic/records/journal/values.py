"""What the journal answers."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One line as it is shown."""

    id: int
    at: datetime.datetime
    who: str
    verb: str
    about: str


@dataclass(frozen=True, slots=True)
class ChainReport:
    """Whether every line still says what it said: `broken_at` is the first line that does not, if any."""

    line_count: int
    broken_at: int | None
    head: str

    @property
    def is_whole(self) -> bool:
        """Say whether no line was changed, removed from the middle or added out of turn."""
        return self.broken_at is None
