"""The rows of accounts."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
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
