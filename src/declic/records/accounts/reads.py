"""Answers about accounts."""

from declic.records.accounts.models import User
from declic.records.accounts.rights import may_keep_accounts
from declic.records.accounts.values import Account
from declic.records.accounts.viewers import Viewer


def list_accounts(*, viewer: Viewer) -> tuple[Account, ...]:
    """List every account, oldest first; nothing for who may not keep accounts."""
    if not may_keep_accounts(viewer):
        return ()
    return tuple(_account(user) for user in User.objects.order_by("id"))


def _account(user: User) -> Account:
    return Account(id=user.pk, email=user.email, name=user.name, is_active=user.is_active)
