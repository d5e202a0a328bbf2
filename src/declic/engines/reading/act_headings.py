"""Where each act of a sitting starts: by its identifier, or by a numbering that its decisions prove."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from declic.units.folding import fold
from declic.units.spans import Span


@dataclass(frozen=True, slots=True)
class ActHeading:
    """A line that may open an act: its number as published, its place in the agenda, its title."""

    family: str
    number: str | None
    question: int | None
    title: Span | None
    span: Span


@dataclass(frozen=True, slots=True)
class ActRegion:
    """The part of the text that one act holds, and the heading that opens it, if any."""

    start: int
    end: int
    heading: ActHeading | None


OPENING = r"(?:^|(?<=\n))[ \t*#>►➢•■|]{0,40}"
IDENTIFIER = (
    r"(?:(?:del|delib|dcm|cm|cc|d)[ \t](?=\d))?(?=[\w./-]*\d)[\w][\w./-]{0,24}(?:\s?-\s?\d{1,4}){0,2}"
)
TAIL = r"(?:(?:de|del|delib|dcm|d|cm|cc)[-_ ]?(?:(?:19|20)\d{2}|\d{2})[-_/.]\d{1,4}|(?:19|20)\d{2}[-_/.]\d{1,4}|(?:n[ \t]?[°º][ \t]?)\d{1,4}[-_/.](?:19|20)?\d{2})"
FAMILIES = (
    ("deliberation", re.compile(
        rf"{OPENING}(?:\d{{1,2}}[ \t]?(?:ere|eme|er|e)[ \t]+)?deliberation[ \t]*(?:n[ \t]?[°ºo]?s?\.?|numero|:)?[ \t]*:?[ \t]*(?P<number>{IDENTIFIER})(?P<title>[^\n]*)"
    )),
    ("ranked", re.compile(rf"{OPENING}(?P<question>\d{{1,2}})[ \t]?(?:ere|eme|er|e)[ \t]+(?:deliberation|question|point|rapport|bordereau|sujet)[ \t]*[:–-]?(?P<title>[^\n]*)")),
    ("report", re.compile(
        rf"{OPENING}(?:rapport|question|point|affaire|dossier|bordereau|sujet)s?(?:[ \t]*\n){{0,2}}[ \t]*(?:n[ \t]?[°ºo]?\.?|numero)?[ \t]*(?P<question>\d{{1,3}})(?!\d|[./]\d|[ \t]?(?:%|€|h\d))[ \t]*[:.–—)-]*(?P<title>[^\n]*)"
    )),
    ("reference", re.compile(
        rf"{OPENING}(?:rapport|question|point|affaire|dossier|bordereau)s?[ \t]*n[ \t]?[°ºo]\.?[ \t]*(?P<number>\d{{1,4}}[./-]\w{{1,5}}(?:[./-]\w{{1,5}})?)[ \t]*[:.–—)-]*(?P<title>[^\n]*)"
    )),
    ("numbered", re.compile(
        rf"{OPENING}n[ \t]?[°º][ \t]*(?:(?P<question>\d{{1,2}})(?=[ \t]*[:.–—)-])|(?P<number>{IDENTIFIER}))[ \t]*[:.–—)-]*(?P<title>[^\n]*)"
    )),
    ("code", re.compile(
        rf"{OPENING}(?P<number>(?:(?:dcm|del|delib|d|cm|cc)[\s_-]?)?(?:19|20)\d{{2}}[-/_.]\d{{1,4}}(?:[-/_.]?\w{{1,6}}){{0,3}}(?:[ \t](?:dcm|del|delib|cm)[-_ ]?\d{{1,4}})?|\d{{2}}[-/_.]\d{{2}}[-/_.]\d{{2,3}})(?![ \t]*(?:au|et)\b)[ \t]*[:.–—)-]*(?P<title>[^\n]*)"
    )),
    ("tailed", re.compile(
        rf"{OPENING}(?P<title>(?!objet\b|vu\b|consid|selon|conform|par\b|suite\b|deliberation\b)[^\W\d][^\n]{{4,180}}?)[ \t]*[:(–—-][ \t]*(?P<number>{TAIL})[ \t]*\)?[ \t]*(?=\n|$)"
    )),
    ("slash", re.compile(rf"{OPENING}(?P<question>\d{{1,2}})[ \t]?/[ \t]*(?P<title>[^\W\d][^\n]{{2,}})")),
    ("bracket", re.compile(rf"{OPENING}(?P<question>\d{{1,2}})[ \t]?\)[ \t]*(?P<title>[^\W\d][^\n]{{2,}})")),
    ("dash", re.compile(rf"{OPENING}(?P<question>\d{{1,2}})[ \t]?[–—-][ \t]*(?P<title>[^\W\d][^\n]{{2,}})")),
    ("dot", re.compile(rf"{OPENING}(?P<question>\d{{1,2}})[ \t]?[.°][ \t]*[-–—]?[ \t]*(?P<title>[^\W\d][^\n]{{2,}})")),
    ("roman", re.compile(rf"{OPENING}(?P<roman>[ivx]{{1,6}})(?:[ \t]?[.)–—/:-]|(?P<bare>[ \t])(?=[^\W\d]{{3}}))[ \t]*(?P<title>[^\W\d][^\n]{{2,}})")),
    ("object", re.compile(rf"{OPENING}objet[ \t]*(?:de[ \t]+la[ \t]+deliberation[ \t]*)?:[ \t]*(?P<title>[^\n]*)")),
)  # fmt: skip
NUMBERED_TITLE = re.compile(
    rf"deliberation[ \t]*n[ \t]?[°ºo]?s?\.?[ \t]*(?P<number>{IDENTIFIER})[ \t]*(?:[:.–—-][ \t]*)?(?P<title>\S)"
)
SURE_FAMILIES = frozenset(
    {"deliberation", "report", "code", "numbered", "object", "ranked", "tailed", "reference"}
)
ROMANS = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
    "xi": 11,
    "xii": 12,
    "xiii": 13,
    "xiv": 14,
    "xv": 15,
}
NOT_HEADING = re.compile(
    r"^\s*(?:[),;]|du\s+(?:\d|conseil)|en\s+date|relative|prise|adoptee|du\s+\w+\s+\d{4}|\.{4}|€|%)"
)
UNFINISHED = re.compile(
    r"(?:\b(?:de|du|des|d'|la|le|les|l'|a|au|aux|et|en|sur|pour|par|service|son|sa)|[,'’-])\s*$",
    re.IGNORECASE,
)
CAPITALS_BELOW = re.compile(r"[ \t]*\n[ \t]*(?P<line>(?=[^\n]*[A-ZÀ-Ý]{3})[^a-zà-ÿ\n]{5,95})(?=\n|$)")
LABEL_LINE = re.compile(
    r"(?:objet|rapporteur|vu|considerant|l'an|le conseil|present|absent|excuse|etaient|secretaire|seance|date|nombre|"
    r"convocation|extrait|commune|ville|departement|republique|proces|votes?|pour|contre|abst|adopt|decid|approuv|n[°º])"
)
VOTE_LINE = re.compile(r"(?:vot|pour\b|contre\b|abst|adopt|unanim|approuv|d[ée]cid)", re.IGNORECASE)
CAPITAL_SHARE = 0.8
FEWEST_SIBLINGS = 2
OPEN_RUNS = 30
NEXT_LINE = re.compile(r"-?[ \t]*\n(?:[ \t]*\n)?[ \t]*(?P<line>\S[^\n]*)")
LONGEST_TITLE_LINES = 3
LONGEST_LINE = 95
LONGEST_QUESTION = 3


def find_headings(view: str, folded: str, *, start: int) -> tuple[ActHeading, ...]:
    """Find the lines that may open an act, of every family, in the order of the text."""
    found: list[ActHeading] = []
    for family, pattern in FAMILIES:
        for match in pattern.finditer(folded, start):
            title = match["title"]
            if NOT_HEADING.match(title) or _is_prose(view, match):
                continue
            found.append(_heading(view, match, family))
    return tuple(sorted(found, key=lambda heading: heading.span))


def _is_prose(view: str, match: re.Match[str]) -> bool:
    """Say whether a roman number without punctuation opens a sentence: a title after it is in capitals."""
    if "bare" not in match.groupdict() or match["bare"] is None:
        return False
    letters = [letter for letter in view[slice(*match.span("title"))] if letter.isalpha()]
    return sum(map(str.isupper, letters)) < CAPITAL_SHARE * len(letters)


def numbers_in(view: str, folded: str) -> tuple[str, ...]:
    """Give the numbers of every line that may open an act, whether one was read there or not."""
    return tuple(
        dict.fromkeys(heading.number for heading in find_headings(view, folded, start=0) if heading.number)
    )


def cut_acts(headings: Sequence[ActHeading], marks: Sequence[int], *, end: int) -> tuple[ActRegion, ...]:
    """
    Cut the text where acts start: the family of headings that parts the most signs of decisions.

    A family that is only numbers must have siblings that follow each other; a heading of no family that holds
    a sign opens nothing.
    """
    best: tuple[ActRegion, ...] = ()
    best_score = 0
    for family, _pattern in FAMILIES:
        own = [heading for heading in headings if heading.family == family]
        for run in _runs(own, family, marks, end):
            regions = _regions(run, end)
            score = sum(any(region.start <= mark < region.end for mark in marks) for region in regions)
            if score > best_score:
                best, best_score = regions, score
    return best


def _heading(view: str, match: re.Match[str], family: str) -> ActHeading:
    groups = match.groupdict()
    question = groups.get("question")
    roman = ROMANS.get(groups.get("roman") or "")
    number = view[slice(*match.span("number"))].strip(" .-–") if groups.get("number") else None
    opening = re.match(r"[\s*#>►➢•■|]*", match.group())
    start = match.start() + (opening.end() if opening else 0)
    title = _title(view, *match.span("title")) if family != "tailed" else Span(*match.span("title"))
    end = title.end if title else match.start("title")
    if number and number.isdigit() and len(number) <= LONGEST_QUESTION:
        question = number
    if title and not number:
        number, title = _number_in(title, view)
    if number and not title:
        title = _title_below(view, match.end("title"))
        end = title.end if title else end
    return ActHeading(
        family, number, int(question) if question else roman, title, Span(start, max(end, start))
    )


def _title_below(view: str, end: int) -> Span | None:
    """Give the title that stands in capitals on the line just under an identifier that is alone on its own."""
    below = CAPITALS_BELOW.match(view, end)
    if not below or LABEL_LINE.match(fold(below["line"])):
        return None
    return _title(view, *below.span("line"))


def _number_in(title: Span, view: str) -> tuple[str | None, Span]:
    """Part a title from the act's number said before it (« 2. Délibération n° 2022-41 : Tarifs »)."""
    found = NUMBERED_TITLE.match(fold(title.of(view)))
    if not found:
        return None, title
    number = title.of(view)[slice(*found.span("number"))]
    return number, Span(title.start + found.start("title"), title.end)


