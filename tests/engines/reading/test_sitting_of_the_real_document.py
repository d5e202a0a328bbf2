"""The real deliberation, value by value, against its gold."""

import datetime

import pytest

from declic.engines.reading.drafts import Status
from declic.engines.reading.sitting import read_sitting
from declic.engines.reading.text import Layout
from declic.engines.voting.recount import recount
from declic.engines.voting.verdicts import Verdict
from declic.records.sources.rolls import roll_of
from declic.units.spans import Span
from tests.documents import needs_planoise, planoise_gold, planoise_text


pytestmark = needs_planoise


@pytest.fixture(scope="module")
def text():
    return planoise_text()


@pytest.fixture(scope="module")
def gold():
    return planoise_gold()


@pytest.fixture(scope="module")
def sitting(text):
    return read_sitting(Layout(text))


def test_every_member_is_read_with_status_commune_ranges_and_passages(sitting, gold):
    wanted = [
        (
            person["name"],
            person["given"],
            person["surname"],
            person["civility"],
            person["commune"],
            person["status"],
            (person["question_from"], person["question_to"]),
            (tuple(person["span"]), tuple(person["commune_span"])),
        )
        for person in gold["councillors"]
    ]

    found = [
        (
            member.name,
            member.given,
            member.surname,
            member.civility,
            member.group,
            member.status.value,
            (member.ranges[0].first, member.ranges[0].last) if member.ranges else (None, None),
            tuple(tuple(span) for span in member.spans[:2]),
        )
        for member in sitting.members
    ]

    assert found == wanted
    assert len(found) == 123


def test_every_proxy_is_read_with_its_range_and_passage(sitting, gold):
    wanted = [
        (proxy["giver"], proxy["holder"], proxy["question_from"], proxy["question_to"], tuple(proxy["span"]))
        for proxy in gold["proxies"]
    ]

    found = [
        (proxy.giver, proxy.holder, proxy.range.first, proxy.range.last, tuple(proxy.spans[0]))
        for proxy in sitting.proxies
    ]

    assert found == wanted
    assert len(found) == 26


def test_the_order_of_passage_is_not_the_order_of_numbers(sitting, gold):
    assert list(sitting.order) == gold["seance"]["order"]["value"]
    assert sitting.order[-2:] == (46, 45)
    assert tuple(sitting.order_spans[0]) == tuple(gold["seance"]["order"]["span"])


@pytest.mark.parametrize(
    ("ours", "theirs", "value"),
    [
        ("date", "date", datetime.date(2023, 3, 2)),
        ("published_on", "published", datetime.date(2023, 3, 8)),
        ("members_in_office", "members_in_office", 123),
        ("opened_at", "opened", datetime.time(18, 2)),
        ("closed_at", "closed", datetime.time(21, 58)),
    ],
)
def test_a_value_of_the_head_has_the_passage_of_the_gold(sitting, gold, ours, theirs, value):
    stated = getattr(sitting, ours)

    assert stated.value == value
    assert tuple(stated.spans[0]) == tuple(gold["seance"][theirs]["span"])


@pytest.mark.parametrize(
    ("ours", "theirs"), [("body", "body"), ("chair", "chair"), ("secretary", "secretary")]
)
def test_a_name_of_the_head_has_the_value_and_the_passage_of_the_gold(sitting, gold, ours, theirs):
    stated = getattr(sitting, ours)

    assert stated.value == gold["seance"][theirs]["value"]
    assert tuple(stated.spans[0]) == tuple(gold["seance"][theirs]["span"])


def test_the_deliberation_has_the_values_of_the_gold(sitting, gold):
    session = gold["seance"]

    (act,) = sitting.deliberations

    assert act.number == session["deliberation_number"]["value"]
    assert act.question == session["report_number"]["value"]
    assert act.title == session["title"]["value"]
    assert act.rapporteur == session["rapporteur"]["value"]
    assert act.budget_impact == session["budget"]["text"]
    assert act.summary == " ".join(session["summary"]["text"].split())
    assert (act.appeal_court, act.appeal_months) == ("Tribunal administratif de Besançon", 2)
    for part in (
        "deliberation_number",
        "report_number",
        "title",
        "rapporteur",
        "budget",
        "summary",
        "appeal",
    ):
        passage = Span(*session[part]["span"])
        assert any(span.holds(passage) for span in act.spans), part


def test_the_decisions_have_the_verbs_and_the_words_of_the_gold(sitting, gold):
    wanted = [(one["verb"], one["text"], tuple(one["span"])) for one in gold["seance"]["decisions"]]

    found = [(one.verb, one.text, tuple(one.spans[0])) for one in sitting.deliberations[0].decisions]

    assert found == wanted


def test_the_vote_has_its_counts_its_wording_and_the_rule_on_who_does_not_vote(sitting, gold):
    vote = sitting.deliberations[0].vote
    session = gold["seance"]["vote"]

    assert (vote.votes_for, vote.against, vote.abstention, vote.interested) == (113, 0, 0, 0)
    assert vote.unanimous is True
    assert vote.abstention_counts_non_voters is True
    for part in ("pour", "contre", "abstention", "interesse", "result"):
        assert Span(*session[part]["span"]) in vote.spans, part
    assert any(Span(*session["rule"]["span"]).meets(span) for span in vote.spans)


def test_the_signatures_are_those_of_the_gold(sitting, gold):
    wanted = [(one["value"], tuple(one["span"])) for one in gold["seance"]["signatures"]]

    assert [(one.name, tuple(one.spans[0])) for one in sitting.signatures] == wanted


def test_the_recount_of_what_was_read_is_the_golds_at_every_question(sitting, gold):
    recounted = recount(roll_of(sitting))

    found = [
        (room.question, room.present, [proxy for proxy, _reason in room.void], room.represented)
        for room in recounted.questions
    ]

    assert found == [
        (
            one["question"],
            one["present"],
            [int(proxy[1:]) - 1 for proxy in one["unusable"]],
            one["represented"],
        )
        for one in gold["computed"]["by_question"]
    ]
    verdicts = [check.verdict for check in recounted.checks]
    assert verdicts.count(Verdict.CONTRADICTION) == 1
    assert verdicts.count(Verdict.OK) == 9


def test_the_pact_annexed_to_it_is_no_sitting(text):
    annexed = text[text.index("Pacte pour l'émancipation des jeunes") :]

    assert read_sitting(Layout(annexed)) is None


def test_nobody_is_read_who_is_not_in_the_gold(sitting, gold):
    assert {member.name for member in sitting.members} == {person["name"] for person in gold["councillors"]}
    assert sum(member.status is Status.PRESENT for member in sitting.members) == 93
    assert sitting.substitutes == ()
