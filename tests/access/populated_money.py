"""What stands in the addresses of money and of indicators: a sheet that the workshop carries, on an axis of Claire's."""

import datetime
from decimal import Decimal
from typing import Any

from declic.records.accounts.viewers import OPERATOR
from declic.records.deliveries.writes import record_delivery
from declic.records.evaluation.writes import add_indicator
from declic.records.money.writes import add_line, add_post
from declic.records.pact.models import Programme
from declic.records.partners.models import Institution, Membership
from declic.records.sheets.models import ActionSheet, AxisPilot
from declic.records.sheets.writes import open_sheet
from tests.people import CLAIRE, WORKSHOP
from tests.records.money.invented import promise


SAYS: dict[str, Any] = {"purpose": "Animer", "euros": Decimal(1000), "fiscal_year": 2024}
DONE: dict[str, Any] = {"kind": "session", "on": datetime.date(2024, 3, 1), "count": 12}


def money_places(programme: Programme) -> dict[str, Any]:
    """Open a sheet of measure 10 with money, a post, what was done, and a promise that reads in two ways."""
    slug, measure = programme.slug, programme.measures.get(number="10")
    assert measure.axis is not None
    workshop = Institution.objects.get(name=WORKSHOP).pk
    claire = Membership.objects.get(user__email=CLAIRE.email)
    if not AxisPilot.objects.filter(axis=measure.axis).exists():
        AxisPilot.objects.create(
            axis=measure.axis, institution_id=claire.institution_id, person_id=claire.user_id
        )
    sheet = _sheet(measure.pk, workshop=workshop)
    for value, subject in ((2, "de rue"), (1, "d'accueil")):
        promise(measure, value=value, subject=f"conventions adultes-relais {subject}")
    says = {**SAYS, "funder_id": workshop}
    employer = {"employer_id": workshop, "mission": "Accueil"}
    return {
        "sheet_id": sheet,
        "line_id": add_line(slug, key="k1", says=says, sheet_id=sheet, by=OPERATOR),
        "post_id": add_post(slug, key="p1", measure="10", says=employer, by=OPERATOR),
        "delivery_id": record_delivery(slug, source_key="s1", says=DONE, sheet_id=sheet, by=OPERATOR),
        "indicator_id": add_indicator(slug, says={"name": "Jeunes"}, measure="10", by=OPERATOR),
    }


def _sheet(measure_id: int, *, workshop: int) -> int:
    """Give the sheet that the workshop carries already, or open one."""
    known = ActionSheet.objects.filter(measure_id=measure_id, institutions__institution_id=workshop).first()
    if known is not None:
        return known.pk
    return open_sheet(measure_id, says={"title": "Prêter des jeux"}, lead_id=workshop, by=OPERATOR)
