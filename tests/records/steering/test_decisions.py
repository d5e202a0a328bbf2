"""Decisions apply themselves once, and come back until they are carried out; alerts are muted for a reason."""

import datetime
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from declic.records.accounts.rights import NotAllowedError
from declic.records.accounts.viewers import OPERATOR, VISITOR
from declic.records.journal.models import Line
from declic.records.sheets.choices import ChangeSource, SheetStatus
from declic.records.sheets.contents import WrongSheetError
from declic.records.sheets.history import change
from declic.records.sheets.models import ActionSheet, FieldChange, Milestone
from declic.records.steering import reads
from declic.records.steering.choices import (
    OPEN_STATES,
    DecisionState,
    EffectKind,
    ItemState,
    MeetingState,
)
from declic.records.steering.deciding import Effect
from declic.records.steering.given import GivenDecision, GivenMeeting
from declic.records.steering.models import AgendaItem, Decision
from declic.records.steering.rows import NotNowError
from declic.records.steering.writes import (
    apply_decision,
    decide,
    follow_decision,
    move_meeting,
    mute_alert,
    plan_meeting,
    unmute_alert,
)
from tests.records.steering.invented import SECOND, TODAY, room, started


pytestmark = pytest.mark.django_db
LATER = datetime.date(2024, 9, 30)


def postponing(place, **more) -> GivenDecision:
    effect = Effect(EffectKind.MILESTONE_DUE, place.milestone_id, LATER)
    return GivenDecision("Recruter en septembre.", item_id=place.item_id, effect=effect, **more)


def test_a_decision_moves_a_milestone_by_itself_and_the_history_says_which_one():
    place = started(room())

    number = decide(place.meeting_id, says=postponing(place), by=place.pact.claire)

    assert Milestone.objects.get(pk=place.milestone_id).due_on == LATER
    told = FieldChange.objects.get(source=ChangeSource.DECISION)
    assert (told.field, told.old, told.new) == ("due_on", "2024-03-01", "2024-09-30")
    assert told.cause == f"decision {number}"
    assert AgendaItem.objects.get(pk=place.item_id).state == ItemState.TREATED


def test_a_decision_gives_a_sheet_another_status_or_another_end():
    place = started(room())
    effects = (
        Effect(EffectKind.SHEET_STATUS, place.pact.sheet_id, SheetStatus.PAUSED),
        Effect(EffectKind.SHEET_END, place.pact.sheet_id, LATER),
    )

    for effect in effects:
        decide(place.meeting_id, says=GivenDecision("Attendre.", effect=effect), by=OPERATOR)

    sheet = ActionSheet.objects.get(pk=place.pact.sheet_id)
    assert (sheet.status, sheet.end_on) == (SheetStatus.PAUSED, LATER)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.sampled_from(("send again", "apply again", "somebody changes it")), max_size=8))
def test_the_effect_of_a_decision_is_applied_exactly_once(acts):
    from django.db import transaction  # noqa: PLC0415 — each example is taken back

    with transaction.atomic():
        place = started(room())
        says = postponing(place)
        number = decide(place.meeting_id, says=says, by=OPERATOR)
        due = LATER
        for days, act in enumerate(acts, start=1):
            if act == "send again":
                assert decide(place.meeting_id, says=says, by=OPERATOR) == number
            elif act == "apply again":
                assert apply_decision(number, by=OPERATOR) == 0
            else:
                due = LATER + datetime.timedelta(days=days)
                change(Milestone.objects.get(pk=place.milestone_id), by=OPERATOR, due_on=due)

        assert FieldChange.objects.filter(source=ChangeSource.DECISION).count() == 1
        assert Decision.objects.count() == 1
        assert Milestone.objects.get(pk=place.milestone_id).due_on == due
        transaction.set_rollback(True)


@pytest.mark.parametrize("state", DecisionState)
def test_a_decision_comes_back_at_each_next_meeting_until_it_is_carried_out(state):
    place = started(room())
    number = decide(place.meeting_id, says=GivenDecision("Écrire au rectorat."), by=OPERATOR)
    move_meeting(place.meeting_id, to=MeetingState.HELD, by=OPERATOR)
    second = plan_meeting(place.committee_id, says=GivenMeeting(SECOND), by=OPERATOR)
    third = plan_meeting(
        place.committee_id, says=GivenMeeting(SECOND + datetime.timedelta(days=30)), by=OPERATOR
    )

    follow_decision(number, says={"state": state}, by=OPERATOR)

    for later in (second, third):
        followed = reads.meeting_page(later, viewer=OPERATOR, today=TODAY).followed
        assert [one.id for one in followed] == ([number] if state in OPEN_STATES else [])
    assert reads.meeting_page(place.meeting_id, viewer=OPERATOR, today=TODAY).followed == ()


