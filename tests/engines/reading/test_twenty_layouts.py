"""The same facts in twenty layouts: each is read back exactly, and the minutes contradict nothing."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from declic.engines.reading.drafts import SittingDraft
from declic.engines.reading.reader import read_text
from declic.engines.reading.sitting import read_sitting
from declic.engines.reading.text import Layout
from declic.engines.voting.recount import recount
from declic.records.sources.rolls import findings_of, roll_of
from tests.engines.minutes.layouts import LAYOUTS, meeting_for, write
from tests.engines.minutes.meetings import Meeting
from tests.engines.minutes.told_facts import read_facts, written_facts


few = settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
randoms = st.integers(0, 1_000_000).map(Random)
BY_HOUR = LAYOUTS["community, bounds by hour"]


def test_there_are_twenty_layouts():
    assert len(LAYOUTS) == 20


@pytest.mark.parametrize("name", LAYOUTS)
@few
@given(random=randoms)
def test_every_fact_is_read_back_as_it_was_written_in_every_layout(name, random):
    layout = LAYOUTS[name]
    meeting = meeting_for(layout, random)

    found = read_facts(read_sitting(Layout(write(meeting, layout))))

    wanted = written_facts(meeting, layout)
    assert {kind: found.get(kind) for kind in wanted} == wanted


@pytest.mark.parametrize("name", LAYOUTS)
@few
@given(random=randoms)
def test_minutes_that_contradict_nothing_raise_no_error(name, random):
    layout = LAYOUTS[name]
    text = write(meeting_for(layout, random), layout)
    sitting = read(text)

    found = [*findings_of(recount(roll_of(sitting)), sitting=sitting), *read_text(text).findings]

    assert [one.message for one in found if one.severity.value != "info"] == []


def read(text: str) -> SittingDraft:
    found = read_sitting(Layout(text))
    assert found is not None
    return found


def parts_of(meeting: Meeting):
    return {one.name: (one.first, one.last) for one in meeting.people if one.first or one.last}


@few
@given(random=randoms)
def test_a_part_said_by_an_hour_alone_is_right_or_waits_for_a_person(random):
    meeting = meeting_for(BY_HOUR, random)

    sitting = read(write(meeting, BY_HOUR))

    found = {one.name: (part.first, part.last) for one in sitting.members for part in one.ranges}
    doubtful = " ".join(choice.subject for choice in sitting.choices if choice.constraint is None)
    wanted = parts_of(meeting)
    assert {name for name in {*found, *wanted} if found.get(name) != wanted.get(name)} <= {
        one.name for one in meeting.people if one.name in doubtful
    }
