"""How members voted, where minutes say it by name, and who took no part in a vote."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from declic.engines.reading.drafts import NamedVoteDraft, VoteDraft, Way
from declic.engines.reading.people import Habits, read_civility, read_person
from declic.engines.reading.roll_passages import Passage, take_passage, with_wrapped_lines
from declic.engines.reading.roll_tails import read_role
from declic.units.folding import fold
from declic.units.french_number_words import CARDINAL_WORDS
from declic.units.person_names import LETTERS, find_namesake
from declic.units.spans import Span


WAYS = (
    (Way.AGAINST, re.compile(r"contre|defavorable")),
    (Way.ABSTENTION, re.compile(r"abst")),
    (Way.NOT_TAKING_PART, re.compile(r"part|nppv|refus")),
    (Way.FOR, re.compile(r"pour|favorable")),
)
LISTED = re.compile(
    r"(?<!\w)(?P<way>contres?|pour|non[- ]participations?(?:\s+au\s+vote)?|nppv|ne\s+pren\w+\s+pas\s+part(?:\s+au\s+vote)?|refus\s+de\s+vote|(?:s'|d')?abst\w*|(?:votes?|voix|avis)\s+(?:de)?favorables?)(?:\(s\))?[ \t]*"
    r"(?:[:=–-]?[ \t]*(?P<count>\d{1,3}|une?)?[ \t]*(?:voix|votes?)?[ \t]*)(?:[(:–-]\s*"
    r"(?=(?:m\.|mm|mr|mme|monsieur|madame|messieurs|mesdames|[a-z]\.[ \t]?[a-z]|[a-z'’-]{2,}))|(?:de|d')\s*(?=(?:m\.|mm|mr|mme|monsieur|madame|messieurs|mesdames)))"
)
DONE = re.compile(
    r"(?<!\w)(?:(?P<none>ne\s+(?:prend|prennent|prenant|participe|participent|participant|votent|vote)\s+(?:pas|ni\s+(?:part\s+)?(?:au[x]?|a\s+la)\s+\w+\s+ni\s+au\s+vote)|n'(?:a|ont|ayant)\s+pas\s+(?:pris\s+part|participe|vote)|"
    r"ne\s+(?:souhaite|desire)\w*\s+pas\s+(?:prendre\s+part|participer))|(?P<leaves>se\s+(?:retire|retirent|deporte|deportent)|s'(?:est|etant)\s+(?:retire|deporte)e?|"
    r"(?:a|ont|ayant)\s+quitte\s+la\s+salle|quitte(?:nt)?\s+la\s+salle|sor(?:t|tent)(?:\s+de\s+(?:la\s+)?(?:salle|seance)|(?=\s*[.,;)]))|(?:est|sont|etant)\s+sortie?s?|s'absent\w+)|"
    r"(?P<against>(?:vot(?:e|ent|ant)|(?:a|ont|ayant)\s+vote)\s+contre|(?:est|sont|etant)\s+contre(?=\s*(?:[,.;)]|$|\n|et\s))|(?P<bare>contre(?=\s*(?:[,.;)]|$|\n|et\s))))|"
    r"(?P<abstains>s'abst(?:ient|iennent|enant)|s'(?:est|etant)\s+abstenue?|se\s+sont\s+abstenue?s|declare\w*\s+s'abstenir))(?!\w)"
)
WITHOUT = re.compile(
    r"(?:hors|en\s+dehors\s+de)\s+(?:de\s+)?(?:la\s+)?presence\s+(?:de\s+|d'|du\s+)|en\s+l'absence\s+(?:de\s+|du\s+)(?=m)"
)
SEPARATOR = re.compile(r"[ \r]*(?:,|;|/|[ \r]et[ \r]|[ \r][–-][ \r]|\r)[ \r]*(?:et[ \r]+)?(?:de[ \r]+)?")
CLOSES = re.compile(r"[ \r]*(?:\([^()]{0,80}\)[ \r]*)?(?:[).;\n]|$|\r|\d|contre|pour|abst)")
SENTENCE = re.compile(
    r"(?<!\bm)(?<!\bmm)(?<!\bmr)(?<!\bmme)(?<!\bmmes)\.\s|\n\s*\n|[;:]\s|\n(?=[ \t]*[-–•*])"
)
ASIDE = re.compile(r"[ \r]*(?:[,(][^.;:]{0,90}[,)]|[^.;:,\dA-Z]{0,40})?[ \r]*")
IN_PROPOSAL = re.compile(r"\bs(?:i|'il)\b|doi(?:t|vent)|peu(?:t|vent)|pourra|devra|conseillers?\s+interesse")
LEAVES_VOTE = re.compile(
    r"[^.\n]{0,60}?(?:(?:donn|laiss|remet)\w*\s+(?:son\s+)?(?:pouvoir|procuration)|pouvoir\s+a\b|\d\s?h)"
)
HOLDS_MORE = re.compile(
    r"pouvoir|procuration|mandat|\d\s+voix|deux\s+voix|groupe|opposition|minorite|ainsi\s+que|"
    rf"(?<!\w)et\s+(?:les|des|ses|d'autres|plusieurs|quelques|certains|tous|\d{{1,3}}|{'|'.join(CARDINAL_WORDS)})(?!\w)"
)
AMONG = re.compile(r"(?<!\w)(?:dont|notamment)[\s,]{1,3}$")
WHOLE_NAME_END = re.compile(r"[A-ZÀ-Ý]{2,}[ \r]+$|[A-ZÀ-Ý][\w'’-]+[ \r]+$")
MAYOR = re.compile(r",\s*(?:le\s+)?maire(?!\s+(?:adj|del|hon)|-|\w)")
PRESIDENCY = re.compile(r"presidence\s+(?:de\s+|du\s+|d'\s?)")
LONGEST_NAME = 50
HEAD = 5000
LONGEST_LIST = 900
LOOK_BACK = 260
AROUND = 60
NEAR = 20
HABITS = Habits()


def find_named_votes(
    view: str, folded: str, span: Span, *, before: Span, roll: tuple[Sequence[str], str | None]
) -> tuple[NamedVoteDraft, ...]:
    """
    Find the votes told by name in an act; each name is a member's, in full.

    `before` runs from the vote of the act above to this one's: who leaves the room there takes no part in it.
    `roll` is the members' names and who presides. Who answers to no single member is left out, and a member told
    of twice keeps the first way.
    """
    names, chair = roll
    told: dict[str, NamedVoteDraft] = {}
    leaving = find_leaving(view, folded, before, roll=roll)
    doing = [
        draft
        for found in DONE.finditer(folded, span.start, span.end)
        if not found["leaves"]
        for draft in _of_verb(view, folded, found, low=span.start, names=names, chair=chair)
    ]
    without = _without(view, folded, span, names, chair)
    for draft in (*_listed(view, folded, span, names, chair), *leaving, *doing, *without):
        told.setdefault(draft.name, draft)
    return tuple(sorted(told.values(), key=lambda draft: draft.spans))


def find_mayor(folded: str, names: Sequence[str]) -> str | None:
    """Find the one member whom the head names with the office: « le maire » is they, whoever presides a vote."""
    found = {
        name
        for office in MAYOR.finditer(folded, 0, HEAD)
        for name in names
        if set(fold(name).split())
        & set(folded[max(0, office.start() - LONGEST_NAME) : office.start()].split()[-2:])
        and fold(name).split()[-1] in folded[max(0, office.start() - LONGEST_NAME) : office.start()]
    }
    return found.pop() if len(found) == 1 else None


def find_leaving(
    view: str, folded: str, span: Span, *, roll: tuple[Sequence[str], str | None]
) -> tuple[NamedVoteDraft, ...]:
    """Find who leaves the room in a passage without giving their vote to anyone."""
    names, chair = roll
    return tuple(
        draft
        for found in DONE.finditer(folded, span.start, span.end)
        if found["leaves"] and not LEAVES_VOTE.match(folded, found.end())
        for draft in _of_verb(view, folded, found, low=span.start, names=names, chair=chair)
    )


def people_before(
    view: str, found: re.Match[str], *, low: int, roll: tuple[Sequence[str], str | None]
) -> list[tuple[str, Span]]:
    """Give the members who are the subject of a verb, whole names, each with its place in the sentence."""
    return _subject(_sentence_before(view, found, low=low), *roll)


def _sentence_before(view: str, found: re.Match[str], *, low: int) -> Passage:
    """Take the words of a sentence that stand before its verb."""
    low = max(low, found.start() - LOOK_BACK)
    start = max((mark.end() for mark in SENTENCE.finditer(found.string, low, found.start())), default=low)
    return with_wrapped_lines(take_passage(view, Span(start, found.start())))


def with_named_counts(vote: VoteDraft, folded: str) -> VoteDraft:
    """
    Count those whom a result that does not count them names as against or abstaining (« à la majorité, Mme A votant contre »).

    Who votes for others too, or is named among others, counts for more than one: nothing is computed then. How many were for stays unknown.
    """
    if vote.unanimous or vote.ballot or vote.parts:
        return vote
    ways = {way: [one for one in vote.named if one.way is way] for way in (Way.AGAINST, Way.ABSTENTION)}
    if any(_stands_for_more(folded, span) for one in vote.named for span in one.spans):
        return vote
    against = len(ways[Way.AGAINST]) or None
    abstention = len(ways[Way.ABSTENTION]) or None
    return replace(
        vote,
        against=vote.against if vote.against is not None else against,
        abstention=vote.abstention if vote.abstention is not None else abstention,
    )


def _stands_for_more(folded: str, span: Span) -> bool:
    is_among = AMONG.search(folded, max(0, span.start - NEAR), span.start) is not None
    return is_among or HOLDS_MORE.search(folded, span.start, span.end + AROUND) is not None


def _listed(
    view: str, folded: str, span: Span, names: Sequence[str], chair: str | None
) -> Iterator[NamedVoteDraft]:
    """Read « Contre : 2 (Mme A, M. B) » and « Abstention : M. C »."""
    for found in LISTED.finditer(folded, span.start, span.end):
        way = next(way for way, pattern in WAYS if pattern.search(found["way"]))
        if "defavorable" in found["way"]:
            way = Way.AGAINST
        passage = with_wrapped_lines(
            take_passage(view, Span(found.end(), min(found.end() + LONGEST_LIST, span.end)))
        )
        people, end = read_names(passage, 0, names=names, chair=chair)
        if not people or not CLOSES.match(passage.folded, end):
            continue
        if found["count"] and found["count"].isdigit() and int(found["count"]) != len(people):
            continue
        for name, place in people:
            yield NamedVoteDraft(name, way, (passage.span(place.start, place.end),))


def _without(
    view: str, folded: str, span: Span, names: Sequence[str], chair: str | None
) -> Iterator[NamedVoteDraft]:
    """Read « hors de la présence de M. A »."""
    for found in WITHOUT.finditer(folded, span.start, span.end):
        passage = with_wrapped_lines(
            take_passage(view, Span(found.end(), min(found.end() + LOOK_BACK, span.end)))
        )
        people, _end = read_names(passage, 0, names=names, chair=chair)
        for name, place in people:
            yield NamedVoteDraft(name, Way.NOT_TAKING_PART, (Span(found.start(), passage.start + place.end),))


def _of_verb(
    view: str, folded: str, found: re.Match[str], *, low: int, names: Sequence[str], chair: str | None
) -> Iterator[NamedVoteDraft]:
    """Read « M. A ne prend pas part au vote » and « Mmes B et C s'abstiennent »."""
    passage = _sentence_before(view, found, low=low)
    if IN_PROPOSAL.search(folded, passage.start, found.start()):
        return
    if found["bare"] and not WHOLE_NAME_END.search(passage.view):
        return
    way = Way.AGAINST if found["against"] else Way.ABSTENTION if found["abstains"] else Way.NOT_TAKING_PART
    for name, place in _subject(passage, names, chair):
        if _presides(name, place, passage):
            continue
        yield NamedVoteDraft(name, way, (Span(passage.start + place.start, found.end()),))


