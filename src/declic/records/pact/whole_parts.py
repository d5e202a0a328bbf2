"""Rows of promises, parties and quantities become drafts again, each with its passages."""

from django.db.models import Prefetch

from declic.engines.reading.drafts import (
    AmountDraft,
    AxisDraft,
    FigureDraft,
    MeasureDraft,
    NamedDraft,
    OngoingActionDraft,
    PartyDraft,
    RepresentativeDraft,
    RoleDraft,
    SectionDraft,
    SignatureBlockDraft,
)
from declic.records.pact import queries
from declic.records.pact.choices import NameKind
from declic.records.pact.models import (
    Amount,
    Axis,
    ContextFigure,
    Measure,
    MeasureName,
    OngoingAction,
    Programme,
    Role,
    Section,
    Signatory,
)
from declic.records.pact.whole_passages import SpansOf
from declic.units.spans import Span


def party_draft(row: Signatory, *, spans: SpansOf) -> PartyDraft:
    """Give a party with its people."""
    people = tuple(
        RepresentativeDraft(one.name, one.civility or None, one.function or None)
        for one in row.representatives.all()
    )
    return PartyDraft(row.organisation, people, spans(row))


def block_drafts(row: Programme, *, spans: SpansOf) -> tuple[SignatureBlockDraft, ...]:
    """Give the places for signatures, with the party that each stands for."""
    blocks = row.signature_blocks.select_related("signatory", "citation").order_by("position")
    return tuple(
        SignatureBlockDraft(one.text, one.signatory.organisation if one.signatory else None, spans(one))
        for one in blocks
    )


def axis_drafts(row: Programme, *, spans: SpansOf) -> tuple[AxisDraft, ...]:
    """Give the axes with every other wording of their names, and their sections."""
    sections = Prefetch("sections", queryset=Section.objects.select_related("body", "citation"))
    rows = queries.axes_of(row).select_related("article", "body", "citation").prefetch_related(sections)
    return tuple(_axis(one, spans=spans) for one in rows)


def _axis(row: Axis, *, spans: SpansOf) -> AxisDraft:
    return AxisDraft(
        number=row.number,
        title=row.title,
        titles=tuple(one.text for one in row.wordings.all() if one.text != row.title),
        article=row.article.number if row.article else None,
        sections=tuple(
            SectionDraft(one.letter, one.title, spans(one), Span(one.body.start, one.body.end))
            for one in row.sections.all()
        ),
        pilot=row.pilot or None,
        spans=spans(row),
        body=Span(row.body.start, row.body.end),
    )


def measures_of(row: Programme) -> list[Measure]:
    """Find the measures with what they name, in the order of the text."""
    names = Prefetch("names", queryset=MeasureName.objects.select_related("citation").order_by("position"))
    rows = row.measures.select_related("axis", "parent", "citation").order_by("position")
    return list(rows.prefetch_related(names, "secondary_axes"))


def measure_draft(row: Measure, *, spans: SpansOf) -> MeasureDraft:
    """Give a measure as a reading says it."""
    return MeasureDraft(
        number=row.number,
        axis=row.axis.number if row.axis else None,
        parent=row.parent.number if row.parent else None,
        text=row.official_text,
        bullets=tuple(row.bullets),
        commitment=row.commitment or None,
        verb=row.verb or None,
        organisations=_named(row, NameKind.ORGANISATION, spans=spans),
        schemes=_named(row, NameKind.SCHEME, spans=spans),
        secondary_axes=tuple(one.number for one in row.secondary_axes.all()),
        spans=spans(row),
        published=row.published_number or None,
    )


def _named(row: Measure, kind: NameKind, *, spans: SpansOf) -> tuple[NamedDraft, ...]:
    return tuple(NamedDraft(one.name, spans(one)) for one in row.names.all() if one.kind == kind)


def role_draft(row: Role, *, spans: SpansOf) -> RoleDraft:
    """Give who carries or pilots what."""
    return RoleDraft(row.organisation, row.role, tuple(one.number for one in row.axes.all()), spans(row))


def running_draft(row: OngoingAction, *, spans: SpansOf) -> OngoingActionDraft:
    """Give what already ran."""
    return OngoingActionDraft(
        axis=row.axis.number if row.axis else None,
        title=row.title,
        text=row.text,
        carrier=row.carrier or None,
        spans=spans(row),
    )


def figure_draft(row: ContextFigure, *, spans: SpansOf) -> FigureDraft:
    """Give a quantity."""
    return FigureDraft(
        value=None if row.value is None else float(row.value),
        low=None if row.low is None else float(row.low),
        high=None if row.high is None else float(row.high),
        unit=row.unit,
        qualifier=row.qualifier or None,
        subject=row.subject,
        place=row.place or None,
        date=row.date or None,
        axis=row.axis.number if row.axis else None,
        spans=spans(row),
    )


def amount_draft(row: Amount, *, spans: SpansOf) -> AmountDraft:
    """Give an amount of money."""
    return AmountDraft(
        value_eur=float(row.euros),
        qualifier=row.qualifier or None,
        funder=row.funder or None,
        beneficiary=row.beneficiary or None,
        purpose=row.purpose or None,
        period=row.period or None,
        axis=row.axis.number if row.axis else None,
        spans=spans(row),
    )
