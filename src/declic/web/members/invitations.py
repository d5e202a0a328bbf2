"""Answering an invitation: the link shows what is proposed, the button says yes."""

from allauth.account.utils import perform_login
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from declic.records.accounts.reads import account_at, own_account
from declic.records.accounts.rights import NotAllowedError
from declic.records.accounts.writes import AccountExistsError
from declic.records.partners.reads import invitation_of_link
from declic.records.partners.values import InvitationLine
from declic.records.partners.writes import InvitationClosedError, accept_invitation
from declic.web.design.components import Link, Message
from declic.web.design.doors import EVERYONE, open_to, viewer_from
from declic.web.design.fields import fields_of
from declic.web.design.pages import Head
from declic.web.members.pages import FormPage
from declic.web.members.roles import role_labels
from declic.web.members.team_forms import AcceptanceForm
from declic.web.members.team_pages import InvitationPage


@sensitive_post_parameters("password")
@open_to(EVERYONE, methods=("GET", "POST"))
def invitation(request: HttpRequest, link: str) -> HttpResponse:
    """Show an invitation; say yes by the button alone, once."""
    line = invitation_of_link(link, now=timezone.now())
    if line is None:
        return _closed(request)
    form = AcceptanceForm(request.POST or None, initial={"name": ""})
    signed_in = viewer_from(request).is_signed_in
    message = None
    if request.method == "POST" and (signed_in or form.is_valid()):
        try:
            return _accepted(request, form, link=link, email=line.email)
        except InvitationClosedError:
            return _closed(request)
        except AccountExistsError:
            message = _sign_in_first()
        except NotAllowedError:
            message = _somebody_else(line.email)
        except ValidationError as error:
            form.add_error("password", error)
    return _page(request, line, form=form, message=message, link=link)


def _accepted(request: HttpRequest, form: AcceptanceForm, *, link: str, email: str) -> HttpResponse:
    viewer = viewer_from(request)
    said = {} if viewer.is_signed_in else form.cleaned_data
    accept_invitation(
        link,
        name=said.get("name", ""),
        password=said.get("password") or None,
        now=timezone.now(),
        by=viewer,
    )
    messages.success(request, _("Welcome: you may now act for this institution."))
    if viewer.is_signed_in:
        return redirect("own_account")
    # The link proves that the mailbox is theirs, as a code sent by e-mail would.
    user = account_at(email)
    if user is None:
        return redirect("sign_in")
    answer: HttpResponse = perform_login(request, user, redirect_url=reverse("own_account"))
    return answer


def _page(
    request: HttpRequest, line: InvitationLine, *, form: AcceptanceForm, message: Message | None, link: str
) -> HttpResponse:
    viewer = viewer_from(request)
    here = reverse("invitation", args=[link])
    is_theirs = viewer.is_signed_in and own_account(viewer=viewer).email == line.email
    if viewer.is_signed_in and not is_theirs:
        message = _somebody_else(line.email)
    page = InvitationPage(
        head=Head(_("You are invited")),
        message=message,
        institution=line.institution_name,
        email=line.email,
        roles=role_labels(line.roles),
        fields=() if viewer.is_signed_in else fields_of(form),
        can_accept=is_theirs or not viewer.is_signed_in,
        links=(
            Link(
                _("I have an account already: sign in first"),
                f"{reverse('sign_in')}?{urlencode({'next': here})}",
            ),
        )
        if not viewer.is_signed_in
        else (),
    )
    return render(request, "members/invitation.html", {"page": page})


def _closed(request: HttpRequest) -> HttpResponse:
    page = FormPage(
        head=Head(_("This invitation is closed")),
        lead=_("Its link was used already, withdrawn, cut on its way, or is more than seven days old."),
        button="",
        links=(
            Link(_("Sign in"), reverse("sign_in")),
            Link(_("Go to the list of pacts"), reverse("home")),
        ),
    )
    return render(request, "members/form.html", {"page": page}, status=404)


def _sign_in_first() -> Message:
    return Message(
        _("This address has an account: sign in, then open the link of the letter again."),
        title=_("Sign in first"),
        tone="watch",
    )


def _somebody_else(email: str) -> Message:
    return Message(
        _("This invitation is for %(email)s, and you are signed in with another address: sign out first.")
        % {"email": email},
        title=_("This invitation is for somebody else"),
        tone="watch",
    )
