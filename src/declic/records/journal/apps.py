"""Django's name for this room."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """The room `journal`."""

    name = "declic.records.journal"
    label = "journal"
