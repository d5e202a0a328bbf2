"""Odd glyphs of a PDF become the letters that a reader sees."""

import re
import unicodedata


LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
SYMBOLS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0e0": "➢", "\uf0fc": "✓", "\uf06f": "◦", "\uf02d": "-", "\uf0a8": "◦", "\uf0be": "-"}  # fmt: skip
TABLE = str.maketrans({**LIGATURES, **SYMBOLS, "\u200b": "", "\ufeff": ""})
NO_LETTER = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\uffff]")
BLANKS = re.compile(r"[ \t]+")


def legible(words: str) -> str:
    """Give words without ligatures, private symbols, stray accents and control characters, on one line."""
    kept = NO_LETTER.sub("", words.translate(TABLE))
    return BLANKS.sub(" ", unicodedata.normalize("NFC", kept)).strip()
