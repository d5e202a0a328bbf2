"""How a sheet came to say what it says."""

import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from declic.records.sheets.values import ChangeLine, HistoryPage as HistoryRead
from declic.web.design.components import Pagination
from declic.web.design.wording import day
from declic.web.pilots.sheets.pages.parts import Change, History
from declic.web.pilots.sheets.pages.top import sheet_address, sheet_head, sheet_top
from declic.web.pilots.sheets.wording import KINDS, change_said, field_label


SHEET = "sheets.actionsheet"


def history(read: HistoryRead, *, today: datetime.date) -> History:
    """Show how the sheet came to say what it says."""
    url = sheet_address("sheet_history", read.line)
    pages = Pagination(
        read.page,
        read.page_count,
        f"{url}?page={read.page - 1}" if read.page > 1 else "",
        f"{url}?page={read.page + 1}" if read.page < read.page_count else "",
    )
    return History(
        head=sheet_head(read.header, read.line, title=_("History")),
        top=sheet_top(read.line, measure_title=read.measure_title, current="sheet_history", today=today),
        changes=tuple(_change(one) for one in read.changes),
        pagination=pages if read.page_count > 1 else None,
    )


def _change(one: ChangeLine) -> Change:
    at = timezone.localtime(one.at)
    when = f"{day(at.date())}, {date_format(at, 'H:i')}"
    by = one.by or _("the machine or an erased account")
    who = f"{by} ({one.institution_name})" if one.institution_name else by
    return Change(
        what=_changed(one),
        field=_("Title") if one.field == "title" and one.kind != SHEET else field_label(one.field),
        old=change_said(one.old, field=one.field),
        new=change_said(one.new, field=one.field),
        by=f"{when} – {who}",
        why=" · ".join(
            words for words in (one.source_label if one.source != "user" else "", one.why, one.cause) if words
        ),
    )


def _changed(one: ChangeLine) -> str:
    """Name what changed: the sheet, or what hangs on it by its title; by its number where it is gone."""
    kind = str(KINDS.get(one.kind, one.kind))
    if one.kind == SHEET or one.kind not in KINDS:
        return kind
    if one.name:
        return _("%(kind)s « %(name)s »") % {"kind": kind, "name": one.name}
    return _("%(kind)s n° %(number)d") % {"kind": kind, "number": one.number}
