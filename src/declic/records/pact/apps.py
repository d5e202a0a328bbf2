"""Django's name for this room."""

from django.apps import AppConfig


class PactConfig(AppConfig):
    """The room `pact`."""

    name = "declic.records.pact"
    label = "pact"
