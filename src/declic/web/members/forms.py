"""Forms of people who have an account: those of the library, in our words."""

import time
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.fields import EmailField
from allauth.account.forms import LoginForm, ResetPasswordForm
from allauth.core import context, ratelimit
from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from declic.records.accounts.reads import account_at
from declic.web.members.browsers import patience_key
from declic.web.members.letters import send, unknown_account


SAME_TIME_SECONDS = 0.05

LABELS: dict[str, Any] = {
    "login": _("E-mail address"),
    "email": _("E-mail address"),
    "password": _("Password"),
    "oldpassword": _("Present password"),
    "password1": _("New password"),
    "password2": _("New password, once more"),
    "code": _("Code"),
    "name": _("Name of this passkey"),
    "recipient": _("Where to send the code"),
}
HELPS: dict[str, Any] = {
    "password1": _(
        "At least 15 characters. A short sentence that you alone would say is best; spaces and accents are welcome."
    ),
    "name": _("So that you know it among others, for example: my telephone."),
}


def reworded(form: forms.BaseForm) -> forms.BaseForm:
    """Give a form of the library our labels and helps, and take its placeholders away: they vanish as one types."""
    for name, field in form.fields.items():
        field.label = LABELS.get(name, field.label)
        field.help_text = HELPS.get(name, "")
        field.widget.attrs.pop("placeholder", None)
        if name == "code":
            field.widget.attrs["spellcheck"] = "false"
    return form


class SignInForm(LoginForm):
    """An e-mail, then a password or the wish to be sent a code (`way=code`)."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """Have managers of passwords and of passkeys recognise the e-mail."""
        super().__init__(*arguments, **options)
        self.by_code = self.data.get("way") == "code"
        self.fields["password"].required = not self.by_code
        self.fields["login"].widget.attrs["autocomplete"] = "username webauthn"

    def user_credentials(self) -> dict[str, Any]:
        """Give what was typed; a password is not looked at where a code is asked for."""
        credentials: dict[str, Any] = super().user_credentials()
        if self.by_code:
            credentials.pop("password", None)
        return credentials

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> HttpResponse:
        """Sign in, or send the code; a mailbox without an account is told that it has none."""
        if self.by_code and self.user is None:
            send(unknown_account(), to=self.cleaned_data["login"])
        answer: HttpResponse = super().login(request, redirect_url=redirect_url)
        return answer

    def _clean_without_password(self, email: str | None, phone: str | None) -> dict[str, Any]:  # noqa: ARG002
        asked = CodeRequestForm({"email": email})
        for error in asked.errors.get("email", ()):
            self.add_error("login", error)
        self.user = asked.user
        return self.cleaned_data


class CodeRequestForm(forms.Form):
    """An e-mail to send a code to; `user` is its account, or None, and nobody is told which."""

    email = EmailField()
    user = None

    def clean_email(self) -> str:
        """Find the account, and count the request as tries of passwords are: by browser, account and address."""
        email: str = self.cleaned_data["email"]
        _demand_patience("request_login_code", email)
        self.user = account_at(email)
        return email


class PasswordRequestForm(ResetPasswordForm):
    """An e-mail to send a link to."""

    def clean_email(self) -> str:
        """Find the account, and count the request."""
        _demand_patience("reset_password", self.cleaned_data["email"])
        return super().clean_email()

    def save(self, request: HttpRequest, **more: Any) -> str:
        """Post the link; a mailbox without an account is told that it has none, and no sooner."""
        start = time.monotonic()
        if self.users:
            super().save(request, **more)
        else:
            send(unknown_account(), to=self.cleaned_data["email"])
        # A link takes half a millisecond more to make than its absence: both wait for the same moment.
        time.sleep(max(0.0, SAME_TIME_SECONDS - (time.monotonic() - start)))
        return str(self.cleaned_data["email"])


def _demand_patience(action: str, email: str) -> None:
    if not ratelimit.consume(context.request, action=action, key=patience_key(context.request, email)):
        raise get_adapter().validation_error("too_many_login_attempts")
