"""What already runs when a pact is signed: the actions of its sections « Actions en cours »."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from declic.engines.reading.drafts import AxisDraft, OngoingActionDraft
from declic.engines.reading.heading_labels import read_label
from declic.engines.reading.passages import clean_title, stands_alone
from declic.engines.reading.text import BULLET, Layout, Line
from declic.units.folding import fold
from declic.units.spans import Span


ONGOING = re.compile(
    r"(?:les |des )?(?:actions?|dispositifs?|projets?|initiatives?|demarches?)(?: et (?:dispositifs?|projets?|actions?))? "
    r"(?:deja |actuellement )?(?:en cours|engage|existant|mene|menes|conduit|realise|mis en (?:place|oeuvre|œuvre)|en place)"
    r"|(?:l')?existant\b|ce qui (?:existe|se fait)\b",
)
SECTION_LIKE = re.compile(
    r"(?:plan|programme|actions? (?:a |nouvelles?|prevues?|proposees?)|mesures?|contexte|enjeux|objectifs?|diagnostic|perspectives"
    r"|constats?|engagements?)\b",
)
NUMBERED = re.compile(r"(?P<number>\d{1,2}) ?(?:[-–—.)/:]|°\)?)[ \t]*(?=\S)")
ILLUSTRATES = re.compile(r"(?:ainsi|par exemple|c'est ainsi que|a ce titre|dans ce cadre)\b")
CARRIED = re.compile(
    r"\b(?:portee?s?|pilotee?s?|animee?s?|menee?s?|mise?s? en œuvre|organisee?s?) (?P<by>par (?:la |le |les |l')?)"
)
OF_ASSOCIATION = re.compile(r"\bde (?P<who>l'association )")
CARRIER_END = re.compile(
    r"[,.;:(]|\s+(?:pour|qui|avec|a|dans|sur|visant|ouvert|afin|depuis|au|aux|et (?=(?:la |le |les |l'|finance|ouvert)))\s"
)
TITLE_END = re.compile(
    r" ?[:;.](?:\s|$)|,\s| qui\s|\s(?:portée?s?|pilotée?s?|visant|destinée?s?|ouverte?s?|financée?s?)\s"
)
OPENING = re.compile(r"^(?:Ainsi|Par exemple|À ce titre|A ce titre|Dans ce cadre), (?:en [\d-]{4,9}, )?")
LONGEST_TITLE = 110
SHORTEST_TITLE = 12


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph of a section, or one item of a list, with what hangs from it."""

    lines: tuple[Line, ...]

    @property
    def span(self) -> Span:
        return Span(self.lines[0].span.start, self.lines[-1].span.end)

    @property
    def is_bullet(self) -> bool:
        return BULLET.match(self.lines[0].text) is not None

    @property
    def number(self) -> int | None:
        found = NUMBERED.match(self.lines[0].text)
        return int(found["number"]) if found else None

    @property
    def announces(self) -> bool:
        return self.lines[-1].text.endswith(":")


def read_ongoing_actions(
    layout: Layout, axes: Sequence[AxisDraft], *, furniture: frozenset[int]
) -> tuple[OngoingActionDraft, ...]:
    """
    Read the ongoing actions, axis by axis.

    In a section with numbered items these are the actions; otherwise a lone list is; otherwise each paragraph
    with the list that it opens. What only introduces or concludes is left out.
    """
    return tuple(
        _action(layout, span, axis=axis.number)
        for axis in axes
        for body in _bodies(layout, axis)
        for span in _actions(layout, body, furniture=furniture)
    )


def _bodies(layout: Layout, axis: AxisDraft) -> list[Span]:
    lettered = [section.body for section in axis.sections if ONGOING.match(fold(section.title))]
    if lettered or axis.sections:
        return lettered
    return _unlettered(layout, axis)


def _unlettered(layout: Layout, axis: AxisDraft) -> list[Span]:
    """Find « Actions en cours » alone on a line, down to the next such line or to the first measure."""
    start: int | None = None
    for line in layout.lines:
        if not axis.spans[0].end <= line.span.start < axis.body.end or line.is_blank:
            continue
        plain = fold(line.text).strip("#*_ :")
        label = read_label(line)
        is_heading = stands_alone(layout, line) and SECTION_LIKE.match(plain) is not None
        if start is not None and (is_heading or (label is not None and label.word)):
            return [Span(start, line.span.start)]
        if start is None and stands_alone(layout, line) and ONGOING.match(plain):
            start = line.span.end + 1
    return [Span(start, axis.body.end)] if start is not None else []


# --- blocks -----------------------------------------------------------------------
def _blocks(layout: Layout, body: Span, *, furniture: frozenset[int]) -> list[_Block]:
    runs: list[list[Line]] = []
    last = -2
    for line in layout.lines:
        if line.is_blank or not body.start <= line.span.start < body.end or line.number in furniture:
            continue
        begins = BULLET.match(line.text) or NUMBERED.match(line.text) or line.number != last + 1
        if begins:
            runs.append([])
        runs[-1].append(line)
        last = line.number
    return [_Block(tuple(run)) for run in runs]


