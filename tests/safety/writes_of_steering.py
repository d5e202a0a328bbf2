"""Every write of steering, each with what it needs and one call that changes something."""

import datetime

from django.utils import timezone

from declic.records.accounts.viewers import OPERATOR, VISITOR
from declic.records.sheets.writes import add_comment
from declic.records.steering import writes
from declic.records.steering.choices import (
    CommitteeKind,
    DecisionState,
    EffectKind,
    Fate,
    HealthChoice,
    MeetingState,
    PresenceChoice,
    StatusAnswer,
)
from declic.records.steering.deciding import Effect
from declic.records.steering.given import (
    GivenCarryOver,
    GivenCommittee,
    GivenDecision,
    GivenItem,
    GivenMeeting,
    GivenSeat,
)
from tests.records.pact.invented import opened_small_pact
from tests.records.sheets.invented import measure
from tests.records.steering.invented import FIRST, SECOND, TODAY, room, started
from tests.records.steering.test_decisions import LATER
from tests.records.steering.test_letters import QUESTION, asked
from tests.safety.scenarios import Act, write


@write("steering.open_promised_committees")
def _open_promised_committees() -> Act:
    slug = opened_small_pact()
    return lambda: writes.open_promised_committees(slug, by=OPERATOR)


@write("steering.open_committee")
def _open_committee() -> Act:
    slug = opened_small_pact()
    says = GivenCommittee("Équipe projet", CommitteeKind.TEAM)
    return lambda: writes.open_committee(slug, says=says, by=OPERATOR)


@write("steering.seat_member")
def _seat_member() -> Act:
    place = room()
    says = GivenSeat("Présidence", is_chair=True)
    return lambda: writes.seat_member(
        place.committee_id, institution_id=place.pact.workshop, says=says, by=place.pact.claire, seen=1
    )


@write("steering.plan_meeting")
def _plan_meeting() -> Act:
    place = room()
    return lambda: writes.plan_meeting(place.committee_id, says=GivenMeeting(SECOND), by=place.pact.claire)


@write("steering.edit_meeting")
def _edit_meeting() -> Act:
    place = room()
    writes.move_meeting(place.meeting_id, to=MeetingState.CONVENED, by=OPERATOR)
    says = GivenMeeting(FIRST, location="Ailleurs")
    return lambda: writes.edit_meeting(place.meeting_id, says=says, by=place.pact.claire, seen=2)


@write("steering.move_meeting")
def _move_meeting() -> Act:
    place = started(room())
    return lambda: writes.move_meeting(place.meeting_id, to=MeetingState.HELD, by=place.pact.claire)


@write("steering.write_minutes")
def _write_minutes() -> Act:
    place = started(room())
    writes.move_meeting(place.meeting_id, to=MeetingState.HELD, by=OPERATOR)
    return lambda: writes.write_minutes(place.meeting_id, minutes="Dit et fait.", by=place.pact.claire)


@write("steering.put_on_agenda")
def _put_on_agenda() -> Act:
    place = room()
    says = GivenItem("Le bilan")
    return lambda: writes.put_on_agenda(
        place.committee_id, says=says, meeting_id=place.meeting_id, by=place.pact.claire
    )


@write("steering.edit_item")
def _edit_item() -> Act:
    place = room()
    return lambda: writes.edit_item(place.item_id, says={"question": "Quand ?"}, by=place.pact.claire, seen=1)


@write("steering.record_attendance")
def _record_attendance() -> Act:
    place = started(room())
    presences = {place.pact.workshop: PresenceChoice.PRESENT}
    return lambda: writes.record_attendance(place.meeting_id, presences=presences, by=place.pact.claire)


@write("steering.decide")
def _decide() -> Act:
    place = started(room())
    effect = Effect(EffectKind.MILESTONE_DUE, place.milestone_id, LATER)
    says = GivenDecision("En septembre.", item_id=place.item_id, effect=effect)
    return lambda: writes.decide(place.meeting_id, says=says, by=place.pact.claire)


