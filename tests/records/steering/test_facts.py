"""Alerts over what the other records keep: money, posts, deliveries."""

import datetime

import pytest

from declic.engines.tracking.alerts import AlertRule
from declic.records.accounts.viewers import OPERATOR
from declic.records.deliveries.models import Delivery
from declic.records.money.models import FundingLine, MediatorPost
from declic.records.pact.models import Measure
from declic.records.sheets.history import change
from declic.records.sheets.models import ActionSheet
from declic.records.sheets.naming import Naming
from declic.records.sheets.writes import name_lead
from declic.records.steering import reads
from tests.records.sheets.invented import axis
from tests.records.steering.invented import TODAY, room


pytestmark = pytest.mark.django_db


def ago(days: int) -> datetime.date:
    return TODAY - datetime.timedelta(days=days)


def raised(place, rule: AlertRule) -> list[str]:
    page = reads.alerts_page(place.pact.slug, viewer=OPERATOR, today=TODAY)
    return [line.alert.title for line in page.alerts if line.alert.rule is rule]


def test_a_sheet_that_runs_and_delivers_nothing_for_sixty_days_is_told_until_it_delivers():
    place = room()
    sheet = ActionSheet.objects.get(pk=place.pact.sheet_id)
    change(sheet, by=OPERATOR, start_on=ago(90))

    before = raised(place, AlertRule.NO_DELIVERY)
    Delivery.objects.create(
        measure_id=sheet.measure_id, sheet=sheet, source_key="s1", kind="session", on=ago(59), count=12
    )

    assert before == ["10-1 Ouvrir la ludothèque le samedi"]
    assert raised(place, AlertRule.NO_DELIVERY) == []


def test_a_post_is_vacant_since_its_holder_left_and_no_longer_once_it_is_held():
    place = room()
    sheet = ActionSheet.objects.get(pk=place.pact.sheet_id)
    post = MediatorPost.objects.create(
        measure_id=sheet.measure_id,
        key="p1",
        employer_id=place.pact.workshop,
        state="vacant",
        state_on=ago(3),
    )

    before = raised(place, AlertRule.POST_VACANT)
    MediatorPost.objects.filter(pk=post.pk).update(state="filled")

    assert before == ["10 Atelier des Tilleuls"]
    assert raised(place, AlertRule.POST_VACANT) == []


def test_money_that_is_only_asked_for_is_told_thirty_days_before_the_start_and_what_is_refused_is_not():
    place = room()
    sheet = ActionSheet.objects.get(pk=place.pact.sheet_id)
    change(sheet, by=OPERATOR, start_on=ago(-20))
    line = FundingLine.objects.create(
        programme_id=sheet.measure.programme_id,
        measure_id=sheet.measure_id,
        sheet=sheet,
        key="l1",
        funder_id=place.pact.claire.institution_id or 0,
        purpose="Ludothèque",
        fiscal_year=2024,
        euros=1000,
        stage="requested",
        requested_on=ago(40),
    )

    before = raised(place, AlertRule.FUNDING_NOT_GRANTED)
    FundingLine.objects.filter(pk=line.pk).update(stage="refused", refused_on=ago(1))

    assert before == ["Ludothèque (Préfecture de Valmont)"]
    assert raised(place, AlertRule.FUNDING_NOT_GRANTED) == []


def owners(place) -> dict[str, str]:
    page = reads.alerts_page(place.pact.slug, viewer=OPERATOR, today=TODAY)
    return {f"{line.alert.rule.value} {line.alert.title}": line.alert.owner for line in page.alerts}


def test_who_answers_leads_the_sheet_or_the_measure_and_else_pilots_the_axis():
    place = room()
    pilot, workshop = place.pact.claire.institution_name, place.pact.lina.institution_name
    assert place.pact.claire.institution_id is not None
    sheet = ActionSheet.objects.get(pk=place.pact.sheet_id)
    FundingLine.objects.create(
        programme_id=sheet.measure.programme_id,
        measure_id=sheet.measure_id,
        sheet=sheet,
        key="k1",
        funder_id=place.pact.claire.institution_id,
        purpose="Ludothèque",
        fiscal_year=2024,
        euros=1000,
        considered_on=TODAY,
    )
    number, other = Measure.objects.filter(sheets=None).order_by("position")[:2]
    name_lead(number.pk, institution_id=place.pact.workshop, who=Naming(), by=OPERATOR)

    told = owners(place)

    assert told["funding_not_granted Ludothèque (Préfecture de Valmont)"] == workshop
    assert told["cadence_not_kept Groupe technique"] == pilot
    of = {key.split(" ")[1]: owner for key, owner in told.items() if key.startswith("measure_without_sheet")}
    assert of[f"{number.number}."] == workshop
    assert of[f"{other.number}."] == (pilot if other.axis == axis() else "")
