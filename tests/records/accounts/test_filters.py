"""The rows that a rule reaches are those that it opens, one by one."""

from itertools import product

import pytest
from django.utils import timezone

from declic.records.accounts.filters import reached
from declic.records.accounts.rights import may_read_contact_persons, may_read_document, may_read_members
from declic.records.accounts.rules import FactsError
from declic.records.accounts.viewers import OPERATOR, VISITOR
from declic.records.partners.models import ContactPerson, Membership
from declic.records.partners.values import Contact
from declic.records.partners.writes import add_contact_person
from tests.people import CLAIRE, HUGO, LINA, MARC, ODILE, SOFIA, signed_up


pytestmark = pytest.mark.django_db


def test_the_list_and_the_single_object_are_judged_alike():
    everybody = [VISITOR, OPERATOR, *map(signed_up, (CLAIRE, ODILE, MARC, LINA, HUGO, SOFIA))]
    workshop = everybody[4].institution_id
    assert workshop is not None
    for name, is_public in (("Paul", True), ("Anne", False)):
        contact = Contact(name=name, phone="03 00 00 00 00", is_public=is_public)
        add_contact_person(workshop, contact=contact, by=OPERATOR)

    for viewer, row in product(everybody, Membership.objects.all()):
        listed = reached(may_read_members, viewer=viewer, institution="institution_id")
        one_by_one = may_read_members(viewer, institution=row.institution_id)
        assert Membership.objects.filter(listed, pk=row.pk).exists() is one_by_one
    for viewer, person in product(everybody, ContactPerson.objects.all()):
        listed = reached(may_read_contact_persons, viewer=viewer, public="is_public")
        one_by_one = may_read_contact_persons(viewer, public=person.is_public)
        assert ContactPerson.objects.filter(listed, pk=person.pk).exists() is one_by_one


def test_who_has_no_ground_reaches_nothing():
    signed_up(LINA)

    assert not Membership.objects.filter(
        reached(may_read_members, viewer=VISITOR, institution="institution_id")
    ).exists()
    assert Membership.objects.filter(began_at__lte=timezone.now()).exists()


def test_a_fact_without_its_column_is_a_fault_of_the_caller():
    with pytest.raises(FactsError):
        reached(may_read_document, viewer=VISITOR)
