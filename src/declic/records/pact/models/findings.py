"""The rows of what the text says against itself, and of what was answered."""

from django.db import models
from django.db.models import Q

from declic.records.accounts.editions import EditedRow
from declic.records.pact.choices import FindingChoice, SeverityChoice
from declic.records.pact.models.programmes import Programme
from declic.records.sources.models import Citation


class Finding(EditedRow):
    """
    Something that the text says against itself or leaves unsaid (fr: anomalie relevée); always computed.

    `explained_by` (identifying) is the name of the pilot who answered, shown to colleagues and to readers; it
    is kept as long as the answer.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="findings")
    position = models.PositiveIntegerField()
    rule = models.CharField(max_length=60)
    severity = models.CharField(max_length=10, choices=SeverityChoice)
    message = models.TextField()
    state = models.CharField(max_length=10, choices=FindingChoice, default=FindingChoice.OPEN)
    explanation = models.TextField(blank=True)
    explained_by = models.CharField(max_length=150, blank=True)
    explained_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["programme_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "position"], name="pact_finding_position_once"),
            models.CheckConstraint(
                condition=Q(severity__in=SeverityChoice.values), name="pact_finding_severity_known"
            ),
            models.CheckConstraint(
                condition=~Q(rule="") & ~Q(message=""), name="pact_finding_says_something"
            ),
            models.CheckConstraint(
                condition=Q(
                    state=FindingChoice.OPEN, explanation="", explained_by="", explained_at__isnull=True
                )
                | Q(state=FindingChoice.EXPLAINED, explained_at__isnull=False)
                & ~Q(explanation="")
                & ~Q(explained_by=""),
                name="pact_finding_explained_by_someone",
            ),
        ]

    def __str__(self) -> str:
        """Say its rule."""
        return f"finding {self.position} ({self.rule})"


class FindingPassage(models.Model):
    """A passage that a finding holds against another."""

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="passages")
    position = models.PositiveIntegerField()
    citation = models.ForeignKey(Citation, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["finding_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["finding", "position"], name="pact_findingpassage_position_once"),
            models.UniqueConstraint(fields=["finding", "citation"], name="pact_findingpassage_once"),
        ]

    def __str__(self) -> str:
        """Say of which finding."""
        return f"passage {self.position} of finding {self.finding_id}"
