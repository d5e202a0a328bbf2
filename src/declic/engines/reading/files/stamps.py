"""What the prefecture stamps on the pages of an act: lines of their own, wherever they overlap the text."""

import re
from collections.abc import Iterable
from dataclasses import replace

from declic.engines.reading.files.pdf_lines import Piece


STAMP = re.compile(
    r"(?:envoyée?|reçue?|transmise?|déposée?) (?:en|à la|par la) (?:sous-)?préfecture\b|accusé (?:certifié exécutoire|de réception"
    r" (?:en|de la|d'un acte en) (?:sous-)?préfecture)|(?:publiée?|affichée?|notifiée?) le ?:? ?\d|"
    r"ID ?: ?\d{3} ?-|date de (?:télétransmission|réception (?:en |de la |à la )?(?:sous-)?préfecture)|"
    r"AR (?:de la |en )?(?:sous-)?préfecture|acte certifié exécutoire",
    re.IGNORECASE,
)


def is_stamp(words: str) -> bool:
    """Say whether a line is one of a stamp."""
    return STAMP.match(words) is not None


def stamps_apart(pieces: Iterable[Piece]) -> list[Piece]:
    """Let the lines of a stamp begin and end lines of their own."""
    apart: list[Piece] = []
    is_after = False
    for piece in pieces:
        is_own = is_stamp(piece.words)
        apart.append(replace(piece, begins_line=True) if is_own or is_after else piece)
        is_after = is_own
    return apart
