"""The row of what becomes of a measure when the pact ends."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from declic.records.pact.models import Measure
from declic.records.partners.models import Institution
from declic.records.sheets.traced import Place, TracedRow
from declic.records.steering.choices import LONGEST_FRAME, Fate


class CarryOver(TracedRow):
    """
    What becomes of a measure when the pact ends, and who takes it over (fr: reconduction).

    `frame` is what carries it then, in words (« contrat de ville »); a measure that ends says why.
    """

    measure = models.OneToOneField(Measure, on_delete=models.PROTECT, related_name="carry_over")
    fate = models.CharField(max_length=20, choices=Fate)
    institution = models.ForeignKey(
        Institution, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    frame = models.CharField(max_length=LONGEST_FRAME, blank=True)
    why = models.TextField(blank=True)

    traced: ClassVar[tuple[str, ...]] = ("fate", "institution_id", "frame", "why")

    class Meta:
        ordering = ["measure_id"]
        constraints = [
            models.CheckConstraint(condition=Q(fate__in=Fate.values), name="carry_over_fate_known"),
            models.CheckConstraint(
                condition=Q(fate=Fate.ENDS) & ~Q(why="") | ~Q(fate=Fate.ENDS) & Q(institution__isnull=False),
                name="carry_over_says_who_or_why",
            ),
        ]

    def __str__(self) -> str:
        """Name it by its number."""
        return f"carry-over {self.pk}"

    def place(self) -> Place:
        """Say under what its changes are told."""
        return Place(self.measure.programme_id)
