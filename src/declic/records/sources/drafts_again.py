"""An answer becomes drafts again: what a review kept has the types that the records above apply."""

import datetime
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from declic.engines.reading.drafts import (
    BallotDraft,
    ChoiceDraft,
    DecisionDraft,
    DeliberationDraft,
    Finding,
    MemberDraft,
    NamedVoteDraft,
    Origin,
    Outcome,
    PartVoteDraft,
    ProxyDraft,
    ScoreDraft,
    Severity,
    SignatureDraft,
    SittingDraft,
    Stated,
    Status,
    SubstituteDraft,
    VoteDraft,
    Way,
)
from declic.records.sources.answers import Json
from declic.units.question_ranges import QuestionRange
from declic.units.spans import Span


T = TypeVar("T")


def spans_from(pairs: Iterable[Iterable[int]]) -> tuple[Span, ...]:
    """Give pairs as passages."""
    return tuple(Span(*pair) for pair in pairs)


def stated_from(part: Json, *, name: str, read: Callable[[Any], T]) -> Stated[T] | None:
    """Give a single value of a part with its passages and origin; None where it is null."""
    value = part[name]
    if value is None:
        return None
    return Stated(
        read(value), spans_from(part["passages"][name]), Origin(part["origins"][name] or "proposed")
    )


def day(value: str) -> datetime.date:
    """Read an ISO day."""
    return datetime.date.fromisoformat(value)


def sitting_from(part: Json) -> SittingDraft:
    """Give the sitting that a part of an answer states; what was recounted is left to the recount."""
    hour = datetime.time.fromisoformat
    return SittingDraft(
        body=stated_from(part, name="body", read=str),
        date=stated_from(part, name="date", read=day),
        weekday=stated_from(part, name="weekday", read=str),
        published_on=stated_from(part, name="published_on", read=day),
        convened_on=stated_from(part, name="convened_on", read=day),
        opened_at=stated_from(part, name="opened_at", read=hour),
        closed_at=stated_from(part, name="closed_at", read=hour),
        chair=stated_from(part, name="chair", read=str),
        secretary=stated_from(part, name="secretary", read=str),
        members_in_office=stated_from(part, name="members_in_office", read=int),
        declared_present=stated_from(part, name="declared_present", read=int),
        declared_absent=stated_from(part, name="declared_absent", read=int),
        declared_proxies=stated_from(part, name="declared_proxies", read=int),
        declared_voters=stated_from(part, name="declared_voters", read=int),
        order=tuple(part["order"]),
        order_spans=spans_from(part["passages"]["order"]),
        members=tuple(_member(one) for one in part["members"]),
        substitutes=tuple(
            SubstituteDraft(one["name"], one["replaces"], spans_from(one["spans"]))
            for one in part["substitutes"]
        ),
        proxies=tuple(_proxy(one) for one in part["proxies"]),
        deliberations=tuple(_deliberation(one) for one in part["deliberations"]),
        signatures=tuple(
            SignatureDraft(one["name"], one["role"], spans_from(one["spans"])) for one in part["signatures"]
        ),
        choices=tuple(_choice(one) for one in part.get("choices", ())),
    )


def finding_from(value: Json) -> Finding:
    """Give a finding."""
    return Finding(value["rule"], Severity(value["severity"]), value["message"], spans_from(value["spans"]))


def _member(value: Json) -> MemberDraft:
    return MemberDraft(
        name=value["name"],
        given=value["given"],
        surname=value["surname"],
        civility=value["civility"],
        group=value["group"],
        status=Status(value["status"]),
        ranges=tuple(QuestionRange(first, last) for first, last in value["ranges"]),
        spans=spans_from(value["spans"]),
    )


def _proxy(value: Json) -> ProxyDraft:
    return ProxyDraft(
        giver=value["giver"],
        holder=value["holder"],
        range=QuestionRange(value["from"], value["to"]),
        spans=spans_from(value["spans"]),
    )


def _deliberation(value: Json) -> DeliberationDraft:
    return DeliberationDraft(
        number=value["number"],
        question=value["question"],
        title=value["title"],
        rapporteur=value["rapporteur"],
        budget_impact=value["budget_impact"],
        summary=value["summary"],
        decisions=tuple(
            DecisionDraft(one["verb"], one["text"], spans_from(one["spans"])) for one in value["decisions"]
        ),
        vote=_vote(value["vote"]) if value["vote"] else None,
        appeal_court=value["appeal_court"],
        appeal_months=value["appeal_months"],
        spans=spans_from(value["spans"]),
    )


def _vote(value: Json) -> VoteDraft:
    return VoteDraft(
        votes_for=value["for"],
        against=value["against"],
        abstention=value["abstention"],
        interested=value["interested"],
        unanimous=value["unanimous"],
        abstention_counts_non_voters=value["abstention_counts_non_voters"],
        spans=spans_from(value["spans"]),
        outcome=Outcome(value["outcome"]) if value.get("outcome") else None,
        named=tuple(
            NamedVoteDraft(one["name"], Way(one["way"]), spans_from(one["spans"]))
            for one in value.get("named", ())
        ),
        ballot=_ballot(value["ballot"]) if value.get("ballot") else None,
        earlier=tuple(_ballot(one) for one in value.get("earlier_ballots", ())),
        parts=tuple(_part(one) for one in value.get("parts", ())),
    )


def _ballot(value: Json) -> BallotDraft:
    scores = tuple(ScoreDraft(one["name"], one["votes"], spans_from(one["spans"])) for one in value["scores"])
    return BallotDraft(
        value["voters"],
        value["blank"],
        value["null"],
        value["cast"],
        value["majority"],
        scores,
        value.get("blank_or_null"),
        value.get("round"),
    )


def _part(value: Json) -> PartVoteDraft:
    return PartVoteDraft(
        value["title"],
        value["for"],
        value["against"],
        value["abstention"],
        value["unanimous"],
        spans_from(value["spans"]),
    )


def _choice(value: Json) -> ChoiceDraft:
    return ChoiceDraft(
        value["subject"],
        value["chosen"],
        tuple(value["rivals"]),
        value["constraint"],
        spans_from(value["spans"]),
    )
