"""Answers about partners: institutions, who acts for them, whom to call."""

import datetime

from django.core import signing
from django.db.models import QuerySet

from declic.records.accounts.choices import GIVEN
from declic.records.accounts.filters import reached
from declic.records.accounts.models import User
from declic.records.accounts.reads import holds_second_factor
from declic.records.accounts.rights import (
    demand,
    may_describe_institution,
    may_give_role,
    may_keep_accounts,
    may_keep_contact_persons,
    may_read_contact_persons,
    may_read_members,
    may_read_published,
    may_use_account,
)
from declic.records.accounts.viewers import VISITOR, Viewer
from declic.records.partners.held_roles import held
from declic.records.partners.links import opened_link
from declic.records.partners.models import ContactPerson, Institution, Invitation, Membership
from declic.records.partners.values import ContactLine, InstitutionLine, InvitationLine, MembershipLine, Team


PUBLIC = {
    "viewer_of": "it makes the viewer that every other read asks for, from who is signed in",
    "invitation_of_link": "who holds the link has no account yet: the signed link itself is the right",
}


def viewer_of(user: object, *, acting_for: int | None = None) -> Viewer:
    """
    Give the viewer of Django's `request.user`, acting for one of their institutions.

    `acting_for` is the number of a membership; unless it is theirs and open, the oldest open one serves. VISITOR
    where nobody is signed in or the account is closed; a person without institution holds no role.
    """
    if not (isinstance(user, User) and user.is_active):
        return VISITOR
    rows = list(_open_memberships().filter(user_id=user.pk).order_by("began_at", "id"))
    row = next((one for one in rows if one.pk == acting_for), rows[0] if rows else None)
    is_protected = holds_second_factor(user.pk)
    if row is None:
        return Viewer(user_id=user.pk, name=user.name, has_second_factor=is_protected)
    return Viewer(
        user_id=user.pk,
        name=user.name,
        roles=frozenset(role.value for role in held(row)),
        institution_id=row.institution_id,
        institution_name=str(row.institution),
        has_second_factor=is_protected,
    )


def my_memberships(*, viewer: Viewer) -> tuple[MembershipLine, ...]:
    """List the institutions that the viewer acts for, the oldest first."""
    mine = reached(may_use_account, viewer=viewer, user="user_id")
    rows = _open_memberships().filter(mine).select_related("user").order_by("began_at", "id")
    return tuple(_membership_line(row) for row in rows)


def list_institutions(*, viewer: Viewer) -> tuple[InstitutionLine, ...]:
    """List every institution by name: they are public bodies or publicly engaged ones."""
    if not may_read_published(viewer):
        return ()
    return tuple(_line(institution) for institution in Institution.objects.order_by("name", "id"))


def institution(institution_id: int, *, viewer: Viewer) -> InstitutionLine | None:
    """Give one institution, or None."""
    if not may_read_published(viewer):
        return None
    row = Institution.objects.filter(pk=institution_id).first()
    return _line(row) if row else None


def institution_to_describe(institution_id: int, *, viewer: Viewer) -> InstitutionLine:
    """Give an institution to who may say what it is. Raises LookupError for an unknown one, NotAllowedError."""
    demand(may_describe_institution(viewer, institution=institution_id))
    line = institution(institution_id, viewer=viewer)
    if line is None:
        raise LookupError(institution_id)
    return line


def members(institution_id: int, *, viewer: Viewer) -> tuple[MembershipLine, ...]:
    """List who acts for an institution now, by name; nobody where the viewer may not know."""
    known = reached(may_read_members, viewer=viewer, institution="institution_id")
    rows = _open_memberships().filter(known, institution_id=institution_id).select_related("user")
    return tuple(_membership_line(row) for row in rows.order_by("user__name", "id"))


def team(institution_id: int, *, viewer: Viewer, now: datetime.datetime) -> Team:
    """Show an institution to who keeps it. Raises LookupError for an unknown one, NotAllowedError."""
    demand(may_read_members(viewer, institution=institution_id))
    line = institution(institution_id, viewer=viewer)
    if line is None:
        raise LookupError(institution_id)
    return Team(
        institution=line,
        members=members(institution_id, viewer=viewer),
        invitations=invitations(institution_id, viewer=viewer, now=now),
        contacts=contact_persons(institution_id, viewer=viewer),
        givable_roles=tuple(
            role.value for role in GIVEN if may_give_role(viewer, institution=institution_id, role=role.value)
        ),
        keeps_contacts=may_keep_contact_persons(viewer, institution=institution_id),
        describes=may_describe_institution(viewer, institution=institution_id),
    )


