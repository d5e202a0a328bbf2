"""How a sheet came to say what it says."""

import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from declic.records.sheets.values import ChangeLine, HistoryPage as HistoryRead
from declic.web.design.listing import neighbours_at
from declic.web.design.wording import day
from declic.web.pilots.sheets.changed import KINDS, SHEET, changed_field, changed_value
from declic.web.pilots.sheets.pages.parts import Change, History
from declic.web.pilots.sheets.pages.top import sheet_address, sheet_head, sheet_top


def history(read: HistoryRead, *, today: datetime.date) -> History:
    """Show how the sheet came to say what it says."""
    url = sheet_address("sheet_history", read.line)
    pages = neighbours_at(url, page=read.page, pages=read.page_count)
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
        field=changed_field(one.kind, field=one.field),
        old=changed_value(one.old, kind=one.kind, field=one.field),
        new=changed_value(one.new, kind=one.kind, field=one.field),
        by=f"{when} – {who}",
        why=" · ".join(
            words for words in (one.source_label if one.source != "user" else "", one.why) if words
        ),
    )


def _changed(one: ChangeLine) -> str:
    """Name what changed: the sheet, or what hangs on it by its title; by its number where it is gone."""
    kind = str(KINDS[one.kind])
    if one.kind == SHEET:
        return kind
    if one.name:
        return _("%(kind)s « %(name)s »") % {"kind": kind, "name": one.name}
    return _("%(kind)s n° %(number)d") % {"kind": kind, "number": one.number}
