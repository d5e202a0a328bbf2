"""Parts of a sitting said in words (« jusqu'à la question n°4 incluse ») become ranges of questions."""

import re
from collections.abc import Iterable, Sequence

from declic.units.question_ranges import QuestionRange


NOUN = r"(?:questions?|rapports?|points?|deliberations?|dossiers?|affaires?|sujets?|resolutions?|items?|numeros?)"
OF = r"(?:(?:de|du|des|d'|la|le|les|l'|a|au|aux)\s*){0,3}"
MOMENT = r"(?:(?:vote|examen|etude|lecture|presentation|debat|fin|debut|issue|adoption)\s+(?:de\s+la|du|de\s+l'|des|de)\s+)?"
SIGN = r"(?:n\s?[°ºo]s?\.?|n[.,]|no\.?)"
AWAY = (
    r"(?:absent\w*|sauf|hors|hormis|excepte\w*|a\s+l'exception|ne\s+(?:prend|participe|vote)\w*\s+pas(?:\s+part\s+au\s+vote)?|"
    r"n'(?:a|ont|ayant)\s+pas\s+(?:participe|pris\s+part|vote|assiste)\w*)"
)
MORE = r"(?:\s*(?:,|et)\s*\d{1,3}(?!\d|\s?h))*(?!\s*(?:-|–|a|au)\s*\d)"


GAP = r"(?:[^,;.()]|,(?=\s*(?:a\s+la\s+|au\s+|avant|apres|question|point|deliberation|rapport|dossier)))"
SAID = rf"(?:{NOUN}\s*{SIGN}?|{SIGN})"
MAYBE_SAID = rf"(?:{NOUN}\s*)?(?:{SIGN})?"


def _number(name: str, *, noun: str = SAID) -> str:
    return rf"{OF}{MOMENT}{noun}\s*:?\s*(?P<{name}>\d{{1,3}})(?![\d/-]|\s?h|\.\d)"


EVENTS = re.compile(
    rf"(?P<away>{AWAY}[^,;.()\d]{{0,25}}?\s)?(?P<both>(?<!\w){_number('low')}"
    rf"\s*(?:-|–|et\s+jusqu'a|jusqu'a|a|au|et)\s*{_number('high', noun=MAYBE_SAID)})"
    rf"|(?P<since>(?:a\s+partir|a\s+compter|depuis|des)\s+(?:l'\w+\s+)?{_number('first')})"
    rf"|(?P<until>jusqu(?:e|')\s*{_number('last')})(?P<outside>[\s,(]*(?:exclue?|non\s+(?:inclus|compris)e?))?"
    rf"|(?P<comes>(?:arriv|rejoin|entre|retour)\w*)(?P<when>{GAP}{{0,40}}?)\s{_number('come')}"
    rf"|(?P<goes>(?:depart|part(?:i|is|ie|ies|ant)\b|quitt)\w*)(?P<once>{GAP}{{0,40}}?)\s{_number('go')}"
    rf"|(?P<without>{AWAY}|sort\w*)[^,;.()\d]{{0,25}}?\s{_number('lacking')}(?P<more>{MORE})"
    rf"|(?P<only>uniquement|seulement|present\w*|pour|^|\()\s*{_number('sole')}(?P<others>{MORE})"
)
AFTER = re.compile(r"apres|issue|fin\b|suite")
BEFORE = re.compile(r"avant|debut")
INTEGER = re.compile(r"\d+")


def read_ranges(phrase: str, *, order: Sequence[int] = ()) -> tuple[QuestionRange, ...]:
    """
    Read the part of the sitting that a folded phrase says someone was in the room for; nothing said: no range.

    Ends follow the order of passage where it is known. « à partir de » and « jusqu'à » hold their question
    unless the phrase excludes it; who leaves *at* a question is away for it, who arrives at one is there.
    """
    ranges: list[QuestionRange] = []
    for event in EVENTS.finditer(phrase):
        ranges = _with_event(ranges, event, order)
    return tuple(ranges)


def complement(ranges: Iterable[QuestionRange], *, order: Sequence[int] = ()) -> tuple[QuestionRange, ...]:
    """Give the parts of the sitting that lie outside the ranges, which are in order and do not overlap."""
    gaps: list[QuestionRange] = []
    first: int | None = None
    is_open = True
    for taken in ranges:
        if taken.first is not None:
            last = step(taken.first, by=-1, order=order)
            if last is not None:
                gaps.append(QuestionRange(first, last))
        if taken.last is None:
            is_open = False
            break
        first = step(taken.last, by=1, order=order)
    if is_open and first is not None:
        gaps.append(QuestionRange(first, None))
    return tuple(gaps)


def step(question: int, *, by: int, order: Sequence[int] = ()) -> int | None:
    """Give the question that comes just after or before, in the order of passage; None beyond its ends."""
    if question not in order:
        return question + by if question + by > 0 else None
    at = order.index(question) + by
    return order[at] if 0 <= at < len(order) else None


def _with_event(
    ranges: list[QuestionRange], event: re.Match[str], order: Sequence[int]
) -> list[QuestionRange]:
    if event["both"]:
        part = QuestionRange(int(event["low"]), int(event["high"]))
        return list(complement([part], order=order)) if event["away"] else [*ranges, part]
    if event["without"]:
        return list(complement(_runs(_numbers(event["lacking"], event["more"]), order), order=order))
    if event["sole"]:
        return [*ranges, *_runs(_numbers(event["sole"], event["others"]), order)]
    if event["first"] or event["come"]:
        part = QuestionRange(_start_of(event, order), None)
    else:
        part = QuestionRange(None, _end_of(event, order))
    return _joined(ranges, part, order)


def _joined(ranges: list[QuestionRange], part: QuestionRange, order: Sequence[int]) -> list[QuestionRange]:
    """Add a part; « à partir de 3 » then « jusqu'à 7 » is one."""
    opened = ranges[-1] if ranges else None
    is_open = opened is not None and opened.last is None and opened.first is not None
    if (
        opened
        and is_open
        and opened.first
        and part.first is None
        and _comes_before(opened.first, part.last, order)
    ):
        return [*ranges[:-1], QuestionRange(opened.first, part.last)]
    return [*ranges, part]


def _start_of(event: re.Match[str], order: Sequence[int]) -> int | None:
    if event["first"]:
        return int(event["first"])
    question = int(event["come"])
    return step(question, by=1, order=order) if AFTER.search(event["when"] + event.group()) else question


def _end_of(event: re.Match[str], order: Sequence[int]) -> int | None:
    if event["last"]:
        question = int(event["last"])
        return step(question, by=-1, order=order) if event["outside"] else question
    question = int(event["go"])
    return question if AFTER.search(event["once"] + event.group()) else step(question, by=-1, order=order)


def _comes_before(first: int, last: int | None, order: Sequence[int]) -> bool:
    if last is None:
        return False
    if first in order and last in order:
        return order.index(first) <= order.index(last)
    return first <= last


def _numbers(first: str, more: str) -> list[int]:
    return [int(first), *(int(number) for number in INTEGER.findall(more or ""))]


def _runs(questions: list[int], order: Sequence[int]) -> list[QuestionRange]:
    """Join questions that follow each other into the fewest ranges."""
    runs: list[QuestionRange] = []
    for question in questions:
        if runs and runs[-1].last is not None and step(runs[-1].last, by=1, order=order) == question:
            runs[-1] = QuestionRange(runs[-1].first, question)
        else:
            runs.append(QuestionRange(question, question))
    return runs
