"""Lines move one stage at a time, posts are filled by nobody's name, and who carries the sheet keeps its money."""

import datetime
from decimal import Decimal

import pytest
import time_machine

from declic.engines.funding.stages import Stage
from declic.records.accounts.editions import ChangedMeanwhileError
from declic.records.accounts.rights import NotAllowedError
from declic.records.accounts.viewers import OPERATOR, VISITOR
from declic.records.journal.reads import lines_about
from declic.records.money.choices import MoneyFault, PostState
from declic.records.money.contents import WrongMoneyError
from declic.records.money.models import FundingLine, MediatorPost, PlannedCost, PromiseReading
from declic.records.money.writes import (
    Move,
    add_line,
    add_post,
    edit_line,
    edit_post,
    hold_post,
    move_line,
    read_promise,
    set_cost,
)
from declic.records.sheets.history import Reason, changes_of, replayed, state_of
from tests.records.money.invented import a_line, a_post, funded, line_says
from tests.records.sheets.invented import Steered, measure


pytestmark = pytest.mark.django_db
TODAY = datetime.date(2024, 4, 1)
MARCH = datetime.date(2024, 3, 1)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(datetime.datetime(2024, 4, 1, 10, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def pact() -> Steered:
    return funded()


def faults(act) -> dict[str, MoneyFault]:
    with pytest.raises(WrongMoneyError) as wrong:
        act()
    return wrong.value.faults


def go(line: FundingLine, to: Stage, on: datetime.date = TODAY, *, by, why: str = "", **says) -> None:
    move_line(line.pk, move=Move(to, on, says), by=by, reason=Reason(why))
    line.refresh_from_db()


def test_who_carries_the_sheet_adds_its_money_once(pact):
    line = a_line(pact, by=pact.lina)

    assert a_line(pact, by=pact.lina) == line

    assert (line.stage, line.considered_on, line.sheet_id, line.measure_id) == (
        "considered",
        TODAY,
        pact.sheet_id,
        measure().pk,
    )
    assert FundingLine.objects.count() == 1
    assert [one.verb for one in lines_about(f"funding line {line.pk}")] == ["added"]


@pytest.mark.parametrize("who", ["hugo", "visitor"])
def test_nobody_else_touches_the_money_of_a_sheet(pact, who):
    by = getattr(pact, who, VISITOR)
    line, post = a_line(pact), a_post(pact)

    for act in (
        lambda: a_line(pact, key="k2", by=by),
        lambda: edit_line(line.pk, says={"purpose": "Autre"}, by=by),
        lambda: go(line, Stage.REQUESTED, by=by),
        lambda: set_cost(pact.sheet_id, says={"fiscal_year": 2024, "euros": Decimal(1)}, by=by),
        lambda: add_post(pact.slug, key="p2", measure="10", says={"employer_id": pact.workshop}, by=by),
        lambda: edit_post(post.pk, says={"mission": "Autre"}, by=by),
        lambda: hold_post(post.pk, state=PostState.FILLED, on=MARCH, by=by),
        lambda: read_promise(measure().pk, post_count=2, why="Lu.", by=by),
    ):
        with pytest.raises(NotAllowedError):
            act()


def test_a_pilot_keeps_money_on_the_measures_of_their_axis_only(pact):
    assert add_line(pact.slug, key="k", says=line_says(pact), measure="10", by=pact.claire)
    for measure_number in ("20", ""):
        with pytest.raises(NotAllowedError):
            add_line(pact.slug, key="l", says=line_says(pact), measure=measure_number, by=pact.claire)
    assert add_line(pact.slug, key="l", says=line_says(pact), by=pact.odile)


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        ({"euros": Decimal(0)}, {"euros": MoneyFault.OUT_OF_RANGE}),
        ({"euros": Decimal("1.005")}, {"euros": MoneyFault.OUT_OF_RANGE}),
        ({"euros": Decimal("NaN")}, {"euros": MoneyFault.OUT_OF_RANGE}),
        ({"euros": None}, {"euros": MoneyFault.OUT_OF_RANGE}),
        ({"purpose": "  "}, {"purpose": MoneyFault.REQUIRED}),
        ({"purpose": "x" * 301}, {"purpose": MoneyFault.TOO_LONG}),
        ({"funder_id": 999_999}, {"funder_id": MoneyFault.UNKNOWN}),
        ({"funder_id": None}, {"funder_id": MoneyFault.REQUIRED}),
        ({"tax": ""}, {"tax": MoneyFault.UNKNOWN}),
        ({"fiscal_year": 1066}, {"fiscal_year": MoneyFault.OUT_OF_RANGE}),
        ({"report_due_on": "demain"}, {"report_due_on": MoneyFault.UNKNOWN}),
    ],
)
def test_what_cannot_be_kept_is_said_beside_its_field(pact, says, expected):
    assert faults(lambda: a_line(pact, **says)) == expected
    assert FundingLine.objects.count() == 0


