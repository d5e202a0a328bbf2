"""The rows of what is asked by letter, and of every letter that leaves: the sending log is the queue itself."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from declic.records.pact.models import Programme
from declic.records.sheets.models import ActionSheet
from declic.records.steering.choices import LetterKind, LetterState, StatusAnswer
from declic.records.steering.models.meetings import Meeting


class StatusRequest(models.Model):
    """
    « Where do you stand? », asked about a sheet, answered once by a link (fr: point demandé).

    `email` (contact) is where it is sent; `nonce` (secret) is in the link, good until `expires_on`, and the link is
    signed: what is kept does not open it alone. With `every_days` the question is asked again that long after it
    was. `reminders` counts those that were sent; `site` is where the link leads.
    """

    sheet = models.ForeignKey(ActionSheet, on_delete=models.PROTECT, related_name="status_requests")
    email = models.EmailField()
    site = models.CharField(max_length=200)
    nonce = models.CharField(max_length=64, unique=True)
    form_key = models.UUIDField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    expires_on = models.DateField()
    every_days = models.PositiveSmallIntegerField(null=True, blank=True)
    follows = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="followed_by"
    )
    reminders = models.PositiveSmallIntegerField(default=0)
    answer = models.CharField(max_length=20, choices=StatusAnswer, blank=True)
    comment = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-asked_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["sheet", "email", "form_key"], name="request_of_a_form_once"),
            models.CheckConstraint(condition=~Q(email="") & ~Q(nonce=""), name="request_can_be_answered"),
            models.CheckConstraint(
                condition=Q(answer="", comment="", answered_at__isnull=True)
                | Q(answer__in=StatusAnswer.values, answered_at__isnull=False),
                name="request_answered_whole",
            ),
        ]

    def __str__(self) -> str:
        """Name it by its number."""
        return f"status request {self.pk}"


class Letter(models.Model):
    """
    A letter that waits, left, or could not leave (fr: lettre): a line of the sending log.

    `email` (contact) is where it goes; `key` names the letter among all (« request 4 reminder 1 »), so that an act
    done twice writes it once, and makes its Message-ID. `calendar` goes with a convocation. The link of a question is
    put into its text when it leaves, and is not kept.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="letters")
    kind = models.CharField(max_length=20, choices=LetterKind)
    key = models.CharField(max_length=120, unique=True)
    request = models.ForeignKey(
        StatusRequest, on_delete=models.PROTECT, null=True, blank=True, related_name="letters"
    )
    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="letters"
    )
    email = models.EmailField()
    subject = models.CharField(max_length=300)
    text = models.TextField()
    calendar = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=LetterState, default=LetterState.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField()
    written_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-written_at", "-id"]
        indexes = [models.Index(fields=["state", "not_before"], name="letters_that_wait")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=LetterState.values), name="letter_state_known"),
            models.CheckConstraint(condition=Q(kind__in=LetterKind.values), name="letter_kind_known"),
            models.CheckConstraint(
                condition=~Q(email="") & ~Q(subject="") & ~Q(key=""), name="letter_can_leave"
            ),
            models.CheckConstraint(
                condition=Q(state=LetterState.SENT, left_at__isnull=False)
                | ~Q(state=LetterState.SENT) & Q(left_at__isnull=True),
                name="letter_left_when_sent",
            ),
        ]

    def __str__(self) -> str:
        """Name it by its number: an address has no place in a log."""
        return f"letter {self.pk}"
