"""The pages of money: the matrix, the lines, where each goes, what sheets cost."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from declic.engines.funding.stages import Stage
from declic.records.accounts.editions import ChangedMeanwhileError
from declic.records.money import reads, writes
from declic.records.money.values import LineRow
from declic.records.sheets.history import Reason
from declic.web.design.components import Link
from declic.web.design.doors import MEMBERS, open_to, viewer_from
from declic.web.design.editions import Meanwhile, both_texts, edition_seen
from declic.web.design.unknown import unknown_is_404
from declic.web.pilots.form_pages import Asked, answer_form, key_of, refuse
from declic.web.pilots.forms import sent_with
from declic.web.pilots.money.forms import CostForm, LineForm, MoveForm, place_of
from declic.web.pilots.money.pages.lines import line_page
from declic.web.pilots.money.pages.matrix import money_page
from declic.web.pilots.money.pages.sheets import sheet_money_page
from declic.web.pilots.pages.header import address, notices_of, steering_head, steering_tabs
from declic.web.pilots.sheets.tabs import sheet_tab


LINE = (
    "funder_id",
    "beneficiary_id",
    "purpose",
    "euros",
    "tax",
    "fiscal_year",
    "credit",
    "instrument",
    "nature",
    "report_due_on",
)


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def money(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the money of a pact."""
    read = reads.money_page(slug, viewer=viewer_from(request))
    return render(
        request, "pilots/money/matrix.html", {"page": money_page(read, notices=notices_of(request))}
    )


