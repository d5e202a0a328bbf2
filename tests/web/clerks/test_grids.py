"""The grid of a sitting shows every member at every question, and nothing moves from one column to the next unseen."""

from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from declic.records.council.values import Cell, CellState, GridRow
from declic.web.clerks.grids import (
    Asked,
    Detail,
    Grid,
    Line,
    Movement,
    draw_grid,
    groups_of,
    questions_in_words,
)
from tests.web.clerks.invented import (
    BRUNE,
    CELESTE,
    DIANE,
    EDMOND,
    FLORE,
    GASPARD,
    QUESTIONS,
    ROWS,
    SITTING,
    member,
    passage,
)


def line_of(grid: Grid, name: str) -> Line:
    return next(line for group in grid.groups for line in group.lines if line.member.name == name)


def names_of(grid: Grid) -> list[str]:
    return [line.member.name for group in grid.groups for line in group.lines]


def test_questions_between_which_nobody_moves_share_a_column():
    grid = draw_grid(SITTING, asked=Asked())

    assert [(column.label, column.questions) for column in grid.columns] == [
        ("1–2", (1, 2)),
        ("4, 3", (4, 3)),
    ]


def test_each_question_has_its_column_when_asked_in_order_of_passage():
    grid = draw_grid(SITTING, asked=Asked(detail=Detail.QUESTIONS))

    assert [column.label for column in grid.columns] == ["1", "2", "4", "3"]


def test_a_member_who_stays_is_one_stretch_along_every_column():
    grid = draw_grid(SITTING, asked=Asked())

    assert [(s.place.kind, s.place.mark, s.column_count) for s in line_of(grid, BRUNE).stretches] == [
        ("present", "P", 2)
    ]


def test_a_void_proxy_is_told_apart_from_one_that_holds():
    stretches = line_of(draw_grid(SITTING, asked=Asked()), EDMOND).stretches

    assert [(stretch.place.kind, stretch.place.mark) for stretch in stretches] == [
        ("void", "×"),
        ("represented", "R"),
    ]
    assert CELESTE in stretches[0].place.label
    assert CELESTE in stretches[1].place.label


def test_who_holds_a_vote_carries_it_in_sign_and_in_words():
    (stretch,) = line_of(draw_grid(SITTING, asked=Asked()), DIANE).stretches

    assert stretch.place.mark == "P+1"
    assert GASPARD in stretch.place.label


def test_a_represented_vote_stands_on_the_words_of_its_proxy_and_a_presence_on_the_roll():
    grid = draw_grid(SITTING, asked=Asked())

    assert line_of(grid, EDMOND).stretches[1].passages == (passage(31, "Edmond à Céleste"),)
    assert line_of(grid, BRUNE).stretches[0].passages == (passage(1, BRUNE),)


def test_members_are_grouped_by_commune_in_alphabetical_order():
    grid = draw_grid(SITTING, asked=Asked())

    assert [(group.name, len(group.lines)) for group in grid.groups] == [
        ("", 1),
        ("Aigremont", 1),
        ("Sainte-Orbe", 1),
        ("Valmorte", 3),
    ]
    assert groups_of(ROWS) == ("Aigremont", "Sainte-Orbe", "Valmorte")


def test_only_those_who_moved_gave_or_held_a_vote_are_shown_when_asked():
    grid = draw_grid(SITTING, asked=Asked(movement=Movement.MOVED))

    assert names_of(grid) == [DIANE, EDMOND, CELESTE, GASPARD]
    assert (grid.shown_count, grid.member_count) == (4, 6)


def test_one_commune_is_shown_when_asked():
    assert names_of(draw_grid(SITTING, asked=Asked(group="Valmorte"))) == [BRUNE, CELESTE, GASPARD]


def test_one_question_is_one_column():
    grid = draw_grid(SITTING, asked=Asked(question=4))

    assert [column.questions for column in grid.columns] == [(4,)]
    assert line_of(grid, FLORE).stretches[0].place.kind == "away"


@pytest.mark.parametrize(
    ("questions", "words"),
    [((1, 2, 3, 4), "1–4"), ((21, 22, 46, 45), "21–22, 46, 45"), ((7,), "7"), ((), "")],
)
def test_questions_are_named_in_order_of_passage(questions, words):
    assert questions_in_words(questions) == words


@given(st.lists(st.lists(st.sampled_from(list(CellState)), min_size=4, max_size=4), min_size=1, max_size=5))
def test_periods_and_questions_say_the_same_of_every_member_at_every_question(states):
    rows = tuple(
        GridRow(
            member(number, f"Anne NUMÉRO{number}", group=None),
            tuple(
                Cell(
                    count.question, state, "Brune" if state is CellState.REPRESENTED else None, (), None, None
                )
                for count, state in zip(QUESTIONS, row, strict=True)
            ),
        )
        for number, row in enumerate(states)
    )
    sitting = replace(SITTING, rows=rows, proxies=())

    by_periods = draw_grid(sitting, asked=Asked())
    by_questions = draw_grid(sitting, asked=Asked(detail=Detail.QUESTIONS))

    for row in rows:
        short, long = line_of(by_periods, row.member.name), line_of(by_questions, row.member.name)
        spread = [s.place.kind for s in short.stretches for _ in range(s.column_count)]
        widened = [
            kind for kind, column in zip(spread, by_periods.columns, strict=True) for _ in column.questions
        ]
        assert widened == [stretch.place.kind for stretch in long.stretches]
