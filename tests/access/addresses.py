"""Every address of the site, by name, and what stands in it."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.access.populated import ROLES


TABLE = Path(__file__).parent / "doors.csv"
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
NUMBERS = {
    "axis": 1,
    "measure": "10",
    "steering_measure": "10",
    "sitting_question": 1,
    "page_picture": 1,
    "name_pilot": 1,
    "name_lead": "10",
    "carry_over": "10",
    "measure_sheets": "10",
    "open_sheet": "10",
    "read_promise": "10",
}
"""What « number » means in an address: of an axis, of a measure, of a question."""

FOREIGN = {"pk": 999_999, "uidb36": "1", "key": "abc-def", "link": "x"}
"""What stands in the addresses of one's own account: a passkey that is not one's own, links that nobody was sent."""


@dataclass(frozen=True, slots=True)
class Triple:
    """What one line of the table decides of one role and one method."""

    name: str
    on: str
    method: str
    role: str
    decided: str


def named_addresses() -> dict[str, list[URLPattern]]:
    """Give the patterns of every name that Django answers to."""
    found: dict[str, list[URLPattern]] = {}

    def walk(patterns: list[URLPattern | URLResolver]) -> None:
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                walk(pattern.url_patterns)
            else:
                found.setdefault(str(pattern.name), []).append(pattern)

    walk(get_resolver().url_patterns)
    return found


def decided_triples() -> Iterator[Triple]:
    """Read the table, cell by cell."""
    with TABLE.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter=";", strict=True):
            for method in row["methods"].split():
                for role in ROLES:
                    yield Triple(row["address"], row["on"], method, role, row[role])


def address_of(name: str, on: str, places: dict[str, dict[str, Any]]) -> str:
    """Give the address of a page for an object in the state that the table names."""
    wanted = named_addresses()[name][0].pattern.converters
    known = {**FOREIGN, **places.get(on, {}), "number": NUMBERS.get(name)}
    lacking = [key for key in wanted if known.get(key) is None]
    assert lacking == [], f"say in tests/access what stands for {lacking} in the address « {name} » ({on})"
    return reverse(name, kwargs={key: known[key] for key in wanted})
