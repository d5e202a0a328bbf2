"""What the publication of a sitting's acts asks for beyond its document: as the read gives it, as the write takes it."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FiledActSaid:
    """The matter of one act (its code, empty for unsaid) and the day when the prefecture received it."""

    deliberation_id: int
    matter: str = ""
    received_on: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class FilingSaid:
    """Whose council it is, by its number or else by its name, its SIRET (empty: unsaid), and what is said of the acts."""

    institution_id: int | None = None
    institution_name: str = ""
    siret: str = ""
    acts: tuple[FiledActSaid, ...] = ()


@dataclass(frozen=True, slots=True)
class FiledActLine:
    """An act, as its document names it, with what was said of it."""

    deliberation_id: int
    number: str | None
    title: str | None
    matter: str
    received_on: datetime.date | None


@dataclass(frozen=True, slots=True)
class FilingLine:
    """A sitting with what was said of it; `institution_id` is None and `siret` empty until they are known."""

    sitting_id: int
    edition: int
    institution_id: int | None
    institution: str
    siret: str
    acts: tuple[FiledActLine, ...]
