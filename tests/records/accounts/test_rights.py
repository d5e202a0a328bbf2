"""Who may do what, as a table that a lawyer can read."""

import pytest

from declic.records.accounts import rights
from declic.records.accounts.choices import Because, Role
from declic.records.accounts.rights import NotAllowedError, demand
from declic.records.accounts.rules import FactsError, Rule
from declic.records.accounts.viewers import OPERATOR, VISITOR, Viewer
from tests.people import CLAIRE, JEANNE, LINA, MARC, ODILE, SOFIA, viewer_without_database


MINE, OTHERS = 10, 11
VIEWERS = {
    "visitor": VISITOR,
    "account without a role": Viewer(user_id=9, name="Nora", institution_id=MINE),
    "member": viewer_without_database(LINA, number=5, institution=MINE),
    "manager": viewer_without_database(MARC, number=4, institution=MINE),
    "clerk": viewer_without_database(JEANNE, number=2, institution=MINE),
    "pilot": viewer_without_database(CLAIRE, number=1, institution=MINE),
    "coordinator": viewer_without_database(ODILE, number=3, institution=MINE),
    "administrator": viewer_without_database(SOFIA, number=6, institution=MINE),
    "operator": OPERATOR,
}
PUBLISHED, HIDDEN = {"public": True}, {"public": False}
HERE, ELSEWHERE = {"institution": MINE}, {"institution": OTHERS}
YOURS, THEIRS = {"axis_pilots": frozenset({1, 77})}, {"axis_pilots": frozenset({77})}
"""An axis that the pilot of the table pilots with another, and one of somebody else."""
NOBODYS = {"axis_pilots": frozenset[int]()}
Y, N = True, False
TABLE = [
    #                                visitor, no role,  member, manager, clerk, pilot, coord., admin., operator
    ("may_read_published", {}, (Y, Y, Y, Y, Y, Y, Y, Y, Y)),
    ("may_read_document", PUBLISHED, (Y, Y, Y, Y, Y, Y, Y, Y, Y)),
    ("may_read_document", HIDDEN, (N, N, N, N, Y, Y, Y, N, Y)),
    ("may_check_sittings", PUBLISHED, (Y, Y, Y, Y, Y, Y, Y, Y, Y)),
    ("may_check_sittings", HIDDEN, (N, N, N, N, Y, Y, Y, N, Y)),
    ("may_read_contact_persons", PUBLISHED, (Y, Y, Y, Y, Y, Y, Y, Y, Y)),
    ("may_read_contact_persons", HIDDEN, (N, N, Y, Y, Y, Y, Y, Y, Y)),
    ("may_review_documents", {}, (N, N, N, N, Y, Y, Y, N, Y)),
    ("may_see_pilot_pages", {}, (N, N, N, N, N, Y, Y, N, Y)),
    ("may_edit_pact", {}, (N, N, N, N, N, Y, Y, N, Y)),
    ("may_name_pilots", {**THEIRS, "is_piloted": True}, (N, N, N, N, N, N, Y, N, Y)),
    ("may_name_pilots", {**YOURS, "is_piloted": True}, (N, N, N, N, N, Y, Y, N, Y)),
    ("may_name_pilots", {**NOBODYS, "is_piloted": False}, (N, N, N, N, N, Y, Y, N, Y)),
    ("may_steer_axis", THEIRS, (N, N, N, N, N, N, Y, N, Y)),
    ("may_steer_axis", YOURS, (N, N, N, N, N, Y, Y, N, Y)),
    ("may_open_sheet", {**THEIRS, "leads": frozenset({OTHERS})}, (N, N, N, N, N, N, Y, N, Y)),
    ("may_open_sheet", {**THEIRS, "leads": frozenset({MINE})}, (N, N, Y, Y, Y, Y, Y, Y, Y)),
    ("may_read_sheet", {"published": True}, (Y, Y, Y, Y, Y, Y, Y, Y, Y)),
    ("may_read_sheet", {"published": False}, (N, N, Y, Y, Y, Y, Y, Y, Y)),
    ("may_edit_sheet", {**THEIRS, "carriers": frozenset({OTHERS})}, (N, N, N, N, N, N, Y, N, Y)),
    ("may_edit_sheet", {**YOURS, "carriers": frozenset({OTHERS})}, (N, N, N, N, N, Y, Y, N, Y)),
    ("may_edit_sheet", {**THEIRS, "carriers": frozenset({MINE, OTHERS})}, (N, N, Y, Y, Y, Y, Y, Y, Y)),
    ("may_follow_sheet", {**THEIRS, "partners": frozenset({OTHERS})}, (N, N, N, N, N, N, Y, N, Y)),
    ("may_follow_sheet", {**THEIRS, "partners": frozenset({MINE})}, (N, N, Y, Y, Y, Y, Y, Y, Y)),
    ("may_read_committees", {}, (N, N, Y, Y, Y, Y, Y, Y, Y)),
    ("may_keep_committees", {}, (N, N, N, N, N, Y, Y, N, Y)),
    ("may_work_here", {}, (N, N, Y, Y, Y, Y, Y, Y, N)),
    ("may_add_institutions", {}, (N, N, N, N, Y, Y, Y, Y, Y)),
    ("may_describe_institution", HERE, (N, N, N, Y, N, Y, Y, N, Y)),
    ("may_describe_institution", ELSEWHERE, (N, N, N, N, N, Y, Y, N, Y)),
    ("may_keep_contact_persons", HERE, (N, N, N, Y, N, N, N, N, Y)),
    ("may_keep_contact_persons", ELSEWHERE, (N, N, N, N, N, N, N, N, Y)),
    ("may_read_members", HERE, (N, N, N, Y, N, N, N, Y, Y)),
    ("may_read_members", ELSEWHERE, (N, N, N, N, N, N, N, Y, Y)),
    ("may_give_role", {**HERE, "role": "member"}, (N, N, N, Y, N, N, N, Y, Y)),
    ("may_give_role", {**HERE, "role": "manager"}, (N, N, N, Y, N, N, N, Y, Y)),
    ("may_give_role", {**HERE, "role": "pilot"}, (N, N, N, N, N, N, N, Y, Y)),
    ("may_give_role", {**HERE, "role": "administrator"}, (N, N, N, N, N, N, N, Y, Y)),
    ("may_give_role", {**ELSEWHERE, "role": "member"}, (N, N, N, N, N, N, N, Y, Y)),
    ("may_end_membership", {**HERE, "user": 5}, (N, N, Y, Y, N, N, N, Y, Y)),
    ("may_end_membership", {**ELSEWHERE, "user": 5}, (N, N, Y, N, N, N, N, Y, Y)),
    ("may_end_membership", {**ELSEWHERE, "user": 99}, (N, N, N, N, N, N, N, Y, Y)),
    ("may_use_account", {"user": 5}, (N, N, Y, N, N, N, N, N, N)),
    ("may_use_account", {"user": None}, (N, N, N, N, N, N, N, N, N)),
    ("may_keep_accounts", {}, (N, N, N, N, N, N, N, Y, Y)),
    ("may_verify_records", {}, (N, N, N, N, N, N, N, N, Y)),
]
CASES = [
    pytest.param(rule, facts, viewer, expected, id=f"{rule} {facts} {viewer}")
    for rule, facts, answers in TABLE
    for viewer, expected in zip(VIEWERS, answers, strict=True)
]


