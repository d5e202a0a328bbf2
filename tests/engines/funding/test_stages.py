"""A funding line moves one stage at a time, and goes back for a written reason."""

import datetime
from typing import Any

import pytest
from hypothesis import given, strategies as st

from declic.engines.funding.stages import (
    BEFORE,
    NEXT,
    SECURED,
    SOUGHT,
    Refusal,
    Stage,
    dates_after,
    refusal_to_move,
)


MARCH, APRIL = datetime.date(2023, 3, 1), datetime.date(2023, 4, 1)


def test_a_request_is_granted_or_refused():
    assert NEXT[Stage.REQUESTED] == (Stage.GRANTED, Stage.REFUSED)


def test_a_grant_that_was_not_asked_for_is_refused():
    assert refusal_to_move({}, now_at=Stage.CONSIDERED, to=Stage.GRANTED, on=MARCH) is Refusal.NOT_NEXT


def test_a_line_is_not_granted_before_it_was_asked_for():
    dates = {Stage.REQUESTED: APRIL}

    assert refusal_to_move(dates, now_at=Stage.REQUESTED, to=Stage.GRANTED, on=MARCH) is Refusal.TOO_EARLY
    assert refusal_to_move(dates, now_at=Stage.REQUESTED, to=Stage.GRANTED, on=APRIL) is None


def test_a_signed_line_names_its_agreement():
    moved: dict[str, Any] = {"now_at": Stage.GRANTED, "to": Stage.SIGNED, "on": APRIL}

    assert refusal_to_move({}, **moved) is Refusal.NEEDS_AGREEMENT
    assert refusal_to_move({}, **moved, agreement="2023-014") is None


def test_a_mistake_is_corrected_for_a_written_reason():
    moved: dict[str, Any] = {"now_at": Stage.GRANTED, "to": Stage.REQUESTED, "on": APRIL}

    assert refusal_to_move({}, **moved, reason=" ") is Refusal.NEEDS_REASON
    assert refusal_to_move({}, **moved, reason="Saisie sur la mauvaise ligne.") is None


def test_what_was_refused_is_asked_for_again_without_a_reason():
    assert refusal_to_move({Stage.REFUSED: MARCH}, now_at=Stage.REFUSED, to=Stage.REQUESTED, on=APRIL) is None


def test_a_step_back_forgets_the_stage_it_leaves_and_keeps_the_date_of_the_one_before():
    dates = {Stage.REQUESTED: MARCH, Stage.GRANTED: APRIL}

    assert dates_after(dates, now_at=Stage.GRANTED, to=Stage.REQUESTED, on=APRIL) == {Stage.REQUESTED: MARCH}


def test_every_stage_is_either_secured_or_sought_or_refused():
    assert set(Stage) - SECURED - SOUGHT == {Stage.REFUSED}
    assert frozenset() == SECURED & SOUGHT


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_can_be_reached_and_left_backwards_to_the_first(stage):
    seen = [stage]
    while seen[-1] in BEFORE:
        seen.append(BEFORE[seen[-1]])
        assert len(seen) <= len(Stage)

    assert seen[-1] is Stage.CONSIDERED


@given(st.lists(st.tuples(st.sampled_from(Stage), st.dates(MARCH, APRIL)), max_size=12))
def test_the_dates_of_a_line_follow_its_stages_whatever_is_tried(tries):
    now_at, dates = Stage.CONSIDERED, {Stage.CONSIDERED: MARCH}
    for to, on in tries:
        if refusal_to_move(dates, now_at=now_at, to=to, on=on, reason="oui", agreement="n° 1") is None:
            dates, now_at = dates_after(dates, now_at=now_at, to=to, on=on), to

    way = [now_at]
    while way[-1] in BEFORE:
        way.append(BEFORE[way[-1]])
    days = [dates[stage] for stage in reversed(way)]
    assert now_at in dates
    assert days == sorted(days)
