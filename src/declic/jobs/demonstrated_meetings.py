"""The committees of the demonstration: a technical group that met, what it decided, the steering committee to come."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import timezone

from declic.records.accounts.viewers import Viewer
from declic.records.steering.choices import (
    CommitteeKind,
    DecisionKind,
    DecisionState,
    EffectKind,
    ItemKind,
    MeetingState,
    PresenceChoice,
)
from declic.records.steering.deciding import Effect
from declic.records.steering.given import GivenDecision, GivenItem, GivenMeeting, GivenSeat
from declic.records.steering.reads import committees_page
from declic.records.steering.writes import (
    decide,
    follow_decision,
    freeze_dossier,
    move_meeting,
    open_promised_committees,
    plan_meeting,
    put_on_agenda,
    record_attendance,
    seat_member,
)


HELD_AGO, NEXT_IN = 20, 15
"""How many days ago the group met, in how many days the steering committee meets."""


@dataclass(frozen=True, slots=True)
class Table:
    """Who sits: institutions in their order with their function and the account of who receives the convocations."""

    seats: tuple[tuple[int, str, int | None], ...]
    sheets: Mapping[str, int]
    moved_step: int
    """The milestone whose day a decision moves."""


def meet(slug: str, table: Table, *, today: datetime.date, by: Viewer) -> None:
    """Open what the text promises, hold a meeting of the technical group, prepare the next steering committee."""
    open_promised_committees(slug, by=by)
    known = {one.kind: one.id for one in committees_page(slug, viewer=by, today=today).committees}
    for committee in known.values():
        for place, (institution, function, person) in enumerate(table.seats):
            says = GivenSeat(function, is_chair=place == 0, person_id=person)
            seat_member(committee, institution_id=institution, says=says, by=by)
    _hold(known[CommitteeKind.TECHNICAL], table, today=today, by=by)
    _prepare(known[CommitteeKind.STEERING], table, today=today, by=by)


def _hold(committee: int, table: Table, *, today: datetime.date, by: Viewer) -> None:
    says = GivenMeeting(_at(today, days=-HELD_AGO), location="Maison de quartier")
    meeting = plan_meeting(committee, says=says, by=by)
    care = GivenItem(
        "Réunir l'équipe de soins de proximité",
        kind=ItemKind.DECISION,
        question="Que faire tant qu'aucun local n'est libre ?",
        sheet_id=table.sheets["44"],
    )
    rounds = GivenItem("Aller vers les jeunes en soirée", sheet_id=table.sheets["53"])
    points = [put_on_agenda(committee, says=each, meeting_id=meeting, by=by) for each in (care, rounds)]
    move_meeting(meeting, to=MeetingState.IN_PROGRESS, by=by)
    presences = dict.fromkeys((one for one, _function, _person in table.seats), PresenceChoice.PRESENT)
    record_attendance(meeting, presences=presences, by=by)
    (state, _chair, _account), _council, (association, *_rest) = table.seats
    decide(
        meeting,
        says=GivenDecision(
            "Réunir les soignants un mois plus tard, le temps de trouver un local.",
            owner_id=state,
            due_on=today + datetime.timedelta(days=30),
            item_id=points[0],
            effect=Effect(EffectKind.MILESTONE_DUE, table.moved_step, today + datetime.timedelta(days=75)),
        ),
        by=by,
    )
    late = GivenDecision(
        "Dire aux habitants où et quand les médiateurs sont dans la rue.",
        kind=DecisionKind.REQUEST,
        owner_id=association,
        due_on=today - datetime.timedelta(days=5),
        item_id=points[1],
    )
    decide(meeting, says=late, by=by)
    done = GivenDecision("Choisir la place du marché pour la journée du numérique.", owner_id=state)
    number = decide(meeting, says=done, by=by)
    follow_decision(number, says={"state": DecisionState.DONE}, by=by)
    for state_next in (MeetingState.HELD, MeetingState.MINUTES_TO_APPROVE):
        move_meeting(meeting, to=state_next, by=by)


def _prepare(committee: int, table: Table, *, today: datetime.date, by: Viewer) -> None:
    says = GivenMeeting(_at(today, days=NEXT_IN), location="Salle du conseil")
    meeting = plan_meeting(committee, says=says, by=by)
    point = GivenItem(
        "Réunir l'équipe de soins de proximité",
        kind=ItemKind.DECISION,
        question="Qui paie le local, et sur quels crédits ?",
        minutes_planned=20,
        sheet_id=table.sheets["44"],
    )
    put_on_agenda(committee, says=point, meeting_id=meeting, by=by)
    freeze_dossier(meeting, today=today, by=by)


def _at(today: datetime.date, *, days: int) -> datetime.datetime:
    day = today + datetime.timedelta(days=days)
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(14)))
