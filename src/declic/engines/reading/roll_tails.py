"""What is said of a person of the roll just after the name: who votes for whom, from when to when, as what."""

import re
from dataclasses import dataclass, replace

from declic.engines.reading.given_names import is_given_name
from declic.engines.reading.name_words import is_not_a_name
from declic.engines.reading.people import CIVILITY, Habits, Person, read_civility, read_person
from declic.engines.reading.roll_links import LinkKind, find_link, match_link
from declic.engines.reading.roll_passages import Passage


@dataclass(frozen=True, slots=True)
class Tie:
    """
    A link from a person of the roll to others; None among them is who presides (« M. le Maire »).

    `people_end` is where the last of them ends (past the bracket that holds it), `end` where all that is said
    of the link does; `is_shared`: the verb is plural, so the people named just before are in it too.
    """

    kind: LinkKind
    people: tuple[Person | None, ...]
    notes: tuple[Passage, ...]
    end: int
    people_end: int
    is_shared: bool = False


@dataclass(frozen=True, slots=True)
class Tail:
    """All that follows one name: ties, other notes, and where it ends."""

    ties: tuple[Tie, ...] = ()
    notes: tuple[Passage, ...] = ()
    end: int = 0


RANK = r"(?:l[ea]s?\s+|l'|en\s+qualite\s+de\s+|et\s+|\d{1,2}\s?(?:er|ere|e|eme|nd|nde)s?\s+|\d{1,2}\^\{\w{1,3}\}\s*|premi\w+\s+|second\w*\s+|\w{3,8}ieme\s+)"
ROLE = re.compile(
    rf"{RANK}{{0,3}}(?:vice[-\s]?)?(?:maires?|president\w*|adjoint\w*|conseill\w+|delegue\w*|depute\w*|senat\w+|titulaires?|"
    r"suppleant\w*|membres?|rapporteu\w+|doyen\w*|secretaire\w*|elue?s?|municipa\w+|communautaire\w*|represent\w+|"
    r"directeur\w*|directrice\w*|d\.?g\.?[sa]\.?|agent\w*|charge\w*|responsable\w*|technicien\w*|journaliste\w*|"
    r"tresori\w+|stagiaire\w*|referent\w*|correspondant\w*|comptable\w*|receveu\w+)(?!\w)"
)
STATE = re.compile(
    r"(?:non[-\s]+)?(?:absente?s?|excusee?s?|presente?s?|demissionnaire\w*|empeche\w*|retard\w*|decede\w*|vacant\w*)(?!\w)|"
    r"en\s+(?:visio\w*|retard|distanciel)|par\s+visio\w*|n'a\s+pas|pas\s+de|sans\s+(?:pouvoir|procuration)|"
    r"a\s+(?:partir|compter)|jusqu|arriv|depart|parti\w*\s|quitt|sort|rejoin|sauf|hors|hormis|de\s+la\s+question|"
    r"du\s+(?:point|rapport)|des\s+l[ae']|pour\s+l[ae]s?\s+(?:question|point|rapport)|questions?\s|uniquement|"
    r"a\s+l'exception|ne\s+(?:prend|participe|vote)"
)
ROLE_REF = re.compile(
    r"(?:(?:au|le|la|l')\s*)?(?:maires?|president\w*)(?!\w)(?:\s+(?:de|du|d')\s?(?:la\s+)?(?:commune|seance)(?!\w))?"
)
CLAUSE = re.compile(r"[^,;\n.()/|]*")
PARENTHESIS = re.compile(r"[(\[](?P<inside>[^()\[\]]{0,260}(?:\([^()]{0,60}\)[^()\[\]]{0,120})?)[)\]]?")
JOINT = re.compile(r"[ \r]*(?:[,:–—|-]+[ \r]*)?")
NEXT_LINE = re.compile(r"[ \r]*(?:\n[ ]{0,60})?")
PLAIN_JOINT = re.compile(r"[ \r]*")
NEXT_NAME = re.compile(
    r"[ \r]+(?=(?P<given>[A-ZÀ-Ý][\w'’-]{1,30})[ \r]+[A-ZÀ-Ý]{2})|[ \r][-–—][ \r]|[ \r]{3,}"
)
THEN_GIVES = re.compile(
    r"[ \r]+(?:puis|et\s+ensuite)\s+(?=(?:a\s+)?(?:donn\w+\s+)?(?:procuration|pouvoir)\s+a\s)"
)
AND = re.compile(r"[ \r]*(?:,|et)[ \r]+(?:a\s+|au\s+|de\s+|d')?")
PLURAL = re.compile(
    r"\b(?:ont|donnent|avaient|laissent|remettent|respectivement|pouvoirs|procurations|mandats)\b"
)
SHARED = re.compile(r"\b(?:ont|donnent|avaient|laissent|remettent)\b")


def read_tail(passage: Passage, at: int, *, habits: Habits, takes_proxies: bool) -> Tail:
    """Read all that is said of the person whose name ends at this place."""
    tail = Tail(end=at)
    while True:
        longer = (
            _with_parenthesis(passage, tail, habits=habits, takes_proxies=takes_proxies)
            or _with_tie(passage, tail, habits=habits, takes_proxies=takes_proxies)
            or _with_note(passage, tail)
        )
        if longer is None or longer.end <= tail.end:
            return tail
        tail = longer


