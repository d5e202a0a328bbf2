"""Readings of the roll that a text leaves open, weighed by the totals that it declares: names and lists."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from declic.engines.reading.drafts import ChoiceDraft, MemberDraft, SittingDraft, Status
from declic.engines.reading.given_names import is_given_name
from declic.engines.reading.name_words import PARTICLES
from declic.engines.reading.people import read_civility
from declic.units.folding import fold
from declic.units.person_names import is_same_name
from declic.units.spans import Span


@dataclass(frozen=True, slots=True)
class _Option:
    """One way to read some members: who stands in their places, and its words."""

    said: str
    members: tuple[tuple[int, tuple[MemberDraft, ...]], ...]
    present: int = 0
    seats: int = 0


@dataclass(frozen=True, slots=True)
class _Open:
    """A question that the words leave open; the first option is what they say at first sight."""

    subject: str
    options: tuple[_Option, ...]
    spans: tuple[Span, ...]
    is_always_told: bool = False


MOST_OPEN = 7
CUT = frozenset({"- ", "-", " ", "-  "})
TWO_WORDS = 2
Picks = tuple[int, ...]
Totals = tuple[tuple[int | None, int, int], ...]


def settle_roll(sitting: SittingDraft, view: str) -> SittingDraft:
    """
    Give the sitting with the readings of its roll that the declared totals choose.

    Someone in two lists is of one of them, or two people are named alike; two surnames without a comma are two
    people, a given name and a surname apart are one, only where the number declared present says so. What the
    totals leave open stays as it was read, and waits for a person.
    """
    opened = _open(sitting, view)[:MOST_OPEN]
    if not opened:
        return sitting
    totals = _totals(sitting)
    scores = {picks: _score(totals, opened, picks) for picks in product(*map(_places, opened))}
    best = max(scores.values())
    winners = [picks for picks, score in scores.items() if score == best]
    first = (0,) * len(opened)
    is_first = first in winners
    chosen = tuple(
        0 if is_first or len({picks[at] for picks in winners}) > 1 else winners[0][at]
        for at in range(len(opened))
    )
    choices = tuple(_choices(sitting, opened, chosen, winners, is_proved=best > 0))
    return replace(_read(sitting, opened, chosen), choices=(*sitting.choices, *choices))


def _places(one: _Open) -> range:
    return range(len(one.options))


def _open(sitting: SittingDraft, view: str) -> list[_Open]:
    members = sitting.members
    taken: set[int] = set()
    found: list[_Open] = []
    for one in (*_in_two_lists(members), *_two_or_one(members, view), *_one_or_two(members, view)):
        places = {at for option in one.options for at, _who in option.members}
        if not places & taken:
            taken |= places
            found.append(one)
    return found


def _in_two_lists(members: Sequence[MemberDraft]) -> Iterator[_Open]:
    """Find who is named among those present and among those away, for the whole sitting both times."""
    here = [at for at, one in enumerate(members) if one.status is Status.PRESENT and not one.ranges]
    gone = {
        tuple(sorted(one.name.casefold().split())): at
        for at, one in enumerate(members)
        if one.status is not Status.PRESENT
    }
    for at in here:
        other = gone.get(tuple(sorted(members[at].name.casefold().split())))
        if other is None or not is_same_name(members[at].name, members[other].name):
            continue
        yield _Open(
            f"{members[at].name}, dans deux listes",
            (
                _Option("deux personnes du même nom", ()),
                _Option("dans la liste des présents", ((other, ()),), 0, -1),
                _Option("dans la liste des absents", ((at, ()),), -1, -1),
            ),
            (*members[at].spans, *members[other].spans),
            is_always_told=True,
        )


def _two_or_one(members: Sequence[MemberDraft], view: str) -> Iterator[_Open]:
    """Find two surnames in capitals with nothing between them: a comma may be missing."""
    for at, one in enumerate(members):
        words = (one.surname or "").split()
        if one.given or len(words) != TWO_WORDS or not all(word.isupper() for word in words):
            continue
        if any(fold(word) in PARTICLES for word in words) or _has_own_civility(one, view):
            continue
        parts = tuple(_part(one, word, view) for word in words)
        gained = 1 if one.status is Status.PRESENT else 0
        yield _Open(
            one.name,
            (_Option("une seule personne", ()), _Option("deux personnes", ((at, parts),), gained, 1)),
            one.spans,
        )


def _has_own_civility(member: MemberDraft, view: str) -> bool:
    """Say whether a civility stands before this name alone: « Mme DURAND MARTIN » is one person."""
    words = member.spans[0].of(view)
    civility = read_civility(words, fold(words), 0)
    return civility is not None and not civility.is_plural


def _part(member: MemberDraft, word: str, view: str) -> MemberDraft:
    whole = member.spans[0]
    start = view.find(word, whole.start, whole.end)
    span = Span(start, start + len(word)) if start >= 0 else whole
    return replace(member, name=word, surname=word, spans=(span, *member.spans[1:]))


def _one_or_two(members: Sequence[MemberDraft], view: str) -> Iterator[_Open]:
    """Find a given name alone just before a surname alone: a stray mark may part one person's name."""
    for at in range(len(members) - 1):
        one, other = members[at], members[at + 1]
        given = one.given if one.surname is None else _given_alone(one)
        gap = view[one.spans[0].end : other.spans[0].start]
        if not given or other.given or other.civility or gap not in CUT or one.status is not other.status:
            continue
        whole = replace(
            one,
            name=f"{given} {other.name}",
            given=given,
            surname=other.surname,
            group=one.group or other.group,
            spans=(Span(one.spans[0].start, other.spans[0].end), *one.spans[1:]),
        )
        lost = -1 if one.status is Status.PRESENT else 0
        yield _Open(
            f"{given} {other.name}",
            (
                _Option("deux personnes", ()),
                _Option("une seule personne", ((at, (whole,)), (at + 1, ())), lost, -1),
            ),
            (*one.spans, *other.spans),
        )


