"""What a reader of figures sees: the text, its numbers, and the quantities already read."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from enum import Enum, auto

from declic.engines.reading.quantities_context import Context
from declic.units.french_hours import HourLength
from declic.units.french_numbers import NumberMention
from declic.units.spans import Span


FURTHEST = 40
WIDEST = 400


class QuantityKind(Enum):
    """What a quantity is: it decides what later quantities may inherit from it."""

    COUNT = auto()
    SHARE = auto()
    RATE = auto()
    MEASURE = auto()
    RANK = auto()
    MULTIPLE = auto()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure before its subject is known; `end` is where the words of its unit end."""

    spans: tuple[Span, ...]
    kind: QuantityKind
    unit: str
    end: int
    value: float | None = None
    low: float | None = None
    high: float | None = None
    qualifier: str | None = None
    is_inherited: bool = False

    @property
    def span(self) -> Span:
        """Where its value is said."""
        return self.spans[0]


@dataclass
class Scene:
    """The numbers of a text that may be figures, and what was already made of those before."""

    context: Context
    numbers: list[NumberMention]
    lengths: list[HourLength]
    dates: list[Span]
    quantities: list[Quantity] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The whole text."""
        return self.context.layout.text

    def before(self, at: int, *, width: int = 40) -> str:
        """Give the few characters before a place, with line ends as spaces."""
        return self.text[max(0, at - width) : at].replace("\n", " ")

    def between(self, index: int) -> str | None:
        """Give the words between a number and the next one; None for the last."""
        if index + 1 >= len(self.numbers):
            return None
        return self.text[self.numbers[index].span.end : self.numbers[index + 1].span.start]

    def length_at(self, span: Span) -> HourLength | None:
        """Give the length in hours that a number is part of, if any."""
        index = bisect_right(self.lengths, span.start, key=lambda length: length.span.start) - 1
        found = self.lengths[index] if index >= 0 else None
        return found if found and found.span.meets(span) else None

    def last_in_paragraph(self, at: int, *kinds: QuantityKind) -> Quantity | None:
        """Give the nearest earlier quantity of the paragraph that is of one of these kinds."""
        start = self.context.paragraph(at).start
        for quantity in reversed(self.quantities[-FURTHEST:]):
            if quantity.span.start < start:
                return None
            if quantity.kind in kinds and quantity.span.end <= at:
                return quantity
        return None

    def dates_in(self, passage: Span) -> list[Span]:
        """Give the dates that lie within a passage, in reading order."""
        first = bisect_left(self.dates, passage)
        last = bisect_left(self.dates, Span(passage.end, passage.end))
        return [span for span in self.dates[first:last] if passage.holds(span)]

    def sentence_around(self, span: Span) -> Span:
        """Give the sentence of a passage, cut to what stands near: a text without a full stop has but one."""
        sentence = self.context.sentence(span.start)
        return Span(max(sentence.start, span.start - WIDEST), min(sentence.end, span.end + WIDEST))
