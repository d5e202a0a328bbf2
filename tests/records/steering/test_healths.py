"""A pilot says otherwise than the rules, and both are kept; what becomes of a measure at the end is said once."""

import datetime
from decimal import Decimal

import pytest

from declic.engines.tracking.alerts import AlertRule
from declic.engines.tracking.health import Health
from declic.records.accounts.editions import ChangedMeanwhileError
from declic.records.accounts.rights import NotAllowedError
from declic.records.accounts.viewers import OPERATOR, VISITOR
from declic.records.evaluation.writes import enter_value
from declic.records.journal.models import Line
from declic.records.sheets.history import changes_of, replayed, state_of
from declic.records.steering import reads
from declic.records.steering.choices import Fate, HealthChoice
from declic.records.steering.given import GivenCarryOver
from declic.records.steering.models import CarryOver, WrittenHealth
from declic.records.steering.writes import say_carry_over, write_health
from tests.records.evaluation.invented import done, observed
from tests.records.sheets.invented import measure
from tests.records.steering.invented import TODAY, Room, room


pytestmark = pytest.mark.django_db
LAST_DAY = datetime.date(2024, 12, 31)


def steering(place: Room, *, viewer=OPERATOR):
    return reads.sheet_steering(place.pact.slug, code="10-1", viewer=viewer, today=TODAY)


def test_a_pilot_writes_how_a_sheet_fares_and_what_the_rules_propose_stays_beside():
    place = room()
    before = steering(place)

    write_health(
        place.pact.sheet_id, health=HealthChoice.SUN, why="  Le local est trouvé. ", by=place.pact.claire
    )

    after = steering(place)
    assert (after.health, after.reasons) == (before.health, before.reasons)
    assert after.health is not Health.SUN
    assert after.written is not None
    assert (after.written.health, after.written.why) == (HealthChoice.SUN, "Le local est trouvé.")
    assert after.written.by == "Claire"


def test_the_same_health_said_twice_is_one_and_its_history_replays_to_it():
    place = room()
    for _twice in range(2):
        write_health(place.pact.sheet_id, health=HealthChoice.RAIN, why="Personne ne vient.", by=OPERATOR)
    lines = Line.objects.count()

    write_health(place.pact.sheet_id, health=HealthChoice.RAIN, why="Personne ne vient.", by=OPERATOR)

    row = WrittenHealth.objects.get()
    assert (row.edition, Line.objects.count()) == (1, lines)
    assert replayed(WrittenHealth, changes_of(row)) == state_of(row)


def test_what_was_written_is_taken_back_and_the_rules_speak_alone_again():
    place = room()
    write_health(place.pact.sheet_id, health=HealthChoice.RAIN, why="Personne ne vient.", by=OPERATOR)

    for _twice in range(2):
        write_health(place.pact.sheet_id, health=None, by=OPERATOR)

    assert steering(place).written is None


def test_a_health_needs_its_reason_and_an_older_form_overwrites_nothing():
    place = room()
    with pytest.raises(ValueError, match="reason"):
        write_health(place.pact.sheet_id, health=HealthChoice.SUN, why=" ", by=OPERATOR)
    write_health(place.pact.sheet_id, health=HealthChoice.SUN, why="Un.", by=OPERATOR, seen=0)
    write_health(place.pact.sheet_id, health=HealthChoice.CLOUD, why="Deux.", by=OPERATOR, seen=1)

    with pytest.raises(ChangedMeanwhileError):
        write_health(place.pact.sheet_id, health=HealthChoice.STORM, why="Trois.", by=OPERATOR, seen=1)

    assert WrittenHealth.objects.get().why == "Deux."


