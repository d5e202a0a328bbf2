"""Where a quantity stands: its sentence, its paragraph, the item and the axis that hold it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from declic.engines.reading.drafts import AxisDraft
from declic.engines.reading.text import BULLET, Layout, rejoin
from declic.units.spans import Span


ITEM = re.compile(r"[ \t]*(?:\d{1,2}(?:\.\d{1,2}){0,3}[ \t]?[-–.):]|[-–•·▪*][ \t])[ \t]*(?=\S)")
HEADING = re.compile(
    r"\s*(?:(?:article|axe|chapitre|titre|orientation|objectif|partie|section)\s+[\dIVX]|[A-H][ \t]?[-–.)][ \t]*[A-ZÀ-Ý])",
    re.IGNORECASE,
)
QUOTED = re.compile(r"[«“\"]\s?([^«»“”\"\n]{3,80}?)\s?[»”\"]")
TITLE_END = re.compile(
    r"[,:;.(«]|\s(?:visant|porté|portée|portés|portées|pour|qui|dont|en\sdirection|afin)\b"
)
NOT_A_TITLE = re.compile(
    r"(?:dans|en|au|aux|sur|avec|pour|par|à|grâce|depuis|ces?|cette|il|elles?|ils)\b"
    r"|(?:mesure|action|engagement|fiche|objectif|axe)\s(?:n\s?°\s?)?(?:[\dIVX]+|[A-H])\b",
    re.IGNORECASE,
)
LEADING_ARTICLE = re.compile(r"^(?:l['’]|(?:le|la|les)\s)", re.IGNORECASE)
CELLS = " | "
FURTHEST_ITEM = 6
LONGEST_ITEM = 30


@dataclass(frozen=True)
class Context:
    """
    A layout that can be asked, for any place in the text, what stands around it.

    `wholes` are passages, in order and apart, that no sentence goes out of: the measures of a plan have no full stop.
    """

    layout: Layout
    axes: Sequence[AxisDraft] = ()
    wholes: Sequence[Span] = ()

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.layout.sentences]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.span.start for line in self.layout.lines]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.span.start for paragraph in self.layout.paragraphs]

    def sentence(self, at: int) -> Span:
        """Give the sentence that holds a character, cut to the whole that holds it too."""
        index = bisect_right(self._sentence_starts, at) - 1
        said = self.layout.sentences[index] if index >= 0 else Span(0, at)
        return self._within(said, at)

    def end_of_whole(self, at: int) -> int:
        """Give where the whole that holds the character before a place ends; the text's end where none does."""
        return self._within(Span(0, len(self.layout.text)), at - 1).end

    def _within(self, passage: Span, at: int) -> Span:
        above = bisect_right(self.wholes, at, key=lambda whole: whole.start) - 1
        whole = self.wholes[above] if above >= 0 else None
        if whole is None or at >= whole.end:
            return passage
        return Span(max(passage.start, whole.start), min(passage.end, whole.end))

    def paragraph_index(self, at: int) -> int:
        """Give the position of the paragraph that holds a character; -1 before the first."""
        return bisect_right(self._paragraph_starts, at) - 1

    def paragraph(self, at: int) -> Span:
        """Give the paragraph that holds a character, cut to the whole that holds it too."""
        index = self.paragraph_index(at)
        return self._within(self.layout.paragraphs[index].span if index >= 0 else Span(0, at), at)

    def axis(self, at: int) -> int | None:
        """Give the number of the axis whose body holds a character, if any."""
        return next((axis.number for axis in self.axes if axis.body.start <= at < axis.body.end), None)

    def item(self, at: int) -> Span | None:
        """
        Give the list item that a character belongs to.

        Its own line or paragraph opens it, or a numbered paragraph a little above in the same section; of a row of a
        table, none but the row itself.
        """
        line = self.layout.lines[bisect_right(self._line_starts, at) - 1]
        if CELLS in line.text:
            return line.span if ITEM.match(line.text) else None
        return self._own_item(at) or self._item_above(self.paragraph_index(at))

    def _item_above(self, index: int) -> Span | None:
        for back in range(index - 1, max(-1, index - FURTHEST_ITEM), -1):
            paragraph = self.layout.paragraphs[back]
            first = paragraph.lines[0].text
            if HEADING.match(first):
                return None
            if ITEM.match(first) and not BULLET.match(first):
                return paragraph.span
        return None

    def _own_item(self, at: int) -> Span | None:
        last = bisect_right(self._line_starts, at) - 1
        for line in reversed(self.layout.lines[max(0, last - LONGEST_ITEM) : last + 1]):
            if line.is_blank or HEADING.match(line.text):
                return None
            if ITEM.match(line.text):
                return Span(line.span.start, self.paragraph(at).end)
        return None

    def item_name(self, at: int) -> str | None:
        """Give the short name of the item that a character belongs to, in the document's own words."""
        item = self.item(at)
        if item is None:
            return None
        words = rejoin(self.layout.text[item.start : min(item.end, item.start + 200)])
        body = words[found.end() :] if (found := ITEM.match(words)) else words
        quoted = QUOTED.search(body)
        end = TITLE_END.search(body)
        title = LEADING_ARTICLE.sub("", body[: end.start()] if end else body, count=1).strip(" -–")
        if quoted and (not title or NOT_A_TITLE.match(body)):
            return quoted.group(1)
        return title if title and not NOT_A_TITLE.match(body) and title[0].isalpha() else None
