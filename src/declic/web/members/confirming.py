"""Saying again who one is, before a change of security."""

from allauth.account.views import (
    ConfirmReauthenticationCodeView,
    ReauthenticateView,
    RequestReauthenticationCodeView,
)
from allauth.mfa.base.views import ReauthenticateView as SecondFactorAgainView
from allauth.mfa.webauthn.views import ReauthenticateWebAuthnView
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from declic.web.design.doors import ACCOUNT_HOLDERS
from declic.web.design.fields import fields_of
from declic.web.design.pages import Head
from declic.web.members.paged import Context, Paged, as_json, door, message_of, other_ways
from declic.web.members.pages import Ceremony, FormPage


class Again(Paged):
    """Ask again who one is; the question is the view's."""

    def page(self, context: Context) -> FormPage:
        """Give the page."""
        form = context["form"]
        return FormPage(
            head=Head(_("Is it really you?")),
            lead=str(self.lead_of(context)),
            button=_("Go on") if self.passkey_of(context) is None else "",
            message=message_of(self.request, form),
            fields=fields_of(form),
            next_url=self.next_url,
            passkey=self.passkey_of(context),
            links=other_ways(context),
        )

    def lead_of(self, context: Context) -> str:
        """Give the question."""
        raise NotImplementedError

    def passkey_of(self, context: Context) -> Ceremony | None:  # noqa: ARG002
        """Give what the browser needs for a passkey; None for another way."""
        return None


@method_decorator(sensitive_post_parameters("password"), name="dispatch")
class WithPassword(Again, ReauthenticateView):
    """With one's password."""

    def lead_of(self, context: Context) -> str:  # noqa: ARG002
        """Give the question."""
        return _("Before a change that protects your account, type your password again.")


class AskForCode(Again, RequestReauthenticationCodeView):
    """With a code sent by e-mail: ask for it."""

    def lead_of(self, context: Context) -> str:  # noqa: ARG002
        """Give the question."""
        return _("Before a change that protects your account, ask for a code at your e-mail address.")


class WithCode(Again, ConfirmReauthenticationCodeView):
    """With a code sent by e-mail: type it."""

    def lead_of(self, context: Context) -> str:
        """Give the question."""
        return _("A letter with a code has just left for %(email)s. Type it here.") % {
            "email": context["email"]
        }


class WithSecondFactor(Again, SecondFactorAgainView):
    """With a code of one's app, or a recovery code."""

    def lead_of(self, context: Context) -> str:  # noqa: ARG002
        """Give the question."""
        return _("Before a change that protects your account, type the code that your app shows now.")


class WithPasskey(Again, ReauthenticateWebAuthnView):
    """With one's passkey."""

    def lead_of(self, context: Context) -> str:  # noqa: ARG002
        """Give the question."""
        return _("Before a change that protects your account, use your passkey again.")

    def passkey_of(self, context: Context) -> Ceremony:
        """Give what the browser needs."""
        options = as_json(context["js_data"]["request_options"])
        return Ceremony(
            "get", self.request.path, _("Use my passkey"), options=options, next_url=self.next_url
        )


with_password = door(WithPassword.as_view(), ACCOUNT_HOLDERS)
ask_for_code = door(AskForCode.as_view(), ACCOUNT_HOLDERS)
with_code = door(WithCode.as_view(), ACCOUNT_HOLDERS)
with_second_factor = door(WithSecondFactor.as_view(), ACCOUNT_HOLDERS)
with_passkey = door(WithPasskey.as_view(), ACCOUNT_HOLDERS)
