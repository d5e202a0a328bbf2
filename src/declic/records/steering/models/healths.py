"""The row of a health that somebody wrote: what the rules propose stays beside it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from declic.records.sheets.models import ActionSheet
from declic.records.sheets.traced import Place, TracedRow
from declic.records.steering.choices import HealthChoice


class WrittenHealth(TracedRow):
    """
    How a sheet fares in the words of who pilots its axis, and why (fr: météo).

    What the rules propose is computed anew each day, and never replaced by this.
    """

    sheet = models.OneToOneField(ActionSheet, on_delete=models.PROTECT, related_name="written_health")
    health = models.CharField(max_length=10, choices=HealthChoice)
    why = models.TextField()

    traced: ClassVar[tuple[str, ...]] = ("health", "why")

    class Meta:
        ordering = ["sheet_id"]
        constraints = [
            models.CheckConstraint(condition=Q(health__in=HealthChoice.values), name="written_health_known"),
            models.CheckConstraint(condition=~Q(why=""), name="written_health_says_why"),
        ]

    def __str__(self) -> str:
        """Name it by its number."""
        return f"written health {self.pk}"

    def place(self) -> Place:
        """Say under what its changes are told."""
        return Place(self.sheet.measure.programme_id, self.sheet_id)
