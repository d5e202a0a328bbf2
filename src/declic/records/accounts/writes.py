"""Changes of accounts."""

from collections.abc import Iterator
from contextlib import contextmanager

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils import timezone

from declic.records.accounts.choices import Event
from declic.records.accounts.models import Session, Throttle, User
from declic.records.accounts.rights import demand, may_keep_accounts, may_use_account
from declic.records.accounts.values import session_mark
from declic.records.accounts.viewers import Viewer
from declic.records.journal.turns import take_turn
from declic.records.journal.writes import note


class AccountExistsError(Exception):
    """The e-mail has an account already."""


class IdentityTakenError(Exception):
    """The account is tied to another identity of that provider, or the identity to another account."""


@transaction.atomic
def create_account(email: str, *, name: str, password: str, by: Viewer) -> int:
    """
    Create an account and give its number; it opens nothing until its person joins an institution.

    Raises AccountExistsError, and Django's ValidationError for a password that is too weak.
    """
    demand(may_keep_accounts(by))
    address = email.strip().lower()
    take_turn(f"account {address}")
    if User.objects.filter(email=address).exists():
        raise AccountExistsError(address)
    user = User(email=address, name=name)
    validate_password(password, user)
    user.set_password(password)
    user.save()
    _keep_mailbox(user)
    note(by=by.mark, verb="created", about=f"user {user.pk}")
    return user.pk


@transaction.atomic
def close_account(user_id: int, *, by: Viewer) -> None:
    """
    Close an account: its sessions end at once, its second factors are erased, it can no longer sign in.

    Raises LookupError for an unknown number.
    """
    demand(may_keep_accounts(by))
    if not User.objects.filter(pk=user_id).update(is_active=False):
        raise LookupError(user_id)
    Session.objects.filter(account_id=user_id).delete()
    Authenticator.objects.filter(user_id=user_id).delete()
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
    take_turn(f"account {email}")
    if User.objects.filter(email=email).exists():
        raise AccountExistsError(email)
    user = User(email=email, name=words)
    if password is None:
        user.set_unusable_password()
    else:
        validate_password(password, user)
        user.set_password(password)
    user.save()
    _keep_mailbox(user)
    note(by=by.mark, verb="created", about=f"user {user.pk}")
    return user.pk


@transaction.atomic
def reset_second_factor(email: str, *, by: Viewer) -> int:
    """
    Erase the second factors of somebody who lost them, end their sessions, and give their number.

    Raises LookupError where the e-mail has no account.
    """
    demand(may_keep_accounts(by))
    user = User.objects.filter(email=email.strip().lower()).first()
    if user is None:
        raise LookupError(email)
    Session.objects.filter(account_id=user.pk).delete()
    Authenticator.objects.filter(user_id=user.pk).delete()
    note(by=by.mark, verb=Event.SECOND_FACTOR_LOST, about=f"user {user.pk}")
    return user.pk


@contextmanager
def recorded(event: Event, user_id: int, *, by: Viewer) -> Iterator[None]:
    """Do what the library of accounts does in one transaction, and leave its line; none where it fails."""
    with transaction.atomic():
        yield
        note(by=by.mark, verb=event, about=f"user {user_id}")


def note_event(event: Event, user_id: int | None, *, by: Viewer) -> None:
    """Leave a line about signing in; `user_id` is None where the e-mail has no account, which costs the same."""
    note(by=by.mark, verb=event, about="nobody" if user_id is None else f"user {user_id}")


def note_failed_sign_in(email: str, *, by: Viewer) -> None:
    """Leave a line about a sign-in that failed, with the account it was aimed at; the work is the same for none."""
    found = User.objects.filter(email=email.strip().lower()).values_list("pk", flat=True).first()
    note_event(Event.SIGN_IN_FAILED, found, by=by)


@transaction.atomic
def keep_password(user_id: int, *, encoded: str, keep_session: str | None, by: Viewer) -> None:
    """Keep a new password, already hashed, and end the sessions of the account but `keep_session`."""
    User.objects.filter(pk=user_id).update(password=encoded)
    Session.objects.filter(account_id=user_id).exclude(session_key=keep_session).delete()
    note(by=by.mark, verb=Event.PASSWORD_CHANGED, about=f"user {user_id}")


@transaction.atomic
def end_session(mark: str, *, by: Viewer) -> None:
    """End one of one's own sessions, by its mark. Raises LookupError where there is none."""
    demand(may_use_account(by, user=by.user_id))
    for key in Session.objects.filter(account_id=by.user_id).values_list("session_key", flat=True):
        if session_mark(key) == mark:
            Session.objects.filter(session_key=key).delete()
            note(by=by.mark, verb=Event.SESSION_ENDED, about=f"user {by.user_id}")
            return
    raise LookupError(mark)


@transaction.atomic
def end_other_sessions(*, keep_session: str | None, by: Viewer) -> int:
    """End one's sessions but this one, and count them."""
    demand(may_use_account(by, user=by.user_id))
    count, _ = Session.objects.filter(account_id=by.user_id).exclude(session_key=keep_session).delete()
    note(by=by.mark, verb=Event.SESSIONS_ENDED, about=f"user {by.user_id}")
    return count


@transaction.atomic
def link_identity(user_id: int, *, issuer: str, subject: str, by: Viewer) -> None:
    """
    Tie an account to who a provider of identities says it is; from then on, the e-mail does not matter.

    Raises IdentityTakenError where the account, or the identity, is tied to another.
    """
    tied = SocialAccount.objects.filter(provider=issuer)
    if tied.filter(user_id=user_id).exists() or tied.filter(uid=subject).exists():
        raise IdentityTakenError(user_id)
    SocialAccount.objects.create(user_id=user_id, provider=issuer, uid=subject)
    note(by=by.mark, verb=Event.IDENTITY_LINKED, about=f"user {user_id}")


@transaction.atomic
def tidy_accounts(*, by: Viewer) -> int:
    """Erase the sessions and the throttles that expired, and count them."""
    demand(may_keep_accounts(by))
    now = timezone.now()
    sessions, _ = Session.objects.filter(expire_date__lte=now).delete()
    throttles, _ = Throttle.objects.filter(expires_at__lte=now).delete()
    note(by=by.mark, verb="tidied", about=f"{sessions} sessions, {throttles} throttles")
    return sessions + throttles


def _keep_mailbox(user: User) -> None:
    """Tell the library of accounts where letters go; the invitation, or the operator, vouches for the address."""
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
