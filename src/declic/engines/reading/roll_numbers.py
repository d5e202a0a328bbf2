"""Parts of the sitting said by the numbers of its acts (« jusqu'à la délibération 2024-06-03 ») become questions."""

import re
from collections.abc import Sequence

from declic.engines.reading.acts import ActReading
from declic.engines.reading.roll_moves import question_of_act


NUMBER = re.compile(
    r"(?P<noun>deliberations?\s+)?(?P<sign>n\s?[°ºo]s?\.?\s*|(?<=\s))(?P<number>[a-z]{0,6}[-_/ .]?\d[\w./-]{0,24}\w|\d)(?![\w/]|-\d|\s?h\b)"
)
SHORTEST = 4


def with_questions(view: str, folded: str, acts: Sequence[ActReading], *, start: int) -> str:
    """
    Give the text, same length, in which the roll says questions where it said the numbers of acts.

    An identifier stands for its act; a plain number that follows « délibération » stands for the one act whose
    identifier ends with it. What is none of the acts stays as it is.
    """
    known = _questions(acts)
    end = min((act.span.start for act in acts), default=0)
    if not known or start >= end:
        return view
    parts: list[str] = []
    at = 0
    for found in NUMBER.finditer(folded, start, end):
        words = found["number"]
        is_said = found["noun"] is not None or len(words) >= SHORTEST
        question = known.get(_key(words)) if is_said else None
        if question is not None:
            low, high = found.span("number")
            parts += [view[at:low], str(question).ljust(high - low)]
            at = high
    return "".join([*parts, view[at:]])


def _questions(acts: Sequence[ActReading]) -> dict[str, int]:
    """Give the question of each identifier, and of its last number where no other act ends with it."""
    whole: dict[str, int] = {}
    ends: dict[str, set[int]] = {}
    for place, act in enumerate(acts):
        number = (act.draft.number or "").lower()
        question = question_of_act(acts, place)
        if question is None or not re.search(r"\d\D+\d", number):
            continue
        whole[_key(number)] = question
        ends.setdefault(re.split(r"\D+", number)[-1].lstrip("0"), set()).add(question)
    tails = {tail: questions.pop() for tail, questions in ends.items() if len(questions) == 1 and tail}
    return tails | whole


def _key(number: str) -> str:
    return re.sub(r"[\s_./]+", "-", number.strip(" .-/")).lstrip("0")
