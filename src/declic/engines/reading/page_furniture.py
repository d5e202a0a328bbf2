"""Lines that belong to the page and not to the text: page numbers, and titles repeated at its head or foot."""

import re
from collections import Counter
from itertools import pairwise

from declic.engines.reading.heading_labels import Label, read_label
from declic.engines.reading.text import BULLET, Layout, Line, rejoin
from declic.units.folding import fold


PAGE_NUMBER = re.compile(r"(?:page ?|p\. ?|[-–—] ?)?(?P<number>\d{1,3})(?: ?(?:/|sur) ?\d{1,3}| ?[-–—])?$")
TITLED_NUMBER = re.compile(r".{3,100}[ –—|-](?:page ?|p\. ?)(?P<number>\d{1,3})(?: ?(?:/|sur) ?\d{1,3})?$")
DIGITS = re.compile(r"\d+")
LEAST_PAGES = 3
LEAST_TITLED = 2
STEADY_SHARE = 0.5
MOSTLY_THERE = 0.8
LONGEST_TITLE = 120


def find_page_furniture(layout: Layout) -> frozenset[int]:
    """
    Give the numbers of the lines that the page repeats.

    Page numbers prove themselves by counting up, three at least, or two after a title that comes back (« Plan de la
    ville – page 2 »); a repeated line is a running title where it stands on the same side of most of them, and nearly
    nowhere else.
    """
    filled = [line for line in layout.lines if not line.is_blank]
    titled = _titled_pages(filled) | _above_headings(filled)
    numbers = _page_numbers(filled)
    if not numbers:
        return titled
    beside = [
        (side, filled[at + side])
        for at, line in enumerate(filled)
        if line.number in numbers
        for side in (-1, 1)
        if 0 <= at + side < len(filled) and _may_run(filled[at + side])
    ]
    counts = Counter((side, _pattern(line)) for side, line in beside)
    everywhere = Counter(_pattern(line) for line in filled)
    least = max(LEAST_PAGES, len(numbers) * STEADY_SHARE)
    running = {
        pattern
        for (_, pattern), count in counts.items()
        if count >= least and count >= everywhere[pattern] * MOSTLY_THERE
    }
    titles = {line.number for line in filled if _pattern(line) in running}
    return frozenset(numbers | titles | titled)


def _may_run(line: Line) -> bool:
    """Say whether a line may be a running title: short, no item of a list, no end of a sentence."""
    is_title = not line.text.endswith((".", ";", ",", ":")) and not line.text[0].islower()
    return is_title and len(line.text) <= LONGEST_TITLE and not BULLET.match(line.text)


def _above_headings(filled: list[Line]) -> frozenset[int]:
    """
    Give the lines that stand, word for word, just above three headings at least and nowhere else.

    The title of a page stands above the first heading of all too, which the last field of a part cannot do.
    """
    counts = Counter(line.text for line in filled)
    above: dict[str, list[tuple[int, Label]]] = {}
    for line, after in pairwise(filled):
        if counts[line.text] < LEAST_PAGES or not _may_run(line) or read_label(line) is not None:
            continue
        label = read_label(after)
        if label is not None and label.word:
            above.setdefault(line.text, []).append((line.number, label))
    return frozenset(
        number
        for text, found in above.items()
        if len(found) == counts[text] and set(found[0][1].number) == {1}
        for number, _ in found
    )


def _titled_pages(filled: list[Line]) -> frozenset[int]:
    """Give the lines « Plan de la ville – page 2 » that count up; one is enough after the title of the document."""
    pages: dict[str, list[tuple[int, Line]]] = {}
    title = rejoin(filled[0].text).strip("# ") if filled else ""
    for line in filled:
        if match := TITLED_NUMBER.match(fold(line.text)):
            pages.setdefault(_pattern(line), []).append((int(match["number"]), line))
    return frozenset(
        number
        for pattern, found in pages.items()
        for number in _counting_up(found, least=1 if pattern.startswith(f"{title} ") else LEAST_TITLED)
    )


def _page_numbers(filled: list[Line]) -> set[int]:
    found = [(int(match["number"]), line) for line in filled if (match := PAGE_NUMBER.match(fold(line.text)))]
    return _counting_up(found)


def _counting_up(found: list[tuple[int, Line]], *, least: int = LEAST_PAGES) -> set[int]:
    chain: list[tuple[int, Line]] = []
    for number, line in found:
        if not chain or number == chain[-1][0] + 1:
            chain.append((number, line))
        elif len(chain) < least:
            chain = [(number, line)]
    return {line.number for _, line in chain} if len(chain) >= least else set()


def _pattern(line: Line) -> str:
    return DIGITS.sub("#", rejoin(line.text))
