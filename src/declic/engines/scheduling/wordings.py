"""A rhythm in short French words, as a document's reading gives it: « 3 fois par an », « mensuel »."""

import re

from declic.engines.scheduling.cadences import Cadence
from declic.units.folding import fold


PERIODS = {"an": 12, "annee": 12, "semestre": 6, "trimestre": 3, "mois": 1}
ADJECTIVES = {"mensuel": 1, "bimestriel": 2, "trimestriel": 3, "semestriel": 6, "annuel": 12}
TIMES = re.compile(
    r"(?P<count>\d{1,2})(?: a \d{1,2})? fois par (?P<period>an|annee|semestre|trimestre|mois)\b"
)
EVERY = re.compile(r"\btous les (?P<count>\d{1,2}) mois\b")
ADJECTIVE = re.compile(rf"\b(?P<word>{'|'.join(ADJECTIVES)})(?:le)?\b")


def cadence_of(words: str) -> Cadence | None:
    """Give the rhythm that the words say, the least of a range; None for one that months do not measure."""
    plain = fold(words)
    if found := TIMES.search(plain):
        count = int(found["count"])
        return Cadence(count, PERIODS[found["period"]]) if count else None
    if found := EVERY.search(plain):
        months = int(found["count"])
        return Cadence(1, months) if months else None
    if found := ADJECTIVE.search(plain):
        return Cadence(1, ADJECTIVES[found["word"]])
    return None
