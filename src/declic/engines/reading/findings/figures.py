"""Figures that a text says against each other; each check keeps quiet unless the arithmetic proves it."""

from collections.abc import Iterator

from declic.engines.reading.drafts import Finding, PactDraft, SittingDraft
from declic.engines.reading.findings.figure_dates import weekday_findings
from declic.engines.reading.findings.figure_pairs import (
    age_band_findings,
    population_findings,
    spelling_findings,
    tension_findings,
)
from declic.engines.reading.findings.figure_rates import percentage_findings, respective_findings
from declic.engines.reading.quantities_context import Context
from declic.engines.reading.text import Layout


def figure_findings(
    layout: Layout, *, sitting: SittingDraft | None, pact: PactDraft | None
) -> tuple[Finding, ...]:
    """
    Give what the figures and the dates of a text say against each other, in reading order.

    « respectivement » in the wrong order, one public counted twice differently, two age bands for one public,
    two populations of one place, one number written in two ways, a percentage that its counts deny, a weekday
    that its date denies.
    """
    found = sorted(_all(layout, sitting, pact), key=lambda finding: finding.spans[0])
    return tuple(found)


def _all(layout: Layout, sitting: SittingDraft | None, pact: PactDraft | None) -> Iterator[Finding]:
    yield from weekday_findings(layout, sitting=sitting)
    if pact is None:
        return
    context = Context(layout, pact.axes)
    for check in (
        respective_findings,
        percentage_findings,
        tension_findings,
        age_band_findings,
        population_findings,
        spelling_findings,
    ):
        yield from check(context, figures=pact.figures)
