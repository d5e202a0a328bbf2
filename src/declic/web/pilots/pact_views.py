"""The pages from which a pact is steered: its measures, its findings, its signatories."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from declic.records.accounts.editions import ChangedMeanwhileError
from declic.records.council import reads as council_reads
from declic.records.council.values import DeliberationLine
from declic.records.pact import reads, writes
from declic.records.pact.values import SignatoriesPage, SignatoryLine, ValidationState
from declic.records.sheets import reads as sheet_reads
from declic.records.steering import reads as steering_reads
from declic.web.design.doors import PILOTS, open_to, viewer_from
from declic.web.design.editions import Meanwhile, both_texts, edition_seen
from declic.web.design.listing import page_asked, words_asked
from declic.web.design.unknown import unknown_is_404
from declic.web.pilots.forms import ExplanationForm, PlainTitleForm, sent_with
from declic.web.pilots.measure_standing import measure_told
from declic.web.pilots.pact_home import with_standing
from declic.web.pilots.pages.findings import explanation_form, findings_page
from declic.web.pilots.pages.header import notices_of
from declic.web.pilots.pages.measures import measure_page
from declic.web.pilots.pages.signatories import signatories_page, validation_form, validation_page
from declic.web.pilots.pages.steering import pacts_page, steering_page
from declic.web.pilots.pages.steering_filters import filter_from
from declic.web.pilots.sheets.pages.lists import sheets_part, who_answers


@open_to(PILOTS)
def steering(request: HttpRequest) -> HttpResponseBase:
    """Lead to the only pact, or list them."""
    words, number = words_asked(request.GET), page_asked(request.GET)
    found = reads.pacts(viewer=viewer_from(request), today=timezone.localdate(), words=words, page=number)
    if found.total == 1 and not words:
        return redirect("steering_pact", slug=found.lines[0].slug)
    page = pacts_page(found, notices=notices_of(request))
    return render(request, "pilots/pacts.html", {"page": page})


@open_to(PILOTS)
@unknown_is_404(LookupError)
def steering_pact(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a pact as its pilots see it."""
    viewer = viewer_from(request)
    home, today = reads.steering_home(slug, viewer=viewer), timezone.localdate()
    standing = steering_reads.pact_standing(slug, viewer=viewer, today=today)
    page = steering_page(
        home,
        asked=filter_from(request.GET),
        sheet_counts={number: one.sheet_count for number, one in standing.measures.items()},
        pilots={
            number: ", ".join(who_answers(one) for one in named) for number, named in standing.pilots.items()
        },
        notices=notices_of(request),
    )
    page = with_standing(page, standing, header=home.header, today=today)
    return render(request, "pilots/pact.html", {"page": page})


@open_to(PILOTS)
@unknown_is_404(LookupError)
def steering_findings(request: HttpRequest, slug: str) -> HttpResponse:
    """Show every finding, each with the form to explain it."""
    read = reads.findings_page(slug, viewer=viewer_from(request))
    return render(request, "pilots/findings.html", {"page": findings_page(read, notices=notices_of(request))})


@open_to(PILOTS, methods=("POST",))
@unknown_is_404(LookupError)
def explain_finding(request: HttpRequest, slug: str, finding_id: int) -> HttpResponseBase:
    """Keep the answer to a finding of this pact, or show the page again with what is missing."""
    viewer = viewer_from(request)
    read = reads.findings_page(slug, viewer=viewer)
    line = next((one for one in read.findings if one.finding_id == finding_id), None)
    if line is None:
        raise Http404
    form = ExplanationForm(request.POST, auto_id=f"id_{finding_id}_%s")
    if not form.is_valid():
        page = findings_page(read, refused=(finding_id, form))
        return render(request, "pilots/findings.html", {"page": page}, status=422)
    words, seen = form.cleaned_data["explanation"], edition_seen(request)
    try:
        writes.explain_finding(finding_id, explanation=words, by=viewer, seen=seen)
    except ChangedMeanwhileError as change:
        keep_url = f"{reverse('steering_findings', args=[slug])}#anomalie-{finding_id}"
        meanwhile = Meanwhile(form, explanation_form(line), line.edition, keep_url)
        return both_texts(request, change, title=_("Two explanations of one finding"), meanwhile=meanwhile)
    messages.success(request, _("Your explanation is kept."))
    return redirect("steering_findings", slug=slug)


