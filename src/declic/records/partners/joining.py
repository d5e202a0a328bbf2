"""Memberships that open: by somebody who gives them, or by an invitation that is answered."""

import datetime
from collections.abc import Iterable

from declic.records.accounts.choices import Role
from declic.records.accounts.models import User
from declic.records.accounts.rights import demand, may_give_role
from declic.records.accounts.viewers import Viewer
from declic.records.journal.turns import take_turn
from declic.records.journal.writes import note
from declic.records.partners.held_roles import columns, held
from declic.records.partners.models import Institution, Membership


class AlreadyMemberError(Exception):
    """The person acts for this institution already."""


def open_membership(
    user_id: int, *, institution_id: int, roles: set[Role], now: datetime.datetime, by: Viewer
) -> int:
    """Open a membership and give its number. Raises AlreadyMemberError."""
    take_turn(f"memberships of user {user_id}")
    open_ones = Membership.objects.filter(
        user_id=user_id, institution_id=institution_id, ended_at__isnull=True
    )
    if open_ones.exists():
        raise AlreadyMemberError(institution_id)
    row = Membership.objects.create(
        user_id=user_id, institution_id=institution_id, began_at=now, **columns(roles)
    )
    note(by=by.mark, verb="opened", about=f"membership {row.pk}")
    return row.pk


def join_again(user_id: int, *, institution_id: int, roles: set[Role], now: datetime.datetime) -> None:
    """Open a membership, or add the invitation's roles to the one that was opened meanwhile."""
    take_turn(f"memberships of user {user_id}")
    known = Membership.objects.filter(
        user_id=user_id, institution_id=institution_id, ended_at__isnull=True
    ).first()
    if known is None:
        Membership.objects.create(
            user_id=user_id, institution_id=institution_id, began_at=now, **columns(roles)
        )
    else:
        Membership.objects.filter(pk=known.pk).update(**columns(roles | set(held(known))))


def demand_known(user_id: int, *, institution_id: int) -> None:
    """Raise LookupError for a person or an institution that does not exist."""
    if not User.objects.filter(pk=user_id).exists():
        raise LookupError(user_id)
    if not Institution.objects.filter(pk=institution_id).exists():
        raise LookupError(institution_id)


def membership_open(membership_id: int) -> Membership:
    """Give a membership that has not ended, held until the write is over. Raises LookupError."""
    row = Membership.objects.select_for_update().filter(pk=membership_id, ended_at__isnull=True).first()
    if row is None:
        raise LookupError(membership_id)
    return row


def demand_roles(roles: Iterable[Role], *, institution_id: int, by: Viewer) -> None:
    """Raise NotAllowedError where one of the roles is not theirs to give in this institution."""
    for role in roles:
        demand(may_give_role(by, institution=institution_id, role=role.value))
