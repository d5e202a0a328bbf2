"""The rows of how a sheet goes: milestones, blockers, notes, comments."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from declic.records.partners.models import Institution
from declic.records.sheets.choices import HEAVIEST, NoteKind
from declic.records.sheets.models.sheets import ActionSheet
from declic.records.sheets.traced import Place, TracedRow


class Milestone(TracedRow):
    """
    A step of a sheet that has a date (fr: jalon); done on a day, or cancelled; its weight counts in the progress.

    `person` (identifying, through the account) is who owns it, of whom it is expected.
    """

    sheet = models.ForeignKey(ActionSheet, on_delete=models.PROTECT, related_name="milestones")
    title = models.CharField(max_length=200)
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    is_cancelled = models.BooleanField(default=False)
    weight = models.PositiveSmallIntegerField(default=1)
    institution = models.ForeignKey(
        Institution, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="milestones"
    )
    is_key = models.BooleanField(default=False)

    traced: ClassVar[tuple[str, ...]] = (
        "title",
        "due_on",
        "done_on",
        "is_cancelled",
        "weight",
        "institution_id",
        "person_id",
        "is_key",
    )

    class Meta:
        ordering = ["sheet_id", "due_on", "id"]
        constraints = [
            models.UniqueConstraint("sheet", Lower("title"), name="milestone_title_once"),
            models.CheckConstraint(condition=~Q(title=""), name="milestone_has_a_title"),
            models.CheckConstraint(
                condition=Q(weight__gte=1, weight__lte=HEAVIEST), name="milestone_weighs_1_to_100"
            ),
            models.CheckConstraint(
                condition=Q(is_cancelled=False) | Q(done_on__isnull=True), name="milestone_done_or_cancelled"
            ),
        ]

    def __str__(self) -> str:
        """Name it by its number."""
        return f"milestone {self.pk}"

    def place(self) -> Place:
        """Say under what its changes are told."""
        return self.sheet.place()


class Blocker(TracedRow):
    """What stops a sheet (fr: point de blocage): why, what would lift it, who can, since when, until when."""

    sheet = models.ForeignKey(ActionSheet, on_delete=models.PROTECT, related_name="blockers")
    cause = models.TextField()
    lifting_condition = models.TextField()
    institution = models.ForeignKey(
        Institution, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    since_on = models.DateField()
    lifted_on = models.DateField(null=True, blank=True)

    traced: ClassVar[tuple[str, ...]] = (
        "cause",
        "lifting_condition",
        "institution_id",
        "since_on",
        "lifted_on",
    )

    class Meta:
        ordering = ["sheet_id", "-since_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(cause="") & ~Q(lifting_condition=""), name="blocker_says_why_and_until_what"
            ),
            models.CheckConstraint(
                condition=Q(lifted_on__isnull=True) | Q(lifted_on__gte=F("since_on")),
                name="blocker_lifted_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        """Name it by its number."""
        return f"blocker {self.pk}"

    def place(self) -> Place:
        """Say under what its changes are told."""
        return self.sheet.place()


class Note(TracedRow):
    """
    What somebody says of how a sheet goes, on a day (fr: note de suivi).

    `author` (identifying, through the account) is told to who works on the pact; emptied when it is erased.
    """

    sheet = models.ForeignKey(ActionSheet, on_delete=models.PROTECT, related_name="notes")
    kind = models.CharField(max_length=20, choices=NoteKind)
    text = models.TextField()
    on = models.DateField()
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    written_at = models.DateTimeField(auto_now_add=True)

    traced: ClassVar[tuple[str, ...]] = ("kind", "text", "on")

    class Meta:
        ordering = ["sheet_id", "-on", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="note_says_something"),
            models.CheckConstraint(condition=Q(kind__in=NoteKind.values), name="note_kind_known"),
        ]

    def __str__(self) -> str:
        """Name it by its number."""
        return f"note {self.pk}"

    def place(self) -> Place:
        """Say under what its changes are told."""
        return self.sheet.place()


class Comment(models.Model):
    """
    A word between colleagues about a sheet (fr: commentaire); never public.

    `author` (identifying, through the account) is emptied when the account is erased.
    """

    sheet = models.ForeignKey(ActionSheet, on_delete=models.PROTECT, related_name="comments")
    text = models.TextField()
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["sheet_id", "id"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="comment_says_something")]

    def __str__(self) -> str:
        """Name it by its number."""
        return f"comment {self.pk}"


class Mention(models.Model):
    """A colleague named in a comment (fr: mention); `told_at` is when the letter that gathers them told them."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="mentions")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mentions")
    told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["comment", "person"], name="mention_once")]

    def __str__(self) -> str:
        """Name it by its number."""
        return f"mention {self.pk}"
