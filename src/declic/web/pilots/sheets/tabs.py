"""A tab of a sheet that another room fills: its head and its top."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils import timezone

from declic.records.sheets.reads import sheet_brief
from declic.records.sheets.values import SheetBrief
from declic.web.design.components import Message
from declic.web.design.doors import viewer_from
from declic.web.design.pages import Head
from declic.web.pilots.sheets.pages.top import SheetTop, sheet_head, sheet_top


@dataclass(frozen=True, slots=True)
class SheetTab:
    """What the tab of another room begins with."""

    read: SheetBrief
    head: Head
    top: SheetTop


def sheet_tab(
    request: HttpRequest, *, slug: str, code: str, current: str, title: str, notices: tuple[Message, ...] = ()
) -> SheetTab:
    """Read a sheet for who asks, and give the top of its tab. Raises LookupError."""
    today = timezone.localdate()
    read = sheet_brief(slug, code=code, viewer=viewer_from(request), today=today)
    top = sheet_top(
        read.line, measure_title=read.measure_title, current=current, today=today, notices=notices
    )
    return SheetTab(read, sheet_head(read.header, read.line, title=title), top)
