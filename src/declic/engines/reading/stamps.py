"""The stamps that a prefecture puts in the middle of a page: they are no words of the text around them."""

from declic.engines.reading.roll_passages import STAMP
from declic.engines.reading.text import Layout


def find_stamps(layout: Layout) -> frozenset[int]:
    """Give the numbers of the lines that are a stamp, whole (« Reçu en préfecture le … », « Acte rendu exécutoire »)."""
    return frozenset(line.number for line in layout.lines if line.text and STAMP.fullmatch(line.text))
