"""Votes given away and seats taken for another, as the entries of the roll tie people together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from declic.engines.reading.drafts import ProxyDraft, SubstituteDraft
from declic.engines.reading.people import Person
from declic.engines.reading.ranges import read_ranges
from declic.engines.reading.roll_entries import Entry
from declic.engines.reading.roll_links import LinkKind
from declic.engines.reading.roll_passages import Passage
from declic.engines.reading.roll_tails import Tie
from declic.units.question_ranges import WHOLE_SITTING, QuestionRange
from declic.units.spans import Span


@dataclass(frozen=True, slots=True)
class GivenVote:
    """A vote that one person gave to another; who presides may be said by the office alone."""

    giver: Person
    holder: Person | None
    ranges: tuple[QuestionRange, ...]
    giver_span: Span
    span: Span

    def drafts(self, *, chair: str | None) -> tuple[ProxyDraft, ...]:
        """Give one proxy for each part of the sitting it was given for; none where the holder has no name."""
        holder = self.holder.name if self.holder else chair
        if not holder:
            return ()
        return tuple(
            ProxyDraft(self.giver.name, holder, part, (self.span,))
            for part in self.ranges or (WHOLE_SITTING,)
        )


def share_ties(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """
    Give the people named together the tie that stands after the last (« MM. A et B ont donné pouvoir à C »).

    Where as many are named after it, each takes its own (« A et B donnent pouvoir à C et D »).
    """
    shared = list(entries)
    for at, entry in enumerate(entries):
        if not any(tie.is_shared for tie in entry.ties):
            continue
        first = at
        while first > 0 and shared[first].is_joined and not shared[first - 1].ties:
            first -= 1
        tie = entry.ties[0]
        group = range(first, at + 1)
        is_paired = len(tie.people) == len(group) > 1
        for place, member in enumerate(group):
            own = replace(tie, people=(tie.people[place],)) if is_paired else tie
            shared[member] = replace(shared[member], ties=(own,), end=max(shared[member].end, entry.end))
    return tuple(shared)


def pair_entries(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Tie the people of a two-column table two by two (« Mandant », « Mandataire »)."""
    if len(entries) % 2 or any(entry.ties or entry.person is None for entry in entries):
        return tuple(entries)
    return tuple(
        replace(
            giver,
            ties=(Tie(LinkKind.GIVES_VOTE_TO, (holder.person,), holder.notes, holder.end, holder.name_end),),
            end=holder.end,
        )
        for giver, holder in zip(entries[::2], entries[1::2], strict=True)
    )


def votes_given(
    entry: Entry, passage: Passage, *, order: Sequence[int], is_proxy_block: bool
) -> Iterator[GivenVote]:
    """Give the votes that an entry says were given, with the part of the sitting they were given for."""
    for tie in entry.ties:
        ranges, end = _ranges(entry, tie, passage, order=order, is_proxy_block=is_proxy_block)
        span = passage.span(entry.start, max(end, entry.name_end))
        name_span = passage.span(entry.start, entry.name_end)
        if tie.kind is LinkKind.GIVES_VOTE_TO and entry.person:
            yield GivenVote(entry.person, tie.people[0], ranges, name_span, span)
        elif tie.kind is LinkKind.HOLDS_VOTE_OF:
            for giver in tie.people:
                if giver:
                    yield GivenVote(giver, entry.person, ranges, span, span)


def substitutes_of(entry: Entry, passage: Passage) -> Iterator[SubstituteDraft]:
    """Give who sits for whom, as an entry says it."""
    for tie in entry.ties:
        other = tie.people[0]
        if not entry.person or not other:
            continue
        spans = (passage.span(entry.start, max(tie.people_end, entry.name_end)),)
        if tie.kind is LinkKind.SITS_FOR:
            yield SubstituteDraft(entry.person.name, other.name, spans)
        elif tie.kind is LinkKind.REPLACED_BY:
            yield SubstituteDraft(other.name, entry.person.name, spans)


def _ranges(
    entry: Entry, tie: Tie, passage: Passage, *, order: Sequence[int], is_proxy_block: bool
) -> tuple[tuple[QuestionRange, ...], int]:
    """Read for which part of the sitting the vote was given, and where the words that say all of it end."""
    notes = (*tie.notes, *entry.notes) if is_proxy_block else tie.notes
    for note in notes:
        ranges = read_ranges(note.folded, order=order)
        if ranges:
            end = note.start - passage.start + len(note.view.rstrip())
            closes = passage.view[end : end + 1] in {")", "]"}
            return ranges, max(tie.people_end, end + closes)
    return (), tie.people_end
