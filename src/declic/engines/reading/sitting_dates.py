"""Days and hours of a sitting: held, convened and published on, opened and closed at."""

import datetime
import re
from dataclasses import dataclass

from declic.engines.reading.drafts import Stated
from declic.units.date_mentions import DateMention
from declic.units.french_dates import find_dates
from declic.units.french_hours import find_hours
from declic.units.spans import Span


@dataclass(frozen=True, slots=True)
class SittingDates:
    """What the text says of when; None is unsaid."""

    held_on: Stated[datetime.date] | None = None
    weekday: Stated[str] | None = None
    convened_on: Stated[datetime.date] | None = None
    published_on: Stated[datetime.date] | None = None
    opened_at: Stated[datetime.time] | None = None
    closed_at: Stated[datetime.time] | None = None


BEFORE = 130
DAY = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)?"
LEAD = rf"[\s|:–,-]*(?:en\s+date\s+)?(?:(?:du|de\s+ce|le|ce|des)\s+)?{DAY}$"
PUBLISHED = re.compile(
    rf"(?:date\s+d(?:e\s+|')\s*(?:la\s+|mise\s+en\s+)?)?(?:publi(?!qu)\w*|affich\w*|mis\w*\s+en\s+ligne)[^.\n\d]{{0,50}}?{LEAD}"
)
CONVENED = re.compile(
    rf"(?:date\s+d[e']\s*(?:la\s+)?)?convo(?:qu|cat)\w*(?:(?!reuni)[^.\n\d]){{0,60}}?{LEAD}"
)
OTHER = re.compile(
    r"(?:approbation|approuv\w*|adopt\w*|precedente?|derniere|loi|decret|ordonnance|arrete\w*|circulaire|code|deliberation|avis|"
    r"courrier|lettre|mail|recu\w*|depose\w*|transmis\w*|notifi\w*|certifi\w*|elections?|jusqu'au|avant\s+le|prochaine?s?|"
    rf"a\s+compter|depuis\s+le|annexe\w*|n[°º]\s?\S{{1,20}}|imprime\w*)(?:(?!seance\s+d[ue]|reuni)[^.\n]){{0,70}}{LEAD}"
)
COMING = re.compile(
    rf"(?:aura\s+lieu|se\s+(?:tiendra|deroulera|reunira)|siegera|est\s+(?:fixee?|prevue?))[^.\n\d]{{0,60}}?{LEAD}"
)
WRITTEN = re.compile(
    rf"(?:(?<!\w)fait\s+a\s+[^.\n\d]{{2,50}}?|date\s+d[e']\s*(?:la\s+)?convocation[^.\n\d]{{0,20}}?){LEAD}"
)
MINUTES = re.compile(rf"(?:proces[-\s]verba\w*|comptes?[-\s]rendus?|\bp\.?v\.?)[^.\n]{{0,80}}{LEAD}")
COUNCIL = (
    r"(?:seance|reunion|reuni\w*|assembl\w+|session|conseil\w*|comite|bureau|commission\s+permanente|c\.?m\.?|"
    r"communaute|metropole|municipal\w*|communautaire|syndical)"
)
HELD = re.compile(rf"(?P<words>(?<!\w){COUNCIL}(?!\w)[^.\n:\d]{{0,40}}?){LEAD}")
MET = re.compile(r"[^.]{0,260}?(?:reuni|assembl|tenu)\w*")
IN_YEAR = re.compile(r"l'?\s?an\s")
AFTER_YEAR = re.compile(rf"l'?\s?an\s+(?:deux|2)[\w\s-]{{0,40}},?\s*(?:et\s+)?(?:le\s+)?{DAY}$")
PRESIDED = re.compile(r"[ ,\n]{1,4}sous\s+la\s+presidence(?!\w)")
OPENS = re.compile(r"(?:ouvert(?:e|ure)?|ouvre|debut(?:e|ant|ee)?|commenc\w+)(?!\w)")
CLOSES = re.compile(r"(?:levee?|leve|close|clos|clotur\w*|termin\w*|achev\w+|fin)(?!\w)")
SITTING = re.compile(r"seance|reunion|conseil|ordre du jour|debats")
MEETS = re.compile(r"(?:reuni\w*|assembl\w+|l'?\s?an\s+(?:deux|2)|convoque\w*|seance|date\b)(?!\w)")
HOUR_AFTER = re.compile(r"(?:(?!\bpar\b|\barriv)[^.\n]){0,60}(?:\n(?:(?!\bpar\b|\barriv)[^.\n]){0,40})?")
WINDOW = 90
JUST_BEFORE = 8
FARTHEST_HOUR = 260
TITLE = 900


def read_sitting_dates(text: str, folded: str, *, end: int, is_notice: bool = False) -> SittingDates:
    """Read the dates in the head of a text (up to `end`) and the hours in all of it; a notice tells of a day to come."""
    mentions = [mention for mention in find_dates(text[:end]) if mention.day]
    held = (_coming(folded, mentions) if is_notice else None) or _held(folded, mentions)
    return SittingDates(
        held_on=_day(*held) if held else None,
        weekday=_weekday(text, mentions, held[0]) if held else None,
        convened_on=_day_said(folded, mentions, WRITTEN if is_notice else CONVENED),
        published_on=_published(folded, mentions, held),
        opened_at=_hour_said(text, folded, OPENS)
        or _hour_of_meeting(text, folded, _starts(folded, mentions, held, end), end),
        closed_at=_hour_said(text, folded, CLOSES),
    )


