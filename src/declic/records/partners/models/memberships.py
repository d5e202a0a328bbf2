"""The rows of who works where: memberships, and the invitations that lead to them."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower

from declic.records.accounts.editions import EditedRow
from declic.records.partners.models.institutions import Institution


class Membership(EditedRow):
    """
    A person who acts for an institution, with the roles that it gives them (fr: rattachement).

    Departure sets `ended_at` and takes every role away at once; the row stays a year, so that who did what for
    whom can still be answered, and holds no name. A person has several, and acts for one at a time.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="memberships")
    is_manager = models.BooleanField(default=False)
    is_pilot = models.BooleanField(default=False)
    is_coordinator = models.BooleanField(default=False)
    is_clerk = models.BooleanField(default=False)
    is_administrator = models.BooleanField(default=False)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "institution"],
                condition=models.Q(ended_at__isnull=True),
                name="membership_open_once",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=True)
                | models.Q(
                    is_manager=False,
                    is_pilot=False,
                    is_coordinator=False,
                    is_clerk=False,
                    is_administrator=False,
                ),
                name="membership_ended_holds_no_role",
            ),
        ]

    def __str__(self) -> str:
        """Name it by its number."""
        return f"membership {self.pk}"


class Invitation(models.Model):
    """
    An institution's word to one e-mail address: come and work here, with these roles (fr: invitation).

    `email` (contact) is erased when the invitation is accepted, withdrawn or out of date. The link is signed
    from `nonce`; it is good once, until `expires_at`.
    """

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField(max_length=254, blank=True)
    nonce = models.CharField(max_length=43)
    is_manager = models.BooleanField(default=False)
    is_pilot = models.BooleanField(default=False)
    is_coordinator = models.BooleanField(default=False)
    is_clerk = models.BooleanField(default=False)
    is_administrator = models.BooleanField(default=False)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "email"],
                condition=models.Q(accepted_at__isnull=True, withdrawn_at__isnull=True),
                name="invitation_pending_once",
            ),
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="invitation_email_lower"),
            models.CheckConstraint(
                condition=(
                    models.Q(accepted_at__isnull=True, withdrawn_at__isnull=True) & ~models.Q(email="")
                )
                | (
                    (models.Q(accepted_at__isnull=False) | models.Q(withdrawn_at__isnull=False))
                    & models.Q(email="")
                ),
                name="invitation_keeps_its_email_while_pending",
            ),
            models.CheckConstraint(
                condition=models.Q(accepted_at__isnull=True) | models.Q(withdrawn_at__isnull=True),
                name="invitation_ends_one_way",
            ),
        ]

    def __str__(self) -> str:
        """Name it by its number."""
        return f"invitation {self.pk}"
