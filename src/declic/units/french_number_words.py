"""Numbers in French words: written from a value, and read back from a run of words."""
# ruff: noqa: PLR2004 - in a grammar of numbers, the numbers are their own names

import unicodedata
from collections.abc import Sequence


BELOW_TWENTY = [
    *["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"],
    *["dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"],
]
TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}
BELOW_SEVENTEEN = {"zero": 0, "une": 1} | {
    word.replace("é", "e"): value for value, word in enumerate(BELOW_TWENTY[:17])
}
WORD_TENS = {word: ten for ten, word in TENS.items()} | {
    "septante": 70,
    "huitante": 80,
    "octante": 80,
    "nonante": 90,
}
HUNDREDS = frozenset({"cent", "cents"})
FOUR_TWENTIES = frozenset({"vingt", "vingts"})
THOUSANDS = frozenset({"mille", "mil"})
SCALES = {"million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9}
CARDINAL_WORDS = tuple(
    sorted(
        {*BELOW_TWENTY[:17], "zero", "une", *WORD_TENS, "vingts", *HUNDREDS, *THOUSANDS, *SCALES},
        key=lambda word: (-len(word), word),
    ),
)
ORDINAL_STEMS = {
    "un": "un",
    "deux": "deux",
    "trois": "trois",
    "quatr": "quatre",
    "cinqu": "cinq",
    "six": "six",
    "sept": "sept",
    "huit": "huit",
    "neuv": "neuf",
    "dix": "dix",
    "onz": "onze",
    "douz": "douze",
    "treiz": "treize",
    "quatorz": "quatorze",
    "quinz": "quinze",
    "seiz": "seize",
    "vingt": "vingt",
    "trent": "trente",
    "quarant": "quarante",
    "cinquant": "cinquante",
    "soixant": "soixante",
    "cent": "cent",
    "mill": "mille",
}


def spell_number(value: int) -> str:
    """
    Write a whole number in French words, from 0 to 999 999.

    Traditional spelling: « vingt et un », « quatre-vingts », « deux mille ». Raises ValueError elsewhere.
    """
    if not 0 <= value < 10**6:
        raise ValueError("Seuls les entiers de 0 à 999 999 s'écrivent ici en lettres.")
    thousands, rest = divmod(value, 1000)
    if not thousands:
        return _spell_below_thousand(rest, ends=True)
    head = "mille" if thousands == 1 else f"{_spell_below_thousand(thousands, ends=False)} mille"
    return f"{head} {_spell_below_thousand(rest, ends=True)}" if rest else head


def _spell_below_thousand(value: int, *, ends: bool) -> str:
    hundreds, rest = divmod(value, 100)
    if not hundreds:
        return _spell_below_hundred(rest, ends=ends)
    head = "cent" if hundreds == 1 else f"{BELOW_TWENTY[hundreds]} cent"
    if rest:
        return f"{head} {_spell_below_hundred(rest, ends=ends)}"
    return f"{head}s" if ends and hundreds > 1 else head


def _spell_below_hundred(value: int, *, ends: bool) -> str:
    if value < 20:
        return BELOW_TWENTY[value]
    if value >= 80:
        plural = "s" if ends else ""
        return f"quatre-vingt-{BELOW_TWENTY[value - 80]}" if value > 80 else f"quatre-vingt{plural}"
    ten = min(value // 10 * 10, 60)
    rest = value - ten
    if not rest:
        return TENS[ten]
    return f"{TENS[ten]} et {BELOW_TWENTY[rest]}" if rest in {1, 11} else f"{TENS[ten]}-{BELOW_TWENTY[rest]}"


def plain_word(word: str) -> str:
    """Give a word in lower case without its accents, as it is looked up here."""
    return "".join(
        letter for letter in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(letter)
    )


def take_cardinal(words: Sequence[str], *, at: int) -> tuple[int, int]:
    """
    Read the longest number that starts at a word: its value, and the position after its last word.

    The words are plain, « et » included. Where no number starts, the position is `at` itself; « deux trois »
    is two numbers, « cinq cent deux mille » one.
    """
    value, end = _take_thousands(words, at)
    if end == at or end >= len(words) or words[end] not in SCALES:
        return value, end
    scale = SCALES[words[end]]
    rest, rest_end = _take_thousands(words, end + 1)
    return value * scale + rest, rest_end


def read_ordinal_word(word: str) -> int | None:
    """Give the rank that an ordinal in words says (« vingt-troisième », « second »); None for any other word."""
    plain = plain_word(word).replace("\n", " ")
    if plain.rstrip("s") in {"premier", "premiere"}:
        return 1
    if plain.rstrip("s") in {"second", "seconde"}:
        return 2
    *before, last = plain.replace("-", " ").split() or [""]
    stem = ORDINAL_STEMS.get(last.removesuffix("s").removesuffix("ieme"))
    if stem is None or "ieme" not in last:
        return None
    words = [*before, stem]
    value, end = take_cardinal(words, at=0)
    return value if end == len(words) else None


def _take_thousands(words: Sequence[str], at: int) -> tuple[int, int]:
    value, end = _take_hundreds(words, at)
    if end < len(words) and words[end] in THOUSANDS and (end == at or value > 1):
        rest, rest_end = _take_hundreds(words, end + 1)
        return (value if end > at else 1) * 1000 + rest, rest_end
    return value, end


def _take_hundreds(words: Sequence[str], at: int) -> tuple[int, int]:
    value, end = _take_tens(words, at)
    if end < len(words) and words[end] in HUNDREDS and (end == at or 1 < value < 10):
        rest, rest_end = _take_tens(words, end + 1)
        return (value if end > at else 1) * 100 + rest, rest_end
    return value, end


def _take_tens(words: Sequence[str], at: int) -> tuple[int, int]:
    word, following = (*words[at : at + 2], "", "")[:2]
    if word == "quatre" and following in FOUR_TWENTIES:
        rest, end = _take_units(words, at + 2, below=20)
        return 80 + rest, end
    ten = WORD_TENS.get(word)
    if ten is None:
        return _take_units(words, at, below=20)
    joined = following == "et"
    rest, end = _take_units(words, at + 1 + joined, below=20 if ten == 60 else 10)
    if joined and rest not in {1, 11}:
        return ten, at + 1
    return ten + rest, end


def _take_units(words: Sequence[str], at: int, *, below: int) -> tuple[int, int]:
    value = BELOW_SEVENTEEN.get(words[at]) if at < len(words) else None
    if value is None or value >= below:
        return 0, at
    tail = BELOW_SEVENTEEN.get(words[at + 1], 0) if value == 10 and at + 1 < len(words) else 0
    return (value + tail, at + 2) if 7 <= tail <= 9 else (value, at + 1)
