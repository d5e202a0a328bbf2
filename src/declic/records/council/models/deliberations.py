"""The rows of what a sitting decided: deliberations, decisions, votes, signatures."""

from django.db import models
from django.db.models import Q

from declic.records.council.cited import CitedRow
from declic.records.council.models.sittings import Sitting


class Deliberation(CitedRow):
    """
    An act of the council (fr: délibération).

    `question` is its place on the agenda as the act states it, whether or not the order of passage holds it. The
    last day of appeal is computed when read, never kept.
    """

    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, related_name="deliberations")
    position = models.PositiveIntegerField()
    question = models.PositiveIntegerField(null=True, blank=True)
    number = models.TextField(blank=True)
    title = models.TextField(blank=True)
    rapporteur = models.TextField(blank=True)
    budget_impact = models.TextField(blank=True)
    summary = models.TextField(blank=True)
    appeal_court = models.TextField(blank=True)
    appeal_months = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta(CitedRow.Meta):
        ordering = ["sitting_id", "position"]
        constraints = [
            *CitedRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["sitting", "position"], name="council_deliberation_position_once"
            ),
        ]

    def __str__(self) -> str:
        """Say its number."""
        return f"deliberation {self.number or self.pk}"


class Decision(CitedRow):
    """One thing that a deliberation decides (fr: décision)."""

    deliberation = models.ForeignKey(Deliberation, on_delete=models.PROTECT, related_name="decisions")
    position = models.PositiveIntegerField()
    verb = models.TextField()
    text = models.TextField()

    class Meta(CitedRow.Meta):
        ordering = ["deliberation_id", "position"]
        constraints = [
            *CitedRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["deliberation", "position"], name="council_decision_position_once"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="council_decision_says_something"),
        ]

    def __str__(self) -> str:
        """Say which decision."""
        return f"decision {self.position} of deliberation {self.deliberation_id}"


class Vote(CitedRow):
    """The result of a vote as stated (fr: vote); nothing said is empty, never zero."""

    deliberation = models.OneToOneField(Deliberation, on_delete=models.PROTECT, related_name="vote")
    votes_for = models.PositiveIntegerField(null=True, blank=True)
    against = models.PositiveIntegerField(null=True, blank=True)
    abstention = models.PositiveIntegerField(null=True, blank=True)
    interested = models.PositiveIntegerField(null=True, blank=True)
    unanimous = models.BooleanField(null=True, blank=True)
    abstention_counts_non_voters = models.BooleanField(default=False)

    class Meta(CitedRow.Meta):
        ordering = ["deliberation_id"]
        constraints = [
            *CitedRow.Meta.constraints,
            models.CheckConstraint(
                condition=Q(votes_for__isnull=False)
                | Q(against__isnull=False)
                | Q(abstention__isnull=False)
                | Q(interested__isnull=False)
                | Q(unanimous__isnull=False),
                name="council_vote_says_something",
            ),
        ]

    def __str__(self) -> str:
        """Say of what."""
        return f"vote of deliberation {self.deliberation_id}"


class Signature(CitedRow):
    """Who signs the extract, and as what."""

    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, related_name="signatures")
    position = models.PositiveIntegerField()
    name = models.TextField()
    role = models.TextField(blank=True)

    class Meta(CitedRow.Meta):
        ordering = ["sitting_id", "position"]
        constraints = [
            *CitedRow.Meta.constraints,
            models.UniqueConstraint(fields=["sitting", "position"], name="council_signature_position_once"),
            models.CheckConstraint(condition=~Q(name=""), name="council_signature_has_a_name"),
        ]

    def __str__(self) -> str:
        """Say which line."""
        return f"signature {self.position} of sitting {self.sitting_id}"