def read_role(passage: Passage, at: int) -> int | None:
    """Give the end of a mention of who presides (« M. le Maire », « Madame la Présidente ») that starts here."""
    civility = read_civility(passage.view, passage.folded, at)
    start = PLAIN_JOINT.match(passage.view, civility.end if civility else at)
    found = ROLE_REF.match(passage.folded, start.end() if start else at)
    if not found or (not civility and not found.group().startswith(("le ", "la ", "au ", "l'"))):
        return None
    return found.end()


def _with_parenthesis(passage: Passage, tail: Tail, *, habits: Habits, takes_proxies: bool) -> Tail | None:
    start = NEXT_LINE.match(passage.view, tail.end)
    at = start.end() if start else tail.end
    found = PARENTHESIS.match(passage.view, at)
    if not found:
        return None
    inside = passage.part(*found.span("inside"))
    opening = match_link(inside.folded, 0, is_plain_enough=takes_proxies)
    link = find_link(inside.folded) or ((opening[0], 0, opening[1]) if opening else None)
    if link:
        kind, start_of_link, end_of_link = link
        people, _end = _people(
            inside, end_of_link, habits=habits, may_be_many=_is_plural(inside, start_of_link, end_of_link)
        )
        if people:
            return replace(
                tail,
                ties=(*tail.ties, Tie(kind, people, (inside,), found.end(), found.end())),
                end=found.end(),
            )
    return _with(tail, inside, found.end())


def _with_tie(passage: Passage, tail: Tail, *, habits: Habits, takes_proxies: bool) -> Tail | None:
    for pattern in (PLAIN_JOINT, JOINT, NEXT_LINE):
        joint = pattern.match(passage.view, tail.end)
        at = joint.end() if joint else tail.end
        is_apart = at > tail.end
        if pattern is NEXT_LINE and not passage.view[at : at + 1].islower():
            continue
        link = match_link(
            passage.folded, at, is_plain_enough=takes_proxies and "," not in passage.view[tail.end : at]
        )
        is_next_vote = (
            takes_proxies
            and link is not None
            and link[0] is LinkKind.HOLDS_VOTE_OF
            and pattern is not PLAIN_JOINT
        )
        if not link or not is_apart or is_next_vote:
            continue
        kind, end_of_link = link
        people, end = _people(
            passage, end_of_link, habits=habits, may_be_many=_is_plural(passage, at, end_of_link)
        )
        if people:
            is_shared = SHARED.search(passage.folded, at, end_of_link) is not None
            return replace(tail, ties=(*tail.ties, Tie(kind, people, (), end, end, is_shared)), end=end)
    return None


def _with_note(passage: Passage, tail: Tail) -> Tail | None:
    joint = JOINT.match(passage.view, tail.end)
    at = joint.end() if joint else tail.end
    found = ROLE.match(passage.folded, at) or STATE.match(passage.folded, at)
    is_next_line = "\r" in passage.view[tail.end : at] and passage.view[at : at + 1].isupper()
    if not found or at == tail.end or is_next_line:
        return None
    clause = CLAUSE.match(passage.folded, found.end())
    stop = THEN_GIVES.search(passage.folded, found.end(), clause.end()) if clause else None
    end = stop.start() if stop else clause.end() if clause else found.end()
    end = _cut_at_next_name(passage, found.end(), end)
    return _with(tail, passage.part(at, end), end)


def _with(tail: Tail, note: Passage, end: int) -> Tail:
    """Add a note to the last tie if there is one, since it stands after it, or else to the person."""
    if not tail.ties:
        return replace(tail, notes=(*tail.notes, note), end=end)
    last = tail.ties[-1]
    tied = replace(last, notes=(*last.notes, note), end=end)
    return replace(tail, ties=(*tail.ties[:-1], tied), end=end)


def _people(
    passage: Passage, at: int, *, habits: Habits, may_be_many: bool
) -> tuple[tuple[Person | None, ...], int]:
    """Read who stands after a link: one person, or several where the words are plural."""
    people: list[Person | None] = []
    end = at
    start = PLAIN_JOINT.match(passage.view, at)
    place = start.end() if start else at
    civility = read_civility(passage.view, passage.folded, place)
    shared = civility if civility and civility.is_plural else None
    if shared:
        blanks = PLAIN_JOINT.match(passage.view, shared.end)
        place = blanks.end() if blanks else shared.end
    while True:
        role = read_role(passage, place)
        person = (
            None if role else read_person(passage.view, passage.folded, place, habits=habits, civility=shared)
        )
        if not role and not person:
            return tuple(people), end
        people.append(person)
        end = role or (person.end if person else end)
        more = AND.match(passage.folded, end) if may_be_many or shared else None
        if not more:
            return tuple(people), end
        place = more.end()


def _is_plural(passage: Passage, start: int, end: int) -> bool:
    return PLURAL.search(passage.folded, start, end) is not None


def _cut_at_next_name(passage: Passage, start: int, end: int) -> int:
    """Stop a note where the next person starts without any mark between."""
    for found in CIVILITY.finditer(passage.folded, start, end):
        if passage.view[found.start()].isupper() and passage.folded[: found.start()].rstrip()[-2:] not in {
            " a",
            "de",
            "au",
        }:
            end = found.start()
            break
    for found in NEXT_NAME.finditer(passage.view, start, end):
        given = found["given"]
        if given is None or (is_given_name(given) and not is_not_a_name(given)):
            return found.start()
    return end
