"""The twelve rules of alerts, each at its edge; laws over any facts."""

import dataclasses
import datetime
from typing import Any

import pytest
from hypothesis import given, strategies as st

from declic.engines.tracking import alert_facts as facts
from declic.engines.tracking.alerts import Alert, AlertRule, raise_alerts


TODAY = datetime.date(2023, 10, 10)
EMPTY = facts.ProgrammeFacts("programme 1", "Pacte")


def ago(days: int) -> datetime.date:
    return TODAY - datetime.timedelta(days=days)


def sheet(**changes: object) -> facts.SheetFacts:
    quiet = facts.SheetFacts(
        "sheet 1", "Fiche", is_open=True, is_running=True, updated_on=TODAY, owner="Lina"
    )
    return dataclasses.replace(quiet, **changes)  # type: ignore[arg-type] # each test knows its fields


CASES: dict[AlertRule, tuple[dict[str, Any], dict[str, Any]]] = {
    AlertRule.MEASURE_WITHOUT_SHEET: (
        {"measures": (facts.MeasureFacts("measure 53", "Mesure 53", has_sheet=False),)},
        {"measures": (facts.MeasureFacts("measure 53", "Mesure 53", has_sheet=True),)},
    ),
    AlertRule.AXIS_WITHOUT_PILOT: (
        {"axes": (facts.AxisFacts("axis 5", "Axe 5", pilot=""),)},
        {"axes": (facts.AxisFacts("axis 5", "Axe 5", pilot="Claire"),)},
    ),
    AlertRule.NO_UPDATE: (
        {"sheets": (sheet(updated_on=ago(45)),)},
        {"sheets": (sheet(updated_on=ago(44)), sheet(updated_on=ago(400), is_open=False, is_running=False))},
    ),
    AlertRule.MILESTONE_LATE: (
        {"milestones": (facts.MilestoneFacts("milestone 1", "Jalon", ago(1), is_reached=False),)},
        {
            "milestones": (
                facts.MilestoneFacts("milestone 1", "Jalon", TODAY, is_reached=False),
                facts.MilestoneFacts("milestone 2", "Jalon", ago(9), is_reached=True),
                facts.MilestoneFacts("milestone 3", "Jalon", None, is_reached=False),
            )
        },
    ),
    AlertRule.NO_DELIVERY: (
        {"sheets": (sheet(started_on=ago(90), delivered_on=ago(60)),)},
        {"sheets": (sheet(started_on=ago(59)), sheet(started_on=ago(90), delivers=False))},
    ),
    AlertRule.FUNDING_NOT_GRANTED: (
        {"funding": (facts.FundingFacts("funding 1", "BOP 147", is_granted=False, starts_on=ago(-30)),)},
        {
            "funding": (
                facts.FundingFacts("funding 1", "BOP 147", is_granted=False, starts_on=ago(-31)),
                facts.FundingFacts("funding 2", "BOP 147", is_granted=True, starts_on=TODAY),
            )
        },
    ),
    AlertRule.INDICATOR_OUT_OF_DATE: (
        {"indicators": (facts.IndicatorFacts("indicator 1", "Jeunes", ago(1)),)},
        {"indicators": (facts.IndicatorFacts("indicator 1", "Jeunes", TODAY),)},
    ),
    AlertRule.DECISION_OVERDUE: (
        {"decisions": (facts.DecisionFacts("decision 1", "D1", is_open=True, due_on=ago(1)),)},
        {
            "decisions": (
                facts.DecisionFacts("decision 1", "D1", is_open=False, due_on=ago(1)),
                facts.DecisionFacts("decision 2", "D2", is_open=True, due_on=TODAY),
            )
        },
    ),
    AlertRule.CADENCE_NOT_KEPT: (
        {"committees": (facts.CommitteeFacts("committee 1", "Comité", 1, 2, ago(10)),)},
        {"committees": (facts.CommitteeFacts("committee 1", "Comité", 2, 2, None),)},
    ),
    AlertRule.POST_VACANT: (
        {"posts": (facts.PostFacts("post 1", "Poste", vacant_since=ago(3)),)},
        {"posts": (facts.PostFacts("post 1", "Poste", vacant_since=None),)},
    ),
    AlertRule.FINDING_NOT_EXPLAINED: (
        {"findings": (facts.FindingFacts("finding 1", "Deux noms", is_explained=False),)},
        {"findings": (facts.FindingFacts("finding 1", "Deux noms", is_explained=True),)},
    ),
    AlertRule.NO_CARRY_OVER: (
        {
            "ends_on": ago(-90),
            "measures": (facts.MeasureFacts("measure 1", "Mesure", has_sheet=True),),
        },
        {
            "ends_on": ago(-90),
            "measures": (facts.MeasureFacts("measure 1", "Mesure", has_sheet=True, has_carry_over=True),),
        },
    ),
}


def alerts_of(**changes: object) -> tuple[Alert, ...]:
    return raise_alerts(dataclasses.replace(EMPTY, **changes), today=TODAY)  # type: ignore[arg-type] # same


def test_there_is_a_case_for_each_of_the_twelve_rules():
    assert set(CASES) == set(AlertRule)


@pytest.mark.parametrize("rule", AlertRule)
def test_a_rule_speaks_at_its_edge_and_is_silent_one_step_before(rule):
    raising, quiet = CASES[rule]

    assert [alert.rule for alert in alerts_of(**raising)] == [rule]
    assert alerts_of(**quiet) == ()


def test_an_alert_says_who_answers_for_it_since_when_and_for_how_long():
    found = alerts_of(sheets=(sheet(updated_on=ago(50)),))

    assert found == (Alert(AlertRule.NO_UPDATE, "sheet 1", "Fiche", "Lina", ago(50), 50),)


def test_a_programme_that_ends_in_ninety_one_days_has_time():
    assert alerts_of(ends_on=ago(-91), measures=(facts.MeasureFacts("measure 1", "M", has_sheet=True),)) == ()


WORLDS = st.fixed_dictionaries(
    {},
    optional={
        "ends_on": st.dates(datetime.date(2023, 1, 1), datetime.date(2024, 12, 31)),
        "measures": st.lists(
            st.builds(
                facts.MeasureFacts,
                st.integers(1, 99).map("measure {}".format),
                st.just("M"),
                has_sheet=st.booleans(),
                has_carry_over=st.booleans(),
            ),
            unique_by=lambda one: one.mark,
            max_size=5,
        ).map(tuple),
        "sheets": st.lists(
            st.builds(
                facts.SheetFacts,
                st.integers(1, 99).map("sheet {}".format),
                st.just("S"),
                is_open=st.booleans(),
                is_running=st.booleans(),
                updated_on=st.none() | st.dates(datetime.date(2023, 1, 1), TODAY),
                started_on=st.none() | st.dates(datetime.date(2023, 1, 1), TODAY),
                delivered_on=st.none() | st.dates(datetime.date(2023, 1, 1), TODAY),
            ),
            unique_by=lambda one: one.mark,
            max_size=5,
        ).map(tuple),
    },
)


@given(WORLDS)
def test_one_rule_speaks_once_of_one_thing(world):
    keys = [alert.key for alert in alerts_of(**world)]

    assert len(keys) == len(set(keys))


@given(WORLDS)
def test_what_is_known_of_one_thing_raises_nothing_about_another(world):
    marks = {one.mark for one in (*world.get("measures", ()), *world.get("sheets", ()))} | {"programme 1"}

    assert {alert.mark for alert in alerts_of(**world)} <= marks
