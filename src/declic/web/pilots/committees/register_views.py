"""The register of decisions and the alerts of a pact."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from declic.records.accounts.editions import ChangedMeanwhileError
from declic.records.steering import reads, writes
from declic.records.steering.values import DecisionLine, DecisionsPage as DecisionsRead
from declic.web.design.doors import MEMBERS, open_to, viewer_from
from declic.web.design.editions import Meanwhile, both_texts, edition_seen
from declic.web.design.unknown import unknown_is_404
from declic.web.pilots.committees.following_forms import FollowForm, MuteForm
from declic.web.pilots.committees.pages.alerts import alerts_page
from declic.web.pilots.committees.pages.registers import decision_page, decisions_page, filtered
from declic.web.pilots.committees.parts import act_of
from declic.web.pilots.committees.tables import decisions_csv as register_csv
from declic.web.pilots.forms import sent_with
from declic.web.pilots.pages.header import notices_of


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def decisions(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the decisions of a pact, by the state that is asked for."""
    read = reads.decisions_page(slug, viewer=viewer_from(request), today=timezone.localdate())
    page = decisions_page(read, query=request.GET, notices=notices_of(request))
    return render(request, "pilots/committees/decisions.html", {"page": page})


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def decisions_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the register as a spreadsheet."""
    read = reads.decisions_page(slug, viewer=viewer_from(request), today=timezone.localdate())
    shown = filtered(read.decisions, asked=request.GET.get("etat", ""))
    headers = {"Content-Disposition": f'attachment; filename="decisions-{slug}.csv"'}
    return HttpResponse(register_csv(shown), content_type="text/csv; charset=utf-8", headers=headers)


@open_to(MEMBERS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def decision(request: HttpRequest, decision_id: int) -> HttpResponseBase:
    """Show a decision, and record where it stands."""
    viewer = viewer_from(request)
    slug = reads.pact_of_decision(decision_id, viewer=viewer)
    read = reads.decisions_page(slug, viewer=viewer, today=timezone.localdate())
    line = next(one for one in read.decisions if one.id == decision_id)
    kept = {"state": line.state.value, "owner": line.owner_id, "due_on": line.due_on}
    form = FollowForm(sent_with(request), initial=kept, offers={"owner": read.institutions})
    if not form.is_valid():
        return _decision(request, read=read, line=line, form=form)
    said = form.cleaned_data
    says = {"state": said["state"], "owner_id": said["owner"], "due_on": said["due_on"]}
    try:
        writes.follow_decision(decision_id, says=says, by=viewer, seen=edition_seen(request))
    except ChangedMeanwhileError as change:
        saved = FollowForm(initial=kept, offers={"owner": read.institutions})
        meanwhile = Meanwhile(form, saved, line.edition, request.path)
        return both_texts(request, change, title=_("Two records of one decision"), meanwhile=meanwhile)
    messages.success(request, _("Recorded: %(name)s.") % {"name": line.number})
    return redirect("decision", decision_id=decision_id)


@open_to(MEMBERS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def alerts(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Show the alerts of a pact, mute one with its reason, let one speak again."""
    if request.method == "POST":
        acts = {"mute": partial(_mute, request, slug=slug), "unmute": partial(_unmute, request, slug=slug)}
        return act_of(request, acts)
    return _alerts(request, slug=slug)


def _mute(request: HttpRequest, *, slug: str) -> HttpResponseBase:
    key = request.POST.get("key", "")
    read = reads.alerts_page(slug, viewer=viewer_from(request), today=timezone.localdate())
    if all(line.alert.key != key for line in read.alerts):
        raise Http404
    form = MuteForm(request.POST, auto_id=f"id_{key.replace(' ', '_')}_%s")
    if not form.is_valid():
        return _alerts(request, slug=slug, refused=form)
    said = form.cleaned_data
    writes.mute_alert(
        slug, key=key, reason=said["reason"], until_on=said["until_on"], by=viewer_from(request)
    )
    messages.success(request, _("The alert is muted, with its reason."))
    return redirect("alerts", slug=slug)


def _unmute(request: HttpRequest, *, slug: str) -> HttpResponseBase:
    writes.unmute_alert(slug, key=request.POST.get("key", ""), by=viewer_from(request))
    messages.success(request, _("The alert speaks again."))
    return redirect("alerts", slug=slug)


def _alerts(request: HttpRequest, *, slug: str, refused: MuteForm | None = None) -> HttpResponse:
    read = reads.alerts_page(slug, viewer=viewer_from(request), today=timezone.localdate())
    page = alerts_page(read, query=request.GET, refused=refused, notices=notices_of(request))
    return render(request, "pilots/committees/alerts.html", {"page": page}, status=422 if refused else 200)


def _decision(
    request: HttpRequest, *, read: DecisionsRead, line: DecisionLine, form: FollowForm
) -> HttpResponse:
    page = decision_page(
        read,
        line=line,
        form=form,
        meeting_url=reverse("meeting", args=[line.meeting_id]),
        notices=notices_of(request),
    )
    return render(
        request, "pilots/committees/decision.html", {"page": page}, status=422 if form.is_bound else 200
    )
