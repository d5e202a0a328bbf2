"""Quantities of a pact that are neither money nor dates, each with its unit, its shade and its subject."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from declic.engines.reading.drafts import AmountDraft, DateDraft, FigureDraft, PactDraft
from declic.engines.reading.figure_counts import (
    CARDINAL,
    PLAIN_JOIN,
    read_count,
    read_length,
    read_measure,
    read_one_in,
    read_range,
    read_rate,
    read_share,
)
from declic.engines.reading.figure_inherited import (
    merge_populations,
    read_bracketed,
    read_index,
    read_labelled,
    read_pronoun,
    read_respective,
    read_said_of_people,
)
from declic.engines.reading.figure_ones import read_length_of_one, read_one, read_rank
from declic.engines.reading.figure_scenes import Quantity, Scene
from declic.engines.reading.figure_settings import date_of, place_of
from declic.engines.reading.figure_subjects import subject_of
from declic.engines.reading.figure_zones import excluded_zones
from declic.engines.reading.quantities_context import Context
from declic.engines.reading.quantities_references import Spans, find_references
from declic.engines.reading.sheet_fields import pieces_of
from declic.engines.reading.text import Layout
from declic.units.french_hours import find_hour_lengths, find_hours
from declic.units.french_numbers import find_numbers


READERS: tuple[Callable[[Scene, int], Quantity | None], ...] = (
    read_length,
    read_one_in,
    read_rate,
    read_share,
    read_range,
    read_measure,
    read_respective,
    read_bracketed,
    read_labelled,
    read_pronoun,
    read_index,
    read_said_of_people,
    read_count,
    read_length_of_one,
    read_one,
    read_rank,
)


def read_figures(
    layout: Layout,
    *,
    pact: PactDraft,
    amounts: Sequence[AmountDraft],
    dates: Sequence[DateDraft],
) -> tuple[FigureDraft, ...]:
    """
    Read the quantities of a pact, in reading order: counts, shares, rates, ages, lengths, ranks, multiples.

    The roll, the votes and the legal notices are left out, and so is a number that only names something. The
    first passage of a figure is its value; others complete it (the base of a rate, the ages a share is of).
    """
    context = Context(layout, pact.axes, pieces_of(layout, pact.measures))
    scene = _scene(context, pact=pact, amounts=amounts, dates=dates)
    _read_all(scene)
    scene.quantities = merge_populations(scene)
    return tuple(_draft(scene, quantity) for quantity in scene.quantities)


def _scene(
    context: Context, *, pact: PactDraft, amounts: Sequence[AmountDraft], dates: Sequence[DateDraft]
) -> Scene:
    layout = context.layout
    text = layout.text
    taken = Spans(
        [
            *(span for amount in amounts for span in amount.spans),
            *(span for date in dates for span in date.spans),
            *(mention.span for mention in find_hours(text)),
            *(reference.span for reference in find_references(text)),
            *excluded_zones(layout, pact=pact),
        ]
    )
    numbers = [number for number in find_numbers(text) if not taken.meet(number.span)]
    said = sorted(span for date in dates for span in date.spans)
    return Scene(context, numbers, list(find_hour_lengths(text)), said)


def _read_all(scene: Scene) -> None:
    reached = 0
    for index, number in enumerate(scene.numbers):
        if number.span.start < reached:
            continue
        quantity = _read(scene, index) or _read_with_next(scene, index)
        if quantity is not None:
            scene.quantities.append(quantity)
            reached = max(span.end for span in quantity.spans)


def _read(scene: Scene, index: int) -> Quantity | None:
    return next((found for reader in READERS if (found := reader(scene, index))), None)


def _read_with_next(scene: Scene, index: int) -> Quantity | None:
    """Read the first of « 5 ou 10 ans »: it has the unit of the second."""
    join = scene.between(index)
    number = scene.numbers[index]
    if join is None or number.form not in CARDINAL or not PLAIN_JOIN.fullmatch(join.replace("\n", " ")):
        return None
    model = _read(scene, index + 1)
    if model is None or model.value is None or scene.numbers[index + 1].form is not number.form:
        return None
    return replace(model, spans=(number.span,), value=number.value, is_inherited=True)


def _draft(scene: Scene, quantity: Quantity) -> FigureDraft:
    return FigureDraft(
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        qualifier=quantity.qualifier,
        subject=subject_of(scene, quantity),
        place=place_of(scene, quantity),
        date=date_of(scene, quantity),
        axis=scene.context.axis(quantity.span.start),
        spans=quantity.spans,
    )
