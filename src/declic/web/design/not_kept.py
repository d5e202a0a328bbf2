"""A machine that can keep nothing more, for want of room or because others write: said as it is, in plain words."""

import errno
from collections.abc import Iterator
from enum import Enum

from django.db import OperationalError
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from declic.web.design.pages import NotKeptPage
from declic.web.design.traces import current_trace


class NotKept(Enum):
    """Why what was sent could not be kept."""

    NO_ROOM = 507
    OTHERS_WRITE = 503


NO_ROOM_ERRORS = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}
WORDS = {
    "database or disk is full": NotKept.NO_ROOM,
    "disk I/O error": NotKept.NO_ROOM,
    "unable to open database file": NotKept.NO_ROOM,
    "attempt to write a readonly database": NotKept.NO_ROOM,
    "database is locked": NotKept.OTHERS_WRITE,
    "database table is locked": NotKept.OTHERS_WRITE,
}
"""What SQLite says."""
STATES = {
    "53100": NotKept.NO_ROOM,
    "25006": NotKept.NO_ROOM,
    "40001": NotKept.OTHERS_WRITE,
    "40P01": NotKept.OTHERS_WRITE,
    "55P03": NotKept.OTHERS_WRITE,
}
"""What PostgreSQL says, by its codes (appendix A of its manual)."""
RETRY_SECONDS = "5"


def why_not_kept(error: BaseException | None) -> NotKept | None:
    """Say whether an error means that nothing could be kept, whatever it was wrapped in; None for another fault."""
    return next((why for each in _chain(error) if (why := _why(each)) is not None), None)


def not_kept(why: NotKept) -> HttpResponse:
    """Say that nothing was recorded, on a page that needs neither database nor account; reading goes on."""
    if why is NotKept.NO_ROOM:
        title = _("There is no room left to keep anything")
        text = _(
            "The disk of this site is full. Nothing of what you sent was recorded; what was recorded before can "
            "still be read. Go back to find your text again, keep a copy of it, and tell who keeps this site."
        )
    else:
        title = _("Too many people are writing at once")
        text = _("Nothing of what you sent was recorded. Go back and send it again in a moment.")
    page = NotKeptPage(title, text, number=current_trace.get())
    response = HttpResponse(render_to_string("design/not_kept.html", {"page": page}), status=why.value)
    if why is NotKept.OTHERS_WRITE:
        response.headers["Retry-After"] = RETRY_SECONDS
    return response


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _why(error: BaseException) -> NotKept | None:
    state = getattr(error, "sqlstate", None)
    if state in STATES:
        return STATES[state]
    if isinstance(error, OperationalError):
        said = str(error)
        return next((why for words, why in WORDS.items() if words in said), None)
    if isinstance(error, OSError) and error.errno in NO_ROOM_ERRORS:
        return NotKept.NO_ROOM
    return None
