"""Roles in the reader's words."""

from django.utils.translation import gettext as _

from declic.records.accounts.choices import Role


def role_label(role: str) -> str:
    """Say a role in one or two words."""
    labels = {
        Role.MEMBER.value: _("Member"),
        Role.MANAGER.value: _("Manager of the institution"),
        Role.PILOT.value: _("Axis pilot"),
        Role.COORDINATOR.value: _("Coordinator of the pact"),
        Role.CLERK.value: _("Clerk of the council"),
        Role.ADMINISTRATOR.value: _("Administrator of the platform"),
    }
    return labels[role]


def role_labels(roles: tuple[str, ...]) -> str:
    """Say the roles of somebody; who has no other is a member."""
    others = [role_label(role) for role in roles if role != Role.MEMBER.value]
    return ", ".join(others) or role_label(Role.MEMBER.value)