def _presides(name: str, place: Span, passage: Passage) -> bool:
    """Say whether the sentence puts somebody in the chair: « sous la présidence de Mme A, le maire se retire » is not of A."""
    chair = PRESIDENCY.search(passage.folded, 0, place.start)
    surname = LETTERS.findall(fold(name))[-1:]
    return chair is not None and (
        chair.end() == place.start
        or {*surname} <= {*LETTERS.findall(passage.folded, chair.end(), place.start)}
    )


def _subject(passage: Passage, names: Sequence[str], chair: str | None) -> list[tuple[str, Span]]:
    """Give the people named just before the end of a passage, an aside between commas apart."""
    for place in re.finditer(r"(?<![^\s(«])(?=[A-ZÀ-Ý])|(?<!\w)(?=l[ea]\s(?:maire|pr))", passage.view):
        people, end = read_names(passage, place.start(), names=names, chair=chair)
        if people and ASIDE.fullmatch(passage.view, end) and not _is_parted_by_a_line(passage, people):
            return people
    return []


def _is_parted_by_a_line(passage: Passage, people: list[tuple[str, Span]]) -> bool:
    """Say whether a line's end alone stands between the first two: « Rapporteur : M. A » above « Mme B se retire »."""
    return len(people) > 1 and passage.view[people[0][1].end : people[1][1].start].strip(" ") == "\r"


def read_names(
    passage: Passage, at: int, *, names: Sequence[str], chair: str | None
) -> tuple[list[tuple[str, Span]], int]:
    """Read the members named one after the other from a place: each by the name of the roll, and the end."""
    people: list[tuple[str, Span]] = []
    end, civility = at, None
    while True:
        own = read_civility(passage.view, passage.folded, at)
        if own and own.is_plural:
            civility = own
            blanks = re.compile(r"[ \r:]*").match(passage.view, own.end)
            at = blanks.end() if blanks else own.end
        role = read_role(passage, at)
        person = None if role else read_person(
            passage.view, passage.folded, at, habits=HABITS, civility=civility
        )  # fmt: skip
        known = find_namesake(person.name, among=names) if person else None
        name = chair if role else (names[known] if known is not None else None)
        if name is None:
            return people, end
        stop = role or (person.end if person else at)
        people.append((name, Span(at, stop)))
        end = stop
        more = SEPARATOR.match(passage.view, end)
        if not more:
            return people, end
        at = more.end()
