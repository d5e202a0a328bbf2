"""The pages of indicators: the list, one of them, the values that are entered, approved and returned."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _, ngettext

from declic.records.evaluation import reads, writes
from declic.records.evaluation.values import IndicatorLine, IndicatorPage
from declic.web.design.components import Link
from declic.web.design.doors import MEMBERS, open_to, viewer_from
from declic.web.design.editions import edition_seen
from declic.web.design.unknown import unknown_is_404
from declic.web.pilots.form_pages import Asked, answer_form
from declic.web.pilots.forms import sent_with
from declic.web.pilots.indicators.forms import IndicatorForm, TargetForm, ValueForm
from declic.web.pilots.indicators.pages.listing import indicators_page
from declic.web.pilots.indicators.pages.one import indicator_page
from declic.web.pilots.indicators.pages.words import iso, period_words
from declic.web.pilots.pages.header import address, notices_of, steering_head, steering_tabs


SAID = ("name", "unit", "kind", "direction", "frequency", "baseline_value", "baseline_on", "method")


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def indicators(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the indicators of a pact."""
    read = reads.indicators_page(slug, viewer=viewer_from(request))
    page = indicators_page(read, notices=notices_of(request))
    return render(request, "pilots/indicators/list.html", {"page": page})


@open_to(MEMBERS, methods=("POST",))
@unknown_is_404(LookupError)
def open_promised(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Open the indicators of the posts that the pact promises."""
    count = writes.open_promised(slug, by=viewer_from(request))
    words = ngettext("%(count)d indicator opened.", "%(count)d indicators opened.", count)
    messages.success(request, words % {"count": count})
    return redirect("indicators", slug=slug)


@open_to(MEMBERS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def add_indicator(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Add an indicator with its rule and its target."""
    viewer = viewer_from(request)
    measures = reads.measures_to_observe(slug, viewer=viewer)
    if not measures:
        raise Http404
    header = reads.indicators_page(slug, viewer=viewer).header
    form = IndicatorForm(sent_with(request), measures=measures)
    asked = Asked(
        head=steering_head(header, _("Add an indicator")),
        tabs=steering_tabs(header, current="indicators"),
        button=_("Add the indicator"),
        back=Link(_("Back to the indicators"), address("indicators", header)),
        done=_("The indicator is kept."),
    )

    def write(said: Mapping[str, Any]) -> object:
        _add(slug, said=said, request=request)
        return None

    return answer_form(request, form, asked, write=write)


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def indicator(request: HttpRequest, slug: str, indicator_id: int) -> HttpResponse:
    """Show one indicator."""
    read = reads.indicator_page(slug, indicator_id, viewer=viewer_from(request))
    page = indicator_page(read, notices=notices_of(request))
    return render(request, "pilots/indicators/indicator.html", {"page": page})


@open_to(MEMBERS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def edit_indicator(request: HttpRequest, slug: str, indicator_id: int) -> HttpResponseBase:
    """Edit what an indicator tells."""
    viewer = viewer_from(request)
    read = _kept(request, slug=slug, indicator_id=indicator_id)
    kept = _initial(read.line)

    def form_of(data: Any) -> IndicatorForm:
        form = IndicatorForm(data, measures=(), initial=kept)
        for name in set(form.fields) - set(SAID):
            del form.fields[name]
        return form

    asked = _asked(read, title=_("Edit an indicator"), edition=read.line.edition, kept=form_of(None))

    def write(said: Mapping[str, Any]) -> object:
        says = {name: said[name] for name in SAID}
        return writes.edit_indicator(indicator_id, says=says, by=viewer, seen=edition_seen(request))

    return answer_form(request, form_of(sent_with(request)), asked, write=write)


@open_to(MEMBERS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def set_target(request: HttpRequest, slug: str, indicator_id: int) -> HttpResponseBase:
    """Say what an indicator should reach by a day."""
    viewer = viewer_from(request)
    read = _kept(request, slug=slug, indicator_id=indicator_id)

    def write(said: Mapping[str, Any]) -> object:
        return writes.set_target(indicator_id, on=said["on"], value=said["value"], by=viewer)

    asked = _asked(read, title=_("Set a target"))
    return answer_form(request, TargetForm(sent_with(request)), asked, write=write)


@open_to(MEMBERS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def enter_value(request: HttpRequest, slug: str, indicator_id: int) -> HttpResponseBase:
    """Enter the value of a period, to be approved."""
    viewer = viewer_from(request)
    read = reads.indicator_page(slug, indicator_id, viewer=viewer)
    if not read.line.may_enter:
        raise Http404
    still = [one for one in reversed(read.line.periods) if not one.is_locked]
    choices = [(iso(one.period.end), period_words(one.period)) for one in still]

    def write(said: Mapping[str, Any]) -> object:
        says = {name: said[name] for name in ("value", "comment", "evidence")}
        end_on = datetime.date.fromisoformat(said["end_on"])
        return writes.enter_value(indicator_id, end_on=end_on, says=says, by=viewer)

    asked = _asked(read, title=_("Enter a value"))
    return answer_form(request, ValueForm(sent_with(request), periods=choices), asked, write=write)


@open_to(MEMBERS, methods=("POST",))
@unknown_is_404(LookupError)
def review_value(request: HttpRequest, slug: str, indicator_id: int) -> HttpResponseBase:
    """Approve a value, or return it with words."""
    viewer = viewer_from(request)
    read = _kept(request, slug=slug, indicator_id=indicator_id)
    ends = {iso(one.period.end): one.period.end for one in read.line.periods}
    end_on = ends.get(request.POST.get("end_on", ""))
    if end_on is None:
        raise Http404
    approves = request.POST.get("decision") == "approve"
    try:
        writes.review_value(
            indicator_id, end_on=end_on, approves=approves, words=request.POST.get("words", ""), by=viewer
        )
    except writes.WrongEvaluationError as wrong:
        messages.error(request, " ".join(str(fault.label) for fault in wrong.faults.values()))
    else:
        messages.success(request, _("The value is approved.") if approves else _("The value is returned."))
    return redirect("indicator", slug=slug, indicator_id=indicator_id)


def _kept(request: HttpRequest, *, slug: str, indicator_id: int) -> IndicatorPage:
    read = reads.indicator_page(slug, indicator_id, viewer=viewer_from(request))
    if not read.line.may_approve:
        raise Http404
    return read


def _asked(
    read: IndicatorPage, *, title: str, edition: int | None = None, kept: IndicatorForm | None = None
) -> Asked:
    back = address("indicator", read.header, indicator_id=read.line.indicator_id)
    return Asked(
        head=steering_head(read.header, title),
        tabs=steering_tabs(read.header, current="indicators"),
        button=_("Keep"),
        back=Link(_("Back to the indicator"), back),
        done=_("It is kept."),
        intro=read.line.name,
        edition=edition,
        kept=kept,
    )


def _initial(line: IndicatorLine) -> dict[str, Any]:
    start = line.trajectory.baseline
    return {
        "name": line.name,
        "unit": line.unit,
        "kind": line.kind,
        "direction": line.direction,
        "frequency": line.frequency,
        "method": line.method,
        "baseline_value": f"{start.value:f}" if start else "",
        "baseline_on": start.on if start else None,
    }


def _add(slug: str, *, said: Mapping[str, Any], request: HttpRequest) -> None:
    viewer = viewer_from(request)
    rule = None
    if said["kinds"]:
        rule = {
            "kinds": [said["kinds"]],
            "aggregation": said["aggregation"],
            "is_cumulative": said["is_cumulative"],
        }
    says = {name: said[name] for name in SAID}
    number = writes.add_indicator(slug, says=says, measure=said["measure"], rule=rule, by=viewer)
    if said["target_value"] is not None:
        writes.set_target(number, on=said["target_on"], value=said["target_value"], by=viewer)
