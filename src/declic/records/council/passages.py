"""A passage of a kept document, as every page shows it, and a value that never comes without its passages."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from declic.engines.reading.drafts import Origin


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a document that a value stands on: `text[start:end]` of that version is `quote`."""

    citation_id: int
    version_id: int
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Cited(Generic[T]):
    """A value, how it came to be (read, computed or proposed), and the passages it stands on."""

    value: T
    origin: Origin
    passages: tuple[Passage, ...]


__all__ = ["Cited", "Origin", "Passage"]
