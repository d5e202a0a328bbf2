"""How alike two wordings are: their words cut to stems, and the share of them that they have in common."""

import re
from collections.abc import Iterable

from declic.units.folding import fold


WORD = re.compile(r"[^\W_]+")
STEM_LENGTH = 6
WITHOUT_MEANING = """
    a au aux avec ce ces cet cette d dans de des du en et entre l la le les leur leurs lui n ne nos notre nous
    ou où par plus pour qu que qui s sa se ses si son sur un une vers via vos votre y sont est être sans sous
"""
CALLING_ANOTHER = """
    a à au aux avec chez ce ces cet cette d dans de des dont du en et entre l la le les leur leurs ou par pour
    qu que qui sa sans ses son sous sur un une vers via notre nos
"""
EMPTY_WORDS = frozenset(WITHOUT_MEANING.split())
CUT_AFTER = frozenset(CALLING_ANOTHER.split())


def stems_of(wording: str) -> tuple[str, ...]:
    """Give the words that matter in a wording, plain and cut to their first letters, in order."""
    words = WORD.findall(fold(wording))
    return tuple(word[:STEM_LENGTH] for word in words if word not in EMPTY_WORDS)


def likeness(one: Iterable[str], other: Iterable[str]) -> float:
    """Give the share of the stems of the shorter wording that the longer one has too; 0.0 where one is empty."""
    left, right = set(one), set(other)
    if not left or not right:
        return 0.0
    return len(left & right) / min(len(left), len(right))


def same_wording(one: str, other: str) -> bool:
    """Say whether two wordings have the same words, whatever their case, accents and punctuation."""
    return WORD.findall(fold(one)) == WORD.findall(fold(other))


def ends_unfinished(passage: str) -> bool:
    """Say whether a passage stops where no sentence can: after a comma, a hyphen, or a word that calls another."""
    stripped = passage.rstrip()
    if stripped.endswith((",", "-", "(", "«", "’", "'", "/", "&")):
        return True
    words = WORD.findall(stripped[-24:].lower())
    return bool(words) and words[-1] in CUT_AFTER and stripped[-1:].isalpha()
