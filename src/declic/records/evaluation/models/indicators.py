"""The rows of indicators, of their targets, of the rules that fill them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from declic.records.evaluation.choices import (
    AggregationChoice,
    DirectionChoice,
    FrequencyChoice,
    IndicatorKind,
)
from declic.records.pact.models import Measure, Programme
from declic.records.partners.models import Institution
from declic.records.sheets.models import ActionSheet
from declic.records.sheets.traced import Place, TracedRow


class Indicator(TracedRow):
    """
    What is observed of a measure or of the whole programme (fr: indicateur), how often, which way it should go.

    `baseline_value` on `baseline_on` is where it starts; without it no progress is calculated. `delay_days` is how
    long after a period its value may be awaited.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="indicators")
    measure = models.ForeignKey(
        Measure, on_delete=models.PROTECT, null=True, blank=True, related_name="indicators"
    )
    code = models.CharField(max_length=30)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=IndicatorKind, default=IndicatorKind.OUTPUT)
    unit = models.CharField(max_length=60, blank=True)
    direction = models.CharField(max_length=10, choices=DirectionChoice, default=DirectionChoice.UP)
    frequency = models.CharField(max_length=10, choices=FrequencyChoice, default=FrequencyChoice.QUARTER)
    delay_days = models.PositiveSmallIntegerField(default=30)
    baseline_value = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    baseline_on = models.DateField(null=True, blank=True)
    data_owner = models.ForeignKey(
        Institution, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    method = models.TextField(blank=True)
    limits = models.TextField(blank=True)

    traced: ClassVar[tuple[str, ...]] = (
        "code",
        "name",
        "kind",
        "unit",
        "direction",
        "frequency",
        "delay_days",
        "baseline_value",
        "baseline_on",
        "data_owner_id",
        "method",
        "limits",
    )

    class Meta:
        ordering = ["programme_id", "code"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "code"], name="indicator_code_once"),
            models.CheckConstraint(condition=~Q(code="") & ~Q(name=""), name="indicator_says_what"),
            models.CheckConstraint(condition=Q(kind__in=IndicatorKind.values), name="indicator_kind_known"),
            models.CheckConstraint(
                condition=Q(direction__in=DirectionChoice.values), name="indicator_direction_known"
            ),
            models.CheckConstraint(
                condition=Q(frequency__in=FrequencyChoice.values), name="indicator_frequency_known"
            ),
            models.CheckConstraint(
                condition=Q(baseline_value__isnull=True) | Q(baseline_on__isnull=False),
                name="indicator_baseline_on_a_day",
            ),
            models.CheckConstraint(condition=Q(delay_days__lte=730), name="indicator_delay_of_two_years"),
        ]

    def __str__(self) -> str:
        """Say its code."""
        return self.code

    def place(self) -> Place:
        """Say under what its changes are told."""
        return Place(self.programme_id)


class IndicatorTarget(TracedRow):
    """A value that an indicator should reach by a day (fr: cible); the last one is the aim, others are on the way."""

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="targets")
    on = models.DateField()
    value = models.DecimalField(max_digits=14, decimal_places=2)

    traced: ClassVar[tuple[str, ...]] = ("on", "value")

    class Meta:
        ordering = ["indicator_id", "on"]
        constraints = [
            models.UniqueConstraint(fields=["indicator", "on"], name="target_once_a_day"),
        ]

    def __str__(self) -> str:
        """Name it by its number."""
        return f"target {self.pk}"

    def place(self) -> Place:
        """Say under what its changes are told."""
        return Place(self.indicator.programme_id)


class IndicatorRule(TracedRow):
    """
    How deliveries fill an indicator (fr: règle de calcul): of which kinds, and what is made of them.

    The measure is the indicator's; `part` counts one sex or age band only. Cumulative: since the start of the pact.
    """

    indicator = models.OneToOneField(Indicator, on_delete=models.PROTECT, related_name="rule")
    kinds = models.JSONField(default=list)
    aggregation = models.CharField(max_length=10, choices=AggregationChoice)
    sheet = models.ForeignKey(ActionSheet, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    part = models.CharField(max_length=20, blank=True)
    is_cumulative = models.BooleanField(default=True)

    traced: ClassVar[tuple[str, ...]] = ("kinds", "aggregation", "sheet_id", "part", "is_cumulative")

    class Meta:
        ordering = ["indicator_id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(aggregation__in=AggregationChoice.values), name="rule_aggregation_known"
            ),
        ]

    def __str__(self) -> str:
        """Name it by its number."""
        return f"rule {self.pk}"

    def place(self) -> Place:
        """Say under what its changes are told."""
        return Place(self.indicator.programme_id)
