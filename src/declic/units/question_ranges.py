"""Parts of a sitting, said by the questions at which they start and end."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuestionRange:
    """
    A part of a sitting, both ends included; no first: since the opening, no last: until the end.

    The ends are question numbers, but the range runs along the **order of passage**: in a sitting
    that takes 46 before 45, « à partir de la question 45 » does not hold 46.
    """

    first: int | None = None
    last: int | None = None

    def holds(self, question: int, *, order: Sequence[int]) -> bool:
        """
        Say whether the question is taken within the range.

        Raises ValueError where the question or an end of the range is not in the order.
        """
        position = order.index(question)
        after_first = self.first is None or position >= order.index(self.first)
        before_last = self.last is None or position <= order.index(self.last)
        return after_first and before_last


WHOLE_SITTING = QuestionRange()
