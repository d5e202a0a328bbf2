"""Who sits in the roll: entries of several blocks become one member each, with a status and ranges."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from declic.engines.reading.drafts import MemberDraft, Status
from declic.engines.reading.people import Person
from declic.engines.reading.ranges import complement, read_ranges
from declic.engines.reading.roll_entries import Entry
from declic.engines.reading.roll_labels import BlockKind
from declic.engines.reading.roll_links import LinkKind
from declic.engines.reading.roll_passages import Passage
from declic.units.person_names import find_namesake, is_same_name
from declic.units.question_ranges import QuestionRange
from declic.units.spans import Span


@dataclass(slots=True)
class Seat:
    """A member as the blocks fill it in."""

    given: str | None
    surname: str | None
    civility: str | None
    group: str | None
    status: Status
    kind: BlockKind
    ranges: tuple[QuestionRange, ...] = ()
    has_hours: bool = False
    gives_vote: bool = False
    spans: list[Span] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The given name, then the surname."""
        return " ".join(part for part in (self.given, self.surname) if part)

    def draft(self) -> MemberDraft:
        """Give the member as it is proposed."""
        return MemberDraft(
            self.name,
            self.given,
            self.surname,
            self.civility,
            self.group,
            self.status,
            self.ranges,
            tuple(self.spans),
        )


STATUS = {
    BlockKind.PRESENT: Status.PRESENT,
    BlockKind.ABSENT: Status.ABSENT,
    BlockKind.EXCUSED: Status.EXCUSED,
    BlockKind.REPRESENTED: Status.REPRESENTED,
    BlockKind.PROXIES: Status.REPRESENTED,
}
LEAVES = re.compile(r"(?:^|\W)(?:sort\w*|quitt\w+|depart|present\w*\s+jusqu|partie?)(?!\w)")
NO_SEAT = re.compile(
    r"demission|decede|vacant|directeur|directrice|\bd\.?g\.?[sa]\b|secretaire\s+(?:de\s+mairie|general|administ)|\bagent|"
    r"journaliste|tresori|stagiaire|technicien|comptable|receveu|charge\w*\s+de\s+mission|responsable"
)
AWAY = re.compile(r"^\s*(?:non\s+)?(?:absent|excus)")
LONGEST_PLACE = 5
NOT_EXCUSED = re.compile(r"non\s+excus")
HERE = re.compile(r"arriv|rejoin|depart|quitt|parti|present|sauf|absent|excus")
HOURS = re.compile(r"\d\s?h(?:eures?)?\b|arriv|depart|retard")
SUBSTITUTE = re.compile(r"^\s*suppleant")


def seat_of(entry: Entry, passage: Passage, kind: BlockKind, *, order: Sequence[int]) -> Seat | None:
    """Give the seat that an entry of a block speaks of, None where it is no member's."""
    person = entry.person
    if person is None or any(NO_SEAT.search(note.folded) for note in entry.notes):
        return None
    is_away_substitute = kind is not BlockKind.PRESENT and any(
        SUBSTITUTE.search(note.folded) for note in entry.notes
    )
    if is_away_substitute or any(tie.kind is LinkKind.SITS_FOR for tie in entry.ties):
        return None
    ranges, end = _ranges(entry, passage, kind, order)
    seat = Seat(
        given=person.given,
        surname=person.surname,
        civility=person.civility,
        group=entry.group or _group_in_notes(entry),
        status=_status(entry, kind, ranges),
        kind=kind,
        ranges=() if kind is BlockKind.PROXIES else ranges,
        has_hours=any(HOURS.search(note.folded) for note in entry.notes),
        gives_vote=any(tie.kind is LinkKind.GIVES_VOTE_TO for tie in entry.ties),
        spans=[passage.span(entry.start, end)],
    )
    if entry.group:
        seat.spans.append(passage.span(*entry.group_span))
    return seat


def seat_of_person(person: Person, span: Span) -> Seat:
    """Give the seat of someone known only for a vote given away."""
    return Seat(
        person.given,
        person.surname,
        person.civility,
        None,
        Status.REPRESENTED,
        BlockKind.PROXIES,
        spans=[span],
    )


def add_seat(seats: list[Seat], seat: Seat) -> None:
    """
    Add a seat, or complete the one that it is.

    A list that names someone twice has two seats, since the text says so; someone both present and away stays
    twice too, unless a range or an hour explains it.
    """
    index = _index_of(seats, seat)
    if index is None:
        seats.append(seat)
        return
    known = seats[index]
    explains = known.ranges or seat.ranges or known.has_hours or seat.has_hours
    if (
        (known.status is Status.PRESENT) != (seat.status is Status.PRESENT)
        and not explains
        and not _is_vote(seat)
    ):
        seats.append(seat)
        return
    _complete(known, seat)


