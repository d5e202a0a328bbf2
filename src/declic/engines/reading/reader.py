"""The whole reading of one text, in order: sitting, pact, quantities, findings, coverage."""

from dataclasses import replace

from declic.engines.reading.amounts import read_amounts
from declic.engines.reading.coverage import cover
from declic.engines.reading.dates import read_dates
from declic.engines.reading.drafts import DocumentKind, PactDraft, Reading, SittingDraft
from declic.engines.reading.events import read_events
from declic.engines.reading.figures import read_figures
from declic.engines.reading.findings import read_findings
from declic.engines.reading.kinds import recognise_kind
from declic.engines.reading.pact import read_pact
from declic.engines.reading.sitting import read_sitting
from declic.engines.reading.text import Layout


def read_text(text: str) -> Reading:
    """
    Read a public document, whatever its kind; what it does not say stays unknown.

    Deterministic and linear in the length of the text; it never raises on a text, and invents nothing on one
    that is not a deliberation or a plan.
    """
    layout = Layout(text)
    sitting = read_sitting(layout)
    outline = read_pact(layout, sitting=sitting)
    pact = _with_quantities(layout, outline, sitting=sitting) if outline else None
    findings = read_findings(layout, sitting=sitting, pact=pact)
    return Reading(
        kind=recognise_kind(layout, sitting=sitting, pact=pact),
        text=text,
        sitting=sitting,
        pact=pact,
        findings=findings,
        coverage=cover(layout, sitting=sitting, pact=pact),
    )


def _with_quantities(layout: Layout, outline: PactDraft, *, sitting: SittingDraft | None) -> PactDraft:
    amounts = read_amounts(layout, axes=outline.axes, measures=outline.measures)
    dates = read_dates(layout, sitting=sitting, pact=outline)
    figures = read_figures(layout, pact=outline, amounts=amounts, dates=dates)
    events = read_events(layout, dates=dates)
    return replace(outline, amounts=amounts, dates=dates, figures=figures, events=events)


__all__ = ["DocumentKind", "Reading", "read_text"]
