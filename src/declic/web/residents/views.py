"""The pages of a pact, for everyone: each is one read, one page, one template."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from declic.open_data.whole_pact import pact_json
from declic.records.evaluation.reads import published_measure
from declic.records.pact import reads
from declic.records.steering.reads import whole_steering
from declic.web.design.doors import EVERYONE, open_to, viewer_from
from declic.web.design.headers import NOTHING_RUNS
from declic.web.design.listing import page_asked, words_asked
from declic.web.design.unknown import unknown_is_404
from declic.web.residents.pages.axis import axis_page
from declic.web.residents.pages.explanation import how_it_works_page
from declic.web.residents.pages.figures import UnknownGroupError, amounts_page, figures_page
from declic.web.residents.pages.measure import measure_page
from declic.web.residents.pages.pact import pact_page, pacts_page
from declic.web.residents.pages.signatories import signatories_page


@open_to(EVERYONE)
def home(request: HttpRequest) -> HttpResponseBase:
    """Show the only pact, the list of several, or a welcome where there is none."""
    viewer = viewer_from(request)
    words, number = words_asked(request.GET), page_asked(request.GET)
    found = reads.pacts(viewer=viewer, today=timezone.localdate(), words=words, page=number)
    if found.total == 1 and not words:
        return pact(request, slug=found.lines[0].slug)
    page = pacts_page(found, is_signed_in=viewer.is_signed_in)
    return render(request, "residents/pacts.html", {"page": page})


@open_to(EVERYONE)
@unknown_is_404(reads.UnknownPactError)
def pact(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what was promised, by whom, until when, and why."""
    found = reads.pact_home(slug, viewer=viewer_from(request), today=timezone.localdate())
    return render(request, "residents/pact.html", {"page": pact_page(found)})


@open_to(EVERYONE)
@unknown_is_404(reads.UnknownPactError)
def pact_as_data(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the whole pact as data, as far as who asks may read it."""
    viewer = viewer_from(request)
    found = reads.whole_pact(slug, viewer=viewer)
    return HttpResponse(
        pact_json(found, steering=whole_steering(slug, viewer=viewer)),
        content_type="application/json",
        headers={
            "Content-Disposition": f'attachment; filename="{found.slug}.json"',
            "Content-Security-Policy": NOTHING_RUNS,
        },
    )


@open_to(EVERYONE)
@unknown_is_404(reads.UnknownPactError, reads.UnknownAxisError)
def axis(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show one axis."""
    found = reads.axis_page(slug, number=number, viewer=viewer_from(request))
    return render(request, "residents/axis.html", {"page": axis_page(found)})


@open_to(EVERYONE)
@unknown_is_404(reads.UnknownPactError, reads.UnknownMeasureError)
def measure(request: HttpRequest, slug: str, number: str) -> HttpResponse:
    """Show one promise: the sentence, its place, what was done, what is left, what is not known."""
    found = reads.measure_page(slug, number=number, viewer=viewer_from(request))
    done = published_measure(slug, number=number, viewer=viewer_from(request))
    return render(request, "residents/measure.html", {"page": measure_page(found, done=done)})


@open_to(EVERYONE)
@unknown_is_404(reads.UnknownPactError, UnknownGroupError)
def figures(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the figures of the diagnosis, each with its sentence."""
    found = reads.figures_page(slug, viewer=viewer_from(request))
    page = figures_page(found, axis=request.GET.get("axe", ""))
    return render(request, "residents/figures.html", {"page": page})


@open_to(EVERYONE)
@unknown_is_404(reads.UnknownPactError)
def amounts(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the money of the text, each amount with its sentence."""
    found = reads.amounts_page(slug, viewer=viewer_from(request))
    return render(request, "residents/amounts.html", {"page": amounts_page(found)})


@open_to(EVERYONE)
@unknown_is_404(reads.UnknownPactError)
def signatories(request: HttpRequest, slug: str) -> HttpResponse:
    """Show who signed, and where each stands."""
    found = reads.signatories_page(slug, viewer=viewer_from(request))
    return render(request, "residents/signatories.html", {"page": signatories_page(found)})


@open_to(EVERYONE)
def how_it_works(request: HttpRequest) -> HttpResponse:
    """Say how a text becomes these pages."""
    return render(request, "residents/how_it_works.html", {"page": how_it_works_page()})