def _weekday(text: str, mentions: list[DateMention], held: DateMention) -> Stated[str] | None:
    """Give the name of the day as the text says it, with the date that was kept or with the same said again."""
    same = [held, *(mention for mention in mentions if mention.day == held.day)]
    span = next((mention.weekday_span for mention in same if mention.weekday_span), None)
    return Stated(span.of(text).lower(), (span,)) if span else None


def _coming(folded: str, mentions: list[DateMention]) -> tuple[DateMention, Span] | None:
    """Find the day for which a notice convenes: the one that it says is to come."""
    for mention in mentions:
        before, at = _before(folded, mention)
        said = COMING.search(before)
        if said:
            return mention, Span(at + said.start(), mention.span.end)
    return None


def _held(folded: str, mentions: list[DateMention]) -> tuple[DateMention, Span] | None:
    """Find the day of the sitting: said to be it, or the day on which the council met, or the title's."""
    for mention in sorted(mentions, key=lambda one: PRESIDED.match(folded, one.span.end) is None):
        span = _held_span(folded, mention)
        if span:
            return mention, span
    plain = [
        mention
        for mention in mentions
        if mention.span.start < TITLE and not _is_of_something_else(folded, mention)
    ]
    return (plain[0], plain[0].span) if plain else None


def _held_span(folded: str, mention: DateMention) -> Span | None:
    before, at = _before(folded, mention)
    if IN_YEAR.match(folded, mention.span.start) or AFTER_YEAR.search(before):
        return mention.span
    if _is_of_something_else(folded, mention):
        return None
    said = HELD.search(before)
    if said:
        return Span(at + said.start(), mention.span.end)
    follows = MET.match(folded, mention.span.end)
    words = re.sub(rf"{DAY}$", "", before).rstrip(" \n|,")
    is_subject = words.endswith((" le", "\nle", ".", "et")) or words in {"", "le"}
    return mention.span if follows and is_subject else None


def _is_of_something_else(folded: str, mention: DateMention) -> bool:
    before, _at = _before(folded, mention)
    if any(pattern.search(before) for pattern in (PUBLISHED, CONVENED, OTHER)):
        return True
    return mention.span.start > TITLE and MINUTES.search(before) is not None


def _before(folded: str, mention: DateMention) -> tuple[str, int]:
    """Give the words before a date, back to the start of its paragraph."""
    start = max(0, mention.span.start - BEFORE)
    return folded[start : mention.span.start], start


def _published(
    folded: str, mentions: list[DateMention], held: tuple[DateMention, Span] | None
) -> Stated[datetime.date] | None:
    """Find when the act was published; what was displayed before the sitting is its notice."""
    day = held[0].day if held else None
    for mention in mentions:
        before, _at = _before(folded, mention)
        said = PUBLISHED.search(before)
        is_early = day is not None and mention.day is not None and mention.day < day
        if said and not (is_early and "affich" in said.group()):
            return _day_said(folded, [mention], PUBLISHED)
    return None


def _day_said(
    folded: str, mentions: list[DateMention], pattern: re.Pattern[str]
) -> Stated[datetime.date] | None:
    for mention in mentions:
        before, at = _before(folded, mention)
        said = pattern.search(before)
        if said:
            return _day(mention, Span(at + said.start(), mention.span.end))
    return None


def _day(mention: DateMention, span: Span) -> Stated[datetime.date] | None:
    return Stated(mention.day, (span,)) if mention.day else None


def _hour_said(text: str, folded: str, pattern: re.Pattern[str]) -> Stated[datetime.time] | None:
    """Find the hour that stands just after a word of opening or closing said of the sitting."""
    for found in pattern.finditer(folded):
        near = folded[max(0, found.start() - WINDOW) : found.end() + WINDOW]
        if not SITTING.search(near):
            continue
        sentence = HOUR_AFTER.match(text, found.end(), min(len(text), found.end() + WINDOW))
        hours = find_hours(sentence.group()) if sentence else ()
        if hours:
            return Stated(hours[0].at, (Span(found.start(), found.end() + hours[0].span.end),))
    return None


def _starts(
    folded: str, mentions: list[DateMention], held: tuple[DateMention, Span] | None, end: int
) -> list[int]:
    """Give the places after which the hour of the sitting may be said: its day, each time, then its verbs."""
    starts = [held[0].span.end] if held else []
    starts += [one.span.end for one in mentions if held and one.day == held[0].day and one is not held[0]]
    return starts + [found.start() for found in MEETS.finditer(folded, 0, end)]


def _hour_of_meeting(text: str, folded: str, starts: list[int], end: int) -> Stated[datetime.time] | None:
    """Find the hour for which the council met, said with its day or with the sentence that it met."""
    for start in starts:
        window = text[start : min(start + FARTHEST_HOUR, end)]
        stop = re.search(r"\.\s|\n\s*\n", window)
        hours = find_hours(window[: stop.start()] if stop else window)
        if hours and not CLOSES.search(folded, max(0, start - JUST_BEFORE), start + hours[0].span.start):
            return Stated(hours[0].at, (Span(start + hours[0].span.start, start + hours[0].span.end),))
    return None
