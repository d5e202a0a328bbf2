"""The rows of the open data of funded posts, as they were imported."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from declic.records.pact.models import Programme


class PostImport(models.Model):
    """
    A file of funded posts that was imported for a programme, and what became of its rows.

    `by` (identifying, through the account) is who imported it; emptied when the account is erased.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="post_imports")
    sha256 = models.CharField(max_length=64)
    code = models.CharField(max_length=40, blank=True)
    file_name = models.CharField(max_length=200)
    added = models.PositiveIntegerField()
    changed = models.PositiveIntegerField()
    known = models.PositiveIntegerField()
    elsewhere = models.PositiveIntegerField()
    refused = models.JSONField(default=list, blank=True)
    doubtful = models.JSONField(default=list, blank=True)
    imported_at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["programme_id", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "sha256", "code"], name="post_import_once"),
        ]

    def __str__(self) -> str:
        """Name it by its number."""
        return f"import {self.pk}"


class FundedPostRow(models.Model):
    """A post funded in a year, as the State's open data say; the euros are not believed where `is_doubtful`."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="funded_posts")
    post_id = models.CharField(max_length=40)
    employer = models.CharField(max_length=300)
    year = models.PositiveSmallIntegerField()
    euros = models.DecimalField(max_digits=10, decimal_places=2)
    code = models.CharField(max_length=40, blank=True)
    is_doubtful = models.BooleanField(default=False)

    class Meta:
        ordering = ["programme_id", "employer", "year", "post_id"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "post_id", "year"], name="funded_post_once_a_year"),
            models.CheckConstraint(condition=Q(euros__gt=0), name="funded_post_is_money"),
            models.CheckConstraint(condition=~Q(post_id="") & ~Q(employer=""), name="funded_post_says_whose"),
        ]

    def __str__(self) -> str:
        """Say which, and when."""
        return f"funded post {self.pk}"
