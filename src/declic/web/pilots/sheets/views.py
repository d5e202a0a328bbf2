"""The lists of sheets: of a pact, of a measure, what is expected of me; and opening one."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from declic.records.accounts.viewers import Viewer
from declic.records.pact.reads import pacts
from declic.records.partners.reads import list_institutions
from declic.records.sheets import reads, writes
from declic.records.sheets.values import MeasureSheets
from declic.records.steering import reads as steering_reads
from declic.web.design.components import Link
from declic.web.design.doors import MEMBERS, open_to, viewer_from
from declic.web.design.unknown import unknown_is_404
from declic.web.pilots.forms import sent_with
from declic.web.pilots.pages.header import notices_of, steering_head
from declic.web.pilots.sheets.attempts import Attempt, answered
from declic.web.pilots.sheets.filters import FilterForm
from declic.web.pilots.sheets.forms import OpeningForm
from declic.web.pilots.sheets.pages.forms import form_page
from declic.web.pilots.sheets.pages.lists import measure_sheets_page, my_actions_page, sheets_list


@open_to(MEMBERS)
def my_actions(request: HttpRequest) -> HttpResponse:
    """Show what is expected of who looks."""
    viewer, today = viewer_from(request), timezone.localdate()
    found = reads.my_actions(viewer=viewer, today=today)
    known = pacts(viewer=viewer, today=today).lines
    page = my_actions_page(found, pacts=known, notices=notices_of(request))
    return render(request, "pilots/sheets/expected.html", {"page": page})


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def sheets(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the sheets of a pact that are asked for."""
    viewer = viewer_from(request)
    read = reads.sheets_page(slug, viewer=viewer, today=timezone.localdate())
    form = FilterForm(request.GET, axes=read.axes)
    page = sheets_list(read, form=form, viewer=viewer, notices=notices_of(request))
    return render(request, "pilots/sheets/list.html", {"page": page})


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def measure_sheets(request: HttpRequest, slug: str, number: str) -> HttpResponse:
    """Show the sheets of a measure."""
    viewer = viewer_from(request)
    read = reads.measure_sheets(slug, number=number, viewer=viewer, today=timezone.localdate())
    after = steering_reads.carry_over(slug, number=number, viewer=viewer)
    page = measure_sheets_page(read, after=after, viewer=viewer, notices=notices_of(request))
    return render(request, "pilots/sheets/measure.html", {"page": page})


@open_to(MEMBERS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def open_sheet(request: HttpRequest, slug: str, number: str) -> HttpResponseBase:
    """Open a sheet of a measure, from scratch or from a model."""
    viewer = viewer_from(request)
    read = reads.measure_sheets(slug, number=number, viewer=viewer, today=timezone.localdate())
    if not read.may_open:
        raise Http404
    form = _opening_form(request, read, viewer=viewer)
    back = reverse("measure_sheets", args=[slug, number])

    def act(kept: dict[str, object]) -> None:
        says = {name: kept[name] for name in ("title", "description", "start_on", "end_on") if kept[name]}
        writes.open_sheet(
            read.measure_id,
            says=says,
            lead_id=kept["lead"],  # type: ignore[arg-type] # a number or None, as the form says
            template_id=kept.get("template"),  # type: ignore[arg-type]
            by=viewer,
        )

    attempt = Attempt(act, done=_("The sheet is open: complete it."), back=back)  # type: ignore[arg-type]
    answer = answered(request, form, attempt)
    if answer is not None:
        return answer
    page = form_page(
        form,
        head=steering_head(
            read.header,
            _("A new action sheet"),
            Link(_("Measure %(number)s") % {"number": number}, back),
        ),
        kicker=_("Measure %(number)s: %(title)s") % {"number": number, "title": read.title},
        back=Link(_("Back to the measure"), back),
    )
    return render(request, "pilots/sheets/form.html", {"page": page}, status=422 if form.is_bound else 200)


def _opening_form(request: HttpRequest, read: MeasureSheets, *, viewer: Viewer) -> OpeningForm:
    institutions = [(one.id, one.name) for one in list_institutions(viewer=viewer)]
    models = [(one.id, one.name) for one in reads.templates(viewer=viewer)]
    lead = read.leads[0].institution_id if read.leads else viewer.institution_id
    return OpeningForm(sent_with(request), institutions=institutions, models=models, initial={"lead": lead})
