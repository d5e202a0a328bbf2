"""A value with the passages that state it, and how it came to be."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from declic.units.spans import Span


T = TypeVar("T")


class Origin(StrEnum):
    """How a value came to be: these are never mixed."""

    READ = "read"
    COMPUTED = "computed"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class Stated(Generic[T]):
    """A single value with the passages that state it."""

    value: T
    spans: tuple[Span, ...]
    origin: Origin = Origin.READ
