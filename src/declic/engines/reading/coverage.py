"""What share of a text is accounted for: sentence by sentence, and no digit left behind."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from declic.engines.reading.coverage_facts import fact_spans, heading_spans, promise_spans
from declic.engines.reading.coverage_formulas import is_formula
from declic.engines.reading.drafts import Coverage, IgnoredDigits, PactDraft, SittingDraft
from declic.engines.reading.quantities_references import Reference, find_references
from declic.engines.reading.text import Layout
from declic.units.french_calendar import DAY_IN_FIGURES, MONTH
from declic.units.french_hours import find_hours
from declic.units.french_numbers import ORDINAL_FIGURES
from declic.units.spans import Span, merge_spans


SPACE = "[ \u00a0\u2009\u202f]"
RUNNING = 3
DAY_ALONE = re.compile(rf"\b{DAY_IN_FIGURES}\s{MONTH}", re.IGNORECASE)
DIGITS = re.compile(rf"\d{{1,3}}(?:{SPACE}\d{{3}}){{1,4}}(?!\d)(?:,\d{{1,9}})?|\d+(?:[.,]\d+)*")


def cover(layout: Layout, *, sitting: SittingDraft | None, pact: PactDraft | None) -> Coverage:
    """
    Account for every sentence and every token of digits of a text.

    A sentence is attached where a fact was read in it, ignored where a rule says that it holds none (a
    formula, a heading, the lead of a list), an orphan otherwise. A token of digits is claimed where it lies in
    the passage of a fact, ignored where it only names something, unread otherwise. The long passage that
    holds a whole article or report attaches nothing by itself.
    """
    claims = merge_spans([*fact_spans(sitting=sitting, pact=pact), *heading_spans(layout, pact=pact)])
    facts = merge_spans([*claims, *promise_spans(pact)])
    repeated = _repeated_lines(layout)
    attached: list[Span] = []
    ignored: list[Span] = []
    orphans: list[Span] = []
    for sentence in layout.sentences:
        words = layout.rejoined(sentence)
        if _meets(facts, sentence):
            attached.append(sentence)
        elif words in repeated or is_formula(words):
            ignored.append(sentence)
        else:
            orphans.append(sentence)
    digits, unread, named = _digits(layout.text, claims, _references(layout.text))
    return Coverage(tuple(attached), tuple(ignored), tuple(orphans), digits, unread, named)


def _references(text: str) -> list[Reference]:
    """Give what names instead of counting, with hours, ranks and days of no year, in reading order and apart."""
    found = [
        *find_references(text),
        *(Reference(mention.span, "horaire") for mention in find_hours(text)),
        *(Reference(Span(*day.span()), "jour sans année") for day in DAY_ALONE.finditer(text)),
        *(Reference(Span(*rank.span()), "rang") for rank in ORDINAL_FIGURES.finditer(text)),
    ]
    return sorted(found, key=lambda reference: reference.span)


def _digits(
    text: str, claims: Sequence[Span], references: Sequence[Reference]
) -> tuple[tuple[Span, ...], tuple[Span, ...], tuple[IgnoredDigits, ...]]:
    starts = [reference.span.start for reference in references]
    digits = tuple(Span(*found.span()) for found in DIGITS.finditer(text))
    unread: list[Span] = []
    ignored: list[IgnoredDigits] = []
    for token in digits:
        if _holds(claims, token):
            continue
        at = bisect_right(starts, token.start) - 1
        near = [found for found in references[max(0, at - 2) : at + 1] if found.span.meets(token)]
        if near:
            ignored.append(IgnoredDigits(near[0].reason, token))
        else:
            unread.append(token)
    return digits, tuple(unread), tuple(ignored)


def _meets(spans: Sequence[Span], passage: Span) -> bool:
    """Say whether one of these passages, in order and apart, shares a character with this one."""
    at = bisect_left(spans, (passage.end, 0))
    return at > 0 and spans[at - 1].end > passage.start


def _holds(spans: Sequence[Span], passage: Span) -> bool:
    at = bisect_right(spans, passage.start, key=lambda span: span.start) - 1
    return at >= 0 and spans[at].holds(passage)


def _repeated_lines(layout: Layout) -> frozenset[str]:
    """Give the lines that come back three times or more: running headers and footers."""
    counts: dict[str, int] = {}
    for line in layout.lines:
        if line.text:
            counts[line.text] = counts.get(line.text, 0) + 1
    return frozenset(words for words, count in counts.items() if count >= RUNNING)