@pytest.mark.parametrize(("rule", "facts", "viewer", "expected"), CASES)
def test_a_rule_says_who_may(rule, facts, viewer, expected):
    assert getattr(rights, rule)(VIEWERS[viewer], **facts) is expected


def test_every_rule_is_in_the_table():
    rules = {name for name, value in vars(rights).items() if isinstance(value, Rule)}

    assert rules == {name for name, _facts, _answers in TABLE}


def test_the_second_factor_is_for_who_reads_names_or_gives_rights():
    needing = [name for name, viewer in VIEWERS.items() if rights.needs_second_factor(viewer)]

    assert needing == ["manager", "coordinator", "administrator"]


def test_a_rule_says_why():
    ground = rights.may_read_document.ground(VIEWERS["pilot"], public=False)

    assert ground is not None
    assert ground.because is Because.PILOTS
    assert rights.may_read_document.ground(VIEWERS["member"], public=False) is None


def test_a_rule_that_is_asked_without_its_facts_answers_nothing():
    with pytest.raises(FactsError):
        rights.may_read_document(VISITOR)
    with pytest.raises(FactsError):
        rights.may_read_document(VISITOR, public=True, institution=MINE)


def test_every_rule_says_in_a_sentence_what_it_means():
    rules = [value for value in vars(rights).values() if isinstance(value, Rule)]

    assert [rule.name for rule in rules if not rule.said.endswith(".")] == []


ROLES_OF_NOBODY = Viewer(None, "", frozenset({Role.PILOT.value, Role.MEMBER.value}))
NOBODY = frozenset({None})
OF_NOBODY: list[tuple[str, dict[str, object]]] = [
    ("may_steer_axis", {"axis_pilots": NOBODY}),
    ("may_open_sheet", {"axis_pilots": NOBODY, "leads": NOBODY}),
    ("may_edit_sheet", {"axis_pilots": NOBODY, "carriers": NOBODY}),
    ("may_follow_sheet", {"axis_pilots": NOBODY, "partners": NOBODY}),
]
"""What nobody is named for, asked by roles that nobody holds: an empty name matches no empty name."""


@pytest.mark.parametrize(("rule", "facts"), OF_NOBODY)
def test_roles_of_nobody_open_nothing_that_nobody_is_named_for(rule, facts):
    assert getattr(rights, rule)(ROLES_OF_NOBODY, **facts) is False


def test_a_manager_of_no_institution_manages_nothing():
    lost = Viewer(8, "Nora", frozenset({Role.MEMBER.value, Role.MANAGER.value}))

    assert rights.may_read_members.grounds(lost) == ()
    assert rights.may_keep_contact_persons.grounds(lost) == ()


def test_what_is_not_allowed_is_refused():
    demand(True)
    with pytest.raises(NotAllowedError):
        demand(False)


def test_a_role_that_was_not_given_opens_nothing_more():
    with_unknown = Viewer(8, "Nora", frozenset({Role.MEMBER.value, "mayor"}), MINE)

    assert rights.may_work_here(with_unknown)
    assert not rights.may_see_pilot_pages(with_unknown)


def test_the_journal_names_people_by_number():
    marks = {
        name: viewer.mark for name, viewer in VIEWERS.items() if name in {"visitor", "pilot", "operator"}
    }

    assert marks == {"visitor": "visitor", "pilot": "user 1", "operator": "operator"}
