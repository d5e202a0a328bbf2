"""The steering of a programme as rows of the file: everything for who works on it, what is published for others."""

from collections.abc import Iterator
from typing import Any

from declic.records.accounts.rights import may_read_committees, may_read_sheet
from declic.records.accounts.viewers import Viewer
from declic.records.deliveries.models import Delivery
from declic.records.money.models import MediatorPost
from declic.records.pact.models import Programme
from declic.records.steering.whole.columns import written
from declic.records.steering.whole.naming import OWN_NAMES, Name
from declic.records.steering.whole.publishing import Published, published_rows
from declic.records.steering.whole.tables import CARRIED, Carried
from declic.records.steering.whole.values import CarriedRows, WholeSteering


OF_A_POST = "post-"
"""How the anonymous key of a delivery begins where it counts a post."""


def steering_of(programme: Programme, *, viewer: Viewer) -> WholeSteering:
    """Give the steering of a programme; two queries a table at most."""
    works_here = may_read_sheet(viewer, published=False) and may_read_committees(viewer)
    published = None if works_here else published_rows(programme)
    places = _Places()
    return WholeSteering(
        tuple(
            CarriedRows(
                table.name, tuple(_rows(table, programme=programme, published=published, places=places))
            )
            for table in CARRIED
        )
    )


class _Places:
    """The places in the file of rows that have no name, and what the anonymous keys of deliveries became."""

    def __init__(self) -> None:
        self.rows: dict[type[Any], dict[Any, int]] = {}
        self.people: dict[str, str] = {}

    def add(self, row: Any) -> int:
        """Give the next place of its table to a row."""
        known = self.rows.setdefault(type(row), {})
        return known.setdefault(row.pk, len(known) + 1)

    def name(self, row: Any) -> Name:
        """Say what a row is called in the file."""
        own = OWN_NAMES.get(type(row))
        return own(row) if own else self.rows[type(row)][row.pk]

    def anonymous(self, key: str) -> str | None:
        """Give a key that says which deliveries count the same person, and nothing that is kept anywhere else."""
        if not key:
            return None
        posts = {f"{OF_A_POST}{pk}": place for pk, place in self.rows.get(MediatorPost, {}).items()}
        if key in posts:
            return f"{OF_A_POST}{posts[key]}"
        return self.people.setdefault(key, f"p{len(self.people) + 1}")


def _rows(
    table: Carried, *, programme: Programme, published: Published | None, places: _Places
) -> Iterator[dict[str, Any]]:
    if published is not None and table.name not in published:
        return
    links = [name for name in table.columns if table.field(name).is_relation]
    named = [f"{name}__measure" for name in links if name in ("sheet", "parent")]
    rows = table.rows(programme)
    if published is not None:
        rows = rows.filter(pk__in=published[table.name])
    shown = table.columns if published is None else table.public
    for row in rows.select_related(*links, *named):
        number = {"id": places.add(row)} if table.has_id else {}
        yield {
            **number,
            **{
                name: _value(table, row, name, places=places) if name in shown else None
                for name in table.columns
            },
        }


def _value(table: Carried, row: Any, name: str, *, places: _Places) -> Any:
    value = getattr(row, name)
    if table.field(name).is_relation:
        return None if value is None else places.name(value)
    if isinstance(row, Delivery) and name == "person_key":
        return places.anonymous(value)
    return written(value)
