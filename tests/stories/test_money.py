"""Claire follows the money and the posts of her axis, in a real browser."""

from decimal import Decimal

import pytest

from declic.records.accounts.viewers import OPERATOR
from declic.records.deliveries.writes import fill_post
from declic.records.money.writes import import_posts, set_cost
from tests.people import CLAIRE
from tests.records.money.invented import POSTS, YESTERDAY, a_line, a_post, funded
from tests.stories.checks import assert_everyone_can_read_at_every_size


PAGES = (
    "argent/",
    "argent/lignes/nouvelle/",
    "argent/lignes/{line}/",
    "argent/lignes/{line}/modifier/",
    "argent/fiches/{sheet}/",
    "postes/",
    "postes/nouveau/",
    "postes/{post}/",
    "postes/donnees-ouvertes/",
    "postes/mesures/10/lecture/",
)


@pytest.fixture
def places(live_server) -> dict[str, object]:
    """The small pact with lines, a post that is filled, a cost and open data."""
    assert live_server.url
    pact = funded()
    line, post = a_line(pact), a_post(pact)
    a_line(pact, key="k2", funder_id=pact.workshop, euros=Decimal(350), tax="excluded", credit="valued")
    fill_post(post.pk, on=YESTERDAY, by=OPERATOR)
    says = {"fiscal_year": 2024, "nature": "operating", "tax": "included", "euros": Decimal(2000)}
    set_cost(pact.sheet_id, says=says, by=OPERATOR)
    import_posts(pact.slug, POSTS, file_name="postes.csv", code="CV99", by=OPERATOR)
    return {"slug": pact.slug, "line": line.pk, "post": post.pk, "sheet": pact.sheet_id}


@pytest.mark.parametrize("path", PAGES)
def test_everyone_can_read_the_money_at_every_size_in_light_and_in_dark(open_page, places, path):
    page = open_page(f"/pilotage/pactes/{places['slug']}/{path.format(**places)}", person=CLAIRE)

    assert_everyone_can_read_at_every_size(page)