@open_to(MEMBERS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def add_line(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Add a funding line."""
    viewer = viewer_from(request)
    offered = reads.money_choices(slug, viewer=viewer)
    if not offered.sheets and not offered.measures:
        raise Http404
    form = LineForm(sent_with(request), offered=offered, is_new=True, initial=_asked_place(request))
    asked = Asked(
        head=steering_head(offered.header, _("Add a funding line")),
        tabs=steering_tabs(offered.header, current="money"),
        button=_("Add the line"),
        back=Link(_("Back to the money"), address("money", offered.header)),
        done=_("The funding line is kept."),
        intro=_("It starts as considered; its page then follows it until it is settled."),
    )

    def write(said: Mapping[str, Any]) -> object:
        values = {name: said[name] for name in LINE}
        return writes.add_line(slug, key=key_of(request), says=values, by=viewer, **place_of(said["place"]))

    return answer_form(request, form, asked, write=write)


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def funding_line(request: HttpRequest, slug: str, line_id: int) -> HttpResponse:
    """Show a funding line, with the form that moves it."""
    read = reads.line_page(slug, line_id, viewer=viewer_from(request))
    form = MoveForm(stage=read.line.stage, initial=_move_initial(read.line))
    page = line_page(read, form=form, notices=notices_of(request))
    return render(request, "pilots/money/line.html", {"page": page})


@open_to(MEMBERS, methods=("POST",))
@unknown_is_404(LookupError)
def move_line(request: HttpRequest, slug: str, line_id: int) -> HttpResponseBase:
    """Move a funding line to another stage."""
    viewer = viewer_from(request)
    read = reads.line_page(slug, line_id, viewer=viewer)
    if not read.may_edit:
        raise Http404
    form = MoveForm(request.POST, stage=read.line.stage)
    back = address("funding_line", read.header, line_id=line_id)
    if _stands_there(request, read.line):
        return redirect(back)
    if form.is_valid():
        try:
            _move(form.cleaned_data, line_id=line_id, request=request)
        except writes.WrongMoneyError as wrong:
            refuse(form, wrong.faults)
        except ChangedMeanwhileError as change:
            kept = MoveForm(stage=read.line.stage, initial=_move_initial(read.line))
            meanwhile = Meanwhile(form, kept, read.line.edition, back)
            return both_texts(request, change, title=_("Two moves of one line"), meanwhile=meanwhile)
        else:
            messages.success(request, _("The line has moved."))
            return redirect(back)
    page = line_page(read, form=form, notices=())
    return render(request, "pilots/money/line.html", {"page": page}, status=422)


@open_to(MEMBERS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def edit_line(request: HttpRequest, slug: str, line_id: int) -> HttpResponseBase:
    """Edit what a funding line says, but where it stands."""
    viewer = viewer_from(request)
    read = reads.line_page(slug, line_id, viewer=viewer)
    if not read.may_edit:
        raise Http404
    offered = reads.money_choices(slug, viewer=viewer)
    kept = _line_initial(read.line)
    form = LineForm(sent_with(request), offered=offered, is_new=False, initial=kept)
    asked = Asked(
        head=steering_head(read.header, _("Edit a funding line")),
        tabs=steering_tabs(read.header, current="money"),
        button=_("Keep"),
        back=Link(_("Back to the line"), address("funding_line", read.header, line_id=line_id)),
        done=_("The funding line is kept."),
        edition=read.line.edition,
        kept=LineForm(offered=offered, is_new=False, initial=kept),
    )

    def write(said: Mapping[str, Any]) -> object:
        values = {name: said[name] for name in LINE}
        return writes.edit_line(line_id, says=values, by=viewer, seen=edition_seen(request))

    return answer_form(request, form, asked, write=write)


@open_to(MEMBERS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def sheet_money(request: HttpRequest, slug: str, sheet_id: int) -> HttpResponseBase:
    """Show the money of a sheet, and say what it costs."""
    viewer = viewer_from(request)
    read = reads.sheet_money(sheet_id, viewer=viewer)
    if read.header.slug != slug or (request.method == "POST" and not read.may_edit):
        raise Http404
    form = CostForm(sent_with(request))
    if form.is_valid():
        try:
            writes.set_cost(sheet_id, says=form.cleaned_data, by=viewer)
        except writes.WrongMoneyError as wrong:
            refuse(form, wrong.faults)
        else:
            messages.success(request, _("The planned cost is kept."))
            return redirect("sheet_money", slug=slug, sheet_id=sheet_id)
    tab = sheet_tab(
        request,
        slug=slug,
        code=read.code,
        current="sheet_money",
        title=_("Funding"),
        notices=notices_of(request),
    )
    page = sheet_money_page(read, top=tab.top, head=tab.head, form=form)
    status = 422 if form.is_bound else 200
    return render(request, "pilots/money/sheet.html", {"page": page}, status=status)


def _asked_place(request: HttpRequest) -> dict[str, Any]:
    sheet = request.GET.get("fiche", "")
    return {"place": f"s{sheet}"} if sheet.isdecimal() else {}


def _stands_there(request: HttpRequest, line: LineRow) -> bool:
    """Say whether the line went there already, as a second press would ask."""
    asked = (request.POST.get("to"), request.POST.get("on"))
    return asked == (line.stage.value, line.on.isoformat() if line.on else "")


def _move(said: Mapping[str, Any], *, line_id: int, request: HttpRequest) -> None:
    says = {
        name: said[name] for name in ("granted_euros", "agreement_reference") if said[name] not in (None, "")
    }
    writes.move_line(
        line_id,
        move=writes.Move(Stage(said["to"]), said["on"], says),
        by=viewer_from(request),
        seen=edition_seen(request),
        reason=Reason(said["why"]),
    )


def _move_initial(line: LineRow) -> dict[str, Any]:
    return {"agreement_reference": line.agreement_reference, "granted_euros": _typed(line.granted_euros)}


def _line_initial(line: LineRow) -> dict[str, Any]:
    return {name: getattr(line, name) for name in LINE} | {"euros": _typed(line.euros), "tax": line.tax.value}


def _typed(amount: Any) -> str:
    """Write an amount as one would type it."""
    return "" if amount is None else f"{amount:.2f}".removesuffix(".00").replace(".", ",")
