"""The page « Vérifier une délibération »: what was re-counted, with the passages, by who looks."""

import datetime
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from declic.engines.reading.drafts import SittingDraft, Status
from declic.records.accounts.viewers import VISITOR
from declic.records.council import reads
from declic.records.council.models import Sitting
from declic.records.council.passages import Origin
from declic.records.council.values import CellState, SittingPage, Verdict
from declic.records.council.writes import open_sitting
from declic.records.sources.models import Citation
from declic.units.question_ranges import QuestionRange
from tests.records.council.invented import CLERK, PILOT, keep, member, sitting_of, small_sitting


pytestmark = pytest.mark.django_db


def opened_page(**changes: object) -> SittingPage:
    paper, draft = small_sitting()
    changed: SittingDraft = replace(draft, **changes)  # type: ignore[arg-type]
    sitting_id = open_sitting(keep(paper), draft=changed, by=CLERK)
    return reads.sitting_page(sitting_id, viewer=VISITOR)


def cells_of(page: SittingPage, name: str) -> list[tuple[int, CellState]]:
    row = next(row for row in page.rows if row.member.name == name)
    return [(cell.question, cell.state) for cell in row.cells]


def test_the_header_gives_each_value_with_its_words():
    header = opened_page().header

    assert header.held_on is not None
    assert header.held_on.value == datetime.date(2024, 5, 14)
    assert header.held_on.origin is Origin.READ
    assert [one.quote for one in header.held_on.passages] == ["Séance du mardi 14 mai 2024"]
    assert header.closed_at is None
    assert header.order == (1, 3, 2)
    assert [one.quote for one in header.order_passages] == ["Ordre de passage : 1, 3, 2"]


def test_the_grid_says_where_each_vote_is_in_order_of_passage():
    page = opened_page()

    assert cells_of(page, "Rose HUBERT") == [
        (1, CellState.AWAY),
        (3, CellState.PRESENT),
        (2, CellState.PRESENT),
    ]
    assert cells_of(page, "Serge IMBERT") == [
        (1, CellState.AWAY),
        (3, CellState.REPRESENTED),
        (2, CellState.REPRESENTED),
    ]
    assert cells_of(page, "Tara JOLY") == [
        (1, CellState.REPRESENTED),
        (3, CellState.REPRESENTED),
        (2, CellState.AWAY),
    ]


def test_a_cell_names_who_holds_the_vote_and_whose_votes_are_held():
    page = opened_page()
    rows = {row.member.name: {cell.question: cell for cell in row.cells} for row in page.rows}

    assert rows["Serge IMBERT"][3].represented_by == "Rose HUBERT"
    assert rows["Rose HUBERT"][3].votes_of == ("Serge IMBERT",)
    assert rows["Paul GRAND"][1].votes_of == ("Tara JOLY",)


def test_a_void_proxy_says_why():
    page = opened_page()
    first = next(row for row in page.rows if row.member.name == "Serge IMBERT").cells[0]

    assert (first.void_holder, first.void_reason) == ("Rose HUBERT", "le mandataire n'est pas dans la salle")
    assert [(one.giver, one.holder) for one in page.questions[0].void_proxies] == [
        ("Serge IMBERT", "Rose HUBERT")
    ]


def test_each_question_has_its_arithmetic_and_a_substitute_is_in_the_room():
    questions = opened_page().questions

    counted = [
        (one.position, one.question, one.present, one.usable_proxies, one.represented) for one in questions
    ]
    assert counted == [(1, 1, 3, 1, 4), (2, 3, 4, 2, 6), (3, 2, 4, 1, 5)]
    assert [(one.quorum, one.quorum_met) for one in questions] == [(4, False), (4, True), (4, True)]
    assert [one.title for one in questions] == [None, None, "Ouverture d'une ludothèque"]


