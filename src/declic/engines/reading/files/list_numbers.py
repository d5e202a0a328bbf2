"""Numbers of lists as a reader of the page sees them: figures, letters, Roman numerals, several levels."""

import re


ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
LETTERS = 26
PLACE = re.compile(r"%(\d)")
MOST = 4_000
DASH = "-"


def shown_number(count: int, style: str) -> str:
    """Give a number in a style: `1`, `01`, `a`, `A`, `i`, `I`; empty for none."""
    if style in {"", "none"} or not 0 <= count <= MOST:
        return ""
    if style in {"i", "I"}:
        return _cased(_roman(count), style)
    if style in {"a", "A"}:
        return (
            _cased(chr(ord("a") + (count - 1) % LETTERS) * ((count - 1) // LETTERS + 1), style)
            if count
            else ""
        )
    return f"{count:02d}" if style == "01" else str(count)


def _cased(letters: str, style: str) -> str:
    return letters.upper() if style.isupper() else letters


def _roman(count: int) -> str:
    letters = ""
    for value, letter in ROMAN:
        while count >= value:
            letters += letter
            count -= value
    return letters