def _is_vote(seat: Seat) -> bool:
    return seat.gives_vote or seat.kind in {BlockKind.PROXIES, BlockKind.REPRESENTED}


def _index_of(seats: Sequence[Seat], seat: Seat) -> int | None:
    names = [other.name for other in seats]
    if _is_vote(seat):
        return find_namesake(seat.name, among=names)
    same = [at for at, name in enumerate(names) if is_same_name(seat.name, name)]
    return next((at for at in same if seats[at].kind is not seat.kind or not seats[at].spans), None)


def _complete(known: Seat, seat: Seat) -> None:
    if seat.status is Status.PRESENT and known.status is not Status.PRESENT:
        known.status, known.ranges = seat.status, seat.ranges
    elif seat.kind is known.kind is BlockKind.PRESENT:
        known.ranges = (*known.ranges, *seat.ranges)
    known.given = known.given or seat.given
    known.civility = known.civility or seat.civility
    known.group = known.group or seat.group
    known.has_hours = known.has_hours or seat.has_hours
    known.spans.extend(span for span in seat.spans if span not in known.spans)


def _ranges(
    entry: Entry, passage: Passage, kind: BlockKind, order: Sequence[int]
) -> tuple[tuple[QuestionRange, ...], int]:
    """Read when the person was in the room, and where the words that say it end."""
    for note in entry.notes:
        said = read_ranges(note.folded, order=order)
        if said:
            end = note.start - passage.start + len(note.view.rstrip())
            closes = passage.view[end : end + 1] in {")", "]"}
            is_about_absence = (
                AWAY.search(note.folded) if kind is BlockKind.PRESENT else not HERE.search(note.folded)
            )
            turned = _is_turned(note.folded, said, is_about_absence=bool(is_about_absence))
            return (complement(said, order=order) if turned else said), end + closes
    return (), entry.name_end


def _is_turned(phrase: str, said: tuple[QuestionRange, ...], *, is_about_absence: bool) -> bool:
    """Say whether the range is when the person was away; what says « absent de … à … » was turned already."""
    is_turned_already = len(said) > 1 or re.search(
        r"absent\w*[^,;]{0,25}\s(?:question|point|rapport)", phrase
    )
    return is_about_absence and not is_turned_already


def _status(entry: Entry, kind: BlockKind, ranges: tuple[QuestionRange, ...]) -> Status:
    gives = any(tie.kind in {LinkKind.GIVES_VOTE_TO, LinkKind.REPLACED_BY} for tie in entry.ties)
    came = bool(ranges) and (kind is BlockKind.PRESENT or (kind is not BlockKind.PROXIES and not gives))
    if came:
        return Status.PRESENT
    leaves = any(LEAVES.search(note.folded) for tie in entry.ties for note in (*tie.notes, *entry.notes))
    if kind is BlockKind.PRESENT and gives and leaves:
        return Status.PRESENT
    said = _status_said(entry)
    if kind in {BlockKind.PRESENT, BlockKind.ABSENT, BlockKind.EXCUSED} and said:
        return said
    return _status_of_giver(entry) if kind is BlockKind.PRESENT and gives else STATUS[kind]


def _status_said(entry: Entry) -> Status | None:
    """Give the status that the words after the name say (« (excusé) », « : absente non excusée »)."""
    said = [*entry.notes, *(note for tie in entry.ties for note in tie.notes)]
    notes = [note.folded for note in said if AWAY.search(note.folded) and "arriv" not in note.folded]
    if not notes:
        return None
    return Status.ABSENT if NOT_EXCUSED.search(notes[0]) or "excus" not in notes[0] else Status.EXCUSED


def _status_of_giver(entry: Entry) -> Status:
    is_replaced = any(tie.kind is LinkKind.REPLACED_BY for tie in entry.ties)
    return Status.ABSENT if is_replaced else Status.REPRESENTED


def _group_in_notes(entry: Entry) -> str | None:
    """Give the commune that stands in brackets after the name, if brackets hold nothing but a name of place."""
    for note in entry.notes:
        words = re.findall(r"[^\W\d_]+", note.view)
        is_place = (
            bool(words)
            and note.view[0].isupper()
            and len(words) <= LONGEST_PLACE
            and not any(map(str.isdigit, note.view))
        )
        if is_place and not re.search(
            r"maire|adjoint|president|conseil|delegue|titulaire|absent|excus|present|membre", note.folded
        ):
            return " ".join(note.view.split())
    return None
