"""Headings inside a block of the roll: the commune or the political group of the people who follow."""

import re
from dataclasses import dataclass

from declic.engines.reading.given_names import is_given_name
from declic.engines.reading.name_words import is_not_a_name
from declic.engines.reading.people import CIVILITY, read_civility, read_person
from declic.engines.reading.roll_links import match_link
from declic.engines.reading.roll_passages import Passage
from declic.engines.reading.roll_styles import Style
from declic.engines.reading.roll_tails import STATE
from declic.engines.reading.text import rejoin


@dataclass(frozen=True, slots=True)
class Heading:
    """The group that a heading opens, None where it opens none (« Adjoints : »), and where the heading ends."""

    group: str | None
    end: int
    group_span: tuple[int, int] = (0, 0)
    ends_roll: bool = False


HEADING = re.compile(r"(?P<name>[^,;:()\n./]{1,60}?)[ \r]{0,4}:(?=\s|$|[A-ZÀ-Ý])")
FOR_COMMUNE = re.compile(
    r"pour\s+(?:la\s+)?(?:commune|ville)\s+(?:de\s+la\s+|de\s+|du\s+|des\s+|d')(?P<name>[^,;:()\n.]{2,40}?)(?:\s*[,:]|\s+[–-])"
)
OPENING = re.compile(
    r"(?:pour\s+)?(?:l[ae]s?\s+)?(?:commune|ville|canton)s?\s+(?:de\s+|du\s+|des\s+|d['’])?(?=\w)|pour\s+(?=[A-ZÀ-Ý])"
    r"|(?:groupe|liste)\s+(?=\w)",
    re.IGNORECASE,
)
WIDE_GAP = 3
LONG_WORD = 4
ENDS_ROLL = re.compile(
    r"secretaire|president\w* de seance|rapporteur|invite|assist|egalement|service|public|date|nombre|quorum|votant|"
    r"exercice|convocation|objet\b|ordre du|affich|^vu\b|considerant|deliber|^point\b|^question\b|^rapport\b|"
    r"^vote|preambule|^lieu\b|heure|administration|ouverture|proces|compte|presidence"
)
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
GROUP_LINE = re.compile(r"(?P<name>[A-ZÀ-Ý][^\n,;:()\d]{1,50}?)[ ]*\n\s*(?=\S)")
BLANKS = re.compile(r"[ \r|–—-]{0,60}")
BEFORE_CIVILITY = re.compile(
    r"(?P<name>[A-ZÀ-Ý][^\n\r,;:()\d.]{1,50}?)[ |–—-]{1,60}(?=(?:M\.|M|MM\.?|Mr|Mme|Mmes|Mlle|Monsieur|Madame) )"
)


def read_heading(passage: Passage, at: int, *, style: Style, takes_proxies: bool) -> Heading | None:
    """Read a heading with its colon that starts here, unless a person starts here (« M. X : absent »)."""
    for_commune = FOR_COMMUNE.match(passage.folded, at)
    if for_commune:
        span = for_commune.span("name")
        return Heading(rejoin(passage.view[slice(*span)]), for_commune.end(), span)
    found = HEADING.match(passage.view, at)
    return _read_with_colon(passage, found, style, takes_proxies=takes_proxies) if found else None


def _read_with_colon(
    passage: Passage, found: re.Match[str], style: Style, *, takes_proxies: bool
) -> Heading | None:
    if _ends_roll(passage, found):
        is_after_person = _opens_with_person(passage, found, style)
        return None if is_after_person else Heading(None, found.end(), ends_roll=True)
    has_digits = any(letter.isdigit() for letter in found["name"])
    if has_digits or _has_civility(passage, *found.span("name")):
        return None
    is_person = _is_about_person(passage, found, style, takes_proxies=takes_proxies)
    return None if is_person else _heading(passage, found)


def read_group_line(passage: Passage, at: int, *, style: Style) -> Heading | None:
    """Read a line that is but a place above people who are written otherwise."""
    found = GROUP_LINE.match(passage.view, at)
    if not found or _has_civility(passage, *found.span("name")):
        return None
    follows = read_civility(passage.view, passage.folded, found.end())
    person = read_person(passage.view, passage.folded, found.end(), habits=style.habits)
    words = WORD.findall(found["name"])
    if style.has_civilities and follows:
        return _heading(passage, found)
    is_full = person is not None and person.given is not None and person.surname is not None
    shouts = all(word.isupper() for word in words)
    follows_in_capitals = person is not None and (person.surname or "").isupper()
    is_other = shouts or (follows_in_capitals and not any(word.isupper() for word in words))
    is_prose = any(word[0].islower() and len(word) >= LONG_WORD for word in words)
    if not is_full or not is_other or is_prose or any(is_given_name(word) for word in words):
        return None
    return _heading(passage, found)


def read_group_before_name(passage: Passage, at: int, *, style: Style) -> Heading | None:
    """Read a place that stands on the same line as the civility of the person from it."""
    if not style.has_civilities or read_civility(passage.view, passage.folded, at):
        return None
    found = BEFORE_CIVILITY.match(passage.view, at)
    if not found:
        return None
    words = WORD.findall(found["name"])
    is_person = is_given_name(words[0]) and any(word.isupper() for word in words[1:])
    is_prose = any(word[0].islower() and len(word) >= LONG_WORD for word in words)
    return None if is_person or is_prose else _heading(passage, found)


def _heading(passage: Passage, found: re.Match[str]) -> Heading | None:
    name = found["name"]
    words = WORD.findall(name)
    if not words or not (name.lstrip()[0].isupper() or name.lower().lstrip().startswith("pour ")):
        return None
    if all(is_not_a_name(word) or word.islower() or word.lower() in {"les", "le", "la"} for word in words):
        return Heading(None, found.end())
    opening = OPENING.match(name)
    start = found.start("name") + (opening.end() if opening else 0)
    end = found.start("name") + len(name.rstrip())
    return Heading(rejoin(passage.view[start:end]), found.end(), (start, end))


def _ends_roll(passage: Passage, found: re.Match[str]) -> bool:
    return ENDS_ROLL.search(passage.folded[slice(*found.span("name"))].strip()) is not None


def _opens_with_person(passage: Passage, found: re.Match[str], style: Style) -> bool:
    """Say whether somebody stands before the words that end the roll, on one line with them."""
    person = read_person(passage.view, passage.folded, found.start(), habits=style.habits)
    is_known = person is not None and person.surname is not None and is_given_name(person.given or "")
    return is_known and person is not None and person.end < found.end("name")


def _has_civility(passage: Passage, start: int, end: int) -> bool:
    return any(
        passage.view[found.start()].isupper()
        and not passage.view[found.start() - 1 : found.start()].isalpha()
        for found in CIVILITY.finditer(passage.folded, start, end + 1)
    )


def _is_about_person(passage: Passage, found: re.Match[str], style: Style, *, takes_proxies: bool) -> bool:
    """Say whether a person's name stands before the colon: with a place after it, or what is said of that person."""
    person = read_person(passage.view, passage.folded, found.start(), habits=style.habits)
    is_full = person is not None and person.given is not None and person.surname is not None
    if person and is_full and person.end < found.end("name"):
        is_apart = passage.view[person.end : person.end + WIDE_GAP].isspace()
        if is_apart or is_given_name(person.given or ""):
            return True
    after = BLANKS.match(passage.view, found.end())
    at = after.end() if after else found.end()
    if STATE.match(passage.folded, at) or match_link(passage.folded, at, is_plain_enough=False):
        return True
    if not takes_proxies:
        return False
    return person is not None and is_full and person.end >= found.end("name")
