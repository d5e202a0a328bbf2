"""A sitting counted again is shown in its order of passage."""

import pytest

from declic.jobs.recounts import exit_code, runs_of


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        ([1, 2, 3], "1 – 3"),
        ([7], "7"),
        ([43, 44, 46, 45], "43 – 44, 46, 45"),
        ([], ""),
    ],
)
def test_questions_are_said_in_their_order_of_passage(questions, said):
    assert runs_of(questions) == said


@pytest.mark.parametrize(
    ("verdicts", "code"),
    [(["ok", "not_checkable"], 0), (["ok", "contradiction"], 3), ([], 0)],
)
def test_only_a_contradiction_is_an_alarm(verdicts, code):
    assert exit_code({"checks": [{"verdict": verdict} for verdict in verdicts]}) == code


def test_no_sitting_is_no_alarm():
    assert exit_code(None) == 0
