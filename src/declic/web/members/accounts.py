"""One's own account, and the browsers in which one is signed in."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _, ngettext

from declic.records.accounts.reads import own_account as read_own_account, own_sessions as read_own_sessions
from declic.records.accounts.values import OwnAccount
from declic.records.accounts.writes import end_other_sessions, end_session
from declic.web.design.components import Badge, Message
from declic.web.design.doors import ACCOUNT_HOLDERS, must_enrol, open_to, viewer_from
from declic.web.design.pages import Head
from declic.web.design.unknown import unknown_is_404
from declic.web.members.paged import message_of
from declic.web.members.pages import AccountPage, SessionsPage
from declic.web.members.protecting import below


@open_to(ACCOUNT_HOLDERS)
def own_account(request: HttpRequest) -> HttpResponse:
    """Show one's account."""
    account = read_own_account(viewer=viewer_from(request))
    page = AccountPage(
        head=Head(_("My account")),
        message=message_of(request) or _to_enrol(request),
        account=account,
        badge=_protection(account),
        provider=settings.OIDC_NAME,
    )
    return render(request, "members/account.html", {"page": page})


@unknown_is_404(LookupError)
@open_to(ACCOUNT_HOLDERS, methods=("GET", "POST"))
def own_sessions(request: HttpRequest) -> HttpResponse:
    """Show where one is signed in; end one session, or all the others."""
    viewer, here = viewer_from(request), request.session.session_key
    if request.method == "POST":
        if mark := request.POST.get("mark"):
            end_session(mark, by=viewer)
            messages.success(request, _("The session is ended."))
        else:
            count = end_other_sessions(keep_session=here, by=viewer)
            messages.success(
                request,
                ngettext("%(n)d session is ended.", "%(n)d sessions are ended.", count) % {"n": count},
            )
        return redirect("own_sessions")
    sessions = read_own_sessions(this_key=here, viewer=viewer)
    page = SessionsPage(
        head=below(_("Where I am signed in")),
        message=message_of(request),
        sessions=sessions,
        has_others=len(sessions) > 1,
    )
    return render(request, "members/sessions.html", {"page": page})


def _to_enrol(request: HttpRequest) -> Message | None:
    if not must_enrol(request):
        return None
    return Message(
        _(
            "Add an app of codes or a passkey below: it takes two minutes. Until then, your role opens no page."
        ),
        title=_("Your role needs a second factor"),
        tone="watch",
    )


def _protection(account: OwnAccount) -> Badge:
    if account.has_second_factor:
        return Badge(_("Two factors"), "good")
    return Badge(_("One factor only"), "watch")
