"""The timeline of a pact."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from declic.records.sheets import reads
from declic.web.design.doors import MEMBERS, open_to, viewer_from
from declic.web.design.unknown import unknown_is_404
from declic.web.pilots.sheets.filters import FilterForm
from declic.web.pilots.sheets.pages.timelines import timeline_page


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def timeline(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the sheets of a pact that are asked for through time, with their milestones."""
    viewer, today = viewer_from(request), timezone.localdate()
    read = reads.timeline(slug, viewer=viewer, today=today)
    form = FilterForm(request.GET, axes=read.axes)
    page = timeline_page(read, form=form, viewer=viewer, today=today)
    return render(request, "pilots/sheets/timeline.html", {"page": page})
