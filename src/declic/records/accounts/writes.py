"""Changes of accounts."""

from collections.abc import Iterable

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from declic.records.accounts.choices import Role
from declic.records.accounts.models import User
from declic.records.accounts.rights import demand, may_keep_accounts
from declic.records.accounts.viewers import Viewer
from declic.records.journal.writes import note


class AccountExistsError(Exception):
    """The e-mail has an account already."""


@transaction.atomic
def create_account(email: str, *, name: str, password: str, roles: Iterable[Role], by: Viewer) -> int:
    """
    Create an account and give its number.

    Raises AccountExistsError, and Django's ValidationError for a password that is too weak.
    """
    demand(may_keep_accounts(by))
    address = email.strip().lower()
    if User.objects.filter(email=address).exists():
        raise AccountExistsError(address)
    held = set(roles)
    user = User(email=address, name=name, is_pilot=Role.PILOT in held, is_clerk=Role.CLERK in held)
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
