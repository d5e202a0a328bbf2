"""One person at a place of a text: civility, given name and surname, in the ways French lists write them."""

import re
from dataclasses import dataclass
from enum import StrEnum

from declic.engines.reading.given_names import is_given_name
from declic.engines.reading.name_words import PARTICLES, NameWord, is_not_a_name, name_words
from declic.engines.reading.text import rejoin
from declic.units.folding import fold


class NameOrder(StrEnum):
    """Which part of a name comes first, where both are in capitals or neither is."""

    GIVEN_FIRST = "given first"
    SURNAME_FIRST = "surname first"


@dataclass(frozen=True, slots=True)
class Habits:
    """How one list writes its names: what a name alone does not tell."""

    order: NameOrder = NameOrder.GIVEN_FIRST
    has_initials: bool = False
    has_spaced_hyphens: bool = False


@dataclass(frozen=True, slots=True)
class Civility:
    """A civility before a name; `is_plural` holds for the names that follow, None is unsaid (« Mmes et MM. »)."""

    value: str | None
    is_plural: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in a text; the places are in the text that was read, `start` before the civility."""

    given: str | None
    surname: str | None
    civility: str | None
    start: int
    name_start: int
    end: int

    @property
    def name(self) -> str:
        """The given name, then the surname, as the text spells them."""
        return " ".join(part for part in (self.given, self.surname) if part)


Parts = tuple[str | None, str | None, int]
BOTH = r"(?:m\.?|mr|mm\.?|monsieur|messieurs|mmes?\.?|mesdames|madame)"
CIVILITY = re.compile(
    rf"(?P<both>{BOTH}(?:\s*,\s*|\s+(?:et|ou|&)\s+){BOTH})(?=[\s:])"
    r"|(?P<plural>m\.? ?m\.|mm\.?|messieurs|mrs\.?|ms\.?|mmes\.?|mesdames|mlles\.?|mesdemoiselles)(?=[\s:])"
    r"|(?P<one>(?:mr|monsieur|mme|mrne|madame|mlle|mademoiselle|dr|docteur|maitre|me|m)\.?(?=\s)|(?:m|mr|mme)\.(?=[a-z]))"
)
SAID = {
    "m": "M.", "mr": "M.", "mm": "M.", "mrs": "M.", "ms": "M.", "messieurs": "M.", "monsieur": "Monsieur",
    "mme": "Mme", "mrne": "Mme", "mmes": "Mme", "mesdames": "Mme", "madame": "Madame", "mlle": "Mlle", "mlles": "Mlle",
    "mesdemoiselles": "Mlle", "mademoiselle": "Mademoiselle", "dr": "Dr", "docteur": "Dr", "maitre": "Me",
    "me": "Me",
}  # fmt: skip
SHAPES = (
    re.compile(r"(?P<given>C{1,3}I?)(?P<surname>[PL]{0,3}U+(?:[PL]{1,2}U+)*)"),
    re.compile(r"(?P<given>C{1,2})(?P<surname>I)(?!C)"),
    re.compile(r"(?P<given>I{1,2})(?P<surname>[PL]{0,3}(?:U+|QC?|C{1,2}))"),
    re.compile(r"(?P<surname>[PL]{0,2}U+(?:[PL]{1,2}U+)*)(?P<given>C{1,2}(?![PL]*U)|C|I{1,2})"),
    re.compile(r"(?P<words>U{2,4})"),
    re.compile(r"(?P<given>C{1,2})(?P<surname>Q|[PL]{1,3}C{1,2})"),
    re.compile(r"(?P<words>C{2,3})"),
    re.compile(r"(?P<word>[PL]{0,2}[UC]|Q)"),
)
FEWEST_FOR_DOUBLE = 3
BLANKS = re.compile(r"[ \r]*")


def read_civility(view: str, folded: str, at: int) -> Civility | None:
    """Read a civility that starts at a place of the text, if there is one; it is written with a capital."""
    found = CIVILITY.match(folded, at)
    if not found or not view[at].isupper():
        return None
    if found["both"]:
        return Civility(None, is_plural=True, start=at, end=found.end())
    word = re.sub(r"[^a-z]", "", found["plural"] or found["one"])
    return Civility(SAID[word], is_plural=bool(found["plural"]), start=at, end=found.end())


def read_person(
    view: str, folded: str, at: int, *, habits: Habits, civility: Civility | None = None
) -> Person | None:
    """
    Read the person whose name, with or without a civility, starts at a place of the text.

    `civility` is one that was read before (« MM. »), for a name that has none itself. Words of the councils'
    vocabulary (« Maire », « Néant », « Commission ») are never a name.
    """
    own = None if habits.has_initials and folded.startswith("m.", at) else read_civility(view, folded, at)
    if own and own.is_plural:
        return None
    start = BLANKS.match(view, own.end).end() if own else at  # type: ignore[union-attr]
    words = _usable_words(view, start, habits=habits, has_civility=bool(own or civility))
    said = own or civility
    parts = _split(words, habits=habits, has_civility=said is not None)
    if not parts:
        return None
    given, surname, count = parts
    value = said.value if said else None
    return Person(given, surname, value, at, start, words[count - 1].end)


def _usable_words(view: str, at: int, *, habits: Habits, has_civility: bool) -> list[NameWord]:
    """Keep the words up to the first that is vocabulary; after a given name a surname may look like it."""
    kept: list[NameWord] = []
    words = list(name_words(view, at, has_spaced_hyphens=habits.has_spaced_hyphens))
    for word in words:
        is_surname = _may_be_surname(word, kept, has_civility=has_civility) or _is_before_given_name(
            words, kept, habits=habits
        )
        if is_not_a_name(word.text) and not is_surname:
            break
        kept.append(word)
    return kept


def _is_before_given_name(words: list[NameWord], before: list[NameWord], *, habits: Habits) -> bool:
    """Say whether a word of the vocabulary is a surname: in a list with surnames first, before a given name alone."""
    kinds = "".join(word.kind for word in words)
    is_first = not before and habits.order is NameOrder.SURNAME_FIRST
    return is_first and kinds in {"UC", "UCC"} and is_given_name(words[1].text)


def _may_be_surname(word: NameWord, before: list[NameWord], *, has_civility: bool) -> bool:
    kinds = {other.kind for other in before}
    if word.kind == "U" and before:
        only_particles = all(
            fold(other.text) in {"le", "la", "de", "du"} for other in before if other.kind == "U"
        )
        return bool(kinds & {"C", "I"}) and only_particles
    return has_civility and not before and word.kind == "U" and is_given_name(word.text)


def _split(words: list[NameWord], *, habits: Habits, has_civility: bool) -> Parts | None:
    kinds = "".join(word.kind for word in words)
    for shape in SHAPES:
        found = shape.match(kinds)
        if not found:
            continue
        groups = found.groupdict()
        if groups.get("word"):
            return _single(words[: found.end()], has_civility=has_civility)
        if groups.get("words"):
            return _same_case(words[: found.end()], habits=habits, has_civility=has_civility)
        given = _join(words[slice(*found.span("given"))])
        return given, _join(words[slice(*found.span("surname"))]), found.end()
    return None


def _single(words: list[NameWord], *, has_civility: bool) -> Parts | None:
    name = _join(words)
    if fold(name) in PARTICLES:
        return None
    if not has_civility and words[-1].kind == "C" and len(words) == 1 and is_given_name(name):
        return name, None, len(words)
    return None, name, len(words)


def _same_case(words: list[NameWord], *, habits: Habits, has_civility: bool) -> Parts:
    """Part words that are all written alike by what is known as a given name, then by the list's habit."""
    known = [is_given_name(word.text) for word in words]
    count = len(words)
    if any(fold(word.text) == "dit" for word in words) or (
        fold(words[0].text) in {"le", "la", "de", "du", "van", "von", "saint"} and not known[-1]
    ):
        return None, _join(words), count
    if known[0] != known[-1]:
        is_given_first = known[0]
    elif not known[0] and has_civility and words[0].kind == "U":
        return None, _join(words), count
    else:
        is_given_first = habits.order is NameOrder.GIVEN_FIRST
    is_long = count >= FEWEST_FOR_DOUBLE
    if is_given_first:
        cut = 2 if is_long and known[1] else 1
        return _join(words[:cut]), _join(words[cut:]), count
    cut = count - 2 if is_long and known[-2] else count - 1
    return _join(words[cut:]), _join(words[:cut]), count


def _join(words: list[NameWord]) -> str:
    return re.sub(r" ?- ?", "-", rejoin(" ".join(word.text for word in words)))
