"""Text in lower case and without accents, character for character, so that places in it stay the same."""

import unicodedata


def _plain_letter(letter: str) -> str:
    lowered = letter.lower()
    base = unicodedata.normalize("NFD", lowered)[:1]
    return base if len(lowered) == 1 and base else letter


APOSTROPHES = "’‘ʼ´`′"
HYPHENS = "‐‑−"
BLANKS = "\u00a0\u2007\u2009\u202f\t"
PLAIN = {code: _plain_letter(chr(code)) for code in range(0x41, 0x250) if chr(code).isalpha()}
PLAIN |= {ord(mark): "'" for mark in APOSTROPHES}
PLAIN |= {ord(mark): "-" for mark in HYPHENS}
PLAIN |= {ord(mark): " " for mark in BLANKS}


def fold(text: str) -> str:
    """
    Give the text in lower case, without accents, with straight apostrophes and plain blanks.

    Nothing is added or taken away: `fold(text)[start:end]` is what `text[start:end]` folds to. « œ » and « æ »
    stay as they are; lines keep their ends.
    """
    return text.translate(PLAIN)