def test_a_line_goes_through_its_life_with_a_date_at_each_stage(pact):
    line = a_line(pact)
    go(line, Stage.REQUESTED, by=pact.lina)
    go(line, Stage.GRANTED, by=pact.odile, granted_euros=Decimal(800))
    go(line, Stage.SIGNED, by=pact.odile, agreement_reference="2024-014")
    go(line, Stage.PAID, by=pact.odile)
    go(line, Stage.SETTLED, by=pact.odile)

    assert (line.stage, line.granted_euros, line.settled_on) == ("settled", Decimal(800), TODAY)
    assert replayed(FundingLine, changes_of(line)) == state_of(line)


def test_a_guard_stands_between_the_stages(pact):
    line = a_line(pact)
    tomorrow = TODAY + datetime.timedelta(days=1)

    assert faults(lambda: go(line, Stage.PAID, by=pact.odile)) == {"to": MoneyFault.NOT_NEXT}
    assert faults(lambda: go(line, Stage.REQUESTED, MARCH, by=pact.odile)) == {"on": MoneyFault.TOO_EARLY}
    assert faults(lambda: go(line, Stage.REQUESTED, tomorrow, by=pact.odile)) == {"on": MoneyFault.TO_COME}
    go(line, Stage.REQUESTED, by=pact.odile)
    go(line, Stage.GRANTED, by=pact.odile)
    assert faults(lambda: go(line, Stage.SIGNED, by=pact.odile)) == {
        "agreement_reference": MoneyFault.NEEDS_AGREEMENT
    }
    assert faults(lambda: go(line, Stage.REQUESTED, by=pact.odile)) == {"why": MoneyFault.NEEDS_REASON}


def test_a_step_back_keeps_its_reason(pact):
    line = a_line(pact)
    go(line, Stage.REQUESTED, by=pact.odile)
    go(line, Stage.REFUSED, by=pact.odile)
    go(line, Stage.REQUESTED, by=pact.odile)
    go(line, Stage.CONSIDERED, by=pact.odile, why="Saisie par erreur.")

    assert (line.stage, line.requested_on) == ("considered", None)
    assert changes_of(line).filter(field="stage").values_list("why", flat=True).last() == "Saisie par erreur."


def test_the_same_move_sent_twice_is_one(pact):
    line = a_line(pact)
    for _ in range(2):
        move_line(line.pk, move=Move(Stage.REQUESTED, TODAY), by=pact.odile, seen=1)

    assert [one.verb for one in lines_about(f"funding line {line.pk}")] == ["added", "moved to requested"]


def test_nobody_overwrites_a_line_unseen(pact):
    line = a_line(pact)
    edit_line(line.pk, says={"purpose": "Prêter des jeux"}, by=pact.lina, seen=1)

    with pytest.raises(ChangedMeanwhileError):
        edit_line(line.pk, says={"purpose": "Acheter des jeux"}, by=pact.odile, seen=1)
    with pytest.raises(ChangedMeanwhileError):
        move_line(line.pk, move=Move(Stage.REQUESTED, TODAY), by=pact.odile, seen=1)


def test_a_signed_line_keeps_its_agreement(pact):
    line = a_line(pact)
    for to in (Stage.REQUESTED, Stage.GRANTED, Stage.SIGNED):
        go(line, to, by=pact.odile, agreement_reference="n° 1")

    assert faults(lambda: edit_line(line.pk, says={"agreement_reference": ""}, by=pact.odile)) == {
        "agreement_reference": MoneyFault.NEEDS_AGREEMENT
    }