def _title(view: str, start: int, end: int) -> Span | None:
    """Give the title that starts on the heading's line, with the lines it wraps onto."""
    kept = view[start:end].strip(" \t:.–—*|-")
    if not kept:
        return None
    at = start + view[start:end].find(kept)
    stop = at + len(kept)
    for _line in range(LONGEST_TITLE_LINES):
        following = NEXT_LINE.match(view, stop)
        if not following or not _goes_on(
            view[at:stop], view[stop : following.start("line")], following["line"]
        ):
            break
        stop = following.start("line") + len(following["line"].rstrip(" :.*"))
    return Span(at, stop)


def _goes_on(title: str, gap: str, line: str) -> bool:
    """Say whether a title goes on with the next line: it stops short, or the line starts without a capital."""
    is_blank_between = gap.count("\n") > 1
    if UNFINISHED.search(title):
        return not is_blank_between or line[:1].islower()
    if line[:1].isdigit() or VOTE_LINE.match(line):
        return False
    is_closed = ":" in gap or title.endswith((".", ";", "!", "?"))
    return not is_closed and not is_blank_between and line[:1].islower() and len(line) < LONGEST_LINE


def _runs(
    headings: list[ActHeading], family: str, marks: Sequence[int], end: int
) -> Iterator[list[ActHeading]]:
    """Give the runs of headings that follow each other in number; identifiers need no order."""
    if family in {"deliberation", "code", "object", "tailed", "reference"} or all(
        heading.question is None for heading in headings
    ):
        if headings:
            yield _without_repeats(headings, marks, end)
        return
    runs: list[list[ActHeading]] = []
    for heading in headings:
        if heading.question is None:
            continue
        extended = False
        for run in reversed(runs[-OPEN_RUNS:]):
            if _follows(run[-1], heading, family):
                run.append(heading)
                extended = True
                break
        if not extended:
            runs.append([heading])
    yield from (run for run in runs if len(run) >= FEWEST_SIBLINGS or family in SURE_FAMILIES)


