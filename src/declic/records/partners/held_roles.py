"""Roles as columns: what a membership or an invitation says of them, and back."""

from collections.abc import Iterable

from declic.records.accounts.choices import GIVEN, Role
from declic.records.partners.models import Invitation, Membership


def columns(roles: Iterable[Role]) -> dict[str, bool]:
    """Give the columns of these roles; `member` has none, it is what every membership gives."""
    held = set(roles)
    return {f"is_{role.value}": role in held for role in GIVEN}


def held(row: Membership | Invitation) -> tuple[Role, ...]:
    """Give the roles that a row gives, in the order of the words."""
    return (Role.MEMBER, *(role for role in GIVEN if getattr(row, f"is_{role.value}")))
