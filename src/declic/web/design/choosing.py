"""The pieces of a choice: words to look for, the edition a form was made from, both texts where two wrote."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Seen:
    """The edition that a form was made from: it travels with it, and is not seen."""

    template: ClassVar[str] = "design/components/seen.html"
    edition: int


@dataclass(frozen=True, slots=True)
class Search:
    """Words to look for in a list, in its address: `name` is their parameter, `words` what is looked for now."""

    template: ClassVar[str] = "design/components/search.html"
    label: str
    name: str = "mots"
    words: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that two people wrote: what is saved, and what was sent."""

    label: str
    kept: str
    yours: str


@dataclass(frozen=True, slots=True)
class BothTexts:
    """What is saved beside what was sent, field by field, where two people wrote at once; `when` says who and when."""

    template: ClassVar[str] = "design/components/both_texts.html"
    when: str
    differences: tuple[Difference, ...]
