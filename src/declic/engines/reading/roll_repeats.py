"""Rolls that extracts repeat above each act: one sitting, with who was there at each."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from declic.engines.reading.acts import ActReading
from declic.engines.reading.drafts import MemberDraft, ProxyDraft, Status
from declic.engines.reading.roll import Chair, RollReading, read_roll
from declic.engines.reading.roll_labels import BlockKind, find_blocks
from declic.engines.reading.room_arithmetic import numbered
from declic.units.folding import fold
from declic.units.person_names import find_namesake
from declic.units.question_ranges import WHOLE_SITTING, QuestionRange
from declic.units.spans import Span


@dataclass(frozen=True, slots=True)
class _Held:
    """The questions for which one roll holds."""

    roll: RollReading
    questions: tuple[int, ...]


FEWEST_PRESENT = 3
SHARE = 0.5
MOST_ROLLS = 200


def with_repeated_rolls(
    view: str, folded: str, roll: RollReading, acts: Sequence[ActReading], *, chair: Chair | None
) -> RollReading:
    """
    Give the roll with the part of the sitting each was there for, where later acts have rolls of their own.

    A later roll counts where it lists at least half as many people present as the first; acts without one keep
    the roll before them. Rolls that say the same change nothing.
    """
    held = _held(view, folded, roll, acts, chair)
    if len(held) < 2 or any(member.ranges for one in held for member in one.roll.members):  # noqa: PLR2004
        return roll
    questions = [question for one in held for question in one.questions]
    members = _members(held)
    return replace(
        roll,
        members=tuple(
            _with_presence(member, held, questions) if member.status is Status.PRESENT else member
            for member in members
        ),
        proxies=tuple(_proxies(held, questions)),
    )


def _held(
    view: str, folded: str, roll: RollReading, acts: Sequence[ActReading], chair: Chair | None
) -> list[_Held]:
    """Pair each roll with the acts that follow it, up to the next roll."""
    starts = [
        block.label.start
        for block in find_blocks(view, folded)
        if block.kind is BlockKind.PRESENT and block.label.start > roll.end
    ][:MOST_ROLLS]
    rolls = [(roll.start, roll)]
    for at, start in enumerate(starts):
        stop = starts[at + 1] if at + 1 < len(starts) else len(view)
        later = _roll_at(view, Span(start, stop), chair)
        if _present(later) >= max(FEWEST_PRESENT, _present(roll) * SHARE):
            rolls.append((start, later))
    places = {id(act): one for act, one in zip((act.draft for act in acts), acts, strict=True)}
    found: dict[int, list[int]] = {at: [] for at in range(len(rolls))}
    for question, act in numbered([act.draft for act in acts]):
        one = places[id(act)]
        mark = one.vote_start if one.vote_start is not None else one.span.end
        found[max(at for at, (start, _roll) in enumerate(rolls) if start < mark or at == 0)].append(question)
    return [_Held(rolls[at][1], tuple(questions)) for at, questions in found.items() if questions]


def _roll_at(view: str, span: Span, chair: Chair | None) -> RollReading:
    """Read the roll of a part of a text, with its places in the whole."""
    part = span.of(view)
    own = read_roll(part, fold(part), chair=chair, order=(), declared_present=None)
    return replace(
        own,
        members=tuple(replace(one, spans=_moved(one.spans, span.start)) for one in own.members),
        proxies=tuple(replace(one, spans=_moved(one.spans, span.start)) for one in own.proxies),
        substitutes=(),
    )


def _moved(spans: Iterable[Span], by: int) -> tuple[Span, ...]:
    return tuple(Span(span.start + by, span.end + by) for span in spans)


def _present(roll: RollReading) -> int:
    return sum(member.status is Status.PRESENT for member in roll.members)


def _members(held: Sequence[_Held]) -> list[MemberDraft]:
    """Give everyone named, once; who is there in one roll is present."""
    members: list[MemberDraft] = []
    for one in held:
        for member in one.roll.members:
            at = find_namesake(member.name, among=[other.name for other in members])
            if at is None:
                members.append(member)
            elif member.status is Status.PRESENT and members[at].status is not Status.PRESENT:
                members[at] = replace(member, spans=(*members[at].spans, *member.spans))
    return members


def _with_presence(member: MemberDraft, held: Sequence[_Held], questions: Sequence[int]) -> MemberDraft:
    def is_there(one: _Held) -> bool:
        at = find_namesake(member.name, among=[other.name for other in one.roll.members])
        return at is not None and one.roll.members[at].status is Status.PRESENT

    ranges = _ranges(held, questions, is_there)
    return member if ranges == (WHOLE_SITTING,) else replace(member, ranges=ranges)


def _proxies(held: Sequence[_Held], questions: Sequence[int]) -> Iterable[ProxyDraft]:
    """Give each vote given away once for each part of the sitting that its rolls say it in."""
    seen: dict[tuple[str, str], ProxyDraft] = {}
    for one in held:
        for proxy in one.roll.proxies:
            seen.setdefault((proxy.giver, proxy.holder), proxy)
    for (giver, holder), proxy in seen.items():

        def has_it(one: _Held, giver: str = giver, holder: str = holder) -> bool:
            return any((other.giver, other.holder) == (giver, holder) for other in one.roll.proxies)

        ranges = _ranges(held, questions, has_it)
        yield from (
            [proxy] if proxy.range != WHOLE_SITTING else [replace(proxy, range=part) for part in ranges]
        )


def _ranges(
    held: Sequence[_Held], questions: Sequence[int], is_so: Callable[[_Held], bool]
) -> tuple[QuestionRange, ...]:
    """Give the parts of the sitting in which something holds, open at an end that no other roll follows."""
    runs: list[list[int]] = []
    was_so = False
    for one in held:
        now = is_so(one)
        if now and was_so:
            runs[-1].extend(one.questions)
        elif now:
            runs.append(list(one.questions))
        was_so = now
    return tuple(
        QuestionRange(
            None if run[0] == questions[0] else run[0], None if run[-1] == questions[-1] else run[-1]
        )
        for run in runs
    )
