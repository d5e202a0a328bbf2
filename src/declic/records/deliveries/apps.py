"""Django's name for this room."""

from django.apps import AppConfig


class DeliveriesConfig(AppConfig):
    """The room `deliveries`."""

    name = "declic.records.deliveries"
    label = "deliveries"
