"""A contradiction is told where nothing but the text explains it; a list that was lost or a scan explains much."""

import datetime

import pytest

from declic.engines.voting.recount import recount
from declic.engines.voting.roll import Act, Grade, Member, Proxy, Roll
from declic.engines.voting.verdicts import Verdict


NAMES = ("Ada BRUN", "Noé CADET", "Ida DORE", "Max ELOY", "Eva FAURE", "Luc GROS", "Zoé HUET", "Guy IMBERT")


def roll(*, present=8, away=0, grade=Grade.READ, **said):
    members = tuple(Member(name, at < present) for at, name in enumerate(NAMES[: present + away]))
    return Roll(members, held_on=datetime.date(2023, 4, 14), grade=grade, **said)


def contradictions(sitting):
    return {check.rule for check in recount(sitting).checks if check.verdict is Verdict.CONTRADICTION}


def test_a_list_far_shorter_than_the_totals_announced_is_the_readers_loss():
    lost = {"present": 4, "in_office": 14, "declared_present": 10, "declared_voters": 14}

    assert contradictions(roll(**lost)) == set()
    assert contradictions(roll(**lost, grade=Grade.CONFIRMED)) >= {"members_add_up", "votes_add_up"}


def test_one_name_less_than_announced_is_told_of_a_text_that_no_scan_changed():
    short = {"present": 7, "in_office": 8, "away": 1, "declared_present": 8}

    assert contradictions(roll(**short)) == {"members_add_up"}
    assert contradictions(roll(**short, grade=Grade.SCANNED)) == set()


def test_what_is_put_off_says_why_and_keeps_its_arithmetic():
    check = recount(roll(present=7, declared_present=8, grade=Grade.SCANNED)).checks[0]

    assert check.verdict is Verdict.NOT_CHECKABLE
    assert "numérisation" in check.message
    assert "7 dans les listes" in check.message


@pytest.mark.parametrize(("grade", "is_told"), [(Grade.READ, True), (Grade.SCANNED, False)])
def test_votes_that_do_not_fill_the_room_are_told_but_of_a_scan(grade, is_told):
    act = Act(votes_for=5, against=0, abstention=0)

    assert ("votes_add_up" in contradictions(roll(grade=grade, acts=(act,)))) is is_told


def test_a_quorum_is_lacking_where_the_list_is_whole_or_the_total_says_so():
    assert "quorum_at_each_question" in contradictions(roll(present=3, away=5, in_office=8))
    assert "quorum_at_each_question" in contradictions(
        roll(present=3, away=5, in_office=8, declared_present=3, grade=Grade.SCANNED)
    )
    assert "quorum_at_each_question" not in contradictions(roll(present=3, in_office=8))


def test_unanimity_with_votes_against_is_told_of_a_scan_too():
    act = Act(votes_for=6, against=2, abstention=0, unanimous=True)

    assert "unanimity_agrees" in contradictions(roll(grade=Grade.SCANNED, acts=(act,)))


def test_a_text_that_names_nobody_away_lists_those_present_alone():
    assert contradictions(roll(present=6, in_office=8)) == set()
    assert contradictions(roll(present=6, in_office=8, declared_present=6)) == set()


def test_voters_announced_may_be_those_for_and_against_alone():
    act = Act(votes_for=5, against=1, abstention=2)

    assert contradictions(roll(declared_voters=6, acts=(act,))) == set()
    assert contradictions(roll(declared_voters=7, acts=(act,))) == {"votes_add_up"}


def test_a_holder_told_in_full_is_the_one_member_of_that_surname_in_a_list_of_surnames():
    members = (Member("CADET", True), Member("DORE", True), Member("ELOY", False))
    sitting = Roll(members, proxies=(Proxy("ELOY", "Noé CADET"),), secretary="Ida DORE", grade=Grade.READ)

    assert contradictions(sitting) == set()


@pytest.mark.parametrize(
    ("numbers", "is_wrong"),
    [
        (("36/2023", "37/2023", "38/2023"), False),
        (("36/2023", "38/2023", "39/2023"), True),
        (("01-24", "02-24", "03-24"), False),
        (("2024-01", "2024-02", "2024-02"), True),
    ],
)
def test_a_year_at_the_end_of_every_number_is_not_their_rank(numbers, is_wrong):
    acts = tuple(Act(number=number) for number in numbers)

    assert ("calendar_agrees" in contradictions(roll(acts=acts))) is is_wrong


def test_a_number_that_the_text_shows_and_that_was_not_read_leaves_no_gap():
    acts = tuple(Act(number=f"2024-0{rank}") for rank in (1, 2, 4))

    assert "calendar_agrees" in contradictions(roll(acts=acts))
    assert "calendar_agrees" not in contradictions(roll(acts=acts, numbers_seen=("2024-03",)))


def test_numbers_of_several_series_are_not_held_to_one():
    acts = tuple(Act(number=number) for number in ("1/01", "1/02", "2/01"))

    assert "calendar_agrees" not in contradictions(roll(acts=acts))


def test_an_officer_who_is_in_no_list_is_told_where_the_list_is_whole():
    assert "officers_are_present" in contradictions(roll(in_office=8, secretary="Rose KELLER"))
    assert "officers_are_present" not in contradictions(roll(secretary="Rose KELLER"))


def test_who_presides_may_be_out_of_the_vote_on_the_accounts_without_a_word():
    accounts = Act(votes_for=7, against=0, abstention=0, is_account=True)
    other = Act(votes_for=7, against=0, abstention=0)

    assert contradictions(roll(acts=(accounts,))) == set()
    assert contradictions(roll(acts=(other,))) == {"votes_add_up"}
