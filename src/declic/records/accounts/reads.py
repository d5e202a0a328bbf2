"""Answers about accounts."""

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.utils import timezone

from declic.records.accounts.models import Session, User
from declic.records.accounts.rights import demand, may_keep_accounts, may_use_account
from declic.records.accounts.values import Account, OpenSession, OwnAccount, Passkey, session_mark
from declic.records.accounts.viewers import Viewer


PUBLIC = {
    "account_linked_to": "it is asked before anybody is known: a signed proof of identity is what opens it",
    "holds_second_factor": "it makes the viewer that every other read asks for",
    "account_at": "it is asked before anybody is known, by who has proved to hold the mailbox",
}


def list_accounts(*, viewer: Viewer) -> tuple[Account, ...]:
    """List every account, oldest first; nothing for who may not keep accounts."""
    if not may_keep_accounts(viewer):
        return ()
    return tuple(_account(user) for user in User.objects.order_by("id"))


def holds_second_factor(user_id: int) -> bool:
    """Say whether a password or a code alone no longer signs this person in."""
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    return bool(Authenticator.objects.filter(user_id=user_id, type__in=kinds).exists())


def own_account(*, viewer: Viewer) -> OwnAccount:
    """Show one's own account. Raises NotAllowedError for who has none."""
    demand(may_use_account(viewer, user=viewer.user_id))
    user = User.objects.get(pk=viewer.user_id or 0)
    held = list(Authenticator.objects.filter(user_id=user.pk).order_by("created_at", "id"))
    kinds = {one.type for one in held}
    keys = (one for one in held if one.type == Authenticator.Type.WEBAUTHN)
    return OwnAccount(
        name=user.name,
        email=user.email,
        has_password=user.has_usable_password(),
        has_app=Authenticator.Type.TOTP in kinds,
        passkeys=tuple(Passkey(one.pk, one.data["name"], one.created_at, one.last_used_at) for one in keys),
        has_recovery_codes=Authenticator.Type.RECOVERY_CODES in kinds,
    )


def own_recovery_codes(*, viewer: Viewer) -> tuple[str, ...] | None:
    """Give the recovery codes that are left to their owner; None for who has no second factor."""
    demand(may_use_account(viewer, user=viewer.user_id))
    kept = Authenticator.objects.filter(
        user_id=viewer.user_id, type=Authenticator.Type.RECOVERY_CODES
    ).first()
    return tuple(kept.wrap().get_unused_codes()) if kept else None


def own_sessions(*, this_key: str | None, viewer: Viewer) -> tuple[OpenSession, ...]:
    """List the browsers in which one is signed in, this one first, then the newest."""
    demand(may_use_account(viewer, user=viewer.user_id))
    rows = Session.objects.filter(account_id=viewer.user_id, expire_date__gt=timezone.now())
    found = [
        OpenSession(session_mark(row.session_key), row.browser, row.started_at, row.session_key == this_key)
        for row in rows.order_by("-started_at", "session_key")
    ]
    return tuple(sorted(found, key=lambda one: not one.is_this_one))


def account_linked_to(issuer: str, subject: str) -> User | None:
    """Find the open account tied to who a provider of identities says it is."""
    link = SocialAccount.objects.filter(provider=issuer, uid=subject).select_related("user").first()
    return link.user if link is not None and link.user.is_active else None


def account_at(email: str) -> User | None:
    """Find the open account of a mailbox."""
    return User.objects.filter(email=email.strip().lower(), is_active=True).first()


def _account(user: User) -> Account:
    return Account(id=user.pk, email=user.email, name=user.name, is_active=user.is_active)