def test_late_is_computed_from_the_date_of_a_decision_that_waits():
    place = started(room())
    number = decide(
        place.meeting_id,
        says=GivenDecision("Écrire.", due_on=TODAY - datetime.timedelta(days=1)),
        by=OPERATOR,
    )

    def is_late() -> bool:
        return reads.decisions_page(place.pact.slug, viewer=OPERATOR, today=TODAY).decisions[0].is_late

    before = is_late()
    follow_decision(number, says={"state": DecisionState.DONE}, by=OPERATOR)

    assert (before, is_late()) == (True, False)


def test_a_form_sent_twice_is_one_decision_and_one_line_of_the_journal():
    place = started(room())
    says = GivenDecision("Écrire au rectorat.", form_key=uuid4())
    first = decide(place.meeting_id, says=says, by=OPERATOR)
    lines = Line.objects.count()

    assert decide(place.meeting_id, says=says, by=OPERATOR) == first
    assert Line.objects.count() == lines


def test_nothing_is_decided_before_a_meeting_starts_nor_after_its_minutes_are_approved():
    place = room()

    with pytest.raises(NotNowError):
        decide(place.meeting_id, says=GivenDecision("Trop tôt."), by=OPERATOR)
    assert Decision.objects.count() == 0


def test_a_change_that_the_sheet_refuses_leaves_no_decision_behind():
    place = started(room())
    change(ActionSheet.objects.get(pk=place.pact.sheet_id), by=OPERATOR, start_on=LATER)
    effect = Effect(EffectKind.SHEET_END, place.pact.sheet_id, datetime.date(2024, 1, 1))

    with pytest.raises(WrongSheetError):
        decide(place.meeting_id, says=GivenDecision("Finir avant de commencer.", effect=effect), by=OPERATOR)

    assert Decision.objects.count() == 0


def test_a_decision_changes_nothing_of_another_pact_and_takes_no_value_of_another_kind():
    place = started(room())

    effect = Effect(EffectKind.SHEET_END, 999_999, LATER)
    with pytest.raises(LookupError):
        decide(place.meeting_id, says=GivenDecision("Ailleurs.", effect=effect), by=OPERATOR)
    effect = Effect(EffectKind.SHEET_STATUS, place.pact.sheet_id, LATER)
    with pytest.raises(ValueError, match="cannot become"):
        decide(place.meeting_id, says=GivenDecision("Une date pour un état.", effect=effect), by=OPERATOR)
    assert Decision.objects.count() == 0


def test_only_who_steers_decides_follows_and_mutes():
    place = started(room())
    number = decide(place.meeting_id, says=GivenDecision("Écrire."), by=OPERATOR)

    for wrong in (place.pact.lina, place.pact.hugo, VISITOR):
        with pytest.raises(NotAllowedError):
            decide(place.meeting_id, says=GivenDecision("Non."), by=wrong)
        with pytest.raises(NotAllowedError):
            follow_decision(number, says={"state": DecisionState.DONE}, by=wrong)
        with pytest.raises(NotAllowedError):
            mute_alert(place.pact.slug, key="no_update sheet 1", reason="Non.", by=wrong)


def test_an_alert_is_muted_with_its_reason_until_a_day_and_speaks_again_after_it():
    place = room()
    key = f"milestone_late milestone {place.milestone_id}"

    mute_alert(
        place.pact.slug, key=key, reason="Le recrutement est gelé.", until_on=TODAY, by=place.pact.claire
    )

    def line(today):
        page = reads.alerts_page(place.pact.slug, viewer=place.pact.lina, today=today)
        return next(one for one in page.alerts if one.alert.key == key)

    assert (line(TODAY).is_muted, line(TODAY).reason) == (True, "Le recrutement est gelé.")
    assert line(TODAY + datetime.timedelta(days=1)).is_muted is False
    unmute_alert(place.pact.slug, key=key, by=place.pact.claire)
    assert (line(TODAY).is_muted, line(TODAY).reason) == (False, "Le recrutement est gelé.")


def test_an_alert_is_never_muted_without_a_reason():
    place = room()

    with pytest.raises(ValueError, match="reason"):
        mute_alert(place.pact.slug, key="no_update sheet 1", reason="  ", by=OPERATOR)
