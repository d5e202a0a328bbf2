"""The words of accounts: roles, reasons for which something is open, what the journal says, how long sessions last."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


LONGEST_SESSION_SECONDS = 12 * 3600
"""How long after signing in one must sign in again, whatever one does."""

LONGEST_IDLE_SECONDS = 3600
"""How long a session outlives the last page that was asked in it."""

SKEW_SECONDS = 60
"""How far the clocks of two workers may stand apart."""


class Role(StrEnum):
    """
    What a person does for the institution they act for; `operator` is who types commands on the machine.

    A member works for an institution; a manager keeps its members and contact persons; a pilot steers axes, a
    coordinator the whole pact; a clerk keeps the council's acts; an administrator keeps accounts and settings.
    """

    MEMBER = "member"
    MANAGER = "manager"
    PILOT = "pilot"
    COORDINATOR = "coordinator"
    CLERK = "clerk"
    ADMINISTRATOR = "administrator"
    OPERATOR = "operator"


GIVEN = (Role.MANAGER, Role.PILOT, Role.COORDINATOR, Role.CLERK, Role.ADMINISTRATOR)
"""The roles that somebody gives; a member is who has an institution, and the operator has the machine."""


class Because(models.TextChoices):
    """Why something is open to somebody, as a page says it: « You see this because … »."""

    PUBLISHED = "published", _("it is published, and a public act is open to everyone")
    YOURS = "yours", _("it is your own account")
    WORKS_HERE = "works_here", _("you act for an institution of the pact")
    MANAGES = "manages", _("you manage this institution")
    PILOTS = "pilots", _("you pilot an axis of the pact")
    COORDINATES = "coordinates", _("you coordinate the pact")
    KEEPS_ACTS = "keeps_acts", _("you keep the acts of the council")
    CARRIES = "carries", _("your institution answers for it")
    ADMINISTERS = "administers", _("you administer the platform: its accounts and settings, nobody's data")
    OPERATES = "operates", _("you operate the machine")


class Event(StrEnum):
    """What the journal says about the security of an account: a verb, never a reason or an address."""

    SIGNED_IN = "signed in"
    SIGNED_OUT = "signed out"
    SIGN_IN_FAILED = "failed to sign in"
    CODE_FAILED = "gave a wrong code"
    PASSWORD_CHANGED = "changed the password"  # noqa: S105 — a verb
    SECOND_FACTOR_ADDED = "added a second factor"
    SECOND_FACTOR_REMOVED = "removed a second factor"
    SECOND_FACTOR_LOST = "reset the second factor"
    RECOVERY_CODES_MADE = "made recovery codes"
    SESSION_ENDED = "ended a session"
    SESSIONS_ENDED = "ended the other sessions"
    IDENTITY_LINKED = "linked an identity"
