"""Six other real minutes, as text, against what is expected of them."""

import json

import pypdfium2
import pytest

from declic.engines.reading.drafts import Status
from declic.engines.reading.sitting import read_sitting
from declic.engines.reading.text import Layout
from declic.units.person_names import name_key
from tests.documents import DOCUMENTS


FOLDER = DOCUMENTS / "development"
MINUTES = (
    "cm-lannion-2020-05-25",
    "cm-couthenans-2021-09-17",
    "cm-couthenans-2022-06-24",
    "cm-couthenans-2022-10-28",
    "cm-couthenans-2023-02-24",
    "cm-friesen-2025-12-09",
)

pytestmark = [
    pytest.mark.skipif(
        not FOLDER.is_dir(), reason="the development documents are not here: set DECLIC_DOCUMENTS"
    ),
]


def text_of(name):
    document = pypdfium2.PdfDocument(FOLDER / f"{name}.pdf")
    pages = [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]
    document.close()
    return "\n".join(pages)


def expected(name):
    return json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))[name]


@pytest.fixture(params=MINUTES, scope="module")
def case(request):
    return expected(request.param), read_sitting(Layout(text_of(request.param)))


def test_everyone_present_is_counted_and_those_expected_are_named(case):
    wanted, sitting = case
    present = {name_key(member.name) for member in sitting.members if member.status is Status.PRESENT}

    assert len(present) == wanted["present"]
    assert {name_key(name) for name in wanted.get("present_names", [])} <= present


def test_the_proxies_are_those_expected(case):
    wanted, sitting = case

    found = {(name_key(one.giver), name_key(one.holder)) for one in sitting.proxies}

    assert found == {(name_key(one["giver"]), name_key(one["holder"])) for one in wanted["proxies"]}


def test_the_counted_votes_are_those_expected_and_no_other(case):
    wanted, sitting = case
    votes = {
        one["question"]: (one["pour"], one["contre"], one["abstention"])
        for one in wanted.get("votes", [])
        if "pour" in one
    }

    found = {
        act.question: (act.vote.votes_for, act.vote.against, act.vote.abstention)
        for act in sitting.deliberations
        if act.vote and act.vote.votes_for is not None
    }

    assert found == votes


def test_the_scores_of_elections_are_those_expected(case):
    wanted, sitting = case
    ballots = {act.question: act.vote.ballot for act in sitting.deliberations if act.vote and act.vote.ballot}

    for one in wanted.get("votes", []):
        if "scores" in one:
            ballot = ballots[one["question"]]
            assert {score.name: score.votes for score in ballot.scores} == one["scores"]
            assert (ballot.blank, ballot.null, ballot.cast) == (one["blancs"], one["nuls"], one["exprimes"])


def test_the_head_says_what_is_expected(case):
    wanted, sitting = case
    found = {
        "date": sitting.date,
        "opened": sitting.opened_at,
        "chair": sitting.chair,
        "secretary": sitting.secretary,
        "members": sitting.members_in_office,
    }

    for key in wanted.keys() & found.keys():
        assert str(found[key].value).startswith(str(wanted[key])), key


def test_a_reference_of_measures_is_no_sitting():
    if not (FOLDER / "referentiel-cae-2024.pdf").is_file():
        pytest.skip("the reference is not here")

    assert read_sitting(Layout(text_of("referentiel-cae-2024"))) is None
