"""What is heard of the library of accounts and of Django, and written in the journal: the one place that listens."""

from typing import Any

from allauth.account.signals import login_code_rejected
from allauth.mfa.signals import authentication_failed
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed

from declic.records.accounts.choices import Event
from declic.records.accounts.viewers import VISITOR, Viewer
from declic.records.accounts.writes import note_event, note_failed_sign_in
from declic.web.members.watching import start_watch


def listen() -> None:
    """Hear who signs in, who fails to, who leaves."""
    user_logged_in.connect(signed_in, dispatch_uid="declic signed in")
    user_logged_out.connect(signed_out, dispatch_uid="declic signed out")
    user_login_failed.connect(failed, dispatch_uid="declic failed")
    login_code_rejected.connect(wrong_code, dispatch_uid="declic wrong code")
    authentication_failed.connect(wrong_code, dispatch_uid="declic wrong second factor")


def signed_in(sender: object, request: Any, user: Any, **_more: Any) -> None:  # noqa: ARG001
    """Start the watch of the session, and note who signs in."""
    start_watch(request)
    note_event(Event.SIGNED_IN, user.pk, by=Viewer(user.pk, ""))


def signed_out(sender: object, user: Any, **_more: Any) -> None:  # noqa: ARG001
    """Note who leaves, or whose session is over."""
    if user is not None and user.is_authenticated:
        note_event(Event.SIGNED_OUT, user.pk, by=Viewer(user.pk, ""))


def failed(sender: object, credentials: dict[str, Any], **_more: Any) -> None:  # noqa: ARG001
    """Note which account a wrong password was given for; nobody is told."""
    note_failed_sign_in(str(credentials.get("email") or credentials.get("username") or ""), by=VISITOR)


def wrong_code(sender: object, user: Any, **_more: Any) -> None:  # noqa: ARG001
    """Note for which account a wrong code was given."""
    note_event(Event.CODE_FAILED, user.pk, by=VISITOR)
