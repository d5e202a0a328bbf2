"""
Letters about an account: plain, short, without a name, and nothing that opens the account but what was asked for.

The library of accounts asks for a letter by a name of its own; each has its words here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

from declic.web.design.theme import current_theme


@dataclass(frozen=True, slots=True)
class Letter:
    """The subject of a letter and its paragraphs."""

    subject: str
    paragraphs: tuple[str, ...]


def send(letter: Letter, *, to: str) -> None:
    """Post a letter; it leaves after the answer."""
    signature = f"— {current_theme().name}"
    text = "\n\n".join((_("Hello,"), *letter.paragraphs, signature)) + "\n"
    EmailMessage(letter.subject, text, settings.DEFAULT_FROM_EMAIL, [to]).send()


def letter_of(name: str, context: Mapping[str, Any]) -> Letter:
    """Give the words of a letter that the library asks for by its name."""
    return LETTERS[name](context)


def _code(context: Mapping[str, Any]) -> Letter:
    return Letter(
        _("Your code to sign in"),
        (
            _("Here is your code. It is good for ten minutes, once:"),
            f"    {context['code']}",
            _("If you did not ask for it, you may leave this letter: without the code nobody signs in."),
            _("Nobody of this site will ever ask you for it."),
        ),
    )


def _reset(context: Mapping[str, Any]) -> Letter:
    return Letter(
        _("Choose a new password"),
        (
            _("To choose a new password, open this page. It is good for one hour, once:"),
            f"    {context['password_reset_url']}",
            _("If you did not ask for it, you may leave this letter: your password has not changed."),
        ),
    )


def unknown_account() -> Letter:
    """Tell who holds a mailbox that no account goes with it; only they can read it."""
    return Letter(
        _("No account with this address"),
        (
            _("Somebody, you perhaps, asked to sign in with this address. No account goes with it."),
            _("Try your other addresses, or ask your institution to invite you."),
        ),
    )


def invitation(institution: str, *, address: str) -> Letter:
    """Invite somebody to act for an institution."""
    return Letter(
        _("%(institution)s invites you") % {"institution": institution},
        (
            _("%(institution)s invites you to act for it on this site.") % {"institution": institution},
            _("To see the invitation and answer it, open this page. It is good for seven days, once:"),
            f"    {address}",
            _("If you do not know why, you may leave this letter: without your answer nothing is opened."),
        ),
    )


def _notice(what: Callable[[], str]) -> Callable[[Mapping[str, Any]], Letter]:
    def write(_context: Mapping[str, Any]) -> Letter:
        return Letter(
            _("Your account: a change"),
            (
                what(),
                _(
                    "If it was not you: choose a new password at once, end your other sessions on the page "
                    "« My account », and tell who keeps the accounts."
                ),
            ),
        )

    return write


LETTERS: dict[str, Callable[[Mapping[str, Any]], Letter]] = {
    "account/email/login_code": _code,
    "account/email/password_reset_key": _reset,
    "account/email/password_changed": _notice(lambda: _("The password of your account has been changed.")),
    "account/email/password_set": _notice(lambda: _("A password has been set for your account.")),
    "account/email/password_reset": _notice(lambda: _("The password of your account has been changed.")),
    "mfa/email/totp_activated": _notice(lambda: _("An app of codes now protects your account.")),
    "mfa/email/totp_deactivated": _notice(lambda: _("The app of codes no longer protects your account.")),
    "mfa/email/webauthn_added": _notice(lambda: _("A passkey has been added to your account.")),
    "mfa/email/webauthn_removed": _notice(lambda: _("A passkey has been removed from your account.")),
    "mfa/email/recovery_codes_generated": _notice(
        lambda: _("New recovery codes have been made for your account.")
    ),
}
