"""French nouns beside a number: singular below two."""

from decimal import Decimal


PLURAL_FROM = 2
SHORTEST = 4
OTHER_PLURALS = "aux"
WITH_S = frozenset(
    [
        "accès",
        "acquis",
        "avis",
        "bois",
        "bras",
        "bus",
        "campus",
        "colis",
        "commis",
        "concours",
        "congrès",
        "corps",
        "cours",
        "cursus",
        "débris",
        "devis",
        "discours",
        "fois",
        "jus",
        "logis",
        "mois",
        "palais",
        "parcours",
        "pays",
        "permis",
        "prix",
        "procès",
        "processus",
        "progrès",
        "recours",
        "refus",
        "relais",
        "remis",
        "repas",
        "secours",
        "souris",
        "succès",
        "sursis",
        "tapis",
        "temps",
        "tiers",
        "travers",
        "univers",
        "virus",
    ]
)
"""Nouns that end with an s in the singular too."""


def beside(value: Decimal | int, *, noun: str) -> str:
    """Write what a number counts as it stands beside it: « postes ouverts » is « poste ouvert » below two."""
    if not -PLURAL_FROM < value < PLURAL_FROM:
        return noun
    words = noun.split(" ")
    if any(word.endswith(OTHER_PLURALS) for word in words):
        return noun
    for place, word in enumerate(words):
        if not _is_plural(word):
            break
        words[place] = word[:-1]
    return " ".join(words)


def _is_plural(word: str) -> bool:
    return len(word) >= SHORTEST and word.endswith("s") and word.islower() and word not in WITH_S
