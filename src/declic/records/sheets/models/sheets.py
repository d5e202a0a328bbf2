"""The row of an action sheet."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from declic.records.pact.models import Measure
from declic.records.sheets.choices import (
    LONGEST_TITLE,
    Maturity,
    Participation,
    Priority,
    Publication,
    SheetStatus,
)
from declic.records.sheets.traced import Place, TracedRow


WRITTEN = (
    "title",
    "context",
    "description",
    "general_objective",
    "objectives",
    "expected_results",
    "target_groups",
    "themes",
    "age_min",
    "age_max",
    "expected_reach",
    "places",
    "start_on",
    "end_on",
    "is_yearly",
    "status",
    "priority",
    "maturity",
    "participation",
    "participation_note",
    "means",
    "governance_note",
    "indicators_note",
    "funding_note",
    "announced_funders",
    "announced_budget",
    "evaluation_method",
    "evaluation_result",
    "public_summary",
    "publication",
)
"""Every field of a sheet that somebody writes; each of its changes leaves a line."""


class ActionSheet(TracedRow):
    """
    What carries a measure out (fr: fiche action); several for one measure, each with its own institutions.

    Its code is the measure's number and `sequence` (« 23-1 »), given once. « Late » is never kept: it is computed
    from the dates. `announced_funders` is what a spreadsheet says of money before there are funding lines: a list
    of [name, euros as text]; `announced_budget` the same in one sum.
    """

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="sheets")
    sequence = models.PositiveSmallIntegerField()
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    title = models.CharField(max_length=LONGEST_TITLE)
    context = models.TextField(blank=True)
    description = models.TextField(blank=True)
    general_objective = models.TextField(blank=True)
    objectives = models.TextField(blank=True)
    expected_results = models.TextField(blank=True)
    target_groups = models.JSONField(default=list, blank=True)
    themes = models.JSONField(default=list, blank=True)
    age_min = models.PositiveSmallIntegerField(null=True, blank=True)
    age_max = models.PositiveSmallIntegerField(null=True, blank=True)
    expected_reach = models.PositiveIntegerField(null=True, blank=True)
    places = models.TextField(blank=True)
    start_on = models.DateField(null=True, blank=True)
    end_on = models.DateField(null=True, blank=True)
    is_yearly = models.BooleanField(default=False)
    status = models.CharField(max_length=20, choices=SheetStatus, default=SheetStatus.TO_WRITE)
    priority = models.CharField(max_length=10, choices=Priority, blank=True)
    maturity = models.CharField(max_length=10, choices=Maturity, default=Maturity.DRAFT)
    participation = models.CharField(max_length=20, choices=Participation, blank=True)
    participation_note = models.TextField(blank=True)
    means = models.TextField(blank=True)
    governance_note = models.TextField(blank=True)
    indicators_note = models.TextField(blank=True)
    funding_note = models.TextField(blank=True)
    announced_funders = models.JSONField(default=list, blank=True)
    announced_budget = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    evaluation_method = models.TextField(blank=True)
    evaluation_result = models.TextField(blank=True)
    public_summary = models.TextField(blank=True)
    publication = models.CharField(max_length=10, choices=Publication, default=Publication.PRIVATE)
    opened_at = models.DateTimeField(auto_now_add=True)

    traced: ClassVar[tuple[str, ...]] = WRITTEN

    class Meta:
        ordering = ["measure_id", "sequence"]
        constraints = [
            models.UniqueConstraint(fields=["measure", "sequence"], name="sheet_code_once"),
            models.UniqueConstraint(
                "measure", Lower("title"), condition=Q(parent__isnull=True), name="sheet_title_once"
            ),
            models.UniqueConstraint(
                "parent", Lower("title"), condition=Q(parent__isnull=False), name="sheet_title_once_in_parent"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="sheet_has_a_title"),
            models.CheckConstraint(condition=Q(sequence__gte=1), name="sheet_sequence_from_one"),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")), name="sheet_not_its_own_parent"
            ),
            models.CheckConstraint(condition=Q(status__in=SheetStatus.values), name="sheet_status_known"),
            models.CheckConstraint(
                condition=Q(priority__in=["", *Priority.values]), name="sheet_priority_known"
            ),
            models.CheckConstraint(condition=Q(maturity__in=Maturity.values), name="sheet_maturity_known"),
            models.CheckConstraint(
                condition=Q(participation__in=["", *Participation.values]), name="sheet_participation_known"
            ),
            models.CheckConstraint(
                condition=Q(publication__in=Publication.values), name="sheet_publication_known"
            ),
            models.CheckConstraint(
                condition=~Q(publication=Publication.PUBLISHED) | ~Q(public_summary=""),
                name="sheet_published_says_something",
            ),
            models.CheckConstraint(
                condition=Q(start_on__isnull=True) | Q(end_on__isnull=True) | Q(end_on__gte=F("start_on")),
                name="sheet_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=(Q(age_min__isnull=True) | Q(age_min__lte=120))
                & (Q(age_max__isnull=True) | Q(age_max__lte=120))
                & (Q(age_min__isnull=True) | Q(age_max__isnull=True) | Q(age_max__gte=F("age_min"))),
                name="sheet_ages_in_order",
            ),
            models.CheckConstraint(
                condition=Q(announced_budget__isnull=True) | Q(announced_budget__gte=0),
                name="sheet_budget_not_negative",
            ),
        ]

    def __str__(self) -> str:
        """Name it by its number: its code needs its measure."""
        return f"action sheet {self.pk}"

    @property
    def code(self) -> str:
        """Give its code: the measure's number and its place under it."""
        return f"{self.measure.number}-{self.sequence}"

    def place(self) -> Place:
        """Say under what its changes are told."""
        return Place(self.measure.programme_id, self.pk)
