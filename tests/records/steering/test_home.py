"""The home of a pact: three gauges that are never mixed, the worst of each measure, what comes next."""

import datetime
from decimal import Decimal

import pytest

from declic.engines.funding.lines import Tax
from declic.engines.tracking.gauges import NotCalculable
from declic.engines.tracking.health import Health
from declic.records.accounts.viewers import OPERATOR, VISITOR
from declic.records.deliveries.models import Delivery
from declic.records.money.models import FundingLine
from declic.records.pact.reads import UnknownPactError
from declic.records.sheets.models import ActionSheet, Milestone
from declic.records.steering import reads
from declic.records.steering.choices import HealthChoice
from declic.records.steering.models import Meeting
from declic.records.steering.writes import write_health
from tests.records.steering.invented import TODAY, Room, room


pytestmark = pytest.mark.django_db


def standing(place: Room, *, viewer=OPERATOR, today=TODAY):
    return reads.pact_standing(place.pact.slug, viewer=viewer, today=today)


def test_a_pact_says_why_a_gauge_cannot_be_calculated_and_never_zero():
    place = room()
    Milestone.objects.all().delete()

    read = standing(place)

    assert read.reached.why is NotCalculable.NO_MILESTONE
    assert read.results.why is NotCalculable.NO_INDICATOR
    assert (read.reached.percent, read.results.percent) == (None, None)


def test_the_milestones_of_every_sheet_weigh_together_and_those_given_up_weigh_nothing():
    place = room()
    Milestone.objects.all().delete()
    sheet = ActionSheet.objects.get(pk=place.pact.sheet_id)
    other = ActionSheet.objects.create(measure_id=sheet.measure_id, sequence=9, title="Prêter des jeux")
    Milestone.objects.create(sheet=sheet, title="Le local", due_on=TODAY, weight=3, done_on=TODAY)
    Milestone.objects.create(sheet=other, title="Les jeux", due_on=TODAY, weight=1)
    Milestone.objects.create(sheet=other, title="Le camion", due_on=TODAY, weight=5, is_cancelled=True)

    read = standing(place)

    assert (read.reached.percent, read.milestone_count) == (75, 2)
    assert read.measures["10"].sheet_count == ActionSheet.objects.filter(measure=sheet.measure_id).count()


def test_a_measure_fares_as_the_worst_of_its_sheets_and_a_pilot_s_word_stands_before_the_rules():
    place = room()
    sheet = ActionSheet.objects.get(pk=place.pact.sheet_id)
    before = standing(place).measures["10"].health

    write_health(sheet.pk, health=HealthChoice.SUN, why="Le local est trouvé.", by=OPERATOR)
    said = standing(place).measures["10"]
    ActionSheet.objects.create(
        measure_id=sheet.measure_id,
        sequence=9,
        title="Prêter des jeux",
        status="ongoing",
        end_on=TODAY - datetime.timedelta(days=1),
    )
    worst = standing(place).measures["10"]

    assert before is not Health.SUN
    assert (said.health, worst.health) == (Health.SUN, Health.RAIN)


def test_a_measure_without_sheet_has_no_health_and_still_tells_what_was_delivered():
    place = room()
    sheet = ActionSheet.objects.select_related("measure__programme").get(pk=place.pact.sheet_id)
    bare = sheet.measure.programme.measures.filter(sheets=None).first()
    assert bare is not None
    Delivery.objects.create(measure=bare, source_key="s1", kind="session", on=TODAY, count=12)

    read = standing(place).measures[bare.number]

    assert (read.sheet_count, read.health, read.delivered_on) == (0, None, TODAY)


def test_the_next_meeting_is_the_first_that_is_still_to_come():
    place = room()
    first = Meeting.objects.order_by("starts_at", "pk").first()
    assert first is not None
    day = first.starts_at.date()

    assert standing(place, today=day).next_meeting is not None
    assert standing(place, today=day + datetime.timedelta(days=4000)).next_meeting is None


def test_money_is_counted_once_and_what_costs_nothing_known_lacks_nothing_known():
    place = room()
    sheet = ActionSheet.objects.select_related("measure__programme").get(pk=place.pact.sheet_id)
    FundingLine.objects.all().delete()
    for stage, euros in (("granted", "700.00"), ("requested", "300.00")):
        FundingLine.objects.create(
            programme=sheet.measure.programme,
            key=stage,
            sheet=sheet,
            measure_id=sheet.measure_id,
            funder_id=place.pact.workshop,
            purpose="Acheter des jeux",
            fiscal_year=2024,
            euros=Decimal(euros),
            stage=stage,
            **{f"{stage}_on": TODAY},
        )

    money = standing(place).money.of(Tax.INCLUDED)

    assert (money.secured, money.sought, money.missing) == (Decimal(700), Decimal(300), None)


def test_nobody_from_outside_learns_how_a_pact_fares():
    place = room()

    with pytest.raises(UnknownPactError):
        standing(place, viewer=VISITOR)
    with pytest.raises(UnknownPactError):
        reads.pact_standing("nulle-part", viewer=OPERATOR, today=TODAY)
