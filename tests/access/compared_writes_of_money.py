"""Every write of money beside the oracle."""

import datetime
import random
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from declic.engines.funding.stages import Stage
from declic.records.accounts.viewers import Viewer
from declic.records.money import writes as money
from declic.records.money.choices import PostState
from tests.access import oracle
from tests.access.attempts import Attempt
from tests.access.oracle import Actor, Paper, World
from tests.records.money.invented import POSTS


DAY = datetime.date(2024, 3, 2)


def on_money(world: World, chance: random.Random) -> Iterator[Attempt]:
    """Give one attempt of every write of money, each on a thing drawn from the world."""
    paper = world.papers[chance.choice(sorted(world.papers))]
    place = chance.choice(world.institutions)
    yield from _on_lines(paper, place)
    yield from _on_posts(paper, place)


def _on_lines(paper: Paper, place: int) -> Iterator[Attempt]:
    says: dict[str, Any] = {
        "funder_id": place,
        "purpose": "Prêter",
        "euros": Decimal(5),
        "fiscal_year": 2024,
    }
    cost = {"fiscal_year": 2024, "nature": "operating", "tax": "included", "euros": Decimal(5)}
    yield _attempt(
        "add_line",
        paper,
        lambda viewer: money.add_line(paper.programme, key="n", says=says, sheet_id=paper.sheet, by=viewer),
        lambda actor: oracle.writes_on(actor, paper.pilots, paper.carriers),
    )
    yield _attempt(
        "edit_line",
        paper,
        lambda viewer: money.edit_line(paper.line, says={"purpose": "Prêter"}, by=viewer),
        lambda actor: oracle.writes_on(actor, paper.pilots, paper.carriers),
    )
    yield _attempt(
        "move_line",
        paper,
        lambda viewer: money.move_line(paper.line, move=money.Move(Stage.REQUESTED, DAY), by=viewer),
        lambda actor: oracle.writes_on(actor, paper.pilots, paper.carriers),
    )
    yield _attempt(
        "set_cost",
        paper,
        lambda viewer: money.set_cost(paper.sheet, says=cost, by=viewer),
        lambda actor: oracle.writes_on(actor, paper.pilots, paper.carriers),
    )


def _on_posts(paper: Paper, place: int) -> Iterator[Attempt]:
    def steers(actor: Actor) -> bool:
        return oracle.steers_axis(actor, paper.pilots)

    yield _attempt(
        "add_post",
        paper,
        lambda viewer: money.add_post(
            paper.programme, key="n", measure="1", says={"employer_id": place}, by=viewer
        ),
        steers,
    )
    yield _attempt(
        "edit_post",
        paper,
        lambda viewer: money.edit_post(paper.post, says={"mission": "Accueillir"}, by=viewer),
        steers,
    )
    yield _attempt(
        "hold_post",
        paper,
        lambda viewer: money.hold_post(paper.post, state=PostState.FILLED, on=DAY, by=viewer),
        steers,
    )
    yield _attempt(
        "read_promise",
        paper,
        lambda viewer: money.read_promise(paper.measure, post_count=1, why="Lu.", by=viewer),
        steers,
    )
    yield _attempt(
        "import_posts",
        paper,
        lambda viewer: money.import_posts(paper.programme, POSTS, file_name="f.csv", code="", by=viewer),
        oracle.steers,
    )


def _attempt(
    name: str, paper: Paper, act: Callable[[Viewer], object], is_due: Callable[[Actor], bool]
) -> Attempt:
    """Give an attempt that is due only where the pact itself is open to the actor."""

    def due(actor: Actor) -> bool:
        return oracle.reads_paper(actor, is_public=paper.is_public) and is_due(actor)

    return Attempt(f"money.{name}", act, due)
