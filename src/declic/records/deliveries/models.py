"""The row of a delivery."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from declic.records.deliveries.choices import DeliveryKind
from declic.records.pact.models import Measure
from declic.records.sheets.models import ActionSheet
from declic.records.sheets.traced import Place, TracedRow


SEXES = ("women", "men")
BANDS = ("aged_under_16", "aged_16_to_25", "aged_26_to_64", "aged_65_and_over")
PARTS = (*SEXES, *BANDS)


def _sum_of(names: tuple[str, ...]) -> models.expressions.Combinable:
    total: models.expressions.Combinable = Coalesce(F(names[0]), 0)
    for name in names[1:]:
        total = total + Coalesce(F(name), 0)
    return total


class Delivery(TracedRow):
    """
    Something that was done for a measure on a day (fr: réalisation): people are counted, never named.

    `count` is empty where nobody counted; the parts by sex and by age band never exceed it. `person_key` is an
    anonymous key, the same for one person or one post, for who counts each once. `source_key` is the key of what it
    comes from: one key is one delivery.
    """

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="deliveries")
    sheet = models.ForeignKey(
        ActionSheet, on_delete=models.PROTECT, null=True, blank=True, related_name="deliveries"
    )
    source_key = models.CharField(max_length=80)
    kind = models.CharField(max_length=10, choices=DeliveryKind)
    on = models.DateField()
    place_words = models.CharField(max_length=200, blank=True)
    count = models.PositiveIntegerField(null=True, blank=True)
    women = models.PositiveIntegerField(null=True, blank=True)
    men = models.PositiveIntegerField(null=True, blank=True)
    aged_under_16 = models.PositiveIntegerField(null=True, blank=True)
    aged_16_to_25 = models.PositiveIntegerField(null=True, blank=True)
    aged_26_to_64 = models.PositiveIntegerField(null=True, blank=True)
    aged_65_and_over = models.PositiveIntegerField(null=True, blank=True)
    person_key = models.CharField(max_length=64, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    traced: ClassVar[tuple[str, ...]] = ("kind", "on", "place_words", "count", *PARTS, "person_key")

    class Meta:
        ordering = ["measure_id", "-on", "-id"]
        indexes = [models.Index(fields=["measure", "on"], name="delivery_of_a_measure")]
        constraints = [
            models.UniqueConstraint(fields=["measure", "source_key"], name="delivery_once"),
            models.CheckConstraint(condition=~Q(source_key=""), name="delivery_has_a_source"),
            models.CheckConstraint(condition=Q(kind__in=DeliveryKind.values), name="delivery_kind_known"),
            *(
                models.CheckConstraint(
                    condition=Q(**dict.fromkeys((f"{part}__isnull" for part in parts), True))
                    | Q(count__isnull=False, count__gte=_sum_of(parts)),
                    name=f"delivery_{name}_within_all",
                )
                for name, parts in (("sexes", SEXES), ("bands", BANDS))
            ),
        ]

    def __str__(self) -> str:
        """Name it by its number."""
        return f"delivery {self.pk}"

    def place(self) -> Place:
        """Say under what its changes are told."""
        return Place(self.measure.programme_id, self.sheet_id)
