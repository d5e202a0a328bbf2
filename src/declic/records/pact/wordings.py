"""Small pure readings of words: where a sentence stands, whether a name is a local authority's, a free slug."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence

from declic.records.partners.names import normalised
from declic.units.spans import Span


LOCAL_AUTHORITY = re.compile(
    r"(?:conseil (?:regional|departemental|municipal|communautaire|metropolitain)"
    r"|(?:region|departement|ville|commune|mairie|metropole|collectivite)\b"
    r"|communaute (?:urbaine|de communes|d agglomeration)"
    r"|communaute de l agglomeration)"
    r"|metropole$"
)


def is_local_authority(organisation: str) -> bool:
    """
    Say whether a name is that of a local authority or of a grouping of them: they decide by an assembly.

    Source: CGCT, art. L1111-1 and L5210-1-1 A. A service of the State in a region or département is not one.
    """
    words = re.sub(r"^(?:la|le|les|l) ", "", normalised(organisation))
    return LOCAL_AUTHORITY.match(words) is not None or words.endswith(" metropole")


def sentence_around(span: Span, *, text: str, sentences: Sequence[Span]) -> Span:
    """
    Give the sentence, or the few, that a passage lies in; the passage itself where no sentence holds it.

    Parts that a semicolon parts on one line are one sentence here: « nationale (9) ; régionale (8) » is read whole.
    """
    first = max(bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1, 0)
    last = max(bisect_left(sentences, span.end, key=lambda sentence: sentence.start) - 1, first)
    met = [index for index in range(first, min(last + 1, len(sentences))) if sentences[index].meets(span)]
    if not met:
        return span
    first, last = met[0], met[-1]
    while first and _go_on(text, sentences[first - 1], sentences[first]):
        first -= 1
    while last + 1 < len(sentences) and _go_on(text, sentences[last], sentences[last + 1]):
        last += 1
    return Span(min(sentences[first].start, span.start), max(sentences[last].end, span.end))


def _go_on(text: str, one: Span, following: Span) -> bool:
    return text[one.end - 1] == ";" and "\n" not in text[one.end : following.start]


def free_slug(wanted: str, *, taken: Collection[str]) -> str:
    """Give the slug, or the first of `slug-2`, `slug-3`… that nobody has."""
    if wanted not in taken:
        return wanted
    return next(slug for n in range(2, len(taken) + 3) if (slug := f"{wanted}-{n}") not in taken)


def first_words(text: str, *, most: int = 90) -> str:
    """Give the beginning of a text, cut at a word and followed by « … » where it goes on."""
    if len(text) <= most:
        return text
    kept = text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-")
    return f"{kept} …"
