"""Changes of partners: institutions, who acts for them, whom to call."""

import datetime
import secrets
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q

from declic.records.accounts.choices import Role
from declic.records.accounts.editions import edit
from declic.records.accounts.models import Session, User
from declic.records.accounts.rights import (
    demand,
    may_add_institutions,
    may_describe_institution,
    may_end_membership,
    may_give_role,
    may_keep_accounts,
    may_keep_contact_persons,
)
from declic.records.accounts.viewers import VISITOR, Viewer
from declic.records.accounts.writes import create_invited_account
from declic.records.journal.adding import notes_last
from declic.records.journal.turns import take_turn
from declic.records.journal.writes import note
from declic.records.partners.choices import InstitutionKind
from declic.records.partners.contacting import WrongContactError, contact_fields, description_fields
from declic.records.partners.held_roles import columns, held
from declic.records.partners.joining import (
    AlreadyMemberError,
    demand_known,
    demand_roles,
    join_again,
    membership_open,
    open_membership,
)
from declic.records.partners.links import link_of
from declic.records.partners.models import ContactPerson, Institution, Invitation, Membership
from declic.records.partners.names import normalised
from declic.records.partners.reads import invitation_of_link
from declic.records.partners.values import Contact, Description, Invited


INVITATION_DAYS = 7
KEPT_AFTER_DEPARTURE = datetime.timedelta(days=365)


class OwnRolesError(Exception):
    """Nobody gives or takes their own roles."""


class InvitationClosedError(LookupError):
    """The invitation was used, withdrawn or altered, or its time is over."""


@transaction.atomic
def find_or_add_institution(
    name: str,
    *,
    short_name: str = "",
    kind: InstitutionKind = InstitutionKind.UNKNOWN,
    by: Viewer,
) -> int:
    """
    Give the number of the institution of that name, added where it was not known.

    Wordings that differ by case, accents, spaces or punctuation are one institution: the first one stays.
    Raises ValueError for a name without a letter or digit. A found institution leaves no journal line.
    """
    demand(may_add_institutions(by))
    words = " ".join(name.split())[:300]
    key = normalised(words)[:300]
    if not key:
        raise ValueError("An institution has a name.")
    row, added = Institution.objects.get_or_create(
        normalised_name=key, defaults={"name": words, "short_name": short_name, "kind": kind}
    )
    if added:
        note(by=by.mark, verb="added", about=f"institution {row.pk}")
    return row.pk


@transaction.atomic
def describe_institution(
    institution_id: int, *, description: Description, by: Viewer, seen: int | None = None
) -> None:
    """
    Say an institution's short name, its kind and its numbers in the registers.

    Raises LookupError for an unknown one, NotAllowedError, ValueError for a number that cannot exist (SIRET, RNA),
    ChangedMeanwhileError where it was described since the edition `seen`.
    """
    demand(may_describe_institution(by, institution=institution_id))
    says = description_fields(description)
    if edit(Institution.objects.filter(pk=institution_id), seen=seen, by=by, says=says):
        note(by=by.mark, verb="described", about=f"institution {institution_id}")


@transaction.atomic
def join(
    user_id: int, *, institution_id: int, roles: Iterable[Role], now: datetime.datetime, by: Viewer
) -> int:
    """
    Have a person act for an institution from now on, and give the number of the membership.

    Raises NotAllowedError where one of the roles is not `by`'s to give, AlreadyMemberError, LookupError for an
    unknown person or institution.
    """
    given = {Role.MEMBER, *roles}
    demand_roles(given, institution_id=institution_id, by=by)
    demand_known(user_id, institution_id=institution_id)
    return open_membership(user_id, institution_id=institution_id, roles=given, now=now, by=by)


