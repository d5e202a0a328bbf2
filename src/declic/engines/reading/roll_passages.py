"""A passage made ready to be read word by word: mark-up blanked, wrapped lines told from list lines."""

import re
from collections import Counter
from dataclasses import dataclass

from declic.engines.reading.page_furniture import find_page_furniture
from declic.engines.reading.stamps import WHOLE_STAMP
from declic.engines.reading.text import Layout
from declic.units.folding import fold
from declic.units.spans import Span


MARKUP = re.compile(
    r"\*{1,3}|</?[a-z]{1,8}/?>|(?<!\w)_{1,2}(?=\w)|(?<=\w)_{1,2}(?!\w)|^#{1,6}(?= )", re.MULTILINE
)
PAGE_MARK = re.compile(r"\b[Pp](?:age|\.)\s?\d{1,3}(?:\s?(?:/|sur)\s?\d{1,3})?\s*$|^[Pp]age\s?\d{1,3}")
DIGITS = re.compile(r"\d+")
HARD_BLANKS = str.maketrans("\u00a0\u2007\u2009\u202f\t\f", "      ")
CUT_NAME = re.compile(
    r"(?:\b(?:M|Mr|Mme|Mlle)\.?|Monsieur|Madame) [A-ZÀ-Ý][\w'’-]{1,30}(?P<cut>\s{0,9}\n\s{0,90}\n\s{0,90})"
    r"(?=[A-ZÀ-Ý]{2}[\w'’ -]{0,30}[.,;])"
)
BLANK_LINE = re.compile(r"\r[ ]{0,200}\r")


@dataclass(frozen=True, slots=True)
class Passage:
    r"""
    A part of the text, same length, in which a blank stands for mark-up.

    A wrapped line ends with `\r` where its end means nothing, with `\n` where it parts two things. `folded` is
    the same without case and accents; `start` is where the passage stands in the text.
    """

    view: str
    folded: str
    start: int

    def span(self, start: int, end: int) -> Span:
        """Give a place of the passage as a place of the text."""
        return Span(self.start + start, self.start + end)

    def part(self, start: int, end: int) -> "Passage":
        """Give a part of the passage."""
        return Passage(self.view[start:end], self.folded[start:end], self.start + start)


def blank_markup(text: str) -> str:
    """Put blanks in the place of mark-up and of hard blanks: the places of all else stay the same."""
    return MARKUP.sub(lambda found: " " * len(found.group()), text).translate(HARD_BLANKS)


def blank_page_furniture(layout: Layout, view: str) -> str:
    """Put blanks in the place of page numbers, running titles and stamps, so that a list goes on past them."""
    numbers = find_page_furniture(layout)
    patterns = Counter(DIGITS.sub("#", line.text) for line in layout.lines if PAGE_MARK.search(line.text))
    parts: list[str] = []
    at = 0
    for line in layout.lines:
        is_repeated = patterns[DIGITS.sub("#", line.text)] > 1
        if line.number in numbers or is_repeated or WHOLE_STAMP.fullmatch(line.text):
            parts += [view[at : line.span.start], " " * len(line.text)]
            at = line.span.end
    return "".join([*parts, view[at:]])


def take_passage(view: str, span: Span) -> Passage:
    """Take a part of a text whose mark-up is blank; every line end means something until proved otherwise."""
    part = CUT_NAME.sub(_without_cut, span.of(view))
    return Passage(part, fold(part), span.start)


def with_wrapped_lines(passage: Passage) -> Passage:
    """Say that the line ends of the passage mean nothing, blank lines apart."""
    soft = BLANK_LINE.sub(lambda found: "\n" + found.group()[1:], passage.view.replace("\n", "\r"))
    return Passage(soft, fold(soft), passage.start)


def _without_cut(found: re.Match[str]) -> str:
    return found.group()[: found.start("cut") - found.start()] + "\r" + " " * (len(found["cut"]) - 1)
