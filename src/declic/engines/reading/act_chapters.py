"""Votes taken part by part inside one act: the chapters of a budget, the articles of a rule."""

import re
from collections.abc import Sequence

from declic.engines.reading.drafts import PartVoteDraft
from declic.engines.reading.votes import VoteMark
from declic.units.folding import fold
from declic.units.spans import Span


PART = re.compile(
    r"(?:^|(?<=\n))[ \t]*(?:[-–•*][ \t]*)?(?P<title>(?:chapitres?|articles?|section|operations?|titre|lots?|tranche)(?![\w'’])[^\n:|]{0,90}?(?=[ \t]*[:|–])|[^\W\d][^\n:|]{2,80}?(?=[ \t]*:[ \t]*\d[\d .,]{0,12}[ \t]?(?:€|euros)))[ \t]*[:|–][ \t]*"
    r"(?P<result>[^\n]{0,40}?(?:unanimite|pour|contre|abst)[^\n]{0,80})"
)
NAME = re.compile(r"(?:chapitre|article|section|operation|titre|lot|tranche)")
UNANIMOUS = re.compile(r"unanimite(?!\s+(?:moins|sauf))")
FEWEST_PARTS = 2


def is_part(title: str) -> bool:
    """Say whether the words before a result are those of a part of an act: « Chapitre 011 »."""
    return NAME.match(fold(title)) is not None


def find_parts(view: str, folded: str, span: Span, marks: Sequence[VoteMark]) -> tuple[PartVoteDraft, ...]:
    """Find the parts that an act votes one by one, each on a line of its own with its result: two at least."""
    parts: list[PartVoteDraft] = []
    for line in PART.finditer(folded, span.start, span.end):
        own = [mark for mark in marks if line.start() <= mark.start < line.end()]
        counts = {way: count for mark in own for way, count in mark.counts.items()}
        said = [mark.unanimous for mark in own if mark.unanimous is not None]
        said += [True] if not counts and not said and UNANIMOUS.search(line["result"]) else []
        if counts or said:
            title = view[slice(*line.span("title"))].strip()
            way = (counts.get("pour"), counts.get("contre"), counts.get("abstention"))
            parts.append(PartVoteDraft(title, *way, said[-1] if said else None, (Span(*line.span()),)))
    return tuple(parts) if len(parts) >= FEWEST_PARTS else ()


def without_parts(marks: Sequence[VoteMark], parts: Sequence[PartVoteDraft]) -> tuple[VoteMark, ...]:
    """Give the signs that are of no part: the result of the whole, if the text gives one."""
    return tuple(
        mark
        for mark in marks
        if not any(part.spans[0].start <= mark.start < part.spans[0].end for part in parts)
    )
