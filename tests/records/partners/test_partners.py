"""An institution is one, however its name is typed."""

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given, strategies as st

from declic.records.accounts.rights import NotAllowedError
from declic.records.accounts.viewers import VISITOR
from declic.records.journal.reads import lines_about, verify_chain
from declic.records.partners.choices import InstitutionKind
from declic.records.partners.models import Institution
from declic.records.partners.names import normalised
from declic.records.partners.reads import institution, list_institutions
from declic.records.partners.values import Description
from declic.records.partners.writes import describe_institution, find_or_add_institution


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pôle emploi", "POLE  EMPLOI"),
        ("Ville de Valmont", "ville de\nValmont"),
        ("Mission locale – Valmont", "Mission locale-Valmont"),
        ("Maison des Sœurs", "maison des soeurs"),
    ],
)
def test_two_wordings_are_one_name(one, other):
    assert normalised(one) == normalised(other)


def test_two_institutions_are_two_names():
    assert normalised("Mission locale") != normalised("Mission locale rurale")


@given(st.text(max_size=60))
def test_a_normalised_name_is_its_own(name):
    assert normalised(normalised(name)) == normalised(name)


@pytest.mark.django_db
def test_an_institution_is_found_again_and_added_once(jeanne):
    number = find_or_add_institution("Ville de Valmont", kind=InstitutionKind.LOCAL_AUTHORITY, by=jeanne)

    assert find_or_add_institution("VILLE  DE  VALMONT", by=jeanne) == number
    assert [line.name for line in list_institutions(viewer=VISITOR)] == [
        "Conseil de Valmont",
        "Ville de Valmont",
    ]
    assert [line.verb for line in lines_about(f"institution {number}")] == ["added"]


@pytest.mark.django_db
def test_a_name_without_a_word_is_refused(jeanne):
    with pytest.raises(ValueError, match="name"):
        find_or_add_institution(" – ", by=jeanne)


@pytest.mark.django_db
def test_a_very_long_name_is_kept_within_its_column(jeanne):
    number = find_or_add_institution("Régie " + "x" * 400, by=jeanne)

    found = institution(number, viewer=VISITOR)
    assert found is not None
    assert len(found.name) == 300
    assert find_or_add_institution("Régie " + "x" * 400, by=jeanne) == number


@pytest.mark.django_db
def test_a_visitor_adds_nothing():
    with pytest.raises(NotAllowedError):
        find_or_add_institution("Ville de Valmont", by=VISITOR)

    assert list_institutions(viewer=VISITOR) == ()


@pytest.mark.django_db
def test_a_pilot_says_what_an_institution_is_and_a_clerk_does_not(claire, jeanne):
    number = find_or_add_institution("Ville de Valmont", by=claire)
    kind = InstitutionKind.LOCAL_AUTHORITY
    said = Description("Valmont", kind.value, siret="123 456 782 00010", rna="w251000000")

    with pytest.raises(NotAllowedError):
        describe_institution(number, description=said, by=jeanne)
    describe_institution(number, description=said, by=claire)

    found = institution(number, viewer=VISITOR)
    assert found is not None
    assert (found.short_name, found.kind, found.kind_label) == ("Valmont", "local_authority", str(kind.label))
    assert (found.siret, found.rna) == ("12345678200010", "W251000000")


@pytest.mark.django_db
@pytest.mark.parametrize("wrong", [{"siret": "12345678200011"}, {"rna": "251"}, {"kind": "club"}])
def test_a_number_that_cannot_exist_describes_nothing(claire, wrong):
    number = find_or_add_institution("Ville de Valmont", by=claire)

    with pytest.raises(ValueError, match=r".+|^$"):
        describe_institution(number, description=Description(**{"short_name": "Valmont", **wrong}), by=claire)

    found = institution(number, viewer=VISITOR)
    assert found is not None
    assert found.short_name == ""


@pytest.mark.django_db
def test_an_unknown_institution_is_none_and_cannot_be_described(claire):
    assert institution(404, viewer=claire) is None
    with pytest.raises(LookupError):
        describe_institution(404, description=Description(), by=claire)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "A", "normalised_name": ""},
        {"name": "A", "normalised_name": "a", "siret": "123"},
        {"name": "A", "normalised_name": "a", "rna": "123"},
        {"name": "A", "normalised_name": "a", "kind": "club"},
    ],
    ids=["no name", "no such SIRET", "no such RNA", "an unknown kind"],
)
def test_the_database_refuses(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Institution.objects.create(**wrong)


@pytest.mark.django_db
def test_the_database_refuses_a_name_twice():
    Institution.objects.create(name="A", normalised_name="a")

    with pytest.raises(IntegrityError), transaction.atomic():
        Institution.objects.create(name="À", normalised_name="a")
    assert verify_chain().is_whole