def test_only_who_pilots_the_axis_says_how_a_sheet_fares_and_what_a_measure_becomes():
    place = room()
    says = GivenCarryOver(Fate.ENDS, why="Tout est fait.")

    for wrong in (place.pact.lina, place.pact.hugo, VISITOR):
        with pytest.raises(NotAllowedError):
            write_health(place.pact.sheet_id, health=HealthChoice.SUN, why="Non.", by=wrong)
        with pytest.raises(NotAllowedError):
            say_carry_over(measure().pk, says=says, by=wrong)
    assert (WrittenHealth.objects.count(), CarryOver.objects.count()) == (0, 0)


def test_the_results_of_a_sheet_are_those_of_its_indicators_and_are_never_zero_for_nothing():
    place = room()
    assert (steering(place).results.percent, steering(place).indicator_count) == (None, 0)
    row = observed(place.pact)
    assert steering(place).results.percent is None

    done(place.pact, on=datetime.date(2024, 3, 5), count=20)

    assert (steering(place).results.percent, steering(place).indicator_count) == (50, 1)
    assert row.measure is not None


def speaking(place: Room, *, rule: AlertRule, today: datetime.date) -> list[str]:
    page = reads.alerts_page(place.pact.slug, viewer=OPERATOR, today=today)
    return [dict(line.alert.facts).get("measures", "") for line in page.alerts if line.alert.rule is rule]


def test_the_end_of_the_pact_is_told_until_every_measure_has_its_carry_over():
    place = room()
    near = LAST_DAY - datetime.timedelta(days=30)
    says = GivenCarryOver(Fate.HANDED_OVER, place.pact.workshop, "contrat de ville")
    assert speaking(place, rule=AlertRule.NO_CARRY_OVER, today=near) == ["3"]

    say_carry_over(measure().pk, says=says, by=place.pact.claire)
    assert speaking(place, rule=AlertRule.NO_CARRY_OVER, today=near) == ["2"]
    for number in ("10.1", "20"):
        say_carry_over(measure(number).pk, says=says, by=OPERATOR)

    assert speaking(place, rule=AlertRule.NO_CARRY_OVER, today=near) == []


def test_a_carry_over_names_who_takes_the_measure_over_or_says_why_it_ends():
    place = room()
    for wrong in (GivenCarryOver(Fate.GOES_ON), GivenCarryOver(Fate.ENDS, place.pact.workshop, why=" ")):
        with pytest.raises(ValueError, match="says"):
            say_carry_over(measure().pk, says=wrong, by=OPERATOR)
    with pytest.raises(LookupError):
        say_carry_over(measure().pk, says=GivenCarryOver(Fate.GOES_ON, 999_999), by=OPERATOR)

    says = GivenCarryOver(Fate.GOES_ON, place.pact.workshop, " contrat de ville ")
    say_carry_over(measure().pk, says=says, by=OPERATOR)
    say_carry_over(measure().pk, says=GivenCarryOver(Fate.ENDS, why="Tout est fait."), by=OPERATOR, seen=1)

    said = reads.carry_over(place.pact.slug, number="10", viewer=place.pact.lina).said
    assert said is not None
    assert (said.fate, said.institution, said.frame, said.why) == (Fate.ENDS, "", "", "Tout est fait.")


def test_an_indicator_without_the_value_that_is_due_is_told_until_it_has_one():
    place = room()
    row = observed(place.pact)
    today = datetime.date(2024, 7, 10)
    page = reads.alerts_page(place.pact.slug, viewer=OPERATOR, today=today)
    told = [line.alert.title for line in page.alerts if line.alert.rule is AlertRule.INDICATOR_OUT_OF_DATE]
    assert told == ["10. Jeunes venus jouer"]

    for end in (datetime.date(2024, 3, 31), datetime.date(2024, 6, 30)):
        enter_value(row.pk, end_on=end, says={"value": Decimal(3)}, by=OPERATOR)

    page = reads.alerts_page(place.pact.slug, viewer=OPERATOR, today=today)
    assert not [one for one in page.alerts if one.alert.rule is AlertRule.INDICATOR_OUT_OF_DATE]
