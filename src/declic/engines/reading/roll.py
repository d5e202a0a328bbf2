"""The roll of a sitting: who is there, who is away, who votes for whom, who sits for whom."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from declic.engines.reading.drafts import MemberDraft, ProxyDraft, Status, SubstituteDraft
from declic.engines.reading.people import Person
from declic.engines.reading.roll_columns import read_columns
from declic.engines.reading.roll_crosses import read_crosses
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
    r"\n\s{0,40}(?P<act>(?:deliberation|rapport|point|question|affaire)\s+n?\s?[°ºo]?\s?\d|1\s?[/).–-]|objet\s*:)"
)
TWO_COLUMNS = re.compile(r"mandataire|beneficiaire|a\s+qui|recoit|absents?\S{0,9}[ \t|]{1,9}pouvoir")
MAYOR = re.compile(r"^\s*(?:l[ea]\s+)?(?:maires?|president\w*)(?!\w|[- ](?:adjoint|delegue))")


@dataclass(slots=True)
class _Gathered:
    """What the blocks gave so far, and where the last of them ends."""

    seats: list[Seat] = field(default_factory=list)
    votes: list[GivenVote] = field(default_factory=list)
    substitutes: list[SubstituteDraft] = field(default_factory=list)
    office: str | None = None
    start: int = 0
    end: int = 0

    @property
    def has_present(self) -> bool:
        """Say whether someone is in the room."""
        return any(seat.status is Status.PRESENT for seat in self.seats)


def read_roll(
    view: str, folded: str, *, chair: Chair | None, order: Sequence[int], declared_present: int | None
) -> RollReading:
    """
    Read the roll of a text whose mark-up is blank.

    Who presides is in the room, named in the list or not, unless the number declared present says otherwise.
    """
    gathered = _Gathered()
    for block in find_blocks(view, folded):
        if _is_beyond(view, folded, block, gathered):
            break
        if block.kind is not BlockKind.OTHER and len(gathered.seats) <= LARGEST_ROLL:
            _take_block(gathered, view, folded, block, order)
    if not gathered.has_present:
        table = read_table(view, order=order)
        others = (read(view) for read in (read_crosses, read_columns))
        table = table if table.seats else next((one for one in others if one.seats), table)
        if table.seats:
            gathered = _Gathered(list(table.seats), list(table.votes), start=table.start, end=table.end)
    _unseat_substitutes(gathered)
    _seat_givers(gathered)
    _seat_chair(gathered.seats, chair, declared_present)
    return _reading(gathered, chair.person.name if chair else gathered.office)


def _reading(gathered: _Gathered, presiding: str | None) -> RollReading:
    names = [seat.name for seat in gathered.seats]
    known = find_namesake(presiding, among=names) if presiding else None
    chair = names[known] if known is not None else presiding
    proxies = {_key(draft): draft for vote in reversed(gathered.votes) for draft in vote.drafts(chair=chair)}
    return RollReading(
        members=tuple(seat.draft() for seat in gathered.seats),
        proxies=tuple(reversed(proxies.values())),
        substitutes=tuple({(one.name, one.replaces): one for one in gathered.substitutes}.values()),
        start=gathered.start,
        end=gathered.end,
    )


def _is_beyond(view: str, folded: str, block: Block, gathered: _Gathered) -> bool:
    """Say whether the block is too far from the roll, or after its acts began, to be of it."""
    if not gathered.has_present:
        return False
    between = folded[gathered.end : block.label.start + 1]
    is_agenda = AGENDA.match(folded, block.label.start) is not None
    acts = (view[gathered.end + found.start("act")] for found in ACT.finditer(between))
    return is_agenda or len(between) > FARTHEST_BLOCK or any(not letter.islower() for letter in acts)


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


def _take_block(gathered: _Gathered, view: str, folded: str, block: Block, order: Sequence[int]) -> None:
    passage, entries, stop = _entries(view, folded, block)
    if not entries:
        return
    gathered.start, gathered.end = gathered.start or block.label.start, passage.start + stop
    gathered.office = gathered.office or _office(entries)
    has_proxies = block.kind is BlockKind.PROXIES
    for entry in entries:
        given = tuple(votes_given(entry, passage, order=order, is_proxy_block=has_proxies))
        gathered.votes.extend(given)
        gathered.substitutes.extend(substitutes_of(entry, passage))
        is_only_holder = has_proxies and not any(vote.giver is entry.person for vote in given)
        seat = None if is_only_holder else seat_of(entry, passage, block.kind, order=order)
        if seat:
            add_seat(gathered.seats, seat)


def _unseat_substitutes(gathered: _Gathered) -> None:
    """Take away the seats of those who sit in another's place: theirs is the seat of who is away."""
    replaced = [one.replaces for one in gathered.substitutes if one.replaces]
    names = [seat.name for seat in gathered.seats]
    if not all(find_namesake(name, among=names) is not None for name in replaced):
        return
    own = {find_namesake(one.name, among=names) for one in gathered.substitutes if one.replaces}
    gathered.seats = [seat for at, seat in enumerate(gathered.seats) if at not in own]


def _seat_givers(gathered: _Gathered) -> None:
    """Seat those who are named only for the vote they gave."""
    for vote in gathered.votes:
        if find_namesake(vote.giver.name, among=[seat.name for seat in gathered.seats]) is None:
            gathered.seats.append(seat_of_person(vote.giver, vote.giver_span))


def _seat_chair(seats: list[Seat], chair: Chair | None, declared_present: int | None) -> None:
    present = sum(seat.status is Status.PRESENT for seat in seats)
    if not chair or not present or present == declared_present:
        return
    person = chair.person
    if find_namesake(person.name, among=[seat.name for seat in seats]) is not None:
        return
    if any(find_namesake(seat.name, among=[person.name]) is not None for seat in seats):
        return  # the roll names them by their surname alone
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


def _key(proxy: ProxyDraft) -> tuple[str, str, QuestionRange]:
    """Give what tells two proxies apart."""
    return proxy.giver, proxy.holder, proxy.range
