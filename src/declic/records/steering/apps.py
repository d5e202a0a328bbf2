"""Django's name for this record."""

from django.apps import AppConfig


class SteeringConfig(AppConfig):
    """The record `steering`."""

    name = "declic.records.steering"
    label = "steering"
