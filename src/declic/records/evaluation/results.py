"""How far the results of a sheet are: the indicators that tell of it, each on its way to its target."""

from collections.abc import Iterable
from decimal import Decimal

from declic.engines.tracking.gauges import Gauge, results_reached
from declic.records.evaluation.values import IndicatorLine


def results_of(lines: Iterable[IndicatorLine], *, measure: str, code: str) -> Gauge:
    """
    Say how far the results of a sheet are on average, 0 to 100; never zero for what cannot be calculated.

    An indicator that its rule ties to one sheet tells of that one; the others tell of every sheet of their measure.
    """
    shares: list[Decimal | None] = [
        line.progress.share
        for line in lines
        if line.measure and line.measure.number == measure and _tells_of(line, code=code)
    ]
    return results_reached(shares)


def _tells_of(line: IndicatorLine, *, code: str) -> bool:
    return line.rule is None or line.rule.sheet_code in (None, code)
