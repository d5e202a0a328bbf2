"""Telling people that colleagues name them: one letter gathers what was said, and each mention is told once."""

import datetime
from itertools import groupby

from django.db import transaction

from declic.records.accounts.rights import demand, may_verify_records
from declic.records.accounts.viewers import Viewer
from declic.records.journal.turns import take_turn
from declic.records.journal.writes import note
from declic.records.partners.models import Membership
from declic.records.sheets.models import Mention
from declic.records.steering.posting import tell


QUIET = datetime.timedelta(minutes=15)
"""How long a comment waits, so that those that follow it go with it."""


@transaction.atomic
def tell_mentions(*, now: datetime.datetime, by: Viewer) -> int:
    """
    Write to those who are named in comments and were not told yet, a letter for each and each pact; count the letters.

    Once one comment has waited long enough, all of them leave together. Who acts for no institution any more is not
    written to. Run as often as one likes: what was told is not told again. Raises NotAllowedError.
    """
    demand(may_verify_records(by))
    take_turn("mentions")
    rows = list(
        Mention.objects.filter(told_at=None)
        .select_related("person", "comment__author", "comment__sheet__measure")
        .order_by("person_id", "comment__sheet__measure__programme_id", "pk")
    )
    people = {row.person_id for row in rows}
    acting = Membership.objects.filter(user_id__in=people, ended_at=None, user__is_active=True)
    here = set(acting.values_list("user_id", flat=True))
    told: list[int] = []
    count = 0
    for (person, programme), found in groupby(rows, key=_whose):
        mentions = list(found)
        if mentions[0].comment.written_at > now - QUIET:
            continue
        told += [one.pk for one in mentions]
        if person in here:
            tell(mentions[0].person.email, mentions=mentions, programme_id=programme)
            count += 1
    Mention.objects.filter(pk__in=told).update(told_at=now)
    if told:
        note(by=by.mark, verb=f"told {len(told)} of", about="mentions")
    return count


def _whose(row: Mention) -> tuple[int, int]:
    return row.person_id, row.comment.sheet.measure.programme_id
