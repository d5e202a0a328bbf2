"""Which act of a sitting adopts a programme, and for which of its signatories: pure readings of names."""

import re

from declic.records.partners.names import normalised


SORT_OF_ASSEMBLY = {
    "municipal": re.compile(r"\b(?:ville|commune|mairie|municipal)\b"),
    "communaut": re.compile(r"\b(?:communaut\w+|agglomeration|metropole)\b"),
    "metropol": re.compile(r"\b(?:metropole|communaute urbaine)\b"),
    "departemental": re.compile(r"\bdepartement"),
    "regional": re.compile(r"\bregion"),
}
GENERAL_WORDS = frozenset(
    [
        "le",
        "la",
        "les",
        "l",
        "d",
        "de",
        "du",
        "des",
        "et",
        "conseil",
        "assemblee",
        "ville",
        "commune",
        "mairie",
        "municipal",
        "municipale",
        "communaute",
        "communautaire",
        "communes",
        "urbaine",
        "agglomeration",
        "metropolitain",
        "departement",
        "departemental",
        "region",
        "regional",
        "collectivite",
    ]
)
SMALL_WORDS = frozenset(
    ["le", "la", "les", "l", "d", "de", "du", "des", "et", "a", "au", "aux", "en", "pour", "sur", "un", "une"]
)


def is_council_of(body: str, *, organisation: str) -> bool:
    """
    Say whether a council is the assembly of an organisation: the same sort, the same proper name.

    « Conseil municipal de X » is not that of « Communauté de communes de X ».
    """
    council, signatory = normalised(body), normalised(organisation)
    sorts = [pattern for word, pattern in SORT_OF_ASSEMBLY.items() if word in council]
    own = _own_words(council)
    return bool(own) and own == _own_words(signatory) and any(pattern.search(signatory) for pattern in sorts)


def is_about(act_title: str, *, programme_title: str) -> bool:
    """Say whether an act's title is about a programme: it has most of the words of the programme's own."""
    wanted = set(normalised(programme_title).split()) - SMALL_WORDS
    shared = wanted & set(normalised(act_title).split())
    return bool(wanted) and 3 * len(shared) >= 2 * len(wanted)


def _own_words(name: str) -> frozenset[str]:
    return frozenset(name.split()) - GENERAL_WORDS
