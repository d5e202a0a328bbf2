"""The passages of every row of a programme: one question for all the tables, however many they are."""

from collections.abc import Callable
from typing import Any

from django.db.models import CharField, F, Value

from declic.records.council.cited import CitedRow
from declic.records.pact.models import (
    Amount,
    Article,
    Axis,
    Body,
    ContextFigure,
    DiagnosisReason,
    Event,
    KeyDate,
    Measure,
    MeasureName,
    OngoingAction,
    Programme,
    Role,
    Section,
    Signatory,
    SignatureBlock,
)
from declic.units.spans import Span


SpansOf = Callable[[CitedRow], tuple[Span, ...]]
"""What gives every passage of a row, the first one first."""

UNDER: dict[type[CitedRow], str] = {
    **dict.fromkeys((Amount, Article, Axis, Body, ContextFigure, DiagnosisReason, Event), "programme"),
    **dict.fromkeys((KeyDate, Measure, OngoingAction, Role, Signatory, SignatureBlock), "programme"),
    MeasureName: "measure__programme",
    Section: "axis__programme",
}
"""The tables of a programme whose rows may have further passages, and how each leads to it."""


def spans_within(programme: Programme) -> SpansOf:
    """Ask for the further passages of every row at once; the rows bring their first one with them."""
    questions = [_further(model, under=under, programme=programme) for model, under in UNDER.items()]
    found: dict[tuple[str, int], list[Span]] = {}
    for table, number, start, end in sorted(questions[0].union(*questions[1:], all=True)):
        found.setdefault((table, number), []).append(Span(start, end))

    def spans_of(row: CitedRow) -> tuple[Span, ...]:
        first = Span(row.citation.start, row.citation.end)
        return (first, *found.get((type(row).__name__.lower(), row.pk), ()))

    return spans_of


def _further(model: type[CitedRow], *, under: str, programme: Programme) -> Any:
    """Find which rows of a table have which further passages."""
    name = model.__name__.lower()
    through: Any = model.further_citations.through
    rows = through.objects.filter(**{f"{name}__{under}": programme}).order_by()
    table = Value(name, output_field=CharField())
    return rows.values_list(table, F(f"{name}_id"), F("citation__start"), F("citation__end"))
