"""What a pact says of itself: its title, its day, until when it runs, what takes it up, and on what condition."""

import datetime
import re
from dataclasses import dataclass

from declic.engines.reading.drafts import SittingDraft, Stated
from declic.engines.reading.heading_labels import Label, read_label
from declic.engines.reading.passages import clean_title
from declic.engines.reading.stamps import find_stamps
from declic.engines.reading.text import BULLET, Layout, Line, rejoin
from declic.engines.reading.wordings import ends_unfinished
from declic.units.date_mentions import DateMention
from declic.units.folding import fold
from declic.units.french_dates import find_dates
from declic.units.spans import Span


PLAN_TITLE = re.compile(
    r"(?:le |la |l')?(?:pacte|plan|programme|contrat|charte|feuille de route|strategie|schema|projet de (?:territoire|quartier)"
    r"|projet (?:educatif|social|territorial|local)|referentiel|agenda|protocole|accord|convention|cite educative"
    r"|livre blanc|engagements)\b",
)
ANCHOR = re.compile(r"(?:entre\b(?! autres)|preambule\b|introduction\b|edito\b|sommaire\b|contexte\b)")
MINUTES_SIGNS = (
    "ordre du jour",
    "secretaire de seance",
    "proces-verbal",
    "proces verbal",
    "etaient present",
    "quorum",
    "la seance est",
    "registre des deliberations",
    "nombre de conseillers",
    "membres en exercice",
    "convocation",
)
LEAST_SIGNS = 2
MINUTES_WINDOW = 6000
LONGEST_TITLE = 160
TITLE_WINDOW = 40
TOP = 12
LONGEST_HEAD = 60
DATE_WINDOW = 6
UNTIL = re.compile(
    r"\b(?:jusqu'(?:au|en|a la)|prend(?:ra)? fin|expire(?:ra)?|echeance (?:est )?fixee|s'acheve(?:ra)?)\b"
    r"|\bdu (?:1er|\d{1,2}) [a-z]{3,9} (?:\d{4} )?(?=au (?:1er|\d{1,2}) [a-z]{3,9} \d{4})"
)
GOES_ON = re.compile(r"(?:il|elle) ")
OF_THE_PACT = re.compile(
    r"\b(?:pacte|plan|contrat|convention|charte|protocole|accord|programme|dispositif|duree|effets?|conclue?|etablie?)\b",
)
TAKEN_UP = re.compile(
    r"\b(?:sera|seront|est|a vocation a etre|vocation a y etre) (?:ensuite |alors |a terme )?"
    r"(?:integree?s?|remplacee?s?|reprise?s?|fondue?s?|prolongee?s?|suivie?s?) "
    r"(?:au sein du |dans le |dans la |dans un |par le |par la |par un |par une |au |a la |a l'|dans )"
    r"(?P<successor>(?:futur |future |prochain |prochaine |nouveau |nouvelle )?[a-zœ][^.;,:\n(]{3,60})",
)
RESERVE = re.compile(r"\b(?:sous reserve|soumise?s? a (?:la |l')|subordonnee?s? a|conditionnee?s? a)")
ASSEMBLY = re.compile(
    r"\b(?:deliberant|assemblee|deliberation|instances? competentes?|conseil municipal|organes? competents?)"
)
NEW = re.compile(r"(?:futur|prochain|nouveau|nouvel)e? ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PactStart:
    """Where a pact begins in its document: its title if it has one, and the place from which it is read."""

    title: Stated[str] | None
    at: int


def reads_as_minutes(layout: Layout, *, sitting: SittingDraft | None) -> bool:
    """Say whether the document is, or begins with, the account of a sitting."""
    if sitting is not None and (sitting.members or sitting.deliberations or sitting.order):
        return True
    opening = layout.folded[:MINUTES_WINDOW]
    return sum(sign in opening for sign in MINUTES_SIGNS) >= LEAST_SIGNS


def find_pact_start(layout: Layout, *, is_minutes: bool) -> PactStart:
    """
    Find the title of the plan and where the plan begins.

    In a document that begins with minutes, the title is the last one before the plan's own opening
    (« Entre », « Préambule », article 1, axe 1); elsewhere it is the first.
    """
    titles = [line for line in layout.lines if _reads_as_plan_title(layout, line)]
    if is_minutes:
        titles = [line for line in titles if _opens_plan(layout, line)]
    else:
        filled = [line.number for line in layout.lines if not line.is_blank]
        limit = filled[min(len(filled), TITLE_WINDOW) - 1] if filled else 0
        titles = [line for line in titles if line.number <= limit]
    if not titles:
        return PactStart(_marked_title(layout, is_minutes=is_minutes), 0)
    line = titles[-1] if is_minutes else titles[0]
    span = _with_wrapped_end(layout, line)
    title = clean_title(layout.rejoined(span))
    return PactStart(Stated(title, (span,)), line.span.start if is_minutes else 0)


def find_title_before(layout: Layout, *, end: int) -> PactStart:
    """Find the last line before a place that reads as the title of a plan; the place itself where there is none."""
    titles = [line for line in layout.lines if line.span.end <= end and _reads_as_plan_title(layout, line)]
    if not titles:
        return PactStart(None, end)
    span = _with_wrapped_end(layout, titles[-1])
    return PactStart(Stated(clean_title(layout.rejoined(span)), (span,)), titles[-1].span.start)


def _reads_as_plan_title(layout: Layout, line: Line) -> bool:
    words = line.text.strip("#*_ ")
    if not words or len(words) > LONGEST_TITLE or words.endswith((".", ";", ",", ":")):
        return False
    if not (words[0].isupper() or words[0].isdigit()) or not PLAN_TITLE.match(fold(words)):
        return False
    before = layout.lines[line.number - 1].text if line.number else ""
    is_at_the_top = line.number <= TOP and len(before) <= LONGEST_HEAD and not ends_unfinished(before)
    return not before or line.text.startswith("#") or is_at_the_top


def _opens_plan(layout: Layout, line: Line) -> bool:
    """Say whether what comes soon after the title is what a plan opens with."""
    seen = 0
    for other in layout.lines[line.number + 1 :]:
        if other.is_blank:
            continue
        seen += 1
        if seen > DATE_WINDOW:
            return False
        label = read_label(other)
        if ANCHOR.match(fold(other.text).strip("#*_ ")) or (label and _is_first_heading(label)):
            return True
    return False


def _is_first_heading(label: Label) -> bool:
    return (
        label.word in {"article", "axe", "mesure", "action", "orientation", "objectif"}
        and label.number[0] == 1
    )


def _marked_title(layout: Layout, *, is_minutes: bool) -> Stated[str] | None:
    """Take the first heading of a text that marks its headings, where no line says « pacte » or « plan »."""
    if is_minutes:
        return None
    line = next((line for line in layout.lines if not line.is_blank), None)
    if line is None or not line.text.startswith("# ") or read_label(line):
        return None
    at = line.span.start + len(line.text) - len(line.text.lstrip("# "))
    span = Span(at, line.span.end)
    return Stated(clean_title(layout.rejoined(span)), (span,))


def _with_wrapped_end(layout: Layout, line: Line) -> Span:
    marks = len(line.text) - len(line.text.lstrip("#*_ "))
    span = Span(line.span.start + marks, line.span.end)
    for other in layout.lines[line.number + 1 : line.number + 3]:
        goes_on = not other.is_blank and (ends_unfinished(span.of(layout.text)) or other.text[0].islower())
        is_next = read_label(other) or BULLET.match(other.text) or ANCHOR.match(fold(other.text))
        if not goes_on or is_next:
            break
        span = Span(span.start, other.span.end)
    return span


# --- days ------------------------------------------------------------------------
def find_pact_day(layout: Layout, start: PactStart, *, closing: int) -> DateMention | None:
    """Find the day of a pact: alone on a line under its title, or where it is signed (« Fait à …, le … »); no stamp's."""
    after_title = start.title.spans[-1].end if start.title else start.at
    stamps = find_stamps(layout)
    after = (line for line in layout.lines if line.span.start > after_title and not line.is_blank)
    under = [line for line in after if line.number not in stamps]
    for line in under[:DATE_WINDOW]:
        mention = _only_day(line)
        if mention:
            return mention
    for line in under:
        plain = fold(line.text)
        if line.span.start >= closing - LONGEST_TITLE and re.match(r"(?:fait|signee?) (?:a|en|le)\b", plain):
            return _first_day(line)
    return None


def _only_day(line: Line) -> DateMention | None:
    mention = _first_day(line)
    if mention is None:
        return None
    start = mention.weekday_span.start if mention.weekday_span else mention.span.start
    around = line.text[: start - line.span.start] + line.text[mention.span.end - line.span.start :]
    return mention if len(rejoin(around)) <= len("signé en préfecture, le ") else None


def _first_day(line: Line) -> DateMention | None:
    for found in find_dates(line.text):
        if found.day:
            return _moved(found, by=line.span.start)
    return None


def _moved(mention: DateMention, *, by: int) -> DateMention:
    weekday = mention.weekday_span
    return DateMention(
        Span(mention.span.start + by, mention.span.end + by),
        mention.value,
        mention.precision,
        Span(weekday.start + by, weekday.end + by) if weekday else None,
    )


def whole_span(mention: DateMention) -> Span:
    """Give the passage of a date with the name of its day."""
    return Span((mention.weekday_span or mention.span).start, mention.span.end)


def find_end(layout: Layout, *, since: int) -> Stated[datetime.date] | None:
    """Find the day until which a pact runs, where a sentence about it says one."""
    before = ""
    for sentence in layout.sentences:
        plain = layout.folded[sentence.start : sentence.end]
        until = UNTIL.search(plain) if sentence.start >= since else None
        about = f"{before if GOES_ON.match(plain) else ''} {plain[: until.start()]}" if until else ""
        before = plain
        if not until or not OF_THE_PACT.search(about):
            continue
        words = sentence.of(layout.text)
        for found in find_dates(words[until.end() : until.end() + LONGEST_TITLE]):
            if found.day:
                span = Span(found.span.start, found.span.end)
                at = sentence.start + until.end()
                return Stated(found.day, (Span(at + span.start, at + span.end),))
    return None


def find_successor(layout: Layout, *, since: int) -> Stated[str] | None:
    """Find what takes up a pact once it is over (« Il sera ensuite intégré au contrat de… »)."""
    for sentence in layout.sentences:
        plain = layout.folded[sentence.start : sentence.end]
        found = TAKEN_UP.search(plain) if sentence.start >= since else None
        if not found or not re.match(
            r"(?:il|elle|le present|la presente|le pacte|le plan|ce pacte|le contrat)\b", plain
        ):
            continue
        span = Span(sentence.start + found.start("successor"), sentence.start + found.end("successor"))
        return Stated(NEW.sub("", layout.rejoined(span), count=1), (span,))
    return None


def find_reserve(layout: Layout, *, since: int) -> Stated[str] | None:
    """Find the sentence that makes the engagement of a party wait for the vote of its assembly."""
    for sentence in layout.sentences:
        plain = layout.folded[sentence.start : sentence.end]
        if sentence.start >= since and RESERVE.search(plain) and ASSEMBLY.search(plain):
            return Stated(layout.rejoined(sentence), (sentence,))
    return None
