"""Who signs an act, and as what."""

import re

from declic.engines.reading.drafts import SignatureDraft
from declic.engines.reading.people import Habits, Person, read_person
from declic.engines.reading.text import rejoin
from declic.units.folding import fold
from declic.units.spans import Span


OFFICE = re.compile(
    r"(?:^|\n)[ \t]{0,90}(?P<office>(?:(?:le|la|l')\s*)?(?:(?:\d\w{0,3}|premi\w+)\s+)?(?:vice[- ])?(?:maire|president\w*|secretaire\w*|adjoint\w*)"
    r"(?:\s+(?:de\s+(?:la\s+)?seance|suppleant\w*|delegue\w*|adjoint\w*|du\s+conseil\s+\w+|de\s+[\w' -]{2,40}))?)[ \t]*[,:]?[ \t]*(?P<rest>[^\n]{0,60})(?=\n|$)"
)
ANNOUNCES = re.compile(r"(?:le|la|l')\s")
NAME_LINE = re.compile(r"\s{0,400}?(?P<line>\S[^\n]*)")
ROLE_LINE = re.compile(r"[ \t]*\n[ \t]*(?P<role>[^\n]{3,90})(?=\n|$)")
ROLE_WORD = re.compile(r"maire|president|adjoint|conseill|delegue|secretaire|vice")
SIGNED = re.compile(r"signe\s*:?\s*|[-–:]\s*")
COLUMN = re.compile(r"\S(?:[^\s]|[ ]{1,2}(?=\S))*")
COLUMNS = 2
FARTHEST = 320
LONGEST_ROLE = 9
HABITS = Habits()


def find_signatures(view: str, folded: str, *, start: int, end: int) -> tuple[SignatureDraft, ...]:
    """
    Find the names that stand alone under an office (« Le secrétaire de séance, »), with what is said below them.

    A line that goes on in prose after the name is no signature.
    """
    found: list[SignatureDraft] = []
    for match in OFFICE.finditer(folded, start, end):
        found.extend(_side_by_side(view, folded, match, end))
        if not ANNOUNCES.match(match["office"]) and not match.group().rstrip().endswith(","):
            continue
        place = _name_place(view, folded, match, end)
        if place is None or any(place < draft.spans[0].end for draft in found):
            continue
        draft = _signature(view, folded, place, office=rejoin(view[slice(*match.span("office"))]))
        if draft:
            found.append(draft)
    return tuple(found)


def _side_by_side(view: str, folded: str, match: re.Match[str], end: int) -> list[SignatureDraft]:
    """Read two offices on a line and their two names on the next that is not blank."""
    offices = [
        one
        for one in COLUMN.finditer(view[match.start() : match.end()])
        if ROLE_WORD.search(fold(one.group()))
    ]
    line = NAME_LINE.match(view, match.end(), min(end, match.end() + FARTHEST))
    if len(offices) < COLUMNS or not line:
        return []
    start = line.start("line")
    names = [start + one.start() for one in COLUMN.finditer(line["line"])]
    if len(names) != len(offices):
        return []
    drafts = [
        _signature(view, folded, place, office=rejoin(office.group()).rstrip(" ,:"))
        for office, place in zip(offices, names, strict=True)
    ]
    return [draft for draft in drafts if draft]


def _name_place(view: str, folded: str, match: re.Match[str], end: int) -> int | None:
    """Give where the name starts: after the office on its line, or on the next line that is not blank."""
    if match["rest"].strip(" .,:"):
        signed = SIGNED.match(folded, match.start("rest"))
        return signed.end() if signed else match.start("rest")
    line = NAME_LINE.match(view, match.end(), min(end, match.end() + FARTHEST))
    if not line:
        return None
    signed = SIGNED.match(folded, line.start("line"))
    return signed.end() if signed else line.start("line")


def _signature(view: str, folded: str, place: int, *, office: str) -> SignatureDraft | None:
    person = read_person(view, folded, place, habits=HABITS)
    if (
        not person
        or not _is_alone(view, person)
        or not (person.surname and (person.given or person.civility))
    ):
        return None
    below = ROLE_LINE.match(view, person.end)
    has_role = (
        below is not None
        and ROLE_WORD.search(fold(below["role"])) is not None
        and len(below["role"].split()) <= LONGEST_ROLE
    )
    end = below.end("role") if below and has_role else person.end
    words = re.sub(r"^(?:l[ea]|l['’])\s*", "", office, flags=re.IGNORECASE)
    role = f"{rejoin(below['role'])}, {words[0].lower()}{words[1:]}" if below and has_role else words
    return SignatureDraft(person.name, role, (Span(person.start, end),))


def _is_alone(view: str, person: Person) -> bool:
    rest = view[person.end : view.find("\n", person.end) if "\n" in view[person.end :] else len(view)]
    return not rest.strip(" .,*") or rest.startswith("   ")
