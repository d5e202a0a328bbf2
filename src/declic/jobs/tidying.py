"""`declic tidy`: what expired is erased, every night."""

from collections.abc import Callable

from django.utils import timezone

from declic.jobs.voice import Voice
from declic.records.accounts.viewers import OPERATOR
from declic.records.accounts.writes import tidy_accounts
from declic.records.partners.writes import close_late_invitations, erase_old_memberships


def tidy(*, tell: Callable[[str], None], voice: Voice) -> None:
    """Erase expired sessions and tries, e-mails of late invitations, and what left a year ago; say how many."""
    rows = tidy_accounts(by=OPERATOR)
    invitations = close_late_invitations(now=timezone.now(), by=OPERATOR)
    memberships = erase_old_memberships(now=timezone.now(), by=OPERATOR)
    tell(
        voice.say(
            "Erased: {rows} sessions and tries, {invitations} late invitations, {memberships} memberships a year after they ended.",
            rows=rows,
            invitations=invitations,
            memberships=memberships,
        )
    )