def _actions(layout: Layout, body: Span, *, furniture: frozenset[int]) -> list[Span]:
    blocks = _blocks(layout, body, furniture=furniture)
    series = _numbered_series(blocks)
    if series:
        return [span for run in series for span in _numbered_actions(blocks, run, series)]
    prose = [block for block in blocks if not block.is_bullet]
    bullets = [block for block in blocks if block.is_bullet and _says_something(block)]
    if bullets and (not prose or (len(prose) == 1 and prose[0] is blocks[0] and prose[0].announces)):
        return [block.span for block in bullets]
    return _prose_actions(layout, blocks)


def _numbered_series(blocks: Sequence[_Block]) -> list[list[int]]:
    """Give the positions of the items that count 1, 2, 3…; two items at least make a series."""
    series: list[list[int]] = []
    for at, block in enumerate(blocks):
        if block.number == 1:
            series.append([at])
        elif series and block.number == len(series[-1]) + 1:
            series[-1].append(at)
    return [run for run in series if len(run) > 1]


def _numbered_actions(
    blocks: Sequence[_Block], run: Sequence[int], series: Sequence[Sequence[int]]
) -> list[Span]:
    heads = {at for other in series for at in other}
    stops = sorted(
        {
            *heads,
            *(at for at in range(len(blocks)) if at + 1 in heads and _opens_series(blocks, at)),
            len(blocks),
        }
    )
    ends = [next(stop for stop in stops if stop > at) for at in run]
    goes_on = any(end > at + 1 for at, end in list(zip(run, ends, strict=True))[:-1])
    if not goes_on and not blocks[run[-1]].announces:
        ends[-1] = run[-1] + 1
    return [Span(blocks[at].span.start, blocks[end - 1].span.end) for at, end in zip(run, ends, strict=True)]


def _opens_series(blocks: Sequence[_Block], at: int) -> bool:
    block = blocks[at]
    return block.announces and not block.is_bullet and block.number is None and blocks[at + 1].number == 1


def _prose_actions(layout: Layout, blocks: Sequence[_Block]) -> list[Span]:
    """Take each paragraph with the list that it opens; a list that nothing opens goes item by item."""
    spans: list[Span] = []
    is_open = False
    for block in blocks:
        if block.is_bullet and is_open:
            spans[-1] = Span(spans[-1].start, block.span.end)
        else:
            spans.append(block.span)
            is_open = block.announces and not block.is_bullet
    return [_after_general_opening(layout, span) for span in spans]


def _after_general_opening(layout: Layout, span: Span) -> Span:
    """Leave out a first sentence that the next one only illustrates (« … Ainsi, … »)."""
    at = bisect_left(layout.sentences, span.start, key=lambda sentence: sentence.start)
    second = layout.sentences[at + 1] if at + 1 < len(layout.sentences) else span
    if span.holds(second) and ILLUSTRATES.match(layout.folded, second.start, second.end):
        return Span(second.start, span.end)
    return span


def _says_something(block: _Block) -> bool:
    mark = BULLET.match(block.lines[0].text)
    return mark is not None and bool(block.lines[0].text[mark.end() :].strip())


# --- one action -------------------------------------------------------------------
def _action(layout: Layout, span: Span, *, axis: int) -> OngoingActionDraft:
    words = layout.rejoined(span)
    mark = BULLET.match(words) or NUMBERED.match(words)
    text = words[mark.end() :].strip() if mark else words
    return OngoingActionDraft(
        axis=axis, title=_title(text), text=words, carrier=_carrier(layout, span), spans=(span,)
    )


def _title(text: str) -> str:
    words = OPENING.sub("", text, count=1)
    ends = [found.start() for found in TITLE_END.finditer(words) if found.start() >= SHORTEST_TITLE]
    end = next((end for end in ends if _is_outside(words[:end])), len(words))
    if end <= LONGEST_TITLE:
        return clean_title(words[:end])
    cut = words.rfind(" ", 0, LONGEST_TITLE)
    return f"{words[:cut].rstrip(' ,;:')}…"


def _is_outside(before: str) -> bool:
    """Say whether no bracket and no quotation mark is open after these words."""
    return before.count("(") == before.count(")") and before.count("«") == before.count("»")


def _carrier(layout: Layout, span: Span) -> str | None:
    for pattern, group in ((CARRIED, "by"), (OF_ASSOCIATION, "who")):
        found = pattern.search(layout.folded, span.start, span.end)
        if not found:
            continue
        start = found.end(group)
        end = CARRIER_END.search(layout.folded, start, span.end)
        name = layout.rejoined(Span(start, end.start() if end else span.end))
        if name:
            return name
    return None
