"""Measures that a plan counts anew are told apart by what stands above them; the text's own numbers are kept."""

from hypothesis import given, strategies

from declic.engines.reading.drafts import MeasureDraft
from declic.records.pact.numbers import told_apart
from declic.units.spans import Span


def a_plan(*lines: tuple[str, int | None, str | None]) -> tuple[tuple[MeasureDraft, ...], str]:
    """A plan whose lines are (« Action 1 », axis, parent), and its text."""
    text, measures = "", []
    for heading, axis, parent in lines:
        start = len(text)
        text += f"{heading} : Planter des arbres.\n"
        spans = (Span(start, len(text) - 1),)
        number = heading.split()[-1]
        measures.append(MeasureDraft(number, axis, parent, "Planter", (), None, None, (), (), (), spans))
    return tuple(measures), text


def told(*lines: tuple[str, int | None, str | None]) -> list[tuple[str, str | None]]:
    measures, text = a_plan(*lines)
    return [(one.number, one.parent) for one in told_apart(measures, text=text)]


def test_numbers_that_stand_once_stay_as_they_are():
    measures, text = a_plan(("Mesure 1", 1, None), ("Mesure 2", 1, None), ("Mesure 3", 2, None))

    assert told_apart(measures, text=text) == measures


def test_actions_that_count_anew_bear_the_number_of_their_measure():
    assert told(
        ("Mesure 1", 1, None),
        ("Action 1", 1, "1"),
        ("Action 2", 1, "1"),
        ("Mesure 2", 1, None),
        ("Action 1", 1, "2"),
    ) == [("1", None), ("1.1", "1"), ("1.2", "1"), ("2", None), ("2.1", "2")]


def test_actions_that_count_anew_bear_the_number_of_their_axis():
    assert told(("Action 1", 1, None), ("Action 2", 1, None), ("Action 1", 2, None)) == [
        ("1.1", None),
        ("1.2", None),
        ("2.1", None),
    ]


def test_measures_and_actions_that_both_count_anew_bear_all_that_stands_above():
    assert told(("Mesure 1", 1, None), ("Action 1", 1, "1"), ("Mesure 1", 2, None), ("Action 1", 2, "1")) == [
        ("1.1", None),
        ("1.1.1", "1.1"),
        ("2.1", None),
        ("2.1.1", "2.1"),
    ]


def test_actions_of_objectives_bear_the_number_of_the_objective():
    assert told(("Action 1", 1, "1"), ("Action 2", 1, "1"), ("Action 1", 1, "2")) == [
        ("1.1", None),
        ("1.2", None),
        ("2.1", None),
    ]


def test_actions_of_objectives_that_count_anew_too_bear_their_axis_first():
    assert told(("Action 1", 1, "1"), ("Action 2", 1, "1"), ("Action 1", 2, "1")) == [
        ("1.1.1", None),
        ("1.1.2", None),
        ("2.1.1", None),
    ]


def test_actions_that_share_their_numbers_with_measures_bear_the_number_of_their_measure():
    assert told(("Mesure 1", 1, None), ("Action 1", 1, "1"), ("Mesure 2", 1, None), ("Action 2", 1, "2")) == [
        ("1", None),
        ("1.1", "1"),
        ("2", None),
        ("2.2", "2"),
    ]


def test_an_action_is_not_above_the_next_objective_s_action_that_its_number_recalls():
    assert told(("Action 1", 1, "1"), ("Action 2", 1, "1"), ("Action 3", 1, "2")) == [
        ("1", None),
        ("2", None),
        ("3", None),
    ]


def test_a_measure_is_not_under_the_action_whose_number_its_objective_shares():
    assert told(
        ("Mesure 1", 1, "1"),
        ("Action 1", 1, "1"),
        ("Mesure 2", 1, "1"),
        ("Action 1", 1, "2"),
        ("Mesure 1", 2, "1"),
    ) == [("1.1.1", None), ("1.1.1.1", "1.1.1"), ("1.1.2", None), ("1.1.2.1", "1.1.2"), ("2.1.1", None)]


def test_the_number_of_the_text_is_kept_beside_the_computed_one_alone():
    measures, text = a_plan(("Mesure 9", 1, None), ("Action 1", 1, "9"), ("Action 1", 2, None))

    assert [one.published for one in told_apart(measures, text=text)] == [None, "1", "1"]


def test_twins_keep_their_number_and_so_does_everyone():
    assert told(("Mesure 9", 1, None), ("Mesure 10", 1, None), ("Mesure 10", 1, None)) == [
        ("9", None),
        ("10", None),
        ("10", None),
    ]


def test_a_plan_told_apart_once_is_told_apart_for_ever():
    measures, text = a_plan(("Mesure 1", 1, None), ("Action 1", 1, "1"), ("Mesure 1", 2, None))
    once = told_apart(measures, text=text)

    assert told_apart(once, text=text) == once


@given(
    strategies.lists(
        strategies.tuples(
            strategies.sampled_from(["Mesure 1", "Mesure 2", "Action 1", "Action 2", "3", "3.1"]),
            strategies.sampled_from([None, 1, 2]),
            strategies.sampled_from([None, "1", "2", "3"]),
        ),
        max_size=8,
    )
)
def test_each_measure_has_its_own_number_or_none_is_renamed(lines):
    measures, text = a_plan(*lines)

    found = told_apart(measures, text=text)

    numbers = [one.number for one in found]
    own = [one.number for one in measures]
    assert numbers == own or len(set(numbers)) == len(numbers)
    assert [one.published or one.number for one in found] == own
    assert all(one.parent is None or one.parent in numbers for one in found)
