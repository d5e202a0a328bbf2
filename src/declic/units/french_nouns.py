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
        "dans",
        "débris",
        "devis",
        "discours",
        "fois",
        "hors",
        "jus",
        "logis",
        "moins",
        "mois",
        "palais",
        "parcours",
        "pays",
        "permis",
        "plus",
        "prix",
        "procès",
        "processus",
        "progrès",
        "recours",
        "refus",
        "relais",
        "remis",
        "repas",
        "sans",
        "secours",
        "souris",
        "succès",
        "sursis",
        "tapis",
        "temps",
        "tiers",
        "travers",
        "univers",
        "vers",
        "virus",
    ]
)
"""Words that end with an s in the singular too."""

IRREGULAR = {"ans": "an", "adultes-relais": "adulte-relais"}
"""A short noun and a compound one; of any other compound nothing is known, and it stays."""


def beside(value: Decimal | int, *, noun: str) -> str:
    """Write what a number counts as it stands beside it: « postes ouverts » is « poste ouvert » below two."""
    if not -PLURAL_FROM < value < PLURAL_FROM:
        return noun
    words = noun.split(" ")
    if any(word.endswith(OTHER_PLURALS) for word in words):
        return noun
    for place, word in enumerate(words):
        if word not in IRREGULAR and not _is_plural(word):
            break
        words[place] = IRREGULAR.get(word, word[:-1])
    return " ".join(words)


def _is_plural(word: str) -> bool:
    return (
        len(word) >= SHORTEST
        and word.endswith("s")
        and word.isalpha()
        and word.islower()
        and word not in WITH_S
    )
