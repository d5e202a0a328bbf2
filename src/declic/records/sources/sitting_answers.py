"""The sitting's part of an answer, in the format `declic-reading/1`: what was read, and what was counted again."""

from collections.abc import Sequence
from typing import Any

from declic.engines.reading.drafts import (
    BallotDraft,
    DeliberationDraft,
    MemberDraft,
    PartVoteDraft,
    ProxyDraft,
    SittingDraft,
    Stated,
    Status,
    VoteDraft,
)
from declic.engines.voting.calendar import appeal_deadline
from declic.engines.voting.grid import Cell, Place
from declic.engines.voting.recount import QuestionCount, Recount
from declic.engines.voting.verdicts import Check
from declic.records.sources.answers import Json, origins, passages, plain, spans_of, told
from declic.records.sources.rolls import spans_of_check
from declic.units.question_ranges import WHOLE_SITTING, QuestionRange


SINGLE_VALUES = (
    "body",
    "date",
    "weekday",
    "published_on",
    "convened_on",
    "opened_at",
    "closed_at",
    "chair",
    "secretary",
    "members_in_office",
    "declared_present",
    "declared_absent",
    "declared_proxies",
    "declared_voters",
)
"""The values that a sitting has one of, as they are called in the draft and in the answer."""


def sitting_answer(sitting: SittingDraft, *, recounted: Recount, cells: Sequence[Sequence[Cell]]) -> Json:
    """Give what the minutes state, with its passages, then who could vote at each question and the ten checks."""
    present_at = [[cell.question for cell in row if cell.place is Place.PRESENT] for row in cells]
    usable_at = _usable_at(cells, proxy_count=len(sitting.proxies))
    stated: dict[str, Stated[Any] | None] = {name: getattr(sitting, name) for name in SINGLE_VALUES}
    return {
        **{name: told(value) for name, value in stated.items()},
        "order": list(sitting.order),
        "passages": {**passages(stated), "order": spans_of(sitting.order_spans)},
        "origins": origins(stated),
        "members": [
            _member(member, present_at=questions)
            for member, questions in zip(sitting.members, present_at, strict=True)
        ],
        "substitutes": [
            {"name": one.name, "replaces": one.replaces, "spans": spans_of(one.spans)}
            for one in sitting.substitutes
        ],
        "proxies": [
            _proxy(proxy, usable_at=questions)
            for proxy, questions in zip(sitting.proxies, usable_at, strict=True)
        ],
        "questions": [_question(count) for count in recounted.questions],
        "deliberations": [_deliberation(act, sitting=sitting) for act in sitting.deliberations],
        "signatures": [
            {"name": one.name, "role": one.role, "spans": spans_of(one.spans)} for one in sitting.signatures
        ],
        "choices": [
            {
                "subject": one.subject,
                "chosen": one.chosen,
                "rivals": list(one.rivals),
                "constraint": one.constraint,
                "spans": spans_of(one.spans),
            }
            for one in sitting.choices
        ],
        "checks": [_check(check, sitting=sitting) for check in recounted.checks],
    }


def _usable_at(cells: Sequence[Sequence[Cell]], *, proxy_count: int) -> list[list[int]]:
    usable_at: list[list[int]] = [[] for _ in range(proxy_count)]
    for column in zip(*cells, strict=True):
        for cell in column:
            for proxy in cell.holding:
                usable_at[proxy].append(cell.question)
    return usable_at


def _question(count: QuestionCount) -> Json:
    return {
        "question": count.question,
        "present": count.present,
        "usable_proxies": count.usable_proxies,
        "void_proxies": [index for index, _ in count.void],
        "represented": count.represented,
        "quorum": count.quorum,
        "quorum_met": count.quorum_met,
    }


def _check(check: Check, *, sitting: SittingDraft) -> Json:
    return {
        "rule": check.rule,
        "verdict": check.verdict.value,
        "message": check.message,
        "spans": spans_of(spans_of_check(check, sitting=sitting)),
    }


def _member(member: MemberDraft, *, present_at: list[int]) -> Json:
    return {
        "name": member.name,
        "given": member.given,
        "surname": member.surname,
        "civility": member.civility,
        "group": member.group,
        "status": member.status.value,
        "ranges": [[part.first, part.last] for part in _presences(member)],
        "present_at": present_at,
        "spans": spans_of(member.spans),
    }


def _presences(member: MemberDraft) -> tuple[QuestionRange, ...]:
    whole = (WHOLE_SITTING,) if member.status is Status.PRESENT else ()
    return member.ranges or whole


def _proxy(proxy: ProxyDraft, *, usable_at: list[int]) -> Json:
    return {
        "giver": proxy.giver,
        "holder": proxy.holder,
        "from": proxy.range.first,
        "to": proxy.range.last,
        "usable_at": usable_at,
        "spans": spans_of(proxy.spans),
    }


def _deliberation(act: DeliberationDraft, *, sitting: SittingDraft) -> Json:
    last_day = None
    if sitting.published_on and act.appeal_months:
        last_day = appeal_deadline(sitting.published_on.value, months=act.appeal_months)
    return {
        "number": act.number,
        "question": act.question,
        "title": act.title,
        "rapporteur": act.rapporteur,
        "budget_impact": act.budget_impact,
        "summary": act.summary,
        "decisions": [
            {"verb": decision.verb, "text": decision.text, "spans": spans_of(decision.spans)}
            for decision in act.decisions
        ],
        "vote": _vote(act.vote) if act.vote else None,
        "appeal_court": act.appeal_court,
        "appeal_months": act.appeal_months,
        "appeal_deadline": plain(last_day),
        "spans": spans_of(act.spans),
    }


def _vote(vote: VoteDraft) -> Json:
    return {
        "for": vote.votes_for,
        "against": vote.against,
        "abstention": vote.abstention,
        "interested": vote.interested,
        "unanimous": vote.unanimous,
        "abstention_counts_non_voters": vote.abstention_counts_non_voters,
        "outcome": vote.outcome.value if vote.outcome else None,
        "named": [
            {"name": one.name, "way": one.way.value, "spans": spans_of(one.spans)} for one in vote.named
        ],
        "ballot": _ballot(vote.ballot) if vote.ballot else None,
        "earlier_ballots": [_ballot(ballot) for ballot in vote.earlier],
        "parts": [_part(part) for part in vote.parts],
        "spans": spans_of(vote.spans),
    }


def _part(part: PartVoteDraft) -> Json:
    return {
        "title": part.title,
        "for": part.votes_for,
        "against": part.against,
        "abstention": part.abstention,
        "unanimous": part.unanimous,
        "spans": spans_of(part.spans),
    }


def _ballot(ballot: BallotDraft) -> Json:
    return {
        "voters": ballot.voters,
        "blank": ballot.blank,
        "null": ballot.null,
        "cast": ballot.cast,
        "majority": ballot.majority,
        "blank_or_null": ballot.blank_or_null,
        "round": ballot.round,
        "scores": [
            {"name": one.name, "votes": one.votes, "spans": spans_of(one.spans)} for one in ballot.scores
        ],
    }
