"""The rows of mediator posts, and of how a promise of posts that reads in two ways is understood."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from declic.records.money.choices import PostState
from declic.records.pact.models import Measure
from declic.records.partners.models import Institution
from declic.records.sheets.models import ActionSheet
from declic.records.sheets.traced import Place, TracedRow


class MediatorPost(TracedRow):
    """
    A mediator post that an agreement funds (fr: poste adulte-relais): filled or not, never by whom.

    `open_data_id` is the post's number in the State's open data, where somebody confirmed that it is this one.
    `key` makes the same form sent twice one post.
    """

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="posts")
    sheet = models.ForeignKey(
        ActionSheet, on_delete=models.PROTECT, null=True, blank=True, related_name="posts"
    )
    key = models.CharField(max_length=60)
    employer = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="posts")
    mission = models.CharField(max_length=300, blank=True)
    agreement_reference = models.CharField(max_length=100, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=PostState, default=PostState.OPEN)
    state_on = models.DateField(null=True, blank=True)
    open_data_id = models.CharField(max_length=40, blank=True)

    traced: ClassVar[tuple[str, ...]] = (
        "employer_id",
        "mission",
        "agreement_reference",
        "starts_on",
        "ends_on",
        "state",
        "state_on",
        "open_data_id",
    )

    class Meta:
        ordering = ["measure_id", "id"]
        constraints = [
            models.UniqueConstraint(fields=["measure", "key"], name="post_once"),
            models.UniqueConstraint(
                fields=["open_data_id"], condition=~Q(open_data_id=""), name="post_of_open_data_once"
            ),
            models.CheckConstraint(condition=~Q(key=""), name="post_has_a_key"),
            models.CheckConstraint(condition=Q(state__in=PostState.values), name="post_state_known"),
            models.CheckConstraint(
                condition=Q(state=PostState.OPEN) | Q(state_on__isnull=False), name="post_filled_on_a_day"
            ),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="post_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        """Name it by its number."""
        return f"post {self.pk}"

    def place(self) -> Place:
        """Say under what its changes are told."""
        return Place(self.measure.programme_id, self.sheet_id)


class PromiseReading(TracedRow):
    """How many posts a measure promises, where its text reads in two ways: somebody's answer, and why."""

    measure = models.OneToOneField(Measure, on_delete=models.PROTECT, related_name="promise_reading")
    post_count = models.PositiveSmallIntegerField()
    why = models.TextField()

    traced: ClassVar[tuple[str, ...]] = ("post_count", "why")

    class Meta:
        ordering = ["measure_id"]
        constraints = [models.CheckConstraint(condition=~Q(why=""), name="promise_reading_says_why")]

    def __str__(self) -> str:
        """Name it by its number."""
        return f"promise reading {self.pk}"

    def place(self) -> Place:
        """Say under what its changes are told."""
        return Place(self.measure.programme_id)
