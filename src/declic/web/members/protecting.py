"""What protects an account: its password, an app of codes, passkeys, recovery codes."""

from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.account.views import PasswordChangeView, PasswordSetView
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, RemoveWebAuthnView
from django import forms
from django.http import Http404, HttpResponse
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import TemplateView

from declic.records.accounts.choices import Event
from declic.records.accounts.reads import own_recovery_codes
from declic.records.accounts.viewers import Viewer
from declic.records.accounts.writes import recorded
from declic.web.design.components import Link
from declic.web.design.doors import ACCOUNT_HOLDERS, viewer_from
from declic.web.design.fields import fields_of
from declic.web.design.pages import Head, head
from declic.web.members.paged import Context, Paged, as_json, door, message_of
from declic.web.members.pages import AppPage, Ceremony, CodesPage, FormPage


HOME = reverse_lazy("own_account")


class Recorded:
    """Do what the library does and leave its line, or do neither."""

    event: Event
    request: Any

    def form_valid(self, form: forms.BaseForm) -> HttpResponse:
        """Change, and note it."""
        with recorded(self.event, self.request.user.pk, by=Viewer(self.request.user.pk, "")):
            answer: HttpResponse = super().form_valid(form)  # type: ignore[misc] # the library's view is behind
        return answer


def below(title: str) -> Head:
    """Name a page that stands below one's account."""
    return head(title, Link(_("My account"), reverse("own_account")))


@method_decorator(sensitive_post_parameters("oldpassword", "password1", "password2"), name="dispatch")
class ChangePassword(Paged, PasswordChangeView):
    """Change one's password; the other sessions are ended."""

    success_url = HOME

    def page(self, context: Context) -> FormPage:
        """Give the page."""
        return FormPage(
            head=below(_("Change my password")),
            lead=_("Your other sessions will be ended."),
            button=_("Keep this password"),
            message=message_of(self.request, context["form"]),
            fields=fields_of(context["form"]),
            links=(Link(_("Password forgotten"), reverse("account_reset_password")),),
        )

    def get_default_success_url(self) -> str:
        """Come back to one's account."""
        return str(HOME)


@method_decorator(sensitive_post_parameters("password1", "password2"), name="dispatch")
class SetPassword(Paged, PasswordSetView):
    """Set a password where there was none."""

    def page(self, context: Context) -> FormPage:
        """Give the page."""
        return FormPage(
            head=below(_("Set a password")),
            lead=_("You will be able to sign in with it, besides the ways you have."),
            button=_("Keep this password"),
            message=message_of(self.request, context["form"]),
            fields=fields_of(context["form"]),
        )

    def get_default_success_url(self) -> str:
        """Come back to one's account."""
        return str(HOME)


class AddApp(Recorded, Paged, ActivateTOTPView):
    """Have an app of codes protect one's account."""

    event = Event.SECOND_FACTOR_ADDED
    page_template = "members/app.html"

    def page(self, context: Context) -> AppPage:
        """Give the page."""
        return AppPage(
            head=below(_("Add an app of codes")),
            message=message_of(self.request, context["form"]),
            square=context["totp_svg"][context["totp_svg"].index("<svg") :],
            key=_in_fours(context["form"].secret),
            url=context["totp_url"],
            fields=fields_of(context["form"]),
        )

    def get_success_url(self) -> str:
        """Go on to the recovery codes when they are new."""
        return reverse("mfa_view_recovery_codes") if self.did_generate_recovery_codes else str(HOME)


class RemoveApp(Recorded, Paged, DeactivateTOTPView):
    """Take the app of codes away."""

    event = Event.SECOND_FACTOR_REMOVED
    success_url = HOME

    def page(self, context: Context) -> FormPage:
        """Give the page."""
        return FormPage(
            head=below(_("Remove the app of codes")),
            lead=_(
                "Its codes will no longer be asked for. Without another second factor, your account is less safe."
            ),
            button=_("Remove the app"),
            message=message_of(self.request, context["form"]),
        )


