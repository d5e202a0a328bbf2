"""What the library of accounts asks the house: its words, its letters, its secrets, whose patience a guess uses up."""

import base64
import hashlib
import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.authentication import get_authentication_records
from allauth.core.internal import ratelimit
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from declic.records.accounts.viewers import Viewer
from declic.records.accounts.writes import keep_password
from declic.web.design.theme import current_theme
from declic.web.members.browsers import patience_key, remember
from declic.web.members.letters import letter_of, send


TOO_MANY = _("Too many tries. Wait a few minutes, or sign in another way.")
NOT_KNOWN = _("The e-mail address or the password is not right.")
NO_LONGER = _("This link is no longer good. Ask for another.")
WRONG_CODE = _("This code is not right, or no longer good.")

SAID = {
    "account/messages/password_changed.txt": _("Your password is changed. Your other sessions are ended."),
    "account/messages/password_set.txt": _("Your password is set."),
    "mfa/messages/totp_activated.txt": _("Your app of codes now protects your account."),
    "mfa/messages/totp_deactivated.txt": _("The app of codes is removed."),
    "mfa/messages/webauthn_added.txt": _("Your passkey is added."),
    "mfa/messages/webauthn_removed.txt": _("The passkey is removed."),
}
"""What a page says after an act; what is not here goes without saying."""


class Backend(AuthenticationBackend):
    """Find who signs in; a closed account answers as a wrong password does."""

    @classmethod
    def _stash_user(cls, user: AbstractBaseUser | None) -> AbstractBaseUser | None:  # noqa: ARG003
        return None


class AccountAdapter(DefaultAccountAdapter):
    """Speak for the house about passwords, codes and letters."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": NOT_KNOWN,
        "email_password_mismatch": NOT_KNOWN,
        "incorrect_code": WRONG_CODE,
        "incorrect_password": _("This password is not right."),
        "enter_current_password": _("This is not your present password."),
        "invalid_login": NOT_KNOWN,
        "invalid_password_reset": NO_LONGER,
        "invalid_or_expired_key": NO_LONGER,
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": TOO_MANY,
    }

    def is_safe_url(self, url: str) -> bool:
        """Say whether an address is one of ours; one that cannot be read is not."""
        try:
            return bool(super().is_safe_url(url))
        except ValueError:
            return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Post our letter of that name."""
        send(letter_of(template_prefix, context), to=email)

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,  # noqa: ARG002 — the library's own signature
        extra_tags: str = "",  # noqa: ARG002
        message: str | None = None,
    ) -> None:
        """Keep what the next page will say, where it is worth saying."""
        said = message or SAID.get(message_template or "")
        if said:
            messages.add_message(request, level, str(said))

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuse a try where the patience for this browser, this account or this address is used up."""
        key = patience_key(request, str(credentials.get("email") or credentials.get("username") or ""))
        self._login_failed_rl_usage = ratelimit.consume(
            request, app="allauth.account", action="login_failed", key=key
        )
        if not self._login_failed_rl_usage:
            raise self.validation_error("too_many_login_attempts")

    def post_login(self, request: HttpRequest, user: Any, **more: Any) -> HttpResponse:
        """Go where one was going, from a browser that the account knows from now on."""
        response = super().post_login(request, user, **more)
        remember(request, response, email=user.email)
        return response

    def respond_user_inactive(self, request: HttpRequest, user: AbstractBaseUser) -> HttpResponse:
        """Say of a closed account what is said of a wrong password."""
        messages.error(request, str(NOT_KNOWN))
        return super().respond_user_inactive(request, user)

    def set_password(self, user: AbstractBaseUser, password: str) -> None:
        """Keep a new password, and end the other sessions."""
        user.set_password(password)
        here = self.request.session.session_key if self.request.user == user else None
        keep_password(user.pk, encoded=user.password, keep_session=here, by=Viewer(user.pk, ""))

    def is_reauthentication_required(self, *, app: str, **_more: Any) -> bool:  # noqa: ARG002
        """Ask again who one is before a change of security, unless one has just said it to sign in."""
        records = get_authentication_records(self.request, self.request.user)
        latest = max((record["at"] for record in records), default=0.0)
        return not 0 <= time.time() - latest < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


class SecondFactorAdapter(DefaultMFAAdapter):
    """Speak for the house about second factors, and keep their secrets encrypted."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": WRONG_CODE,
        "cannot_delete_authenticator": _(
            "Your role needs a second factor: add another before you remove this one."
        ),
    }

    def encrypt(self, text: str) -> str:
        """Encrypt a secret with a key drawn from the secret of the site."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Give the secret back."""
        return _box().decrypt(encrypted_text.encode()).decode()

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Name the site to the person's device."""
        return {**super().get_public_key_credential_rp_entity(), "name": current_theme().name}

    def get_public_key_credential_user_entity(self, user: Any) -> dict[str, Any]:
        """Name the account to the person's device: by its e-mail, which they know."""
        return {**super().get_public_key_credential_user_entity(user), "display_name": user.email}


def _box() -> Fernet:
    key = hashlib.sha256(b"declic second factors " + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
