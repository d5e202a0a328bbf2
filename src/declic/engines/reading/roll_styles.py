"""How one block of the roll is written: one name a line or wrapped lines, given name or surname first."""

import re
from dataclasses import dataclass

from declic.engines.reading.given_names import is_given_name
from declic.engines.reading.people import CIVILITY, Habits, NameOrder, Person, read_civility, read_person
from declic.engines.reading.roll_passages import Passage, with_wrapped_lines
from declic.units.folding import fold


@dataclass(frozen=True, slots=True)
class Style:
    """What the whole of a block tells about each of its names."""

    habits: Habits
    has_civilities: bool
    has_full_names: bool
    is_dashed: bool


PIECE = re.compile(r"[,;\n/]|\set\s")
PIECE_OR_DASH = re.compile(r"[,;/]|\set\s|\s[-–—]\s")
DASH = re.compile(r"\s[-–—]\s")
COMMA = re.compile(r"[,;]")
PARENTHESIS = re.compile(r"\([^()]{0,200}\)")
INITIAL_FIRST = re.compile(
    r"(?:^|[,;\n–-])[ ]{0,9}(?P<letter>[A-Z])\.[ -]?(?:[A-Z]\. ?)?[A-Z][a-zà-ÿA-Z]", re.MULTILINE
)
DANGLING = re.compile(
    r"(?:[\s,;]|^)(?:M\.|MM\.?|Mr|Mmes?|Mlle|Monsieur|Madame)[ ]*\n[ ]*[A-ZÀ-Ý]", re.MULTILINE
)
CUT_LINE = re.compile(
    r"[,;][^\n]{0,200}\s(?:à|par)[ ]*\n|(?:[,;)]|\s(?:à|par|et))[ ]*(?:(?:M\.|Mme|Mlle|Mr|Monsieur|Madame)[ ])?(?P<given>[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?)[ ]*\n[ ]*"
    r"[A-ZÀ-Ý]['’]?[A-ZÀ-Ý]"
)
CUT_PERSON = re.compile(
    r"(?:M\.|Mme|Mlle|Mr|Monsieur|Madame)[ ](?:"
    r"(?:[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?[ ])?(?:(?:VAN|VON|DER|DE|DU|DES|LA|LE|DI|DA|DOS|EL)[ ]?){1,3}\n[ ]*[A-ZÀ-Ý]"
    r"|[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?[ ]*\n"
    r"[ ]*[A-ZÀ-Ý][A-ZÀ-Ý'’ -]{1,40}(?:[ ]à[ ](?:M\.|Mme|Mlle|Mr|Monsieur|Madame)[ ]|[ ]?[;.(])"
    r")"
)
"""Somebody whose name the end of a line cuts: after a particle, or between a given name and a surname in capitals."""
LADY = re.compile(r"\b(?:Mmes?|Madame|Mesdames|MM)\b")
BULLET = re.compile(r"(?:[,;]|^)[ ]{0,9}[-–][ ]{1,3}[A-ZÀ-Ý]", re.MULTILINE)
SPACED_HYPHEN = re.compile(r"[A-ZÀ-Ý][\w'’]{1,30}(?: - ?|- )[A-ZÀ-Ý]")
GROUP_BEFORE_CIVILITY = re.compile(
    r"\r(?=[A-ZÀ-Ý]{2}[A-ZÀ-Ý' -]{0,40}\s{1,20}(?:M\.|MM\.?|Mme|Mmes|Mlle|Monsieur|Madame)\s|[A-ZÀ-Ý][^\r\n,;:()]{1,50}:\s)"
)
GROUP_CUT = re.compile(r";[ \r]+[A-ZÀ-Ý][^,;:.()\r\n]{0,50}$")
SAMPLE = 60
SHORT_HEAD = 60
LONGEST_HEAD = 6000
ENOUGH = 3


def with_style(passage: Passage) -> tuple[Passage, Style]:
    """Give the block with the right meaning of its line ends, and how its names are written."""
    bare = PARENTHESIS.sub(lambda found: " " * len(found.group()), _head(passage.view))
    is_dashed = len(DASH.findall(bare)) > len(COMMA.findall(bare))
    is_listed = _has_two_names_on_a_line(bare, is_dashed=is_dashed)
    ready = with_wrapped_lines(passage) if is_listed else passage
    if is_listed:
        view = GROUP_BEFORE_CIVILITY.sub(_line_end, ready.view)
        ready = Passage(view, ready.folded, ready.start)
    return ready, _style(bare, is_dashed=is_dashed)


