"""Every write of deliveries and evaluation beside the oracle."""

import datetime
import random
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from declic.records.accounts.viewers import Viewer
from declic.records.deliveries import writes as deliveries
from declic.records.evaluation import writes as evaluation
from declic.records.evaluation.filling import begun_periods, whole_of
from declic.records.evaluation.models import Indicator
from tests.access import oracle
from tests.access.attempts import Attempt
from tests.access.oracle import Actor, Paper, World


DAY = datetime.date(2024, 3, 2)


def on_evaluation(world: World, chance: random.Random) -> Iterator[Attempt]:
    """Give one attempt of every write of deliveries and evaluation, each on a thing drawn from the world."""
    paper = world.papers[chance.choice(sorted(world.papers))]
    yield from _on_deliveries(paper)
    yield from _on_indicators(paper)
    yield from _on_values(paper)


def _on_deliveries(paper: Paper) -> Iterator[Attempt]:
    def follows(actor: Actor) -> bool:
        return oracle.writes_on(actor, paper.pilots, paper.partners)

    says: dict[str, Any] = {"kind": "session", "on": DAY, "count": 8}
    yield _attempt(
        "deliveries.record_delivery",
        paper,
        lambda viewer: deliveries.record_delivery(
            paper.programme, source_key="n", says=says, sheet_id=paper.sheet, by=viewer
        ),
        follows,
    )
    yield _attempt(
        "deliveries.correct_delivery",
        paper,
        lambda viewer: deliveries.correct_delivery(paper.delivery, says={"count": 9}, by=viewer),
        follows,
    )
    yield _attempt(
        "deliveries.withdraw_delivery",
        paper,
        lambda viewer: deliveries.withdraw_delivery(paper.delivery, why="Jamais tenue.", by=viewer),
        follows,
    )
    yield _attempt(
        "deliveries.fill_post",
        paper,
        lambda viewer: deliveries.fill_post(paper.post, on=DAY, by=viewer),
        lambda actor: oracle.steers_axis(actor, paper.pilots),
    )


def _on_indicators(paper: Paper) -> Iterator[Attempt]:
    def steers(actor: Actor) -> bool:
        return oracle.steers_axis(actor, paper.pilots)

    yield _attempt(
        "evaluation.add_indicator",
        paper,
        lambda viewer: evaluation.add_indicator(
            paper.programme, says={"name": "Jeunes"}, measure="1", by=viewer
        ),
        steers,
    )
    yield _attempt(
        "evaluation.open_promised",
        paper,
        lambda viewer: evaluation.open_promised(paper.programme, by=viewer),
        steers,
    )
    yield _attempt(
        "evaluation.edit_indicator",
        paper,
        lambda viewer: evaluation.edit_indicator(paper.indicator, says={"unit": "séances"}, by=viewer),
        steers,
    )
    yield _attempt(
        "evaluation.set_target",
        paper,
        lambda viewer: evaluation.set_target(paper.indicator, on=DAY, value=Decimal(4), by=viewer),
        steers,
    )
    yield _attempt(
        "evaluation.lock_periods",
        paper,
        lambda viewer: evaluation.lock_periods(paper.programme, until=DAY, cause="dossier 1", by=viewer),
        oracle.steers,
    )


def _on_values(paper: Paper) -> Iterator[Attempt]:
    def end() -> datetime.date:

        row = Indicator.objects.select_related("programme").get(pk=paper.indicator)
        periods = begun_periods(row, whole=whole_of(row.programme), on=datetime.date(2100, 1, 1))
        return periods[0].end

    yield _attempt(
        "evaluation.enter_value",
        paper,
        lambda viewer: evaluation.enter_value(
            paper.indicator, end_on=end(), says={"value": Decimal(3)}, by=viewer
        ),
        lambda actor: oracle.writes_on(actor, paper.pilots, paper.leads),
    )
    yield _attempt(
        "evaluation.review_value",
        paper,
        lambda viewer: _reviewed(paper, end(), viewer),
        lambda actor: oracle.steers_axis(actor, paper.pilots),
    )


def _reviewed(paper: Paper, end_on: datetime.date, viewer: Viewer) -> None:
    try:
        evaluation.review_value(paper.indicator, end_on=end_on, approves=True, by=viewer)
    except evaluation.WrongEvaluationError:
        return  # they were allowed, and there is nothing to approve


def _attempt(
    name: str, paper: Paper, act: Callable[[Viewer], object], is_due: Callable[[Actor], bool]
) -> Attempt:
    """Give an attempt that is due only where the pact itself is open to the actor."""

    def due(actor: Actor) -> bool:
        return oracle.reads_paper(actor, is_public=paper.is_public) and is_due(actor)

    return Attempt(name, act, due)
