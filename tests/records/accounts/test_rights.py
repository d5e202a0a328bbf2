"""Who may do what, as a table that a lawyer can read."""

import pytest

from declic.records.accounts import rights
from declic.records.accounts.rights import NotAllowedError, demand
from declic.records.accounts.viewers import OPERATOR, VISITOR, Viewer, viewer_of
from tests.people import CLAIRE, JEANNE, viewer_without_database


VIEWERS = {
    "visitor": VISITOR,
    "stranger with an account": Viewer(user_id=9, name="Nora"),
    "clerk": viewer_without_database(JEANNE, number=2),
    "pilot": viewer_without_database(CLAIRE, number=1),
    "operator": OPERATOR,
}
YES, NO = True, False
TABLE = {
    #                          visitor, stranger, clerk, pilot, operator
    "may_read_published": (YES, YES, YES, YES, YES),
    "may_review_documents": (NO, NO, YES, YES, YES),
    "may_see_pilot_pages": (NO, NO, NO, YES, YES),
    "may_edit_pact": (NO, NO, NO, YES, YES),
    "may_keep_accounts": (NO, NO, NO, NO, YES),
    "may_verify_records": (NO, NO, NO, NO, YES),
}
CASES = [
    (rule, viewer, expected)
    for rule, answers in TABLE.items()
    for viewer, expected in zip(VIEWERS, answers, strict=True)
]


@pytest.mark.parametrize(("rule", "viewer", "expected"), CASES)
def test_a_rule_says_who_may(rule, viewer, expected):
    assert getattr(rights, rule)(VIEWERS[viewer]) is expected


@pytest.mark.parametrize("rule", ["may_read_document", "may_check_sittings"])
@pytest.mark.parametrize(
    ("viewer", "while_reviewed"), list(zip(VIEWERS, (NO, NO, YES, YES, YES), strict=True))
)
def test_a_published_document_is_everyones_and_one_under_review_is_for_reviewers(
    rule, viewer, while_reviewed
):
    may = getattr(rights, rule)

    assert may(VIEWERS[viewer], public=True) is True
    assert may(VIEWERS[viewer], public=False) is while_reviewed


def test_every_rule_is_in_the_table():
    rules = {name for name in vars(rights) if name.startswith("may_")}

    assert rules == {*TABLE, "may_read_document", "may_check_sittings"}


def test_what_is_not_allowed_is_refused():
    demand(True)
    with pytest.raises(NotAllowedError):
        demand(False)


class Someone:
    """A user as Django gives it, without a database."""

    pk, name, is_authenticated = 4, "Claire", True
    is_pilot, is_clerk = True, False

    def __init__(self, *, is_active: bool) -> None:
        self.is_active = is_active


def test_a_signed_in_person_is_seen_with_their_roles():
    assert viewer_of(Someone(is_active=True)) == Viewer(4, "Claire", frozenset({"pilot"}))


def test_a_closed_account_is_a_visitor():
    assert viewer_of(Someone(is_active=False)) is VISITOR


def test_nobody_is_a_visitor():
    from django.contrib.auth.models import AnonymousUser  # noqa: PLC0415 — the other tests need no Django

    assert viewer_of(AnonymousUser()) is VISITOR


def test_the_journal_names_people_by_number():
    marks = {name: viewer.mark for name, viewer in VIEWERS.items()}

    assert marks == {
        "visitor": "visitor",
        "stranger with an account": "user 9",
        "clerk": "user 2",
        "pilot": "user 1",
        "operator": "operator",
    }
