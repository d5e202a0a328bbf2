"""The words of the French calendar: months, weekdays, and how a text writes a year."""

import datetime

from declic.units.french_number_words import CARDINAL_WORDS, plain_word
from declic.units.french_numbers import read_number


WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
SHORT_MONTHS = {"janv": 1, "fevr": 2, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "dec": 12}
MONTH_NUMBERS = {plain_word(month): number for number, month in enumerate(MONTHS, start=1)} | SHORT_MONTHS

_WORD = "|".join(CARDINAL_WORDS)
GAP = "(?:[ \u00a0\u202f]{1,2}|[ \u00a0]?\n[ \t]{0,8})"
WEEKDAY = f"(?:{'|'.join(WEEKDAYS)})"
MONTH = (
    r"(?:janvier|janv\.|f[ée]vrier|f[ée]vr\.|mars|avril|mai|juin|juillet|juil\.|ao[ûu]t|septembre|sept\."
    r"|octobre|oct\.|novembre|nov\.|d[ée]cembre|d[ée]c\.)(?!\w)"
)
YEAR_IN_FIGURES = r"(?:19|20)\d{2}(?![\d]|[.,/]\d)"
YEAR = (
    rf"(?:{YEAR_IN_FIGURES}|(?:deux[\s-]mil(?:le)?(?!\w)|mil(?:le)?\sneuf[\s-]cents?)"
    rf"(?:[-\s]{{1,2}}(?:et[-\s])?(?:{_WORD})\b){{0,4}})"
)
DAY_IN_FIGURES = r"(?:1\s?er\b|1\^\{er\}|1ᵉʳ|(?:0?[1-9]|[12]\d|3[01])(?!\d))"
DAY_IN_WORDS = rf"(?:premier|(?:{_WORD})(?:[-\s]{{1,2}}(?:et[-\s]{{1,2}})?(?:{_WORD})\b){{0,2}})"
TURN = r"(?:prochaine?s?|derni(?:er|ère)s?|pass[ée]e?s?)\b"
TO_COME = frozenset({"prochain", "prochaine", "prochains", "prochaines"})


def weekday_of(day: datetime.date) -> str:
    """Give the French name of the day of the week."""
    return WEEKDAYS[day.weekday()]


def month_number(word: str) -> int:
    """Give the number of a month from its name, whole or cut short. Raises KeyError for another word."""
    return MONTH_NUMBERS[plain_word(word).removesuffix(".")]


def day_number(words: str) -> int:
    """Give the number of a day of the month (« 1er », « vingt-cinq »); 0 where it is none."""
    kept = words.replace("^{er}", "er").replace("ᵉʳ", "er").replace("1 er", "1er")
    return int(read_number(kept) or 0)


def year_number(words: str) -> int:
    """Give a year written in figures or in words; 0 where it is none."""
    return int(read_number(words) or 0)


def make_day(year: int, month: int, day: int) -> datetime.date | None:
    """Give the day, or None where the calendar has no such day."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def year_of_turn(turn: str, *, month: int, day: int | None, reference: datetime.date) -> int:
    """
    Give the year of « le 14 juin prochain » or « dernier », counted from the day it was said.

    Without a day, a month is next or last only if it is not the reference's own.
    """
    if turn.lower() in TO_COME:
        is_later = (month, day or 0) > (reference.month, reference.day)
        return reference.year if is_later else reference.year + 1
    is_earlier = (month, day or 32) < (reference.month, reference.day)
    return reference.year if is_earlier else reference.year - 1
