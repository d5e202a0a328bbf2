"""An answer loses nothing of what was read, and says it as plain data."""

import datetime
import json
from dataclasses import replace
from typing import Any

from declic.engines.reading.drafts import Severity, SittingDraft, Stated
from declic.engines.voting.grid import grid
from declic.engines.voting.recount import recount
from declic.engines.voting.verdicts import Verdict
from declic.records.sources.answers import Json, coverage_answer, finding_answer, plain
from declic.records.sources.drafts_again import finding_from, sitting_from
from declic.records.sources.pact_answers import pact_answer
from declic.records.sources.pacts_again import pact_from
from declic.records.sources.rolls import findings_of, roll_of
from declic.records.sources.sitting_answers import sitting_answer
from declic.units.spans import Span
from tests.records.sources.invented import PACT, READING, SITTING, span_of


def through_json(value: Json) -> Any:
    return json.loads(json.dumps(value))


def answered(sitting: SittingDraft) -> Json:
    roll = roll_of(sitting)
    return sitting_answer(sitting, recounted=recount(roll), cells=grid(roll))


def test_a_sitting_is_read_back_from_its_answer():
    assert sitting_from(through_json(answered(SITTING))) == SITTING


def test_a_pact_is_read_back_from_its_answer():
    assert pact_from(through_json(pact_answer(PACT))) == PACT


def test_a_sitting_that_says_nothing_is_read_back_too():
    assert sitting_from(through_json(answered(SittingDraft()))) == SittingDraft()


def test_days_hours_and_whole_numbers_are_plain():
    answer = answered(SITTING)

    assert (answer["date"], answer["opened_at"], answer["weekday"]) == ("2023-05-04", "18:00", None)
    assert [plain(12_000.0), plain(41.5), plain(None)] == [12_000, 41.5, None]
    assert isinstance(plain(12_000.0), int)


def test_a_single_value_has_its_passages_and_origin_beside_it():
    answer = answered(SITTING)

    start, end = answer["passages"]["secretary"][0]
    assert READING.text[start:end] == "Edmond DORVAL"
    assert answer["origins"]["secretary"] == "proposed"
    assert answer["origins"]["weekday"] is None
    assert answer["passages"]["weekday"] == []


def test_the_coverage_counts_sentences_and_numbers():
    answer = coverage_answer(READING.coverage)

    assert (answer["sentences"], answer["attached"], answer["ignored"]) == (3, 1, 1)
    assert (answer["digits"], answer["digits_claimed"], len(answer["unread_digits"])) == (2, 1, 1)
    assert [ignored["reason"] for ignored in answer["ignored_digits"]] == ["un nom de rue"]
    assert len(answer["orphans"]) == 1


def test_a_finding_is_read_back_from_its_answer():
    (finding,) = READING.findings

    assert finding_from(through_json(finding_answer(finding))) == finding


def test_a_present_member_without_a_range_was_there_for_the_whole_sitting():
    first, *others = SITTING.members
    sitting = replace(SITTING, members=(replace(first, ranges=()), *others))

    assert [member["ranges"] for member in answered(sitting)["members"]] == [[[None, None]], [[2, None]], []]


def test_two_drafts_that_differ_give_two_answers():
    assert answered(SITTING) != answered(replace(SITTING, proxies=()))


WITHOUT_SUBSTITUTE = replace(SITTING, substitutes=())


def test_a_substitute_has_a_vote_in_the_room():
    alone, with_one = answered(WITHOUT_SUBSTITUTE), answered(SITTING)

    assert [question["present"] for question in alone["questions"]] == [1, 2]
    assert [question["present"] for question in with_one["questions"]] == [2, 3]


def test_the_recount_stands_beside_what_was_read():
    answer = answered(WITHOUT_SUBSTITUTE)

    assert [member["present_at"] for member in answer["members"]] == [[1, 2], [2], []]
    assert answer["proxies"][0]["usable_at"] == [1, 2]
    assert answer["questions"] == [
        {
            "question": 1,
            "present": 1,
            "usable_proxies": 1,
            "void_proxies": [],
            "represented": 2,
            "quorum": 2,
            "quorum_met": False,
        },
        {
            "question": 2,
            "present": 2,
            "usable_proxies": 1,
            "void_proxies": [],
            "represented": 3,
            "quorum": 2,
            "quorum_met": True,
        },
    ]
    assert len(answer["checks"]) == 10


def test_a_contradiction_of_the_recount_is_a_finding_with_its_passages():
    sitting = WITHOUT_SUBSTITUTE
    roll = roll_of(sitting)

    findings = {finding.rule: finding for finding in findings_of(recount(roll), sitting=sitting)}

    assert findings["quorum_at_each_question"].severity is Severity.ERROR
    assert findings["quorum_at_each_question"].spans == span_of("Présents")
    assert set(findings) == {
        check.rule for check in recount(roll).checks if check.verdict is Verdict.CONTRADICTION
    }


def test_an_appeal_has_no_last_day_where_the_publication_is_not_dated():
    published = replace(SITTING, published_on=Stated(datetime.date(2023, 5, 9), (Span(0, 6),)))

    assert answered(SITTING)["deliberations"][0]["appeal_deadline"] is None
    assert answered(published)["deliberations"][0]["appeal_deadline"] == "2023-07-10"
