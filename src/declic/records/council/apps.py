"""Django's name for this room."""

from django.apps import AppConfig


class CouncilConfig(AppConfig):
    """The room `council`."""

    name = "declic.records.council"
    label = "council"