@transaction.atomic
def set_roles(membership_id: int, *, roles: Iterable[Role], by: Viewer, seen: int | None = None) -> None:
    """
    Set the roles of a membership; the same ones again change nothing and leave no line.

    A role that changes must be `by`'s to give. Raises LookupError for one that is unknown or ended,
    NotAllowedError, OwnRolesError, ChangedMeanwhileError where they changed since the edition `seen`.
    """
    row = membership_open(membership_id)
    asked = {Role.MEMBER, *roles}
    demand(may_give_role(by, institution=row.institution_id, role=Role.MEMBER.value))
    demand_roles(asked ^ set(held(row)), institution_id=row.institution_id, by=by)
    if asked == set(held(row)):
        return
    if row.user_id == by.user_id:
        raise OwnRolesError(membership_id)
    edit(Membership.objects.filter(pk=row.pk), seen=seen, by=by, says=columns(asked))
    words = ", ".join(sorted(role.value for role in asked))
    note(by=by.mark, verb="set roles of", about=f"membership {row.pk}: {words}")


@transaction.atomic
def end_membership(membership_id: int, *, now: datetime.datetime, by: Viewer) -> None:
    """
    Record a departure: from the next request on, the person acts no more for the institution.

    Who acts for nobody any more is signed out everywhere.
    A second time changes nothing. Raises NotAllowedError, LookupError for an unknown membership.
    """
    row = Membership.objects.select_for_update().filter(pk=membership_id).first()
    if row is None:
        raise LookupError(membership_id)
    demand(may_end_membership(by, institution=row.institution_id, user=row.user_id))
    if row.ended_at is not None:
        return
    Membership.objects.filter(pk=row.pk).update(ended_at=now, **columns(()))
    if not Membership.objects.filter(user_id=row.user_id, ended_at__isnull=True).exists():
        Session.objects.filter(account_id=row.user_id).delete()
    note(by=by.mark, verb="ended", about=f"membership {row.pk}")


@transaction.atomic
def invite(
    email: str, *, institution_id: int, roles: Iterable[Role], now: datetime.datetime, by: Viewer
) -> Invited:
    """
    Invite somebody to act for an institution, and give the link that their mail carries.

    Who was invited already and did not answer keeps one invitation, with a new time and these roles, and its
    former link is dead. Raises NotAllowedError, AlreadyMemberError, LookupError for an unknown institution.
    """
    given = {Role.MEMBER, *roles}
    demand_roles(given, institution_id=institution_id, by=by)
    address = email.strip().lower()
    if not Institution.objects.filter(pk=institution_id).exists():
        raise LookupError(institution_id)
    if Membership.objects.filter(
        institution_id=institution_id, user__email=address, ended_at__isnull=True
    ).exists():
        raise AlreadyMemberError(institution_id)
    row, _is_new = Invitation.objects.update_or_create(
        institution_id=institution_id,
        email=address,
        accepted_at=None,
        withdrawn_at=None,
        defaults={
            **columns(given),
            "nonce": secrets.token_urlsafe(32),
            "sent_at": now,
            "expires_at": now + datetime.timedelta(days=INVITATION_DAYS),
        },
    )
    note(by=by.mark, verb="sent", about=f"invitation {row.pk}")
    return Invited(row.pk, email=address, link=link_of(row.pk, nonce=row.nonce), expires_at=row.expires_at)


@transaction.atomic
def withdraw_invitation(invitation_id: int, *, now: datetime.datetime, by: Viewer) -> None:
    """Withdraw an invitation that waits; a second time changes nothing. Raises NotAllowedError, LookupError."""
    row = Invitation.objects.select_for_update().filter(pk=invitation_id).first()
    if row is None:
        raise LookupError(invitation_id)
    demand(may_give_role(by, institution=row.institution_id, role=Role.MEMBER.value))
    if row.accepted_at is None and row.withdrawn_at is None:
        Invitation.objects.filter(pk=row.pk).update(withdrawn_at=now, email="")
        note(by=by.mark, verb="withdrew", about=f"invitation {row.pk}")


