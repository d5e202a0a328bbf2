"""Indicators fill themselves from what was done, are approved by who steers, and never say zero for unknown."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.db import connection, models
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from declic.engines.measuring.observing import Unknown
from declic.engines.measuring.progress import Incalculable
from declic.records.accounts.editions import ChangedMeanwhileError
from declic.records.accounts.rights import NotAllowedError
from declic.records.accounts.viewers import OPERATOR, VISITOR
from declic.records.deliveries.writes import fill_post
from declic.records.evaluation import reads
from declic.records.evaluation.choices import EvaluationFault, ObservationOrigin, ObservationState
from declic.records.evaluation.models import (
    Indicator,
    IndicatorRule,
    IndicatorTarget,
    Observation,
    PeriodLock,
)
from declic.records.evaluation.values import IndicatorLine
from declic.records.evaluation.writes import (
    WrongEvaluationError,
    add_indicator,
    edit_indicator,
    enter_value,
    lock_periods,
    open_promised,
    review_value,
    set_target,
)
from declic.records.journal.reads import lines_about
from declic.records.sheets.history import changes_of, replayed, state_of
from tests.records.evaluation.invented import RULE, done, observed
from tests.records.money.invented import a_post, funded
from tests.records.refusals import is_refused
from tests.records.sheets.invented import Steered, measure


pytestmark = pytest.mark.django_db
TODAY = datetime.date(2024, 7, 10)
MARCH, MAY = datetime.date(2024, 3, 5), datetime.date(2024, 5, 2)
FIRST, SECOND, THIRD = (datetime.date(2024, month, day) for month, day in ((3, 31), (6, 30), (9, 30)))


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(datetime.datetime(2024, 7, 10, 10, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def pact() -> Steered:
    return funded()


def faults(act) -> dict[str, EvaluationFault]:
    with pytest.raises(WrongEvaluationError) as wrong:
        act()
    return wrong.value.faults


def line(pact: Steered, row: Indicator) -> IndicatorLine:
    return reads.indicator_page(pact.slug, row.pk, viewer=pact.claire).line


def enter(row: Indicator, value: int, *, by, end_on=FIRST, seen: int | None = None, **more: Any) -> None:
    enter_value(row.pk, end_on=end_on, says={"value": Decimal(value), **more}, by=by, seen=seen)


def test_an_indicator_fills_itself_from_what_was_done(pact):
    row = observed(pact)
    done(pact, on=MARCH)
    done(pact, key="s2", on=MAY, count=8)
    done(pact, key="s3", on=MAY, count=None)

    found = line(pact, row)

    assert [(one.period.end, one.value, one.origin, one.state, one.why) for one in found.periods] == [
        (FIRST, Decimal(12), ObservationOrigin.AUTO, None, None),
        (SECOND, Decimal(8), ObservationOrigin.AUTO, None, None),
        (THIRD, None, None, None, Unknown.NO_DELIVERY),
    ]
    assert found.periods[1].is_incomplete
    assert found.progress.share == Decimal("0.2")
    assert found.freshness.is_up_to_date


def test_what_nobody_did_is_not_calculable_and_not_zero(pact):
    found = line(pact, observed(pact))

    assert found.latest is None
    assert (found.progress.share, found.progress.why) == (None, Incalculable.NO_VALUE)
    assert found.freshness.awaited is not None
    assert found.freshness.awaited.end == FIRST


def test_a_computed_value_is_approved_and_what_comes_later_is_told_beside_it(pact):
    row = observed(pact)
    done(pact, on=MARCH)
    for _ in range(2):
        review_value(row.pk, end_on=FIRST, approves=True, by=pact.claire)
    done(pact, key="s2", on=MARCH, count=3)

    first = line(pact, row).periods[0]

    assert (first.value, first.computed, first.is_approved, first.has_drifted) == (
        Decimal(12),
        Decimal(15),
        True,
        True,
    )
    verbs = [one.verb for one in lines_about(f"indicator {row.pk}")]
    assert verbs.count("approved a value of") == 1


def test_a_value_is_entered_returned_corrected_and_approved(pact):
    row = observed(pact)
    lead = pact.claire
    enter(row, 10, by=lead, comment="Compté à la main.", evidence="Cahier de la ludothèque")
    assert len(reads.indicators_page(pact.slug, viewer=lead).waiting) == 1

    assert faults(lambda: review_value(row.pk, end_on=FIRST, approves=False, by=lead)) == {
        "words": EvaluationFault.NEEDS_WORDS
    }
    review_value(row.pk, end_on=FIRST, approves=False, words="Le cahier dit 11.", by=lead)
    returned = line(pact, row).periods[0]
    assert (returned.state, returned.review_words) == (ObservationState.RETURNED, "Le cahier dit 11.")

    enter(row, 11, by=lead, seen=returned.edition)
    review_value(row.pk, end_on=FIRST, approves=True, by=lead)
    kept = Observation.objects.get()
    assert (kept.value, kept.state, kept.review_words) == (Decimal(11), "approved", "")
    assert replayed(Observation, changes_of(kept)) == state_of(kept)


def test_two_people_do_not_overwrite_one_value_unseen(pact):
    row = observed(pact)
    enter(row, 10, by=pact.claire, seen=0)

    with pytest.raises(ChangedMeanwhileError):
        enter(row, 12, by=pact.odile, seen=7)
    enter(row, 10, by=pact.claire, seen=0)
    assert Observation.objects.get().edition == 1


def test_a_value_stands_in_a_period_that_has_begun(pact):
    row = observed(pact)

    for end_on in (datetime.date(2024, 3, 30), datetime.date(2024, 12, 31)):
        assert faults(lambda end_on=end_on: enter(row, 1, by=pact.claire, end_on=end_on)) == {
            "end_on": EvaluationFault.NOT_A_PERIOD
        }
    assert faults(lambda: review_value(row.pk, end_on=FIRST, approves=True, by=pact.claire)) == {
        "value": EvaluationFault.NOTHING
    }
    assert faults(
        lambda: review_value(row.pk, end_on=FIRST, approves=False, words="Non.", by=pact.claire)
    ) == {"value": EvaluationFault.NOTHING}


def test_what_a_dossier_used_no_longer_changes(pact):
    row = observed(pact)
    done(pact, on=MARCH)
    for _ in range(2):
        lock_periods(pact.slug, until=FIRST, cause="dossier 1", by=pact.odile)
    done(pact, key="s2", on=MARCH, count=30)

    first = line(pact, row).periods[0]

    assert (first.value, first.is_locked, first.is_approved) == (Decimal(12), True, True)
    assert PeriodLock.objects.count() == 1
    for act in (
        lambda: enter(row, 99, by=pact.claire),
        lambda: review_value(row.pk, end_on=FIRST, approves=False, words="Non.", by=pact.claire),
    ):
        assert faults(act) == {"end_on": EvaluationFault.LOCKED}
    assert reads.indicators_page(pact.slug, viewer=pact.lina).locked_until == FIRST


def test_promised_posts_open_indicators_that_posts_fill(pact):
    assert reads.indicators_page(pact.slug, viewer=pact.odile).promised_count == 2
    assert (open_promised(pact.slug, by=pact.claire), open_promised(pact.slug, by=pact.odile)) == (1, 1)
    assert open_promised(pact.slug, by=pact.odile) == 0
    first, second = (a_post(pact, key=key) for key in ("p1", "p2"))
    fill_post(first.pk, on=MARCH, by=pact.claire)
    fill_post(second.pk, on=MAY, by=pact.claire)

    ten, twenty = reads.indicators_page(pact.slug, viewer=pact.odile).indicators

    assert ten.measure
    assert twenty.measure
    assert (ten.measure.number, ten.target, ten.latest and ten.latest.value) == ("10", Decimal(2), Decimal(2))
    assert ten.progress.share == 1
    assert [one.value for one in ten.periods] == [None, None, 1, 1, 2, 2, 2]
    assert (twenty.measure.number, twenty.target, twenty.latest) == ("20", Decimal(1), None)
    assert reads.indicators_page(pact.slug, viewer=pact.odile).promised_count == 0


@pytest.mark.parametrize("who", ["lina", "hugo", "visitor"])
def test_nobody_else_keeps_indicators_or_approves(pact, who):
    by, row = getattr(pact, who, VISITOR), observed(pact)
    done(pact, on=MARCH)

    for act in (
        lambda: add_indicator(pact.slug, says={"name": "Autre"}, measure="10", by=by),
        lambda: open_promised(pact.slug, by=by),
        lambda: edit_indicator(row.pk, says={"unit": "x"}, by=by),
        lambda: set_target(row.pk, on=THIRD, value=Decimal(1), by=by),
        lambda: enter(row, 1, by=by),
        lambda: review_value(row.pk, end_on=FIRST, approves=True, by=by),
        lambda: lock_periods(pact.slug, until=FIRST, cause="dossier 1", by=by),
    ):
        with pytest.raises(NotAllowedError):
            act()


def test_a_pilot_keeps_the_indicators_of_their_axis_only(pact):
    for number in ("20", ""):
        with pytest.raises(NotAllowedError):
            add_indicator(pact.slug, says={"name": "Autre"}, measure=number, by=pact.claire)
    whole = add_indicator(pact.slug, says={"name": "Autre"}, by=pact.odile)
    assert Indicator.objects.get(pk=whole).code == "IP-1"
    offered = [key for key, _words in reads.measures_to_observe(pact.slug, viewer=pact.claire)]
    assert offered == ["10", "10.1"]


def test_one_name_is_one_indicator_of_its_measure(pact):
    first = observed(pact)

    assert observed(pact) == first
    assert (first.code, observed(pact, name="Autre").code) == ("I10-1", "I10-2")
    assert len(lines_about(f"indicator {first.pk}")) == 2


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        ({"name": ""}, {"name": EvaluationFault.REQUIRED}),
        ({"name": "x" * 201}, {"name": EvaluationFault.TOO_LONG}),
        ({"frequency": "often"}, {"frequency": EvaluationFault.UNKNOWN}),
        ({"delay_days": 731}, {"delay_days": EvaluationFault.OUT_OF_RANGE}),
        ({"baseline_on": None}, {"baseline_on": EvaluationFault.REQUIRED}),
        ({"baseline_value": Decimal("NaN")}, {"baseline_value": EvaluationFault.OUT_OF_RANGE}),
        ({"data_owner_id": 999_999}, {"data_owner_id": EvaluationFault.UNKNOWN}),
    ],
)
def test_what_cannot_be_kept_is_said_beside_its_field(pact, says, expected):
    assert faults(lambda: observed(pact, **says)) == expected


@pytest.mark.parametrize(
    "rule", [{"kinds": []}, {"kinds": ["party"]}, {"aggregation": "guess"}, {"part": "tall"}]
)
def test_a_rule_says_what_it_counts_and_how(pact, rule):
    assert faults(
        lambda: add_indicator(
            pact.slug, says={"name": "Autre"}, measure="10", rule={**RULE, **rule}, by=pact.claire
        )
    ).keys() == set(rule)


def test_a_target_comes_after_the_start_and_one_a_day(pact):
    row = observed(pact)
    early = datetime.date(2024, 1, 15)

    assert faults(lambda: set_target(row.pk, on=early, value=Decimal(1), by=pact.claire)) == {
        "on": EvaluationFault.TOO_EARLY
    }
    assert faults(lambda: set_target(row.pk, on=THIRD, value=None, by=pact.claire)) == {
        "value": EvaluationFault.REQUIRED
    }
    for value in (10, 20, 20):
        set_target(row.pk, on=THIRD, value=Decimal(value), by=pact.claire)
    assert list(IndicatorTarget.objects.values_list("value", flat=True)) == [Decimal(20), Decimal(40)]


def test_nobody_overwrites_an_indicator_unseen(pact):
    row = observed(pact)
    edit_indicator(row.pk, says={"unit": "enfants"}, by=pact.claire, seen=1)

    with pytest.raises(ChangedMeanwhileError):
        edit_indicator(row.pk, says={"unit": "joueurs"}, by=pact.odile, seen=1)


def test_what_is_not_there_is_unknown(pact):
    for act in (
        lambda: edit_indicator(999_999, says={}, by=OPERATOR),
        lambda: set_target(999_999, on=THIRD, value=1, by=OPERATOR),
        lambda: enter_value(999_999, end_on=FIRST, says={}, by=OPERATOR),
        lambda: review_value(999_999, end_on=FIRST, approves=True, by=OPERATOR),
        lambda: lock_periods("inconnu", until=FIRST, cause="d", by=OPERATOR),
        lambda: open_promised("inconnu", by=OPERATOR),
        lambda: reads.indicators_page("inconnu", viewer=OPERATOR),
        lambda: reads.indicator_page(pact.slug, 999_999, viewer=OPERATOR),
    ):
        with pytest.raises(LookupError):
            act()


def test_a_visitor_reads_no_indicator(pact):
    row = observed(pact)

    for read in (
        lambda: reads.indicators_page(pact.slug, viewer=VISITOR),
        lambda: reads.indicator_page(pact.slug, row.pk, viewer=VISITOR),
        lambda: reads.measures_to_observe(pact.slug, viewer=VISITOR),
    ):
        with pytest.raises(NotAllowedError):
            read()
    assert line(pact, row).name == "Jeunes venus jouer"


def test_ten_indicators_ask_no_more_of_the_database_than_one(pact, django_assert_num_queries):
    observed(pact)
    with CaptureQueriesContext(connection) as one:
        reads.indicators_page(pact.slug, viewer=pact.claire)
    for number in range(9):
        observed(pact, name=f"Indicateur {number}")
    with django_assert_num_queries(len(one.captured_queries)):
        reads.indicators_page(pact.slug, viewer=pact.claire)


def a_good(model: type[models.Model], **more: Any) -> models.Model:
    """A row of each kind that the database accepts, for its constraints to be tried on."""
    indicator, _ = Indicator.objects.get_or_create(
        programme=measure().programme, code="I1", defaults={"name": "Un"}
    )
    good: dict[type[models.Model], dict[str, Any]] = {
        Indicator: {"programme": measure().programme, "code": "I2", "name": "Deux"},
        IndicatorTarget: {"indicator": indicator, "on": FIRST, "value": 1},
        IndicatorRule: {"indicator": indicator, "kinds": ["session"], "aggregation": "sum"},
        Observation: {
            "indicator": indicator,
            "start_on": MARCH,
            "end_on": FIRST,
            "value": 1,
            "origin": "entry",
        },
        PeriodLock: {
            "programme": measure().programme,
            "until_on": FIRST,
            "cause": "dossier 1",
            "locked_at": timezone.now(),
        },
    }
    return model(**{**good[model], **more})


@pytest.mark.parametrize(
    ("model", "wrong"),
    [
        (Indicator, {"code": ""}),
        (Indicator, {"name": ""}),
        (Indicator, {"kind": "rumour"}),
        (Indicator, {"direction": "sideways"}),
        (Indicator, {"frequency": "often"}),
        (Indicator, {"delay_days": 731}),
        (Indicator, {"baseline_value": 1}),
        (IndicatorRule, {"aggregation": "guess"}),
        (Observation, {"origin": "rumour"}),
        (Observation, {"state": "guessed"}),
        (Observation, {"start_on": MAY}),
        (Observation, {"state": "returned"}),
        (PeriodLock, {"cause": ""}),
    ],
)
def test_the_database_refuses_what_cannot_be(model, wrong):
    funded()
    assert is_refused(a_good(model, **wrong))


@pytest.mark.parametrize("model", [Indicator, IndicatorTarget, IndicatorRule, Observation, PeriodLock])
def test_a_row_is_kept_once(model):
    funded()
    assert not is_refused(a_good(model))
    assert is_refused(a_good(model))
