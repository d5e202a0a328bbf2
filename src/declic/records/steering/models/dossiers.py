"""The row of a dossier, which never changes."""

from django.db import models
from django.db.models import Q

from declic.records.steering.models.meetings import Meeting


class Dossier(models.Model):
    """
    What was known before a meeting, frozen (fr: dossier de séance).

    `content` is canonical JSON, `sha256` its seal; the same facts give the same content. A trigger of the database
    refuses that a dossier changes or goes.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="dossiers")
    sequence = models.PositiveIntegerField()
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    frozen_at = models.DateTimeField()

    class Meta:
        ordering = ["meeting_id", "sequence"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "sequence"], name="dossier_number_once"),
            models.UniqueConstraint(fields=["meeting", "sha256"], name="dossier_of_the_same_facts_once"),
            models.CheckConstraint(condition=~Q(content="") & ~Q(sha256=""), name="dossier_is_sealed"),
        ]

    def __str__(self) -> str:
        """Name it by its number."""
        return f"dossier {self.pk}"
