"""The bodies and regular meetings that a pact names, and how often each meets when the text says it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from declic.engines.reading.drafts import BodyDraft
from declic.engines.reading.periodicities import Periodicity, find_periodicities
from declic.engines.reading.regular_meetings import find_regular_meetings
from declic.engines.reading.text import Layout
from declic.units.folding import fold
from declic.units.spans import Span


BODY = re.compile(
    r"\b(?:comites?|groupes?|instances?|cellules?|commissions?|equipes?) "
    r"(?:de |d'|du )?(?:pilotage|suivi|coordination|programmation|travail|evaluation|liaison|veille|gouvernance|projet)"
    r"(?: (?:technique|politique|strategique|operationnel(?:le)?|restreinte?|elargie?|partenarial|local)){0,2}\b"
    r"|\bcomites? (?:techniques?|strategiques?|directeurs?|executifs?|operationnels?|locaux de pilotage|des financeurs"
    r"|des partenaires|des signataires|partenarial|scientifique)\b"
    r"|\bgroupes? techniques?\b|\brevues? de projets?\b|\bassemblees? (?:plenieres?|citoyennes?|generales?)\b"
    r"|\bconferences? (?:des financeurs|des parties|citoyennes?)\b|\b(?:copil|cotech|cosui|costrat)s?\b"
    r"|\bconseils? (?:citoyens?|de quartier|de la vie (?:lyceenne|collegienne|locale|associative)|des jeunes)\b"
    r"|\breunions? publiques?\b|\breunions? plenieres?\b",
)
COORDINATED = re.compile(r",? et (?:les? |la |l')?$")
SENTENCE_WINDOW = 200
TEAMS = ("equipe de projet", "equipe de travail", "equipe projet")


@dataclass(frozen=True, slots=True)
class _Mention:
    """One naming of a body, with the periodicity that its sentence gives it."""

    name: str
    span: Span
    periodicity: Periodicity | None


def read_bodies(layout: Layout, *, since: int = 0) -> tuple[BodyDraft, ...]:
    """
    Read the bodies, in reading order.

    Each passage that says how often a body meets is a draft of its own; a body whose rhythm is never said is
    one draft with all its passages.
    """
    mentions = _joined(layout, list(_mentions(layout, since=since)))
    rhythmic = {_key(mention.name) for mention in mentions if mention.periodicity}
    drafts = [
        BodyDraft(mention.name, mention.periodicity.words, (_whole(mention),))
        for mention in mentions
        if mention.periodicity
    ]
    drafts += _without_rhythm([mention for mention in mentions if _key(mention.name) not in rhythmic])
    taken = [span for draft in drafts for span in draft.spans]
    drafts += [
        BodyDraft(meeting.name, meeting.periodicity, (meeting.span,))
        for meeting in find_regular_meetings(layout, since=since)
        if not any(meeting.span.meets(span) for span in taken)
    ]
    return tuple(sorted(drafts, key=lambda draft: draft.spans[0]))


def _mentions(layout: Layout, *, since: int) -> Iterator[_Mention]:
    for sentence in layout.sentences:
        if sentence.start < since:
            continue
        found = [
            Span(*match.span())
            for match in BODY.finditer(layout.folded, sentence.start, sentence.end)
            if not match.group().startswith(TEAMS)
        ]
        rhythms = find_periodicities(layout, sentence) if found else ()
        for at, span in enumerate(found):
            end = found[at + 1].start if at + 1 < len(found) else sentence.end
            yield _Mention(layout.rejoined(span), span, _rhythm(span, rhythms, end=end))


def _joined(layout: Layout, mentions: Sequence[_Mention]) -> list[_Mention]:
    """Take as one the bodies of a kind named together (« le conseil de la vie… et le conseil de la vie… »)."""
    joined: list[_Mention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        is_same_kind = last is not None and _key(last.name).split()[:3] == _key(mention.name).split()[:3]
        if last and is_same_kind and COORDINATED.match(layout.folded, last.span.end, mention.span.start):
            span = Span(last.span.start, mention.span.end)
            joined[-1] = _Mention(layout.rejoined(span), span, mention.periodicity or last.periodicity)
        else:
            joined.append(mention)
    return joined


def _rhythm(span: Span, rhythms: Sequence[Periodicity], *, end: int) -> Periodicity | None:
    """Give the rhythm said after a body and before the next one, or just against it (« un COPIL annuel »)."""
    for rhythm in rhythms:
        if span.end <= rhythm.span.start < min(end, span.end + SENTENCE_WINDOW):
            return rhythm
    before = [rhythm for rhythm in rhythms if rhythm.span.end <= span.start <= rhythm.span.end + 4]
    return before[-1] if before else None


def _whole(mention: _Mention) -> Span:
    rhythm = mention.periodicity
    if rhythm is None or rhythm.span.start - mention.span.end > len(" qui se réunira au moins "):
        return mention.span
    return Span(min(mention.span.start, rhythm.span.start), max(mention.span.end, rhythm.span.end))


def _without_rhythm(mentions: Sequence[_Mention]) -> list[BodyDraft]:
    gathered: dict[str, list[_Mention]] = {}
    for mention in mentions:
        gathered.setdefault(_key(mention.name), []).append(mention)
    return [
        BodyDraft(group[0].name, None, tuple(mention.span for mention in group))
        for group in gathered.values()
    ]


def _key(name: str) -> str:
    return " ".join(word.rstrip("s") for word in fold(name).split())
