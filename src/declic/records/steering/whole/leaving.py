"""The steering of a programme as rows of the file: everything for who works on it, what is published for others."""

from typing import Any

from declic.records.accounts.rights import may_read_committees, may_read_sheet
from declic.records.accounts.viewers import Viewer
from declic.records.deliveries.models import Delivery
from declic.records.money.models import MediatorPost
from declic.records.pact.models import Programme
from declic.records.steering.whole.columns import written
from declic.records.steering.whole.naming import OWN_NAMES, Name
from declic.records.steering.whole.publishing import published_rows
from declic.records.steering.whole.rows import FoundRow, found_rows
from declic.records.steering.whole.tables import CARRIED
from declic.records.steering.whole.values import CarriedRows, WholeSteering


OF_A_POST = "post-"
"""How the anonymous key of a delivery begins where it counts a post."""


def steering_of(programme: Programme, *, viewer: Viewer) -> WholeSteering:
    """Give the steering of a programme: one question for all its tables, and first what is published for who does not work here."""
    works_here = may_read_sheet(viewer, published=False) and may_read_committees(viewer)
    published = None if works_here else published_rows(programme)
    places = _Places()
    told: dict[str, list[dict[str, Any]]] = {table.name: [] for table in CARRIED}
    for row in found_rows(CARRIED, programme=programme, published=published):
        told[row.table.name].append(_said(row, is_whole=published is None, places=places))
    return WholeSteering(tuple(CarriedRows(name, tuple(rows)) for name, rows in told.items()))


class _Places:
    """The places in the file of rows that have no name, and what the anonymous keys of deliveries became."""

    def __init__(self) -> None:
        self.rows: dict[type[Any], dict[int, int]] = {}
        self.people: dict[str, str] = {}

    def add(self, row: FoundRow) -> int:
        """Give the next place of its table to a row."""
        known = self.rows.setdefault(row.table.model, {})
        return known.setdefault(row.number, len(known) + 1)

    def name(self, model: type[Any], found: Any) -> Name | None:
        """Say what a row is called in the file, from what was found of it: its own name, or its number here."""
        if found is None or model in OWN_NAMES:
            return found  # type: ignore[no-any-return] # a name, as the database gave it
        return self.rows[model][found]

    def anonymous(self, key: str) -> str | None:
        """Give a key that says which deliveries count the same person, and nothing that is kept anywhere else."""
        if not key:
            return None
        posts = {f"{OF_A_POST}{pk}": place for pk, place in self.rows.get(MediatorPost, {}).items()}
        if key in posts:
            return f"{OF_A_POST}{posts[key]}"
        return self.people.setdefault(key, f"p{len(self.people) + 1}")


def _said(row: FoundRow, *, is_whole: bool, places: _Places) -> dict[str, Any]:
    number = {"id": places.add(row)} if row.table.has_id else {}
    shown = row.table.columns if is_whole else row.table.public
    return {
        **number,
        **{name: _value(row, name, places=places) if name in shown else None for name in row.table.columns},
    }


def _value(row: FoundRow, name: str, *, places: _Places) -> Any:
    field, value = row.table.field(name), row.values[name]
    if field.is_relation:
        return places.name(field.related_model, value)
    if row.table.model is Delivery and name == "person_key":
        return places.anonymous(value)
    return written(value)
