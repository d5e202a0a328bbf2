"""What the head and the foot of an act say: number, title, rapporteur, budget, summary, appeal."""

import re
from dataclasses import dataclass

from declic.engines.reading.act_headings import ActHeading, ActRegion
from declic.engines.reading.people import Habits, read_person
from declic.engines.reading.roll_passages import Passage, take_passage, with_wrapped_lines
from declic.engines.reading.roll_tails import read_role
from declic.engines.reading.text import rejoin
from declic.units.folding import fold
from declic.units.french_hyphens import WORD_STARTS
from declic.units.french_numbers import read_number
from declic.units.spans import Span


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an act: its words on one line, and the passage that holds them."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Appeal:
    """Before which court, and within how many months, an act may be contested."""

    court: str | None
    months: int | None
    spans: tuple[Span, ...]


HEAD = 1500
HEAD_ABOVE = 4000
NUMBER_SAID = re.compile(
    r"(?<!\w)(?<!la )(?<!une )deliberation[ \t]{1,3}(?:n[ \t]?[°ºo]?\.?[ \t]{0,3})?:?[ \t]{0,3}"
    r"(?P<number>(?=[\w./-]{0,20}\d)[\w][\w./-]{1,24}\w)(?!\s+(?:du|en\s+date|relative|prise|portant|adoptee)\b)(?![\w./-])"
)
NUMBER_ALONE = re.compile(
    r"(?:^|\n)[ \t]*(?:n[ \t]?[°º][ \t]*)?(?P<number>(?:del|delib|dcm|de|d|cm|cc)[-_ ]?(?:19|20)\d{2}[-_/.]\d{1,4})[ \t]*(?=\n)"
)
CUT_WORD = re.compile(r"(?P<start>[^\W\d_]{2,30})-[ ]*\n[ ]*(?=[a-zà-ÿ]{2})")
RAPPORTEUR = re.compile(
    r"(?:^|\n)[ \t*>-]*(?P<label>rapporteu\w*(?:\s+du\s+(?:projet|dossier))?|presente\w*\s+par|rapport\s+(?:presente\s+par|de))\s*:?\s*"
)
IN_APPOSITION = re.compile(
    r"(?:^|\n)[ \t*>-]*(?P<label>(?:mm?\.?|mr|mmes?|monsieur|madame|mlle)(?!\w)[^\n,;:.]{2,50}),[ \t]*rapporteu(?:re?|se)(?!\w)"
)
BUDGET = re.compile(
    r"(?:^|\n)[ \t*>-]*(?:inscription|incidence|impact|imputation)s?\s+(?:budgetaires?|financieres?)\s*:?[ \t]*\n?[ \t]*(?P<words>[^\n]{3,160})"
)
SUMMARY = re.compile(r"(?:^|\n)[ \t*>#-]*(?:resume|synthese|expose\s+sommaire|en\s+bref)\s*:[ \t]*\n?")
PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?![ \t]*\n))*")
OBJECT = re.compile(r"(?:^|\n)[ \t*>#|-]*objet\s*(?:de\s+la\s+deliberation\s*)?:\s*(?P<title>[^\n]{3,300})")
NUMBER_AT_END = re.compile(
    r"(?P<title>\S.{2,280}?)[ \t]+[(–—-][ \t]*(?P<number>(?i:de|del|delib|dcm|d|cm|cc)[-_ ]?(?:(?:19|20)\d{2}|\d{2})[-_/.]\d{1,4})\)?"
)
COURT = re.compile(
    r"recours[^.]{0,160}?(?P<court>tribuna\w*\s+administratif\s+d(?:e\s+la\s+|e\s+|u\s+|es\s+|'\s?)(?P<place>[\w'’-]+(?:[ -](?:(?:en|sur|sous|la|le|les|de|du)[ -])?[\w'’-]+){0,3}))",
    re.IGNORECASE,
)
BARE_COURT = re.compile(r"recours[^.]{0,160}?(?P<court>tribuna\w*\s+administratif)")
MONTHS = re.compile(
    r"(?:delai\s+(?:\w+\s+)?de\s+|dans\s+(?:les|un\s+delai\s+de)\s+|sous\s+)?(?P<count>\d{1,2}|un|deux|trois|quatre|six)\s+mois(?P<from>\s+(?:\S+\s+){0,6}?(?:publi\w*|notifi\w*|affich\w*|transmi\w*))?"
)
PLACE_CASE = re.compile(
    r"[A-ZÀ-Ý][\w'’]*(?:-(?:[\w'’]+))*(?: (?:[A-ZÀ-Ý][\w'’-]*|en|sur|la|le|les|de)(?= [A-ZÀ-Ý]|[A-ZÀ-Ý]))*"
)
HABITS = Habits()
SHARE_SAID_AGAIN = 0.5
LONGEST_SUMMARY = 12
WORD = re.compile(r"[^\W\d_]{4,}")
DECIDES = re.compile(
    r"(?:^|[\s,])(?:a\s+l'unanimite|apres\s+en\s+avoir|le\s+conseil\s+\w+[^.]{0,80}:|decide\b|il\s+est\s+(?:ainsi\s+)?propose)"
)


