"""Every write of sheets beside the oracle."""

import random
from collections.abc import Callable, Iterator

from declic.records.accounts.viewers import Viewer
from declic.records.sheets import writes as sheets
from tests.access import oracle
from tests.access.attempts import Attempt
from tests.access.oracle import Actor, Paper, World


def on_sheets(world: World, chance: random.Random) -> Iterator[Attempt]:
    """Give one attempt of every write of sheets, each on a sheet drawn from the world."""
    paper = world.papers[chance.choice(sorted(world.papers))]
    place = chance.choice(world.institutions)
    yield _attempt(
        "name_pilot",
        paper,
        lambda viewer: sheets.name_pilot(paper.axis, institution_id=place, function="Adjoint", by=viewer),
        lambda actor: oracle.names_pilots(actor, paper.pilots, is_piloted=bool(paper.pilots)),
    )
    yield _attempt(
        "open_sheet",
        paper,
        lambda viewer: sheets.open_sheet(paper.measure, says={"title": "Une autre"}, by=viewer),
        lambda actor: oracle.writes_on(actor, paper.pilots, paper.leads),
    )
    yield _attempt(
        "edit_sheet",
        paper,
        lambda viewer: sheets.edit_sheet(paper.sheet, says={"context": "Un besoin."}, by=viewer),
        lambda actor: oracle.writes_on(actor, paper.pilots, paper.carriers),
    )


def _attempt(
    name: str, paper: Paper, act: Callable[[Viewer], object], is_due: Callable[[Actor], bool]
) -> Attempt:
    """Give an attempt that is due only where the pact itself is open to the actor."""

    def due(actor: Actor) -> bool:
        return oracle.reads_paper(actor, is_public=paper.is_public) and is_due(actor)

    return Attempt(f"sheets.{name}", act, due)
