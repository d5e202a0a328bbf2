"""The rows of the journal: a chain of lines that the database refuses to change."""

from django.db import models


class Line(models.Model):
    """
    One act, written once.

    `who` and `about` are marks such as « user 3 » or « draft 12 », never names: a line survives the erasure of
    the person. `hash` seals the line and the one before it; the triggers of the migration refuse changes.
    """

    at = models.DateTimeField()
    who = models.CharField(max_length=60)
    verb = models.CharField(max_length=60)
    about = models.CharField(max_length=120)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["previous_hash"], name="journal_does_not_fork"),
            models.UniqueConstraint(fields=["hash"], name="journal_hash_once"),
        ]

    def __str__(self) -> str:
        """Read as a sentence in the shell."""
        return f"{self.who} {self.verb} {self.about}"
