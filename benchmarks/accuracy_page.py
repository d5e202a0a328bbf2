"""The page of measured accuracy: each benchmark renews its own part of it."""

import re
from pathlib import Path


PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "accuracy.md"
TITLE = "# Accuracy\n\nMade by `make bench`.\n\n"


def renew(words: str, *, mark: str, end: str) -> None:
    """Put the words, from their mark to its end, in the place of the part that stands between the same marks."""
    page = PAGE.read_text(encoding="utf-8") if PAGE.is_file() else TITLE
    kept = re.sub(rf"{mark}.*?{end}\n?", "", page, flags=re.DOTALL).rstrip()
    PAGE.write_text(f"{kept}\n\n{words}\n", encoding="utf-8")
