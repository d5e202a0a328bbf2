"""What was done is said once, counted and never named, by who works on the sheet."""

import datetime

import pytest
import time_machine
from django.db import IntegrityError, transaction

from declic.records.accounts.editions import ChangedMeanwhileError
from declic.records.accounts.rights import NotAllowedError
from declic.records.accounts.viewers import OPERATOR, VISITOR
from declic.records.deliveries import reads
from declic.records.deliveries.choices import DeliveryFault
from declic.records.deliveries.models import Delivery
from declic.records.deliveries.writes import (
    WrongDeliveryError,
    correct_delivery,
    fill_post,
    record_delivery,
    withdraw_delivery,
)
from declic.records.journal.reads import lines_about
from declic.records.money.choices import PostState
from declic.records.money.writes import hold_post
from declic.records.sheets.history import changes_of, replayed, state_of
from declic.records.sheets.models import FieldChange
from tests.records.evaluation.invented import done
from tests.records.money.invented import a_post
from tests.records.sheets.invented import Steered, measure, steered


pytestmark = pytest.mark.django_db
MARCH, APRIL = datetime.date(2024, 3, 5), datetime.date(2024, 4, 1)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(datetime.datetime(2024, 4, 1, 10, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def pact() -> Steered:
    return steered()


def faults(act) -> dict[str, DeliveryFault]:
    with pytest.raises(WrongDeliveryError) as wrong:
        act()
    return wrong.value.faults


def test_one_source_is_one_delivery(pact):
    first = done(pact, on=MARCH)

    assert done(pact, on=MARCH) == first
    assert (first.measure_id, first.count) == (measure().pk, 12)
    assert [line.verb for line in lines_about(f"delivery {first.pk}")] == ["recorded"]
    assert replayed(Delivery, changes_of(first)) == state_of(first)


@pytest.mark.parametrize("who", ["hugo", "visitor"])
def test_who_is_not_on_the_sheet_says_nothing_of_it(pact, who):
    by, row = getattr(pact, who, VISITOR), done(pact, on=MARCH)

    for act in (
        lambda: done(pact, key="s2", on=MARCH, by=by),
        lambda: correct_delivery(row.pk, says={"count": 1}, by=by),
        lambda: withdraw_delivery(row.pk, why="Non.", by=by),
    ):
        with pytest.raises(NotAllowedError):
            act()


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        ({"kind": "party"}, {"kind": DeliveryFault.UNKNOWN}),
        ({"kind": "post"}, {"kind": DeliveryFault.UNKNOWN}),
        ({"on": None}, {"on": DeliveryFault.REQUIRED}),
        ({"on": datetime.date(2024, 4, 2)}, {"on": DeliveryFault.TO_COME}),
        ({"count": -1}, {"count": DeliveryFault.OUT_OF_RANGE}),
        ({"count": 2_000_000}, {"count": DeliveryFault.OUT_OF_RANGE}),
        ({"count": None, "women": 3}, {"count": DeliveryFault.REQUIRED}),
        ({"women": 8, "men": 5}, {"women": DeliveryFault.MORE_THAN_ALL}),
        ({"aged_16_to_25": 13}, {"aged_under_16": DeliveryFault.MORE_THAN_ALL}),
        ({"place_words": "x" * 201}, {"place_words": DeliveryFault.TOO_LONG}),
        ({"person_key": "lina@demo.invalid"}, {"person_key": DeliveryFault.NAMES_SOMEBODY}),
        ({"person_key": "Lina Martel"}, {"person_key": DeliveryFault.NAMES_SOMEBODY}),
    ],
)
def test_what_cannot_be_kept_is_said_beside_its_field(pact, says, expected):
    assert faults(lambda: done(pact, **{"on": MARCH, **says})) == expected
    assert Delivery.objects.count() == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"source_key": ""},
        {"kind": "party"},
        {"women": 13},
        {"women": 7, "men": 6},
        {"aged_65_and_over": 13},
        {"count": None, "men": 0},
    ],
)
def test_the_database_refuses_what_cannot_be(wrong):
    steered()
    good = {"measure": measure(), "source_key": "s", "kind": "session", "on": MARCH, "count": 12}

    with pytest.raises(IntegrityError), transaction.atomic():
        Delivery.objects.create(**{**good, **wrong})
    Delivery.objects.create(**good, women=7, men=5)
    with pytest.raises(IntegrityError), transaction.atomic():
        Delivery.objects.create(**good)


