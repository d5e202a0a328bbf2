"""
Who may do what, in one sitting: the only place of the house where a role is tested.

Each rule takes the person who looks or acts and answers yes or no. What is not said here is refused.
"""

from declic.records.accounts.choices import Role
from declic.records.accounts.viewers import Viewer


class NotAllowedError(Exception):
    """The person may not do this; pages answer as if the thing did not exist."""


def may_read_published(viewer: Viewer) -> bool:  # noqa: ARG001 — the rule says: whoever it is
    """Everyone reads what is published: a deliberation and a signed pact are public acts (CGCT, art. L2131-1)."""
    return True


def may_read_document(viewer: Viewer, *, public: bool) -> bool:
    """Open a published document to everyone, and one that is still under review to those who review."""
    return public or may_review_documents(viewer)


def may_check_sittings(viewer: Viewer, *, public: bool = True) -> bool:
    """Let anyone re-count a published sitting, and those who review, one whose document is under review."""
    return may_read_document(viewer, public=public)


def may_review_documents(viewer: Viewer) -> bool:
    """Clerks and pilots put documents in, review what was read and apply it; so does the machine's operator."""
    return _holds(viewer, Role.CLERK, Role.PILOT, Role.OPERATOR)


def may_see_pilot_pages(viewer: Viewer) -> bool:
    """Pilots see the steering of the pact; so does the machine's operator."""
    return _holds(viewer, Role.PILOT, Role.OPERATOR)


def may_edit_pact(viewer: Viewer) -> bool:
    """Pilots write plain titles, explain findings and follow the signatories; so does the operator."""
    return _holds(viewer, Role.PILOT, Role.OPERATOR)


def may_keep_accounts(viewer: Viewer) -> bool:
    """Only the machine's operator creates and closes accounts, for now."""
    return _holds(viewer, Role.OPERATOR)


def may_verify_records(viewer: Viewer) -> bool:
    """Only the machine's operator verifies that what is kept is whole."""
    return _holds(viewer, Role.OPERATOR)


def demand(allowed: bool) -> None:  # noqa: FBT001 — read as « demand(may_see_pilot_pages(viewer)) »
    """Raise NotAllowedError where a rule said no."""
    if not allowed:
        raise NotAllowedError


def _holds(viewer: Viewer, *roles: Role) -> bool:
    return any(role.value in viewer.roles for role in roles)
