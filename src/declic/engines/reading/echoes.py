"""Headings that a text says several times: in a table of contents, in a summary, at the head of each page."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, zip_longest

from declic.engines.reading.heading_labels import Label
from declic.engines.reading.numbering import follows, longest_rise, runs_of
from declic.engines.reading.text import Layout
from declic.engines.reading.wordings import likeness, stems_of
from declic.units.folding import fold


SUMMARY = re.compile(
    r"^[#*_ ]*(?:recapitulatif|synthese|tableau|liste|sommaire|table des matieres|annexe|rappel)\b",
    re.MULTILINE,
)
ALIKE = 0.6
ORDERLY_SHARE = 0.8
TITLE_WINDOW = 160
MOST_TWINS = 40
MOST_PLACES = 6
LONGEST_CONTENTS = 600


@dataclass(frozen=True, slots=True)
class SortedLabels:
    """The labels of one series: those that head something, those that say one again, those of a page's head."""

    kept: list[Label]
    echoes: list[Label]
    repeats: list[Label]
    count: int


@dataclass(frozen=True, slots=True)
class Scene:
    """
    What surrounds the headings of one series.

    `others` are the headings of wider levels, `heads` the announcement of each line that has one, `weights` how
    much the text has said before each line and at its end.
    """

    layout: Layout
    others: Sequence[Label]
    heads: Mapping[int, Label]
    weights: Sequence[int]
    furniture: frozenset[int]


def say_once(scene: Scene, labels: list[Label]) -> SortedLabels:
    """
    Keep each heading where the text says most about it; elsewhere it is an echo, or a mention.

    What stands under « Sommaire » or « Récapitulatif » is an echo wherever the same is said outside of them.
    """
    said, repeats = _without_repeats(scene, labels)
    said = _without_mentions(scene, said)
    groups: list[list[Label]] = []
    by_number: dict[tuple[int, ...], list[list[Label]]] = {}
    for label in said:
        twins = by_number.setdefault(label.number, [])
        echoed = [twin for twin in twins[-MOST_TWINS:] if _is_echo(scene, twin[0], label)]
        group = max(echoed, key=lambda twin: _alike(scene.layout, twin[0], label), default=None)
        if group is None:
            group = []
            groups.append(group)
            twins.append(group)
        group.append(label)
    kept = in_order(scene, _best_places(scene, said, groups))
    kept += _second_choices(groups, kept)
    starts = {label.start for label in kept}
    echoes = [label for group in groups if len(group) > 1 for label in group if label.start not in starts]
    return SortedLabels(sorted(kept, key=_start), sorted(echoes, key=_start), repeats, len(groups))


def _start(label: Label) -> int:
    return label.start


def _without_repeats(scene: Scene, labels: list[Label]) -> tuple[list[Label], list[Label]]:
    """
    Tell apart a heading said again before any other of its series: the head of the next page.

    One that says better a heading of before, of the same number, begins a summary.
    """
    said: list[Label] = []
    repeats: list[Label] = []
    by_number: dict[tuple[int, ...], list[Label]] = {}
    for label in labels:
        before = by_number.setdefault(label.number, [])
        is_next = bool(said) and said[-1].number == label.number and _is_echo(scene, said[-1], label)
        is_repeat = is_next and _is_nearest(scene, said[-1], label, among=before[-MOST_TWINS:])
        (repeats if is_repeat else said).append(label)
        if not is_repeat:
            before.append(label)
    return said, repeats


def _is_nearest(scene: Scene, one: Label, label: Label, *, among: Sequence[Label]) -> bool:
    likeness_of_one = _alike(scene.layout, one, label)
    return all(_alike(scene.layout, other, label) <= likeness_of_one for other in among)


def _without_mentions(scene: Scene, labels: list[Label]) -> list[Label]:
    """
    Leave out a label that says again, alone, a number that is elsewhere in its series.

    The first just under a wider heading is none: « Mesure 1 » alone of its axis resembles that of another axis.
    """
    chained: dict[tuple[int, ...], list[int]] = {}
    flags: list[bool] = []
    for at, label in enumerate(labels):
        beside = [pair for pair in ((at - 1, at), (at, at + 1)) if pair[0] >= 0 and pair[1] < len(labels)]
        opens = label.number[-1] == 1 and _stands_first(scene, label, labels[at - 1] if at else None)
        flags.append(opens or any(follows(labels[one].number, labels[other].number) for one, other in beside))
        if flags[-1]:
            chained.setdefault(label.number, []).append(at)
    return [
        label
        for label, is_chained in zip(labels, flags, strict=True)
        if is_chained
        or not any(_is_echo(scene, labels[at], label) for at in chained.get(label.number, [])[-MOST_TWINS:])
    ]


def _stands_first(scene: Scene, label: Label, before: Label | None) -> bool:
    """Say whether a wider heading stands between a label and the one before of its series."""
    since = before.start if before else -1
    above = bisect_left(scene.others, label.start, key=_start)
    return above > 0 and scene.others[above - 1].start > since


