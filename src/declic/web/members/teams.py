"""An institution, kept by its manager: members, invitations, roles, departures, contact persons."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from declic.records.accounts.choices import Role
from declic.records.accounts.editions import ChangedMeanwhileError
from declic.records.partners.joining import AlreadyMemberError
from declic.records.partners.reads import team as read_team
from declic.records.partners.values import InvitationLine, MembershipLine, Team
from declic.records.partners.writes import (
    OwnRolesError,
    end_membership,
    invite,
    set_roles,
    withdraw_invitation,
)
from declic.web.design.choosing import Seen
from declic.web.design.components import Badge, Cell, Link, Table
from declic.web.design.doors import KEEPERS, open_to, viewer_from
from declic.web.design.editions import Meanwhile, both_texts, edition_seen
from declic.web.design.fields import fields_of
from declic.web.design.pages import Head, head
from declic.web.design.unknown import unknown_is_404
from declic.web.members.letters import invitation, send
from declic.web.members.paged import message_of
from declic.web.members.pages import FormPage
from declic.web.members.roles import role_labels
from declic.web.members.team_forms import InvitationForm, RolesForm
from declic.web.members.team_pages import MemberPage, TeamPage, Waiting


@unknown_is_404(LookupError)
@open_to(KEEPERS, methods=("GET", "POST"))
def team(request: HttpRequest, institution_id: int) -> HttpResponse:
    """Show an institution; invite somebody to act for it."""
    found = read_team(institution_id, viewer=viewer_from(request), now=timezone.now())
    form = InvitationForm(request.POST or None, roles=found.givable_roles)
    if request.method == "POST" and form.is_valid() and _invited(request, form, institution=found):
        return redirect("team", institution_id)
    page = TeamPage(
        head=head(found.institution.name, Link(_("My account"), reverse("own_account"))),
        message=message_of(request, form, title=_("Nobody was invited")),
        members=_members(found),
        waiting=tuple(_waiting(one, institution_id=institution_id) for one in found.invitations),
        fields=fields_of(form),
        contacts=_contacts(found),
        add_contact_url=reverse("add_contact", args=[institution_id]) if found.keeps_contacts else "",
        describe_url=reverse("describe_institution", args=[institution_id]) if found.describes else "",
    )
    return render(request, "members/team.html", {"page": page})


@unknown_is_404(LookupError)
@open_to(KEEPERS, methods=("GET", "POST"))
def member(request: HttpRequest, institution_id: int, membership_id: int) -> HttpResponse:
    """Show a member; give or take the roles that one may give."""
    viewer = viewer_from(request)
    found = read_team(institution_id, viewer=viewer, now=timezone.now())
    line = _member_of(found, membership_id)
    ticked = {f"role_{role}": role in line.roles for role in found.givable_roles}
    form = RolesForm(request.POST or None, roles=found.givable_roles, initial=ticked)
    if request.method == "POST" and form.is_valid():
        kept = [role for role in line.roles if role not in found.givable_roles]
        try:
            roles = [Role(word) for word in (*kept, *form.given())]
            set_roles(line.id, roles=roles, by=viewer, seen=edition_seen(request))
            messages.success(request, _("The roles are kept."))
        except OwnRolesError:
            messages.error(request, _("Nobody gives or takes their own roles: ask another manager."))
        except ChangedMeanwhileError as change:
            saved = RolesForm(None, roles=found.givable_roles, initial=ticked)
            meanwhile = Meanwhile(form, saved, line.edition, request.path)
            return both_texts(request, change, title=_("Two choices of roles"), meanwhile=meanwhile)
        return redirect("team", institution_id)
    page = MemberPage(
        head=_below(found, line.name),
        message=message_of(request),
        email=line.email,
        seen=Seen(line.edition),
        fields=fields_of(form),
        departure=Link(_("Record their departure"), reverse("departure", args=[institution_id, line.id])),
    )
    return render(request, "members/member.html", {"page": page})


@unknown_is_404(LookupError)
@open_to(KEEPERS, methods=("GET", "POST"))
def departure(request: HttpRequest, institution_id: int, membership_id: int) -> HttpResponse:
    """Ask whether somebody leaves, then record it: from their next page on, they act no more for the institution."""
    viewer, now = viewer_from(request), timezone.now()
    found = read_team(institution_id, viewer=viewer, now=now)
    line = _member_of(found, membership_id)
    if request.method == "POST":
        end_membership(line.id, now=now, by=viewer)
        messages.success(request, _("The departure is recorded: their roles are ended from now on."))
        return redirect(
            "team" if line.user_id != viewer.user_id else "own_account", *_to(line, viewer.user_id)
        )
    page = FormPage(
        head=_below(found, _("Departure of %(name)s") % {"name": line.name}),
        lead=_(
            "From their next page on, they will no longer act for %(institution)s. "
            "What they did stays, under their number."
        )
        % {"institution": found.institution.name},
        button=_("Record the departure"),
        links=(Link(_("No, go back"), reverse("team", args=[institution_id])),),
    )
    return render(request, "members/form.html", {"page": page})


@unknown_is_404(LookupError)
@open_to(KEEPERS, methods=("POST",))
def withdrawal(request: HttpRequest, institution_id: int, invitation_id: int) -> HttpResponse:
    """Withdraw an invitation: its link is dead."""
    withdraw_invitation(invitation_id, now=timezone.now(), by=viewer_from(request))
    messages.success(request, _("The invitation is withdrawn: its link opens nothing any more."))
    return HttpResponseRedirect(reverse("team", args=[institution_id]))


def _to(line: MembershipLine, viewer_id: int | None) -> tuple[int, ...]:
    return () if line.user_id == viewer_id else (line.institution_id,)


def _invited(request: HttpRequest, form: InvitationForm, *, institution: Team) -> bool:
    """Invite who the form names; False, said on the e-mail, where they act for the institution already."""
    try:
        invited = invite(
            form.cleaned_data["email"],
            institution_id=institution.institution.id,
            roles=[Role(word) for word in form.given()],
            now=timezone.now(),
            by=viewer_from(request),
        )
    except AlreadyMemberError:
        form.add_error("email", _("This person acts for the institution already."))
        return False
    address = request.build_absolute_uri(reverse("invitation", args=[invited.link]))
    send(invitation(institution.institution.name, address=address), to=invited.email)
    messages.success(request, _("The invitation has left for %(email)s.") % {"email": invited.email})
    return True


def _member_of(found: Team, membership_id: int) -> MembershipLine:
    line = next((one for one in found.members if one.id == membership_id), None)
    if line is None:
        raise Http404
    return line


def _below(found: Team, title: str) -> Head:
    return head(title, Link(found.institution.name, reverse("team", args=[found.institution.id])))


def _members(found: Team) -> Table:
    return Table(
        caption=_("Who acts for it"),
        heads=(_("Name"), _("E-mail address"), _("Roles"), _("Since")),
        rows=tuple(
            (
                Cell(one.name, reverse("member", args=[found.institution.id, one.id])),
                Cell(one.email),
                Cell(role_labels(one.roles)),
                Cell(date_format(timezone.localtime(one.began_at), "j F Y")),
            )
            for one in found.members
        ),
    )


def _waiting(one: InvitationLine, *, institution_id: int) -> Waiting:
    badge = Badge(_("Too late"), "watch") if one.is_late else Badge(_("Waiting"), "info")
    url = reverse("withdrawal", args=[institution_id, one.id])
    return Waiting(one, role_labels(one.roles), badge, url)


def _contacts(found: Team) -> Table | None:
    if not found.contacts:
        return None
    edits = found.keeps_contacts
    return Table(
        caption=_("Whom to call"),
        heads=(_("Name"), _("About what"), _("How"), _("Seen by")),
        rows=tuple(
            (
                Cell(one.name, reverse("contact", args=[found.institution.id, one.id]) if edits else ""),
                Cell(one.topics),
                Cell(" · ".join(word for word in (one.email, one.phone) if word)),
                Cell(_("everyone") if one.is_public else _("partners")),
            )
            for one in found.contacts
        ),
    )