@write("steering.apply_decision")
def _apply_decision() -> Act:
    from declic.records.steering.models import DecisionEffect  # noqa: PLC0415 — one that was kept and not applied

    place = started(room())
    number = writes.decide(place.meeting_id, says=GivenDecision("En septembre."), by=OPERATOR)
    DecisionEffect.objects.create(
        decision_id=number, kind=EffectKind.MILESTONE_DUE, milestone_id=place.milestone_id, value=str(LATER)
    )
    return lambda: writes.apply_decision(number, by=place.pact.claire)


@write("steering.follow_decision")
def _follow_decision() -> Act:
    place = started(room())
    number = writes.decide(place.meeting_id, says=GivenDecision("Écrire."), by=OPERATOR)
    says = {"state": DecisionState.DONE}
    return lambda: writes.follow_decision(number, says=says, by=place.pact.claire, seen=1)


@write("steering.mute_alert")
def _mute_alert() -> Act:
    place = room()
    return lambda: writes.mute_alert(place.pact.slug, key="no_update sheet 1", reason="Gelé.", by=OPERATOR)


@write("steering.unmute_alert")
def _unmute_alert() -> Act:
    place = room()
    writes.mute_alert(place.pact.slug, key="no_update sheet 1", reason="Gelé.", by=OPERATOR)
    return lambda: writes.unmute_alert(place.pact.slug, key="no_update sheet 1", by=OPERATOR)


@write("steering.freeze_dossier")
def _freeze_dossier() -> Act:
    place = room()
    return lambda: writes.freeze_dossier(place.meeting_id, today=TODAY, by=place.pact.claire)


@write("steering.write_health")
def _write_health() -> Act:
    place = room()
    number, claire = place.pact.sheet_id, place.pact.claire
    return lambda: writes.write_health(
        number, health=HealthChoice.RAIN, why="Tout attend.", by=claire, seen=0
    )


@write("steering.say_carry_over")
def _say_carry_over() -> Act:
    place = room()
    says = GivenCarryOver(Fate.HANDED_OVER, place.pact.workshop, "contrat de ville")
    return lambda: writes.say_carry_over(measure().pk, says=says, by=place.pact.claire, seen=0)


@write("steering.ask_status")
def _ask_status() -> Act:
    place = room()
    return lambda: writes.ask_status(place.pact.sheet_id, says=QUESTION, now=FIRST, by=place.pact.claire)


@write("steering.answer_status")
def _answer_status() -> Act:
    link = asked(room())
    return lambda: writes.answer_status(
        link, answer=StatusAnswer.BLOCKED, comment="Pas de local.", now=FIRST, by=VISITOR
    )


@write("steering.remind")
def _remind() -> Act:
    asked(room())
    return lambda: writes.remind(now=FIRST + datetime.timedelta(days=8), by=OPERATOR)


@write("steering.take_letter")
def _take_letter() -> Act:
    asked(room())
    return lambda: writes.take_letter(now=timezone.now(), by=OPERATOR)


@write("steering.settle_letter")
def _settle_letter() -> Act:
    asked(room())
    number = writes.take_letter(now=timezone.now(), by=OPERATOR)
    return lambda: writes.settle_letter(number or 0, left=True, now=FIRST, by=OPERATOR)


@write("steering.send_again")
def _send_again() -> Act:
    place = room()
    asked(place)
    number = writes.take_letter(now=timezone.now(), by=OPERATOR) or 0
    writes.settle_letter(number, left=None, now=FIRST, by=OPERATOR)
    return lambda: writes.send_again(number, now=FIRST, by=place.pact.claire)


@write("steering.tell_mentions")
def _tell_mentions() -> Act:
    place = room()
    claire = place.pact.claire.user_id or 0
    add_comment(place.pact.sheet_id, words="Vu.", mentioned=[claire], by=place.pact.hugo)
    return lambda: writes.tell_mentions(now=timezone.now() + datetime.timedelta(hours=1), by=OPERATOR)
