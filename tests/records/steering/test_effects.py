"""A decision moves a funding line or the target of an indicator by itself: once, with its trace."""

import datetime
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings, strategies as st

from declic.engines.funding.stages import Stage
from declic.records.accounts.viewers import OPERATOR
from declic.records.evaluation.models import IndicatorTarget
from declic.records.money.contents import WrongMoneyError
from declic.records.money.models import FundingLine
from declic.records.money.moving import Move
from declic.records.money.writes import move_line
from declic.records.sheets.choices import ChangeSource
from declic.records.sheets.history import Reason, change
from declic.records.sheets.models import FieldChange
from declic.records.steering import reads
from declic.records.steering.choices import EffectKind
from declic.records.steering.deciding import Effect, Value
from declic.records.steering.given import GivenDecision
from declic.records.steering.models import Decision
from declic.records.steering.writes import apply_decision, decide
from tests.records.evaluation.invented import observed
from tests.records.money.invented import a_line
from tests.records.steering.invented import FIRST, TODAY, Room, room, started


pytestmark = pytest.mark.django_db
MEETING_DAY = FIRST.date()
FIXED = [HealthCheck.function_scoped_fixture]


def requested(place: Room) -> FundingLine:
    line = a_line(place.pact, key=f"k{FundingLine.objects.count()}")
    change(line, by=OPERATOR, stage="requested", requested_on=datetime.date(2024, 2, 1))
    return line


def target_of(place: Room) -> IndicatorTarget:
    return IndicatorTarget.objects.get(indicator=observed(place.pact))


def test_a_decision_grants_a_line_on_the_day_of_the_meeting_and_the_history_says_which_one():
    place = started(room())
    line = requested(place)
    effect = Effect(EffectKind.FUNDING_STAGE, line.pk, Stage.GRANTED)

    number = decide(place.meeting_id, says=GivenDecision("Accorder.", effect=effect), by=place.pact.claire)

    line.refresh_from_db()
    assert (line.stage, line.granted_on) == ("granted", MEETING_DAY)
    told = FieldChange.objects.filter(source=ChangeSource.DECISION).order_by("id")
    assert {one.cause for one in told} == {f"decision {number}"}
    assert {one.field for one in told} == {"stage", "granted_on"}
    (said,) = reads.decisions_page(place.pact.slug, viewer=OPERATOR, today=TODAY).decisions[0].effects
    assert (said.about, said.old, said.value) == ("Animer la ludothèque", "requested", "granted")


def test_a_stage_that_the_line_refuses_leaves_no_decision_behind():
    place = started(room())
    line = a_line(place.pact)
    effect = Effect(EffectKind.FUNDING_STAGE, line.pk, Stage.PAID)

    with pytest.raises(WrongMoneyError):
        decide(place.meeting_id, says=GivenDecision("Payer.", effect=effect), by=OPERATOR)

    assert Decision.objects.count() == 0
    line.refresh_from_db()
    assert line.stage == "considered"


def test_a_decision_moves_a_target_and_says_what_it_was():
    place = started(room())
    target = target_of(place)
    effect = Effect(EffectKind.INDICATOR_TARGET, target.pk, Decimal("25.50"))

    decide(place.meeting_id, says=GivenDecision("Viser moins haut.", effect=effect), by=OPERATOR)

    target.refresh_from_db()
    assert target.value == Decimal("25.50")
    (said,) = reads.decisions_page(place.pact.slug, viewer=OPERATOR, today=TODAY).decisions[0].effects
    assert (said.about, said.old, said.value) == ("Jeunes venus jouer", "40", "25.5")


@pytest.mark.parametrize("kind", [EffectKind.FUNDING_STAGE, EffectKind.INDICATOR_TARGET])
def test_a_decision_moves_nothing_of_another_pact_and_takes_no_day_for_a_stage_or_a_number(kind):
    place = started(room())
    values: dict[EffectKind, Value] = {
        EffectKind.FUNDING_STAGE: Stage.GRANTED,
        EffectKind.INDICATOR_TARGET: Decimal(1),
    }

    elsewhere = GivenDecision("Ailleurs.", effect=Effect(kind, 999_999, values[kind]))
    with pytest.raises(LookupError):
        decide(place.meeting_id, says=elsewhere, by=OPERATOR)
    a_day = GivenDecision("Un jour.", effect=Effect(kind, 1, MEETING_DAY))
    with pytest.raises(ValueError, match="cannot become"):
        decide(place.meeting_id, says=a_day, by=OPERATOR)
    assert Decision.objects.count() == 0


ACTS = ("send again", "apply again", "somebody changes it")


@settings(max_examples=20, deadline=None, suppress_health_check=FIXED)
@given(kind=st.sampled_from(("money", "target")), acts=st.lists(st.sampled_from(ACTS), max_size=6))
def test_the_effect_on_money_or_on_a_target_is_applied_exactly_once(kind, acts):
    with transaction.atomic():
        place = started(room())
        row = requested(place) if kind == "money" else target_of(place)
        effect = (
            Effect(EffectKind.FUNDING_STAGE, row.pk, Stage.GRANTED)
            if kind == "money"
            else Effect(EffectKind.INDICATOR_TARGET, row.pk, Decimal(7))
        )
        says = GivenDecision("Faire.", effect=effect)
        number = decide(place.meeting_id, says=says, by=OPERATOR)
        told = FieldChange.objects.filter(source=ChangeSource.DECISION).count()
        for step, act in enumerate(acts, start=1):
            if act == "send again":
                assert decide(place.meeting_id, says=says, by=OPERATOR) == number
            elif act == "apply again":
                assert apply_decision(number, by=OPERATOR) == 0
            else:
                somebody_changes(row, step=step)
        left = _state(row)

        assert apply_decision(number, by=OPERATOR) == 0
        assert _state(row) == left
        assert FieldChange.objects.filter(source=ChangeSource.DECISION).count() == told
        transaction.set_rollback(True)


def somebody_changes(row: FundingLine | IndicatorTarget, *, step: int) -> None:
    """Take a granted line back, or grant it again; give a target another value."""
    row.refresh_from_db()
    if isinstance(row, IndicatorTarget):
        change(row, by=OPERATOR, value=Decimal(100 + step))
        return
    to = Stage.REQUESTED if row.stage == "granted" else Stage.GRANTED
    move_line(row.pk, move=Move(to, MEETING_DAY), by=OPERATOR, reason=Reason(why="Une erreur."))


def _state(row: FundingLine | IndicatorTarget) -> object:
    row.refresh_from_db()
    return row.value if isinstance(row, IndicatorTarget) else (row.stage, row.granted_on)
