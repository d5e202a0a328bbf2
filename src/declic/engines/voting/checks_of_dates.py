"""The check of the calendar: weekday, convening, publication, order of passage, numbering, appeal."""

import re
from collections import Counter
from itertools import pairwise

from declic.engines.voting.calendar import WEEKDAYS, appeal_deadline, weekday_agrees
from declic.engines.voting.roll import Roll
from declic.engines.voting.verdicts import Check, Counted, Verdict, counted


LAST_NUMBER = re.compile(r"(\d{1,9})\D{0,3}$")
BEFORE_YEAR = re.compile(r"(\d{1,9})\D{1,2}((?:19|20)\d{2}|\d{2})\D{0,3}$")
FEWEST_NUMBERS = 3
FIELDS = ("date", "weekday", "published_on", "order")


def calendar_agrees(sitting: Counted) -> Check:
    """Hold the weekday to the date, the dates to each other, the acts to numbers without a gap."""
    rule, roll = "calendar_agrees", sitting.roll
    parts = [
        part
        for part in (_weekday(roll), _convened(roll), _published(roll), _order(roll), _numbers(roll))
        if part
    ]
    if not parts:
        return Check(rule, Verdict.NOT_CHECKABLE, "Ni jour de semaine, ni publication, ni suite de numéros.")
    wrong = [words for agrees, words in parts if not agrees]
    said = wrong or [words for _, words in parts]
    if not wrong and roll.published_on and roll.appeal_months:
        last = appeal_deadline(roll.published_on, months=roll.appeal_months)
        said.append(f"recours possible jusqu'au {last:%d/%m/%Y} (calculé)")
    message = " ; ".join(said)
    verdict = Verdict.CONTRADICTION if wrong else Verdict.OK
    return Check(rule, verdict, f"{message[0].upper()}{message[1:]}.", fields=FIELDS)


def _weekday(roll: Roll) -> tuple[bool, str] | None:
    if not roll.held_on or not roll.weekday:
        return None
    real = WEEKDAYS[roll.held_on.weekday()]
    if weekday_agrees(roll.held_on, weekday=roll.weekday):
        return True, f"le {roll.held_on:%d/%m/%Y} est bien un {real}"
    return False, f"le {roll.held_on:%d/%m/%Y} est un {real}, le texte dit {roll.weekday}"


def _convened(roll: Roll) -> tuple[bool, str] | None:
    if not roll.held_on or not roll.convened_on:
        return None
    days = (roll.held_on - roll.convened_on).days
    return days >= 0, f"convoquée {counted(abs(days), 'jour')} {'avant' if days >= 0 else 'après'} la séance"


def _published(roll: Roll) -> tuple[bool, str] | None:
    if not roll.held_on or not roll.published_on:
        return None
    days = (roll.published_on - roll.held_on).days
    return days >= 0, f"publiée {counted(abs(days), 'jour')} {'après' if days >= 0 else 'avant'} la séance"


def _order(roll: Roll) -> tuple[bool, str] | None:
    """Look for a question taken twice; one that was withdrawn leaves a gap, which says nothing wrong."""
    if not roll.order:
        return None
    twice = [question for question, times in Counter(roll.order).items() if times > 1]
    if twice:
        return False, f"l'ordre de passage prend deux fois la question {twice[0]}"
    return True, f"{counted(len(roll.order), 'question')}, chacune une fois"


def _numbers(roll: Roll) -> tuple[bool, str] | None:
    numbers = sorted(_ranks([act.number for act in roll.acts if act.number]))
    twice = next((low for low, high in pairwise(numbers) if low == high), None)
    if twice is not None:
        return False, f"deux délibérations ont le numéro {twice}"
    if len(numbers) < FEWEST_NUMBERS:
        return None
    seen = _ranks_seen(roll.numbers_seen)
    gap = next(
        (
            (low, high)
            for low, high in pairwise(numbers)
            if high != low + 1 and seen.isdisjoint(range(low + 1, high))
        ),
        None,
    )
    if gap:
        return False, f"la numérotation passe de {gap[0]} à {gap[1]}"
    return True, f"délibérations numérotées de {numbers[0]} à {numbers[-1]} sans trou"


def _ranks_seen(numbers: tuple[str, ...]) -> set[int]:
    """Give every rank that the numbers which the text shows may have: what was only not read leaves no gap."""
    found = [pattern.search(number) for number in numbers for pattern in (LAST_NUMBER, BEFORE_YEAR)]
    return {int(match[1]) for match in found if match}


def _ranks(numbers: list[str]) -> list[int]:
    """Give the place of each act in its series: the last figures, or those before the year that ends them all."""
    dated = [BEFORE_YEAR.search(number) for number in numbers]
    years = {match[2] for match in dated if match}
    if len(numbers) > 1 and all(dated) and len(years) == 1:
        return [int(match[1]) for match in dated if match]
    found = [LAST_NUMBER.search(number) for number in numbers]
    series = {number[: match.start()] for number, match in zip(numbers, found, strict=True) if match}
    return [int(match[1]) for match in found if match] if len(series) == 1 else []
