"""The people of one block of the roll, one by one, with what is said of each."""

import re
from dataclasses import dataclass, field, replace

from declic.engines.reading.given_names import is_given_name
from declic.engines.reading.name_words import is_not_a_name
from declic.engines.reading.people import Civility, Person, read_civility, read_person
from declic.engines.reading.roll_headings import read_group_before_name, read_group_line, read_heading
from declic.engines.reading.roll_passages import Passage
from declic.engines.reading.roll_styles import Style
from declic.engines.reading.roll_tails import ROLE, STATE, Tie, read_role, read_tail
from declic.units.folding import fold


@dataclass(frozen=True, slots=True)
class Entry:
    """A person of a block (None is who presides), the group above, the ties, and what else is said."""

    person: Person | None
    group: str | None
    group_span: tuple[int, int]
    ties: tuple[Tie, ...]
    notes: tuple[Passage, ...]
    start: int
    name_end: int
    end: int
    is_joined: bool
    is_weak: bool


@dataclass(slots=True)
class _Walk:
    """Where the walk through a block stands; `sentence` is the first entry of the sentence it is in."""

    passage: Passage
    style: Style
    takes_proxies: bool
    at: int = 0
    group: str | None = None
    group_span: tuple[int, int] = (0, 0)
    civility: Civility | None = None
    entries: list[Entry] = field(default_factory=list)
    sentence: int = 0
    is_joined: bool = False
    is_new_paragraph: bool = False
    is_over: bool = False
    places_end: int = 0


SEPARATORS = re.compile(
    r"(?:[ \r\t,;|/&…]|[-–—•·*■►➢✓▪◦]+(?=[\s*]|mm?\.|mmes?\s|m\s|mlles?\s|madame|monsieur)|(?<![\d/.])(?:(?:publie|affiche|notifie)\w*\s+le\s+|(?:envoye|recu|transmis)\w*\s+en\s+(?:sous[- ])?prefecture\s+le\s+)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?![\d/.])|(?:et|puis|ainsi\s+que)(?:[ \r]+de(?=[ \r]+(?:m|mr|mme)[. ]|[ \r]+m(?:onsieur|adame)))?(?=[ \r]))+"
)
STOP = re.compile(r"(?P<paragraph>\n[ \r]*[\n\r]\s*)|(?P<line>\n)|(?P<point>\.)")
NOBODY = re.compile(
    r"(?:neant|aucune?|personne|sans\s+objet|\d{1,3}(?=\s*[;,.\n]|\s*$)|/|x)(?!\w)[^,;\n.]{0,30}"
)
CLAUSE = re.compile(r"[^,;\n.()]*(?:\([^()\n]{0,200}\))?")
LINE = re.compile(r"[^\n]*")
NUMBERS = re.compile(r"(?P<first>\d{1,3})[.)°](?:\s{1,3}\d{1,3}[.)°])*(?=\s{1,3}[a-z])")
VOTE_OF = re.compile(r"(?:pouvoirs?|procurations?|mandats?)\s*(?:de\s+(?:la\s+part\s+de\s+)?|du\s+|d'|:)\s*")
OF = re.compile(r"(?:de|d')\s+(?=\w)")
LONGEST_BLOCK = 40_000
LONGEST_ASIDE = 80
SHORT_WORD = 2


def read_entries(passage: Passage, *, style: Style, takes_proxies: bool) -> tuple[tuple[Entry, ...], int]:
    """
    Read the people of a block, in order, and the place where the list gives way to prose.

    A name at the start of a sentence that turns out to be prose is dropped, and so is one that only its place
    in a list of its kind would prove, when no surer name follows.
    """
    walk = _Walk(passage, style, takes_proxies)
    end = min(len(passage.view), LONGEST_BLOCK)
    while walk.at < end and not walk.is_over:
        before = walk.at
        _take_one(walk)
        if walk.at == before:
            walk.is_over = True
    return tuple(walk.entries), walk.at


def _take_one(walk: _Walk) -> None:
    _skip_separators(walk)
    if walk.at >= len(walk.passage.view) or _take_stop(walk):
        return
    if _take_heading(walk) or _take_plural(walk) or _take_entry(walk):
        return
    if not _skip_aside(walk):
        _give_up(walk)


