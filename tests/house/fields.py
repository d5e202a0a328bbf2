"""What is kept about what: the table that a data-protection officer reads, `src/declic/records/fields.csv`."""

import csv
from dataclasses import dataclass

from tests.house.house import SOURCE


TABLE = SOURCE / "records" / "fields.csv"
CLASSES = ("public", "internal", "identifying", "contact", "secret")


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A line of the table: fields of one model that are kept alike, for one reason, as long."""

    model: str
    names: tuple[str, ...]
    said: str
    purpose: str
    kept: str


def field_lines() -> list[FieldLine]:
    with TABLE.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter=";", strict=True))
    return [
        FieldLine(row["model"], tuple(row["fields"].split()), row["class"], row["purpose"], row["kept"])
        for row in rows
    ]


def class_of_fields() -> dict[tuple[str, str], str]:
    """Give the class of each (model, field)."""
    return {(line.model, name): line.said for line in field_lines() for name in line.names}
