"""A weekday that its date denies."""

from collections.abc import Iterator

from declic.engines.reading.drafts import Finding, Severity, SittingDraft
from declic.engines.reading.text import Layout
from declic.units.french_dates import find_dates, weekday_of
from declic.units.spans import Span


def weekday_findings(layout: Layout, *, sitting: SittingDraft | None) -> Iterator[Finding]:
    """
    Find « mardi 1er février » where that day was no Tuesday.

    The date of the sitting is left to the checks of the sitting.
    """
    own = sitting.date.spans if sitting and sitting.date else ()
    for mention in find_dates(layout.text):
        if mention.weekday_span is None or mention.day is None:
            continue
        said = mention.weekday_span.of(layout.text).lower()
        true = weekday_of(mention.day)
        if said != true and not any(span.meets(mention.span) for span in own):
            words = layout.rejoined(Span(mention.weekday_span.start, mention.span.end))
            yield Finding(
                rule="weekday-contradicts-date",
                severity=Severity.WARNING,
                message=f"« {words} » : ce jour était un {true}.",
                spans=(Span(mention.weekday_span.start, mention.span.end),),
            )
