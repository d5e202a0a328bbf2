"""Rows of a programme become a draft again: what was opened, each value with its passages, in the order of the text."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from declic.engines.reading.drafts import (
    ArticleDraft,
    BodyDraft,
    DateDraft,
    EventDraft,
    Finding as FindingDraft,
    Origin,
    PactDraft,
    Severity,
    Stated,
)
from declic.records.accounts.rights import may_see_pilot_pages
from declic.records.accounts.viewers import Viewer
from declic.records.council.cited import CitedRow
from declic.records.pact import queries
from declic.records.pact.choices import FindingChoice, StatedField
from declic.records.pact.models import Finding, Measure, Programme, Signatory
from declic.records.pact.values import CoverageLine, ValidationState
from declic.records.pact.values.whole import SourceFile, WholeFinding, WholePact, WholeValidation
from declic.records.pact.whole_parts import (
    amount_draft,
    axis_drafts,
    block_drafts,
    figure_draft,
    measure_draft,
    measures_of,
    party_draft,
    role_draft,
    running_draft,
)
from declic.records.pact.whole_passages import spans_within
from declic.units.spans import Span


Row = TypeVar("Row", bound=CitedRow)
Draft = TypeVar("Draft")


def whole_programme(row: Programme, *, viewer: Viewer) -> WholePact:
    """Give a programme whole: what the viewer may read of it."""
    signatories = list(
        queries.validated_signatories(row).prefetch_related("representatives").order_by("position")
    )
    version = row.version
    source = SourceFile(
        title=version.document.title,
        file_name=version.file_name,
        sha256=version.sha256,
        text=version.text,
        data=bytes(version.data),
    )
    measures = measures_of(row)
    return WholePact(
        slug=row.slug,
        source=source,
        pact=_pact(row, signatories=signatories, measures=measures),
        findings=_findings(row, viewer=viewer),
        coverage=_coverage(row),
        plain_titles=tuple((one.number, one.plain_title) for one in measures if one.plain_title),
        validations=tuple(_validation(one) for one in signatories),
    )


def _pact(row: Programme, *, signatories: list[Signatory], measures: list[Measure]) -> PactDraft:
    spans = spans_within(row)
    return PactDraft(
        title=_title(row),
        date=_stated(row, StatedField.DATE),
        weekday=_stated(row, StatedField.WEEKDAY),
        ends_on=_stated(row, StatedField.ENDS_ON),
        successor=_stated(row, StatedField.SUCCESSOR),
        reserve=_stated(row, StatedField.RESERVE),
        parties=tuple(party_draft(one, spans=spans) for one in signatories),
        signature_blocks=block_drafts(row, spans=spans),
        articles=_drafts(
            row.articles.select_related("body"),
            lambda one: ArticleDraft(one.number, one.title, spans(one), Span(one.body.start, one.body.end)),
        ),
        diagnosis=_drafts(row.diagnosis, lambda one: Stated(one.text, spans(one), Origin(one.origin))),
        axes=axis_drafts(row, spans=spans),
        roles=_drafts(row.roles.prefetch_related("axes"), partial(role_draft, spans=spans)),
        ongoing_actions=_drafts(
            row.ongoing_actions.select_related("axis"), partial(running_draft, spans=spans)
        ),
        measures=tuple(measure_draft(one, spans=spans) for one in measures),
        figures=_drafts(row.figures.select_related("axis"), partial(figure_draft, spans=spans)),
        amounts=_drafts(row.amounts.select_related("axis"), partial(amount_draft, spans=spans)),
        bodies=_drafts(row.bodies, lambda one: BodyDraft(one.name, one.periodicity or None, spans(one))),
        dates=_drafts(row.key_dates, lambda one: DateDraft(one.value, one.precision, one.label, spans(one))),
        events=_drafts(row.events, lambda one: EventDraft(one.name, one.date or None, spans(one))),
    )


def _drafts(rows: Any, made: Callable[[Any], Draft]) -> tuple[Draft, ...]:
    return tuple(made(one) for one in rows.select_related("citation"))


def _title(row: Programme) -> Stated[str] | None:
    """Leave out the title that a programme took from its document, for want of one in the text."""
    stated: Stated[str] | None = _stated(row, StatedField.TITLE)
    if stated and not stated.spans and stated.value == row.version.document.title:
        return None
    return stated


def _stated(row: Programme, field: StatedField) -> Stated[Any] | None:
    value = getattr(row, field.value)
    if not value:
        return None
    sources = [one for one in row.sources.all() if one.field == field.value]
    origin = Origin(sources[0].origin) if sources else Origin.PROPOSED
    return Stated(value, tuple(Span(one.citation.start, one.citation.end) for one in sources), origin)


def _findings(row: Programme, *, viewer: Viewer) -> tuple[WholeFinding, ...]:
    steers = may_see_pilot_pages(viewer)
    return tuple(
        WholeFinding(_finding(one), one.explanation)
        for one in queries.findings_of(row)
        if steers or one.state == FindingChoice.EXPLAINED
    )


def _finding(row: Finding) -> FindingDraft:
    spans = tuple(Span(one.citation.start, one.citation.end) for one in row.passages.all())
    return FindingDraft(row.rule, Severity(row.severity), row.message, spans)


def _coverage(row: Programme) -> CoverageLine:
    kept = getattr(row, "coverage", None)
    if kept is None:
        return CoverageLine(0, 0, 0, 0, 0, 0)
    return CoverageLine(
        kept.sentences, kept.attached, kept.ignored, kept.orphans, kept.digits, kept.digits_claimed
    )


def _validation(row: Signatory) -> WholeValidation:
    return WholeValidation(
        organisation=row.organisation,
        state=ValidationState(row.validation),
        is_recorded=row.validation_recorded_at is not None,
        proof=_proof(row),
    )


def _proof(row: Signatory) -> str:
    if row.deliberation is None:
        return row.deliberation_elsewhere
    words = [f"n° {row.deliberation.number}" if row.deliberation.number else "", row.deliberation.title]
    return (
        " : ".join(word for word in words if word)[:300] or f"délibération du {row.deliberation.sitting.date}"
    )
