"""The lines of pages: pieces side by side, running titles left out, cut words rejoined."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from declic.engines.reading.files.pages import Box
from declic.engines.reading.files.pdf_lines import Piece
from declic.engines.reading.stamps import opens_stamp
from declic.units.french_hyphens import KEPT_HYPHENS


HEAD, FOOT = 0.12, 0.88
LEAST_PAGES = 3
LEAST_STAMPS = 2
STEADY_SHARE = 0.5
COUNTS = (
    (re.compile(r"\b(page|p\.) ?\d+", re.IGNORECASE), r"\1 #"),
    (re.compile(r"^\d+\b"), "#"),
    (re.compile(r"(?:\d+ ?(?:/|sur|-|–) ?)?\b\d+(?= ?[-–]?$)"), "#"),
)
"""What counts the pages in a running title: « page 2 », or a number at one of its ends."""
NUMBERED = re.compile(
    r"(?:axes?|actions?|mesures?|objectifs?|orientations?|engagements?|articles?|fiches?|titres?|chapitres?|annexes?|"
    r"d[ée]lib[ée]rations?|rapports?|points?|questions?|parties?)\b.*\d",
    re.IGNORECASE,
)
"""A heading that counts: the head of a page is where a sheet begins, and its number is no page number."""
BARE_NUMBER = re.compile(r"(?:page |p\.? ?)?[-–—]? ?# ?(?:(?:/|sur|-|–) ?#?)?", re.IGNORECASE)
CUT = re.compile(r"(?P<start>[^\W\d_]{2,})(?P<mark>[-\u00ad\u2010])$")
REST = re.compile(r"(?P<rest>[^\W\d_]{2,})\S*")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class PageLine:
    """
    A line of a page and its box, in points from the top left corner.

    `words_at` are the left and the right of each word, none where they are not told apart; `tails` are the boxes of the
    end of its last word, where that goes on below.
    """

    words: str
    left: float
    top: float
    right: float
    bottom: float
    words_at: tuple[tuple[float, float], ...] = ()
    tails: tuple[Box, ...] = ()
    is_aslant: bool = False


def lines_of(pieces: Iterable[Piece]) -> list[PageLine]:
    """Join the pieces that stand on one line, a single space between them."""
    lines: list[PageLine] = []
    for piece in pieces:
        own = PageLine(
            piece.words,
            piece.left,
            piece.top,
            piece.right,
            piece.bottom,
            piece.words_at,
            is_aslant=piece.is_aslant,
        )
        lines.append(own if piece.begins_line or not lines else _joined(lines.pop(), own))
    return lines


def without_furniture(
    pages: Sequence[list[PageLine]], *, heights: Sequence[float]
) -> tuple[list[list[PageLine]], list[list[str]]]:
    """
    Leave out what the pages repeat at their head or foot, and give it apart, page by page.

    A line that most pages repeat, but for the number of the page, is no part of the text; nor is one that most pages of
    one side do, odd or even, and a stamp that comes back. It stays at the head of the first page, where it may say a date
    that nothing else says, and so does the heading of a part where it comes first; a bare page number stays nowhere.
    """
    at_ends = [_at_ends(lines, height=height) for lines, height in zip(pages, heights, strict=True)]
    running = _running(at_ends) | _running(at_ends[::2]) | _running(at_ends[1::2])
    kept: list[list[PageLine]] = []
    taken: list[list[str]] = []
    seen: set[str] = set()
    for rank_of_page, (lines, patterns) in enumerate(zip(pages, at_ends, strict=True)):
        out = {rank for rank, pattern in patterns.items() if pattern in running}
        if rank_of_page == 0:
            out = {rank for rank in out if not _is_title(lines[rank], height=heights[0])}
        out -= {rank for rank in out if NUMBERED.match(patterns[rank]) and patterns[rank] not in seen}
        seen.update(patterns.values())
        kept.append([line for rank, line in enumerate(lines) if rank not in out])
        taken.append([lines[rank].words for rank in sorted(out)])
    return kept, taken


def with_whole_words(pages: Sequence[list[PageLine]]) -> list[list[PageLine]]:
    """Rejoin the words that are cut at the ends of lines: the whole word stands on the first of the two lines."""
    known = Counter(word.lower() for lines in pages for line in lines for word in WORD.findall(line.words))
    mended: list[list[PageLine]] = []
    for lines in pages:
        own: list[PageLine] = []
        for line in lines:
            if own and (joined := _mended(own[-1].words, line.words, known=known)):
                own[-1] = replace(own[-1], words=joined[0], tails=(*own[-1].tails, _first_word(line)))
                line = replace(line, words=joined[1], words_at=line.words_at[1:])  # noqa: PLW2901 — the rest of the line
            if line.words:
                own.append(line)
        mended.append([replace(line, words=line.words.replace("\u00ad", "")) for line in own])
    return mended


def _running(at_ends: Sequence[dict[int, str]]) -> set[str]:
    counts = Counter(pattern for patterns in at_ends for pattern in set(patterns.values()))
    least = max(LEAST_PAGES, len(at_ends) * STEADY_SHARE)
    return {
        pattern
        for pattern, count in counts.items()
        if count >= least or (count >= LEAST_STAMPS and opens_stamp(pattern))
    }


def _is_title(line: PageLine, *, height: float) -> bool:
    return line.bottom < HEAD * height and BARE_NUMBER.fullmatch(_pattern(line.words)) is None


def _at_ends(lines: Sequence[PageLine], *, height: float) -> dict[int, str]:
    return {
        rank: _pattern(line.words)
        for rank, line in enumerate(lines)
        if line.bottom < HEAD * height or line.top > FOOT * height or line.is_aslant
    }


def _pattern(words: str) -> str:
    if NUMBERED.match(words):
        return words
    for count, masked in COUNTS:
        words = count.sub(masked, words)
    return words


def _joined(first: PageLine, second: PageLine) -> PageLine:
    return PageLine(
        f"{first.words} {second.words}",
        min(first.left, second.left),
        min(first.top, second.top),
        max(first.right, second.right),
        max(first.bottom, second.bottom),
        first.words_at + second.words_at if first.words_at and second.words_at else (),
    )


def _first_word(line: PageLine) -> Box:
    left, right = line.words_at[0] if line.words_at else (line.left, line.right)
    return (left, line.top, right, line.bottom)


def _mended(first: str, second: str, *, known: Counter[str]) -> tuple[str, str] | None:
    cut, rest = CUT.search(first), REST.match(second)
    if cut is None or rest is None:
        return None
    with_hyphen = first[: cut.start()].endswith("-") or _keeps_hyphen(cut, rest["rest"], known=known)
    word = f"{'-' if with_hyphen else ''}{rest.group()}"
    return first[: cut.start("mark")] + word, second[rest.end() :].strip()


def _keeps_hyphen(cut: re.Match[str], rest: str, *, known: Counter[str]) -> bool:
    """Say whether the hyphen belongs to the word: the text itself says it elsewhere, else usage."""
    start = cut["start"].lower()
    if cut["mark"] == "\u00ad":
        return False
    if known[start + rest.lower()]:
        return False
    return bool(known[f"{start}-{rest.lower()}"]) or rest[0].isupper() or start in KEPT_HYPHENS
