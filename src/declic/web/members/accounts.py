"""One's own account, and the browsers in which one is signed in."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from declic.records.accounts.reads import own_account as read_own_account, own_sessions as read_own_sessions
from declic.records.accounts.values import OwnAccount
from declic.records.accounts.viewers import Viewer
from declic.records.accounts.writes import end_other_sessions, end_session
from declic.records.partners.reads import my_memberships
from declic.records.partners.values import MembershipLine
from declic.web.design.components import Badge, Message
from declic.web.design.doors import (
    ACCOUNT_HOLDERS,
    ACTING_FOR,
    ADMINISTRATORS,
    KEEPERS,
    must_enrol,
    open_to,
    viewer_from,
)
from declic.web.design.pages import Head
from declic.web.design.unknown import unknown_is_404
from declic.web.members.paged import message_of
from declic.web.members.pages import AccountPage, Place, SessionsPage
from declic.web.members.protecting import below
from declic.web.members.roles import role_labels


@open_to(ACCOUNT_HOLDERS)
def own_account(request: HttpRequest) -> HttpResponse:
    """Show one's account."""
    viewer = viewer_from(request)
    account = read_own_account(viewer=viewer)
    page = AccountPage(
        head=Head(_("My account")),
        message=message_of(request) or _to_enrol(request),
        account=account,
        badge=_protection(account),
        places=tuple(_place(one, viewer=viewer) for one in my_memberships(viewer=viewer)),
        platform_url=reverse("platform") if ADMINISTRATORS(viewer) else "",
    )
    return render(request, "members/account.html", {"page": page})


@open_to(ACCOUNT_HOLDERS, methods=("POST",))
def act_for(request: HttpRequest) -> HttpResponse:
    """Act for another of one's institutions from now on. Raises Http404 for one that is not one's own."""
    asked = request.POST.get("membership", "")
    mine = {str(one.id): one for one in my_memberships(viewer=viewer_from(request))}
    if asked not in mine:
        raise Http404
    request.session[ACTING_FOR] = mine[asked].id
    messages.success(
        request, _("You now act for %(institution)s.") % {"institution": mine[asked].institution_name}
    )
    return redirect("own_account")


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


def _place(line: MembershipLine, *, viewer: Viewer) -> Place:
    is_current = line.institution_id == viewer.institution_id
    return Place(
        membership_id=line.id,
        institution=line.institution_name,
        roles=role_labels(line.roles),
        is_current=is_current,
        team_url=reverse("team", args=[line.institution_id]) if is_current and KEEPERS(viewer) else "",
    )


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
