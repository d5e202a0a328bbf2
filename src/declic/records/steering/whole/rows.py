"""Every row of the steering asked for at once: one question for all the tables, however many they are."""

import datetime
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import F, IntegerField, Value
from django.db.models.functions import JSONObject

from declic.records.pact.models import Programme
from declic.records.sheets.models import ActionSheet
from declic.records.steering.whole.naming import NAMED_BY
from declic.records.steering.whole.publishing import Published
from declic.records.steering.whole.tables import Carried


SEQUENCE = "sequence of "
"""Under what the second half of a sheet's code comes: a sheet is named by its measure and its place there."""


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row of a table: its number here, and what its columns hold; a link holds the name of what it leads to."""

    table: Carried
    number: int
    values: dict[str, Any]


def found_rows(
    tables: Sequence[Carried], *, programme: Programme, published: Published | None
) -> Iterator[FoundRow]:
    """Give the rows of every table in the order in which they came; of those that are published, where some are."""
    asked = [one for one in tables if published is None or one.name in published]
    questions = [
        _question(one, at=place, programme=programme, published=published) for place, one in enumerate(asked)
    ]
    if not questions:
        return
    rows = questions[0].union(*questions[1:], all=True)
    for place, number, said in sorted(rows, key=lambda row: row[:2]):
        table = asked[place]
        yield FoundRow(table, number, {name: _value(table, name, said) for name in table.columns})


def _question(table: Carried, *, at: int, programme: Programme, published: Published | None) -> Any:
    rows = table.rows(programme).order_by()
    if published is not None:
        rows = rows.filter(pk__in=published[table.name])
    said: dict[str, F] = {}
    for name in table.columns:
        said |= _asked(table, name)
    place = Value(at, output_field=IntegerField())
    return rows.annotate(found_at=place, found_says=JSONObject(**said)).values_list(
        "found_at", "pk", "found_says"
    )


def _asked(table: Carried, name: str) -> dict[str, F]:
    field = table.field(name)
    if not field.is_relation:
        return {name: F(name)}
    if field.related_model is ActionSheet:
        return {name: F(f"{name}__measure__number"), f"{SEQUENCE}{name}": F(f"{name}__sequence")}
    own = NAMED_BY.get(field.related_model)
    return {name: F(f"{name}__{own}" if own else f"{name}_id")}


def _value(table: Carried, name: str, said: dict[str, Any]) -> Any:
    field, value = table.field(name), said[name]
    if value is not None and field.is_relation and field.related_model is ActionSheet:
        return f"{value}-{said[f'{SEQUENCE}{name}']}"
    return value if value is None or field.is_relation else _typed(field, value)


def _typed(field: Any, value: Any) -> Any:
    """Give a value of JSON as its column holds it: databases do not write the same JSON of one value."""
    if isinstance(field, models.JSONField):
        return json.loads(value) if isinstance(value, str) else value
    found = field.to_python(str(value) if isinstance(field, models.DecimalField) else value)
    is_naive = isinstance(found, datetime.datetime) and found.tzinfo is None
    return found.replace(tzinfo=datetime.UTC) if is_naive else found