def test_a_correction_is_seen_and_told(pact):
    row = done(pact, on=MARCH)
    correct_delivery(row.pk, says={"count": 14, "women": 9}, by=pact.lina, seen=1)

    with pytest.raises(ChangedMeanwhileError):
        correct_delivery(row.pk, says={"count": 15}, by=pact.claire, seen=1)
    assert faults(lambda: correct_delivery(row.pk, says={"count": 8}, by=pact.lina)) == {
        "women": DeliveryFault.MORE_THAN_ALL
    }
    row.refresh_from_db()
    assert (row.count, row.women) == (14, 9)


def test_what_was_never_done_is_taken_back_for_a_reason_that_stays(pact):
    row = done(pact, on=MARCH)

    assert faults(lambda: withdraw_delivery(row.pk, why=" ", by=pact.lina)) == {"why": DeliveryFault.REQUIRED}
    withdraw_delivery(row.pk, why="La séance a été annulée.", by=pact.lina)

    assert Delivery.objects.count() == 0
    last = FieldChange.objects.filter(kind="deliveries.delivery", field="count").order_by("id").last()
    assert last is not None
    assert (last.old, last.new, last.why) == (12, None, "La séance a été annulée.")


def test_a_filled_post_is_a_delivery_and_the_same_one_when_it_is_filled_again(pact):
    post = a_post(pact)
    for _ in range(2):
        fill_post(post.pk, on=MARCH, by=pact.claire)
    hold_post(post.pk, state=PostState.VACANT, on=MARCH, by=pact.claire)
    fill_post(post.pk, on=MARCH, by=pact.claire)
    hold_post(post.pk, state=PostState.VACANT, on=APRIL, by=pact.claire)
    fill_post(post.pk, on=APRIL, by=pact.claire)

    assert list(Delivery.objects.order_by("on").values_list("on", "kind", "person_key")) == [
        (MARCH, "post", f"post-{post.pk}"),
        (APRIL, "post", f"post-{post.pk}"),
    ]


def test_the_latest_comes_first_and_a_form_offers_where_one_works(pact):
    done(pact, on=MARCH, women=7)
    done(pact, key="s2", on=APRIL, count=None)

    page = reads.deliveries_page(pact.slug, viewer=pact.hugo)

    assert [(one.on, one.count, one.parts) for one in page.rows] == [
        (APRIL, None, ()),
        (MARCH, 12, (("women", 7),)),
    ]
    assert (page.total, page.may_record) == (2, False)
    assert reads.deliveries_page(pact.slug, viewer=pact.lina, measure="20").rows == ()
    assert len(reads.deliveries_page(pact.slug, viewer=pact.lina, sheet_id=pact.sheet_id).rows) == 2
    choices = reads.delivery_choices(pact.slug, viewer=pact.lina)
    assert ([words for _key, words in choices.sheets], choices.measures) == (
        ["10-1 – Ouvrir la ludothèque le samedi"],
        (),
    )
    assert [key for key, _words in reads.delivery_choices(pact.slug, viewer=pact.claire).measures] == [
        "10",
        "10.1",
    ]


def test_a_visitor_reads_nothing_and_nobody_what_is_not_there(pact):
    row = done(pact, on=MARCH)

    for read in (
        lambda: reads.deliveries_page(pact.slug, viewer=VISITOR),
        lambda: reads.delivery(pact.slug, row.pk, viewer=VISITOR),
        lambda: reads.delivery_choices(pact.slug, viewer=VISITOR),
    ):
        with pytest.raises(NotAllowedError):
            read()
    for unknown in (
        lambda: reads.deliveries_page("inconnu", viewer=OPERATOR),
        lambda: reads.delivery(pact.slug, 999_999, viewer=OPERATOR),
        lambda: correct_delivery(999_999, says={}, by=OPERATOR),
        lambda: record_delivery(pact.slug, source_key="k", says={}, by=OPERATOR),
    ):
        with pytest.raises(LookupError):
            unknown()
