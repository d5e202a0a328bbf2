"""The rows of accounts."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models.functions import Lower


class Accounts(BaseUserManager["User"]):
    """How Django finds an account."""

    def get_by_natural_key(self, username: str | None) -> "User":
        """Find by e-mail, whatever the letters' case."""
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser):
    """
    An account of a person who works here.

    `email` (contact) signs in and is kept in lower case; `name` (identifying) is shown to colleagues. Both are
    erased with the account; the journal keeps the account's number only. What they may do comes from the institution
    they act for (`records.partners`), never from this row.
    """

    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[Accounts] = Accounts()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="account_email_lower_case"),
            models.CheckConstraint(condition=~models.Q(name=""), name="account_has_a_name"),
        ]

    def __str__(self) -> str:
        """Name the account by its number: a name has no place in a log."""
        return f"user {self.pk}"


class Session(AbstractBaseSession):
    """
    A browser in which somebody is signed in, or is signing in.

    `session_key` and `session_data` (secret) tie the browser to its account, twelve hours at most. `started_at` and
    `browser` (internal: « Firefox, Linux ») let people recognise their sessions; neither the network address nor the
    full name of the browser is kept. Erased when it ends, with the account, or the night after it expired.
    """

    account = models.ForeignKey(User, on_delete=models.CASCADE, null=True, related_name="sessions")
    started_at = models.DateTimeField(null=True)
    browser = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["started_at", "session_key"]

    def __str__(self) -> str:
        """Name the session by its account: its key opens it."""
        return f"session of user {self.account_id}"


class Throttle(models.Model):
    """
    What was tried lately, so that guessing takes too long.

    `key` (internal) is a keyed hash of an address of the network or of an account, and cannot be read back;
    `value` (internal) holds instants, or that a code was used. Erased the night after it expired, a day at most.
    """

    key = models.CharField(max_length=64, primary_key=True)
    value = models.JSONField()
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["expires_at", "key"]

    def __str__(self) -> str:
        """Name the throttle by the beginning of its hash."""
        return f"throttle {self.key[:8]}"