def membership(membership_id: int, *, viewer: Viewer) -> MembershipLine | None:
    """Give one open membership; None where unknown or not allowed."""
    known = reached(may_read_members, viewer=viewer, institution="institution_id")
    row = _open_memberships().filter(known, pk=membership_id).select_related("user").first()
    return _membership_line(row) if row else None


def all_memberships(*, viewer: Viewer) -> tuple[MembershipLine, ...]:
    """List every open membership, for who keeps accounts."""
    if not may_keep_accounts(viewer):
        return ()
    rows = _open_memberships().select_related("user").order_by("institution__name", "user__name", "id")
    return tuple(_membership_line(row) for row in rows)


def invitations(institution_id: int, *, viewer: Viewer, now: datetime.datetime) -> tuple[InvitationLine, ...]:
    """List the invitations of an institution that wait, the latest first; none where not allowed."""
    known = reached(may_read_members, viewer=viewer, institution="institution_id")
    rows = _waiting().filter(known, institution_id=institution_id).order_by("-sent_at", "-id")
    return tuple(_invitation_line(row, now=now) for row in rows)


def invitation_of_link(link: str, *, now: datetime.datetime) -> InvitationLine | None:
    """Give the invitation that a signed link opens; None where it is altered, used, withdrawn or out of date."""
    try:
        number, nonce = opened_link(link)
    except signing.BadSignature:
        return None
    row = _waiting().filter(pk=number, nonce=nonce, expires_at__gt=now).first()
    return _invitation_line(row, now=now) if row else None


def contact_persons(institution_id: int, *, viewer: Viewer) -> tuple[ContactLine, ...]:
    """List the contact persons of an institution that the viewer may know, by name."""
    known = reached(may_read_contact_persons, viewer=viewer, public="is_public")
    rows = ContactPerson.objects.filter(known, institution_id=institution_id).select_related("deputy")
    return tuple(_contact_line(row, viewer=viewer) for row in rows.order_by("name", "id"))


def contact_person(contact_id: int, *, viewer: Viewer) -> ContactLine | None:
    """Give one contact person; None where unknown or not allowed."""
    known = reached(may_read_contact_persons, viewer=viewer, public="is_public")
    row = ContactPerson.objects.filter(known, pk=contact_id).select_related("deputy").first()
    return _contact_line(row, viewer=viewer) if row else None


def _open_memberships() -> QuerySet[Membership]:
    return Membership.objects.filter(ended_at__isnull=True).select_related("institution")


def _waiting() -> QuerySet[Invitation]:
    pending = Invitation.objects.filter(accepted_at__isnull=True, withdrawn_at__isnull=True)
    return pending.select_related("institution")


def _line(row: Institution) -> InstitutionLine:
    return InstitutionLine(
        id=row.pk,
        name=row.name,
        short_name=row.short_name,
        kind=row.kind,
        kind_label=row.get_kind_display(),
        siret=row.siret,
        rna=row.rna,
        edition=row.edition,
    )


def _membership_line(row: Membership) -> MembershipLine:
    return MembershipLine(
        id=row.pk,
        user_id=row.user_id,
        name=row.user.name,
        email=row.user.email,
        institution_id=row.institution_id,
        institution_name=str(row.institution),
        roles=tuple(role.value for role in held(row)),
        began_at=row.began_at,
        edition=row.edition,
    )


def _invitation_line(row: Invitation, *, now: datetime.datetime) -> InvitationLine:
    return InvitationLine(
        id=row.pk,
        email=row.email,
        institution_id=row.institution_id,
        institution_name=str(row.institution),
        roles=tuple(role.value for role in held(row)),
        sent_at=row.sent_at,
        expires_at=row.expires_at,
        is_late=row.expires_at <= now,
    )


def _contact_line(row: ContactPerson, *, viewer: Viewer) -> ContactLine:
    deputy = row.deputy
    knows_deputy = deputy is not None and may_read_contact_persons(viewer, public=deputy.is_public)
    return ContactLine(
        id=row.pk,
        institution_id=row.institution_id,
        name=row.name,
        function=row.function,
        topics=row.topics,
        email=row.email,
        phone=row.phone,
        is_public=row.is_public,
        absent_until=row.absent_until,
        deputy_id=row.deputy_id if knows_deputy else None,
        deputy_name=deputy.name if deputy is not None and knows_deputy else "",
        edition=row.edition,
    )
