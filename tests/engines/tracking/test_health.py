"""How a sheet fares, by stated rules."""

import dataclasses

import pytest
from hypothesis import given, strategies as st

from declic.engines.tracking.health import ORDER, Health, HealthFacts, HealthReason, propose_health


ON_TIME = HealthFacts(is_started=True, elapsed=50.0, milestones=40.0)
FACTS = st.builds(
    HealthFacts,
    is_done=st.just(False),
    is_started=st.none() | st.booleans(),
    should_have_started=st.booleans(),
    end_passed=st.booleans(),
    open_blockers=st.integers(0, 2),
    late_milestones=st.integers(0, 2),
    elapsed=st.none() | st.floats(0, 100),
    milestones=st.none() | st.floats(0, 100),
    lacks_update=st.booleans(),
    lacks_delivery=st.booleans(),
    lacks_money=st.booleans(),
)


@pytest.mark.parametrize(
    ("changes", "health", "reason"),
    [
        ({}, Health.SUN, HealthReason.ON_TIME),
        ({"milestones": 10.0}, Health.CLOUD, HealthReason.BEHIND_TIME),
        ({"late_milestones": 1}, Health.CLOUD, HealthReason.MILESTONES_LATE),
        ({"lacks_money": True}, Health.RAIN, HealthReason.MONEY_MISSING),
        ({"open_blockers": 1, "lacks_update": True}, Health.STORM, HealthReason.BLOCKED),
        ({"is_started": False, "should_have_started": True}, Health.RAIN, HealthReason.NOT_STARTED_AND_LATE),
        ({"is_done": True, "open_blockers": 3}, Health.SUN, HealthReason.DONE),
    ],
)
def test_a_sheet_fares_as_the_worst_of_its_reasons(changes, health, reason):
    found = propose_health(dataclasses.replace(ON_TIME, **changes))

    assert found.health is health
    assert found.reasons[0] is reason


def test_a_sheet_of_which_nothing_is_known_is_unknown_and_never_fair():
    assert propose_health(HealthFacts()) == (propose_health(HealthFacts(is_started=True)))
    assert propose_health(HealthFacts()).health is Health.UNKNOWN


def test_three_clouds_are_rain():
    facts = dataclasses.replace(ON_TIME, late_milestones=1, lacks_update=True, lacks_delivery=True)

    assert propose_health(facts).health is Health.RAIN
    assert len(propose_health(facts).reasons) == 3


@given(FACTS)
def test_a_proposal_always_has_reasons_and_a_blocker_is_always_a_storm(facts):
    found = propose_health(facts)

    assert found.reasons
    assert (found.health is Health.STORM) == (facts.open_blockers > 0)


@given(FACTS)
def test_one_more_worry_never_makes_fairer_weather(facts):
    worse = dataclasses.replace(facts, late_milestones=facts.late_milestones + 1)

    assert ORDER.index(propose_health(worse).health) >= ORDER.index(propose_health(facts).health)
