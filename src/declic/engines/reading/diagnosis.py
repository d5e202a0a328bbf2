"""Why earlier schemes failed, where the text itself gives its reasons one after the other."""

import re
from collections.abc import Sequence

from declic.engines.reading.drafts import Stated
from declic.engines.reading.text import BULLET, Layout
from declic.units.spans import Span


ANNOUNCES = re.compile(
    r"\b(?:plusieurs|deux|trois|quatre|cinq|differentes|diverses|certaines) "
    r"(?:raisons|causes|freins|obstacles|difficultes|limites|constats|facteurs|faiblesses)\b",
)
FIRST = re.compile(
    r"(?:premierement|d'abord|tout d'abord|en premier lieu|d'une part|la premiere|le premier|primo)\b"
)
NEXT = re.compile(
    r"(?:ensuite|puis|deuxiemement|troisiemement|quatriemement|en (?:deuxieme|second|troisieme|dernier) lieu|d'autre part"
    r"|par ailleurs|de plus|en outre|la (?:deuxieme|seconde|troisieme|derniere)|le (?:deuxieme|second|troisieme|dernier)"
    r"|secundo|tertio|enfin|finalement)\b",
)
LEAST_REASONS = 2


def read_diagnosis(layout: Layout, *, since: int) -> tuple[Stated[str], ...]:
    """
    Read the reasons that follow « pour plusieurs raisons » and its like, one sentence or list item each.

    They prove themselves by their order words (« Premièrement… Ensuite… Enfin »), or by being the list that
    the sentence opens. The first such group of the text is taken.
    """
    sentences = [sentence for sentence in layout.sentences if sentence.start >= since]
    for at, sentence in enumerate(sentences):
        if not ANNOUNCES.search(layout.folded, sentence.start, sentence.end):
            continue
        reasons = _in_order(layout, sentences[at + 1 :]) or _in_list(layout, sentences[at:])
        if len(reasons) >= LEAST_REASONS:
            return tuple(Stated(layout.rejoined(reason), (reason,)) for reason in reasons)
    return ()


def _in_order(layout: Layout, sentences: Sequence[Span]) -> list[Span]:
    reasons: list[Span] = []
    for sentence in sentences:
        pattern = NEXT if reasons else FIRST
        if not pattern.match(layout.folded, sentence.start, sentence.end):
            break
        reasons.append(sentence)
        if layout.folded.startswith(("enfin", "finalement"), sentence.start):
            break
    return reasons


def _in_list(layout: Layout, sentences: Sequence[Span]) -> list[Span]:
    if not sentences[0].of(layout.text).endswith(":"):
        return []
    reasons: list[Span] = []
    for sentence in sentences[1:]:
        mark = BULLET.match(sentence.of(layout.text))
        if not mark:
            break
        reasons.append(Span(sentence.start + mark.end(), sentence.end))
    return reasons
