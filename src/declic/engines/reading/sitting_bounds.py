"""Where the first sitting of a file ends, if the file holds the minutes of several."""

import datetime
import re
from dataclasses import dataclass

from declic.engines.reading.roll_passages import blank_markup, blank_page_furniture
from declic.engines.reading.text import Layout
from declic.units.folding import fold
from declic.units.french_dates import find_dates
from declic.units.spans import Span


@dataclass(frozen=True, slots=True)
class SittingTitle:
    """The title of a sitting's minutes: where it stands and the day that it says."""

    span: Span
    day: datetime.date


TITLE = re.compile(
    r"(?:^|(?<=\n))[ \t*#]{0,40}(?P<words>(?:proces[- ]verba|comptes?[- ]rendu|seance|reunion|conseil\s+\w)[^\n]{4,110})"
)
OTHER_DAY = re.compile(r"approb|approuv|adopt|preced|derniere|prochaine|convo")
OTHER_MEETING = re.compile(
    r"(?:seance|reunion)\b(?![^\n]*\b(?:conseil|comite|bureau|assemblee|commission|tenue))[^\n]*?\ble\s+(?:\w+\s+)?\d"
)
"""A meeting told in a sentence: the title of minutes says « séance du », or which assembly sat."""
ROLL = re.compile(
    r"\n[ \t*#•-]{0,20}(?:etaient\s+|sont\s+|membres\s+|conseillers\s+|titulaires\s+)?presente?s?\b(?!\s*:?\s*\d)[^\n:]{0,30}(?::|\n)"
)
FARTHEST_ROLL = 2500


def find_sittings(layout: Layout) -> tuple[SittingTitle, ...]:
    """Find the sittings of a file, in its text without mark-up, page numbers, running titles and stamps."""
    view = blank_page_furniture(layout, blank_markup(layout.text))
    return sittings_in(view, fold(view))


def sittings_in(view: str, folded: str) -> tuple[SittingTitle, ...]:
    """
    Find the titles of minutes that each have a roll below, of days that follow each other.

    A day before the last one is what the minutes of an earlier sitting are called where they are approved.
    """
    kept: list[SittingTitle] = []
    titles = [title for found in TITLE.finditer(folded) if (title := _title(view, folded, found))]
    for at, title in enumerate(titles):
        end = titles[at + 1].span.start if at + 1 < len(titles) else len(folded)
        has_roll = ROLL.search(folded, title.span.end - 1, min(end, title.span.end + FARTHEST_ROLL))
        if has_roll and (not kept or title.day > kept[-1].day):
            kept.append(title)
    return tuple(kept)


def _title(view: str, folded: str, found: re.Match[str]) -> SittingTitle | None:
    span = Span(*found.span("words"))
    days = [mention.day for mention in find_dates(span.of(view)) if mention.day]
    if (
        len(days) != 1
        or OTHER_MEETING.match(folded, span.start, span.end)
        or OTHER_DAY.search(span.of(folded))
    ):
        return None
    return SittingTitle(span, days[0])
