"""The posts that were promised beside those that open data say were funded, employer by employer."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from declic.engines.funding.open_posts import FundedPost
from declic.units.folding import fold


_LETTERS = re.compile(r"[^a-z0-9]+")
EMPTY_WORDS = frozenset(
    {
        "association",
        "asso",
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "l",
        "d",
        "et",
        "a",
        "au",
        "aux",
        "en",
        "pour",
    }
)


@dataclass(frozen=True, slots=True)
class PromisedPosts:
    """Posts that a measure promises: at least so many, perhaps more; the employers that it names."""

    measure: str
    least: int
    most: int
    employers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Employer:
    """An employer of the open data: how many posts each year, and those that are new against the year before."""

    name: str
    by_year: tuple[tuple[int, int], ...]
    new_ids: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class LinedUp:
    """A promise beside the employers that may hold its posts; none where no name is like theirs."""

    promise: PromisedPosts
    employers: tuple[Employer, ...]


def line_up(promises: Sequence[PromisedPosts], *, posts: Sequence[FundedPost]) -> tuple[LinedUp, ...]:
    """
    Set beside each promise the employers whose names are alike; nothing is decided, a person confirms.

    Two names are alike where the words of the shorter one all stand in the other, little words apart, or where one
    is the initials of the other.
    """
    employers = employers_of(posts)
    return tuple(
        LinedUp(promise, tuple(one for one in employers if _is_named(one.name, among=promise.employers)))
        for promise in promises
    )


def employers_of(posts: Iterable[FundedPost]) -> tuple[Employer, ...]:
    """Gather the posts by employer, whatever the case and accents of its name, in order of names."""
    by_name: dict[str, list[FundedPost]] = {}
    for post in posts:
        by_name.setdefault(" ".join(_words(post.employer)) or post.employer, []).append(post)
    return tuple(_employer(own) for _, own in sorted(by_name.items()))


def names_are_alike(one: str, other: str) -> bool:
    """Say whether two names may be those of one employer."""
    ours, theirs = _words(one), _words(other)
    if not ours or not theirs:
        return False
    few, many = sorted((set(ours), set(theirs)), key=len)
    return few <= many or _are_initials(ours, of=theirs) or _are_initials(theirs, of=ours)


def _is_named(name: str, *, among: Iterable[str]) -> bool:
    return any(names_are_alike(name, one) for one in among)


def _are_initials(words: Sequence[str], *, of: Sequence[str]) -> bool:
    return len(words) == 1 and len(of) > 1 and words[0] == "".join(word[0] for word in of)


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in _LETTERS.split(fold(name)) if word and word not in EMPTY_WORDS)


def _employer(posts: Sequence[FundedPost]) -> Employer:
    years = sorted({post.year for post in posts})
    ids = {year: {post.post_id for post in posts if post.year == year} for year in years}
    return Employer(
        name=max(posts, key=lambda post: post.year).employer,
        by_year=tuple((year, len(ids[year])) for year in years),
        new_ids=tuple(
            (year, tuple(sorted(ids[year] - before)))
            for year, before in zip(years[1:], (ids[year] for year in years), strict=False)
            if ids[year] - before
        ),
    )
