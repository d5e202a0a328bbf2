"""The rows of committees and of who sits there."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from declic.records.pact.models import Body, Programme
from declic.records.partners.models import Institution
from declic.records.sheets.traced import Place, TracedRow
from declic.records.steering.choices import CommitteeKind


LONGEST_NAME = 200


class Committee(TracedRow):
    """
    A body that steers a programme (fr: comité de pilotage, groupe de pilotage technique).

    `body` is the line of the text that promises it, and proves its rhythm: so many `meetings` in so many `months`;
    both are empty where no rhythm was promised. `mandate` is in our words.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="committees")
    kind = models.CharField(max_length=20, choices=CommitteeKind)
    name = models.CharField(max_length=LONGEST_NAME)
    mandate = models.TextField(blank=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    meetings_due = models.PositiveSmallIntegerField(null=True, blank=True)
    months = models.PositiveSmallIntegerField(null=True, blank=True)

    traced: ClassVar[tuple[str, ...]] = ("kind", "name", "mandate", "meetings_due", "months")

    class Meta:
        ordering = ["programme_id", "id"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "name"], name="committee_name_once"),
            models.CheckConstraint(condition=~Q(name=""), name="committee_has_a_name"),
            models.CheckConstraint(condition=Q(kind__in=CommitteeKind.values), name="committee_kind_known"),
            models.CheckConstraint(
                condition=Q(meetings_due__isnull=True, months__isnull=True)
                | Q(meetings_due__isnull=False, months__isnull=False)
                & Q(meetings_due__gte=1, meetings_due__lte=60, months__gte=1, months__lte=60),
                name="committee_rhythm_whole",
            ),
        ]

    def __str__(self) -> str:
        """Name it by its number."""
        return f"committee {self.pk}"

    def place(self) -> Place:
        """Say under what its changes are told."""
        return Place(self.programme_id)


class CommitteeMember(TracedRow):
    """
    An institution that sits in a committee: in what function, and who takes that place (fr: suppléant).

    `person` and `alternate_person` (identifying, through the account) receive the convocation; they are emptied when
    the account is erased. The functions name nobody.
    """

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="members")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    function = models.CharField(max_length=LONGEST_NAME, blank=True)
    alternate = models.CharField(max_length=LONGEST_NAME, blank=True)
    is_chair = models.BooleanField(default=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    alternate_person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    traced: ClassVar[tuple[str, ...]] = (
        "institution_id",
        "function",
        "alternate",
        "is_chair",
        "person_id",
        "alternate_person_id",
    )

    class Meta:
        ordering = ["committee_id", "-is_chair", "id"]
        constraints = [
            models.UniqueConstraint(fields=["committee", "institution"], name="committee_member_once")
        ]

    def __str__(self) -> str:
        """Name it by its number: a name has no place in a log."""
        return f"committee member {self.pk}"

    def place(self) -> Place:
        """Say under what its changes are told."""
        return Place(self.committee.programme_id)
