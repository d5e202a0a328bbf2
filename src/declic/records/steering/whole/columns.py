"""How a value of a column is written in the file, read again, and what its schema says."""

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db import models

from declic.records.deliveries.choices import DeliveryKind
from declic.records.deliveries.models import PARTS
from declic.records.pact.models import Axis, Body
from declic.records.sheets.choices import TargetGroup, Theme
from declic.records.steering.whole.naming import OWN_NAMES
from declic.records.steering.whole.tables import CARRIED, Carried
from declic.records.steering.whole.values import CarriedColumn, CarriedShape


Schema = dict[str, Any]
EUROS = r"^\d{1,12}\.\d\d$"
KEY = {"anyOf": [{"type": "string", "pattern": "^(post-|p)[1-9][0-9]{0,8}$"}, {"type": "null"}]}
LISTS: Mapping[str, Schema] = {
    "target_groups": {"type": "array", "uniqueItems": True, "items": {"enum": TargetGroup.values}},
    "themes": {"type": "array", "uniqueItems": True, "items": {"enum": Theme.values}},
    "kinds": {"type": "array", "uniqueItems": True, "items": {"enum": DeliveryKind.values}},
    "announced_funders": {
        "type": "array",
        "items": {
            "type": "array",
            "prefixItems": [{"type": "string", "minLength": 1}, {"type": ["string", "null"]}],
            "items": False,
            "minItems": 2,
        },
    },
}
"""What the columns that hold a list hold."""


def written(value: object) -> Any:
    """Give a value as JSON says it: a day and an hour in ISO 8601, euros as text with two decimals, null for nothing."""
    match value:
        case datetime.datetime():
            said: Any = value.astimezone(datetime.UTC).isoformat()
        case datetime.date():
            said = value.isoformat()
        case Decimal():
            said = f"{value:.2f}"
        case "":
            said = None
        case _:
            said = value
    return said


def read(field: Any, value: object) -> Any:
    """Give a value of the file as the column holds it. Raises ValueError, django's ValidationError."""
    if isinstance(field, models.JSONField):
        return value
    found = field.to_python(value)
    if isinstance(found, datetime.datetime) and found.tzinfo is None:
        raise ValueError(f"{field.name}: {value}")
    return found


def shapes() -> tuple[CarriedShape, ...]:
    """Give the shape of every table that travels, for its published schema."""
    return tuple(
        CarriedShape(
            table.name,
            (table.model.__doc__ or "").strip().partition("\n")[0],
            tuple(CarriedColumn(name, _schema(table, name)) for name in _names(table)),
        )
        for table in CARRIED
    )


def _names(table: Carried) -> tuple[str, ...]:
    return ("id", *table.columns) if table.has_id else table.columns


def _schema(table: Carried, name: str) -> Schema:
    if name == "id":
        return {"type": "integer", "minimum": 1}
    if name == "person_key":
        return KEY
    field = table.field(name)
    found = _link(field.related_model) if field.is_relation else _plain(field)
    is_needed = not (field.null or field.blank or field.has_default())
    is_hidden = bool(table.public) and name not in table.public
    if is_needed and not is_hidden:
        return found
    return {"anyOf": [found, {"type": "null"}]}


def _link(model: Any) -> Schema:
    is_number = model not in OWN_NAMES or model in (Axis, Body)
    return {"type": "integer", "minimum": 1} if is_number else {"type": "string", "minLength": 1}


def _plain(field: Any) -> Schema:
    if field.name == "part":
        return {"enum": list(PARTS)}
    if field.choices:
        return {"enum": [value for value, _label in field.choices if value]}
    if isinstance(field, models.JSONField):
        return dict(LISTS[field.name])
    return _of_kind(field)


def _of_kind(field: Any) -> Schema:
    match field:
        case models.BooleanField():
            found: Schema = {"type": "boolean"}
        case models.DateTimeField():
            found = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?\+00:00$"}
        case models.DateField():
            found = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}
        case models.DecimalField():
            found = {"type": "string", "pattern": EUROS if "euros" in field.name else f"^-?{EUROS[1:]}"}
        case models.IntegerField():
            top = 32_767 if isinstance(field, models.PositiveSmallIntegerField) else 2_147_483_647
            found = {"type": "integer", "minimum": 0, "maximum": top}
        case _:
            found = {"type": "string", "minLength": 1}
            if field.max_length:
                found["maxLength"] = field.max_length
    return found
