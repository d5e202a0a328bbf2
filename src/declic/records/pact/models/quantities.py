"""The rows of what the text counts: figures of the diagnosis, and money."""

from django.db import models
from django.db.models import Q

from declic.records.council.cited import CitedRow
from declic.records.pact.models.programmes import Programme
from declic.records.pact.models.promises import Axis, Measure
from declic.records.sources.models import Citation


class ContextFigure(CitedRow):
    """
    A quantity of the text that is not money: one value, or the ends of a range.

    `citation` is the quantity itself, `sentence` what it means; `measure` is where it is said, by position.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="figures")
    position = models.PositiveIntegerField()
    value = models.DecimalField(max_digits=20, decimal_places=6, null=True, blank=True)
    low = models.DecimalField(max_digits=20, decimal_places=6, null=True, blank=True)
    high = models.DecimalField(max_digits=20, decimal_places=6, null=True, blank=True)
    unit = models.TextField(blank=True)
    qualifier = models.TextField(blank=True)
    subject = models.TextField(blank=True)
    place = models.TextField(blank=True)
    date = models.TextField(blank=True)
    axis = models.ForeignKey(Axis, on_delete=models.PROTECT, null=True, blank=True, related_name="figures")
    measure = models.ForeignKey(
        Measure, on_delete=models.PROTECT, null=True, blank=True, related_name="figures"
    )
    sentence = models.ForeignKey(Citation, on_delete=models.PROTECT, related_name="+")

    class Meta(CitedRow.Meta):
        ordering = ["programme_id", "position"]
        constraints = [
            *CitedRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["programme", "position"], name="pact_contextfigure_position_once"
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=False, low__isnull=True, high__isnull=True)
                | Q(value__isnull=True) & (Q(low__isnull=False) | Q(high__isnull=False)),
                name="pact_contextfigure_value_or_range",
            ),
        ]

    def __str__(self) -> str:
        """Say the quantity."""
        return f"figure {self.position} of {self.programme_id}"


class Amount(CitedRow):
    """Money of the text, in euros (fr: montant)."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="amounts")
    position = models.PositiveIntegerField()
    euros = models.DecimalField(max_digits=16, decimal_places=2)
    qualifier = models.TextField(blank=True)
    funder = models.TextField(blank=True)
    beneficiary = models.TextField(blank=True)
    purpose = models.TextField(blank=True)
    period = models.TextField(blank=True)
    axis = models.ForeignKey(Axis, on_delete=models.PROTECT, null=True, blank=True, related_name="amounts")
    measure = models.ForeignKey(
        Measure, on_delete=models.PROTECT, null=True, blank=True, related_name="amounts"
    )
    sentence = models.ForeignKey(Citation, on_delete=models.PROTECT, related_name="+")

    class Meta(CitedRow.Meta):
        ordering = ["programme_id", "position"]
        constraints = [
            *CitedRow.Meta.constraints,
            models.UniqueConstraint(fields=["programme", "position"], name="pact_amount_position_once"),
            models.CheckConstraint(condition=Q(euros__gte=0), name="pact_amount_not_negative"),
        ]

    def __str__(self) -> str:
        """Say how much."""
        return f"{self.euros} €"
