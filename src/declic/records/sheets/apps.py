"""Django's name for this room."""

from django.apps import AppConfig


class SheetsConfig(AppConfig):
    """The room `sheets`."""

    name = "declic.records.sheets"
    label = "sheets"
