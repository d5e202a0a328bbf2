"""From a sitting that was read to one that can be counted again, and from its checks back to the text."""

import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

from declic.engines.reading.drafts import (
    DeliberationDraft,
    Finding,
    Severity,
    SittingDraft,
    Stated,
    Status,
    Way,
)
from declic.engines.reading.scan_signs import are_confused
from declic.engines.voting.recount import Recount
from declic.engines.voting.roll import Act, Grade, Member, Proxy, Roll, Substitute
from declic.engines.voting.verdicts import Check, Verdict
from declic.units.folding import fold
from declic.units.spans import Span


T = TypeVar("T")

ACCOUNT = re.compile(r"comptes?\s+(?:administratifs?|financiers?\s+uniques?)|(?<!\w)c\.?f\.?u\.?(?!\w)")

DOUBTFUL = frozenset(
    {"proxies_can_hold", "one_proxy_per_holder", "no_presence_with_own_proxy", "officers_are_present"}
)
"""Rules whose contradiction is something to look at; the others' are errors of arithmetic or of law."""


def roll_of(sitting: SittingDraft) -> Roll:
    """Give the roll of a sitting as the voting engine counts it; what was not read stays None."""
    return Roll(
        members=tuple(
            Member(member.name, member.status is Status.PRESENT, member.ranges) for member in sitting.members
        ),
        proxies=tuple(Proxy(proxy.giver, proxy.holder, proxy.range) for proxy in sitting.proxies),
        substitutes=tuple(Substitute(one.name, one.replaces) for one in sitting.substitutes),
        order=sitting.order,
        acts=tuple(_act(act) for act in sitting.deliberations),
        in_office=_value(sitting.members_in_office),
        declared_present=_value(sitting.declared_present),
        declared_absent=_value(sitting.declared_absent),
        declared_proxies=_value(sitting.declared_proxies),
        declared_voters=_value(sitting.declared_voters),
        secretary=_value(sitting.secretary),
        held_on=_value(sitting.date),
        weekday=_value(sitting.weekday),
        convened_on=_value(sitting.convened_on),
        published_on=_value(sitting.published_on),
        appeal_months=next((act.appeal_months for act in sitting.deliberations if act.appeal_months), None),
        numbers_seen=sitting.numbers_seen,
        grade=_grade(sitting),
    )


def _grade(sitting: SittingDraft) -> Grade:
    """Say whether the text that was read shows signs of a scan, in its words or in the names that it says twice."""
    names = [member.name for member in sitting.members]
    names += [name for proxy in sitting.proxies for name in (proxy.giver, proxy.holder)]
    names += [officer.value for officer in (sitting.chair, sitting.secretary) if officer]
    return Grade.SCANNED if sitting.scan_signs or are_confused(names) else Grade.READ


def spans_of_check(check: Check, *, sitting: SittingDraft) -> tuple[Span, ...]:
    """Give the passages that a check stands on, each once: single values, members, proxies, votes."""
    return tuple(dict.fromkeys(_passages(check, sitting=sitting)))


def findings_of(recounted: Recount, *, sitting: SittingDraft) -> tuple[Finding, ...]:
    """Give a finding for each contradiction that the recount met."""
    return tuple(
        Finding(
            rule=check.rule,
            severity=Severity.WARNING if check.rule in DOUBTFUL else Severity.ERROR,
            message=check.message,
            spans=spans_of_check(check, sitting=sitting),
        )
        for check in recounted.checks
        if check.verdict is Verdict.CONTRADICTION
    )


def _act(act: DeliberationDraft) -> Act:
    if act.vote is None:
        return Act(number=act.number, question=act.question, rapporteur=act.rapporteur)
    return Act(
        number=act.number,
        question=act.question,
        rapporteur=act.rapporteur,
        votes_for=act.vote.votes_for,
        against=act.vote.against,
        abstention=act.vote.abstention,
        interested=act.vote.interested,
        unanimous=act.vote.unanimous,
        apart=tuple(one.name for one in act.vote.named if one.way is Way.NOT_TAKING_PART),
        voters=act.vote.ballot.voters if act.vote.ballot else None,
        is_account=ACCOUNT.search(fold(act.title or "")) is not None,
    )


def _passages(check: Check, *, sitting: SittingDraft) -> Iterator[Span]:
    for name in check.fields:
        stated: Stated[object] | None = getattr(sitting, name, None) if name != "order" else None
        yield from sitting.order_spans if name == "order" else stated.spans if stated else ()
    for index in check.members:
        yield from sitting.members[index].spans
    for index in check.proxies:
        yield from sitting.proxies[index].spans
        yield from _holder(sitting, name=sitting.proxies[index].holder)
    for index in check.acts:
        act = sitting.deliberations[index]
        yield from act.vote.spans if act.vote else act.spans


def _holder(sitting: SittingDraft, *, name: str) -> Iterable[Span]:
    return next((member.spans for member in sitting.members if member.name == name), ())


def _value(stated: Stated[T] | None) -> T | None:
    return stated.value if stated else None
