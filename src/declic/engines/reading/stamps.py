"""The stamps that a prefecture puts on the pages of an act: they are no words of the text around them."""

import re

from declic.engines.reading.text import Layout
from declic.units.french_calendar import MONTHS


WHOLE_STAMP = re.compile(
    r"\W*(?:(?:envoy[ée]e?|re[çc]ue?|transmise?|d[ée]pos[ée]e?)\s+(?:en|[àa]\s+la)\s+(?:sous[- ])?pr[ée]fecture\b.{0,40}|(?:publi|affich)[ée]e?\s+le|"
    r"acte\s+(?:rendu|certifi[ée])\s+ex[ée]cutoire|accus[ée]\s+de\s+r[ée]ception\b.{0,60}|(?:id\s*:\s*)?\d{3}-\d{9}-[\w-]{1,40})\W*",
    re.IGNORECASE,
)
"""A line that is a stamp, whole, as a scan may have read it."""
OPENS_STAMP = re.compile(
    r"(?:envoyée?|reçue?|transmise?|déposée?) (?:en|à la|par la) (?:sous-)?préfecture\b|accusé (?:certifié exécutoire|de réception"
    r" (?:en|de la|d'un acte en) (?:sous-)?préfecture)|(?:publiée?|affichée?|notifiée?) le ?:? ?\d|"
    r"ID ?: ?\d{3} ?-|date de (?:télétransmission|réception (?:en |de la |à la )?(?:sous-)?préfecture)|"
    r"AR (?:de la |en )?(?:sous-)?préfecture|acte certifié exécutoire",
    re.IGNORECASE,
)
DAY_ALONE = re.compile(rf"[\W\d_]*(?:(?:du|le|{'|'.join(MONTHS)})\b[\W\d_]*){{0,2}}", re.IGNORECASE)
"""What may follow the opening of a stamp that is a line of its own."""


def opens_stamp(words: str) -> bool:
    """Say whether words begin as a line of a stamp does."""
    return OPENS_STAMP.match(words) is not None


def find_stamps(layout: Layout) -> frozenset[int]:
    """Give the numbers of the lines that are a stamp, whole (« Reçu en préfecture le … », « Affiché le 4 mai »)."""
    return frozenset(line.number for line in layout.lines if line.text and is_stamp(line.text))


def is_stamp(words: str) -> bool:
    """Say whether a line is a stamp and says nothing more than its day."""
    opening = OPENS_STAMP.match(words)
    is_day = opening is not None and DAY_ALONE.fullmatch(words, opening.end()) is not None
    return is_day or WHOLE_STAMP.fullmatch(words) is not None