def test_the_cost_of_a_year_is_the_last_one_said(pact):
    says = {"fiscal_year": 2024, "nature": "operating", "tax": "included"}
    for euros in (2000, 3000, 3000):
        set_cost(pact.sheet_id, says={**says, "euros": Decimal(euros)}, by=pact.lina)
    set_cost(pact.sheet_id, says={**says, "tax": "excluded", "euros": Decimal(5)}, by=pact.lina)

    assert list(PlannedCost.objects.values_list("tax", "euros")) == [
        ("excluded", Decimal(5)),
        ("included", Decimal(3000)),
    ]
    assert len(lines_about(f"action sheet {pact.sheet_id}")) == 4


def test_a_post_is_filled_and_vacant_on_days_that_follow(pact):
    post = a_post(pact)

    assert hold_post(post.pk, state=PostState.FILLED, on=MARCH, by=pact.claire, seen=1)
    assert not hold_post(post.pk, state=PostState.FILLED, on=MARCH, by=pact.claire, seen=1)
    before = MARCH - datetime.timedelta(days=1)
    assert faults(lambda: hold_post(post.pk, state=PostState.VACANT, on=before, by=pact.claire)) == {
        "on": MoneyFault.TOO_EARLY
    }
    assert faults(lambda: hold_post(post.pk, state=PostState.OPEN, on=TODAY, by=pact.claire)) == {
        "state": MoneyFault.NOT_NEXT
    }
    assert hold_post(post.pk, state=PostState.VACANT, on=TODAY, by=pact.claire)
    post.refresh_from_db()
    assert replayed(MediatorPost, changes_of(post)) == state_of(post)


def test_a_post_is_added_once_and_bears_a_number_of_its_own(pact):
    first = a_post(pact, open_data_id="P1")

    assert a_post(pact, open_data_id="P1") == first
    assert faults(lambda: a_post(pact, key="p2", open_data_id="P1")) == {"open_data_id": MoneyFault.TAKEN}
    edit_post(first.pk, says={"open_data_id": "P1", "mission": "Accueillir"}, by=pact.claire, seen=1)
    first.refresh_from_db()
    assert first.mission == "Accueillir"


def test_a_post_does_not_end_before_it_starts(pact):
    assert faults(lambda: a_post(pact, starts_on=TODAY, ends_on=MARCH)) == {"ends_on": MoneyFault.BACKWARDS}


def test_a_promise_that_reads_in_two_ways_is_read_by_the_pilot_of_its_axis(pact):
    read_promise(measure().pk, post_count=3, why="La troisième convention est à part.", by=pact.claire)
    read_promise(measure().pk, post_count=3, why="La troisième convention est à part.", by=pact.claire)

    assert PromiseReading.objects.get().post_count == 3
    assert len(lines_about(f"measure {measure().pk}")) == 1
    for count in (1, 4):
        assert faults(
            lambda count=count: read_promise(measure().pk, post_count=count, why="Oui.", by=OPERATOR)
        )
    with pytest.raises(LookupError):
        read_promise(measure("10.1").pk, post_count=1, why="Rien n'est promis.", by=OPERATOR)


@pytest.mark.parametrize("number", [999_999])
def test_what_is_not_there_is_unknown(pact, number):
    for act in (
        lambda: edit_line(number, says={}, by=OPERATOR),
        lambda: move_line(number, move=Move(Stage.REQUESTED, TODAY), by=OPERATOR),
        lambda: edit_post(number, says={}, by=OPERATOR),
        lambda: hold_post(number, state=PostState.FILLED, on=TODAY, by=OPERATOR),
        lambda: set_cost(number, says={}, by=OPERATOR),
        lambda: read_promise(number, post_count=1, why="Oui.", by=OPERATOR),
        lambda: add_line("inconnu", key="k", says={}, by=OPERATOR),
        lambda: add_line(pact.slug, key="k", says={}, measure="99", by=OPERATOR),
        lambda: add_line(pact.slug, key="k", says={}, sheet_id=number, by=OPERATOR),
        lambda: add_post(pact.slug, key="k", measure="", says={}, by=OPERATOR),
    ):
        with pytest.raises(LookupError):
            act()
