"""Rows point down, name themselves, and are held by the database."""

import tomllib

import pytest
from django.apps import apps
from django.db import models

from tests.house.house import HOUSE


def our_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("declic.records.")]


def order_of_records() -> list[str]:
    """The ground first, read from the import contract itself."""
    settings = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["id"] == "records-order")
    return [layer.strip() for layer in reversed(layers)]


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model._meta.label)
def test_a_foreign_key_points_down(model):
    order = order_of_records()
    upward = [
        f"{field.name} → {field.related_model._meta.label}"
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey)
        and field.related_model._meta.app_label in order
        and order.index(field.related_model._meta.app_label) > order.index(model._meta.app_label)
    ]

    assert upward == []


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model._meta.label)
def test_a_row_names_itself(model):
    assert model.__str__ is not models.Model.__str__


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model._meta.label)
def test_a_row_says_what_it_is(model):
    assert model.__doc__
    assert not model.__doc__.startswith(f"{model.__name__}(")
