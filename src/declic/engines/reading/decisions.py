"""What an act decides: each verb of its operative part with its clause."""

import re
from collections.abc import Iterator

from declic.engines.reading.decision_verbs import INFINITIVES, LONGEST_FIRST, LONGEST_INFINITIVES, VERBS
from declic.engines.reading.drafts import DecisionDraft
from declic.engines.reading.text import rejoin
from declic.units.folding import fold
from declic.units.spans import Span


VERB = "|".join(re.escape(form) for form in LONGEST_FIRST)
INFINITIVE = "|".join(re.escape(form) for form in LONGEST_INFINITIVES)
BULLET = (
    r"(?:(?P<bullet>[-–—•·*■►➢✓▪◦➔→]{1,3}|\d{1,2}\s?[.)°/-]|[a-z]\s?\)|article\s(?:\d{1,2}|premier|1er)\w{0,6}\s?[:.–-]{0,3})"
    r"[ \t]{0,20})?"
)
COUNCIL = (
    r"(?:le|la|l'|les)\s*(?:presente?\s+)?(?:conseil(?:\s+(?!ler)[a-z'-]+){0,4}?|assemblee(?:\s+deliberante)?|comite\s+syndical|bureau\s+\w+|"
    r"commission\s+permanente(?:\s+du\s+conseil\s+\w+)?|membres?\s+(?:presents?|du\s+conseil\s+\w+)|elus|conseillers\s+\w+)"
)
SAYS = rf"(?:(?P<verb>{VERB})(?:nt)?(?![\w'])|(?:de\s+|d')(?P<infinitive>{INFINITIVE})(?!\w))"
ITEM = re.compile(rf"\s{{0,80}}{BULLET}{SAYS}")
NEXT_ITEM = re.compile(rf"\n[ \t]{{0,80}}{BULLET}{SAYS}")
CAPITALS = re.compile(
    rf"(?:^|(?<=\n))[ \t]{{0,80}}{BULLET}(?P<verb>{VERB})(?:nt)?(?![\w'])(?!\s+(?:rendu\w*\s+|certifie\w*\s+)?execut)"
)
INLINE = re.compile(
    rf"(?<!\w){COUNCIL}(?:\s*,(?:[^.:;\n]|(?<=\bm)\.|(?<=\bmm)\.){{0,200}}?,)?\s*(?:,?\s*(?:a\s+l'unanimite|a\s+la\s+majorite)[^.:;]{{0,60}}?,?)?\s+"
    rf"(?:(?:ainsi|donc|alors|egalement|en\s+consequence|unanimement|decide\s+(?:de|d')\s*)\s*,?\s*)?(?:(?P<verb>{VERB})(?:nt)?(?![\w'])|(?P<infinitive>{INFINITIVE})(?!\w))"
)
TRIGGER = re.compile(
    rf"(?<!\w)(?:{COUNCIL}[^.;]{{0,260}}?|apres\s+(?:en\s+)?(?:avoir\s+)?(?:\w+\s+){{0,4}}?deliber\w+[^.;]{{0,200}}?|"
    rf"(?:decide|delibere|unanimite|majorite)[^.;:\n]{{0,60}}?)\s*:|(?:^|(?<=\n))[ \t]{{0,80}}(?:decide|delibere)[ \t]{{0,9}}(?=\n)|"
    r"(?:^|(?<=\n))[ \t]{0,80}decide(?:nt)?(?=[ ,])[^.;:\n]{0,90}(?=\n[ \t]{0,40}[-–•*►][ \t]*d[e'])"
)
DECIDES_TO = re.compile(rf"decide(?:nt)?\s+(?:de\s+|d')(?P<infinitive>{INFINITIVE})(?!\w)(?P<verb>(?!))?")
TAKES_NOTE = re.compile(
    rf"(?:^|(?<=\n))[ \t]{{0,80}}{BULLET}(?:{COUNCIL}[ \t]+)?(?P<verb>prend(?:nent)?[ \t]+acte)[ \t]*\.?[ \t]*(?=\n|$)"
)
PROPOSES = re.compile(r"propos\w*|demande|invit\w*|appel\w*")
BLANK_LINE = re.compile(r"\n[ \t]*\n")
NEXT_BULLET = re.compile(r"\n[ \t]{0,80}(?:[–—*]+[ \t]|[-•·■►➢✓▪◦➔→]+[ \t]*(?=\S)|\d{1,2}[ \t]?[.)°][ \t])")
STOP_LINE = re.compile(
    r"\n[ \t*>-]{0,80}(?=(?:votes?|pour|contre|abstentions?|rapport\s+adopt\w+|fait\s+et\s+deliber\w+|ainsi\s+fait|pour\s+extrait|le\s+maire|"
    r"l[ea]\s+president\w*|l[ea]\s+secretaire|votants|resultats?|deliber\w+|certifie|adopte\w*\s+a|point|question|rapport)(?!\w))"
)
SENTENCE_END = re.compile(r"(?<!\bm)(?<!\bmme)(?<!\bart)\.(?=\s|$)|\n[ \t]*\n|\n[ \t]*(?=[-–•·*►➢✓■])")
FEWEST_WORDS = 2
POSTPONED = re.compile(
    r"(?:^|(?<=[\s]))(?:l[ea]\s+|l'|cet?t?e?\s+)(?:projet|dossier|point|question|rapport|deliberation|sujet|affaire)\b[^.\n;]{0,40}?"
    r"\s(?:est|sont)\s+(?P<verb>reporte|ajourne|retire)(?:e?s?)(?!\w)"
)
VOTE_TITLE = re.compile(r"vote\w*\s*:|vote\s+de\s+la\b", re.IGNORECASE)
ONLY_RESULT = re.compile(r"decide\w*\W*(?:a\s+l'unanimite|a\s+la\s+majorite|par\s+\d)[^.;:]{0,90}[,:]?")
LONGEST = 1500
NEAR_TRIGGER = 4000


