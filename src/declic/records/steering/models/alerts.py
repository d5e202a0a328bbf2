"""The row of an alert that was muted."""

from django.db import models
from django.db.models import Q

from declic.records.accounts.editions import EditedRow
from declic.records.pact.models import Programme


class MutedAlert(EditedRow):
    """
    An alert that somebody muted, and why (fr: alerte mise en sourdine); `key` is its rule and what it is about.

    It speaks again the day after `until_on`; without one, when somebody lets it speak (`is_muted` no more).
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="muted_alerts")
    key = models.CharField(max_length=120)
    reason = models.TextField()
    until_on = models.DateField(null=True, blank=True)
    is_muted = models.BooleanField(default=True)

    class Meta:
        ordering = ["programme_id", "key"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "key"], name="alert_muted_once"),
            models.CheckConstraint(condition=~Q(reason="") & ~Q(key=""), name="muted_alert_has_a_reason"),
        ]

    def __str__(self) -> str:
        """Say which one."""
        return f"muted alert {self.pk}"
