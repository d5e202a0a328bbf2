"""The money and the indicators of a pact as a dossier freezes them: each euro once, each value with its origin."""

from collections.abc import Iterable
from typing import Any

from declic.engines.funding.lines import Tax
from declic.engines.funding.totals import Dimension, Sums, count, count_by
from declic.records.evaluation.values import IndicatorLine
from declic.records.pact.models import Programme
from declic.records.steering.known import Known, counted_money


def frozen_money(programme: Programme, *, known: Known) -> dict[str, Any]:
    """Give what is secured, sought, lost and missing, in all and by funder, each tax basis apart."""
    lines, costs = counted_money(programme, known=known)
    funders = [
        {"funder": str(group.key), **_sums(group.sums)} for group in count_by(lines, by=Dimension.FUNDER)
    ]
    return {"whole": _sums(count(lines, costs=costs)), "funders": funders}


def frozen_indicators(lines: Iterable[IndicatorLine]) -> list[dict[str, Any]]:
    """Give each indicator with its last value, its target and how far it is."""
    return [_indicator(line) for line in lines]


def _sums(sums: Sums) -> dict[str, Any]:
    return {
        tax.value: {
            "secured": str(sums.of(tax).secured),
            "sought": str(sums.of(tax).sought),
            "lost": str(sums.of(tax).lost),
            "missing": None if sums.of(tax).missing is None else str(sums.of(tax).missing),
        }
        for tax in Tax
    }


def _indicator(line: IndicatorLine) -> dict[str, Any]:
    latest, share = line.latest, line.progress.share
    return {
        "code": line.code,
        "name": line.name,
        "unit": line.unit,
        "measure": line.measure.number if line.measure else None,
        "value": str(latest.value) if latest else None,
        "until": latest.period.end.isoformat() if latest else None,
        "origin": latest.origin.value if latest and latest.origin else None,
        "is_approved": bool(latest and latest.is_approved),
        "target": None if line.target is None else str(line.target),
        "percent": None if share is None else int(share * 100),
        "why": line.progress.why.value if line.progress.why else None,
    }
