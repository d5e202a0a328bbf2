"""Dates of a text that holds a pact, each with what it is the date of."""

import datetime
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from declic.engines.reading.action_tables import read_rows
from declic.engines.reading.drafts import DateDraft, PactDraft, SittingDraft, Stated
from declic.engines.reading.quantities_references import Spans, find_references
from declic.engines.reading.sheet_fields import FIELD_NAME, LONGEST_FIELD, pieces_of
from declic.engines.reading.text import Layout, rejoin
from declic.units.date_mentions import DateMention
from declic.units.french_dates import find_dates
from declic.units.spans import Span


NO_DATE_IN = frozenset(
    {"référence", "acte", "téléphone", "identifiant", "adresse électronique", "article de loi"}
)
EDGE = re.compile(r"[|;:()!?«»]|[,.](?!\d)|\s[–—-]\s|\n\s*\n")
LEAD = re.compile(
    r"(?:\s|^)(?:le|la|les|l['’]|en|au|aux|à|depuis|dès|du|de|des|d['’]ici|d['’]|et|jusqu['’]\w*|avant|après|pour|entre|vers|mois|fin|année|à\spartir"
    r"|à\scompter|sur|cours|ici|date|dans|courant|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|printemps|été|automne|hiver|janvier|février"
    r"|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|\d{1,2}(?:er)?)\s*$",
    re.IGNORECASE,
)
FIELD = re.compile(rf"\n[ \t*•-]*{FIELD_NAME}:[ \t]*$")  # « Calendrier : » of a sheet
NUMBER = re.compile(r"^[\dIVX]{1,3}(?:[.-]\d{1,2}){0,3}[.)]? ")
PAGE = re.compile(r"\W*\b(?:page|p\.)\s?\d{1,3}(?:\s?(?:/|sur)\s?\d{1,3})?$", re.IGNORECASE)
HEAD = re.compile(r"^(?:les?\s|la\s|l['’]|des?\s|du\s|d['’]|une?\s|et\s|que?\s|qui\s)+", re.IGNORECASE)
MONTH_IN = re.compile(r"^(?:au\smois\sde|[àa]u?x?\s?\d|et\s)|\b(?:19|20)\d{2}$")
BESIDE = re.compile(
    r"^(?:\s(?:au|et|à|-|–)\s(?:\w{1,9}di\s|dimanche\s)?(?:le\s)?\d{1,2}(?:er)?(?:\s[a-zà-ÿ]{3,9})?\s(?:19|20)\d{2})?[\s,:)–-]*"
)
RUNNING = 3
WINDOW = 150
LONGEST = 90
SHORTEST = 4
SHORTEST_AFTER = 8


def read_dates(
    layout: Layout, *, sitting: SittingDraft | None, pact: PactDraft | None
) -> tuple[DateDraft, ...]:
    """
    Read every date, in reading order, with the words of its clause as a label.

    A relative date (« le mois prochain ») is resolved by the day of the sitting before the pact begins and by
    the day of the pact within it. A running header's date is one draft with all its passages.
    """
    text = layout.text
    pieces = pieces_of(layout, pact.measures) if pact else ()
    columns = {
        cell.start: name
        for row in read_rows(layout).values()
        for cell, name in zip(row.cells, row.names, strict=False)
    }
    silent = Spans(found.span for found in find_references(text) if found.reason in NO_DATE_IN)
    named = _named(sitting, pact)
    drafts = [
        DateDraft(
            value=mention.value,
            precision=mention.precision.value,
            label=_name_of(mention.span, named)
            or columns.get(mention.span.start)
            or _label_in_field(layout, mention.span, pieces)
            or label_of(layout, mention.span, within=_piece_of(pieces, mention.span)),
            spans=(mention.span,),
        )
        for mention in _mentions(text, sitting=sitting, pact=pact)
        if not silent.meet(mention.span)
    ]
    return tuple(_without_running(layout, drafts))


def pact_begins(pact: PactDraft | None) -> int | None:
    """Give where the text of the pact begins after the act that adopts it; None where there is no telling."""
    if pact is None:
        return None
    spans = [*_first(pact.date), *(span for party in pact.parties for span in party.spans)]
    spans += [span for article in pact.articles for span in article.spans]
    return min((span.start for span in spans), default=None)


def _mentions(text: str, *, sitting: SittingDraft | None, pact: PactDraft | None) -> Iterator[DateMention]:
    said_on = sitting.date.value if sitting and sitting.date else None
    signed_on = pact.date.value if pact and pact.date else None
    border = pact_begins(pact) if said_on and signed_on else None
    if border is None:
        yield from find_dates(text, reference=signed_on or said_on)
        return
    start = text.rfind("\n\n", 0, border) + 1
    yield from find_dates(text[:start], reference=said_on)
    for mention in find_dates(text[start:], reference=signed_on):
        yield _moved(mention, start)


