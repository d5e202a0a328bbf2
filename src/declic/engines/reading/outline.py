"""The numbered headings of a text, accepted by the proof of their numbering: three that follow each other."""

from dataclasses import dataclass, replace
from itertools import accumulate, zip_longest

from declic.engines.reading.echoes import Scene, SortedLabels, in_order, say_once
from declic.engines.reading.heading_labels import Label, read_labels
from declic.engines.reading.numbering import counts_anew, is_proven
from declic.engines.reading.plan_words import ACTION_RANKS, WEAK_WORDS, rank_of
from declic.engines.reading.text import Layout


ORDERLY_LEAST = 0.6
OPENING = 400


@dataclass(frozen=True, slots=True)
class Series:
    """
    Headings that share a word and a way of numbering, in order.

    `echoes` are lines that say the same headings again (a table of contents, a summary), `repeats` those that
    say one again on its next page; `is_proven` where three at least count up one by one somewhere (« Mesure »,
    « Action »: or from one again under three headings), and most of what has this word and number is in order.
    """

    word: str
    shape: str
    labels: tuple[Label, ...]
    echoes: tuple[Label, ...]
    repeats: tuple[Label, ...]
    is_proven: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """
    Every announcement of a text from a place on, and the series that they make.

    `left_out` are the lines of a table of contents, the repeats, and the numbers that stand without their words.
    """

    labels: tuple[Label, ...]
    series: tuple[Series, ...]
    left_out: frozenset[int]

    def proven(self) -> tuple[Series, ...]:
        """Give the series whose numbering proves that they are headings."""
        return tuple(series for series in self.series if series.is_proven)


def read_outline(layout: Layout, *, since: int = 0, furniture: frozenset[int] = frozenset()) -> Outline:
    """
    Read the announcements that stand after a place, and gather them in series.

    `furniture` are the lines of the page: they say nothing of the text.
    """
    labels = tuple(label for label in read_labels(layout) if label.start >= since)
    written = _without_contents(layout, labels)
    keys = dict.fromkeys(label.key for label in written)
    said = (0 if line.number in furniture else len(line.text) + 1 for line in layout.lines)
    scene = Scene(layout, written, {label.line: label for label in labels}, [0, *accumulate(said)], furniture)
    series = tuple(_read_series(scene, written, key) for key in keys)
    left_out = {label.line for label in labels} - {label.line for label in written}
    left_out |= {label.line for one in series for label in one.repeats}
    return Outline(labels, series, frozenset(left_out))


def _without_contents(layout: Layout, labels: tuple[Label, ...]) -> list[Label]:
    """
    Leave out the lines of a table of contents, and the numbers that announce nothing.

    A number alone on its line, just under another one, is left out too: which words are its own is unsure.
    """
    kept: list[Label] = []
    was_silent = False
    for label, after in zip_longest(labels, labels[1:]):
        end = after.start if after else len(layout.text)
        is_alone = not label.title.of(layout.text)
        opening = layout.text[label.title.start : min(end, label.title.start + OPENING)]
        is_silent = not any(letter.isalpha() for letter in opening)
        if not (is_silent or label.in_contents or (is_alone and was_silent)):
            kept.append(label)
        was_silent = is_silent
    return kept


def _read_series(scene: Scene, labels: list[Label], key: tuple[str, str]) -> Series:
    own = [label for label in labels if label.key == key]
    scene = replace(scene, others=[label for label in labels if 0 < rank_of(label.word) < rank_of(key[0])])
    if key[0] or len(key[1]) > 1:
        found = say_once(scene, own)
    else:
        found = SortedLabels(in_order(scene, own), [], [], len(own))
    return Series(
        word=key[0],
        shape=key[1],
        labels=tuple(found.kept),
        echoes=tuple(found.echoes),
        repeats=tuple(found.repeats),
        is_proven=_is_proven(key[0], found.kept) and len(found.kept) >= ORDERLY_LEAST * found.count,
    )


def _is_proven(word: str, kept: list[Label]) -> bool:
    is_named = word in ACTION_RANKS and word not in WEAK_WORDS
    return is_proven(kept) or (is_named and counts_anew(kept))
