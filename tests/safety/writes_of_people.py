"""Every write of accounts and partners, each with what it needs and one call that changes something."""

import datetime

from django.test import Client

from declic.records.accounts import reads, writes as accounts
from declic.records.accounts.choices import Event, Role
from declic.records.accounts.models import Session, User
from declic.records.accounts.viewers import Viewer
from declic.records.partners import writes as partners
from declic.records.partners.choices import InstitutionKind
from declic.records.partners.values import Contact, Description, Invited
from tests.people import CLAIRE, OPERATOR, VISITOR, signed_up
from tests.safety.scenarios import Act, write


NOW = datetime.datetime(2031, 5, 14, 9, 30, tzinfo=datetime.UTC)
PAUL = Contact(name="Paul", function="accueil", phone="00 00 00 00 00")


def _city() -> int:
    return partners.find_or_add_institution("Ville de Valmorte", by=OPERATOR)


def _person() -> int:
    return accounts.create_account("nora@demo.invalid", name="Nora", password=CLAIRE.password, by=OPERATOR)


def _membership() -> int:
    return partners.join(_person(), institution_id=_city(), roles=[Role.PILOT], now=NOW, by=OPERATOR)


def _invitation() -> Invited:
    return partners.invite(
        "paul@demo.invalid", institution_id=_city(), roles=[Role.PILOT], now=NOW, by=OPERATOR
    )


@write("accounts.create_account")
def _create_account() -> Act:
    return _person


@write("accounts.close_account")
def _close_account() -> Act:
    number = signed_up(CLAIRE).user_id or 0
    return lambda: accounts.close_account(number, by=OPERATOR)


@write("accounts.create_invited_account")
def _create_invited_account() -> Act:
    return lambda: accounts.create_invited_account(
        "paul@demo.invalid", name="Paul", password=CLAIRE.password, by=OPERATOR
    )


def _signed_in() -> Viewer:
    """Give Claire, with two browsers in which she is signed in."""
    claire = signed_up(CLAIRE)
    for _browser in range(2):
        Client().force_login(User.objects.get(email=CLAIRE.email))
    assert Session.objects.filter(account_id=claire.user_id).count() == 2
    return claire


@write("accounts.reset_second_factor")
def _reset_second_factor() -> Act:
    _signed_in()
    return lambda: accounts.reset_second_factor(CLAIRE.email, by=OPERATOR)


@write("accounts.recorded")
def _recorded() -> Act:
    claire = signed_up(CLAIRE)

    def rename() -> None:
        with accounts.recorded(Event.PASSWORD_CHANGED, claire.user_id or 0, by=claire):
            User.objects.filter(email=CLAIRE.email).update(name="Claire A.")

    return rename


@write("accounts.note_event")
def _note_event() -> Act:
    claire = signed_up(CLAIRE)
    return lambda: accounts.note_event(Event.SIGNED_IN, claire.user_id, by=claire)


@write("accounts.note_failed_sign_in")
def _note_failed_sign_in() -> Act:
    signed_up(CLAIRE)
    return lambda: accounts.note_failed_sign_in(CLAIRE.email, by=VISITOR)


@write("accounts.keep_password")
def _keep_password() -> Act:
    claire = _signed_in()
    return lambda: accounts.keep_password(
        claire.user_id or 0, encoded="md5$a$b", keep_session=None, by=claire
    )


@write("accounts.end_session")
def _end_session() -> Act:
    claire = _signed_in()
    mark = reads.own_sessions(this_key=None, viewer=claire)[0].mark
    return lambda: accounts.end_session(mark, by=claire)


@write("accounts.end_other_sessions")
def _end_other_sessions() -> Act:
    claire = _signed_in()
    return lambda: accounts.end_other_sessions(keep_session=None, by=claire)


@write("accounts.link_identity")
def _link_identity() -> Act:
    claire = signed_up(CLAIRE)
    return lambda: accounts.link_identity(claire.user_id or 0, issuer="demo", subject="42", by=claire)


@write("accounts.tidy_accounts")
def _tidy_accounts() -> Act:
    _signed_in()
    Session.objects.update(expire_date=NOW.replace(year=2001))
    return lambda: accounts.tidy_accounts(by=OPERATOR)


@write("partners.find_or_add_institution")
def _find_or_add_institution() -> Act:
    return _city


@write("partners.describe_institution")
def _describe_institution() -> Act:
    city = _city()
    return lambda: partners.describe_institution(
        city, description=Description("Valmorte", InstitutionKind.LOCAL_AUTHORITY.value), by=OPERATOR
    )


@write("partners.join")
def _join() -> Act:
    city, person = _city(), _person()
    return lambda: partners.join(person, institution_id=city, roles=[Role.CLERK], now=NOW, by=OPERATOR)


@write("partners.set_roles")
def _set_roles() -> Act:
    membership = _membership()
    return lambda: partners.set_roles(membership, roles=[Role.CLERK], by=OPERATOR)


@write("partners.end_membership")
def _end_membership() -> Act:
    membership = _membership()
    return lambda: partners.end_membership(membership, now=NOW, by=OPERATOR)


@write("partners.invite")
def _invite() -> Act:
    city = _city()
    return lambda: partners.invite(
        "paul@demo.invalid", institution_id=city, roles=[Role.PILOT], now=NOW, by=OPERATOR
    )


@write("partners.withdraw_invitation")
def _withdraw_invitation() -> Act:
    invited = _invitation()
    return lambda: partners.withdraw_invitation(invited.id, now=NOW, by=OPERATOR)


@write("partners.accept_invitation")
def _accept_invitation() -> Act:
    invited = _invitation()
    return lambda: partners.accept_invitation(invited.link, name="Paul", password=CLAIRE.password, now=NOW)


@write("partners.erase_old_memberships")
def _erase_old_memberships() -> Act:
    partners.end_membership(_membership(), now=NOW, by=OPERATOR)
    later = NOW + datetime.timedelta(days=400)
    return lambda: partners.erase_old_memberships(now=later, by=OPERATOR)


@write("partners.close_late_invitations")
def _close_late_invitations() -> Act:
    later = _invitation().expires_at + datetime.timedelta(days=1)
    return lambda: partners.close_late_invitations(now=later, by=OPERATOR)


@write("partners.add_contact_person")
def _add_contact_person() -> Act:
    city = _city()
    return lambda: partners.add_contact_person(city, contact=PAUL, by=OPERATOR)


@write("partners.change_contact_person")
def _change_contact_person() -> Act:
    number = partners.add_contact_person(_city(), contact=PAUL, by=OPERATOR)
    other = Contact(name="Paul", function="direction", phone=PAUL.phone)
    return lambda: partners.change_contact_person(number, contact=other, by=OPERATOR)


@write("partners.remove_contact_person")
def _remove_contact_person() -> Act:
    number = partners.add_contact_person(_city(), contact=PAUL, by=OPERATOR)
    return lambda: partners.remove_contact_person(number, by=OPERATOR)
