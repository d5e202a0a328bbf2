"""Signing in and out: an e-mail first, then a password, a code or a passkey; a second step where the account has one."""

from allauth.account.views import ConfirmLoginCodeView, LoginView, LogoutView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.webauthn.views import LoginWebAuthnView
from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from declic.records.accounts.choices import Event
from declic.records.accounts.viewers import VISITOR
from declic.records.accounts.writes import note_event
from declic.web.design.components import Link
from declic.web.design.doors import EVERYONE
from declic.web.design.fields import field_of, fields_of
from declic.web.design.pages import Head
from declic.web.members.forms import reworded
from declic.web.members.paged import Context, Paged, as_json, door, message_of
from declic.web.members.pages import Ceremony, FormPage, SignInPage


@method_decorator(sensitive_post_parameters("password"), name="dispatch")
class SignIn(Paged, LoginView):
    """Sign in with an e-mail and a password, or ask for a code; go on to where one was going."""

    page_template = "members/sign_in.html"

    def page(self, context: Context) -> SignInPage:
        """Give the page."""
        form = context["form"]
        return SignInPage(
            head=Head(_("Sign in")),
            message=message_of(self.request, form, title=_("You are not signed in")),
            email=field_of(form["login"]),
            password=field_of(form["password"]),
            next_url=self.next_url,
            passkey=Ceremony(
                "get", reverse("mfa_login_webauthn"), _("Sign in with a passkey"), next_url=self.next_url
            ),
            provider=settings.OIDC_NAME,
        )

    def _redirect_to_pending_stage(self, request: HttpRequest, stage: object) -> None:
        """Let who waits for a code begin again: they may have mistyped their e-mail."""


class ConfirmCode(Paged, ConfirmLoginCodeView):
    """Type the code that was sent; the page is the same whether it was or not."""

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        """Leave a line for a code that nobody was sent, as for another: the time must be the same."""
        if self._process.user is None:
            note_event(Event.CODE_FAILED, None, by=VISITOR)
        return super().form_invalid(form)

    def page(self, context: Context) -> FormPage:
        """Give the page."""
        return FormPage(
            head=Head(_("Type the code you were sent")),
            lead=_(
                "If %(email)s has an account here, a letter with a code has just left for it. "
                "It is good for ten minutes; look among unwanted mail too."
            )
            % {"email": context["email"]},
            button=_("Sign in"),
            message=message_of(self.request, context["form"]),
            fields=fields_of(context["form"]),
            next_url=self.next_url,
            links=(Link(_("Begin again: another address, another way"), reverse("sign_in")),),
        )


class SecondStep(Paged, AuthenticateView):
    """Give the second factor: a code of one's app, a recovery code, or one's passkey."""

    def page(self, context: Context) -> FormPage:
        """Give the page."""
        form = reworded(context["form"])
        return FormPage(
            head=Head(_("One more step")),
            lead=_(
                "Type the code that your app shows now. Without your telephone, type one of your recovery codes."
            ),
            button=_("Sign in"),
            message=message_of(self.request, form),
            fields=fields_of(form),
            passkey=Ceremony(
                "get",
                self.request.path,
                _("Use my passkey"),
                options=as_json(context["js_data"]["request_options"]),
            )
            if context["js_data"]["request_options"]["publicKey"].get("allowCredentials")
            else None,
            links=(Link(_("Begin again: another address, another way"), reverse("sign_in")),),
        )


class PasskeySignIn(LoginWebAuthnView):
    """Sign in with a passkey: the browser asks for a challenge, then posts the answer of the person's device."""


class SignOut(LogoutView):
    """Sign out: the session is ended here, not only in the browser."""


sign_in = door(SignIn.as_view(), EVERYONE)
confirm_code = door(ConfirmCode.as_view(), EVERYONE)
second_step = door(SecondStep.as_view(), EVERYONE)
passkey_sign_in = door(PasskeySignIn.as_view(), EVERYONE)
sign_out = door(SignOut.as_view(), EVERYONE, methods=("POST",))
