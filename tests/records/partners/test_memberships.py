"""A person acts for one institution at a time, is invited there, and leaves the same day."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from declic.records.accounts.choices import Role
from declic.records.accounts.models import User
from declic.records.accounts.rights import NotAllowedError
from declic.records.accounts.viewers import OPERATOR, VISITOR
from declic.records.accounts.writes import AccountExistsError, close_account
from declic.records.journal.models import Line
from declic.records.journal.reads import lines_about
from declic.records.partners import reads, writes
from declic.records.partners.joining import AlreadyMemberError
from declic.records.partners.models import Invitation, Membership
from tests.people import HUGO, LINA, MARC, signed_up


pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 11, 28, 10, 0, tzinfo=datetime.UTC)
LATER = NOW + datetime.timedelta(days=7)
PASSWORD = "un-long-mot-de-passe"  # noqa: S105 — of nobody


def user(number):
    return User.objects.get(pk=number)


def invited(marc, email="nora@demo.invalid", roles=()):
    return writes.invite(email, institution_id=marc.institution_id, roles=roles, now=NOW, by=marc)


# --- acting for an institution -------------------------------------------------------------------


def test_a_person_holds_the_roles_of_the_institution_they_act_for_and_no_other(marc, hugo):
    second = writes.join(
        marc.user_id, institution_id=hugo.institution_id, roles=[Role.CLERK], now=timezone.now(), by=OPERATOR
    )

    first = reads.viewer_of(user(marc.user_id))
    other = reads.viewer_of(user(marc.user_id), acting_for=second)

    assert (first.institution_id, first.roles) == (marc.institution_id, frozenset({"member", "manager"}))
    assert (other.institution_id, other.roles) == (hugo.institution_id, frozenset({"member", "clerk"}))


def test_nobody_acts_by_the_membership_of_another(marc, hugo):
    of_hugo = reads.my_memberships(viewer=hugo)[0].id

    assert reads.viewer_of(user(marc.user_id), acting_for=of_hugo).institution_id == marc.institution_id


def test_a_person_without_institution_holds_no_role(lina):
    writes.end_membership(reads.my_memberships(viewer=lina)[0].id, now=NOW, by=lina)

    assert reads.viewer_of(user(lina.user_id)).roles == frozenset()


def test_a_closed_account_is_a_visitor(lina):
    close_account(lina.user_id, by=OPERATOR)

    assert reads.viewer_of(user(lina.user_id)) is VISITOR


def test_nobody_is_a_visitor():
    from django.contrib.auth.models import AnonymousUser  # noqa: PLC0415 — the other tests have real people

    assert reads.viewer_of(AnonymousUser()) is VISITOR


# --- who is a member -----------------------------------------------------------------------------


def test_a_manager_sees_the_members_of_their_institution_and_of_no_other(marc, lina, hugo):
    assert [line.name for line in reads.members(marc.institution_id, viewer=marc)] == ["Lina", "Marc"]
    assert reads.members(hugo.institution_id, viewer=marc) == ()
    assert reads.members(marc.institution_id, viewer=lina) == ()
    assert reads.members(marc.institution_id, viewer=VISITOR) == ()


def test_a_manager_makes_managers_and_nothing_else(marc, lina):
    line = reads.my_memberships(viewer=lina)[0]

    writes.set_roles(line.id, roles=[Role.MANAGER], by=marc)
    with pytest.raises(NotAllowedError):
        writes.set_roles(line.id, roles=[Role.MANAGER, Role.PILOT], by=marc)

    assert reads.my_memberships(viewer=lina)[0].roles == ("member", "manager")


def test_a_manager_does_not_take_away_what_the_administrator_gave(marc, lina):
    line = reads.my_memberships(viewer=lina)[0]
    writes.set_roles(line.id, roles=[Role.PILOT], by=OPERATOR)

    with pytest.raises(NotAllowedError):
        writes.set_roles(line.id, roles=[], by=marc)


def test_nobody_changes_their_own_roles(marc, sofia):
    with pytest.raises(writes.OwnRolesError):
        writes.set_roles(reads.my_memberships(viewer=marc)[0].id, roles=[], by=marc)
    with pytest.raises(writes.OwnRolesError):
        writes.set_roles(
            reads.my_memberships(viewer=sofia)[0].id, roles=[Role.PILOT, Role.ADMINISTRATOR], by=sofia
        )


def test_the_same_roles_again_leave_no_line(marc, lina):
    number = reads.my_memberships(viewer=lina)[0].id
    before = Line.objects.count()

    writes.set_roles(number, roles=[], by=marc)

    assert Line.objects.count() == before


def test_a_departure_takes_every_role_away_at_once(marc, lina):
    number = reads.my_memberships(viewer=lina)[0].id

    writes.end_membership(number, now=NOW, by=marc)
    writes.end_membership(number, now=LATER, by=marc)

    assert reads.viewer_of(user(lina.user_id)).institution_id is None
    assert Membership.objects.get(pk=number).ended_at == NOW
    assert [line.verb for line in lines_about(f"membership {number}")] == ["opened", "ended"]


@pytest.mark.parametrize("person", [HUGO, LINA], ids=["another manager", "a colleague"])
def test_others_record_no_departure(marc, person):
    other = signed_up(person)

    with pytest.raises(NotAllowedError):
        writes.end_membership(reads.my_memberships(viewer=marc)[0].id, now=NOW, by=other)


def test_who_left_may_come_back(marc, lina):
    writes.end_membership(reads.my_memberships(viewer=lina)[0].id, now=NOW, by=marc)
    writes.join(lina.user_id, institution_id=marc.institution_id, roles=[], now=LATER, by=OPERATOR)

    assert [line.began_at for line in reads.my_memberships(viewer=lina)] == [LATER]


def test_nobody_joins_twice(marc):
    with pytest.raises(AlreadyMemberError):
        writes.join(marc.user_id, institution_id=marc.institution_id, roles=[], now=NOW, by=OPERATOR)


@pytest.mark.parametrize("stranger", [VISITOR, HUGO], ids=["visitor", "manager elsewhere"])
def test_nobody_is_made_a_member_by_who_may_not_give_that_role_even_without_any_other(marc, lina, stranger):
    by = signed_up(stranger) if stranger is HUGO else stranger
    writes.end_membership(reads.my_memberships(viewer=lina)[0].id, now=timezone.now(), by=lina)

    with pytest.raises(NotAllowedError):
        writes.join(lina.user_id, institution_id=marc.institution_id, roles=(), now=timezone.now(), by=by)


def test_the_database_refuses_two_open_memberships_and_a_role_after_departure(marc):
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(user_id=marc.user_id, institution_id=marc.institution_id, began_at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.filter(user_id=marc.user_id).update(ended_at=NOW)


# --- invitations ---------------------------------------------------------------------------------


def test_an_invited_person_opens_their_account_and_their_membership_once(marc):
    link = invited(marc, roles=[Role.MANAGER]).link

    number = writes.accept_invitation(link, name="Nora", password=PASSWORD, now=NOW)

    viewer = reads.viewer_of(user(number))
    assert (viewer.name, viewer.institution_id) == ("Nora", marc.institution_id)
    assert viewer.roles == {"member", "manager"}
    assert Invitation.objects.get().email == ""
    with pytest.raises(writes.InvitationClosedError):
        writes.accept_invitation(link, name="Nora", password=PASSWORD, now=NOW)


def test_an_invited_person_needs_no_password(marc):
    number = writes.accept_invitation(invited(marc).link, name="Nora", password=None, now=NOW)

    assert not user(number).has_usable_password()


def test_who_has_an_account_answers_signed_in_and_nobody_else_does(marc, hugo, lina):
    link = writes.invite(HUGO.email, institution_id=marc.institution_id, roles=[], now=NOW, by=marc).link

    with pytest.raises(AccountExistsError):
        writes.accept_invitation(link, name="Hugo", password=PASSWORD, now=NOW)
    with pytest.raises(NotAllowedError):
        writes.accept_invitation(link, name="", password=None, now=NOW, by=lina)
    assert writes.accept_invitation(link, name="", password=None, now=NOW, by=hugo) == hugo.user_id

    assert len(reads.my_memberships(viewer=hugo)) == 2


@pytest.mark.parametrize("at", [LATER, LATER + datetime.timedelta(days=400)])
def test_a_link_that_is_out_of_date_opens_nothing(marc, at):
    link = invited(marc).link

    assert reads.invitation_of_link(link, now=at) is None
    with pytest.raises(writes.InvitationClosedError):
        writes.accept_invitation(link, name="Nora", password=PASSWORD, now=at)


def test_a_withdrawn_invitation_opens_nothing(marc):
    made = invited(marc)
    writes.withdraw_invitation(made.id, now=NOW, by=marc)
    writes.withdraw_invitation(made.id, now=NOW, by=marc)

    with pytest.raises(writes.InvitationClosedError):
        writes.accept_invitation(made.link, name="Nora", password=PASSWORD, now=NOW)
    assert reads.invitations(marc.institution_id, viewer=marc, now=NOW) == ()


@pytest.mark.parametrize("altered", ["", "x", "WzEsIngiXQ:1abc:def"])
def test_an_altered_link_opens_nothing(marc, altered):
    link = invited(marc).link

    assert reads.invitation_of_link(altered, now=NOW) is None
    assert reads.invitation_of_link(link[:-1] + ("A" if link[-1] != "A" else "B"), now=NOW) is None


def test_a_second_invitation_of_one_person_replaces_the_first(marc):
    first, second = invited(marc), invited(marc, email=" NORA@demo.invalid", roles=[Role.MANAGER])

    assert second.id == first.id
    assert reads.invitation_of_link(first.link, now=NOW) is None
    assert [line.roles for line in reads.invitations(marc.institution_id, viewer=marc, now=NOW)] == [
        ("member", "manager")
    ]


def test_who_works_there_already_is_not_invited(marc, lina):
    assert lina.is_signed_in
    with pytest.raises(AlreadyMemberError):
        writes.invite(LINA.email, institution_id=marc.institution_id, roles=[], now=NOW, by=marc)


def test_nobody_invites_elsewhere_or_beyond_their_own_right(marc, lina, hugo):
    with pytest.raises(NotAllowedError):
        writes.invite("n@demo.invalid", institution_id=hugo.institution_id, roles=[], now=NOW, by=marc)
    with pytest.raises(NotAllowedError):
        invited(marc, roles=[Role.ADMINISTRATOR])
    with pytest.raises(NotAllowedError):
        writes.invite("n@demo.invalid", institution_id=lina.institution_id, roles=[], now=NOW, by=lina)
    assert reads.invitations(marc.institution_id, viewer=hugo, now=NOW) == ()


def test_an_administrator_invites_the_first_manager_of_an_institution(sofia):
    number = writes.find_or_add_institution("Régie des Tilleuls", by=sofia)

    made = writes.invite("n@demo.invalid", institution_id=number, roles=[Role.MANAGER], now=NOW, by=sofia)

    assert reads.invitation_of_link(made.link, now=NOW) is not None


def test_invitations_that_nobody_answered_lose_their_e_mail(marc):
    invited(marc)

    assert writes.close_late_invitations(now=NOW, by=OPERATOR) == 0
    assert writes.close_late_invitations(now=LATER, by=OPERATOR) == 1
    assert Invitation.objects.get().email == ""


def test_a_membership_is_erased_a_year_after_the_departure_and_not_before(marc):
    left = writes.accept_invitation(invited(marc).link, name="Nora", password=PASSWORD, now=NOW)
    number = Membership.objects.get(user_id=left).pk
    writes.end_membership(number, now=NOW, by=OPERATOR)
    day_before, day_after = (NOW + datetime.timedelta(days=days) for days in (364, 366))

    assert writes.erase_old_memberships(now=day_before, by=OPERATOR) == 0
    assert writes.erase_old_memberships(now=day_after, by=OPERATOR) == 2  # with the invitation that led to it

    assert not Membership.objects.filter(pk=number).exists()
    assert not Invitation.objects.exists()
    assert writes.erase_old_memberships(now=day_after, by=OPERATOR) == 0


def test_only_who_keeps_accounts_erases_old_memberships(marc):
    with pytest.raises(NotAllowedError):
        writes.erase_old_memberships(now=LATER, by=marc)


def test_no_line_of_the_journal_holds_a_name_or_an_e_mail(marc):
    writes.accept_invitation(invited(marc).link, name="Nora", password=PASSWORD, now=NOW)

    said = " ".join(f"{line.who} {line.verb} {line.about}" for line in Line.objects.all())
    assert MARC.name not in said
    assert "Nora" not in said
    assert "@" not in said
