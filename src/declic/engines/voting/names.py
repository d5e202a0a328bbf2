"""Which member a name in the minutes means, when it can mean only one."""

import re
import unicodedata
from collections.abc import Sequence


CIVILITIES = frozenset({"m", "mm", "mme", "mmes", "mlle", "monsieur", "madame", "mesdames", "messieurs"})
WORD = re.compile(r"\w+")


def name_key(name: str) -> frozenset[str]:
    """Fold a name to its words: case, accents, order and civility do not tell two people apart."""
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    return frozenset(word for word in WORD.findall(folded) if word not in CIVILITIES)


class Names:
    """The names of a roll, folded once, that answer which member another name means."""

    def __init__(self, names: Sequence[str]) -> None:
        self._keys = tuple(name_key(name) for name in names)

    def find(self, name: str) -> int | None:
        """
        Give the index of the only member whom the name can mean, or None.

        The whole name first; then a given name or a surname alone, when one member only bears it.
        """
        wanted = name_key(name)
        if not wanted:
            return None
        exact = [index for index, key in enumerate(self._keys) if key == wanted]
        if exact:
            return exact[0] if len(exact) == 1 else None
        partial = [index for index, key in enumerate(self._keys) if key and (wanted < key or key < wanted)]
        return partial[0] if len(partial) == 1 else None