def find_decisions(view: str, folded: str, *, start: int, end: int) -> tuple[DecisionDraft, ...]:
    """
    Find the decisions of an act, in order: the items after « le Conseil … : », or the sentence itself.

    What is only proposed to the council is not decided.
    """
    found: dict[int, DecisionDraft] = {}
    triggers = [match for match in TRIGGER.finditer(folded, start, end) if not _is_proposal(folded, match)]
    for index, trigger in enumerate(triggers):
        limit = min(end, trigger.end() + NEAR_TRIGGER)
        stop = triggers[index + 1].start() if index + 1 < len(triggers) else limit
        for item in _items(view, folded, trigger.end(), min(stop, limit)):
            found.setdefault(item.spans[0].start, item)
    for item in _capital_items(view, folded, start, end):
        if not any(_is_inside(item.spans[0].start, draft) for draft in found.values()):
            found.setdefault(item.spans[0].start, item)
    for item in _notes_taken(view, folded, start, end):
        if not any(_is_inside(item.spans[0].start, draft) for draft in found.values()):
            found[item.spans[0].start] = item
    _add_inline(found, view, folded, start, end)
    return tuple(found[place] for place in sorted(found)) or tuple(_postponed(view, folded, start, end))


def _add_inline(found: dict[int, DecisionDraft], view: str, folded: str, start: int, end: int) -> None:
    """Add the decisions that a sentence of the council tells, where no item told them."""
    for match in INLINE.finditer(folded, start, end):
        place = _place(match)
        if not _is_proposal(folded, match) and not any(_is_inside(place, draft) for draft in found.values()):
            draft = _draft(view, match, place, _end_of_sentence(folded, place, end))
            if draft and not any(draft.spans[0].meets(other.spans[0]) for other in found.values()):
                found.setdefault(place, draft)


def _notes_taken(view: str, folded: str, start: int, end: int) -> Iterator[DecisionDraft]:
    """Read the lines that say « Prend acte » and nothing else."""
    for match in TAKES_NOTE.finditer(folded, start, end):
        span = Span(*match.span("verb"))
        yield DecisionDraft("prendre acte", rejoin(span.of(view)), (span,))