def _follows(last: ActHeading, heading: ActHeading, family: str) -> bool:
    if last.question is None or heading.question is None:
        return False
    if family in SURE_FAMILIES:
        return heading.question != last.question
    return heading.question == last.question + 1


def _without_repeats(headings: list[ActHeading], marks: Sequence[int], end: int) -> list[ActHeading]:
    """
    Keep one of the lines that name the same act: a number is said again on the agenda, and in a footer.

    The first one that holds a sign of a decision before another act is named; else the first.
    """
    kept: dict[str, ActHeading] = {}
    proven: set[str] = set()
    stop = start = end
    following = ""
    for heading in reversed(headings):
        key = heading.number or (str(heading.title) if heading.title else str(heading.span))
        if key != following:
            stop, following = start, key
        start = heading.span.start
        at = bisect_left(marks, heading.span.start)
        holds_sign = at < len(marks) and marks[at] < stop
        if holds_sign or key not in proven:
            kept[key] = heading
        proven |= {key} if holds_sign else set()
    return sorted(kept.values(), key=lambda heading: heading.span)


def _regions(run: list[ActHeading], end: int) -> tuple[ActRegion, ...]:
    starts = [heading.span.start for heading in run]
    return tuple(
        ActRegion(heading.span.start, stop, heading)
        for heading, stop in zip(run, [*starts[1:], end], strict=True)
    )
