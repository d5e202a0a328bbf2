"""What the structure of a pact says against itself, or leaves unsaid: every rule about its parts, in order."""

from declic.engines.reading.drafts import Finding, PactDraft, SittingDraft
from declic.engines.reading.findings.axis_rules import axis_findings
from declic.engines.reading.findings.measure_counts import wrong_counts
from declic.engines.reading.findings.measure_rules import measure_findings
from declic.engines.reading.findings.party_rules import party_findings
from declic.engines.reading.findings.promise_rules import promise_findings
from declic.engines.reading.text import Layout


def structure_findings(
    layout: Layout, *, sitting: SittingDraft | None, pact: PactDraft
) -> tuple[Finding, ...]:
    """Compare the parts of a pact with one another: axes, measures, parties, and what it promises to describe."""
    return (
        *axis_findings(layout, pact=pact),
        *measure_findings(layout, pact=pact),
        *wrong_counts(layout, pact=pact),
        *party_findings(layout, sitting=sitting, pact=pact),
        *promise_findings(layout, pact=pact),
    )