def _line_end(found: re.Match[str]) -> str:
    """Part the group that starts a line from what precedes, unless its first words stand on the line before."""
    before = found.string[max(0, found.start() - SHORT_HEAD) : found.start()]
    opening = GROUP_CUT.search(before)
    is_cut = opening is not None and not CIVILITY.search(fold(opening.group()))
    return "\r" if is_cut else "\n"


def _head(view: str) -> str:
    """Give the opening of a block, long enough to judge by and short enough to hold no prose."""
    start = len(view) - len(view.lstrip())
    end = view.find("\n\n", start)
    is_short = end - start < SHORT_HEAD and "," not in view[start:end]
    return view[: LONGEST_HEAD if end < 0 or is_short else min(end, LONGEST_HEAD)]


def _has_two_names_on_a_line(bare: str, *, is_dashed: bool) -> bool:
    """Say whether names follow each other on a line, or are cut by its end: then that end means nothing."""
    lines = bare.split("\n")[:SAMPLE]
    return (
        DANGLING.search(bare) is not None
        or CUT_PERSON.search(bare) is not None
        or any(not cut["given"] or is_given_name(cut["given"]) for cut in CUT_LINE.finditer(bare))
        or any(
            sum(_named(piece) is not None for piece in _pieces(line, is_dashed=is_dashed)) > 1
            for line in lines
        )
        or any(sum(_is_full(piece) for piece in PIECE_OR_DASH.split(line)) > 1 for line in lines)
    )


def _is_full(piece: str) -> bool:
    person = read_person(piece.strip(), fold(piece.strip()), 0, habits=Habits())
    return person is not None and person.given is not None and person.surname is not None


def _pieces(bare: str, *, is_dashed: bool) -> list[str]:
    text = DASH.sub(" , ", bare) if is_dashed else bare
    return [piece.strip(" –—•·*■►➢✓▪◦-.\t") for piece in PIECE.split(text)[: SAMPLE * 2]]


def _named(piece: str) -> Person | None:
    """Give the person that a piece of a list is nothing but, after the group it may open with."""
    start = piece.rfind(": ") + 2 if ": " in piece else 0
    folded = fold(piece)
    civility = read_civility(piece, folded, start)
    if civility and civility.is_plural:
        start = civility.end + 1
    person = read_person(piece, folded, start, habits=Habits(), civility=civility)
    return person if person and not piece[person.end :].strip(" .") else None


def _style(bare: str, *, is_dashed: bool) -> Style:
    people = [person for piece in _pieces(bare, is_dashed=is_dashed) if (person := _named(piece))]
    full = [person for person in people if person.given and person.surname]
    initials = {found["letter"] for found in INITIAL_FIRST.finditer(bare)} - {"M"}
    has_civilities = any(person.civility for person in people) or CIVILITY.search(fold(bare)) is not None
    habits = Habits(
        order=_order(bare, full),
        has_initials=len(initials) >= ENOUGH - 1 and not LADY.search(bare),
        has_spaced_hyphens=not is_dashed
        and len(COMMA.findall(bare)) >= ENOUGH
        and len(BULLET.findall(bare)) < ENOUGH
        and bool(SPACED_HYPHEN.search(bare)),
    )
    return Style(
        habits=habits,
        has_civilities=has_civilities
        and sum(person.civility is not None for person in people) * 2 >= len(people),
        has_full_names=len(full) * 2 >= len(people),
        is_dashed=is_dashed,
    )


def _order(bare: str, people: list[Person]) -> NameOrder:
    """Tell what comes first from the names whose given name is known and whose surname is not one."""
    given_first = surname_first = 0
    for person in people:
        given, surname = person.given or "", person.surname or ""
        if is_given_name(given) and not is_given_name(surname):
            is_given_first = f"{given} {surname}" in bare.replace("\n", " ")
            given_first += is_given_first
            surname_first += not is_given_first
    return NameOrder.SURNAME_FIRST if surname_first > given_first else NameOrder.GIVEN_FIRST
