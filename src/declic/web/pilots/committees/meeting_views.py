"""The workspace of a meeting: each form of it is one act, and leads back to it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from declic.records.accounts.editions import ChangedMeanwhileError
from declic.records.evaluation.contents import WrongEvaluationError
from declic.records.money.contents import WrongMoneyError
from declic.records.sheets.contents import WrongSheetError
from declic.records.steering import reads, writes
from declic.records.steering.choices import MeetingState
from declic.records.steering.given import GivenItem
from declic.records.steering.values import MeetingPage as MeetingRead
from declic.records.steering.writes import NotNowError
from declic.web.design.doors import MEMBERS, open_to, viewer_from
from declic.web.design.editions import edition_seen
from declic.web.design.unknown import unknown_is_404
from declic.web.pilots.committees.meeting_forms import OPENED_BY, forms_of, item_forms_of, sent_form
from declic.web.pilots.committees.pages.meetings import meeting_page, proposal_title
from declic.web.pilots.committees.parts import act_of, number_in, refused_now
from declic.web.pilots.pages.header import notices_of


CALENDAR = "text/calendar; charset=utf-8"
Keep = Callable[[Any], object]


@open_to(MEMBERS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def meeting(request: HttpRequest, meeting_id: int) -> HttpResponseBase:
    """Show a meeting, and do what one of its forms asks."""
    read = reads.meeting_page(meeting_id, viewer=viewer_from(request), today=timezone.localdate())
    if request.method != "POST":
        return _shown(request, read=read)
    acts = {
        "freeze": partial(_freeze, request, read=read),
        "move": partial(_move, request, read=read),
        "date": partial(_kept, request, read=read, act="date"),
        "item": partial(_kept, request, read=read, act="item"),
        "take": partial(_take, request, read=read),
        "propose": partial(_propose, request, read=read),
        "outcome": partial(_kept, request, read=read, act="outcome"),
        "attendance": partial(_kept, request, read=read, act="attendance"),
        "decide": partial(_kept, request, read=read, act="decide"),
        "minutes": partial(_kept, request, read=read, act="minutes"),
    }
    back = redirect("meeting", meeting_id=meeting_id)
    return refused_now(request, back, lambda: _unless_changed(request, back, lambda: act_of(request, acts)))


@open_to(MEMBERS)
@unknown_is_404(LookupError)
def meeting_calendar(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Give a meeting as a calendar."""
    return HttpResponse(
        reads.meeting_calendar(meeting_id, viewer=viewer_from(request)), content_type=CALENDAR
    )


def _move(request: HttpRequest, *, read: MeetingRead) -> HttpResponseBase:
    said = request.POST.get("to", "")
    if said not in MeetingState.values:
        raise Http404
    to = MeetingState(said)
    writes.move_meeting(read.meeting.id, to=to, by=viewer_from(request), seen=edition_seen(request))
    messages.success(request, _("The meeting: %(state)s.") % {"state": to.label})
    return redirect("meeting", meeting_id=read.meeting.id)


def _freeze(request: HttpRequest, *, read: MeetingRead) -> HttpResponseBase:
    writes.freeze_dossier(read.meeting.id, today=timezone.localdate(), by=viewer_from(request))
    messages.success(request, _("The dossier is frozen: it will never change."))
    return redirect("meeting", meeting_id=read.meeting.id)


def _take(request: HttpRequest, *, read: MeetingRead) -> HttpResponseBase:
    says = {"meeting_id": read.meeting.id}
    writes.edit_item(number_in(request, "item"), says=says, by=viewer_from(request))
    return redirect("meeting", meeting_id=read.meeting.id)


def _propose(request: HttpRequest, *, read: MeetingRead) -> HttpResponseBase:
    key = request.POST.get("proposed_by", "")
    one = next((one for one in read.proposals if one.item_id is None and one.proposed_by == key), None)
    if one is None and key and any(item.proposed_by == key for item in read.items):
        return redirect("meeting", meeting_id=read.meeting.id)
    if one is None:
        raise Http404
    writes.put_on_agenda(
        read.meeting.committee_id,
        says=GivenItem(proposal_title(one), sheet_id=one.sheet_id, proposed_by=key),
        meeting_id=read.meeting.id,
        by=viewer_from(request),
    )
    return redirect("meeting", meeting_id=read.meeting.id)


def _kept(request: HttpRequest, *, read: MeetingRead, act: str) -> HttpResponseBase:
    """Keep what a form says, or show the page with what is wrong in it."""
    form = sent_form(request, read=read, act=act)
    if not form.is_valid():
        if read.meeting.state not in OPENED_BY[act]:
            raise NotNowError(read.meeting.state)
        return _shown(request, read=read, refused=(act, form))
    try:
        _keeps(request, read=read)[act](form)
    except WrongSheetError:
        form.add_error(None, _("The sheet refuses this change: its dates would contradict each other."))
        return _shown(request, read=read, refused=(act, form))
    except (WrongMoneyError, WrongEvaluationError) as wrong:
        for fault in wrong.faults.values():
            form.add_error(None, str(fault.label))
        return _shown(request, read=read, refused=(act, form))
    messages.success(request, _("It is kept."))
    return redirect("meeting", meeting_id=read.meeting.id)


def _keeps(request: HttpRequest, *, read: MeetingRead) -> dict[str, Keep]:
    number, by, seen = read.meeting.id, viewer_from(request), edition_seen(request)
    return {
        "date": lambda form: writes.edit_meeting(number, says=form.given(), by=by, seen=seen),
        "item": lambda form: writes.put_on_agenda(
            read.meeting.committee_id, says=form.given(), meeting_id=number, by=by
        ),
        "outcome": lambda form: writes.edit_item(
            number_in(request, "item"), says=dict(form.cleaned_data), by=by, seen=seen
        ),
        "attendance": lambda form: writes.record_attendance(number, presences=form.given(), by=by),
        "decide": lambda form: writes.decide(number, says=form.given(), by=by),
        "minutes": lambda form: writes.write_minutes(
            number, minutes=form.cleaned_data["minutes"], by=by, seen=seen
        ),
    }


def _unless_changed(
    request: HttpRequest, back: HttpResponseBase, act: Callable[[], HttpResponseBase]
) -> HttpResponseBase:
    """Do it, or say that somebody wrote meanwhile: nothing is overwritten, what is saved is shown."""
    try:
        return act()
    except ChangedMeanwhileError:
        messages.warning(
            request, _("Somebody saved it meanwhile: nothing was overwritten. Here is what is saved.")
        )
        return back


def _shown(
    request: HttpRequest, *, read: MeetingRead, refused: tuple[str, BaseForm] | None = None
) -> HttpResponse:
    page = meeting_page(
        read,
        forms=forms_of(read, refused=refused),
        item_forms=item_forms_of(request, read=read, refused=refused),
        notices=notices_of(request),
    )
    status = 422 if refused else 200
    return render(request, "pilots/committees/meeting.html", {"page": page}, status=status)
