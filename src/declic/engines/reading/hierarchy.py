"""Which numbered headings are the measures of a plan, and which stand above them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from declic.engines.reading.axis_names import names_the_axes
from declic.engines.reading.heading_labels import Label
from declic.engines.reading.level_proofs import LEAST_HOLDING, is_level
from declic.engines.reading.outline import Outline, Series
from declic.engines.reading.plan_words import ACTION_RANKS, FRAME_RANKS, NOT_AXES, WEAK_WORDS, rank_of
from declic.engines.reading.promise_verbs import begins_as_promise
from declic.engines.reading.sheet_fields import are_fields
from declic.engines.reading.text import Layout


DEEPEST = 4
PROMISING_SHARE = 0.5
HOLDING_SHARE = 0.5
ASTRAY_SHARE = 0.25
LEAST_SIGNS = 2
PROMISED = ACTION_RANKS["mesure"]
TOP_WORDS = frozenset({"orientation"})
"""Words that name the great parts of a plan even where nothing is announced below them."""


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """The headings of the measures, and the levels above them from the top down; both in reading order."""

    measures: tuple[Label, ...]
    levels: tuple[tuple[Label, ...], ...]

    def above(self, measure: Label) -> tuple[Label | None, ...]:
        """Give the heading of each level that a measure stands under; None where a level has none for it."""
        found: list[Label | None] = []
        floor = -1
        for level in self.levels:
            at = bisect_right([label.start for label in level], measure.start - 1) - 1
            label = level[at] if at >= 0 and level[at].start > floor else None
            if label is not None and label.key == measure.key:
                label = None
            floor = label.start if label else floor
            found.append(label)
        return tuple(found)


def read_hierarchy(layout: Layout, outline: Outline, *, is_announced: bool) -> Hierarchy | None:
    """
    Choose the series that the measures are, and what stands above it; None where the text has no plan.

    `is_announced`: the text says that it is a plan; without it, only « Mesure », « Action » and their like are
    proof enough, or a frame of axes.
    """
    proven = [series for series in outline.proven() if series.word != "article"]
    framed = any(series.word in FRAME_RANKS for series in proven)
    named = [series for series in proven if series.word in ACTION_RANKS]
    if named and (framed or is_announced or any(series.word not in WEAK_WORDS for series in named)):
        return _of_named(layout, outline, named)
    dotted = [series for series in proven if not series.word and len(series.shape) > 1]
    found = _of_dotted(layout, outline, dotted, is_framed=framed, is_announced=is_announced)
    if found:
        return found
    return _of_single(layout, outline, proven, is_announced=is_announced) if framed or is_announced else None


# --- « Mesure », « Action »… ------------------------------------------------
def _of_named(layout: Layout, outline: Outline, named: list[Series]) -> Hierarchy:
    """
    Take the most numerous for the measures, with those above them: « Mesure 3 » keeps its title over its actions.

    « Engagement 3 » above actions is a measure where it says more than a title; else it only groups them.
    """
    main = max(named, key=lambda series: (len(series.labels), ACTION_RANKS[series.word], len(series.shape)))
    levels = _levels_above(outline, main.labels, word=main.word)
    above = [
        series
        for series in outline.series
        if series.word in ACTION_RANKS and series is not main and series.labels in levels
    ]
    measures = list(main.labels)
    for series in above:
        holding = {label.start for label in _holding(series.labels, main.labels)}
        promises = ACTION_RANKS[series.word] >= PROMISED or _says_more(layout, outline, series.labels)
        measures += [label for label in series.labels if promises or label.start not in holding]
    return Hierarchy(tuple(sorted(measures, key=_start)), levels)


def _says_more(layout: Layout, outline: Outline, labels: Sequence[Label]) -> bool:
    """
    Say whether most of the headings have a line of their own below their title, before anything else is announced.

    « Avec les familles : » announces what follows, and says nothing of them.
    """
    announced = {label.line for label in outline.labels}
    below = [
        next((line for line in islice(layout.lines, label.line + 1, None) if not line.is_blank), None)
        for label in labels
    ]
    count = sum(
        line is not None and line.number not in announced and not line.text.rstrip().endswith(":")
        for line in below
    )
    return count > PROMISING_SHARE * len(labels)


# --- « 1.1.1 » ----------------------------------------------------------------
def _of_dotted(
    layout: Layout, outline: Outline, dotted: list[Series], *, is_framed: bool, is_announced: bool
) -> Hierarchy | None:
    """
    Take the deepest numbers for the measures.

    Without a frame of axes two signs are needed of three: the text is announced as a plan, three levels of
    numbers, titles that promise. The chapters of a report have one at most. Numbers that say the fields of each
    sheet (« 1.1.1 Description », « 1.2.1 Description ») are none.
    """
    dotted = [series for series in dotted if not are_fields(layout, series.labels)]
    leaf = max(dotted, key=lambda series: len(series.shape), default=None)
    labels = _outside_articles(outline, leaf.labels) if leaf else ()
    if leaf is None or not labels:
        return None
    signs = is_announced + (len(leaf.shape) >= DEEPEST - 1) + _promises(layout, labels)
    if not is_framed and signs < LEAST_SIGNS:
        return None
    measures = list(labels)
    if len(leaf.shape) == DEEPEST:
        upper = [series for series in dotted if len(series.shape) == DEEPEST - 1]
        measures += [label for series in upper for label in series.labels]
    levels = [
        level for depth in range(1, len(leaf.shape)) if (level := _prefix_level(outline, labels, depth=depth))
    ]
    return Hierarchy(tuple(sorted(measures, key=_start)), tuple(levels))


def _outside_articles(outline: Outline, labels: Sequence[Label]) -> tuple[Label, ...]:
    """Leave out the paragraphs 3.1, 3.2… of an article 3: they are no measures. Those of an « Axe 3 » in it are."""
    heads = [label for label in outline.labels if len(label.number) == 1 and label.word]
    starts = [label.start for label in heads]
    return tuple(
        label
        for label in labels
        if not (at := bisect_right(starts, label.start))
        or heads[at - 1].word != "article"
        or heads[at - 1].number != label.number[:1]
    )


def _prefix_level(outline: Outline, labels: Sequence[Label], *, depth: int) -> tuple[Label, ...]:
    """Find the headings 1, 2… or 1.1, 1.2… that the first numbers of the labels call, each before its own."""
    found: dict[int, Label] = {}
    floor = -1
    for at, label in enumerate(labels):
        prefix = label.number[:depth]
        if at and labels[at - 1].number[:depth] == prefix:
            continue
        heads = [
            other
            for other in outline.labels
            if floor < other.start < label.start and other.number == prefix and other.word != "article"
        ]
        if heads:
            found[heads[-1].start] = heads[-1]
        floor = label.start
    return tuple(found[start] for start in sorted(found))


# --- « 1. », « II – », « a) », or a frame without anything below -----------------
def _of_single(
    layout: Layout, outline: Outline, proven: list[Series], *, is_announced: bool
) -> Hierarchy | None:
    singles = [series for series in proven if not series.word and len(series.shape) == 1]
    for series in sorted(singles, key=lambda series: -len(series.labels)):
        levels = _levels_above(outline, series.labels, word="")
        if not levels and is_announced and names_the_axes(layout, series.labels):
            return Hierarchy((), (series.labels,))
        if _promises(layout, series.labels) and (levels or is_announced):
            return Hierarchy(series.labels, levels)
    frames = [series for series in proven if FRAME_RANKS.get(series.word.split(" ")[0], 0) > 1]
    for series in sorted(frames, key=lambda series: -len(series.labels)):
        levels = _levels_above(outline, series.labels, word=series.word)
        is_promised = is_announced and series.word.split(" ")[0] not in TOP_WORDS
        if levels or (is_promised and _promises(layout, series.labels)):
            return Hierarchy(series.labels, levels)
    tops = [series.labels for series in proven if series.word in FRAME_RANKS and series.word not in NOT_AXES]
    return Hierarchy((), (tops[0],)) if tops and is_announced else None


def _promises(layout: Layout, labels: Sequence[Label]) -> bool:
    """Say whether most of the headings open as promises, by the words on their own line."""
    count = sum(begins_as_promise(label.title.of(layout.text)) for label in labels)
    return count >= PROMISING_SHARE * len(labels)


# --- levels above ------------------------------------------------------------
def _levels_above(outline: Outline, measures: Sequence[Label], *, word: str) -> tuple[tuple[Label, ...], ...]:
    candidates = sorted(
        (series for series in outline.series if _may_stand_above(series, measures, word=word)),
        key=lambda series: series.labels[0].start,
    )
    levels: list[tuple[Label, ...]] = []
    for series in candidates:
        stops = sorted(label.start for level in levels for label in level)
        if not is_level(series, measures, stops=stops):
            continue
        if _stands_above(series.labels, measures, stops=stops):
            levels.append(_best_said(series, measures))
    return tuple(levels)


def _may_stand_above(series: Series, measures: Sequence[Label], *, word: str) -> bool:
    """Say whether a series begins above the measures, and whether its word can: an action is above no measure."""
    if not series.labels or series.word == "article" or series.labels[0].start > measures[0].start:
        return False
    if series.labels[0].key == measures[0].key or (not series.word and series.shape == "L"):
        return False
    is_lower = bool(rank_of(word)) and rank_of(series.word) > rank_of(word)
    return not is_lower or len(series.shape) < len(measures[0].shape)


def _stands_above(labels: Sequence[Label], measures: Sequence[Label], *, stops: Sequence[int]) -> bool:
    holding = _holding(labels, measures)
    if len(holding) < LEAST_HOLDING or len(holding) < HOLDING_SHARE * len(labels):
        return False
    starts = [label.start for label in labels]
    busy = astray = 0
    for one, other in pairwise(measures):
        between = bisect_left(starts, other.start) - bisect_left(starts, one.start)
        crosses = bisect_left(stops, other.start) > bisect_left(stops, one.start)
        busy += between > 0
        astray += between > 1 and not crosses
    return astray <= ASTRAY_SHARE * busy


def _holding(labels: Sequence[Label], measures: Sequence[Label]) -> list[Label]:
    """Give the headings that have a measure before the next of their own."""
    starts = [measure.start for measure in measures]
    ends = [*(label.start for label in labels[1:]), (starts[-1] + 1) if starts else 0]
    return [
        label
        for label, end in zip(labels, ends, strict=True)
        if bisect_left(starts, label.start) < bisect_left(starts, end)
    ]


def _best_said(series: Series, measures: Sequence[Label]) -> tuple[Label, ...]:
    """Leave out a heading without measures where the same number has some elsewhere (an announced list)."""
    holding = _holding(series.labels, measures)
    numbers = {label.number for label in holding}
    starts = {label.start for label in holding}
    return tuple(
        label
        for label in series.labels
        if series.word or label.start in starts or label.number not in numbers
    )


def _start(label: Label) -> int:
    return label.start
