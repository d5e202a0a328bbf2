"""The rows of observations, and of the periods that a dossier has used."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from declic.records.evaluation.choices import ObservationOrigin, ObservationState
from declic.records.evaluation.models.indicators import Indicator
from declic.records.pact.models import Programme
from declic.records.sheets.traced import Place, TracedRow


class Observation(TracedRow):
    """
    The value of an indicator in a period (fr: valeur constatée): where it comes from, and whether it is approved.

    What a rule computes is kept once it is approved or its period is locked; until then it is computed when asked.
    """

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="observations")
    start_on = models.DateField()
    end_on = models.DateField()
    value = models.DecimalField(max_digits=14, decimal_places=2)
    origin = models.CharField(max_length=10, choices=ObservationOrigin)
    state = models.CharField(max_length=10, choices=ObservationState, default=ObservationState.DRAFT)
    comment = models.TextField(blank=True)
    evidence = models.CharField(max_length=300, blank=True)
    review_words = models.TextField(blank=True)

    traced: ClassVar[tuple[str, ...]] = (
        "start_on",
        "end_on",
        "value",
        "origin",
        "state",
        "comment",
        "evidence",
        "review_words",
    )

    class Meta:
        ordering = ["indicator_id", "end_on"]
        constraints = [
            models.UniqueConstraint(fields=["indicator", "end_on"], name="observation_once_a_period"),
            models.CheckConstraint(
                condition=Q(origin__in=ObservationOrigin.values), name="observation_origin_known"
            ),
            models.CheckConstraint(
                condition=Q(state__in=ObservationState.values), name="observation_state_known"
            ),
            models.CheckConstraint(
                condition=Q(end_on__gte=F("start_on")), name="observation_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=~Q(state=ObservationState.RETURNED) | ~Q(review_words=""),
                name="observation_returned_with_words",
            ),
        ]

    def __str__(self) -> str:
        """Name it by its number."""
        return f"observation {self.pk}"

    def place(self) -> Place:
        """Say under what its changes are told."""
        return Place(self.indicator.programme_id)


class PeriodLock(models.Model):
    """
    Periods that no longer change, up to a day: a dossier used them.

    `by` (identifying, through the account) is who froze it; emptied when the account is erased.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="period_locks")
    until_on = models.DateField()
    cause = models.CharField(max_length=60)
    locked_at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["programme_id", "-until_on"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "until_on", "cause"], name="period_lock_once"),
            models.CheckConstraint(condition=~Q(cause=""), name="period_lock_has_a_cause"),
        ]

    def __str__(self) -> str:
        """Name it by its number."""
        return f"period lock {self.pk}"
