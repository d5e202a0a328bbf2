"""Rows of a sitting become frozen values; the rows must have been fetched with what they point at."""

import datetime
from collections.abc import Mapping
from typing import TypeVar

from declic.engines.reading.drafts import Status
from declic.engines.voting.calendar import appeal_deadline
from declic.records.council.choices import StatedField
from declic.records.council.cited import origin, passage, passages
from declic.records.council.models import Attendance, Deliberation, Sitting, Vote
from declic.records.council.passages import Cited, Origin, Passage
from declic.records.council.recounting import ranges_of
from declic.records.council.values import (
    AppealLine,
    DecisionLine,
    DeliberationLine,
    MemberLine,
    SignatureLine,
    SittingHeader,
    SubstituteLine,
    VoteArithmetic,
    VoteLine,
)


T = TypeVar("T")

Sources = Mapping[str, tuple[Origin, tuple[Passage, ...]]]


def sources_of(sitting: Sitting) -> Sources:
    """Give the origin and the passages of each single value, by its name."""
    found: dict[str, tuple[Origin, tuple[Passage, ...]]] = {}
    for source in sitting.sources.all():
        how, where = found.get(source.field, (Origin(source.origin), ()))
        found[source.field] = (how, (*where, passage(source.citation)))
    return found


def sitting_header(sitting: Sitting, *, order: tuple[int, ...]) -> SittingHeader:
    """Give what the minutes say of the sitting itself; `order` is the one that questions were counted in."""
    sources = sources_of(sitting)

    def text(field: StatedField) -> Cited[str] | None:
        return _cited(str(getattr(sitting, field.value)) or None, field=field, sources=sources)

    def day(field: StatedField) -> Cited[datetime.date] | None:
        return _cited(getattr(sitting, field.value), field=field, sources=sources)

    def hour(field: StatedField) -> Cited[datetime.time] | None:
        return _cited(getattr(sitting, field.value), field=field, sources=sources)

    def count(field: StatedField) -> Cited[int] | None:
        return _cited(getattr(sitting, field.value), field=field, sources=sources)

    return SittingHeader(
        sitting_id=sitting.pk,
        version_id=sitting.version_id,
        council=sitting.council.name,
        body=text(StatedField.BODY),
        held_on=day(StatedField.DATE),
        weekday=text(StatedField.WEEKDAY),
        published_on=day(StatedField.PUBLISHED_ON),
        convened_on=day(StatedField.CONVENED_ON),
        opened_at=hour(StatedField.OPENED_AT),
        closed_at=hour(StatedField.CLOSED_AT),
        chair=text(StatedField.CHAIR),
        secretary=text(StatedField.SECRETARY),
        members_in_office=count(StatedField.MEMBERS_IN_OFFICE),
        declared_present=count(StatedField.DECLARED_PRESENT),
        declared_absent=count(StatedField.DECLARED_ABSENT),
        declared_proxies=count(StatedField.DECLARED_PROXIES),
        declared_voters=count(StatedField.DECLARED_VOTERS),
        order=order,
        order_passages=sources.get(StatedField.ORDER.value, (Origin.READ, ()))[1],
    )


def member_line(row: Attendance) -> MemberLine:
    """Give a line of the roll."""
    return MemberLine(
        member_id=row.pk,
        name=row.name,
        given=row.given or None,
        surname=row.surname or None,
        civility=row.civility or None,
        group=row.group or None,
        status=Status(row.status),
        ranges=ranges_of(row),
        origin=origin(row),
        passages=passages(row),
    )


def substitute_lines(sitting: Sitting) -> tuple[SubstituteLine, ...]:
    """Give who sat in another's place."""
    return tuple(
        SubstituteLine(row.name, row.replaces or None, origin(row), passages(row))
        for row in sitting.substitutes.all()
    )


def signature_lines(sitting: Sitting) -> tuple[SignatureLine, ...]:
    """Give who signed the extract."""
    return tuple(
        SignatureLine(row.name, row.role or None, origin(row), passages(row))
        for row in sitting.signatures.all()
    )


def deliberation_line(
    row: Deliberation, *, published_on: datetime.date | None, arithmetic: VoteArithmetic | None
) -> DeliberationLine:
    """Give an act with its decisions, its vote beside the recounted room, and its appeal."""
    vote = getattr(row, "vote", None)
    return DeliberationLine(
        deliberation_id=row.pk,
        number=row.number or None,
        question=row.question,
        title=row.title or None,
        rapporteur=row.rapporteur or None,
        budget_impact=row.budget_impact or None,
        summary=row.summary or None,
        decisions=tuple(
            DecisionLine(one.verb, one.text, origin(one), passages(one)) for one in row.decisions.all()
        ),
        vote=_vote_line(vote) if vote else None,
        arithmetic=arithmetic,
        appeal=_appeal(row, published_on=published_on),
        origin=origin(row),
        passages=passages(row),
    )


def _cited(value: T | None, *, field: StatedField, sources: Sources) -> Cited[T] | None:
    if value is None:
        return None
    return Cited(value, *sources.get(field.value, (Origin.PROPOSED, ())))


def _vote_line(vote: Vote) -> VoteLine:
    return VoteLine(
        votes_for=vote.votes_for,
        against=vote.against,
        abstention=vote.abstention,
        interested=vote.interested,
        unanimous=vote.unanimous,
        abstention_counts_non_voters=vote.abstention_counts_non_voters,
        origin=origin(vote),
        passages=passages(vote),
    )


def _appeal(row: Deliberation, *, published_on: datetime.date | None) -> AppealLine:
    deadline = None
    if published_on is not None and row.appeal_months is not None:
        deadline = appeal_deadline(published_on, months=row.appeal_months)
    return AppealLine(
        court=row.appeal_court or None,
        months=row.appeal_months,
        deadline=deadline,
        deadline_origin=Origin.COMPUTED,
    )