def _best_places(scene: Scene, said: list[Label], groups: list[list[Label]]) -> list[Label]:
    """
    Choose, for each heading, where it opens most text.

    Two runs that say the same headings are compared as wholes: the one that opens more text, most often, has
    them all. The text that a heading opens is judged with its neighbours': a list is short all along. Of the
    last of a run it cannot be said where it ends: the one before it answers for it.
    """
    runs = runs_of(said)
    run_of = {label.start: at for at, run in enumerate(runs) for label in run}
    lengths = _smoothed_lengths(said, runs, weights=scene.weights)
    free = [not _is_listed(scene, run) for run in runs]
    wins: Counter[tuple[int, int]] = Counter()
    for group in groups:
        for one, other in combinations(group[:MOST_PLACES], 2):
            winner, loser = (other, one) if lengths[other.start] > lengths[one.start] else (one, other)
            wins[run_of[winner.start], run_of[loser.start]] += 1

    def beats(one: Label, other: Label) -> bool:
        left, right = run_of[one.start], run_of[other.start]
        return (free[left], wins[left, right], lengths[one.start]) > (
            free[right],
            wins[right, left],
            lengths[other.start],
        )

    chosen: list[Label] = []
    for group in groups:
        best = group[0]
        for label in group[1:MOST_PLACES]:
            best = label if beats(label, best) else best
        chosen.append(best)
    return sorted(chosen, key=_start)


def _is_listed(scene: Scene, run: list[Label]) -> bool:
    """Say whether a run stands under « Sommaire » and its like, with nothing but announcements between."""
    own = {label.number for label in run}
    for number in range(run[0].line - 1, max(-1, run[0].line - LONGEST_CONTENTS), -1):
        line = scene.layout.lines[number]
        head = scene.heads.get(number)
        if head and head.key == run[0].key and head.number in own:
            return False
        if line.is_blank or head or number in scene.furniture or line.text[0].islower():
            continue
        return SUMMARY.match(fold(line.text)) is not None
    return False


def _smoothed_lengths(
    said: list[Label], runs: list[list[Label]], *, weights: Sequence[int]
) -> dict[int, int]:
    lengths: dict[int, int] = {}
    for label, following in zip_longest(said, said[1:]):
        end = weights[following.line] if following else weights[-1]
        lengths[label.start] = end - weights[label.line]
    smoothed: dict[int, int] = {}
    before = weights[-1]
    for run in runs:
        sure = run[:-1]
        for at, label in enumerate(sure):
            beside = sorted(lengths[other.start] for other in sure[max(0, at - 1) : at + 2])
            before = smoothed[label.start] = beside[(len(beside) - 1) // 2]
        smoothed[run[-1].start] = min(before, lengths[run[-1].start]) if not sure else before
    return smoothed


def _second_choices(groups: list[list[Label]], kept: list[Label]) -> list[Label]:
    """Where the best place of a heading is out of order, take another of its places that is in order."""
    starts = [label.start for label in kept]
    taken = set(starts)
    found: list[Label] = []
    for group in groups:
        if any(label.start in taken for label in group):
            continue
        for label in group:
            at = bisect_left(starts, label.start)
            after_lower = at == 0 or kept[at - 1].number < label.number
            before_higher = at == len(kept) or kept[at].number > label.number
            if len(group) > 1 and after_lower and before_higher:
                found.append(label)
                break
    return found


def in_order(scene: Scene, labels: list[Label]) -> list[Label]:
    """Keep the labels that count up: all along the text, or from one restart to the next."""
    rising = longest_rise(labels)
    if not labels or len(labels[0].number) > 1:
        return rising
    risen = {label.start for label in rising}
    left = [label for label in labels if label.number[0] <= 1 and label.start not in risen]
    restarts = any(_stand_apart(scene, rising[0], label) for label in left)
    if len(rising) >= ORDERLY_SHARE * len(labels) and not restarts:
        return rising
    kept: list[Label] = []
    stretch: list[Label] = []
    for label in labels:
        if label.number[0] <= 1:
            kept += longest_rise(stretch)
            stretch = []
        stretch.append(label)
    return kept + longest_rise(stretch)


def _is_echo(scene: Scene, one: Label, other: Label) -> bool:
    return _same(scene.layout, one, other) and not _stand_apart(scene, one, other)


def _stand_apart(scene: Scene, one: Label, other: Label) -> bool:
    """
    Say whether two labels are under different headings of one kind (axe 1, axe 2): two items, even in the same words.

    A summary announced by its title is under no heading.
    """
    if len(one.number) > 1:
        return False
    left, right = _heading_before(scene.others, one), _heading_before(scene.others, other)
    if left is None or right is None or left.key != right.key or left.number == right.number:
        return False
    return SUMMARY.search(scene.layout.folded, right.title.end, other.start) is None


def _heading_before(others: Sequence[Label], label: Label) -> Label | None:
    at = bisect_left(others, label.start, key=_start) - 1
    return others[at] if at >= 0 else None


def _same(layout: Layout, one: Label, other: Label) -> bool:
    if len(one.number) > 1:
        return True
    return _alike(layout, one, other) >= ALIKE


def _alike(layout: Layout, one: Label, other: Label) -> float:
    return likeness(_opening(layout, one), _opening(layout, other))


def _opening(layout: Layout, label: Label) -> tuple[str, ...]:
    title = label.title if label.title.end > label.title.start else None
    end = title.end if title else label.title.start + TITLE_WINDOW
    return stems_of(layout.text[label.title.start : min(end, label.title.start + TITLE_WINDOW)])