class AddPasskey(Recorded, Paged, AddWebAuthnView):
    """Add a passkey: the device makes it, the browser posts it."""

    event = Event.SECOND_FACTOR_ADDED

    def get_form_kwargs(self) -> dict[str, Any]:
        """Let the person name it: the library's own proposals are in English."""
        return {**super().get_form_kwargs(), "initial": {"name": _("My passkey")}}

    def page(self, context: Context) -> FormPage:
        """Give the page."""
        form = context["form"]
        form.fields.pop("passwordless", None)
        options = context["js_data"]["creation_options"]
        wanted = {"residentKey": "required", "requireResidentKey": True, "userVerification": "required"}
        options = {"publicKey": {**options["publicKey"], "authenticatorSelection": wanted}}
        return FormPage(
            head=below(_("Add a passkey")),
            lead=_(
                "A passkey stays in your telephone, your computer or a small key. "
                "You sign in with it by your finger, your face or a short code, without any password."
            ),
            button="",
            message=message_of(self.request, form, title=_("The passkey was not added")),
            passkey=Ceremony(
                "create",
                self.request.path,
                _("Make the passkey"),
                options=as_json(options),
                fields=fields_of(form),
            ),
        )

    def get_success_url(self) -> str:
        """Go on to the recovery codes when they are new."""
        return reverse("mfa_view_recovery_codes") if self.did_generate_recovery_codes else str(HOME)


class RemovePasskey(Recorded, Paged, RemoveWebAuthnView):
    """Take a passkey away."""

    event = Event.SECOND_FACTOR_REMOVED
    success_url = HOME

    def page(self, context: Context) -> FormPage:
        """Give the page."""
        return FormPage(
            head=below(_("Remove a passkey")),
            lead=_("« %(name)s » will no longer sign you in.") % {"name": context["object"].wrap().name},
            button=_("Remove the passkey"),
        )


@method_decorator(reauthentication_required(app="allauth.mfa"), name="dispatch")
class SeeCodes(Paged, TemplateView):
    """See the recovery codes that are left; the library's own view would note, in a row, that they were seen."""

    page_template = "members/codes.html"

    def page(self, context: Context) -> CodesPage:  # noqa: ARG002
        """Give the page. Raises Http404 for who has no second factor."""
        codes = own_recovery_codes(viewer=viewer_from(self.request))
        if codes is None:
            raise Http404
        return CodesPage(
            head=below(_("Recovery codes")),
            message=message_of(self.request),
            codes=codes,
            links=(
                Link(
                    _("Make new codes; these will be worth nothing"), reverse("mfa_generate_recovery_codes")
                ),
                Link(_("Back to my account"), str(HOME)),
            ),
        )


class MakeCodes(Recorded, Paged, GenerateRecoveryCodesView):
    """Make new recovery codes; the old ones are worth nothing any more."""

    event = Event.RECOVERY_CODES_MADE

    def page(self, context: Context) -> FormPage:
        """Give the page."""
        return FormPage(
            head=below(_("Make new recovery codes")),
            lead=_("The codes that you printed before will be worth nothing."),
            button=_("Make new codes"),
            message=message_of(self.request, context["form"]),
        )


change_password = door(ChangePassword.as_view(), ACCOUNT_HOLDERS)
set_password = door(SetPassword.as_view(), ACCOUNT_HOLDERS)
add_app = door(AddApp.as_view(), ACCOUNT_HOLDERS)
remove_app = door(RemoveApp.as_view(), ACCOUNT_HOLDERS)
add_passkey = door(AddPasskey.as_view(), ACCOUNT_HOLDERS)
remove_passkey = door(RemovePasskey.as_view(), ACCOUNT_HOLDERS)
see_codes = door(SeeCodes.as_view(), ACCOUNT_HOLDERS, methods=("GET",))
make_codes = door(MakeCodes.as_view(), ACCOUNT_HOLDERS)


def _in_fours(key: str) -> str:
    return " ".join(key[at : at + 4] for at in range(0, len(key), 4))
