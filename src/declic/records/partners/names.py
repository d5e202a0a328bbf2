"""When two wordings are the same institution's name."""

import re
import unicodedata


NOT_A_WORD = re.compile(r"[^0-9a-z]+")


def normalised(name: str) -> str:
    """
    Give what two wordings of one name share: letters and digits, without case, accents or punctuation.

    « Pôle emploi » and « POLE  EMPLOI » are one; « Mission locale » and « Mission locale rurale » are two.
    """
    spelled = name.casefold().replace("œ", "oe").replace("æ", "ae")
    bare = "".join(mark for mark in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(mark))
    return NOT_A_WORD.sub(" ", bare).strip()
