"""The platform: its institutions and accounts, for who administers it; it shows nobody's work."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from declic.records.accounts.reads import list_accounts
from declic.records.accounts.values import Account
from declic.records.accounts.writes import close_account
from declic.records.partners.reads import all_memberships, list_institutions
from declic.records.partners.writes import find_or_add_institution
from declic.web.design.components import Cell, Link, Table
from declic.web.design.doors import ADMINISTRATORS, open_to, viewer_from
from declic.web.design.fields import fields_of
from declic.web.design.pages import Head, head
from declic.web.members.paged import message_of
from declic.web.members.pages import FormPage
from declic.web.members.roles import role_labels
from declic.web.members.team_forms import NewInstitutionForm
from declic.web.members.team_pages import PlatformPage


@open_to(ADMINISTRATORS, methods=("GET", "POST"))
def platform(request: HttpRequest) -> HttpResponse:
    """List institutions and accounts; add an institution."""
    viewer = viewer_from(request)
    form = NewInstitutionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            number = find_or_add_institution(form.cleaned_data["name"], by=viewer)
            return redirect("team", number)
        except ValueError:
            form.add_error("name", _("Write a name with letters."))
    page = PlatformPage(
        head=Head(_("The platform")),
        message=message_of(request, form),
        institutions=_institutions(request),
        fields=fields_of(form),
        accounts=_accounts(request),
    )
    return render(request, "members/platform.html", {"page": page})


@open_to(ADMINISTRATORS, methods=("GET", "POST"))
def closing(request: HttpRequest, user_id: int) -> HttpResponse:
    """Ask, then close an account: its sessions end at once. Raises Http404 for an unknown or closed one."""
    viewer = viewer_from(request)
    account = _open_account(request, user_id)
    if request.method == "POST":
        close_account(user_id, by=viewer)
        messages.success(request, _("The account is closed, and signed out everywhere."))
        return redirect("platform")
    page = FormPage(
        head=head(
            _("Close the account of %(name)s") % {"name": account.name},
            Link(_("The platform"), reverse("platform")),
        ),
        lead=_("They will be signed out everywhere, and will no longer sign in. What they did stays."),
        button=_("Close the account"),
        links=(Link(_("No, go back"), reverse("platform")),),
    )
    return render(request, "members/form.html", {"page": page})


def _open_account(request: HttpRequest, user_id: int) -> Account:
    viewer = viewer_from(request)
    found = next((one for one in list_accounts(viewer=viewer) if one.id == user_id and one.is_active), None)
    if found is None or user_id == viewer.user_id:
        raise Http404
    return found


def _institutions(request: HttpRequest) -> Table:
    viewer = viewer_from(request)
    counts: dict[int, int] = {}
    for line in all_memberships(viewer=viewer):
        counts[line.institution_id] = counts.get(line.institution_id, 0) + 1
    return Table(
        caption=_("Institutions"),
        heads=(_("Name"), _("Kind"), _("Members")),
        rows=tuple(
            (
                Cell(one.name, reverse("team", args=[one.id])),
                Cell(one.kind_label),
                Cell(str(counts.get(one.id, 0)), is_number=True),
            )
            for one in list_institutions(viewer=viewer)
        ),
    )


def _accounts(request: HttpRequest) -> Table:
    viewer = viewer_from(request)
    places: dict[int, list[str]] = {}
    for line in all_memberships(viewer=viewer):
        places.setdefault(line.user_id, []).append(f"{line.institution_name} ({role_labels(line.roles)})")
    return Table(
        caption=_("Accounts"),
        heads=(_("Name"), _("E-mail address"), _("Acts for"), _("State")),
        rows=tuple(
            (
                Cell(one.name, _closing_url(one, viewer_id=viewer.user_id)),
                Cell(one.email),
                Cell(" · ".join(places.get(one.id, ())) or _("nobody")),
                Cell(_("open") if one.is_active else _("closed")),
            )
            for one in list_accounts(viewer=viewer)
        ),
    )


def _closing_url(account: Account, *, viewer_id: int | None) -> str:
    can_close = account.is_active and account.id != viewer_id
    return reverse("close_account", args=[account.id]) if can_close else ""
