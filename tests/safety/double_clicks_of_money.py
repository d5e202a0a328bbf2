"""What is sent twice to the forms of money, of indicators and of what was done."""

import datetime
from typing import Any

from django.utils import timezone

from declic.records.accounts.viewers import OPERATOR
from declic.records.deliveries.writes import record_delivery
from declic.records.evaluation.writes import add_indicator
from declic.records.money.writes import add_line, add_post
from declic.records.pact.models import Programme
from declic.records.partners.models import Institution, Membership
from declic.records.sheets.models import AxisPilot
from declic.records.sheets.writes import open_sheet
from tests.access.populated_money import SAYS
from tests.people import CLAIRE
from tests.records.money.invented import POSTS, promise


KEY = "0123456789abcdef"
PACT = "/pilotage/pactes/{slug}/"
LINE = {
    "funder_id": "{place}",
    "purpose": "Prêter",
    "euros": "30",
    "tax": "included",
    "fiscal_year": "2024",
    "credit": "specific",
    "instrument": "p147",
    "nature": "operating",
}
SENT: dict[str, tuple[str, dict[str, Any]]] = {
    "add_line": (f"{PACT}argent/lignes/nouvelle/", {**LINE, "place": "s{sheet}", "key": KEY}),
    "edit_line": (f"{PACT}argent/lignes/{{line}}/modifier/", {**LINE, "edition": "1"}),
    "move_line": (
        f"{PACT}argent/lignes/{{line}}/avancer/",
        {"to": "requested", "on": "{today}", "edition": "1"},
    ),
    "sheet_money": (
        f"{PACT}argent/fiches/{{sheet}}/",
        {"fiscal_year": "2024", "nature": "operating", "tax": "included", "euros": "30"},
    ),
    "add_post": (f"{PACT}postes/nouveau/", {"measure": "10", "employer_id": "{place}", "key": KEY}),
    "edit_post": (
        f"{PACT}postes/{{post}}/modifier/",
        {"employer_id": "{place}", "mission": "Accueil", "edition": "1"},
    ),
    "hold_post": (f"{PACT}postes/{{post}}/etat/", {"state": "filled", "on": "2024-03-01", "edition": "1"}),
    "read_promise": (
        f"{PACT}postes/mesures/10/lecture/",
        {"post_count": "3", "why": "Trois conventions.", "edition": "0"},
    ),
    "import_posts": (f"{PACT}postes/donnees-ouvertes/", {"file": POSTS, "code": "CV99"}),
    "open_promised": (f"{PACT}indicateurs/promesses/", {}),
    "add_indicator": (
        f"{PACT}indicateurs/nouveau/",
        {
            "measure": "10",
            "name": "Prêts",
            "kind": "output",
            "direction": "up",
            "frequency": "year",
            "aggregation": "sum",
        },
    ),
    "edit_indicator": (
        f"{PACT}indicateurs/{{indicator}}/modifier/",
        {"name": "Jeux", "kind": "output", "direction": "up", "frequency": "month", "edition": "1"},
    ),
    "set_target": (f"{PACT}indicateurs/{{indicator}}/cible/", {"on": "2024-12-31", "value": "40"}),
    "enter_value": (f"{PACT}indicateurs/{{indicator}}/saisir/", {"end_on": "2024-01-31", "value": "4"}),
    "review_value": (
        f"{PACT}indicateurs/{{indicator}}/valider/",
        {"end_on": "2024-03-31", "decision": "approve"},
    ),
    "record_delivery": (
        f"{PACT}realisations/nouvelle/",
        {"place": "s{sheet}", "kind": "session", "on": "2024-03-02", "count": "9", "key": KEY},
    ),
    "delivery": (
        f"{PACT}realisations/{{delivery}}/",
        {"kind": "session", "on": "2024-03-02", "count": "9", "edition": "1"},
    ),
    "withdraw_delivery": (f"{PACT}realisations/{{delivery}}/retirer/", {"why": "Jamais tenue."}),
}


def money_of(slug: str) -> dict[str, object]:
    """Give the pact a sheet on an axis of Claire's, with a line, a post, an indicator and what was done."""
    programme = Programme.objects.get(slug=slug)
    measure = programme.measures.get(number="10")
    assert measure.axis is not None
    claire = Membership.objects.get(user__email=CLAIRE.email)
    AxisPilot.objects.create(
        axis=measure.axis, institution_id=claire.institution_id, person_id=claire.user_id
    )
    place = Institution.objects.get(pk=claire.institution_id).pk
    sheet = open_sheet(measure.pk, says={"title": "Prêter des jeux"}, lead_id=place, by=OPERATOR)
    for value in (2, 1):
        promise(measure, value=value, subject=f"conventions adultes-relais {value}")
    says = {**SAYS, "funder_id": place}
    rule = {"kinds": ["session"], "aggregation": "sum", "is_cumulative": False}
    done = {"kind": "session", "on": datetime.date(2024, 3, 1), "count": 12}
    return {
        "place": place,
        "sheet": sheet,
        "today": timezone.localdate().isoformat(),
        "line": add_line(slug, key="k1", says=says, sheet_id=sheet, by=OPERATOR),
        "post": add_post(slug, key="p1", measure="10", says={"employer_id": place}, by=OPERATOR),
        "delivery": record_delivery(slug, source_key="s1", says=done, sheet_id=sheet, by=OPERATOR),
        "indicator": add_indicator(
            slug, says={"name": "Jeunes", "frequency": "month"}, measure="10", rule=rule, by=OPERATOR
        ),
    }
