"""Who carries, coordinates or pilots which axes, or the whole pact, as its sentences say."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from declic.engines.reading.drafts import AxisDraft, RoleDraft
from declic.engines.reading.text import BULLET, Layout
from declic.units.spans import Span


VERB = re.compile(
    r"\b(?P<porte>porte(?:nt|ra|ront)?)\b|\b(?P<coordonne>coordonne(?:nt|ra|ront)?)\b|\b(?P<pilote>pilote(?:nt|ra|ront)?)\b"
    r"|\b(?P<anime>anime(?:nt|ra|ront)?)\b|\b(?P<participe>participe(?:nt|ra|ront)?)\b|\b(?P<supervise>supervise(?:nt|ra|ront)?)\b",
)
NAMES_A_FIELD = re.compile(r"[A-ZÀ-Ý]|[a-zà-ÿ]+ ?[:|]")  # « Pilote : », the column « pilote » of a table
MANNER = re.compile(r" (?P<adverb>activement|conjointement|collectivement|egalement)\b")
PASSIVE = re.compile(
    r"\b(?:est|sont|sera|seront)? ?(?P<verb>portee?s?|coordonnee?s?|pilotee?s?|animee?s?) par (?P<who>[^,.;:()\n]{2,90})",
)
PASSIVE_ROLES = {"port": "porte", "coor": "coordonne", "pilo": "pilote", "anim": "anime"}
IN_CHARGE = re.compile(
    r"\b(?:est|sont|sera|seront|est egalement) (?:chargee?s?|responsables?) (?P<role>du pilotage|de la coordination|de l'animation|du suivi)"
    r" (?P<of>(?:du|de la|de l'|de ce|de cette|des) ?(?:present |presente )?(?:pacte|plan|contrat|programme|dispositif|demarche|convention)[^.;]{0,80})",
)
STEERS = re.compile(
    r"\bpilote(?:nt|ra|ront)? (?:\w{4,14}ment )?(?P<of>(?:le|la|ce|cette) (?:present |presente )?(?:pacte|plan|contrat|programme|demarche)\b)",
)
ASSURES = re.compile(
    r"\b(?:assure(?:nt|ra|ront)?|(?:aura|auront|ont|a) (?:pour mission d'|a )assurer)(?:,[^,]{0,90},)? (?P<role>la coordination|l'animation|le pilotage)"
    r" (?P<of>(?:du|de la|de l'|des) ?[^.;,]{3,90})",
)
BESIDE = re.compile(
    r"\b(?:sera|seront|est|sont) (?:egalement |aussi )?presente?s? aux cotes (?P<of>(?:de|du|des|d') ?[^.;]{3,120})"
)
JOINT = re.compile(r"\bco[- ]?pilotage (?P<of>(?:du|de la|de l'|des) ?[^.;,()]{3,60})")
SCHEME_CARRIED = re.compile(
    r"(?P<what>[A-ZÀ-Þ][\w’']*(?:\s(?:(?:de|du|des|et|la|le|l['’]|d['’]|pour)\s?){0,3}[A-ZÀ-Þ][\w’']*){1,7}) portée?s? par (?P<who>[^,.;:()\n]{2,60})",
)
NUMBERED = re.compile(r"\baxes? (?P<list>\d{1,2}(?:(?:, ?| et | a )\d{1,2}){0,8})\b")
CONNECTORS = re.compile(
    r"(?:(?:ainsi|de plus|en outre|par ailleurs|enfin|aussi|a cet effet|pour cela|dans ce cadre|a ce titre|de meme),? )+"
)
DETERMINER = re.compile(r"^(?:l['’]|la |le |les )", re.IGNORECASE)
EMPTY_SUBJECT = re.compile(
    r"(?:nous|il|elle|ils|elles|on|ce|cet|cette|ces|celui|celle|qui|dont|chaque axe|l'axe|les axes|cela|ceci)\b"
)
LONGEST_SUBJECT = 110


def read_roles(layout: Layout, axes: Sequence[AxisDraft]) -> tuple[RoleDraft, ...]:
    """
    Read the roles that sentences give: an organisation, what it does, and for which axes (none: the whole pact).

    A sentence whose subject is only a pronoun gives no role.
    """
    roles: list[RoleDraft] = []
    for sentence in layout.sentences:
        readers = (_on_axes, _passive_on_axes, _on_the_pact)
        roles += [role for reader in readers for role in reader(layout, sentence, axes)]
    return tuple(roles)


def pilot_of(axis: AxisDraft, roles: Sequence[RoleDraft], *, layout: Layout) -> str | None:
    """Give who pilots an axis: what stands under its heading, or a role whose sentence says « pilote »."""
    if axis.pilot:
        return axis.pilot
    for role in roles:
        if axis.number not in role.axes:
            continue
        at = bisect_right(layout.sentences, role.spans[0].start, key=lambda sentence: sentence.start) - 1
        sentence = layout.sentences[max(at, 0)]
        if re.search(r"\bpilote", layout.folded[sentence.start : sentence.end]):
            return role.organisation
    return None


def _on_axes(layout: Layout, sentence: Span, axes: Sequence[AxisDraft]) -> Iterator[RoleDraft]:
    named = _axes_named(layout, sentence, axes)
    verbs = [
        verb
        for verb in VERB.finditer(layout.folded, sentence.start, sentence.end)
        if not NAMES_A_FIELD.match(layout.text, verb.start())
    ]
    if not named or not verbs or verbs[0].start() > named[0][1].start:
        return
    subject = _subject(layout, sentence, end=verbs[0].start())
    if not subject:
        return
    said = dict.fromkeys(_role(layout, verb) for verb in verbs if verb.start() < named[0][1].start)
    last = max(span.end for _, span in named)
    numbers = tuple(sorted({number for number, _ in named}))
    yield RoleDraft(subject, " et ".join(said), numbers, (Span(_start(layout, sentence), last),))
    joint = JOINT.search(layout.folded, sentence.start, sentence.end)
    if joint:
        role = f"copilotage {layout.rejoined(Span(*joint.span('of')))}"
        yield RoleDraft(subject, role, (), (Span(*joint.span()),))
    for carried in SCHEME_CARRIED.finditer(layout.text, sentence.start, sentence.end):
        who = DETERMINER.sub("", layout.rejoined(Span(*carried.span("who"))), count=1)
        yield RoleDraft(
            who, f"porte : {layout.rejoined(Span(*carried.span('what')))}", (), (Span(*carried.span()),)
        )


def _role(layout: Layout, verb: re.Match[str]) -> str:
    manner = MANNER.match(layout.folded, verb.end())
    word = verb.lastgroup or ""
    return f"{word} {manner['adverb']}" if manner else word


def _passive_on_axes(layout: Layout, sentence: Span, axes: Sequence[AxisDraft]) -> Iterator[RoleDraft]:
    named = _axes_named(layout, sentence, axes)
    found = PASSIVE.search(layout.folded, named[-1][1].end, sentence.end) if named else None
    if not found or found.start() - named[-1][1].end > len(" (entre les parenthèses) "):
        return
    who = DETERMINER.sub("", layout.rejoined(Span(*found.span("who"))), count=1)
    numbers = tuple(sorted({number for number, _ in named}))
    yield RoleDraft(who, PASSIVE_ROLES[found["verb"][:4]], numbers, (Span(named[0][1].start, found.end()),))


def _on_the_pact(layout: Layout, sentence: Span, axes: Sequence[AxisDraft]) -> Iterator[RoleDraft]:
    del axes
    for pattern in (IN_CHARGE, STEERS, ASSURES, BESIDE):
        found = pattern.search(layout.folded, sentence.start, sentence.end)
        subject = _subject(layout, sentence, end=found.start()) if found else None
        if found and subject:
            role = layout.rejoined(Span(found.start(), found.end()))
            yield RoleDraft(subject, role, (), (Span(_start(layout, sentence), found.end()),))


def _axes_named(layout: Layout, sentence: Span, axes: Sequence[AxisDraft]) -> list[tuple[int, Span]]:
    named = [(axis.number, span) for axis in axes for span in axis.spans[1:] if sentence.holds(span)]
    known = {axis.number for axis in axes}
    for found in NUMBERED.finditer(layout.folded, sentence.start, sentence.end):
        numbers = [int(number) for number in re.findall(r"\d+", found["list"])]
        if " a " in found["list"]:
            numbers = list(range(numbers[0], numbers[-1] + 1))
        named += [(number, Span(*found.span())) for number in numbers if number in known]
    return sorted(named, key=lambda item: item[1])


def _subject(layout: Layout, sentence: Span, *, end: int) -> str | None:
    start = _start(layout, sentence)
    words = layout.rejoined(Span(start, end)).rstrip(" ,")
    plain = layout.folded[start:end]
    if not 1 < len(words) <= LONGEST_SUBJECT or EMPTY_SUBJECT.match(plain) or ":" in words:
        return None
    return DETERMINER.sub("", words, count=1)


def _start(layout: Layout, sentence: Span) -> int:
    mark = BULLET.match(sentence.of(layout.text))
    start = sentence.start + (mark.end() if mark else 0)
    connector = CONNECTORS.match(layout.folded, start, sentence.end)
    start = connector.end() if connector else start
    return _last_clause(layout, start, sentence)


def _last_clause(layout: Layout, start: int, sentence: Span) -> int:
    """Start after « À cet effet, » and its like: a short opening before a comma and a determiner."""
    opening = re.match(
        r"(?:a|pour|dans|en|afin|au) [^,]{3,60}, (?=(?:l'|la |le |les )?)",
        layout.folded[start : sentence.end],
    )
    return start + opening.end() if opening else start
