"""What a document says against itself, or leaves unsaid: one function, and the rules by kind."""

from declic.engines.reading.drafts import Finding, PactDraft, SittingDraft
from declic.engines.reading.findings.figures import figure_findings
from declic.engines.reading.findings.sittings import sitting_findings
from declic.engines.reading.findings.structure import structure_findings
from declic.engines.reading.findings.wording import wording_findings
from declic.engines.reading.text import Layout


def read_findings(
    layout: Layout, *, sitting: SittingDraft | None, pact: PactDraft | None
) -> tuple[Finding, ...]:
    """
    Give every finding about a document, in reading order of its first passage.

    Nothing is corrected: a finding shows the passages and leaves the decision to people.
    """
    found = (
        *(structure_findings(layout, sitting=sitting, pact=pact) if pact else ()),
        *(sitting_findings(layout, sitting=sitting) if sitting else ()),
        *wording_findings(layout, sitting=sitting, pact=pact),
        *figure_findings(layout, sitting=sitting, pact=pact),
    )
    return tuple(sorted(found, key=lambda finding: (finding.spans[:1], finding.rule)))
