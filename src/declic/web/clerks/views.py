"""The pages of clerks: sittings, their votes and their checks."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from declic.records.accounts.rights import may_review_documents
from declic.records.council import reads
from declic.records.council.values import SittingPage
from declic.records.sources.jail import read_in_jail
from declic.web.clerks.forms import GridForm
from declic.web.clerks.grid_files import grid_csv
from declic.web.clerks.pages import checked_sitting_page, sittings_page
from declic.web.clerks.rooms import question_page
from declic.web.clerks.texts import check_text_page
from declic.web.design.doors import EVERYONE, REVIEWERS, open_to, viewer_from
from declic.web.design.given_text import GivenTextForm
from declic.web.design.headers import NOTHING_RUNS
from declic.web.design.knocks import takes_documents


@open_to(EVERYONE)
def sittings(request: HttpRequest) -> HttpResponse:
    """List the sittings."""
    viewer = viewer_from(request)
    page = sittings_page(reads.sittings(viewer=viewer), may_review=may_review_documents(viewer))
    return render(request, "clerks/sittings.html", {"page": page})


@open_to(EVERYONE)
def sitting(request: HttpRequest, sitting_id: int) -> HttpResponse:
    """Show a sitting re-counted, with the part of the grid that the address asks for."""
    found = _sitting_or_404(request, sitting_id=sitting_id)
    page = checked_sitting_page(found, form=GridForm(request.GET, sitting=found))
    return render(request, "clerks/sitting.html", {"page": page})


@open_to(EVERYONE)
def sitting_question(request: HttpRequest, sitting_id: int, number: int) -> HttpResponse:
    """Show one question of a sitting."""
    page = question_page(_sitting_or_404(request, sitting_id=sitting_id), number=number)
    if page is None:
        raise Http404
    return render(request, "clerks/question.html", {"page": page})


@open_to(EVERYONE)
def sitting_grid_csv(request: HttpRequest, sitting_id: int) -> HttpResponse:
    """Give the whole grid as a spreadsheet."""
    found = _sitting_or_404(request, sitting_id=sitting_id)
    name = f"seance-{sitting_id}-membres-questions.csv"
    return HttpResponse(
        grid_csv(found),
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Content-Security-Policy": NOTHING_RUNS,
        },
    )


@open_to(REVIEWERS, methods=("GET", "POST"))
@takes_documents
def check_text(request: HttpRequest) -> HttpResponse:
    """Check a text on the spot; nothing of it is kept."""
    form = GivenTextForm.of(request)
    reading = form.read_with(read_in_jail)
    status = 422 if form.is_bound and reading is None else 200
    page = check_text_page(form, reading=reading)
    return render(request, "clerks/check_text.html", {"page": page}, status=status)


def _sitting_or_404(request: HttpRequest, *, sitting_id: int) -> SittingPage:
    try:
        return reads.sitting_page(sitting_id, viewer=viewer_from(request))
    except reads.UnknownSittingError as error:
        raise Http404 from error