def find_rapporteur(view: str, folded: str, region: ActRegion) -> Part | None:
    """Find who presents the act, after its label or before it (« M. Martin, rapporteur »)."""
    found = RAPPORTEUR.search(folded, region.start, region.end)
    if not found:
        return _in_apposition(view, folded, region)
    passage = _after_label(view, Span(found.end(), min(found.end() + 120, region.end)))
    if read_role(passage, 0):
        return None
    person = read_person(passage.view, passage.folded, 0, habits=HABITS)
    if not person or not (person.civility or (person.given and person.surname)):
        return None
    line_end = passage.view.find("\n")
    wrapped = re.search(r"[\r\n]", passage.view[person.end :])
    end = person.end + (wrapped.start() if wrapped else len(passage.view[person.end :]))
    stop = end if line_end < 0 else min(end, max(line_end, person.end))
    words = passage.view[:stop].rstrip(" .")
    return Part(person.name, Span(found.start("label"), passage.start + max(len(words), person.end)))


def _after_label(view: str, span: Span) -> Passage:
    """Take the rest of the line where it holds a surname; the lines that follow too where the name is cut."""
    line_end = view.find("\n", span.start, span.end)
    line = take_passage(view, Span(span.start, line_end if line_end > span.start else span.end))
    person = read_person(line.view, line.folded, 0, habits=HABITS)
    return line if person and person.surname else with_wrapped_lines(take_passage(view, span))


def _in_apposition(view: str, folded: str, region: ActRegion) -> Part | None:
    found = IN_APPOSITION.search(folded, region.start, region.end)
    if not found:
        return None
    start = found.start("label")
    passage = take_passage(view, Span(start, found.end("label")))
    person = read_person(passage.view, passage.folded, 0, habits=HABITS)
    if not person or not person.surname or person.end != len(passage.view.rstrip()):
        return None
    return Part(person.name, Span(start, found.end()))


def find_budget(view: str, folded: str, region: ActRegion) -> Part | None:
    """Find what the act says of its cost, under its label."""
    found = BUDGET.search(folded, region.start, region.end)
    if not found:
        return None
    start, end = found.span("words")
    words = view[start:end].strip()
    at = start + view[start:end].find(words)
    return Part(rejoin(words), Span(at, at + len(words)))


def find_number(view: str, folded: str, region: ActRegion, *, since: int) -> Part | None:
    """Find the identifier said of an act in the lines above it (« Délibération 2020/31 », « N° DEL-2024-112 »)."""
    head = (max(since, region.start - HEAD_ABOVE), region.start)
    found = list(NUMBER_SAID.finditer(folded, *head)) or list(NUMBER_ALONE.finditer(folded, *head))
    if not found:
        return None
    span = Span(*found[-1].span("number"))
    return Part(span.of(view), span)


def number_at_end(title: Part, view: str) -> tuple[Part, Part] | None:
    """Part a title from the identifier that its line ends with (« Prix de l'eau - DE_2023_022 »)."""
    found = NUMBER_AT_END.fullmatch(title.span.of(view))
    if not found:
        return None
    start = title.span.start
    words, number = (Span(start + found.start(name), start + found.end(name)) for name in ("title", "number"))
    return Part(rejoin(words.of(view)), words), Part(number.of(view), number)