def test_a_proxy_says_where_it_held_and_where_it_was_void():
    first, second = opened_page().proxies

    assert (first.giver, first.usable_at, first.void_at) == ("Serge IMBERT", (3, 2), (1,))
    assert (second.giver, second.usable_at, second.void_at) == ("Tara JOLY", (1, 3), ())
    assert first.passages[0].quote == "Serge IMBERT donne pouvoir à Rose HUBERT"


def test_the_stated_vote_is_held_to_the_recounted_room():
    act = opened_page().deliberations[0]

    assert act.vote is not None
    assert (act.vote.votes_for, act.vote.against, act.vote.unanimous) == (3, None, True)
    assert act.arithmetic is not None
    assert (act.arithmetic.present, act.arithmetic.usable_proxies, act.arithmetic.represented) == (4, 1, 5)
    assert (act.arithmetic.cast, act.arithmetic.agrees) == (3, False)


def test_a_vote_that_is_not_counted_is_not_compared():
    paper, draft = small_sitting()
    act = draft.deliberations[0]
    assert act.vote is not None
    silent = replace(act, vote=replace(act.vote, votes_for=None))
    sitting_id = open_sitting(keep(paper), draft=replace(draft, deliberations=(silent,)), by=CLERK)

    arithmetic = reads.sitting_page(sitting_id, viewer=VISITOR).deliberations[0].arithmetic

    assert arithmetic is not None
    assert (arithmetic.cast, arithmetic.agrees) == (None, None)


def test_an_act_of_no_question_has_no_arithmetic():
    act = replace(small_sitting()[1].deliberations[0], question=None)

    page = opened_page(deliberations=(act,))

    assert page.deliberations[0].arithmetic is None


def test_the_last_day_of_appeal_is_computed_and_says_so():
    appeal = opened_page().deliberations[0].appeal

    assert (appeal.court, appeal.months) == ("Tribunal administratif de Valmont", 2)
    assert (appeal.deadline, appeal.deadline_origin) == (datetime.date(2024, 7, 22), Origin.COMPUTED)


def test_without_a_day_of_publication_no_last_day_is_invented():
    assert opened_page(published_on=None).deliberations[0].appeal.deadline is None


def test_ten_checks_each_with_a_title_and_its_passages():
    checks = {check.rule: check for check in opened_page().checks}

    assert len(checks) == 10
    assert all(check.title for check in checks.values())
    votes = checks["votes_add_up"]
    assert votes.verdict is Verdict.CONTRADICTION
    assert "4 présents + 1 procuration = 5 ≠ 3 pour" in votes.message
    assert [one.quote for one in votes.passages] == ["Pour : 3"]
    assert checks["members_add_up"].verdict is Verdict.OK
    assert [one.quote for one in checks["members_add_up"].passages] == ["Membres en exercice : 6"]
    assert checks["proxies_can_hold"].passages[0].quote == "Serge IMBERT donne pouvoir à Rose HUBERT"


def test_minutes_without_an_order_are_counted_up_to_the_last_question_that_anything_mentions():
    page = opened_page(order=(), order_spans=())

    assert page.header.order == (1, 2, 3)
    assert page.header.order_passages == ()


def test_substitutes_signatures_and_decisions_come_with_their_words():
    page = opened_page()

    assert [(one.name, one.replaces) for one in page.substitutes] == [("Ugo KLEIN", "Viviane LOUP")]
    assert [(one.name, one.role) for one in page.signatures] == [("Paul GRAND", "secrétaire")]
    decision = page.deliberations[0].decisions[0]
    assert decision.verb == "autoriser"
    assert decision.passages[0].quote == decision.text


def test_every_passage_of_the_page_re_reads_identically():
    page = opened_page()
    text = Citation.objects.select_related("version")[0].version.text
    passages = [one for row in page.rows for one in row.member.passages]
    passages += [one for proxy in page.proxies for one in proxy.passages]
    passages += [one for act in page.deliberations for one in act.passages]

    assert len(passages) == 10
    assert all(text[one.start : one.end] == one.quote for one in passages)


