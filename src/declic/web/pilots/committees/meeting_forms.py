"""The forms of a meeting's workspace: those that its state opens, one as it was sent."""

from collections.abc import Callable, Mapping
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from declic.records.steering.choices import COMING_STATES, MINUTED_STATES, ItemState
from declic.records.steering.values import Choice, MeetingPage as MeetingRead
from declic.web.pilots.committees.forms import (
    DecisionForm,
    ItemForm,
    MeetingForm,
    MinutesForm,
    OutcomeForm,
    PresenceForm,
)
from declic.web.pilots.committees.pages.meetings import (
    MeetingForms,
    move_buttons,
)
from declic.web.pilots.committees.parts import FormPart, button as only_a_button, form_part


Refused = tuple[str, BaseForm] | None
OPENED_BY = {
    "date": COMING_STATES,
    "item": COMING_STATES,
    "outcome": COMING_STATES,
    "attendance": MINUTED_STATES,
    "decide": MINUTED_STATES,
    "minutes": MINUTED_STATES,
}
"""The states of a meeting that open each form."""


def sent_form(request: HttpRequest, *, read: MeetingRead, act: str) -> Any:
    """Give the form of an act as it was sent."""
    number = request.POST.get("item", "")
    return _form(act, read=read, sent=request.POST, prefix=number if act == "outcome" else "")


def forms_of(read: MeetingRead, *, refused: Refused) -> MeetingForms:
    """Give the forms that the meeting's state opens."""
    if not read.may_keep:
        return MeetingForms()
    seen = {"edition": read.meeting.edition}

    def part(
        act: str, title: str, button: str, *, hidden: Mapping[str, object] | None = None
    ) -> FormPart | None:
        if read.meeting.state not in OPENED_BY[act]:
            return None
        form = refused[1] if refused and refused[0] == act else _form(act, read=read, sent=None)
        return form_part(form, act=act, title=title, button=button, hidden=hidden, is_folded=act != "minutes")

    return MeetingForms(
        date=part("date", _("Change when or where"), _("Keep"), hidden=seen),
        item=part("item", _("Add a point"), _("Add the point")),
        attendance=part("attendance", _("Record who is there"), _("Record")),
        decision=part("decide", _("Type a decision"), _("Keep the decision")),
        minutes=part("minutes", _("Write the minutes"), _("Keep the minutes"), hidden=seen)
        if read.minutes
        else None,
        dossier=only_a_button("freeze", _("Generate the dossier")),
        moves=move_buttons(read),
    )


def item_forms_of(request: HttpRequest, *, read: MeetingRead, refused: Refused) -> dict[int, FormPart]:
    """Give the form of each point that is still treated, by its number."""
    if not (read.may_keep and read.meeting.state in OPENED_BY["outcome"]):
        return {}
    wrong = request.POST.get("item", "") if refused and refused[0] == "outcome" else ""
    found = {}
    for item in read.items:
        if item.state is ItemState.POSTPONED:
            continue
        kept = {"outcome": item.outcome, "state": item.state.value}
        form: BaseForm = OutcomeForm(initial=kept, auto_id=f"id_item{item.id}_%s")
        if refused and wrong == str(item.id):
            form = refused[1]
        found[item.id] = form_part(
            form,
            act="outcome",
            title=_("Note what came of it"),
            button=_("Keep"),
            hidden={"item": item.id, "edition": item.edition},
            is_folded=True,
        )
    return found


def _form(act: str, *, read: MeetingRead, sent: QueryDict | None, prefix: str = "") -> BaseForm:
    made: dict[str, Callable[[], BaseForm]] = {
        "date": lambda: MeetingForm(sent, initial=_date(read), auto_id="id_date_%s"),
        "item": lambda: ItemForm(
            sent,
            offers={"presenter": read.offers.institutions, "sheet": read.offers.sheets},
            auto_id="id_point_%s",
        ),
        "outcome": lambda: OutcomeForm(sent, auto_id=f"id_item{prefix}_%s"),
        "attendance": lambda: PresenceForm(
            sent,
            seats=[(one.institution_id, one.institution) for one in read.attendance],
            initial={f"seat_{one.institution_id}": one.presence for one in read.attendance if one.presence},
            auto_id="id_there_%s",
        ),
        "decide": lambda: DecisionForm(sent, offers=_offers(read), auto_id="id_decide_%s"),
        "minutes": lambda: MinutesForm(sent, initial={"minutes": read.minutes}, auto_id="id_minutes_%s"),
    }
    return made[act]()


def _offers(read: MeetingRead) -> dict[str, tuple[Choice, ...]]:
    offers = read.offers
    return {
        "owner": offers.institutions,
        "item": tuple(Choice(item.id, item.title[:80]) for item in read.items),
        "sheet": offers.sheets,
        "milestone": offers.milestones,
        "line": offers.lines,
        "target": offers.targets,
    }


def _date(read: MeetingRead) -> dict[str, object]:
    starts = timezone.localtime(read.meeting.starts_at)
    ends = timezone.localtime(read.meeting.ends_at) if read.meeting.ends_at else None
    return {
        "day": starts.date(),
        "starts": starts.time(),
        "ends": ends.time() if ends else None,
        "location": read.meeting.location,
    }
