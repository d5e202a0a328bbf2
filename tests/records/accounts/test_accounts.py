"""Accounts are opened by the operator alone, found whatever the letters' case, and closed for good."""

import pytest
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from declic.records.accounts.models import User
from declic.records.accounts.reads import list_accounts
from declic.records.accounts.rights import NotAllowedError
from declic.records.accounts.viewers import OPERATOR, VISITOR, Viewer
from declic.records.accounts.writes import AccountExistsError, close_account, create_account
from declic.records.journal.reads import lines_about
from tests.people import CLAIRE


pytestmark = pytest.mark.django_db


def open_account(email: str = CLAIRE.email, password: str = CLAIRE.password, by: Viewer = OPERATOR) -> int:
    return create_account(email, name="Claire", password=password, by=by)


def test_a_person_signs_in_with_their_e_mail_whatever_its_case():
    number = open_account(email="  Claire@Demo.invalid ")

    user = authenticate(username="CLAIRE@demo.INVALID", password=CLAIRE.password)

    assert user is not None
    assert user.pk == number


def test_a_wrong_password_opens_nothing():
    open_account()

    assert authenticate(username="claire@demo.invalid", password=CLAIRE.password[:-1]) is None


def test_an_account_leaves_a_journal_line_without_a_name():
    number = open_account()

    assert [(line.who, line.verb) for line in lines_about(f"user {number}")] == [("operator", "created")]


def test_one_e_mail_has_one_account():
    open_account()

    with pytest.raises(AccountExistsError):
        open_account(email="CLAIRE@demo.invalid")


def test_a_short_password_is_refused():
    too_short = CLAIRE.password[:14]

    with pytest.raises(ValidationError):
        open_account(password=too_short)


def test_only_the_operator_keeps_accounts(claire):
    with pytest.raises(NotAllowedError):
        open_account(email="nora@demo.invalid", by=claire)
    with pytest.raises(NotAllowedError):
        close_account(claire.user_id, by=VISITOR)
    assert list_accounts(viewer=claire) == ()


def test_a_closed_account_signs_in_no_more(claire):
    close_account(claire.user_id, by=OPERATOR)

    assert authenticate(username=CLAIRE.email, password=CLAIRE.password) is None
    assert [account.is_active for account in list_accounts(viewer=OPERATOR)] == [False]


def test_closing_an_unknown_account_says_so():
    with pytest.raises(LookupError):
        close_account(404, by=OPERATOR)


@pytest.mark.usefixtures("claire", "jeanne")
def test_accounts_are_listed_for_their_keepers(sofia):
    assert [account.name for account in list_accounts(viewer=OPERATOR)] == ["Claire", "Jeanne", "Sofia"]
    assert list_accounts(viewer=sofia) == list_accounts(viewer=OPERATOR)


@pytest.mark.parametrize(
    "wrong",
    [
        {"email": "Claire@demo.invalid", "name": "Claire"},
        {"email": "claire@demo.invalid", "name": ""},
    ],
    ids=["an e-mail with capitals", "no name"],
)
def test_the_database_refuses(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(**wrong)


def test_the_database_refuses_two_accounts_of_one_e_mail():
    User.objects.create(email="a@demo.invalid", name="A")

    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(email="a@demo.invalid", name="B")


def test_an_account_does_not_show_a_name_in_a_log(claire):
    assert str(User.objects.get(pk=claire.user_id)) == f"user {claire.user_id}"
