"""Who presides over a sitting and who keeps its minutes, as sentences and labels say it."""

import re
from dataclasses import dataclass

from declic.engines.reading.people import Habits, Person, read_civility, read_person
from declic.engines.reading.roll_passages import Passage, take_passage, with_wrapped_lines
from declic.engines.reading.roll_tails import read_role
from declic.engines.reading.text import rejoin
from declic.units.spans import Span


@dataclass(frozen=True, slots=True)
class NamedOfficer:
    """A person named in an office: the passage that says so, and the office's own words where there are some."""

    person: Person
    span: Span
    role: str | None = None


PRESIDES = re.compile(
    r"(?:seance\s+(?:est\s+)?ouverte[^.\n]{0,40}?\spar\s+|sous\s+la\s+presidence\s+(?:effective\s+)?d(?:e\s+|u\s+|'\s?)|presidee?\s+par\s+|la\s+presidence\s+(?:de\s+(?:la\s+)?seance\s+)?(?:est|etait|a\s+ete)\s+(?:assuree?|exercee?|prise)\s+par\s+(?:l[ea]\s+doyenn?e?\s+d'age\s*,?\s*(?:\n\s*)?)?|(?<!vice[- ])(?<!\w)president\w*\s+(?:de\s+(?:la\s+)?)?"
    r"(?:seance|reunion)\s*:\s*|(?:^|\n)[ \t]{0,60}presidence\s?:\s{0,9}|(?:^|\n)[ \t]{0,60}presidente?\s?:\s{0,9})"
)
ROLE = re.compile(r"\s*[,(]\s*(?P<role>(?:[^.,;:()\n]|\n(?=[ ]*[a-z])){3,120})")
BARE_OFFICE = re.compile(r"(?:maire|president)\w*\s*,\s+")
OFFICE = re.compile(
    r"(?:l[ea]\s+|\d\w{0,3}\s+|premi\w+\s+)*(?:vice[- ])?(?:maire|president|adjoint|doyen|conseill)"
)
SECRETARY = re.compile(
    r"(?<!\w)secreta(?:ires?|riat)(?!\s+(?:de\s+mairie|general|d'etat|administrati))(?!\w)"
)
LABEL = re.compile(r"secreta(?:ires?|riat)(?:\s+de\s+(?:la\s+)?seance)?\s*(?:\([^)]{0,20}\)\s*)?[:=–-]?\s*")
NAMED_AFTER = re.compile(
    r"(?:secreta(?:ire|riat)|fonctions?|seance)[^.]{0,90}?(?:\ba\s+savoir|:|\bpar|\bnomm\w+|\bdesign\w+|\bassure\w*\s+par|\ben\s+la\s+personne\s+de|,)\s+"
)
APPOINTS = re.compile(
    r"(?:(?:nomme|designe|elit|choisit)\w*\s+(?:comme\s+|pour\s+)?|(?:nomination|designation|election)\s+d(?:e\s+|'))$"
)
APPOINTED = re.compile(
    r"[\s,]*(?:(?:l[ea]|plus|jeune|conseill\w+|adjoint\w*|membre|du|de|conseil|maire|municipal\w*|la|assemblee)[\s,]+){0,8}"
    r"(?:(?:a|ont|est|sont|etant|ayant|qui)\s+){0,2}(?:(?:ete|alors|ensuite)\s+)?(?:nomm|design|elu|choisi|assur|rempli|accept|propos)"
)
OPENING = re.compile(r"(?:ouvre|ouvert|declare\s+ouverte|preside)\s+la\s+(?:seance|reunion)")
OPENS = re.compile(
    rf"\s*,?\s*(?:(?:l[ea]\s+)?(?:maire|president)\w*[^,.;:\n]{{0,60}},?\s+)?(?:a\s+)?(?:{OPENING.pattern})"
)
FILLS_OFFICE = re.compile(r"[^.]{0,90}\b(?:ete|est)\s+(?:nomm|design|elu|choisi)\w*[^.]{0,40}fonction")
SENTENCE_MARK = re.compile(r"(?<!\bM)(?<!\bMm)\.\s|\n\s*\n")
LOOK_BACK = 170
LOOK_AHEAD = 260
HABITS = Habits()


def find_chair(view: str, folded: str, *, end: int) -> NamedOfficer | None:
    """Find who presides, in the head of a text whose mark-up is blank; the office may come before the name."""
    for found in PRESIDES.finditer(folded, 0, end):
        start = found.start() + len(found.group()) - len(found.group().lstrip())
        passage = _passage(view, found.end(), found.end() + LOOK_AHEAD)
        role_end = read_role(passage, 0)
        bare = BARE_OFFICE.match(passage.folded)
        at = _skip(passage, role_end) if role_end else bare.end() if bare else 0
        person = read_person(passage.view, passage.folded, at, habits=HABITS)
        if not person:
            continue
        tail = ROLE.match(passage.view.replace("\r", "\n"), person.end)
        has_office = tail is not None and OFFICE.match(passage.folded, tail.start("role")) is not None
        stop = tail.end() if tail and has_office else person.end
        role = rejoin(tail["role"]) if tail and has_office else None
        return NamedOfficer(person, Span(start, passage.start + stop), role)
    return _who_opens(view, folded, end)