def _moved(mention: DateMention, offset: int) -> DateMention:
    weekday = mention.weekday_span
    return replace(
        mention,
        span=Span(mention.span.start + offset, mention.span.end + offset),
        weekday_span=Span(weekday.start + offset, weekday.end + offset) if weekday else None,
    )


def _first(stated: Stated[datetime.date] | None) -> tuple[Span, ...]:
    return stated.spans[:1] if stated else ()


def _named(sitting: SittingDraft | None, pact: PactDraft | None) -> list[tuple[Span, str]]:
    named: list[tuple[Span, str]] = []
    if sitting:
        named += [(span, "séance") for span in _first(sitting.date)]
        named += [(span, "publication") for span in _first(sitting.published_on)]
        named += [(span, "convocation") for span in _first(sitting.convened_on)]
    if pact:
        named += [(span, "date du pacte") for span in _first(pact.date)]
        named += [(span, "fin du pacte") for span in _first(pact.ends_on)]
    return named


def _name_of(span: Span, named: Sequence[tuple[Span, str]]) -> str | None:
    return next((name for known, name in named if known.meets(span)), None)


def _piece_of(pieces: Sequence[Span], span: Span) -> Span | None:
    """Give the piece of a measure that holds a date, if one does."""
    at = bisect_right(pieces, span.start, key=lambda piece: piece.start) - 1
    return pieces[at] if at >= 0 and span.start < pieces[at].end else None


def _label_in_field(layout: Layout, span: Span, pieces: Sequence[Span]) -> str | None:
    """Give the name of the field of a sheet that a date opens; None for a date that has words before it."""
    at = bisect_right(pieces, span.start, key=lambda piece: piece.start) - 1
    if at < 1 or pieces[at - 1].end != pieces[at].start:
        return None
    before = layout.text[pieces[at].start : span.start]
    name = NUMBER.sub("", layout.rejoined(pieces[at - 1]), count=1)
    is_opening = span.start < pieces[at].end and not LEAD.sub("", f" {before}").strip(" -–•")
    is_name = 0 < len(name) <= LONGEST_FIELD and ":" not in name.rstrip(" :")
    return name.rstrip(" :") if is_opening and is_name else None


def label_of(layout: Layout, span: Span, *, within: Span | None = None) -> str:
    """Give the words of the clause that a passage dates: before it, or after it where it opens the clause; none of outside."""
    text = layout.text
    first, last = within or (0, len(text))
    before = text[max(first, span.start - WINDOW) : span.start]
    if FIELD.search(before):
        return rejoin(before[before.rindex("\n") :]).rstrip(" :")
    edges = list(EDGE.finditer(before.rstrip(" (:")))
    left = _trimmed(before[edges[-1].end() :] if edges else before)
    if len(left) >= SHORTEST:
        return left
    after = BESIDE.sub("", text[span.end : min(last, span.end + WINDOW)], count=1)
    edge = EDGE.search(after)
    right = HEAD.sub("", rejoin(after[: edge.start()] if edge else after))
    if len(right) >= SHORTEST_AFTER and not MONTH_IN.search(right):
        return _short(right)
    earlier = before[: edges[-1].start()] if edges else ""
    inner = list(EDGE.finditer(earlier))
    return _trimmed(earlier[inner[-1].end() :] if inner else earlier) or text[span.start : span.end]


def _trimmed(words: str) -> str:
    kept = rejoin(words).rstrip(" (:")
    while (found := LEAD.search(kept)) is not None:
        kept = kept[: found.start()]
    kept = HEAD.sub("", kept.strip(" -–•*"))
    return kept if len(kept) <= LONGEST else kept[-LONGEST:].split(" ", 1)[-1]


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0]


def _without_running(layout: Layout, drafts: Sequence[DateDraft]) -> Iterator[DateDraft]:
    """Join the dates that stand in the same line again and again: a running header says them once."""
    lines = {line.span.start: line.text for line in layout.lines if line.text}
    starts = sorted(lines)
    groups: dict[tuple[str, str], list[DateDraft]] = {}
    for draft in drafts:
        groups.setdefault((_line_at(draft.spans[0].start, starts, lines), draft.value), []).append(draft)
    for draft in drafts:
        group = groups[_line_at(draft.spans[0].start, starts, lines), draft.value]
        if len(group) < RUNNING:
            yield draft
        elif group[0] is draft:
            yield replace(draft, spans=tuple(span for one in group for span in one.spans))


def _line_at(at: int, starts: Sequence[int], lines: dict[int, str]) -> str:
    index = bisect_right(starts, at) - 1
    return PAGE.sub("", lines[starts[index]]) if index >= 0 else ""
