"""The rows of what a document does not say of its acts, and that their publication as open data asks for."""

from django.db import models
from django.db.models import Q

from declic.records.accounts.editions import EditedRow
from declic.records.council.matters import MATTERS
from declic.records.council.models.deliberations import Deliberation
from declic.records.council.models.sittings import Sitting


class Filing(EditedRow):
    """
    What a clerk says so that the acts of a sitting leave as open data (fr: mise en données ouvertes).

    Whose council it is stands on the council; the matter of each act, on its `FiledAct`.
    """

    sitting = models.OneToOneField(Sitting, on_delete=models.PROTECT, related_name="filing")

    class Meta:
        ordering = ["sitting_id"]

    def __str__(self) -> str:
        """Say of which sitting."""
        return f"filing of sitting {self.sitting_id}"


class FiledAct(models.Model):
    """
    The matter of an act in the nomenclature, and the day when the prefecture received it; empty is unsaid.

    Kept only where one of them is said.
    """

    filing = models.ForeignKey(Filing, on_delete=models.PROTECT, related_name="acts")
    deliberation = models.OneToOneField(Deliberation, on_delete=models.PROTECT, related_name="filed")
    matter = models.CharField(max_length=4, blank=True)
    received_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["deliberation_id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(matter__in=["", *MATTERS]), name="council_filedact_matter_known"
            ),
            models.CheckConstraint(
                condition=~Q(matter="") | Q(received_on__isnull=False), name="council_filedact_says_something"
            ),
        ]

    def __str__(self) -> str:
        """Say of which act."""
        return f"filed act {self.deliberation_id}"
