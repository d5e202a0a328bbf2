"""A small invented council, counted again."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from declic.engines.voting.calendar import appeal_deadline
from declic.engines.voting.grid import Place, grid
from declic.engines.voting.law import PERMANENT, law_on
from declic.engines.voting.recount import recount
from declic.engines.voting.roll import Act, Member, Proxy, Roll, Substitute
from declic.engines.voting.room import VoidReason
from declic.units.question_ranges import QuestionRange


ODILE, HENRI, LISE, PAUL = "Odile CHARVET", "Henri DELORME", "Lise FAVIER", "Paul ROCHET"
MAUD = "Maud RAVIER"


def council(*, proxies=(), acts=(), order=(1, 2, 3), late: int | None = None, **said) -> Roll:
    """Five members: four in the room (Lise from question `late`), Maud absent."""
    ranges = (QuestionRange(late, None),) if late else ()
    members = (
        Member(ODILE, was_present=True),
        Member(HENRI, was_present=True),
        Member(LISE, was_present=True, ranges=ranges),
        Member(PAUL, was_present=True),
        Member(MAUD, was_present=False),
    )
    return Roll(members=members, proxies=tuple(proxies), acts=tuple(acts), order=order, in_office=5, **said)


def verdict(roll: Roll, rule: str) -> tuple[str, str]:
    check = next(check for check in recount(roll).checks if check.rule == rule)
    return check.verdict.value, check.message


def test_a_proxy_adds_a_vote_while_its_holder_is_in_the_room():
    counted = recount(council(proxies=[Proxy(MAUD, HENRI)])).of(1)

    assert counted is not None
    assert (counted.present, counted.usable_proxies, counted.represented) == (4, 1, 5)


def test_a_proxy_is_void_while_its_holder_is_away():
    roll = council(proxies=[Proxy(MAUD, LISE)], late=3)

    assert [(count.question, count.usable_proxies, count.void) for count in recount(roll).questions] == [
        (1, 0, ((0, VoidReason.HOLDER_AWAY),)),
        (2, 0, ((0, VoidReason.HOLDER_AWAY),)),
        (3, 1, ()),
    ]
    assert verdict(roll, "proxies_can_hold") == (
        "contradiction",
        "Maud RAVIER → Lise FAVIER : sans effet aux questions 1 à 2, le mandataire n'est pas dans la salle.",
    )


def test_a_range_runs_along_the_order_of_passage():
    roll = council(order=(1, 3, 2), late=3)

    assert [(count.question, count.present) for count in recount(roll).questions] == [(1, 3), (3, 4), (2, 4)]


def test_a_member_in_the_room_cannot_have_a_proxy_at_work():
    roll = council(proxies=[Proxy(PAUL, HENRI)])

    assert verdict(roll, "no_presence_with_own_proxy")[0] == "contradiction"
    assert recount(roll).questions[0].usable_proxies == 0


def test_a_vote_given_twice_counts_once():
    roll = council(proxies=[Proxy(MAUD, HENRI), Proxy(MAUD, PAUL)])

    assert recount(roll).questions[0].void == ((1, VoidReason.GIVEN_TWICE),)


def test_two_proxies_for_one_holder_depend_on_the_day():
    proxies = [Proxy(MAUD, HENRI), Proxy("Zoé NOVELLI", HENRI)]
    ordinary = council(proxies=proxies, held_on=datetime.date(2023, 3, 2))
    emergency = council(proxies=proxies, held_on=datetime.date(2021, 3, 2))
    undated = council(proxies=proxies)

    assert verdict(ordinary, "one_proxy_per_holder")[0] == "contradiction"
    assert verdict(emergency, "one_proxy_per_holder")[0] == "ok"
    assert verdict(undated, "one_proxy_per_holder")[0] == "not_checkable"


@pytest.mark.parametrize(
    ("acts", "expected", "message"),
    [
        (
            [Act(question=2, votes_for=4, against=0, abstention=1)],
            "ok",
            "4 présents + 1 procuration = 5 = 4 pour",
        ),
        ([Act(question=2, votes_for=4, against=0, abstention=0)], "contradiction", "= 5 ≠ 4 pour"),
        ([Act(question=2)], "not_checkable", "aucun vote compté"),
    ],
)
def test_votes_are_held_to_the_room(acts, expected, message):
    said, words = verdict(council(proxies=[Proxy(MAUD, HENRI)], acts=acts), "votes_add_up")

    assert said == expected
    assert message in words


def test_unanimity_with_a_vote_against_is_a_contradiction():
    acts = [Act(question=1, votes_for=3, against=1, unanimous=True)]

    assert verdict(council(acts=acts), "unanimity_agrees")[0] == "contradiction"


def test_a_secretary_who_is_absent_is_a_contradiction():
    assert verdict(council(secretary=MAUD), "officers_are_present") == (
        "contradiction",
        "Maud RAVIER (secrétaire) n'est pas dans la salle.",
    )
    assert verdict(council(secretary=LISE), "officers_are_present")[0] == "ok"


def test_a_wrong_weekday_is_a_contradiction():
    thursday = datetime.date(2023, 3, 2)

    assert verdict(council(held_on=thursday, weekday="jeudi"), "calendar_agrees")[0] == "ok"
    assert verdict(council(held_on=thursday, weekday="mardi"), "calendar_agrees")[0] == "contradiction"


def test_the_quorum_is_more_than_half_and_counts_no_proxy():
    away = Roll(
        members=(Member(ODILE, was_present=True), Member(MAUD, was_present=False)),
        proxies=(Proxy(MAUD, ODILE),),
        order=(1,),
        in_office=2,
    )

    emergency = law_on(datetime.date(2021, 1, 5))

    assert PERMANENT.quorum(123) == 62
    assert emergency is not None
    assert emergency.quorum(15) == 5
    assert recount(away).questions[0].quorum_met is False
    assert law_on(datetime.date(2023, 3, 2)) == PERMANENT
    assert PERMANENT.is_confirmed_by_lawyer is False


@pytest.mark.parametrize(
    ("published", "last"),
    [
        (datetime.date(2023, 3, 8), datetime.date(2023, 5, 9)),
        (datetime.date(2023, 3, 9), datetime.date(2023, 5, 10)),
        (datetime.date(2022, 12, 31), datetime.date(2023, 3, 1)),
        (datetime.date(2023, 2, 27), datetime.date(2023, 4, 28)),
        (datetime.date(2023, 3, 31), datetime.date(2023, 6, 1)),
        (datetime.date(2023, 6, 13), datetime.date(2023, 8, 14)),
        (datetime.date(2023, 3, 7), datetime.date(2023, 5, 9)),
    ],
)
def test_the_last_day_of_appeal_is_two_clear_months_later_on_a_working_day(published, last):
    assert appeal_deadline(published, months=2) == last


def test_a_vote_given_for_the_whole_sitting_waits_while_its_giver_is_there():
    roll = council(proxies=[Proxy(LISE, HENRI)], late=3)

    assert [(count.question, count.represented, count.void) for count in recount(roll).questions] == [
        (1, 4, ()),
        (2, 4, ()),
        (3, 4, ()),
    ]


def test_totals_announced_are_held_to_the_lists():
    right = council(proxies=[Proxy(MAUD, HENRI)], declared_present=4, declared_proxies=1, declared_voters=5)
    wrong = council(proxies=[Proxy(MAUD, HENRI)], declared_present=3, declared_voters=6)

    said, words = verdict(right, "members_add_up")
    assert said == "ok"
    assert words.split(" ; ") == [
        "4 présents + 1 absent = 5 = 5 membres en exercice",
        "4 présents annoncés comme dans les listes",
        "1 procuration annoncée comme dans les listes.",
    ]
    assert verdict(right, "votes_add_up") == ("ok", "4 présents + 1 procuration = 5 = 5 votants annoncés.")
    assert verdict(wrong, "members_add_up") == ("contradiction", "3 présents annoncés, 4 dans les listes.")
    assert verdict(wrong, "votes_add_up")[0] == "contradiction"


def test_a_vote_half_said_is_not_added_up():
    half_said = [Act(question=1, votes_for=4)]
    unanimous = [Act(question=1, votes_for=4, unanimous=True)]

    assert verdict(council(acts=half_said), "votes_add_up")[0] == "not_checkable"
    assert verdict(council(acts=unanimous), "votes_add_up")[0] == "ok"


def test_a_substitute_sits_and_votes():
    roll = council(substitutes=(Substitute("Zoé NOVELLI", replaces=MAUD),))

    assert recount(roll).questions[0].present == 5
    assert verdict(roll, "members_add_up")[0] == "ok"


def test_acts_without_a_number_are_taken_in_their_order():
    acts = [Act(number="2023-01", votes_for=3, against=0, abstention=0), Act(number="2023-02")]
    roll = council(acts=acts, order=(), late=2)

    assert [count.question for count in recount(roll).questions] == [1, 2]
    assert verdict(roll, "votes_add_up")[0] == "ok"


def test_an_act_of_an_unknown_question_is_wrong_only_where_no_room_fits_it():
    fits_late = [Act(number="2023-18", votes_for=4, against=0, abstention=0)]
    fits_nowhere = [Act(number="2023-18", votes_for=9, against=0, abstention=0)]

    assert verdict(council(acts=fits_late, order=(), late=3), "votes_add_up")[0] == "ok"
    assert verdict(council(acts=fits_nowhere, order=(), late=3), "votes_add_up")[0] == "contradiction"


def test_a_notice_has_no_question_to_count():
    assert recount(Roll(members=(), held_on=datetime.date(2023, 6, 5))).questions == ()


def test_numbers_with_a_gap_or_twice_are_a_contradiction():
    def numbered(*numbers: str) -> Roll:
        return council(acts=[Act(number=number) for number in numbers])

    assert verdict(numbered("2023-4", "2023-6", "2023-5"), "calendar_agrees")[0] == "ok"
    assert verdict(numbered("2023-4", "2023-5", "2023-7"), "calendar_agrees")[0] == "contradiction"
    assert verdict(numbered("2023-4", "2023-4"), "calendar_agrees")[0] == "contradiction"


def test_the_grid_says_who_holds_whose_vote():
    rows = grid(council(proxies=[Proxy(MAUD, LISE)], late=2))

    assert [(cell.place, cell.by) for cell in rows[4]] == [
        (Place.AWAY, None),
        (Place.REPRESENTED, 0),
        (Place.REPRESENTED, 0),
    ]
    assert [cell.holding for cell in rows[2]] == [(), (0,), (0,)]
    assert rows[4][0].void == ((0, VoidReason.HOLDER_AWAY),)


ends = st.one_of(st.none(), st.integers(1, 8))
ranges = st.builds(QuestionRange, ends, ends)
names = st.sampled_from([ODILE, HENRI, LISE, PAUL, MAUD, "Inconnu BARBIER"])
rolls = st.builds(
    Roll,
    members=st.lists(
        st.builds(Member, names, was_present=st.booleans(), ranges=st.lists(ranges, max_size=2).map(tuple)),
        max_size=6,
    ).map(tuple),
    proxies=st.lists(st.builds(Proxy, names, names, ranges), max_size=5).map(tuple),
    order=st.permutations(range(1, 7)).map(tuple),
    acts=st.lists(
        st.builds(
            Act,
            question=st.one_of(st.none(), st.integers(1, 9)),
            votes_for=st.one_of(st.none(), st.integers(0, 9)),
        ),
        max_size=3,
    ).map(tuple),
    in_office=st.one_of(st.none(), st.integers(0, 9)),
    held_on=st.one_of(st.none(), st.dates()),
)


@given(rolls)
def test_a_recount_always_ends_and_represents_no_more_than_there_are_votes(roll):
    counted = recount(roll)

    assert len(counted.checks) == 10
    assert [count.question for count in counted.questions][: len(roll.order)] == list(roll.order)
    for count in counted.questions:
        assert count.represented == count.present + count.usable_proxies
        assert count.present <= len(roll.members)
        assert count.usable_proxies + len(count.void) <= len(roll.proxies)


@given(rolls)
def test_the_grid_and_the_recount_agree(roll):
    rows = grid(roll)
    counted = recount(roll)

    for position, count in enumerate(counted.questions):
        column = [row[position] for row in rows]
        assert sum(cell.place is Place.PRESENT for cell in column) == count.present
        assert sum(len(cell.holding) for cell in column) == count.usable_proxies


def test_who_takes_no_part_in_a_vote_is_not_missing_from_it():
    acts = [Act(question=1, votes_for=3, against=0, abstention=0, apart=(PAUL,))]

    assert verdict(council(acts=acts), "votes_add_up") == (
        "ok",
        "Question 1 : 4 présents + 0 procuration = 4 = 3 pour + 0 contre + 0 abstention + 1 sans prendre part au vote.",
    )
    assert verdict(council(acts=[replace(acts[0], apart=(MAUD,))]), "votes_add_up")[0] == "contradiction"


def test_the_vote_held_by_who_withdraws_goes_with_them_or_not():
    proxies = [Proxy(MAUD, PAUL)]
    for votes_for, expected in ((4, "ok"), (3, "ok"), (2, "contradiction")):
        acts = [Act(question=1, votes_for=votes_for, against=0, abstention=0, apart=(PAUL,))]

        assert verdict(council(proxies=proxies, acts=acts), "votes_add_up")[0] == expected


def test_the_papers_of_a_secret_ballot_are_held_to_the_votes_of_the_room():
    assert verdict(council(acts=[Act(question=1, voters=4)]), "votes_add_up")[0] == "ok"
    assert verdict(council(acts=[Act(question=1, voters=5)]), "votes_add_up")[0] == "contradiction"