@transaction.atomic
@notes_last()
def accept_invitation(
    link: str, *, name: str, password: str | None, now: datetime.datetime, by: Viewer = VISITOR
) -> int:
    """
    Answer an invitation: the account is made where there is none, the membership opens; give the user's number.

    Who has an account with that e-mail must be signed in (`by`) with it; `name` and `password` are then ignored.
    Without a password, the person signs in by a code or a passkey. Raises InvitationClosedError, NotAllowedError
    for somebody else's invitation, AccountExistsError where the owner of the account must sign in first, and
    Django's ValidationError for a weak password.
    """
    line = invitation_of_link(link, now=now)
    if line is None:
        raise InvitationClosedError
    row = Invitation.objects.select_for_update().get(pk=line.id)
    if row.accepted_at is not None or row.withdrawn_at is not None:
        raise InvitationClosedError
    user_id = by.user_id
    if user_id is None:
        user_id = create_invited_account(row.email, name=name, password=password, by=by)
    demand(User.objects.filter(pk=user_id, email=row.email, is_active=True).exists())
    roles = set(held(row))
    Invitation.objects.filter(pk=row.pk).update(accepted_at=now, email="")
    note(by=f"user {user_id}", verb="accepted", about=f"invitation {row.pk}")
    join_again(user_id, institution_id=row.institution_id, roles=roles, now=now)
    return user_id


@transaction.atomic
def close_late_invitations(*, now: datetime.datetime, by: Viewer) -> int:
    """Withdraw the invitations that nobody answered in time, erasing their e-mails, and count them."""
    late = Invitation.objects.filter(accepted_at__isnull=True, withdrawn_at__isnull=True, expires_at__lte=now)
    count = late.update(withdrawn_at=now, email="")
    if count:
        note(by=by.mark, verb="withdrew late invitations", about=f"{count} invitations")
    return count


@transaction.atomic
def erase_old_memberships(*, now: datetime.datetime, by: Viewer) -> int:
    """Erase memberships a year after the departure and invitations a year after their end, and count them."""
    demand(may_keep_accounts(by))
    limit = now - KEPT_AFTER_DEPARTURE
    count, _each = Membership.objects.filter(ended_at__lte=limit).delete()
    answered = Q(accepted_at__lte=limit) | Q(withdrawn_at__lte=limit)
    more, _each = Invitation.objects.filter(answered).delete()
    if count + more:
        note(by=by.mark, verb="erased old memberships", about=f"{count + more} memberships and invitations")
    return count + more


@transaction.atomic
def add_contact_person(institution_id: int, *, contact: Contact, by: Viewer) -> int:
    """
    Add a contact person to an institution, and give their number; the same one twice is one.

    Raises NotAllowedError, LookupError for an unknown institution, WrongContactError.
    """
    demand(may_keep_contact_persons(by, institution=institution_id))
    if not Institution.objects.filter(pk=institution_id).exists():
        raise LookupError(institution_id)
    take_turn(f"contact persons of institution {institution_id}")
    fields = contact_fields(contact, institution_id=institution_id)
    known = ContactPerson.objects.filter(institution_id=institution_id, name__iexact=fields["name"]).first()
    if known is not None and all(getattr(known, name) == value for name, value in fields.items()):
        return known.pk
    if known is not None:
        raise WrongContactError("Une personne de ce nom est déjà dans la liste : corrigez sa fiche.")
    row = ContactPerson.objects.create(institution_id=institution_id, **fields)
    note(by=by.mark, verb="added", about=f"contact person {row.pk}")
    return row.pk


@transaction.atomic
def change_contact_person(contact_id: int, *, contact: Contact, by: Viewer, seen: int | None = None) -> None:
    """Say again who a contact person is. Raises NotAllowedError, LookupError, WrongContactError, ChangedMeanwhileError."""
    row = ContactPerson.objects.select_for_update().filter(pk=contact_id).first()
    if row is None:
        raise LookupError(contact_id)
    demand(may_keep_contact_persons(by, institution=row.institution_id))
    fields = contact_fields(contact, institution_id=row.institution_id, contact_id=contact_id)
    if edit(ContactPerson.objects.filter(pk=contact_id), seen=seen, by=by, says=fields):
        note(by=by.mark, verb="changed", about=f"contact person {contact_id}")


@transaction.atomic
def remove_contact_person(contact_id: int, *, by: Viewer) -> None:
    """Erase a contact person. Raises NotAllowedError, LookupError."""
    row = ContactPerson.objects.filter(pk=contact_id).first()
    if row is None:
        raise LookupError(contact_id)
    demand(may_keep_contact_persons(by, institution=row.institution_id))
    row.delete()
    note(by=by.mark, verb="erased", about=f"contact person {contact_id}")
