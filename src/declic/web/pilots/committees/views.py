"""The committees of a pact, and one of them: open, seat, plan."""

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from declic.records.accounts.viewers import Viewer
from declic.records.sheets.contents import WrongSheetError
from declic.records.steering import reads, writes
from declic.records.steering.values import Choice, CommitteePage as CommitteeRead
from declic.web.design.doors import MEMBERS, open_to, viewer_from
from declic.web.design.unknown import unknown_is_404
from declic.web.pilots.committees.forms import CommitteeForm, MeetingForm, SeatForm
from declic.web.pilots.committees.pages.committees import committee_page, committees_page
from declic.web.pilots.committees.parts import act_of
from declic.web.pilots.pages.header import notices_of


CALENDAR = "text/calendar; charset=utf-8"


@open_to(MEMBERS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def committees(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Show the committees of a pact, and open those that the text promises, or another."""
    viewer = viewer_from(request)
    if request.method == "POST":
        return act_of(
            request,
            {
                "promised": partial(_open_promised, request, slug=slug, viewer=viewer),
                "other": partial(_open_other, request, slug=slug, viewer=viewer),
            },
        )
    return _committees(request, slug=slug, form=CommitteeForm())


@open_to(MEMBERS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def committee(request: HttpRequest, committee_id: int) -> HttpResponseBase:
    """Show a committee, seat an institution in it, plan a meeting."""
    read = reads.committee_page(committee_id, viewer=viewer_from(request), today=timezone.localdate())
    if request.method == "POST":
        return act_of(
            request, {"seat": partial(_seat, request, read=read), "plan": partial(_plan, request, read=read)}
        )
    return _committee(request, read=read)


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def pact_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the meetings and the milestones of a pact as a calendar."""
    return HttpResponse(reads.pact_calendar(slug, viewer=viewer_from(request)), content_type=CALENDAR)


def _open_promised(request: HttpRequest, *, slug: str, viewer: Viewer) -> HttpResponseBase:
    writes.open_promised_committees(slug, by=viewer)
    messages.success(request, _("The committees that the text promises are open."))
    return redirect("committees", slug=slug)


def _open_other(request: HttpRequest, *, slug: str, viewer: Viewer) -> HttpResponseBase:
    form = CommitteeForm(request.POST)
    if not form.is_valid():
        return _committees(request, slug=slug, form=form)
    number = writes.open_committee(slug, says=form.given(), by=viewer)
    return redirect("committee", committee_id=number)


def _committees(request: HttpRequest, *, slug: str, form: CommitteeForm) -> HttpResponse:
    read = reads.committees_page(slug, viewer=viewer_from(request), today=timezone.localdate())
    page = committees_page(read, form=form, notices=notices_of(request))
    return render(
        request, "pilots/committees/committees.html", {"page": page}, status=422 if form.is_bound else 200
    )


def _seat(request: HttpRequest, *, read: CommitteeRead) -> HttpResponseBase:
    form = _seat_form(request, read=read, is_sent=True)
    if not form.is_valid():
        return _committee(request, read=read, seat=form)
    try:
        writes.seat_member(
            read.committee.id,
            institution_id=form.cleaned_data["institution"],
            says=form.given(),
            by=viewer_from(request),
        )
    except WrongSheetError:
        form.add_error("person", _("This account does not act for that institution."))
        return _committee(request, read=read, seat=form)
    messages.success(request, _("The seat is kept."))
    return redirect("committee", committee_id=read.committee.id)


def _plan(request: HttpRequest, *, read: CommitteeRead) -> HttpResponseBase:
    form = MeetingForm(request.POST, auto_id="id_plan_%s")
    if not form.is_valid():
        return _committee(request, read=read, plan=form)
    number = writes.plan_meeting(read.committee.id, says=form.given(), by=viewer_from(request))
    return redirect("meeting", meeting_id=number)


def _committee(
    request: HttpRequest,
    *,
    read: CommitteeRead,
    seat: SeatForm | None = None,
    plan: MeetingForm | None = None,
) -> HttpResponse:
    page = committee_page(
        read,
        seat=seat or _seat_form(request, read=read, is_sent=False),
        plan=plan or MeetingForm(auto_id="id_plan_%s"),
        notices=notices_of(request),
    )
    status = 422 if seat or plan else 200
    return render(request, "pilots/committees/committee.html", {"page": page}, status=status)


def _seat_form(request: HttpRequest, *, read: CommitteeRead, is_sent: bool) -> SeatForm:
    """Offer accounts to who keeps the committee, and to nobody else."""
    people: tuple[Choice, ...] = read.people
    offers = {"institution": read.institutions, "person": people, "alternate_person": people}
    return SeatForm(request.POST if is_sent else None, offers=offers, auto_id="id_seat_%s")