def find_title(view: str, folded: str, region: ActRegion, headings: tuple[ActHeading, ...]) -> Part | None:
    """
    Find the title: on the line of the report or of the heading, after « Objet : », or said again below them.

    The same words alone on a line are the better passage.
    """
    spans = [heading.title for heading in headings if heading.title and _says_title(heading, view)]
    said = OBJECT.search(folded, region.start, min(region.end, region.start + HEAD))
    if said:
        words = view[slice(*said.span("title"))].rstrip()
        spans.insert(0, Span(said.start("title"), said.start("title") + len(words)))
    spans = [span for span in spans if any(letter.isalpha() for letter in span.of(view))]
    if not spans:
        return None
    title = spans[0]
    words = rejoin(CUT_WORD.sub(_whole_word, title.of(view)))
    return Part(words, _said_alone(folded, fold(words), title.end, min(region.end, title.end + 400)) or title)


def find_object_above(view: str, folded: str, region: ActRegion, *, since: int) -> Part | None:
    """Find the object said above the roll that stands between the head of an extract and its act."""
    found = list(OBJECT.finditer(folded, max(since, region.start - HEAD_ABOVE), region.start))
    if len(found) != 1:
        return None
    words = view[slice(*found[0].span("title"))].rstrip(" .")
    return Part(rejoin(words), Span(found[0].start("title"), found[0].start("title") + len(words)))


def _whole_word(found: re.Match[str]) -> str:
    """Give the start of a word that a line cut, with its hyphen where the whole word has one."""
    start = found["start"]
    return f"{start}-" if start.lower() in WORD_STARTS else start


def _says_title(heading: ActHeading, view: str) -> bool:
    """Say whether the words after a bare identifier are a title, and not its place in a nomenclature."""
    title = heading.title.of(view) if heading.title else ""
    return heading.family != "code" or (
        len(WORD.findall(title)) > 1 and not fold(title).startswith("nomencl")
    )


def _said_alone(folded: str, words: str, start: int, end: int) -> Span | None:
    """Find the same words alone on a line below."""
    at = folded.find(f"\n{words}\n", start, end)
    return Span(at + 1, at + 1 + len(words)) if at >= 0 else None


def find_summary(view: str, folded: str, region: ActRegion) -> Part | None:
    """
    Find the summary after its label: its first paragraph, and those that the body says again.

    Nothing marks where a summary ends; a paragraph most of whose words come back in one later paragraph is
    still of it, the first that does not come back opens the body.
    """
    found = SUMMARY.search(folded, region.start, region.end)
    if not found:
        return None
    paragraphs = _paragraphs(folded, found.end(), region.end)
    if not paragraphs:
        return None
    count = 1
    while count < min(len(paragraphs), LONGEST_SUMMARY) and _is_said_again(folded, paragraphs, count):
        count += 1
    span = Span(paragraphs[0].start, paragraphs[count - 1].end)
    return Part(rejoin(span.of(view)), span)


def _paragraphs(folded: str, start: int, end: int) -> list[Span]:
    spans: list[Span] = []
    for found in PARAGRAPH.finditer(folded, start, end):
        span = Span(found.start(), found.start() + len(found.group().rstrip()))
        if DECIDES.search(span.of(folded)[:120]) and spans:
            break
        spans.append(span)
    return spans


def _is_said_again(folded: str, paragraphs: list[Span], at: int) -> bool:
    words = _stems(paragraphs[at].of(folded))
    later = paragraphs[at + 1 :]
    shares = [len(words & _stems(span.of(folded))) / len(words) for span in later] if words else []
    return bool(shares) and max(shares) >= SHARE_SAID_AGAIN


def _stems(words: str) -> set[str]:
    return {word[:6] for word in WORD.findall(words)}


def find_appeal(view: str, folded: str, region: ActRegion) -> Appeal | None:
    """Find the court and the months within which the act may be contested."""
    found = COURT.search(folded, region.start, region.end) or BARE_COURT.search(
        folded, region.start, region.end
    )
    if not found:
        return None
    start, end = found.span("court")
    if "place" in found.groupdict():
        place = PLACE_CASE.match(view, found.start("place"))
        end = place.end() if place else end
    court = rejoin(view[start:end])
    sentence_end = re.compile(r"\.(?=\s|$)|\n[ \t]*\n").search(folded, end, min(region.end, end + 500))
    limit = sentence_end.start() if sentence_end else min(region.end, end + 500)
    months = MONTHS.search(folded, found.start(), limit)
    count = read_number(months["count"]) if months else None
    last = months.end() if months else end
    return Appeal(court, int(count) if count else None, (Span(found.start(), max(end, last)),))