def _postponed(view: str, folded: str, start: int, end: int) -> Iterator[DecisionDraft]:
    """Read « le projet est reporté »: an act that settles nothing else is put off."""
    for match in POSTPONED.finditer(folded, start, end):
        text = view[match.start() : _end_of_sentence(folded, match.end(), end)].strip()
        at = match.start() + view[match.start() :].find(text)
        yield DecisionDraft(VERBS[match["verb"]], rejoin(text), (Span(at, at + len(text)),))
        return


def _is_proposal(folded: str, match: re.Match[str]) -> bool:
    before = re.split(r"[.;\n]", folded[max(0, match.start() - 90) : match.start()])[-1]
    inside = match.group()
    is_asked = PROPOSES.search(before) is not None
    return is_asked or re.search(r"(?<!sur )propos(?:e|ition au|er)\w*\s+(?:au|a)\s", inside) is not None


def _items(view: str, folded: str, start: int, end: int) -> Iterator[DecisionDraft]:
    """Read the items that follow each other from a trigger; the first thing that is none ends them."""
    match = ITEM.match(folded, start, end)
    has_bullets = bool(match and match["bullet"])
    while match:
        place = _place(match)
        last = _end_of_item(folded, place, end, has_bullets=has_bullets)
        draft = _draft(view, match, place, last)
        if draft:
            yield draft
        match = ITEM.match(folded, last, end)
        if match and has_bullets and not match["bullet"]:
            return


def _capital_items(view: str, folded: str, start: int, end: int) -> Iterator[DecisionDraft]:
    """Read the lines that open with a verb in capitals (« APPROUVE … »), with or without a trigger."""
    for match in CAPITALS.finditer(folded, start, end):
        if view[slice(*match.span("verb"))].isupper():
            match = DECIDES_TO.match(folded, match.start("verb"), end) or match  # noqa: PLW2901 — what is decided
            place = _place(match)
            draft = _draft(view, match, place, _end_of_item(folded, place, end, has_bullets=False))
            if draft:
                yield draft


def _place(match: re.Match[str]) -> int:
    return match.start("verb") if match["verb"] else match.start("infinitive")


def _end_of_item(folded: str, place: int, end: int, *, has_bullets: bool) -> int:
    """Give the place where an item ends: the next item, a blank line, or the line that gives the vote."""
    limit = min(end, place + LONGEST)
    following = (NEXT_BULLET if has_bullets else NEXT_ITEM).search(folded, place, limit)
    ends = [
        mark.start()
        for mark in (
            following,
            BLANK_LINE.search(folded, place, limit),
            STOP_LINE.search(folded, place, limit),
        )
        if mark
    ]
    return min(ends, default=limit)


def _draft(view: str, match: re.Match[str], start: int, end: int) -> DecisionDraft | None:
    text = view[start:end].rstrip()
    if match["verb"] and view[match.end("verb") - 1] in "éÉ":
        return None  # « a donné » is no decision
    words = rejoin(text)
    if VOTE_TITLE.match(words) or ONLY_RESULT.fullmatch(fold(words)):
        return None
    if len(words.split()) < FEWEST_WORDS or (
        match["verb"] and words.rstrip(" :.").lower() in {"decide", "décide"}
    ):
        return None
    verb = VERBS[match["verb"]] if match["verb"] else INFINITIVES[match["infinitive"]]
    return DecisionDraft(verb, words, (Span(start, start + len(text)),))


def _end_of_sentence(folded: str, start: int, end: int) -> int:
    limit = min(end, start + LONGEST)
    found = SENTENCE_END.search(folded, start, limit)
    if not found:
        return limit
    return found.end() if found.group() == "." else found.start()


def _is_inside(place: int, draft: DecisionDraft) -> bool:
    return draft.spans[0].start <= place < draft.spans[0].end
