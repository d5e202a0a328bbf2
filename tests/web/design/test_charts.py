"""Charts: where things stand on paper, what is said to who cannot see them, and their tables."""

import pytest
from django.template.loader import render_to_string
from hypothesis import given, strategies as st

from declic.web.design.charts.axes import AxisMeasures, axes_chart
from declic.web.design.charts.bars import Bar, bar_chart
from declic.web.design.charts.coverage import coverage_chart
from declic.web.design.charts.presence import HEIGHT, Attendance, presence_chart
from declic.web.design.charts.scales import marks, percent, spread


def room(present: int, proxies: int, *, question: str = "1") -> Attendance:
    return Attendance(question, present, proxies)


def test_marks_are_round_and_reach_the_highest():
    assert marks(113) == (0, 50, 100, 150)
    assert marks(15) == (0, 5, 10, 15)
    assert marks(4) == (0, 1, 2, 3, 4)
    assert marks(0) == (0, 1)


@given(st.floats(0.001, 1e9))
def test_the_last_mark_reaches_the_highest_and_the_one_before_does_not(highest):
    scale = marks(highest)

    assert scale[-2] < highest <= scale[-1]
    assert len(scale) <= 6


@given(st.integers(1, 500), st.integers(2, 9))
def test_spread_positions_hold_both_ends_and_are_few(size, at_most):
    places = spread(size, at_most=at_most)

    assert (places[0], places[-1]) == (0, size - 1)
    assert len(places) <= at_most
    assert list(places) == sorted(set(places))


def test_a_share_is_written_with_a_point_in_every_language():
    assert percent(0.415) == "41.5%"
    assert percent(1) == "100%"


def test_questions_with_the_same_room_are_one_block():
    chart = presence_chart([room(10, 2), room(10, 2), room(12, 0), room(10, 2)])

    assert [(stretch.x, stretch.width) for stretch in chart.stretches] == [
        ("0%", "50%"),
        ("50%", "25%"),
        ("75%", "25%"),
    ]


def test_proxies_stand_on_top_of_those_present():
    (block,) = presence_chart([room(10, 5)]).stretches

    assert (block.present_y, block.present_height) == (80, 160)
    assert (block.proxies_y, block.proxies_height) == (0, 80)
    assert HEIGHT == 240


def test_the_table_of_presence_gives_every_question_in_order_of_passage():
    chart = presence_chart([room(3, 1, question="46"), room(2, 0, question="45")], quorum=2)

    assert [[cell.text for cell in row] for row in chart.table.rows] == [
        ["46", "3", "1", "4", "2"],
        ["45", "2", "0", "2", "2"],
    ]


def test_the_words_of_presence_say_whether_the_quorum_was_met_by_those_present():
    met = presence_chart([room(8, 0), room(9, 4)], quorum=8)
    missed = presence_chart([room(7, 5), room(9, 4)], quorum=8)
    unknown = presence_chart([room(7, 5)])

    assert met.description == (
        "Entre 8 et 13 voix dans la salle, procurations comprises. Le quorum de 8 est atteint à chaque question."
    )
    assert missed.description.endswith("Le quorum de 8 n'est pas atteint à chaque question.")
    assert unknown.description == "Entre 12 et 12 voix dans la salle, procurations comprises."
    assert unknown.table.rows[0][-1].text == "inconnu"


def test_a_sitting_without_question_has_no_chart():
    with pytest.raises(ValueError, match="has no chart"):
        presence_chart([])


def test_an_axis_has_one_block_per_measure_and_the_longest_fills_the_width():
    chart = axes_chart([AxisMeasures(1, "Se déplacer", 2), AxisMeasures(None, "Sans axe", 4)])

    assert [len(bar.blocks) for bar in chart.bars] == [2, 4]
    assert chart.bars[0].blocks[1].x == chart.bars[1].blocks[1].x == "25%"
    assert [bar.count for bar in chart.bars] == ["2 mesures", "4 mesures"]
    assert [row[0].text for row in chart.table.rows] == ["1. Se déplacer", "Sans axe"]


def test_an_axis_without_measure_has_no_block():
    (bar,) = axes_chart([AxisMeasures(1, "Se déplacer", 0)]).bars

    assert bar.blocks == ()
    assert bar.count == "0 mesure"


def test_the_parts_of_coverage_make_the_whole():
    chart = coverage_chart(attached=60, ignored=30, orphans=10)

    assert [(part.x, part.width) for part in chart.parts] == [("0%", "60%"), ("60%", "30%"), ("90%", "10%")]
    assert chart.description == "90,0 % des 100 phrases sont expliquées."


def test_a_document_without_sentence_is_said_so_and_divides_nothing():
    chart = coverage_chart(attached=0, ignored=0, orphans=0)

    assert chart.description == "Le document n'a aucune phrase."
    assert {part.width for part in chart.parts} == {"0%"}


def test_a_bar_never_leaves_the_paper():
    assert Bar("trop", "120 %", 1.2).length == "100%"
    assert Bar("moins", "-3 %", -0.03).length == "0%"


def test_every_chart_is_named_described_and_has_its_table():
    charts = (
        presence_chart([room(3, 1)], quorum=2),
        axes_chart([AxisMeasures(1, "Se déplacer", 2)]),
        bar_chart([Bar("a", "1 %", 0.01)], key="k", title="T", description="D", heads=("x", "y")),
        coverage_chart(attached=1, ignored=0, orphans=0),
    )
    for chart in charts:
        drawn = render_to_string(chart.template, {"part": chart})

        assert 'role="img"' in drawn
        assert f'id="{chart.key}-title"' in drawn
        assert f'id="{chart.key}-words"' in drawn
        assert "<details" in drawn
        assert "<table" in drawn
        assert " style=" not in drawn
