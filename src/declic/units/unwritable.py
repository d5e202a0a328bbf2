"""Characters that no paper holds: XML, and so spreadsheets and drawings, refuses them."""

import re


UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""Control characters but tab and ends of lines, non-characters, halves of pairs (XML 1.0, 2.2)."""


def writable(text: str) -> str:
    """Leave out what no paper holds."""
    return UNWRITABLE.sub("", text)
