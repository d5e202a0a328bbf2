"""What happens as a meeting goes on: what a change of state brings with it, minutes drafted from the rows."""

from collections.abc import Iterator

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from declic.engines.scheduling.wordings import cadence_of
from declic.records.accounts.viewers import Viewer
from declic.records.pact.models import Body, Programme
from declic.records.partners.names import normalised
from declic.records.sheets.history import added, change
from declic.records.steering.choices import THERE, CommitteeKind, ItemState
from declic.records.steering.models import AgendaItem, Committee, Decision, Meeting
from declic.records.steering.models.committees import LONGEST_NAME
from declic.records.steering.rows import day_of, decision_number


KIND_WORDS = {
    "technique": CommitteeKind.TECHNICAL,
    "financeurs": CommitteeKind.FUNDERS,
    "pilotage": CommitteeKind.STEERING,
    "comite": CommitteeKind.STEERING,
}
"""What the name of a promised body says of its kind, the most telling word first."""


def promised_bodies(programme: Programme) -> Iterator[tuple[Body, CommitteeKind]]:
    """Give the bodies of the text that are committees, each once, by the line that stands in an article."""
    articles = list(programme.articles.values_list("body__start", "body__end"))
    found: dict[str, Body] = {}
    for body in programme.bodies.select_related("citation").order_by("position"):
        name = normalised(body.name)
        in_article = any(start <= body.citation.start < end for start, end in articles)
        if name not in found or in_article:
            found[name] = body
    for name, body in found.items():
        kind = next((kind for word, kind in KIND_WORDS.items() if word in name), None)
        if kind is not None:
            yield body, kind


def open_promised(programme: Programme, *, by: Viewer) -> int:
    """Open the committees that the text promises and that are not open, each with its rhythm, and count them."""
    names = set(Committee.objects.filter(programme=programme).values_list("name", flat=True))
    opened = 0
    for body, kind in promised_bodies(programme):
        name = body.name[:1].upper() + body.name[1:LONGEST_NAME]
        if name in names:
            continue
        cadence = cadence_of(body.periodicity)
        added(
            Committee(
                programme=programme,
                kind=kind,
                name=name,
                body=body,
                meetings_due=cadence.meetings if cadence else None,
                months=cadence.months if cadence else None,
            ),
            by=by,
        )
        opened += 1
    return opened


def put_off(meeting: Meeting, *, by: Viewer) -> int:
    """Put the points that were not treated back into the backlog, each under a new line, and count them."""
    left = list(meeting.items.filter(state=ItemState.WAITING).order_by("position", "id"))
    for item in left:
        change(item, by=by, state=ItemState.POSTPONED)
        added(
            AgendaItem(
                committee_id=item.committee_id,
                kind=item.kind,
                title=item.title,
                question=item.question,
                presenter_id=item.presenter_id,
                minutes_planned=item.minutes_planned,
                measure_id=item.measure_id,
                sheet_id=item.sheet_id,
                proposed_by=item.proposed_by,
                postponed=item,
                position=item.position,
            ),
            by=by,
        )
    return len(left)


def drafted_minutes(meeting: Meeting) -> str:
    """Write the minutes that the rows tell: who was there, each point with what came of it, the decisions."""
    return "\n".join((*_opening(meeting), *_attendance(meeting), *_points(meeting)))


def _opening(meeting: Meeting) -> Iterator[str]:
    at = date_format(day_of(meeting.starts_at), "j F Y")
    yield _("%(committee)s, meeting no. %(number)d, %(day)s") % {
        "committee": meeting.committee.name,
        "number": meeting.number,
        "day": at,
    }
    if meeting.location:
        yield _("Place: %(place)s") % {"place": meeting.location}
    yield ""


def _attendance(meeting: Meeting) -> Iterator[str]:
    rows = list(meeting.attendance.select_related("institution").order_by("institution__name"))
    for words, inside in (
        (_("Present: %(names)s"), THERE),
        (_("Excused: %(names)s"), ("excused",)),
        (_("Absent: %(names)s"), ("absent",)),
    ):
        names = [row.institution.name for row in rows if row.presence in inside]
        if names:
            yield words % {"names": ", ".join(names)}
    yield ""


def _points(meeting: Meeting) -> Iterator[str]:
    decisions = list(meeting.decisions.select_related("owner", "meeting__committee").order_by("sequence"))
    items = meeting.items.filter(~Q(state=ItemState.DROPPED)).order_by("position", "id")
    for number, item in enumerate(items, start=1):
        yield f"{number}. {item.title}"
        if item.outcome:
            yield item.outcome
        if item.state == ItemState.POSTPONED:
            yield _("Put off to a next meeting.")
        for decision in (one for one in decisions if one.item_id == item.pk):
            yield from _decision(decision)
        yield ""
    for decision in (one for one in decisions if one.item_id is None):
        yield from _decision(decision)


def _decision(decision: Decision) -> Iterator[str]:
    yield _("Decision %(number)s: %(text)s") % {"number": decision_number(decision), "text": decision.text}
    if decision.owner or decision.due_on:
        owner = decision.owner.name if decision.owner else _("nobody named")
        due = date_format(decision.due_on, "j F Y") if decision.due_on else _("no date")
        yield _("Carried out by: %(owner)s, by: %(due)s") % {"owner": owner, "due": due}
