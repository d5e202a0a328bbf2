"""Parts of the sitting that the roll bounds by an hour alone (« pouvoir à Mme B jusqu'à 19 h 30 »)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from declic.engines.reading.drafts import SittingDraft
from declic.engines.reading.roll_moves import Direction, Move
from declic.units.french_hours import find_hours
from declic.units.question_ranges import WHOLE_SITTING
from declic.units.spans import Span


@dataclass(frozen=True, slots=True)
class _Said:
    """A member, or a proxy by its place, and the passage that names them."""

    span: Span
    name: str
    proxy: int | None


BOUND = re.compile(
    r"(?<!\w)(?:(?P<until>jusqu(?:e\s+|\s?')a?|avant)|(?P<since>a\s+(?:partir|compter)\s+de|des|depuis|apres))\s*"
    r"(?=\d{1,2}\s?(?:h|:\d)|(?:\w+[\s-]){1,3}heures?\b)"
)
GAP = re.compile(r"[\s,(:–-]{0,6}(?:(?:et|seulement|present\w*|valable|uniquement)\s+){0,2}")
LONGEST_HOUR = 40


def find_hour_bounds(view: str, folded: str, sitting: SittingDraft, *, part: Span) -> Iterator[Move]:
    """
    Find in the roll the hours that bound a member's presence or a proxy, each as a move of no known question.

    The hour must stand just after the name or within the words that give the vote.
    """
    said = sorted(_said(sitting), key=lambda one: (one.span.start, one.proxy is not None))
    for found in BOUND.finditer(folded, part.start, part.end):
        before = [one for one in said if one.span.start < found.start()]
        hours = find_hours(view[found.start() : found.end() + LONGEST_HOUR].replace("\n", " "))
        if not before or not hours or hours[0].span.start > found.end() - found.start():
            continue
        last = before[-1]
        if last.span.end < found.start() and not GAP.fullmatch(folded, last.span.end, found.start()):
            continue
        direction = Direction.GOES if found["until"] else Direction.COMES
        end = found.start() + hours[0].span.end
        yield Move(
            last.name,
            direction,
            question=None,
            is_said=False,
            hour=f"{hours[0].at:%H:%M}",
            holder=None,
            span=Span(last.span.start, max(end, last.span.end)),
            proxy=last.proxy,
        )


def _said(sitting: SittingDraft) -> Iterator[_Said]:
    for member in sitting.members:
        yield _Said(member.spans[0], member.name, None)
    for at, proxy in enumerate(sitting.proxies):
        if proxy.range == WHOLE_SITTING:
            yield _Said(proxy.spans[0], proxy.giver, at)
