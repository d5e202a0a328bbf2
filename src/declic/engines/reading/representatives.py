"""Who stands for a party: civility, name and function, in whatever order they are said."""

import re

from declic.engines.reading.drafts import RepresentativeDraft
from declic.units.folding import fold


CIVILITY = r"(?:M\.|MM\.|Mme|Mmes|Mlle|Monsieur|Madame|Mademoiselle|Messieurs|Mesdames|Dr|Docteur|Me|Maître|Professeur|Pr)"
NAME_WORD = r"[A-ZÀ-ÖØ-Þ][\w’'.-]*"
PARTICLE = r"(?:de|du|des|d['’]|le|la|von|van|el|ben|da|dos)"
NAME = rf"{NAME_WORD}(?:[ ](?:{PARTICLE}[ ]?)?{NAME_WORD}){{1,4}}"
WHOLE_NAME = re.compile(rf"(?:(?P<civility>{CIVILITY})[ ]+)?(?P<name>{NAME})$")
SURNAME_ALONE = re.compile(rf"(?P<civility>{CIVILITY})[ ]+(?P<name>{NAME_WORD})$")
NAME_LAST = re.compile(rf"(?P<function>.{{3,100}}?)[ ](?:(?P<civility>{CIVILITY})[ ]+)?(?P<name>{NAME})$")
STOPS = re.compile(
    r",? ?\(?\b(?:dument|habilitee?s?|autorisee?s?|ci-apres|d'une part|d'autre part|en vertu|designee?s? ci|denommee?|domiciliee?"
    r"|pour une (?:duree|periode)|afin d|en vue d|dans le cadre|par deliberation|par delegation|en application|agissant au nom|agissant pour)\b",
)
STANDS_FOR = re.compile(r"^[ ,]*par[ :]*", re.IGNORECASE)
NEXT_PERSON = re.compile(rf",? et (?:par )?(?=(?:{CIVILITY}|son |sa )[ ]?)|; (?=(?:{CIVILITY}) )")
FUNCTION_LEAD = re.compile(
    r"^(?:agissant )?(?:en (?:sa |leur )?qualite d[e'] ?|en tant que |es qualites? de )?(?:son |sa |le |la |l'|leur )?",
)
FUNCTION_HEADS = re.compile(
    r"\b(?:president|maire|prefet|direct|inspect|recteur|rectrice|ministre|conseill|adjoint|vice|delegue|procureur|secretaire"
    r"|commissaire|chef|responsable|administrat|gerant|tresori|general|regional|departement|premier)",
)


def read_representatives(words: str) -> tuple[RepresentativeDraft, ...]:
    """
    Read who a party is represented by, from what follows « représenté ».

    Each person has a name; a function said without a name (« son président ») gives no person. A function
    without words stays None.
    """
    said = STANDS_FOR.sub("", words)
    stop = STOPS.search(fold(said))
    said = (said[: stop.start()] if stop else said).strip(" ,;.")
    people = (_person(part) for part in NEXT_PERSON.split(said))
    return tuple(person for person in people if person is not None)


def _person(words: str) -> RepresentativeDraft | None:
    parts = [part.strip(" .;") for part in words.split(",") if part.strip(" .;")]
    for at, part in enumerate(parts):
        found = WHOLE_NAME.match(part) or SURNAME_ALONE.match(part)
        if found and not FUNCTION_HEADS.search(fold(found["name"])):
            others = [*parts[:at], *parts[at + 1 :]]
            return RepresentativeDraft(found["name"], found["civility"], _function(others))
    for at, part in enumerate(parts):
        found = NAME_LAST.match(part)
        if found and FUNCTION_HEADS.search(fold(found["function"])):
            others = [*parts[:at], found["function"], *parts[at + 1 :]]
            return RepresentativeDraft(found["name"], found["civility"], _function(others))
    return None


def _function(parts: list[str]) -> str | None:
    cleaned = []
    for part in parts:
        plain = re.sub(rf"^{CIVILITY} ", "", part)
        lead = FUNCTION_LEAD.match(fold(plain))
        cleaned.append(plain[lead.end() if lead else 0 :].strip())
    return ", ".join(part for part in cleaned if part) or None
