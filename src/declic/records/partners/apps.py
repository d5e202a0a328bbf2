"""Django's name for this room."""

from django.apps import AppConfig


class PartnersConfig(AppConfig):
    """The room `partners`."""

    name = "declic.records.partners"
    label = "partners"
