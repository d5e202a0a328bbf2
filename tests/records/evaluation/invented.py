"""The small pact with what was done for it, and an indicator of the sessions of its measure 10."""

import datetime
from decimal import Decimal
from typing import Any

from declic.records.accounts.viewers import Viewer
from declic.records.deliveries.models import Delivery
from declic.records.deliveries.writes import record_delivery
from declic.records.evaluation.models import Indicator
from declic.records.evaluation.writes import add_indicator, set_target
from tests.records.sheets.invented import Steered


RULE = {"kinds": ["session"], "aggregation": "sum", "is_cumulative": False}
BASELINE = {"baseline_value": Decimal(0), "baseline_on": datetime.date(2024, 1, 15)}


def done(
    pact: Steered,
    *,
    key: str = "s1",
    on: datetime.date,
    count: int | None = 12,
    by: Viewer | None = None,
    **more: Any,
) -> Delivery:
    says = {"kind": "session", "on": on, "count": count, **more}
    number = record_delivery(pact.slug, source_key=key, says=says, sheet_id=pact.sheet_id, by=by or pact.lina)
    return Delivery.objects.get(pk=number)


def observed(pact: Steered, *, name: str = "Jeunes venus jouer", **more: Any) -> Indicator:
    """Give an indicator of measure 10, each quarter, that starts at none and aims at forty."""
    says = {"name": name, "unit": "jeunes", **BASELINE, **more}
    number = add_indicator(pact.slug, says=says, measure="10", rule=RULE, by=pact.claire)
    set_target(number, on=datetime.date(2024, 12, 31), value=Decimal(40), by=pact.claire)
    return Indicator.objects.get(pk=number)
