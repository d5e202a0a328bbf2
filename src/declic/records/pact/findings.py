"""Which findings a viewer sees, in which order, which measures each one touches, and how one is answered."""

from collections import Counter
from collections.abc import Iterable, Sequence

from django.db.models import QuerySet
from django.utils import timezone

from declic.engines.reading.drafts import Severity
from declic.records.accounts.editions import edit
from declic.records.accounts.rights import may_see_pilot_pages
from declic.records.accounts.viewers import Viewer
from declic.records.council.cited import passage, passages
from declic.records.pact.choices import FindingChoice, SeverityChoice
from declic.records.pact.models import Finding, Measure
from declic.records.pact.values import FindingLine, FindingState
from declic.units.spans import Span


GRAVEST_FIRST = {severity: rank for rank, severity in enumerate(SeverityChoice.values)}


def finding_lines(
    findings: Iterable[Finding], *, measures: Sequence[Measure], viewer: Viewer
) -> tuple[FindingLine, ...]:
    """
    Give the findings the viewer may see, the open and the gravest first.

    Who steers sees them all. Anyone else sees those that were explained, without the name of who did it.
    """
    steers = may_see_pilot_pages(viewer)
    spans = [(measure.number, _spans(measure)) for measure in measures]
    seen = [row for row in findings if steers or row.state == FindingChoice.EXPLAINED]
    seen.sort(key=lambda row: (row.state != FindingChoice.OPEN, GRAVEST_FIRST[row.severity], row.position))
    return tuple(_line(row, measures=spans, named=steers) for row in seen)


def open_counts(findings: Iterable[FindingLine]) -> Counter[str]:
    """Count the open findings of each measure, by its number."""
    return Counter(
        number
        for finding in findings
        if finding.state is FindingState.OPEN
        for number in finding.measure_numbers
    )


def answered(rows: QuerySet[Finding], *, words: str, by: Viewer, seen: int | None = None) -> bool:
    """
    Answer the one finding of `rows` in somebody's name, inside a write, and say whether anything changed.

    Raises LookupError where there is none, ChangedMeanwhileError.
    """
    return edit(
        rows,
        seen=seen,
        by=by,
        says={"state": FindingChoice.EXPLAINED, "explanation": words},
        also={"explained_by": (by.name or by.mark)[:150], "explained_at": timezone.now()},
    )


def _line(row: Finding, *, measures: Sequence[tuple[str, Sequence[Span]]], named: bool) -> FindingLine:
    cited = tuple(passage(one.citation) for one in row.passages.all())
    where = [Span(one.start, one.end) for one in cited]
    touched = tuple(
        number
        for number, spans in measures
        if any(own.holds(other) or other.holds(own) for own in spans for other in where)
    )
    return FindingLine(
        finding_id=row.pk,
        rule=row.rule,
        severity=Severity(row.severity),
        message=row.message,
        state=FindingState(row.state),
        explanation=row.explanation or None,
        explained_by=(row.explained_by or None) if named else None,
        explained_at=row.explained_at,
        edition=row.edition,
        measure_numbers=touched,
        passages=cited,
    )


def _spans(measure: Measure) -> tuple[Span, ...]:
    return tuple(Span(one.start, one.end) for one in passages(measure))
