"""Votes taken part by part inside one act: the chapters of a budget, the articles of a rule."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from declic.engines.reading.drafts import PartVoteDraft
from declic.engines.reading.vote_wordings import EXCEPT
from declic.engines.reading.votes import VoteMark
from declic.units.folding import fold
from declic.units.spans import Span


PART = re.compile(
    r"(?:^|(?<=\n))[ \t]*(?:[-–•*][ \t]*)?(?P<title>(?:chapitres?|articles?|section|operations?|titre|lots?|tranche)(?![\w'’])[^\n:|]{0,90}?(?=[ \t]*[:|–])|[^\W\d][^\n:|]{2,80}?(?=[ \t]*:[ \t]*\d[\d .,]{0,12}[ \t]?(?:€|euros)))[ \t]*[:|–][ \t]*"
    r"(?P<result>[^\n]{0,40}?(?:unanimite|majorite|pour|contre|abst)[^\n]{0,80})"
)
NAME = re.compile(r"(?:chapitre|article|section|operation|titre|lot|tranche)")
UNANIMITY = re.compile(r"unanimite")
FEWEST_PARTS = 2


def is_part(title: str) -> bool:
    """Say whether the words before a result are those of a part of an act: « Chapitre 011 »."""
    return NAME.match(fold(title)) is not None


def find_parts(view: str, folded: str, span: Span, marks: Sequence[VoteMark]) -> tuple[PartVoteDraft, ...]:
    """Find the parts that an act votes one by one, each on a line of its own with its result: two at least."""
    parts: list[PartVoteDraft] = []
    for line in PART.finditer(folded, span.start, span.end):
        first = bisect_left(marks, line.start(), key=lambda mark: mark.start)
        own = marks[first : bisect_left(marks, line.end(), lo=first, key=lambda mark: mark.start)]
        counts = {way: count for mark in own for way, count in mark.counts.items()}
        said = [mark.unanimous for mark in own if mark.unanimous is not None]
        unanimity = UNANIMITY.search(line["result"]) if not counts and not said else None
        said += [EXCEPT.match(line["result"], unanimity.end()) is None] if unanimity else []
        if counts or said:
            title = view[slice(*line.span("title"))].strip()
            way = (counts.get("pour"), counts.get("contre"), counts.get("abstention"))
            parts.append(PartVoteDraft(title, *way, said[-1] if said else None, (Span(*line.span()),)))
    return tuple(parts) if len(parts) >= FEWEST_PARTS else ()


def without_parts(marks: Sequence[VoteMark], parts: Sequence[PartVoteDraft]) -> tuple[VoteMark, ...]:
    """Give the signs that are of no part: the result of the whole, if the text gives one."""
    starts = [part.spans[0].start for part in parts]
    return tuple(
        mark
        for mark in marks
        if (at := bisect_right(starts, mark.start)) == 0 or mark.start >= parts[at - 1].spans[0].end
    )
