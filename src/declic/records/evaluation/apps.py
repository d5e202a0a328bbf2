"""Django's name for this room."""

from django.apps import AppConfig


class EvaluationConfig(AppConfig):
    """The room `evaluation`."""

    name = "declic.records.evaluation"
    label = "evaluation"
