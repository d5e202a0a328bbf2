"""What the wording of a pact says against itself: every rule about marks, letters and agreement, in order."""

from declic.engines.reading.drafts import Finding, PactDraft, SittingDraft
from declic.engines.reading.findings.bullet_rules import bullet_findings
from declic.engines.reading.findings.language_rules import language_findings
from declic.engines.reading.findings.name_rules import name_findings
from declic.engines.reading.text import Layout


def wording_findings(
    layout: Layout, *, sitting: SittingDraft | None, pact: PactDraft | None
) -> tuple[Finding, ...]:
    """Check bullets, quotation marks, agreement and acronyms of the pact, and names of the sitting."""
    return (
        *(bullet_findings(layout, pact=pact) if pact else ()),
        *(language_findings(layout, pact=pact) if pact else ()),
        *name_findings(layout, sitting=sitting, pact=pact),
    )
