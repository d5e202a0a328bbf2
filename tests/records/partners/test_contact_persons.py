"""Whom to call is kept by the institution itself, and shown as far as it says."""

import datetime
from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from declic.records.accounts.rights import NotAllowedError
from declic.records.accounts.viewers import VISITOR
from declic.records.journal.reads import lines_about
from declic.records.partners import reads, writes
from declic.records.partners.contacting import WrongContactError
from declic.records.partners.models import ContactPerson
from declic.records.partners.values import Contact


pytestmark = pytest.mark.django_db
ANNE = Contact(name="Anne", function="Accueil", topics="culture", phone="03 00 00 00 00")


def names(institution_id, viewer):
    return [line.name for line in reads.contact_persons(institution_id, viewer=viewer)]


def test_partners_find_every_contact_person_and_everyone_those_that_are_published(marc, hugo):
    writes.add_contact_person(marc.institution_id, contact=ANNE, by=marc)
    writes.add_contact_person(
        marc.institution_id, contact=replace(ANNE, name="Paul", is_public=True), by=marc
    )

    assert names(marc.institution_id, hugo) == ["Anne", "Paul"]
    assert names(marc.institution_id, VISITOR) == ["Paul"]


def test_a_deputy_answers_while_somebody_is_away_and_is_named_to_who_may_know_them(marc):
    paul = writes.add_contact_person(marc.institution_id, contact=replace(ANNE, name="Paul"), by=marc)
    away = replace(ANNE, is_public=True, absent_until=datetime.date(2026, 12, 24), deputy_id=paul)
    anne = writes.add_contact_person(marc.institution_id, contact=away, by=marc)

    seen_by_marc = reads.contact_person(anne, viewer=marc)
    seen_by_all = reads.contact_person(anne, viewer=VISITOR)

    assert seen_by_marc is not None
    assert seen_by_all is not None
    assert (seen_by_marc.deputy_name, seen_by_marc.absent_until) == ("Paul", datetime.date(2026, 12, 24))
    assert (seen_by_all.deputy_name, seen_by_all.deputy_id) == ("", None)


def test_the_same_person_twice_is_one_and_a_namesake_is_refused(marc):
    first = writes.add_contact_person(marc.institution_id, contact=ANNE, by=marc)

    assert writes.add_contact_person(marc.institution_id, contact=ANNE, by=marc) == first
    with pytest.raises(WrongContactError):
        writes.add_contact_person(marc.institution_id, contact=replace(ANNE, function="Direction"), by=marc)
    assert [line.verb for line in lines_about(f"contact person {first}")] == ["added"]


def test_a_contact_person_is_changed_and_erased_by_their_manager_alone(marc, lina, hugo, sofia):
    number = writes.add_contact_person(marc.institution_id, contact=ANNE, by=marc)

    for other in (lina, hugo, sofia, VISITOR):
        with pytest.raises(NotAllowedError):
            writes.change_contact_person(number, contact=ANNE, by=other)
        with pytest.raises(NotAllowedError):
            writes.remove_contact_person(number, by=other)
        with pytest.raises(NotAllowedError):
            writes.add_contact_person(marc.institution_id, contact=replace(ANNE, name="X"), by=other)
    writes.change_contact_person(number, contact=replace(ANNE, topics="santé"), by=marc)
    changed = reads.contact_person(number, viewer=marc)
    writes.remove_contact_person(number, by=marc)

    assert changed is not None
    assert changed.topics == "santé"
    assert reads.contact_person(number, viewer=marc) is None


@pytest.mark.parametrize(
    "wrong",
    [replace(ANNE, name="  "), replace(ANNE, phone=""), replace(ANNE, deputy_id=404)],
    ids=["no name", "cannot be reached", "an unknown deputy"],
)
def test_what_cannot_be_kept_is_said(marc, wrong):
    with pytest.raises(WrongContactError):
        writes.add_contact_person(marc.institution_id, contact=wrong, by=marc)


def test_nobody_is_their_own_deputy_nor_takes_the_name_of_another(marc):
    anne = writes.add_contact_person(marc.institution_id, contact=ANNE, by=marc)
    writes.add_contact_person(marc.institution_id, contact=replace(ANNE, name="Paul"), by=marc)

    with pytest.raises(WrongContactError):
        writes.change_contact_person(anne, contact=replace(ANNE, deputy_id=anne), by=marc)
    with pytest.raises(WrongContactError):
        writes.change_contact_person(anne, contact=replace(ANNE, name="paul"), by=marc)


def test_the_unknown_is_said(marc):
    assert reads.contact_person(404, viewer=marc) is None
    for act in (
        lambda: writes.change_contact_person(404, contact=ANNE, by=marc),
        lambda: writes.remove_contact_person(404, by=marc),
    ):
        with pytest.raises(LookupError):
            act()


@pytest.mark.parametrize("wrong", [{"name": ""}, {"phone": ""}], ids=["no name", "cannot be reached"])
def test_the_database_refuses(marc, wrong):
    fields = {"institution_id": marc.institution_id, "name": "A", "phone": "1", **wrong}
    with pytest.raises(IntegrityError), transaction.atomic():
        ContactPerson.objects.create(**fields)
