"""What proves that some headings are a level of a plan, above its measures."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from declic.engines.reading.heading_labels import Label
from declic.engines.reading.numbering import LEAST_SIBLINGS, follows
from declic.engines.reading.outline import Series
from declic.engines.reading.plan_words import FRAME_RANKS


LEAST_HOLDING = 2


def is_level(series: Series, measures: Sequence[Label], *, stops: Sequence[int]) -> bool:
    """Say whether a series proves itself: by its numbers, by what starts again below it, or below the `stops` above it."""
    if series.is_proven or (series.word and follows_all(series.labels)):
        return True
    if _opens_each(series.labels, measures) or _lacks_one(series):
        return True
    return _restarts_below(series.labels, stops)


def _opens_each(labels: Sequence[Label], measures: Sequence[Label]) -> bool:
    """Say whether short parts (« I », « II », or A, A…) prove themselves: bare measures count from one below each."""
    counts_up = all(
        other.number[-1] == 1 or follows(one.number, other.number) for one, other in pairwise(labels)
    )
    if measures[0].word or labels[0].number[-1] != 1 or len(labels) < LEAST_HOLDING or not counts_up:
        return False
    starts = [measure.start for measure in measures]
    below = [bisect_left(starts, label.start) for label in labels]
    return all(at < len(measures) and measures[at].number[-1] == 1 for at in below) and len(
        set(below)
    ) == len(below)


def _lacks_one(series: Series) -> bool:
    """Say whether three named great parts at least only rise, one number of them all unread (« Axe 1 », « Axe 3 », « Axe 4 »)."""
    numbers = [label.number[0] for label in series.labels]
    rises = all(one < other for one, other in pairwise(numbers))
    is_plain = series.word in FRAME_RANKS and len(series.shape) == 1
    return is_plain and rises and len(numbers) >= LEAST_SIBLINGS and numbers[-1] <= len(numbers) + 1


def _restarts_below(labels: Sequence[Label], stops: Sequence[int]) -> bool:
    """Say whether a short series (A, B… A, B…) proves itself by starting again under each higher heading."""
    firsts = [at for at, label in enumerate(labels) if label.number[-1] == 1]
    places = {bisect_left(stops, labels[at].start) for at in firsts}
    counts_up = all(
        other.number[-1] == 1 or follows(one.number, other.number) for one, other in pairwise(labels)
    )
    is_repeated = len(firsts) >= LEAST_HOLDING and len(labels) > len(firsts)
    return bool(stops) and is_repeated and counts_up and len(places) == len(firsts)


def follows_all(labels: Sequence[Label]) -> bool:
    """Say whether there are two headings at least, and each comes just after the one before."""
    pairs = pairwise(labels)
    return len(labels) >= LEAST_HOLDING and all(follows(one.number, other.number) for one, other in pairs)
