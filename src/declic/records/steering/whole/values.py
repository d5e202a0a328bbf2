"""The steering of a programme on paper: rows as JSON says them, and what each column of a table may hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class CarriedRows:
    """The rows of one table, in their order: each a column's name and its value as JSON says it, null for nothing."""

    table: str
    rows: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class WholeSteering:
    """The steering of a programme, whole, as one viewer may read it: every table, empty where nothing is his."""

    tables: tuple[CarriedRows, ...]


@dataclass(frozen=True, slots=True)
class CarriedColumn:
    """A column: its name, and its JSON schema."""

    name: str
    schema: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class CarriedShape:
    """A table: its name, what its rows are, its columns."""

    table: str
    says: str
    columns: tuple[CarriedColumn, ...]
