"""Changes of what colleagues say to each other: comments, and who is named in them."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from declic.records.accounts.rights import demand, may_read_sheet
from declic.records.accounts.viewers import Viewer
from declic.records.journal.writes import note
from declic.records.partners.models import Membership
from declic.records.sheets.choices import SheetFault
from declic.records.sheets.contents import FaultError, WrongSheetError, text
from declic.records.sheets.facts import writable_sheet
from declic.records.sheets.models import Comment, Mention


@transaction.atomic
def add_comment(sheet_id: int, *, words: str, mentioned: Iterable[int] = (), by: Viewer) -> int:
    """
    Say something to colleagues about a sheet, naming some of them (their accounts), and give the comment's number.

    The same one twice in a row is one. Raises NotAllowedError, LookupError for an unknown sheet, WrongSheetError for
    no words or somebody who acts for no institution.
    """
    sheet = writable_sheet(sheet_id, by=by)
    demand(may_read_sheet(by, published=False))
    said, people = _said(words), set(mentioned)
    acting = Membership.objects.filter(user_id__in=people, ended_at__isnull=True, user__is_active=True)
    if people - set(acting.values_list("user_id", flat=True)):
        raise WrongSheetError({"mentioned": SheetFault.NOT_HERE})
    last = Comment.objects.filter(sheet=sheet).order_by("-id").first()
    if last is not None and (last.text, last.author_id) == (said, by.user_id):
        return last.pk
    row = Comment.objects.create(sheet=sheet, text=said, author_id=by.user_id, written_at=timezone.now())
    Mention.objects.bulk_create(Mention(comment=row, person_id=person) for person in sorted(people))
    note(by=by.mark, verb="commented on", about=f"action sheet {sheet_id}")
    return row.pk


def _said(words: str) -> str:
    try:
        said = text(words)
    except FaultError as wrong:
        raise WrongSheetError({"words": wrong.fault}) from wrong
    if not said:
        raise WrongSheetError({"words": SheetFault.REQUIRED})
    return said
