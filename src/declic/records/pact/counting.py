"""A draft's figures and money become rows, each with its sentence and the measure it is said in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from declic.engines.reading.drafts import AmountDraft, FigureDraft, MeasureDraft, PactDraft
from declic.engines.reading.text import Layout
from declic.records.council.proofs import Proofs, UncitedValueError
from declic.records.pact.models import Amount, Axis, ContextFigure, Measure, Programme
from declic.records.pact.wordings import sentence_around
from declic.units.spans import Span


CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a quantity: its axis, the measure it is said in, the sentence that says it."""

    axes: Mapping[int, Axis]
    measures: Sequence[tuple[Span, Measure]]
    sentences: Mapping[Span, Span]
    proofs: Proofs

    def axis(self, number: int | None) -> Axis | None:
        """Give the axis of that number, where it is known."""
        return None if number is None else self.axes.get(number)

    def measure(self, spans: Sequence[Span]) -> Measure | None:
        """Give the innermost measure that holds the first passage."""
        return next((row for own, row in self.measures if own.holds(spans[0])), None)

    def sentence_id(self, spans: Sequence[Span]) -> int:
        """Give the citation of the sentence that holds the first passage. Raises UncitedValueError without one."""
        if not spans:
            raise UncitedValueError("Une quantité n'a pas de passage dans le document.")
        return self.proofs.citation_ids[self.sentences[spans[0]]]


def quantity_sentences(draft: PactDraft, *, layout: Layout) -> dict[Span, Span]:
    """Give, for the first passage of each figure and amount, the sentence that says it."""
    passages = [figure.spans for figure in draft.figures] + [amount.spans for amount in draft.amounts]
    return {
        spans[0]: sentence_around(spans[0], text=layout.text, sentences=layout.sentences)
        for spans in passages
        if spans
    }


def innermost_first(
    measures: Iterable[Measure], *, drafts: Iterable[MeasureDraft]
) -> tuple[tuple[Span, Measure], ...]:
    """Give the passages of the measures, the shortest first: a sub-measure's quantity is its own."""
    pairs = zip(measures, drafts, strict=True)
    held = [(span, row) for row, draft in pairs for span in draft.spans]
    return tuple(sorted(held, key=lambda one: one[0].end - one[0].start))


def keep_figures(programme: Programme, *, figures: Sequence[FigureDraft], around: Surroundings) -> None:
    """Keep the quantities that are not money."""
    rows = [
        ContextFigure(
            programme=programme,
            position=position,
            value=_decimal(figure.value),
            low=_decimal(figure.low),
            high=_decimal(figure.high),
            unit=figure.unit,
            qualifier=figure.qualifier or "",
            subject=figure.subject,
            place=figure.place or "",
            date=figure.date or "",
            axis=around.axis(figure.axis),
            sentence_id=around.sentence_id(figure.spans),
            measure=around.measure(figure.spans),
        )
        for position, figure in enumerate(figures, start=1)
    ]
    around.proofs.keep(rows, spans=[figure.spans for figure in figures])


def keep_amounts(programme: Programme, *, amounts: Sequence[AmountDraft], around: Surroundings) -> None:
    """Keep the money."""
    rows = [
        Amount(
            programme=programme,
            position=position,
            euros=Decimal(str(amount.value_eur)).quantize(CENT),
            qualifier=amount.qualifier or "",
            funder=amount.funder or "",
            beneficiary=amount.beneficiary or "",
            purpose=amount.purpose or "",
            period=amount.period or "",
            axis=around.axis(amount.axis),
            sentence_id=around.sentence_id(amount.spans),
            measure=around.measure(amount.spans),
        )
        for position, amount in enumerate(amounts, start=1)
    ]
    around.proofs.keep(rows, spans=[amount.spans for amount in amounts])


def _decimal(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))