def _who_opens(view: str, folded: str, end: int) -> NamedOfficer | None:
    """Read « Mme X, maire, ouvre la séance », where nothing says outright who presides."""
    for found in OPENING.finditer(folded, 0, end):
        passage = _passage(view, max(0, found.start() - LOOK_BACK), found.end())
        for place in reversed(_name_places(passage, 0)):
            person = read_person(passage.view, passage.folded, place, habits=HABITS)
            if person and person.civility and person.surname and OPENS.match(passage.folded, person.end):
                return NamedOfficer(person, passage.span(person.start, len(passage.view)))
    return None


def find_secretary(view: str, folded: str, *, end: int) -> NamedOfficer | None:
    """Find who is the sitting's secretary: after a label, or the subject or the object of an appointment."""
    for found in SECRETARY.finditer(folded, 0, end):
        officer = (
            _after_label(view, folded, found.start())
            or _appointed_before(view, found.start())
            or _appointed_after(view, found.start())
        )
        if officer:
            return officer
    return None


def _passage(view: str, start: int, end: int) -> Passage:
    return with_wrapped_lines(take_passage(view, Span(start, min(end, len(view)))))


def _skip(passage: Passage, at: int) -> int:
    found = re.compile(r"[\s,:]*").match(passage.view, at)
    return found.end() if found else at


def _after_label(view: str, folded: str, at: int) -> NamedOfficer | None:
    label = LABEL.match(folded, at)
    if not label or not re.search(r"[:=–-]|\n", label.group()):
        return None
    line = view.find("\n", label.end())
    passage = _passage(view, label.end(), min(line, label.end() + 90) if line > 0 else label.end() + 90)
    person = read_person(passage.view, passage.folded, 0, habits=HABITS)
    if not person or not (person.surname and (person.given or person.civility)):
        passage = _passage(view, label.end(), label.end() + 90)
        person = read_person(passage.view, passage.folded, 0, habits=HABITS)
    if not person or not (person.civility or person.given):
        return None
    closes = passage.view[person.end : person.end + 1] == "."
    return NamedOfficer(person, Span(at, passage.start + person.end + closes))


def _appointed_before(view: str, at: int) -> NamedOfficer | None:
    """Read « Mme X a été élue secrétaire » and « désigne M. X en qualité de secrétaire »."""
    passage = _passage(view, max(0, at - LOOK_BACK), at)
    start = 0
    for mark in SENTENCE_MARK.finditer(passage.view.replace("\r", "\n")):
        start = mark.end()
    for place in _name_places(passage, start):
        person = read_person(passage.view, passage.folded, place, habits=HABITS)
        if not person or not (person.civility or (person.given and person.surname)):
            continue
        is_object = APPOINTS.search(passage.folded[max(0, place - 30) : place]) is not None
        if is_object or APPOINTED.match(passage.folded, person.end):
            return NamedOfficer(person, passage.span(person.start, len(passage.view) + len("secrétaire")))
    return None


def _appointed_after(view: str, at: int) -> NamedOfficer | None:
    """Read « nomination d'un secrétaire de séance, à savoir X » and « désigne comme secrétaire Mme X »."""
    passage = _passage(view, at, at + LOOK_AHEAD)
    stop = re.search(r"\n", passage.view)
    limit = stop.start() if stop else len(passage.view)
    for place in _name_places(passage, 0):
        person = read_person(passage.view, passage.folded, place, habits=HABITS) if place < limit else None
        if not person or not (person.civility or (person.given and person.surname)):
            continue
        is_named = (
            NAMED_AFTER.fullmatch(passage.folded, 0, place)
            or APPOINTED.match(passage.folded, person.end)
            or FILLS_OFFICE.match(passage.folded, person.end)
        )
        is_close = LABEL.fullmatch(passage.folded, 0, place) is not None
        return NamedOfficer(person, passage.span(0, person.end)) if is_named or is_close else None
    return None


def _name_places(passage: Passage, start: int) -> list[int]:
    """Give the places where a name may start: a civility, or a capital after a blank."""
    places: list[int] = []
    taken = 0
    for found in re.compile(r"(?<![^\W\d_])(?<!['’-])[A-ZÀ-Ý]").finditer(passage.view, start):
        if found.start() < taken:
            continue
        civility = read_civility(passage.view, passage.folded, found.start())
        places.append(found.start())
        taken = civility.end if civility else found.start()
    return places