def _given_alone(member: MemberDraft) -> str | None:
    """Give the one word that follows a civility, where it is a usual given name."""
    is_given = member.given is None and is_given_name(member.surname or "")
    return member.surname if is_given else None


def _totals(sitting: SittingDraft) -> Totals:
    """Give each declared total with what was read for it, and its weight: who is in the room weighs most."""
    present = sum(one.status is Status.PRESENT for one in sitting.members) + len(sitting.substitutes)
    stated = (sitting.declared_present, sitting.members_in_office)
    declared = [one.value if one else None for one in stated]
    return (declared[0], present, 2), (declared[1], len(sitting.members), 1)


def _score(totals: Totals, opened: Sequence[_Open], picks: Picks) -> int:
    options = [one.options[pick] for one, pick in zip(opened, picks, strict=True)]
    gains = (sum(option.present for option in options), sum(option.seats for option in options))
    return sum(
        weight
        for (declared, found, weight), gain in zip(totals, gains, strict=True)
        if declared == found + gain
    )


def _read(sitting: SittingDraft, opened: Sequence[_Open], picks: Picks) -> SittingDraft:
    instead = dict(
        pair for one, pick in zip(opened, picks, strict=True) for pair in one.options[pick].members
    )
    members = tuple(kept for at, member in enumerate(sitting.members) for kept in instead.get(at, (member,)))
    return replace(sitting, members=members)


def _choices(
    sitting: SittingDraft,
    opened: Sequence[_Open],
    chosen: Picks,
    winners: Sequence[Picks],
    *,
    is_proved: bool,
) -> Iterator[ChoiceDraft]:
    """Tell what was weighed: who is in two lists always, a name cut or joined only where the totals asked."""
    for at, one in enumerate(opened):
        open_to = {picks[at] for picks in winners}
        is_tie = len(open_to) > 1
        is_asked = one.is_always_told or chosen[at] or (is_tie and (0,) * len(opened) not in winners)
        if not is_asked:
            continue
        others = sorted(open_to - {chosen[at]}) if is_tie else sorted(set(_places(one)) - {chosen[at]})
        yield ChoiceDraft(
            subject=one.subject,
            chosen=one.options[chosen[at]].said,
            rivals=tuple(one.options[other].said for other in others),
            constraint=None if is_tie or not is_proved else _words(sitting),
            spans=tuple(dict.fromkeys(one.spans)),
        )


def _words(sitting: SittingDraft) -> str:
    present, office = sitting.declared_present, sitting.members_in_office
    told = (
        f"{present.value} présents" if present else "",
        f"{office.value} en exercice" if office else "",
    )
    return f"les totaux annoncés : {', '.join(one for one in told if one)}"
