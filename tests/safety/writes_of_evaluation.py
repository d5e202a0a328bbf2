"""Every write of deliveries and of evaluation, each with what it needs and one call that changes something."""

import datetime
from decimal import Decimal

from declic.records.deliveries import writes as deliveries
from declic.records.evaluation import writes as evaluation
from tests.records.evaluation.invented import done, observed
from tests.records.money.invented import a_post, funded
from tests.safety.scenarios import Act, write


DAY, FIRST = datetime.date(2024, 3, 1), datetime.date(2024, 3, 31)


@write("deliveries.record_delivery")
def _record_delivery() -> Act:
    pact = funded()
    says = {"kind": "session", "on": DAY, "count": 12}
    return lambda: deliveries.record_delivery(
        pact.slug, source_key="s1", says=says, sheet_id=pact.sheet_id, by=pact.lina
    )


@write("deliveries.correct_delivery")
def _correct_delivery() -> Act:
    pact = funded()
    row = done(pact, on=DAY)
    return lambda: deliveries.correct_delivery(row.pk, says={"count": 9}, by=pact.lina, seen=1)


@write("deliveries.withdraw_delivery")
def _withdraw_delivery() -> Act:
    pact = funded()
    row = done(pact, on=DAY)
    return lambda: deliveries.withdraw_delivery(row.pk, why="Jamais tenue.", by=pact.lina)


@write("deliveries.fill_post")
def _fill_post() -> Act:
    pact = funded()
    post = a_post(pact)
    return lambda: deliveries.fill_post(post.pk, on=DAY, by=pact.claire, seen=1)


@write("evaluation.add_indicator")
def _add_indicator() -> Act:
    pact = funded()
    return lambda: evaluation.add_indicator(pact.slug, says={"name": "Jeunes"}, measure="10", by=pact.claire)


@write("evaluation.open_promised")
def _open_promised() -> Act:
    pact = funded()
    return lambda: evaluation.open_promised(pact.slug, by=pact.odile)


@write("evaluation.edit_indicator")
def _edit_indicator() -> Act:
    pact = funded()
    row = observed(pact)
    return lambda: evaluation.edit_indicator(row.pk, says={"unit": "enfants"}, by=pact.claire, seen=1)


@write("evaluation.set_target")
def _set_target() -> Act:
    pact = funded()
    row = observed(pact)
    return lambda: evaluation.set_target(row.pk, on=FIRST, value=Decimal(9), by=pact.claire)


@write("evaluation.enter_value")
def _enter_value() -> Act:
    pact = funded()
    row = observed(pact)
    says = {"value": Decimal(9)}
    return lambda: evaluation.enter_value(row.pk, end_on=FIRST, says=says, by=pact.claire, seen=0)


@write("evaluation.review_value")
def _review_value() -> Act:
    pact = funded()
    row = observed(pact)
    done(pact, on=DAY)
    return lambda: evaluation.review_value(row.pk, end_on=FIRST, approves=True, by=pact.claire)


@write("evaluation.lock_periods")
def _lock_periods() -> Act:
    pact = funded()
    observed(pact)
    done(pact, on=DAY)
    return lambda: evaluation.lock_periods(pact.slug, until=FIRST, cause="dossier 1", by=pact.odile)
