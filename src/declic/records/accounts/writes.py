"""Changes of accounts."""

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from declic.records.accounts.models import User
from declic.records.accounts.rights import demand, may_keep_accounts
from declic.records.accounts.viewers import Viewer
from declic.records.journal.writes import note


class AccountExistsError(Exception):
    """The e-mail has an account already."""


@transaction.atomic
def create_account(email: str, *, name: str, password: str, by: Viewer) -> int:
    """
    Create an account and give its number; it opens nothing until its person joins an institution.

    Raises AccountExistsError, and Django's ValidationError for a password that is too weak.
    """
    demand(may_keep_accounts(by))
    address = email.strip().lower()
    if User.objects.filter(email=address).exists():
        raise AccountExistsError(address)
    user = User(email=address, name=name)
    validate_password(password, user)
    user.set_password(password)
    user.save()
    note(by=by.mark, verb="created", about=f"user {user.pk}")
    return user.pk


@transaction.atomic
def close_account(user_id: int, *, by: Viewer) -> None:
    """Close an account: it can no longer sign in. Raises LookupError for an unknown number."""
    demand(may_keep_accounts(by))
    if not User.objects.filter(pk=user_id).update(is_active=False):
        raise LookupError(user_id)
    note(by=by.mark, verb="closed", about=f"user {user_id}")


@transaction.atomic
def create_invited_account(email: str, *, name: str, password: str | None, by: Viewer) -> int:
    """
    Create the account of who was invited, and give its number; the signed link of the invitation is the right.

    Called by `partners.writes.accept_invitation` alone. Without a password, the person signs in by a code or a
    passkey. Raises AccountExistsError, ValueError for an empty name, and Django's ValidationError.
    """
    words = " ".join(name.split())[:120]
    if not words:
        raise ValueError("An account has a name.")
    if User.objects.filter(email=email).exists():
        raise AccountExistsError(email)
    user = User(email=email, name=words)
    if password is None:
        user.set_unusable_password()
    else:
        validate_password(password, user)
        user.set_password(password)
    user.save()
    note(by=by.mark, verb="created", about=f"user {user.pk}")
    return user.pk
