"""The roll of a sitting: who is there, who is away, who votes for whom, who sits for whom."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from declic.engines.reading.drafts import MemberDraft, ProxyDraft, Status, SubstituteDraft
from declic.engines.reading.people import Person
from declic.engines.reading.roll_entries import Entry, read_entries
from declic.engines.reading.roll_labels import Block, BlockKind, find_blocks
from declic.engines.reading.roll_passages import Passage, take_passage
from declic.engines.reading.roll_seats import Seat, add_seat, seat_of, seat_of_person
from declic.engines.reading.roll_styles import with_style
from declic.engines.reading.roll_tables import read_table
from declic.engines.reading.roll_votes import GivenVote, pair_entries, share_ties, substitutes_of, votes_given
from declic.units.person_names import find_namesake
from declic.units.question_ranges import QuestionRange
from declic.units.spans import Span


@dataclass(frozen=True, slots=True)
class Chair:
    """Who presides, where the text names them, and the passage that does."""

    person: Person
    span: Span


@dataclass(frozen=True, slots=True)
class RollReading:
    """The roll as it was read, and the place of the text where it ends."""

    members: tuple[MemberDraft, ...] = ()
    proxies: tuple[ProxyDraft, ...] = ()
    substitutes: tuple[SubstituteDraft, ...] = ()
    start: int = 0
    end: int = 0


FARTHEST_BLOCK = 3000
LARGEST_ROLL = 1000
AGENDA = re.compile(r"ordre\s+du\s+jour")
ACT = re.compile(
    r"\n\s{0,40}(?:(?:deliberation|rapport|point|question|affaire)\s+n?\s?[°ºo]?\s?\d|1\s?[/).–-]|objet\s*:)"
)
TWO_COLUMNS = re.compile(r"mandataire|beneficiaire|a\s+qui|recoit")
MAYOR = re.compile(r"^\s*(?:l[ea]\s+)?(?:maires?|president\w*)(?!\w|[- ](?:adjoint|delegue))")


def read_roll(
    view: str, folded: str, *, chair: Chair | None, order: Sequence[int], declared_present: int | None
) -> RollReading:
    """
    Read the roll of a text whose mark-up is blank.

    Who presides is in the room, named in the list or not, unless the number declared present says otherwise.
    """
    seats: list[Seat] = []
    votes: list[GivenVote] = []
    substitutes: list[SubstituteDraft] = []
    start = end = 0
    office: str | None = None
    for block in find_blocks(view, folded):
        if _is_beyond(folded, block, end, has_people=any(seat.status is Status.PRESENT for seat in seats)):
            break
        if block.kind is BlockKind.OTHER or len(seats) > LARGEST_ROLL:
            continue
        passage, entries, stop = _entries(view, folded, block)
        if not entries:
            continue
        start, end = start or block.label.start, passage.start + stop
        office = office or _office(entries)
        _seat(seats, votes, substitutes, entries, passage, block.kind, order)
    if not any(seat.status is Status.PRESENT for seat in seats):
        table = read_table(view, order=order)
        if table.seats:
            seats, votes, start, end = list(table.seats), list(table.votes), table.start, table.end
    _seat_givers(seats, votes)
    _seat_chair(seats, chair, declared_present)
    presiding = chair.person.name if chair else office
    named = find_namesake(presiding, among=[seat.name for seat in seats]) if presiding else None
    presiding = seats[named].name if named is not None else presiding
    proxies = {draft_key(draft): draft for vote in reversed(votes) for draft in vote.drafts(chair=presiding)}
    return RollReading(
        members=tuple(seat.draft() for seat in seats),
        proxies=tuple(reversed(proxies.values())),
        substitutes=tuple({(one.name, one.replaces): one for one in substitutes}.values()),
        start=start,
        end=end,
    )


def _is_beyond(folded: str, block: Block, end: int, *, has_people: bool) -> bool:
    """Say whether the block is too far from the roll, or after its acts began, to be of it."""
    if not end or not has_people:
        return False
    between = folded[end : block.label.start + 1]
    is_agenda = AGENDA.match(folded, block.label.start) is not None
    return is_agenda or len(between) > FARTHEST_BLOCK or ACT.search(between) is not None


def _entries(view: str, folded: str, block: Block) -> tuple[Passage, tuple[Entry, ...], int]:
    passage, style = with_style(take_passage(view, block.body))
    entries, stop = read_entries(
        passage, style=style, takes_proxies=block.takes_proxies or block.kind is BlockKind.PROXIES
    )
    stop = max((entry.end for entry in entries), default=stop)
    entries = share_ties(entries)
    if block.kind is BlockKind.PROXIES and TWO_COLUMNS.search(
        folded, block.label.start, block.body.start + 40
    ):
        entries = pair_entries(entries)
    return passage, entries, stop


def _seat(  # noqa: PLR0913 — three lists are filled from one block
    seats: list[Seat],
    votes: list[GivenVote],
    substitutes: list[SubstituteDraft],
    entries: Sequence[Entry],
    passage: Passage,
    kind: BlockKind,
    order: Sequence[int],
) -> None:
    for entry in entries:
        given = tuple(votes_given(entry, passage, order=order, is_proxy_block=kind is BlockKind.PROXIES))
        votes.extend(given)
        substitutes.extend(substitutes_of(entry, passage))
        is_holder_in_proxies = kind is BlockKind.PROXIES and not any(
            vote.giver is entry.person for vote in given
        )
        seat = None if is_holder_in_proxies else seat_of(entry, passage, kind, order=order)
        if seat:
            add_seat(seats, seat)


def _seat_givers(seats: list[Seat], votes: Sequence[GivenVote]) -> None:
    """Seat those who are named only for the vote they gave."""
    for vote in votes:
        if find_namesake(vote.giver.name, among=[seat.name for seat in seats]) is None:
            seats.append(seat_of_person(vote.giver, vote.giver_span))


def _seat_chair(seats: list[Seat], chair: Chair | None, declared_present: int | None) -> None:
    present = sum(seat.status is Status.PRESENT for seat in seats)
    if not chair or not present or present == declared_present:
        return
    if find_namesake(chair.person.name, among=[seat.name for seat in seats]) is not None:
        return
    person = chair.person
    seats.insert(
        0,
        Seat(
            person.given,
            person.surname,
            person.civility,
            None,
            Status.PRESENT,
            BlockKind.PRESENT,
            spans=[chair.span],
        ),
    )


def _office(entries: Sequence[Entry]) -> str | None:
    """Give the name of the person that the list calls the mayor or the president."""
    return next(
        (
            entry.person.name
            for entry in entries
            if entry.person and any(MAYOR.search(note.folded) for note in entry.notes)
        ),
        None,
    )


def draft_key(proxy: ProxyDraft) -> tuple[str, str, QuestionRange]:
    """Give what tells two proxies apart."""
    return proxy.giver, proxy.holder, proxy.range
