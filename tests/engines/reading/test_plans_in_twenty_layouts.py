"""The same programmes in twenty layouts: each fact is read back exactly, and nothing is said against them."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from declic.engines.reading.reader import read_text
from tests.engines.minutes.scanning import STAMPS
from tests.engines.plans.layouts import LAYOUTS, PlanLayout, write
from tests.engines.plans.programmes import draw_programme
from tests.engines.plans.told_facts import read_facts, written_facts


few = settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
randoms = st.integers(0, 1_000_000).map(Random)
LINES = LAYOUTS["poverty strategy, numbered fields"]


def test_there_are_twenty_layouts_of_plans():
    assert len(LAYOUTS) == 20


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@few
@given(random=randoms)
def test_every_fact_of_a_plan_is_read_back_as_it_was_written_in_every_layout(
    layout: PlanLayout, random: Random
):
    programme = draw_programme(random)

    found = read_facts(read_text(write(programme, layout)).pact)

    wanted = written_facts(programme, layout)
    assert {kind: found.get(kind) for kind in wanted} == wanted


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@few
@given(random=randoms)
def test_a_plan_that_contradicts_nothing_raises_no_finding(layout: PlanLayout, random: Random):
    assert read_text(write(draw_programme(random), layout)).findings == ()


@few
@given(random=randoms)
def test_the_stamps_of_a_prefecture_are_in_no_measure(random: Random):
    programme = draw_programme(random)
    lines = write(programme, LINES).split("\n")
    for stamp in STAMPS:
        lines.insert(random.randrange(6, len(lines) - 1), stamp)

    found = read_facts(read_text("\n".join(lines)).pact)

    wanted = written_facts(programme, LINES)
    assert {kind: found.get(kind) for kind in ("measures", "texts")} == {
        kind: wanted[kind] for kind in ("measures", "texts")
    }
