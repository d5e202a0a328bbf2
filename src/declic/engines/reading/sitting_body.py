"""Which assembly sits: its name, with the place it governs where the text proves it."""

import re

from declic.engines.reading.drafts import Stated
from declic.engines.reading.sitting_people import NamedOfficer
from declic.engines.reading.text import rejoin
from declic.units.spans import Span


BODY = re.compile(
    r"(?<!\w)(?:conseil\s+(?:municipal|communautaire|metropolitain|departemental|regional|syndical|general|"
    r"de\s+(?:la\s+)?communaute(?!\s+(?:de\s+communes|d'agglo|urbaine))|de\s+(?:la\s+)?metropole|de\s+territoire|"
    r"d'agglomeration|d'arrondissement|d'administration)|comite\s+syndical|"
    r"bureau\s+(?:communautaire|metropolitain|syndical)|commission\s+permanente(?:\s+du\s+conseil\s+(?:departemental|regional|general))?)(?!\w)"
)
NAME = r"[A-ZÀ-Ý][\w'’-]*(?:[ -](?:(?:d[eu]s?|la|le|les|sur|sous|en|et|l[èe][sz]|aux?)[ -]){0,3}(?:d['’])?[A-ZÀ-Ý][\w'’-]*){0,6}"
PREPOSITION = r"(?:[dD]['’]\s?|(?:de\s+la|de\s+l['’]|du|des|de|DE\s+LA|DE\s+L['’]|DU|DES|DE)\s+)"
OF_PLACE = re.compile(
    rf"\s{{1,3}}(?:{PREPOSITION}(?:la\s+)?(?:[Cc]ommune(?:\s+nouvelle)?|[Vv]ille|COMMUNE(?:\s+NOUVELLE)?|VILLE)\s+)?(?P<place>{PREPOSITION}(?:{NAME}))"
)
ROLE_PLACE = re.compile(
    rf"(?:[Mm]aire|[Pp]résidente?|MAIRE|PRÉSIDENTE?)\s+(?P<place>{PREPOSITION}(?:la\s+|l['’])?{NAME})"
)
HEADING_PLACE = re.compile(
    rf"^[ \t*#]*(?:COMMUNE(?:\s+NOUVELLE)?|VILLE|MAIRIE|Commune(?:\s+[Nn]ouvelle)?|Ville|Mairie)\s+(?P<place>{PREPOSITION}{NAME})[ \t*]*(?:\([^)\n]{{0,40}}\))?[ \t]*$",
    re.MULTILINE,
)
GROUPING = re.compile(
    r"^[ \t*#]*(?P<place>(?:COMMUNAUT[EÉ]|Communaut[eé])\s+(?:DE\s+COMMUNES|D['’]AGGLOM[EÉ]RATION|URBAINE|de\s+[cC]ommunes|"
    r"d['’][aA]gglom[eé]ration|[uU]rbaine)\s[^\n,.:]{2,50}?)[ \t*]*$",
    re.MULTILINE,
)
NOT_A_PLACE = re.compile(
    r"(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|lundi|mardi|mercredi|jeudi|"
    r"vendredi|samedi|dimanche|la commune|la ville|seance|notre|cette|proces|compte|deliberation)",
    re.IGNORECASE,
)
VERB = re.compile(
    r"\s+(?:S['’]EST|S['’][ÉE]TAIT|SE\s+SONT|D[ÛU]MENT|L[ÉE]GALEMENT|R[ÉE]GULI[ÈE]REMENT|R[ÉE]UNI|CONVOQU[ÉE]|ASSEMBL[ÉE])(?!\w)"
)
ACCENTS = {
    "departemental": "départemental",
    "regional": "régional",
    "metropolitain": "métropolitain",
    "general": "général",
    "communaute": "communauté",
    "metropole": "métropole",
    "Comite": "Comité",
}
HEAD = 6000
SMALL = frozenset(
    ["de", "du", "des", "d", "la", "le", "les", "l", "sur", "sous", "en", "et", "lès", "lez", "aux", "au"]
)


def find_body(view: str, folded: str, *, chair: NamedOfficer | None) -> Stated[str] | None:
    """
    Find the assembly that sits; its first mention is the passage kept.

    The place comes from the same words elsewhere in the head, from the office of who presides, or from a
    heading (« Commune de … »); otherwise the name stands alone.
    """
    found = BODY.search(folded, 0, HEAD)
    if not found:
        return None
    name = _with_accents(_in_sentence_case(rejoin(view[slice(*found.span())])))
    place = _place(view, folded, found.group(), chair)
    return Stated(f"{name} {place}" if place else name, (Span(*found.span()),))


def _with_accents(name: str) -> str:
    """Give back the accents of the words of the vocabulary, which capitals and typists leave out."""
    return " ".join(ACCENTS.get(word, word) for word in name.split(" "))


def _place(view: str, folded: str, body: str, chair: NamedOfficer | None) -> str | None:
    is_grouping = "municipal" not in body
    for found in BODY.finditer(folded, 0, HEAD):
        said = OF_PLACE.match(view, found.end())
        if said and not is_grouping and not _is_other(said["place"]):
            return _in_title_case(said["place"])
    if chair and chair.role:
        said = ROLE_PLACE.match(chair.role)
        if said and not _is_other(said["place"]):
            return _in_title_case(said["place"])
    heading = (GROUPING if is_grouping else HEADING_PLACE).search(view, 0, HEAD)
    if not heading:
        return None
    place = rejoin(heading["place"])
    return f"de la {_in_title_case(place)}" if is_grouping else _in_title_case(place)


def _is_other(place: str) -> bool:
    words = re.sub(rf"^{PREPOSITION}", "", place)
    return NOT_A_PLACE.match(words) is not None


def _in_sentence_case(name: str) -> str:
    return name.capitalize() if name.isupper() else name[0].upper() + name[1:]


def _in_title_case(place: str) -> str:
    """Give a place in capitals its usual case; one already in it stays as it is."""
    words = VERB.split(rejoin(place), maxsplit=1)[0]
    letters = [letter for letter in words if letter.isalpha()]
    if sum(letter.isupper() for letter in letters) * 2 < len(letters):
        return words
    return re.sub(r"[^\W\d_]+", lambda word: _word_in_case(word.group()), words)


def _word_in_case(word: str) -> str:
    return word.lower() if word.lower() in SMALL else word.capitalize()
