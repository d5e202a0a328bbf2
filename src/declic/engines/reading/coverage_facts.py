"""The passages that facts were read from, precise enough to vouch for the sentence they stand in."""

from collections.abc import Iterator
from typing import Protocol

from declic.engines.reading.drafts import PactDraft, SittingDraft
from declic.engines.reading.text import Layout
from declic.units.spans import Span


class _Read(Protocol):
    @property
    def spans(self) -> tuple[Span, ...]: ...


LONGEST_FACT = 400
LONGEST_PROMISE = 2500
LONGEST_LABEL = 48


def fact_spans(*, sitting: SittingDraft | None, pact: PactDraft | None) -> Iterator[Span]:
    """
    Give the passages of the facts of a sitting and of a pact.

    Of what is long by nature (a deliberation, an article, a measure) only the facts inside it count here: see
    `promise_spans` for measures and `heading_spans` for the names of the parts.
    """
    if sitting:
        yield from _sitting_facts(sitting)
    if pact:
        yield from _pact_facts(pact)


def _sitting_facts(sitting: SittingDraft) -> Iterator[Span]:
    stated: tuple[_Read | None, ...] = (
        sitting.body,
        sitting.date,
        sitting.weekday,
        sitting.published_on,
        sitting.convened_on,
        sitting.opened_at,
        sitting.closed_at,
        sitting.chair,
        sitting.secretary,
        sitting.members_in_office,
        sitting.declared_present,
        sitting.declared_absent,
        sitting.declared_proxies,
        sitting.declared_voters,
    )
    for value in stated:
        yield from value.spans if value else ()
    yield from sitting.order_spans
    people: tuple[_Read, ...] = (
        *sitting.members,
        *sitting.substitutes,
        *sitting.proxies,
        *sitting.signatures,
    )
    for person in people:
        yield from person.spans
    for act in sitting.deliberations:
        yield from (span for span in act.spans if span.end - span.start <= LONGEST_FACT)
        yield from (span for decision in act.decisions for span in decision.spans)
        yield from act.vote.spans if act.vote else ()


def _pact_facts(pact: PactDraft) -> Iterator[Span]:
    stated: tuple[_Read | None, ...] = (
        pact.title,
        pact.date,
        pact.weekday,
        pact.ends_on,
        pact.successor,
        pact.reserve,
    )
    for value in stated:
        yield from value.spans if value else ()
    for difficulty in pact.diagnosis:
        yield from difficulty.spans
    drafts: tuple[_Read, ...] = (
        *pact.parties,
        *pact.signature_blocks,
        *pact.roles,
        *pact.figures,
        *pact.amounts,
        *pact.bodies,
        *pact.dates,
        *pact.events,
    )
    for draft in drafts:
        yield from draft.spans
    for measure in pact.measures:
        for named in (*measure.organisations, *measure.schemes):
            yield from named.spans


def promise_spans(pact: PactDraft | None) -> Iterator[Span]:
    """Give the passages of measures and ongoing actions: their words are the fact, whole and verbatim."""
    if pact is None:
        return
    drafts: tuple[_Read, ...] = (*pact.measures, *pact.ongoing_actions)
    for draft in drafts:
        yield from (span for span in draft.spans if span.end - span.start <= LONGEST_PROMISE)


def heading_spans(layout: Layout, *, pact: PactDraft | None) -> Iterator[Span]:
    """Give where the parts of a pact are named: headings of articles, axes, sections, and the numbers of measures."""
    if pact is None:
        return
    for article in pact.articles:
        yield from article.spans
    for axis in pact.axes:
        yield from (span for span in axis.spans if span.end - span.start <= LONGEST_FACT)
        yield from (span for section in axis.sections for span in section.spans)
    for measure in pact.measures:
        for span in measure.spans[:1]:
            at = layout.text.find(measure.number, span.start, span.start + LONGEST_LABEL)
            yield Span(span.start, at + len(measure.number) if at >= 0 else span.start + 1)
