"""Public events that a text announces or describes: a day, a forum, a café, a dance event."""

import re
from collections.abc import Iterator, Sequence

from declic.engines.reading.drafts import DateDraft, EventDraft
from declic.engines.reading.text import Layout, rejoin
from declic.units.spans import Span


_KIND = (
    r"journées?\s(?:portes\souvertes|du|de\sla|de\sl['’]|des|d['’]|citoyennes?|festives?|sportives?|internationales?|nationales?|(?=«))"
    r"|nuits?\s(?:du|de\sla|de\sl['’]|des)|semaines?\s(?:du|de\sla|de\sl['’]|des)|portes\souvertes|forums?|salons?\s(?:du|de|des)|festivals?"
    r"|fêtes?|carnavals?|tournois?|concerts?|bals?|expositions?|conférences?|olympiades|hackathons?|job\sdatings?|marchés?\sde\snoël"
    r"|vide-greniers?|assises|cérémonies?|rencontres?|[ée]v[éè]nements?|évènements?|ciné-débats?|spectacles?|cafés?\s(?=«)|goûters?\s(?=«)"
    r"|apéros?\s(?=«)|soirées?\s(?=[a-z«])|kermesses?|braderies?|courses?\s(?:de|d['’])|défilés?|manifestations?"
)
EVENT = re.compile(rf"\b(?:{_KIND})(?![\w-])", re.IGNORECASE)
PROPOSED = re.compile(
    r"\b(?:organis\w*|propos(?:er\w*|ons|e|ent|era|eront)|tien(?:dra|dront|nent)|lanc(?:er\w*|ons|e|era|eront)|cré(?:er\w*|ons|era|eront)"
    r"|mettr\w+\sen\splace|mise\sen\splace|mett(?:re|ons)\sen\splace|renouvel\w*|accueill(?:ir\w*|era|erons)|programm(?:er\w*|ons|era)"
    r"|anim(?:er\w*|ons|era)|tenue|coorganis\w*|participer\w*\sà|prévo(?:ir|it|yons)|particip(?:erons|era|ons)\sà)\b",
    re.IGNORECASE,
)
NO_EVENT = re.compile(
    r"^(?:journées?\s(?:d[eu']\s?)?(?:formation|travail|enseignement|activité|présence|intervention)|[ée]v[éè]nements?\s"
    r"(?:difficiles?|tragiques?|récents?|graves?|climatiques?|violents?)|rencontres?\s(?:avec|entre)\s(?:des|les)?\s?(?:œuvres|difficultés)"
    r"|concerts?\savec|fêtes?\sde\sfin)",
    re.IGNORECASE,
)
END = re.compile(
    r"[,;.:!?)]|\s[–—-]\s|\n\s*\n|\s(?:pour|afin|qui|que|dont|visant|permet\w*|avec|où|aura|auront|se\stien\w+|est|sera|seront|a\seu|au\scours|ainsi|à\sdestination|en\sdirection)\b"
)
TAIL = re.compile(
    r"(?:\s(?:le|la|les|du|de|en|au|à|partir|dès|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))+$",
    re.IGNORECASE,
)
QUOTE = re.compile(r"\s?«[^»\n]{2,80}»")
BRACKET = re.compile(r"\s?\([^()\n]{2,80}\)")
SINGLE = re.compile(r"rencontre\b", re.IGNORECASE)
ONE = re.compile(r"\b(?:une|la)\s$", re.IGNORECASE)
HELD = re.compile(
    r"\s(?:aura|auront|a\seu|ont\seu|a(?=\slieu)|ont(?=\slieu)|se\stient|se\stiennent|se\stiendra|se\stiendront|est\sprévue?|sera\sorganisée?|sont\sprévue?s)\b(?:\slieu)?"
)
BEFORE = 70
LONGEST = 120
BARE = 14


def read_events(layout: Layout, *, dates: Sequence[DateDraft]) -> tuple[EventDraft, ...]:
    """
    Read the named events, in reading order, with their date where the same words give it.

    An event needs a proof: someone organises, proposes or holds it, it has a date, or a name in quotation
    marks of its own (« un café … »).
    """
    events: list[EventDraft] = []
    for span in _spans(layout, dates):
        if events and events[-1].spans[0].meets(span):
            continue
        events.append(_draft(layout, span, dates))
    return tuple(events)


def _spans(layout: Layout, dates: Sequence[DateDraft]) -> Iterator[Span]:
    text = layout.text
    for found in EVENT.finditer(text):
        end = _end_of(text, found.end())
        span = Span(found.start(), end)
        held = HELD.match(text, end)
        dated = _date_in(Span(span.start, held.end() + BARE if held else end + BARE), dates)
        if NO_EVENT.match(text, span.start) or NO_EVENT.match(rejoin(span.of(text))):
            continue
        is_quoted = QUOTE.match(text, found.end()) is not None
        if is_quoted or dated is not None or _is_proposed(text, found):
            yield Span(span.start, max(end, dated.spans[0].end)) if dated else span


def _is_proposed(text: str, found: re.Match[str]) -> bool:
    before = rejoin(text[max(0, found.start() - BEFORE) : found.start()])
    clause = re.split(r"[.;:!?,]|\s[–—]\s", before)[-1] + " "
    if SINGLE.match(found.group()) and not ONE.search(clause):
        return False
    if found.group().lower().startswith("rencontres"):
        return False
    return PROPOSED.search(clause) is not None


def _end_of(text: str, at: int) -> int:
    quote = QUOTE.match(text, at) or QUOTE.match(text, at - 1)
    if quote:
        return quote.end()
    end = END.search(text, at, at + LONGEST)
    stop = end.start() if end else min(len(text), at + LONGEST)
    bracket = re.compile(r"[^(\n]*").match(text, at, stop)
    opened = BRACKET.match(text, bracket.end()) if bracket and bracket.end() < stop else None
    return opened.end() if opened else at + len(text[at:stop].rstrip())


def _date_in(span: Span, dates: Sequence[DateDraft]) -> DateDraft | None:
    return next(
        (draft for draft in dates if draft.precision in {"day", "month"} and span.meets(draft.spans[0])), None
    )


def _draft(layout: Layout, span: Span, dates: Sequence[DateDraft]) -> EventDraft:
    dated = _date_in(span, dates)
    until = dated.spans[0].start if dated else span.end
    words = rejoin(layout.text[span.start : until])
    held = HELD.search(words)
    name = TAIL.sub("", words[: held.start()] if held else words)
    return EventDraft(name=name, date=dated.value if dated else None, spans=(span,))
