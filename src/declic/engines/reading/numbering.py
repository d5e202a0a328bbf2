"""What it is for numbers to follow each other: the next one, the longest rise, the runs, the proof."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from declic.engines.reading.heading_labels import Label


LEAST_SIBLINGS = 3


def follows(one: Sequence[int], other: Sequence[int]) -> bool:
    """Say whether the second number comes just after the first: 1.2 then 1.3, and 1.3 then 2.1 (or 2.0)."""
    if len(one) != len(other):
        return False
    if one[:-1] == other[:-1]:
        return other[-1] == one[-1] + 1
    return other[-1] in {0, 1} and follows(one[:-1], other[:-1])


def is_proven(labels: Sequence[Label]) -> bool:
    """Say whether three headings at least count up one by one somewhere."""
    run = 1
    for one, other in pairwise(labels):
        run = run + 1 if follows(one.number, other.number) else 1
        if run >= LEAST_SIBLINGS:
            return True
    return False


def counts_anew(labels: Sequence[Label]) -> bool:
    """Say whether headings count from one again and again (1, 2… 1, 2… 1), three times at least, and skip no number."""
    firsts = sum(label.number[-1] == 1 for label in labels)
    counts_up = all(
        other.number[-1] == 1 or follows(one.number, other.number) for one, other in pairwise(labels)
    )
    return firsts >= LEAST_SIBLINGS and len(labels) > firsts + 1 and labels[0].number[-1] == 1 and counts_up


def longest_rise(labels: Sequence[Label]) -> list[Label]:
    """Give the most headings, in order of the text, whose numbers only rise."""
    tails: list[tuple[int, ...]] = []
    last_at: list[int] = []
    before: list[int] = []
    for at, label in enumerate(labels):
        place = bisect_left(tails, label.number)
        before.append(last_at[place - 1] if place else -1)
        tails[place : place + 1] = [label.number]
        last_at[place : place + 1] = [at]
    rise: list[Label] = []
    at = last_at[-1] if last_at else -1
    while at >= 0:
        rise.append(labels[at])
        at = before[at]
    return rise[::-1]


def runs_of(labels: Sequence[Label]) -> list[list[Label]]:
    """Cut the headings where their numbers stop rising."""
    runs: list[list[Label]] = []
    for label in labels:
        if runs and label.number > runs[-1][-1].number:
            runs[-1].append(label)
        else:
            runs.append([label])
    return runs
