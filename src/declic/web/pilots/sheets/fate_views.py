"""What only who pilots an axis says: how a sheet fares in words, what becomes of a measure when the pact ends."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from declic.records.steering import reads, writes
from declic.records.steering.choices import HealthChoice
from declic.web.design.components import Link
from declic.web.design.doors import PILOTS, open_to, viewer_from
from declic.web.design.editions import edition_seen
from declic.web.design.unknown import unknown_is_404
from declic.web.pilots.forms import sent_with
from declic.web.pilots.pages.header import steering_head
from declic.web.pilots.sheets.attempts import Attempt, answered
from declic.web.pilots.sheets.fate_forms import CarryOverForm, HealthForm
from declic.web.pilots.sheets.pages.forms import form_page
from declic.web.pilots.sheets.pages.top import sheet_address, sheet_head
from declic.web.pilots.sheets.sheet_views import institutions, read_sheet


@open_to(PILOTS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def sheet_health(request: HttpRequest, slug: str, code: str) -> HttpResponseBase:
    """Say how a sheet fares otherwise than the rules; for who does not pilot its axis, there is no such page."""
    viewer, today = viewer_from(request), timezone.localdate()
    steering = reads.sheet_steering(slug, code=code, viewer=viewer, today=today)
    if not steering.may_write:
        raise Http404
    read, said = read_sheet(request, slug=slug, code=code), steering.written
    kept = {"health": said.health.value, "why": said.why} if said else {}
    form, back = HealthForm(sent_with(request), initial=kept), sheet_address("sheet", read.line)
    attempt = Attempt(
        act=lambda typed: writes.write_health(
            steering.sheet_id,
            health=HealthChoice(typed["health"]) if typed["health"] else None,
            why=typed["why"],
            by=viewer,
            seen=edition_seen(request),
        ),
        done=_("It is kept."),
        back=back,
        kept=HealthForm(initial=kept),
        edition=said.edition if said else 0,
        title=_("Two healths of one sheet"),
    )
    answer = answered(request, form, attempt)
    if answer is not None:
        return answer
    page = form_page(
        form,
        head=sheet_head(read.header, read.line, title=_("Health of the sheet")),
        back=Link(_("Back to the sheet"), back),
        kicker=f"{read.line.code} · {read.line.title}",
        edition=attempt.edition,
    )
    return _shown(request, page, is_refused=form.is_bound)


@open_to(PILOTS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def carry_over(request: HttpRequest, slug: str, number: str) -> HttpResponseBase:
    """Say what becomes of a measure when the pact ends; for who does not pilot its axis, there is no such page."""
    viewer = viewer_from(request)
    read = reads.carry_over(slug, number=number, viewer=viewer)
    if not read.may_say:
        raise Http404
    said, offered = read.said, institutions(viewer)
    names = ("fate", "institution_id", "frame", "why")
    kept = {name: getattr(said, name) for name in names} if said else {}
    form = CarryOverForm(sent_with(request), initial=kept, institutions=offered)
    back = reverse("measure_sheets", args=[slug, number])
    attempt = Attempt(
        act=lambda _typed: writes.say_carry_over(
            read.measure_id, says=form.given(), by=viewer, seen=edition_seen(request)
        ),
        done=_("It is kept."),
        back=back,
        kept=CarryOverForm(initial=kept, institutions=offered),
        edition=said.edition if said else 0,
        title=_("Two carry-overs of one measure"),
    )
    answer = answered(request, form, attempt)
    if answer is not None:
        return answer
    page = form_page(
        form,
        head=steering_head(
            read.header,
            _("After the pact – measure %(number)s") % {"number": number},
            Link(_("Measure %(number)s") % {"number": number}, back),
        ),
        back=Link(_("Back to the measure"), back),
        kicker=read.title,
        edition=attempt.edition,
    )
    return _shown(request, page, is_refused=form.is_bound)


def _shown(request: HttpRequest, page: object, *, is_refused: bool) -> HttpResponse:
    status = 422 if is_refused else 200
    return render(request, "pilots/sheets/form.html", {"page": page}, status=status)
