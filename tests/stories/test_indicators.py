"""Claire follows the indicators of her axis and says what was done, in a real browser."""

import datetime
from decimal import Decimal

import pytest
from playwright.sync_api import expect

from declic.records.accounts.viewers import OPERATOR
from declic.records.evaluation.writes import enter_value, open_promised
from tests.people import CLAIRE
from tests.records.evaluation.invented import done, observed
from tests.records.money.invented import funded
from tests.stories.checks import assert_everyone_can_read_at_every_size


PAGES = (
    "indicateurs/",
    "indicateurs/nouveau/",
    "indicateurs/{indicator}/",
    "indicateurs/{indicator}/modifier/",
    "indicateurs/{indicator}/cible/",
    "indicateurs/{indicator}/saisir/",
    "realisations/",
    "realisations/nouvelle/",
    "realisations/{delivery}/",
    "realisations/{delivery}/retirer/",
)


@pytest.fixture
def places(live_server) -> dict[str, object]:
    """The small pact with an indicator that fills itself, one that is typed, and what was done."""
    assert live_server.url
    pact = funded()
    row = observed(pact)
    delivery = done(pact, on=datetime.date(2024, 3, 5), women=7, aged_16_to_25=9)
    done(pact, key="s2", on=datetime.date(2024, 5, 2), count=8)
    done(pact, key="s3", on=datetime.date(2024, 10, 2), count=None)
    says = {"value": Decimal(15), "comment": "Compté au cahier."}
    enter_value(row.pk, end_on=datetime.date(2024, 9, 30), says=says, by=OPERATOR)
    open_promised(pact.slug, by=OPERATOR)
    return {"slug": pact.slug, "indicator": row.pk, "delivery": delivery.pk, "sheet": pact.sheet_id}


@pytest.mark.parametrize("path", PAGES)
def test_everyone_can_read_the_indicators_at_every_size_in_light_and_in_dark(open_page, places, path):
    page = open_page(f"/pilotage/pactes/{places['slug']}/{path.format(**places)}", person=CLAIRE)

    assert_everyone_can_read_at_every_size(page)


def test_claire_says_what_was_done_without_javascript_and_approves_what_it_comes_to(open_page, places):
    page = open_page(
        f"/pilotage/pactes/{places['slug']}/realisations/nouvelle/",
        person=CLAIRE,
        javascript=False,
        width=360,
    )
    page.get_by_label("Pour quelle fiche ou quelle mesure").select_option(f"s{places['sheet']}")
    page.get_by_label("Le", exact=True).fill("2024-11-20")
    page.get_by_label("Où").fill("Ludothèque")
    page.get_by_label("Combien de personnes").fill("6")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_text("10-1 · Ludothèque · 6 personnes", exact=True)).to_be_visible()

    page.goto(f"/pilotage/pactes/{places['slug']}/indicateurs/{places['indicator']}/")
    last = page.get_by_role("listitem").filter(has_text="31 décembre 2024").first
    expect(last).to_contain_text("6 jeunes")
    last.get_by_role("button", name="Valider").click()
    expect(page.get_by_text("La valeur est validée.")).to_be_visible()