def test_a_member_line_keeps_how_the_roll_names_them():
    line = next(row.member for row in opened_page().rows if row.member.name == "Tara JOLY")

    assert (line.given, line.surname, line.group, line.status) == ("Tara", "JOLY", "Valmont", Status.EXCUSED)
    assert line.ranges == ()


def test_a_list_gives_the_sittings_with_their_verdicts_the_latest_first():
    paper, draft = small_sitting()
    open_sitting(keep(paper), draft=draft, by=CLERK)
    paper.add("Une séance plus ancienne.")
    assert draft.date is not None
    older = replace(draft, date=replace(draft.date, value=datetime.date(2023, 5, 14)))
    open_sitting(keep(paper), draft=older, by=CLERK)

    lines = reads.sittings(viewer=VISITOR)

    assert [line.held_on for line in lines] == [datetime.date(2024, 5, 14), datetime.date(2023, 5, 14)]
    assert lines[0].titles == ("Ouverture d'une ludothèque",)
    assert lines[0].ok_count + lines[0].contradiction_count + lines[0].not_checkable_count == 10


def test_a_sitting_still_under_review_does_not_exist_for_a_visitor():
    paper, draft = small_sitting()
    version_id = keep(paper, public=False)
    sitting_id = open_sitting(version_id, draft=draft, by=CLERK)

    with pytest.raises(reads.UnknownSittingError):
        reads.sitting_page(sitting_id, viewer=VISITOR)
    assert reads.sittings(viewer=VISITOR) == ()
    assert reads.sitting_of_version(version_id, viewer=VISITOR) is None


@pytest.mark.parametrize("viewer", [CLERK, PILOT], ids=["clerk", "pilot"])
def test_a_sitting_still_under_review_is_read_by_who_reviews(viewer):
    paper, draft = small_sitting()
    version_id = keep(paper, public=False)
    sitting_id = open_sitting(version_id, draft=draft, by=CLERK)

    assert reads.sitting_page(sitting_id, viewer=viewer).header.sitting_id == sitting_id
    assert reads.sitting_of_version(version_id, viewer=viewer) == sitting_id


def test_an_unknown_sitting_is_said_to_be_unknown():
    with pytest.raises(reads.UnknownSittingError):
        reads.sitting_page(404, viewer=CLERK)


def test_minutes_that_contradict_themselves_are_kept_as_they_are():
    paper, draft = small_sitting()
    twice = replace(
        draft, members=(*draft.members, member(paper, "Odile FERRAND", ranges=(QuestionRange(),)))
    )
    sitting_id = open_sitting(keep(paper), draft=twice, by=CLERK)

    checks = {check.rule: check for check in reads.sitting_page(sitting_id, viewer=VISITOR).checks}

    assert checks["no_name_twice"].verdict is Verdict.CONTRADICTION
    assert checks["members_add_up"].verdict is Verdict.CONTRADICTION


def test_a_page_costs_as_many_queries_for_a_large_sitting_as_for_a_small_one():
    small, large = _open(2), _open(30)

    assert _count(lambda: reads.sitting_page(small, viewer=VISITOR)) == _count(
        lambda: reads.sitting_page(large, viewer=VISITOR)
    )
    assert _count(lambda: reads.sitting_page(large, viewer=VISITOR)) <= 22


def test_the_list_costs_the_same_whatever_the_number_of_sittings():
    _open(2)
    one = _count(lambda: reads.sittings(viewer=VISITOR))
    for size in (3, 4, 5):
        _open(size)

    assert Sitting.objects.count() == 4
    assert _count(lambda: reads.sittings(viewer=VISITOR)) == one


def _open(size: int) -> int:
    paper, draft = sitting_of(size)
    return open_sitting(keep(paper), draft=draft, by=CLERK)


def _count(ask) -> int:
    with CaptureQueriesContext(connection) as queries:
        ask()
    return len(queries)