def _skip_separators(walk: _Walk) -> None:
    found = SEPARATORS.match(walk.passage.folded, walk.at)
    walk.is_joined = bool(found and re.search(r"[,;/&]|et|puis", found.group())) and bool(walk.entries)
    if found:
        walk.at = found.end()
    _skip_number(walk)


def _skip_number(walk: _Walk) -> None:
    """Pass the number of a person in a numbered list, where it is the next one: it proves itself by following."""
    found = NUMBERS.match(walk.passage.folded, walk.at)
    if found and int(found["first"]) == len(walk.entries) + 1:
        walk.at = found.end()
        _skip_separators(walk)


def _take_stop(walk: _Walk) -> bool:
    found = STOP.match(walk.passage.view, walk.at)
    if not found:
        return False
    walk.at = found.end()
    if walk.entries and not found["line"]:
        walk.sentence = len(walk.entries)
        walk.civility = None
        walk.is_new_paragraph = True
    return True


def _take_heading(walk: _Walk) -> bool:
    heading = read_heading(walk.passage, walk.at, style=walk.style, takes_proxies=walk.takes_proxies)
    if not heading and not walk.is_joined and _is_line_start(walk):
        heading = read_group_line(walk.passage, walk.at, style=walk.style)
    if not heading and not walk.civility:
        heading = read_group_before_name(walk.passage, walk.at, style=walk.style)
    if not heading:
        return False
    if heading.ends_roll:
        walk.is_over = True
        return True
    _take_group(walk, heading.group, heading.group_span, heading.end)
    walk.civility = None
    return True


def _take_group(walk: _Walk, group: str | None, span: tuple[int, int], end: int) -> None:
    """Open a group; places in a row are a column of their own, and tell nobody's."""
    is_column = walk.places_end > 0 and not walk.passage.view[walk.places_end : walk.at].strip()
    is_without_colon = not walk.passage.view[span[0] : end].rstrip().endswith(":")
    walk.group, walk.group_span = (None, (0, 0)) if is_column and is_without_colon else (group, span)
    walk.places_end = walk.at = end


def _is_line_start(walk: _Walk) -> bool:
    return walk.passage.view[: walk.at].rstrip(" ")[-1:] in {"", "\n"}


def _take_plural(walk: _Walk) -> bool:
    civility = read_civility(walk.passage.view, walk.passage.folded, walk.at)
    if not civility or not civility.is_plural:
        return False
    walk.civility = civility
    colon = re.compile(r"[ \r]*:?").match(walk.passage.view, civility.end)
    walk.at = colon.end() if colon else civility.end
    return True


def _take_entry(walk: _Walk) -> bool:
    passage, start = walk.passage, walk.at
    prefix = VOTE_OF.match(passage.folded, start) or _vote_of_bare(walk)
    at = prefix.end() if prefix else start
    role = read_role(passage, at)
    person = None if role else read_person(
        passage.view, passage.folded, at, habits=walk.style.habits, civility=walk.civility
    )  # fmt: skip
    if not role and not person:
        return False
    name_end = role or (person.end if person else at)
    tail = read_tail(
        passage, name_end, habits=walk.style.habits, takes_proxies=walk.takes_proxies or prefix is not None
    )
    if person and _is_place_alone(walk, person):
        _take_group(walk, person.name, (person.start, person.end), tail.end)
        return True
    if person and _is_place_of_last(walk, person):
        walk.entries[-1] = replace(walk.entries[-1], group=person.name, group_span=(person.start, person.end))
        walk.at = tail.end
        return True
    entry = Entry(
        person=person,
        group=walk.group,
        group_span=walk.group_span,
        ties=tail.ties,
        notes=tail.notes,
        start=start,
        name_end=name_end,
        end=tail.end,
        is_joined=walk.is_joined,
        is_weak=_is_weak(walk, person),
    )
    return _keep(walk, entry)


