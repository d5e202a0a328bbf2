"""A sitting counted again becomes the page « Vérifier une délibération »."""

from collections.abc import Sequence
from dataclasses import dataclass

from declic.engines.voting.grid import Cell as CountedCell, Place, grid
from declic.engines.voting.recount import QuestionCount as Counted, Recount, recount
from declic.engines.voting.roll import Roll
from declic.engines.voting.room import VOID_WORDS, question_of
from declic.engines.voting.verdicts import Check
from declic.records.council.choices import CheckRule
from declic.records.council.cited import origin, passages
from declic.records.council.lines import (
    Sources,
    deliberation_line,
    member_line,
    signature_lines,
    sitting_header,
    sources_of,
    substitute_lines,
)
from declic.records.council.models import Attendance, Deliberation, Proxy, Sitting
from declic.records.council.passages import Passage
from declic.records.council.recounting import roll_of
from declic.records.council.values import (
    Cell,
    CellState,
    CheckLine,
    DeliberationLine,
    GridRow,
    ProxyLine,
    QuestionCount,
    SittingPage,
    VoidProxy,
    VoteArithmetic,
)
from declic.units.question_ranges import QuestionRange


STATES = {
    Place.PRESENT: CellState.PRESENT,
    Place.REPRESENTED: CellState.REPRESENTED,
    Place.AWAY: CellState.AWAY,
}
ABOUT_VOTES = {CheckRule.VOTES_ADD_UP, CheckRule.UNANIMITY_AGREES}


@dataclass(frozen=True, slots=True)
class _Counted:
    """A sitting's rows by their indexes in the roll, beside what the engine counted."""

    sitting: Sitting
    roll: Roll
    members: Sequence[Attendance]
    proxies: Sequence[Proxy]
    acts: Sequence[Deliberation]
    recount: Recount
    cells: Sequence[Sequence[CountedCell]]


def checked_sitting(sitting: Sitting) -> SittingPage:
    """Count a fetched sitting again and give its whole page."""
    roll = roll_of(sitting)
    counted = _Counted(
        sitting=sitting,
        roll=roll,
        members=list(sitting.members.all()),
        proxies=list(sitting.proxies.all()),
        acts=list(sitting.deliberations.all()),
        recount=recount(roll),
        cells=grid(roll),
    )
    return SittingPage(
        header=sitting_header(sitting, order=tuple(one.question for one in counted.recount.questions)),
        rows=_rows(counted),
        questions=_questions(counted),
        substitutes=substitute_lines(sitting),
        proxies=_proxy_lines(counted),
        deliberations=_deliberations(counted),
        signatures=signature_lines(sitting),
        checks=_checks(counted),
    )


def _rows(counted: _Counted) -> tuple[GridRow, ...]:
    return tuple(
        GridRow(member_line(member), tuple(_cell(cell, counted=counted) for cell in cells))
        for member, cells in zip(counted.members, counted.cells, strict=True)
    )


def _cell(cell: CountedCell, *, counted: _Counted) -> Cell:
    void = cell.void[0] if cell.void else None
    return Cell(
        question=cell.question,
        state=STATES[cell.place],
        represented_by=counted.proxies[cell.by].holder_name if cell.by is not None else None,
        votes_of=tuple(counted.proxies[index].giver_name for index in cell.holding),
        void_holder=counted.proxies[void[0]].holder_name if void else None,
        void_reason=VOID_WORDS[void[1]] if void else None,
    )


def _questions(counted: _Counted) -> tuple[QuestionCount, ...]:
    titles = {act.question: act.title or None for act in counted.acts}
    return tuple(
        QuestionCount(
            position=position,
            question=one.question,
            title=titles.get(one.question),
            present=one.present,
            usable_proxies=one.usable_proxies,
            void_proxies=_void_proxies(one, counted=counted),
            represented=one.represented,
            quorum=one.quorum,
            quorum_met=one.quorum_met,
        )
        for position, one in enumerate(counted.recount.questions, start=1)
    )


def _void_proxies(count: Counted, *, counted: _Counted) -> tuple[VoidProxy, ...]:
    return tuple(
        VoidProxy(row.pk, row.giver_name, row.holder_name, VOID_WORDS[reason], passages(row))
        for row, reason in ((counted.proxies[index], reason) for index, reason in count.void)
    )


def _proxy_lines(counted: _Counted) -> tuple[ProxyLine, ...]:
    usable: dict[int, list[int]] = {index: [] for index in range(len(counted.proxies))}
    void: dict[int, list[int]] = {index: [] for index in range(len(counted.proxies))}
    for cells in counted.cells:
        for cell in cells:
            for index in cell.holding:
                usable[index].append(cell.question)
    for one in counted.recount.questions:
        for index, _reason in one.void:
            void[index].append(one.question)
    return tuple(
        ProxyLine(
            proxy_id=row.pk,
            giver=row.giver_name,
            giver_id=row.giver_id,
            holder=row.holder_name,
            holder_id=row.holder_id,
            range=QuestionRange(row.first, row.last),
            usable_at=tuple(usable[index]),
            void_at=tuple(void[index]),
            origin=origin(row),
            passages=passages(row),
        )
        for index, row in enumerate(counted.proxies)
    )


def _deliberations(counted: _Counted) -> tuple[DeliberationLine, ...]:
    return tuple(
        deliberation_line(
            act,
            published_on=counted.sitting.published_on,
            arithmetic=_arithmetic(index, counted=counted),
        )
        for index, act in enumerate(counted.acts)
    )


def _arithmetic(act: int, *, counted: _Counted) -> VoteArithmetic | None:
    question = question_of(counted.roll, act)
    room = counted.recount.of(question) if question is not None else None
    if room is None:
        return None
    cast = counted.roll.acts[act].cast
    return VoteArithmetic(
        question=room.question,
        present=room.present,
        usable_proxies=room.usable_proxies,
        represented=room.represented,
        cast=cast,
        agrees=cast == room.represented if cast is not None and room.present else None,
    )


def _checks(counted: _Counted) -> tuple[CheckLine, ...]:
    sources = sources_of(counted.sitting)
    return tuple(
        CheckLine(
            rule=check.rule,
            title=str(CheckRule(check.rule).label),
            verdict=check.verdict,
            message=check.message,
            passages=_proofs(check, counted=counted, sources=sources),
        )
        for check in counted.recount.checks
    )


def _proofs(check: Check, *, counted: _Counted, sources: Sources) -> tuple[Passage, ...]:
    found = [one for field in check.fields for one in sources.get(field, (None, ()))[1]]
    found += [one for index in check.members for one in passages(counted.members[index])]
    for index in check.proxies:
        found += passages(counted.proxies[index])
        found += _passages_of(counted.proxies[index].holder_id, counted=counted)
    for index in check.acts:
        act = counted.acts[index]
        vote = getattr(act, "vote", None)
        found += passages(vote) if vote and check.rule in ABOUT_VOTES else passages(act)
    return tuple(dict.fromkeys(found))


def _passages_of(member_id: int | None, *, counted: _Counted) -> tuple[Passage, ...]:
    return next((passages(member) for member in counted.members if member.pk == member_id), ())
