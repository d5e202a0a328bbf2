"""Every write of money, each with what it needs and one call that changes something."""

import datetime
from decimal import Decimal

from declic.engines.funding.stages import Stage
from declic.records.money import writes as money
from declic.records.money.choices import PostState
from tests.records.money.invented import POSTS, a_line, a_post, funded, line_says
from tests.records.sheets.invented import measure
from tests.safety.scenarios import Act, write


@write("money.add_line")
def _add_line() -> Act:
    pact = funded()
    return lambda: money.add_line(
        pact.slug, key="k1", says=line_says(pact), sheet_id=pact.sheet_id, by=pact.lina
    )


@write("money.edit_line")
def _edit_line() -> Act:
    pact = funded()
    line = a_line(pact)
    return lambda: money.edit_line(line.pk, says={"purpose": "Prêter"}, by=pact.lina, seen=1)


@write("money.move_line")
def _move_line() -> Act:
    pact = funded()
    line = a_line(pact)
    assert line.considered_on is not None
    move = money.Move(Stage.REQUESTED, line.considered_on)
    return lambda: money.move_line(line.pk, move=move, by=pact.lina, seen=1)


@write("money.set_cost")
def _set_cost() -> Act:
    pact = funded()
    says = {"fiscal_year": 2024, "nature": "operating", "tax": "included", "euros": Decimal(5)}
    return lambda: money.set_cost(pact.sheet_id, says=says, by=pact.lina)


@write("money.add_post")
def _add_post() -> Act:
    pact = funded()
    says = {"employer_id": pact.workshop}
    return lambda: money.add_post(pact.slug, key="p1", measure="10", says=says, by=pact.claire)


@write("money.edit_post")
def _edit_post() -> Act:
    pact = funded()
    post = a_post(pact)
    return lambda: money.edit_post(post.pk, says={"mission": "Accueillir"}, by=pact.claire, seen=1)


@write("money.hold_post")
def _hold_post() -> Act:
    pact = funded()
    post, day = a_post(pact), datetime.date(2024, 3, 1)
    return lambda: money.hold_post(post.pk, state=PostState.FILLED, on=day, by=pact.claire, seen=1)


@write("money.read_promise")
def _read_promise() -> Act:
    pact = funded()
    return lambda: money.read_promise(measure().pk, post_count=3, why="Lu.", by=pact.claire)


@write("money.import_posts")
def _import_posts() -> Act:
    pact = funded()
    return lambda: money.import_posts(pact.slug, POSTS, file_name="f.csv", code="CV99", by=pact.claire)