def _vote_of_bare(walk: _Walk) -> re.Match[str] | None:
    """Read « de » where the block tells of votes given, small as no name begins (« Pouvoirs : de A à B »)."""
    is_small = walk.passage.view[walk.at : walk.at + 1].islower()
    return OF.match(walk.passage.folded, walk.at) if walk.takes_proxies and is_small else None


def _keep(walk: _Walk, entry: Entry) -> bool:
    """Keep the entry unless prose follows it; who has a civility of their own ends what « MM. » said."""
    has_prose = _has_prose(walk, entry.end)
    if has_prose and (walk.entries or walk.is_new_paragraph) and not entry.is_joined and not entry.ties:
        return False
    walk.entries.append(entry)
    walk.at = entry.end
    if entry.person and entry.person.name_start > entry.person.start:
        walk.civility = None
    if has_prose:
        clause = CLAUSE.match(walk.passage.folded, entry.end)
        walk.at = clause.end() if clause else entry.end
    return True


def _has_prose(walk: _Walk, at: int) -> bool:
    rest = walk.passage.view[at : at + 60].lstrip(" \r")
    number = NUMBERS.match(fold(rest))
    if number and int(number["first"]) == len(walk.entries) + 2:
        return False
    return bool(rest) and (rest[0].islower() or rest[0].isdigit()) and not SEPARATORS.match(rest)


def _is_weak(walk: _Walk, person: Person | None) -> bool:
    """Say whether only its place in a list would prove that these words are a name."""
    if not person or person.civility or walk.is_joined or not walk.entries:
        return False
    is_known = is_given_name(person.given or "")
    if is_known:
        return False
    has_particle = " d" in person.name or " l" in person.name
    return walk.is_new_paragraph or has_particle or not (person.given and person.surname)


def _is_place_alone(walk: _Walk, person: Person) -> bool:
    """Say whether words that start a line, without a civility among people who all have one, are a place."""
    if not walk.style.has_civilities or person.civility or walk.is_joined or not _is_line_start(walk):
        return False
    is_in_capitals = person.name.isupper() and not is_given_name(person.given or "")
    return is_in_capitals or not (person.given or is_given_name(person.name))


def _is_place_of_last(walk: _Walk, person: Person) -> bool:
    """Say whether a single word between two full names is where the first is from (« Jean DUPONT, Audeux »)."""
    is_single = not (person.given and person.surname) and not person.civility
    return is_single and walk.style.has_full_names and walk.is_joined and not is_given_name(person.name)


def _skip_aside(walk: _Walk) -> bool:
    """Pass over words that say nobody, a role of the one before, or a line of vocabulary alone."""
    passage = walk.passage
    nobody = NOBODY.match(passage.folded, walk.at)
    if nobody:
        walk.at = nobody.end()
        walk.is_over = not walk.entries
        return True
    clause = CLAUSE.match(passage.folded, walk.at)
    end = clause.end() if clause else walk.at
    is_role = ROLE.match(passage.folded, walk.at) or STATE.match(passage.folded, walk.at)
    is_more_of_role = (
        walk.is_joined and passage.view[walk.at].islower() and bool(walk.entries and walk.entries[-1].notes)
    )
    if (is_role or is_more_of_role) and walk.entries and end - walk.at <= LONGEST_ASIDE and end > walk.at:
        walk.at = end
        return True
    return _skip_line(walk)


def _skip_line(walk: _Walk) -> bool:
    """Pass over a running header or a page number between two lines of a list."""
    line = LINE.match(walk.passage.view, walk.at)
    words = re.findall(r"[^\W\d_]+", line.group()) if line else []
    is_header = all(is_not_a_name(word) or len(word) <= SHORT_WORD for word in words)
    if not line or not walk.entries or not _is_line_start(walk) or not is_header:
        return False
    walk.at = line.end()
    return True


def _give_up(walk: _Walk) -> None:
    """End the list at prose: a lone name of the same sentence was its subject, a weak one a heading."""
    walk.is_over = True
    if walk.sentence and len(walk.entries) - walk.sentence <= 1:
        del walk.entries[walk.sentence :]
    while walk.entries and walk.entries[-1].is_weak:
        walk.entries.pop()
