"""Axes that bear no number: « Thématique : se loger », « Pilier Emploi », or a title of its own above some measures."""

import re
from collections.abc import Iterator, Mapping, Sequence

from declic.engines.reading.heading_labels import Label, read_label
from declic.engines.reading.text import BULLET, Layout, Line
from declic.units.folding import fold


PART = re.compile(
    r"[#*_ ]*(?P<word>(?i:Axe|Pilier|Volet|Enjeu|Priorité|Orientation|Objectif|Thématique|Thème|Ambition|Défi|Chantier))"
    r"(?: ?: ?(?=\S)| (?=[A-ZÀ-Ý«]))(?P<title>[^.;]{2,100})$"
)
NO_TITLE = re.compile(
    r"(?:les |nos |notre |la liste des |liste des |le |\d{1,3} )?(?:mesures?|actions?|engagements?|propositions?|plan|programme"
    r"|sommaire|preambule|contexte|introduction|annexes?|suite|page|version|document|edition|mise a jour|photos?|source|credits?)\b"
)
STOPS = (".", ";", ",", ":", "!", "?", "…", ")")
LEAST_PARTS = 2
SHORTEST_TITLE = 3
LONGEST_TITLE = 80


def find_parts(layout: Layout, measures: Sequence[Label]) -> tuple[Line, ...]:
    """
    Give the lines « Pilier Emploi », « Enjeu : se loger » that open the parts of a plan: no measure goes on over them.

    The word comes back, first above the first measure; each line stands just above a measure or another such line.
    What is a field of each sheet (« Objectif : … ») comes below its first, or, where it is the last one, above all others.
    """
    starts = {measure.line for measure in measures}
    first = min(starts, default=0)
    found: dict[str, list[Line]] = {}
    below = -1
    for line in reversed([line for line in layout.lines if not line.is_blank]):
        part = PART.match(line.text)
        if part and below in starts:
            found.setdefault(fold(part["word"]), []).append(line)
            continue
        below = line.number
    parts = [
        line
        for lines in found.values()
        if len(lines) >= LEAST_PARTS and lines[-1].number < first and _are_fewer(lines, measures)
        for line in lines
    ]
    return tuple(sorted(parts, key=_number))


def _are_fewer(lines: Sequence[Line], measures: Sequence[Label]) -> bool:
    """Say whether parts, from the last to the first, are fewer than measures once those said again are left out."""
    return sum(1 for _ in _said_once(lines)) < len(measures)


def find_unnumbered_axes(layout: Layout, measures: Sequence[Label]) -> tuple[Line, ...]:
    """
    Give the lines that name the axes of a plan whose axes bear no number, one for each axis; none for a plan without.

    They are its parts, where one word names them all; else titles that stand, two at least, just above a measure and
    the first of them above the first measure, each above two measures on average.
    """
    parts = find_parts(layout, measures)
    words = {fold(_word(line)) for line in parts}
    if parts:
        return tuple(_said_once(parts)) if len(words) == 1 else ()
    above = _lines_above(layout, measures)
    titles = [line for line in above.values() if line is not None and _is_title(layout, line)]
    names = {fold(line.text) for line in titles}
    is_first = bool(measures) and above[measures[0].start] in titles
    is_plan = len(names) == len(titles) >= LEAST_PARTS and LEAST_PARTS * len(titles) <= len(measures)
    return tuple(titles) if is_first and is_plan and _are_marked(layout, titles, measures) else ()


def title_of_part(line: Line) -> str:
    """Give the name of an axis that a line opens: what follows its word, or the whole line."""
    part = PART.match(line.text)
    return (part["title"] if part else line.text).strip("#*_ :")


def _number(line: Line) -> int:
    return line.number


def _word(line: Line) -> str:
    part = PART.match(line.text)
    return part["word"] if part else ""


def _said_once(parts: Sequence[Line]) -> Iterator[Line]:
    """Leave out the line that says again the axis which is open: the head of the next sheet."""
    before = ""
    for line in parts:
        title = fold(title_of_part(line))
        if title != before:
            yield line
        before = title


def _lines_above(layout: Layout, measures: Sequence[Label]) -> Mapping[int, Line | None]:
    """Give the last line that says something above each measure, by where the measure starts."""
    above: dict[int, Line | None] = {}
    last: Line | None = None
    starts = {measure.line: measure.start for measure in measures}
    for line in layout.lines:
        if line.number in starts:
            above[starts[line.number]] = last
        last = line if not line.is_blank else last
    return above


def _is_title(layout: Layout, line: Line) -> bool:
    words = line.text.strip("#*_ ")
    is_short = (
        SHORTEST_TITLE <= len(words) <= LONGEST_TITLE and words[0].isupper() and not words.endswith(STOPS)
    )
    if not is_short or BULLET.match(line.text) or read_label(line) or NO_TITLE.match(fold(words)):
        return False
    is_apart = line.number == 0 or layout.lines[line.number - 1].is_blank
    return (is_apart or line.text.startswith("#")) and ": " not in words and "|" not in words


def _are_marked(layout: Layout, titles: Sequence[Line], measures: Sequence[Label]) -> bool:
    """
    Say whether titles are told from the last words of the measure above: marked as such, or every measure in one block.

    Above each title stands a blank line; a blank line inside a measure would make its last paragraph look like one.
    """
    if all(line.text.startswith("#") for line in titles):
        return True
    heads = {line.number for line in titles} | {measure.line for measure in measures}
    since, until = titles[0].number, measures[-1].line
    after_blank = [
        line
        for line in layout.lines[since + 1 : until]
        if not line.is_blank and layout.lines[line.number - 1].is_blank
    ]
    return all(line.number in heads for line in after_blank)
