"""The row of a model of sheet."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower


class SheetTemplate(models.Model):
    """
    A sheet written in advance (fr: modèle de fiche), which a new one starts from.

    `says` holds fields of a sheet as JSON says them; `milestones` a list of {title, weight, days} where `days`
    counts from the day on which the action starts.
    """

    name = models.CharField(max_length=120)
    summary = models.TextField(blank=True)
    says = models.JSONField(default=dict)
    milestones = models.JSONField(default=list)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(Lower("name"), name="sheet_template_name_once"),
            models.CheckConstraint(condition=~Q(name=""), name="sheet_template_has_a_name"),
        ]

    def __str__(self) -> str:
        """Say its name."""
        return self.name
