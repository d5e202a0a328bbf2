"""Every write of accounts and partners, each with what it needs and one call that changes something."""

import datetime

from declic.records.accounts import writes as accounts
from declic.records.accounts.choices import Role
from declic.records.partners import writes as partners
from declic.records.partners.choices import InstitutionKind
from declic.records.partners.values import Contact, Invited
from tests.people import CLAIRE, OPERATOR, signed_up
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


@write("partners.find_or_add_institution")
def _find_or_add_institution() -> Act:
    return _city


@write("partners.describe_institution")
def _describe_institution() -> Act:
    city = _city()
    return lambda: partners.describe_institution(
        city, short_name="Valmorte", kind=InstitutionKind.LOCAL_AUTHORITY, by=OPERATOR
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
