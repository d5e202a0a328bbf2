"""Editing what a sheet says: one form for each of its parts; a model made of it."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _, gettext_lazy

from declic.records.sheets import writes
from declic.records.sheets.values import SheetPage
from declic.web.design.components import Link
from declic.web.design.doors import MEMBERS, PILOTS, open_to, viewer_from
from declic.web.design.editions import edition_seen
from declic.web.design.unknown import unknown_is_404
from declic.web.pilots.forms import sent_with
from declic.web.pilots.sheets.attempts import Attempt, answered
from declic.web.pilots.sheets.forms import CalendarForm, MeansForm, PartForm, PresentationForm, PublicForm
from declic.web.pilots.sheets.pages.forms import form_page
from declic.web.pilots.sheets.pages.top import sheet_address, sheet_head
from declic.web.pilots.sheets.sheet_views import read_sheet


PARTS: Mapping[str, tuple[type[PartForm], Any, str]] = {
    "presentation": (PresentationForm, gettext_lazy("What the action is"), "sheet"),
    "calendar": (CalendarForm, gettext_lazy("Dates and state"), "sheet_calendar"),
    "means": (MeansForm, gettext_lazy("Means and evaluation"), "sheet_means"),
    "public": (PublicForm, gettext_lazy("What everyone reads"), "sheet"),
}


@open_to(MEMBERS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def edit_sheet(request: HttpRequest, slug: str, code: str, part: str) -> HttpResponseBase:
    """Edit one part of a sheet; for who may not, there is no such page."""
    read = read_sheet(request, slug=slug, code=code)
    if not read.may_edit:
        raise Http404
    kind, title, tab = PARTS[part]
    kept = {name: read.says[name] for name in kind.base_fields}
    form, back = kind(sent_with(request), initial=kept), sheet_address(tab, read.line)
    attempt = Attempt(
        act=lambda said: _write(request, read, said=said),
        done=_("The sheet is kept."),
        back=back,
        kept=kind(initial=kept),
        edition=read.line.edition,
        title=_("Two texts of one sheet"),
    )
    answer = answered(request, form, attempt)
    if answer is not None:
        return answer
    page = form_page(
        form,
        head=sheet_head(read.header, read.line, title=str(title)),
        back=Link(_("Back to the sheet"), back),
        kicker=f"{read.line.code} · {read.line.title}",
        edition=read.line.edition,
    )
    return render(request, "pilots/sheets/form.html", {"page": page}, status=422 if form.is_bound else 200)


@open_to(PILOTS, methods=("POST",))
@unknown_is_404(LookupError)
def keep_template(request: HttpRequest, slug: str, code: str) -> HttpResponseBase:
    """Make a model of a sheet, under its title."""
    read = read_sheet(request, slug=slug, code=code)
    name = read.line.title[: writes.LONGEST_NAME]
    writes.keep_template(read.line.id, name=name, by=viewer_from(request))
    messages.success(
        request,
        _("New sheets can start from « %(name)s »: what it says, and its milestones.") % {"name": name},
    )
    return redirect(sheet_address("sheet", read.line))


def _write(request: HttpRequest, read: SheetPage, *, said: Mapping[str, Any]) -> None:
    writes.edit_sheet(read.line.id, says=said, by=viewer_from(request), seen=edition_seen(request))