@open_to(PILOTS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def steering_measure(request: HttpRequest, slug: str, number: str) -> HttpResponseBase:
    """Show a measure as its pilots see it, and keep its plain title."""
    viewer = viewer_from(request)
    read = reads.measure_page(slug, number=number, viewer=viewer)
    kept = {"plain_title": read.plain_title}
    form = PlainTitleForm(sent_with(request), initial=kept)
    if form.is_valid():
        title, seen = form.cleaned_data["plain_title"], edition_seen(request)
        try:
            writes.title_measure(read.measure_id, plain_title=title, by=viewer, seen=seen)
        except ChangedMeanwhileError as change:
            meanwhile = Meanwhile(form, PlainTitleForm(initial=kept), read.edition, request.path)
            return both_texts(
                request, change, title=_("Two plain titles of one measure"), meanwhile=meanwhile
            )
        messages.success(request, _("The plain title is kept."))
        return redirect("steering_measure", slug=slug, number=number)
    sheets = sheet_reads.sheets_below(read.header, number=number, viewer=viewer, today=timezone.localdate())
    known = steering_reads.measure_steering(slug, number=number, viewer=viewer)
    page = measure_page(
        read,
        form=form,
        told=measure_told(known, header=read.header),
        sheets=sheets_part(sheets),
        notices=notices_of(request),
    )
    return render(request, "pilots/measure.html", {"page": page}, status=422 if form.is_bound else 200)


@open_to(PILOTS)
@unknown_is_404(LookupError)
def steering_signatories(request: HttpRequest, slug: str) -> HttpResponse:
    """Show who signed, and where each stands with its own assembly."""
    read = reads.signatories_page(slug, viewer=viewer_from(request))
    page = signatories_page(read, notices=notices_of(request))
    return render(request, "pilots/signatories.html", {"page": page})


@open_to(PILOTS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def record_validation(request: HttpRequest, slug: str, signatory_id: int) -> HttpResponseBase:
    """Record where a signatory of this pact stands with its own assembly."""
    viewer = viewer_from(request)
    read = reads.signatories_page(slug, viewer=viewer)
    line = _signatory_or_404(read, signatory_id=signatory_id)
    acts = _deliberations(request, version_id=read.header.version_id)
    form = validation_form(sent_with(request), line=line, deliberations=acts)
    if form.is_valid():
        try:
            _record(form.cleaned_data, signatory_id=signatory_id, request=request)
        except ChangedMeanwhileError as change:
            kept = validation_form(None, line=line, deliberations=acts)
            back = reverse("steering_signatories", args=[slug])
            meanwhile = Meanwhile(form, kept, line.edition, back)
            return both_texts(request, change, title=_("Two records of one signatory"), meanwhile=meanwhile)
        messages.success(request, _("Recorded: %(name)s.") % {"name": line.organisation})
        return redirect("steering_signatories", slug=slug)
    page = validation_page(read, line=line, form=form)
    return render(request, "pilots/validation.html", {"page": page}, status=422 if form.is_bound else 200)


def _record(kept: dict[str, Any], *, signatory_id: int, request: HttpRequest) -> None:
    writes.record_validation(
        signatory_id,
        state=ValidationState(kept["state"]),
        deliberation=kept["deliberation"],
        reference=kept["reference"],
        by=viewer_from(request),
        seen=edition_seen(request),
    )


def _signatory_or_404(read: SignatoriesPage, *, signatory_id: int) -> SignatoryLine:
    found = next((line for line in read.signatories if line.signatory_id == signatory_id), None)
    if found is None:
        raise Http404
    return found


def _deliberations(request: HttpRequest, *, version_id: int) -> tuple[DeliberationLine, ...]:
    """Give the acts of the sitting that the same document opened: a signatory most likely needs one of them."""
    viewer = viewer_from(request)
    sitting_id = council_reads.sitting_of_version(version_id, viewer=viewer)
    if sitting_id is None:
        return ()
    return council_reads.sitting_page(sitting_id, viewer=viewer).deliberations
