"""A password that is lost: a link by e-mail, good for one hour, once."""

from typing import Any

from allauth.account.views import PasswordResetFromKeyView, PasswordResetView
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from declic.web.design.components import Link
from declic.web.design.doors import EVERYONE, open_to
from declic.web.design.fields import fields_of
from declic.web.design.pages import Head
from declic.web.members.paged import Context, Paged, door, message_of
from declic.web.members.pages import FormPage


class AskForLink(Paged, PasswordResetView):
    """Ask for the link; the answer is the same whether the e-mail has an account or not."""

    success_url = reverse_lazy("account_reset_password_done")

    def page(self, context: Context) -> FormPage:
        """Give the page."""
        return FormPage(
            head=Head(_("Password forgotten")),
            lead=_("Type your e-mail address: a letter will bring you a link to choose a new password."),
            button=_("Send me the link"),
            message=message_of(self.request, context["form"]),
            fields=fields_of(context["form"]),
            links=(Link(_("Sign in with a code sent by e-mail instead"), reverse("sign_in")),),
        )

    def form_valid(self, form: Any) -> HttpResponse:
        """Post the letter."""
        form.save(self.request)
        return HttpResponseRedirect(str(self.success_url))


@open_to(EVERYONE)
def link_sent(request: HttpRequest) -> HttpResponse:
    """Say that the letter has left, if there was somebody to write to."""
    page = FormPage(
        head=Head(_("Look in your mailbox")),
        lead=_(
            "If this address has an account here, a letter with a link has just left for it. "
            "It is good for one hour; look among unwanted mail too."
        ),
        button="",
        links=(Link(_("Back to signing in"), reverse("sign_in")),),
    )
    return render(request, "members/form.html", {"page": page})


@method_decorator(sensitive_post_parameters("password1", "password2"), name="dispatch")
class NewPassword(Paged, PasswordResetFromKeyView):
    """Choose a new password, from the link; a used, old or altered one opens nothing and says so."""

    success_url = reverse_lazy("sign_in")

    def page(self, context: Context) -> FormPage:
        """Give the page."""
        if context.get("token_fail"):
            return FormPage(
                head=Head(_("This link is no longer good")),
                lead=_("It was used already, it is too old, or it was cut on its way."),
                button="",
                links=(Link(_("Ask for another link"), reverse("account_reset_password")),),
            )
        return FormPage(
            head=Head(_("Choose a new password")),
            lead=_("Your other sessions will be ended, and you will sign in with it."),
            button=_("Keep this password"),
            message=message_of(self.request, context["form"]),
            fields=fields_of(context["form"]),
        )


ask_for_link = door(AskForLink.as_view(), EVERYONE)
new_password = door(NewPassword.as_view(), EVERYONE)
