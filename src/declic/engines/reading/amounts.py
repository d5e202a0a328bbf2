"""Money of a text: how much, from whom, to whom and for what, as far as the sentence says it."""

import re
from collections.abc import Iterator, Sequence

from declic.engines.reading.amount_parts import (
    read_beneficiary,
    read_funder,
    read_period,
    read_purpose,
)
from declic.engines.reading.drafts import AmountDraft, AxisDraft, MeasureDraft
from declic.engines.reading.quantities_context import Context
from declic.engines.reading.quantities_words import qualifier_before
from declic.engines.reading.sheet_fields import pieces_of
from declic.engines.reading.text import Layout
from declic.units.french_numbers import NumberForm, NumberMention, find_numbers
from declic.units.spans import Span


CURRENCY = re.compile(
    r"[ \u00a0\u202f]?\n?(?:(?P<scale>[kK]|[mM]|[mM][dD]s?)(?:€|[ \u00a0]?(?:euros?|EUR)\b)"
    r"|(?:d['’]|de\s)?(?P<plain>€|euros?\b|EUR\b|Euros?\b|EUROS?\b))",
)
SCALES = {"k": 1_000, "m": 1_000_000, "md": 1_000_000_000, "mds": 1_000_000_000}
JOIN = re.compile(r"\s?(?:à|et|-|–)\s?$")


def read_amounts(
    layout: Layout, *, axes: Sequence[AxisDraft], measures: Sequence[MeasureDraft] = ()
) -> tuple[AmountDraft, ...]:
    """
    Read every amount in euros, in reading order (« 12 millions d'euros », « 3 200€ », « 450 k€ »).

    Of a range (« 10 000 à 15 000 € ») both ends are given, as « au moins » and « au plus ». What the text does
    not say of an amount stays None; what it says of one stays within its measure, and its field of a sheet.
    """
    context = Context(layout, axes, pieces_of(layout, measures))
    found = list(_amounts(layout.text))
    limits = [span for span, _, _ in found]
    drafts: list[AmountDraft] = []
    for index, (span, value, qualifier) in enumerate(found):
        after = limits[index + 1].start if index + 1 < len(limits) else len(layout.text)
        before = limits[index - 1].end if index else 0
        room = Span(before, after)
        drafts.append(
            AmountDraft(
                value_eur=value,
                qualifier=qualifier,
                funder=read_funder(context, span, room=room),
                beneficiary=read_beneficiary(context, span, room=room),
                purpose=read_purpose(context, span, room=room),
                period=read_period(context, span, room=room),
                axis=context.axis(span.start),
                spans=(span,),
            )
        )
    return tuple(drafts)


def _amounts(text: str) -> Iterator[tuple[Span, float, str | None]]:
    numbers = find_numbers(text)
    for index, number in enumerate(numbers):
        currency = CURRENCY.match(text, number.span.end)
        if not currency or number.form in {NumberForm.ORDINAL, NumberForm.FRACTION, NumberForm.MULTIPLE}:
            continue
        factor = SCALES[currency["scale"].lower()] if currency["scale"] else 1
        low = _low_end(text, numbers, index)
        if low:
            yield low.span, _whole(low.value * factor), "au moins"
        qualifier = "au plus" if low else _qualifier(text, number)
        yield Span(number.span.start, currency.end()), _whole(number.value * factor), qualifier


def _low_end(text: str, numbers: Sequence[NumberMention], index: int) -> NumberMention | None:
    if not index:
        return None
    low, high = numbers[index - 1], numbers[index]
    join = text[low.span.end : high.span.start]
    is_between = text[max(0, low.span.start - 6) : low.span.start].lower().endswith("entre ")
    is_joined = JOIN.fullmatch(join) is not None and (is_between or join.strip() != "et")
    return low if is_joined and low.value < high.value else None


def _qualifier(text: str, number: NumberMention) -> str | None:
    said = qualifier_before(text, number.span.start)
    return said or ("environ" if number.form is NumberForm.APPROXIMATE else None)


def _whole(value: float) -> float:
    rounded = round(value, 2)
    return int(rounded) if rounded == int(rounded) else rounded
