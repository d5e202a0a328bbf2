"""The words that French plans give to their levels, from the widest to the closest to the ground."""

ACTION_RANKS = {
    "engagement": 4,
    "proposition": 4,
    "preconisation": 4,
    "recommandation": 4,
    "projet": 5,
    "operation": 5,
    "mesure": 5,
    "fiche mesure": 5,
    "fiche action": 6,
    "fiche projet": 6,
    "fiche operation": 6,
    "action": 6,
    "sous mesure": 7,
    "sous action": 7,
}
FRAME_RANKS = {
    "titre": 1, "partie": 1, "chapitre": 1, "pilier": 1, "axe": 1, "ambition": 1, "priorite": 1, "enjeu": 1, "defi": 1,
    "volet": 1, "theme": 1, "thematique": 1, "finalite": 1, "cap": 1, "programme": 1, "sous axe": 2, "orientation": 2,
    "levier": 3, "chantier": 3, "objectif": 3, "sous objectif": 4,
}  # fmt: skip
WEAK_WORDS = frozenset(
    {"proposition", "preconisation", "recommandation", "projet", "operation", "fiche projet"}
)
NOT_AXES = frozenset({"titre", "partie", "chapitre", "programme", "levier", "chantier", "finalite", "cap"})


def rank_of(word: str) -> int:
    """Give the usual level of a heading's word, 1 for the widest; 0 for a word that has none."""
    first = word.split(" ", maxsplit=1)[0]
    return ACTION_RANKS.get(word) or FRAME_RANKS.get(word) or FRAME_RANKS.get(first, 0)
