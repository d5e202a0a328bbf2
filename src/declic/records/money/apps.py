"""Django's name for this room."""

from django.apps import AppConfig


class MoneyConfig(AppConfig):
    """The room `money`."""

    name = "declic.records.money"
    label = "money"
