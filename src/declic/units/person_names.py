"""Names of persons as they are compared: blanks, case, accents and hyphens do not tell two people apart."""

import re
from collections.abc import Sequence
from functools import lru_cache

from declic.units.folding import fold


LETTERS = re.compile(r"[^\W\d_]+")
NAMES_KEPT = 4096


def name_key(name: str) -> str:
    """Give the words of a name as they are compared (« Jean-Luc  LE GOFF » is « jean luc le goff »)."""
    return " ".join(_words(name))


def is_same_name(said: str, name: str) -> bool:
    """Say whether two names have the same words, in any order, or the same letters in the same order."""
    words, others = _words(said), _words(name)
    return _sorted_words(said) == _sorted_words(name) or "".join(words) == "".join(others)


def find_namesake(name: str, *, among: Sequence[str]) -> int | None:
    """
    Find which of the names, each `given surname`, is the one meant; None where none or several could be.

    The whole name comes first, in either order; then a given name or a surname alone, then initials
    (« J. DUPONT »), each only where a single name answers to it.
    """
    if not _words(name):
        return None
    for fits in (is_same_name, _is_part, _has_initials):
        found = [index for index, other in enumerate(among) if fits(name, other)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def find_colleague(name: str, *, among: Sequence[str]) -> int | None:
    """
    Find which of the names is meant, where the list may give surnames alone (« Paul ROUVIER » among « ROUVIER »).

    Only a single name that closes the one said, whole, answers to it; who has a given name of their own does not.
    """
    known = find_namesake(name, among=among)
    if known is not None:
        return known
    said = _parts(name)
    found = [
        index for index, other in enumerate(among) if (own := _parts(other)) and said[-len(own) :] == own
    ]
    if len(found) == 1 and len(_parts(among[found[0]])) < len(said):
        return found[0]
    holding = [index for index, other in enumerate(among) if set(_words(name)) <= set(_words(other))]
    return holding[0] if len(holding) == 1 else None


@lru_cache(maxsize=NAMES_KEPT)
def _words(name: str) -> tuple[str, ...]:
    return tuple(LETTERS.findall(fold(name)))


@lru_cache(maxsize=NAMES_KEPT)
def _sorted_words(name: str) -> tuple[str, ...]:
    return tuple(sorted(_words(name)))


@lru_cache(maxsize=NAMES_KEPT)
def _parts(name: str) -> tuple[str, ...]:
    return tuple(fold(name).split())


def _is_part(said: str, name: str) -> bool:
    """Say whether the words open or close the name: a given name or a surname; « Jean » is not « Jean-Luc »."""
    words, whole = _parts(said), _parts(name)
    return bool(words) and (whole[: len(words)] == words or whole[-len(words) :] == words)


def _has_initials(said: str, name: str) -> bool:
    return _may_shorten(said, name) or _may_shorten(name, said)


def _may_shorten(short: str, name: str) -> bool:
    """Say whether a name with initials may be the whole one, its surname being there in full."""
    letters = [word for word in _words(short) if len(word) == 1]
    surname = tuple(word for word in _words(short) if len(word) > 1)
    whole = _words(name)
    given = whole[: -len(surname)] if surname else ()
    return (
        bool(letters)
        and bool(given)
        and whole[-len(surname) :] == surname
        and all(word.startswith(letter) for word, letter in zip(given, letters, strict=False))
    )
