"""
Editions: nobody overwrites unseen what somebody else has written.

A row that people change by a form counts its editions. A form says which one it was made from (`seen`); a write that
comes from an older one is refused, with who changed the row meanwhile and when, so that the page shows both texts.
The same form sent twice is one act. For the next form:

    class Workshop(EditedRow): ...                                    # its migration adds three columns
    edit(Workshop.objects.filter(pk=…), seen=seen, by=by, says={"title": words})   # in the write
    {% show page.seen %}                                              # in the form: `Seen(edition)`
    except ChangedMeanwhileError as change: return both_texts(…)      # in the view: web/design/editions.py
"""

import datetime
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, QuerySet
from django.utils import timezone

from declic.records.accounts.viewers import Viewer


class ChangedMeanwhileError(Exception):
    """The row was changed since the form was made; says its edition now, and by whom (empty: unknown) and when."""

    def __init__(
        self, *, edition: int, by_id: int | None, by_name: str, at: datetime.datetime | None
    ) -> None:
        """Keep what a page tells of it."""
        super().__init__(edition)
        self.edition, self.by_id, self.by_name, self.at = edition, by_id, by_name, at


class EditedRow(models.Model):
    """
    A row that people change by a form: its edition is one more at each change, whoever makes it.

    `edited_by` (identifying, through the account) is who made the last one, told to colleagues who were writing at
    the same time; it is emptied when the account is erased.
    """

    edition = models.PositiveIntegerField(default=0)
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    edited_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


def edit(
    rows: QuerySet[Any],
    *,
    seen: int | None,
    by: Viewer,
    says: Mapping[str, object],
    also: Mapping[str, object] | None = None,
) -> bool:
    """
    Change the one row of `rows`, inside the write's transaction, and say whether anything changed.

    `says` is what the person writes, `also` what goes with it (an instant, a name). Nothing changes, and no line is
    due, where the row was edited and says it already. `seen` is None for a job that writes whatever stands there.
    Raises LookupError where there is no row, ChangedMeanwhileError where it changed since it was seen.
    """
    row = rows.select_for_update().first()
    if row is None:
        raise LookupError
    if row.edition and all(getattr(row, name) == value for name, value in says.items()):
        return False
    demand_latest(row, seen=seen)
    rows.update(**says, **(also or {}), **next_edition(by))
    return True


def demand_latest(row: EditedRow, *, seen: int | None) -> None:
    """Raise ChangedMeanwhileError where a row was changed since the edition `seen`; None takes what stands there."""
    if seen not in (None, row.edition):
        name = row.edited_by.name if row.edited_by else ""
        raise ChangedMeanwhileError(
            edition=row.edition, by_id=row.edited_by_id, by_name=name, at=row.edited_at
        )


def next_edition(by: Viewer) -> dict[str, object]:
    """Give the columns of one more edition, for a write that changes many rows at once."""
    return {"edition": F("edition") + 1, "edited_by_id": by.user_id, "edited_at": timezone.now()}
