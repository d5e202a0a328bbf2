"""The recount of the real sitting is the gold's, question by question."""

import datetime

import pytest

from declic.engines.voting.recount import recount
from declic.engines.voting.roll import Act, Member, Proxy, Roll
from declic.units.question_ranges import QuestionRange
from tests.documents import needs_planoise, planoise_gold


pytestmark = needs_planoise


@pytest.fixture(scope="module")
def gold():
    return planoise_gold()


@pytest.fixture(scope="module")
def roll(gold):
    session = gold["seance"]
    return Roll(
        members=tuple(
            Member(
                person["name"],
                was_present=person["status"] == "present",
                ranges=(QuestionRange(person["question_from"], person["question_to"]),),
            )
            for person in gold["councillors"]
        ),
        proxies=tuple(
            Proxy(
                proxy["giver"], proxy["holder"], QuestionRange(proxy["question_from"], proxy["question_to"])
            )
            for proxy in gold["proxies"]
        ),
        order=tuple(session["order"]["value"]),
        acts=(
            Act(
                number="2023/006429",
                question=45,
                rapporteur=session["rapporteur"]["value"],
                votes_for=113,
                against=0,
                abstention=0,
                interested=0,
                unanimous=True,
            ),
        ),
        in_office=123,
        secretary=session["secretary"]["value"],
        held_on=datetime.date(2023, 3, 2),
        published_on=datetime.date(2023, 3, 8),
        appeal_months=2,
    )


def test_every_question_has_the_presence_proxies_and_quorum_of_the_gold(roll, gold):
    void_names = {proxy["id"]: index for index, proxy in enumerate(gold["proxies"])}

    counted = recount(roll)

    assert {
        count.question: (
            count.present,
            count.usable_proxies,
            count.represented,
            count.quorum,
            count.quorum_met,
            [index for index, _ in count.void],
        )
        for count in counted.questions
    } == {
        line["question"]: (
            line["present"],
            line["proxies_usable"],
            line["represented"],
            line["quorum_needed"],
            line["quorum_met"],
            [void_names[name] for name in line["unusable"]],
        )
        for line in gold["computed"]["by_question"]
    }


def test_the_vote_of_the_pact_is_explained(roll):
    check = next(check for check in recount(roll).checks if check.rule == "votes_add_up")

    assert check.verdict == "ok"
    assert (
        check.message
        == "Question 45 : 89 présents + 24 procurations = 113 = 113 pour + 0 contre + 0 abstention."
    )


def test_the_ten_checks_find_the_one_proxy_without_effect(roll):
    verdicts = {check.rule: check.verdict.value for check in recount(roll).checks}

    assert verdicts == {
        "members_add_up": "ok",
        "no_name_twice": "ok",
        "proxies_can_hold": "contradiction",
        "one_proxy_per_holder": "ok",
        "no_presence_with_own_proxy": "ok",
        "quorum_at_each_question": "ok",
        "votes_add_up": "ok",
        "unanimity_agrees": "ok",
        "officers_are_present": "ok",
        "calendar_agrees": "ok",
    }
    void = next(check for check in recount(roll).checks if check.rule == "proxies_can_hold")
    assert "sans effet aux questions 1 à 4" in void.message
