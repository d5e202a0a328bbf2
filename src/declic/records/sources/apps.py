"""Django's name for this room."""

from django.apps import AppConfig


class SourcesConfig(AppConfig):
    """The room `sources`."""

    name = "declic.records.sources"
    label = "sources"
