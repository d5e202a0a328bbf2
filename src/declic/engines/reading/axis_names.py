"""Where a text names the axes of its plan: in quotation marks, by their number, or in a list of all of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from declic.engines.reading.heading_labels import Label
from declic.engines.reading.text import Layout
from declic.engines.reading.wordings import likeness, same_wording, stems_of
from declic.units.folding import fold
from declic.units.spans import Span


AXIS_WORD = re.compile(r"\b(?:axes?|thematiques?|priorites?|piliers?|orientations?|volets?)\b")
AXE = re.compile(r"\b(?:axes?|orientations?|priorites?|piliers?)\b")
ANNOUNCES_AXES = re.compile(r"\b(?:axes|orientations|piliers|enjeux|ambitions|volets)\b[^.;:]{0,60}:[*_ ]*$")
CLOSES = re.compile(r"[.;»]")
NEAR = 36
QUOTED = re.compile(r"«[\s\u00a0]?(?P<name>[^«»]{3,120}?)[\s\u00a0]?»|“(?P<other>[^“”]{3,120}?)”")
NUMBERED_NAME = re.compile(
    r"\baxe (?:n ?° ?)?(?P<number>\d{1,2}) ?[:(«–—-] ?(?P<name>[^«»:().;\n]{3,120}?) ?(?:[»).;:\n]|$)"
)
LISTED = re.compile(r"(?P<open>[:(])(?P<list>[^:()]{12,600})(?:\)|\.|$)")
LIST_MARKS = re.compile(r"\s*(?:[,;]\s*(?:et\s)?|\bet\s)\s*")
ARTICLES = re.compile(r"(?:la |le |les |l['’]|une? |des |d['’]|du )", re.IGNORECASE)
CLOSE = 0.5
LEAST_NAMES = 3


@dataclass(frozen=True, slots=True)
class AxisName:
    """A wording by which the text names an axis, and where."""

    axis: int
    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class ListedNames:
    """A list, in brackets or after a colon, whose items could be axes."""

    span: Span
    items: tuple[str, ...]


def names_an_axis(layout: Layout, titles: Sequence[str]) -> bool:
    """Say whether the text calls one of the titles an axis somewhere: in quotation marks after the word, or by number."""
    for sentence in layout.sentences:
        if not AXIS_WORD.search(layout.folded, sentence.start, sentence.end):
            continue
        quoted = [words for words, _ in _called_axes(layout, sentence)]
        listed = [item for found in find_lists(layout, sentence) for item in found.items]
        if any(same_wording(words, title) for words in (*quoted, *listed) for title in titles):
            return True
    return False


def names_the_axes(layout: Layout, labels: Sequence[Label]) -> bool:
    """Say whether the line above the first of some headings announces axes (« déclinée en cinq axes : »)."""
    above = next((line for line in reversed(layout.lines[: labels[0].line]) if not line.is_blank), None)
    return above is not None and ANNOUNCES_AXES.search(fold(above.text)) is not None


def find_axis_names(layout: Layout, axes: Sequence[tuple[int, str]]) -> tuple[AxisName, ...]:
    """
    Find the wordings that name the axes, given as number and title.

    A quoted name in a sentence about axes belongs to the axis whose words it shares; in a list of as many
    names as there are axes, to the axis of its place when most of the others are at theirs.
    """
    found: list[AxisName] = []
    for sentence in layout.sentences:
        if not AXIS_WORD.search(layout.folded, sentence.start, sentence.end):
            continue
        quoted = _called_axes(layout, sentence)
        placed = _by_place([words for words, _ in quoted], axes)
        for at, (words, span) in enumerate(quoted):
            number = placed[at] if placed else _closest(words, axes)
            if number is not None:
                found.append(AxisName(number, words, span))
        found += _numbered(layout, sentence, axes)
    return tuple({name.span: name for name in found}.values())


def find_lists(layout: Layout, sentence: Span) -> tuple[ListedNames, ...]:
    """Find the lists of a sentence, in brackets or after a colon, of three items at least."""
    lists = []
    for found in LISTED.finditer(layout.text, sentence.start, sentence.end):
        items = [
            ARTICLES.sub("", item.strip(' «»"“”\n'), count=1) for item in LIST_MARKS.split(found["list"])
        ]
        items = [item for item in items if item]
        if len(items) >= LEAST_NAMES:
            opens = found.start() if found["open"] == "(" else found.start("list")
            closes = found.end() if found["open"] == "(" else found.end("list")
            lists.append(ListedNames(Span(opens, closes), tuple(items)))
    return tuple(lists)


def closest_axis(words: str, axes: Sequence[tuple[int, str]]) -> int | None:
    """Give the axis whose title shares most words with a wording; None where none shares half of them."""
    return _closest(words, axes)


def _quoted(layout: Layout, sentence: Span) -> list[tuple[str, Span]]:
    return [
        (layout.rejoined(Span(*found.span(found.lastgroup or 0))), Span(*found.span()))
        for found in QUOTED.finditer(layout.text, sentence.start, sentence.end)
    ]


def _called_axes(layout: Layout, sentence: Span) -> list[tuple[str, Span]]:
    """Give the quoted names that the word « axe » calls: the first stands near it, the next ones follow on."""
    called: list[tuple[str, Span]] = []
    ends = [found.end() for found in AXE.finditer(layout.folded, sentence.start, sentence.end)]
    for words, span in _quoted(layout, sentence):
        before = max((end for end in ends if end <= span.start), default=None)
        follows = called and LIST_MARKS.fullmatch(layout.folded, called[-1][1].end, span.start)
        is_near = (
            before is not None
            and span.start - before <= NEAR
            and not CLOSES.search(layout.folded, before, span.start)
        )
        if follows or is_near:
            called.append((words, span))
    return called


def _by_place(words: Sequence[str], axes: Sequence[tuple[int, str]]) -> list[int] | None:
    if len(words) != len(axes) or len(axes) < LEAST_NAMES:
        return None
    at_place = sum(
        likeness(stems_of(said), stems_of(title)) >= CLOSE
        for said, (_, title) in zip(words, axes, strict=True)
    )
    return [number for number, _ in axes] if at_place * 2 > len(axes) else None


def _closest(words: str, axes: Sequence[tuple[int, str]]) -> int | None:
    best: dict[int, float] = {}
    for number, title in axes:
        best[number] = max(best.get(number, 0.0), likeness(stems_of(words), stems_of(title)))
    top = max(best.values(), default=0.0)
    at_top = [number for number, score in best.items() if score == top]
    return at_top[0] if top >= CLOSE and len(at_top) == 1 else None


def _is_cut(layout: Layout, end: int) -> bool:
    """Say whether a name ends with its line while its sentence goes on below."""
    after = layout.text[end : end + 2].lstrip(" ")
    return after.startswith("\n") and layout.text[end + 1 : end + 3].lstrip()[:1].islower()


def _numbered(layout: Layout, sentence: Span, axes: Sequence[tuple[int, str]]) -> list[AxisName]:
    numbers = {number for number, _ in axes}
    return [
        AxisName(int(found["number"]), layout.rejoined(Span(*found.span("name"))), Span(*found.span("name")))
        for found in NUMBERED_NAME.finditer(layout.folded, sentence.start, sentence.end)
        if int(found["number"]) in numbers and not _is_cut(layout, found.end("name"))
    ]
