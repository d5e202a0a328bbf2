"""The rows of meetings: their agenda, who was there."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from declic.records.pact.models import Measure
from declic.records.partners.models import Institution
from declic.records.sheets.models import ActionSheet
from declic.records.sheets.traced import Place, TracedRow
from declic.records.steering.choices import ItemKind, ItemState, MeetingState, PresenceChoice
from declic.records.steering.models.committees import Committee


LONGEST_LINE = 300
LONGEST_MINUTES = 600


class Meeting(TracedRow):
    """
    A date on which a committee meets (fr: réunion), from its planning to its approved minutes (fr: compte rendu).

    `number` counts the meetings of its committee. `minutes` is drafted from the rows, then written by somebody.
    """

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="meetings")
    number = models.PositiveIntegerField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    location = models.CharField(max_length=LONGEST_LINE, blank=True)
    state = models.CharField(max_length=20, choices=MeetingState, default=MeetingState.PLANNED)
    minutes = models.TextField(blank=True)

    traced: ClassVar[tuple[str, ...]] = ("starts_at", "ends_at", "location", "state", "minutes")

    class Meta:
        ordering = ["committee_id", "starts_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["committee", "number"], name="meeting_number_once"),
            models.CheckConstraint(condition=Q(state__in=MeetingState.values), name="meeting_state_known"),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")), name="meeting_ends_after"
            ),
        ]

    def __str__(self) -> str:
        """Name it by its number."""
        return f"meeting {self.pk}"

    def place(self) -> Place:
        """Say under what its changes are told."""
        return Place(self.committee.programme_id)


class AgendaItem(TracedRow):
    """
    A point to be treated by a committee (fr: point à l'ordre du jour); without a meeting it waits in the backlog.

    `proposed_by` names the alert or the decision that proposed it (« milestone_late milestone 4 »), so that it is
    proposed once. `postponed` is the line of the meeting before that was not treated.
    """

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="items")
    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="items"
    )
    position = models.PositiveIntegerField(default=0)
    kind = models.CharField(max_length=20, choices=ItemKind, default=ItemKind.REVIEW)
    title = models.CharField(max_length=LONGEST_LINE)
    question = models.TextField(blank=True)
    presenter = models.ForeignKey(
        Institution, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    minutes_planned = models.PositiveSmallIntegerField(default=10)
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    sheet = models.ForeignKey(ActionSheet, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    proposed_by = models.CharField(max_length=120, blank=True)
    postponed = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="comes_back"
    )
    state = models.CharField(max_length=20, choices=ItemState, default=ItemState.WAITING)
    outcome = models.TextField(blank=True)

    traced: ClassVar[tuple[str, ...]] = (
        "meeting_id",
        "position",
        "kind",
        "title",
        "question",
        "presenter_id",
        "minutes_planned",
        "state",
        "outcome",
    )

    class Meta:
        ordering = ["committee_id", "position", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="agenda_item_has_a_title"),
            models.CheckConstraint(condition=Q(kind__in=ItemKind.values), name="agenda_item_kind_known"),
            models.CheckConstraint(condition=Q(state__in=ItemState.values), name="agenda_item_state_known"),
            models.CheckConstraint(
                condition=Q(minutes_planned__lte=LONGEST_MINUTES), name="agenda_item_of_a_day_at_most"
            ),
            models.UniqueConstraint(
                fields=["committee", "proposed_by"],
                condition=Q(state=ItemState.WAITING) & ~Q(proposed_by=""),
                name="agenda_item_proposed_once",
            ),
        ]

    def __str__(self) -> str:
        """Name it by its number."""
        return f"agenda item {self.pk}"

    def place(self) -> Place:
        """Say under what its changes are told."""
        return Place(self.committee.programme_id, self.sheet_id)


class Attendance(TracedRow):
    """How an institution was at a meeting (fr: présence); nobody is named."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendance")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    presence = models.CharField(max_length=20, choices=PresenceChoice)

    traced: ClassVar[tuple[str, ...]] = ("institution_id", "presence")

    class Meta:
        ordering = ["meeting_id", "id"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "institution"], name="attendance_once"),
            models.CheckConstraint(
                condition=Q(presence__in=PresenceChoice.values), name="attendance_presence_known"
            ),
        ]

    def __str__(self) -> str:
        """Name it by its number."""
        return f"attendance {self.pk}"

    def place(self) -> Place:
        """Say under what its changes are told."""
        return Place(self.meeting.committee.programme_id)
